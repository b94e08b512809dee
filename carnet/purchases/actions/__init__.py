"""The only writers of the purchases' tables."""
