"""What happened between us: visits, calls, letters, and what was promised.

Nouns: encounter, presence, piece shown, promise, complaint. Acts: logging, promises, complaints.
"""
