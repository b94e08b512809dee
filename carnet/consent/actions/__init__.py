"""The only writers of consent's tables."""
