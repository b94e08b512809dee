"""Reading a relationship: signals, readings of them, and the states she has been in. Nothing here decides to write.

Nouns: signal, reading, state, rhythm, consequence. Acts: reading, confirming.
"""
