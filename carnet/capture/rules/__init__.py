"""Judgement of what is kept on the floor: facts in words, and words too private to keep."""
