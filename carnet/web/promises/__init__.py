"""Promises: what the house said it would do, and what became of it."""
