"""From what the house knows to an advisor's day: whom to write to, for which reason, and whom to leave in peace.

Nouns: day, suggestion, answer, question, draft. Acts: preparing_the_day, answering, asking, drafting.
"""
