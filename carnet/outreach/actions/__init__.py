"""The only writers of outreach's tables."""
