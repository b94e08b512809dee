"""What the maison makes, and the life of each piece.

Nouns: brand, reference, price, piece, ownership, provenance entry, examination, document.
Acts: cataloguing, ownership, examining; taking_in brings a catalogue from another system.
"""
