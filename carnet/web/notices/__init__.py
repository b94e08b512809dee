"""Letting a phone tell her when something is due."""
