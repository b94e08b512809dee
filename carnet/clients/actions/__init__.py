"""The only writers of the clients' tables."""
