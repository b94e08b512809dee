"""May we write to this person, for this purpose, on this channel, today: what she agreed to, and what holds us back.

Nouns: permission, basis, hold. Acts: granting, withdrawing, holding, stating (the house's basis).
"""
