"""A client: her page, the list she is found in, and what can be kept about her."""
