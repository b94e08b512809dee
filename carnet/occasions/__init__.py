"""Dates that matter to them, and to whom one speaks of them.

Nouns: occasion. Acts: noting_dates; taking_in brings birthdays from another system.
"""
