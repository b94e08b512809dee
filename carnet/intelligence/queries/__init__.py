"""Reads across tables, as of a moment."""
