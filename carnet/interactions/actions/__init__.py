"""The only writers of the interactions' tables."""
