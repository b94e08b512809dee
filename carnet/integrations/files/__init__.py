"""Records that come in from a file: any point of sale's export, read, shown, taken in, and taken back if need be.

Nouns: mapping, import, source row, refused row. Acts: importing, undoing, keeping (a mapping).
"""
