"""The people the house knows, and the homes they share.

Nouns: client, external id, contact point, household, membership, relation, tier, fact, referral, entry.
Acts: introducing, noting, households; taking_in brings them from another system.
"""
