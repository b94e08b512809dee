"""The only writers of the occasions' table."""
