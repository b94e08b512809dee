"""The only writers of the products' tables."""
