"""The only writers of the imports' tables."""
