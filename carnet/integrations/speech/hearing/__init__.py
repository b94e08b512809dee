"""A recording heard and typed up on this server, by two processes that know nothing of the house."""
