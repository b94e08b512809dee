"""The only writers of capture's tables."""
