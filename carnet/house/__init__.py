"""The house itself: the maison, its regions and boutiques, the people who work there, and the words they use.

Nouns: maison, region, boutique, member, role, term, setting, tablet, code, invitation, staff name, place name.
Acts: opening (the house), admitting (people), recognising (names in an export), settings, vocabularies, enrolling (tablets).
"""
