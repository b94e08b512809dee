"""The spine: one append-only line per act, and what rooms above do about it.

Nouns: line, detail, subject key. Acts: recording.
"""
