"""The only writers of the house's tables."""
