"""Judgement: which reasons stand on a day, what holds them back, and in which order they are shown."""
