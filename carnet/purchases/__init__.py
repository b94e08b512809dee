"""What was bought, for whom, and what it meant.

Nouns: sale, line, return, gift, sale role, meaning, correction, word of a sale.
Acts: recording, returning, giving, meaning; taking_in brings sales from another system.
"""
