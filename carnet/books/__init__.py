"""Whose client is whose, on any date.

Nouns: assignment, claim, welcome, boutique's book. Acts: assigning, claiming, welcoming, sharing_out.
"""
