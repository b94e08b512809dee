"""A speech model on the house's own server, which types a note up when `capture` asks."""
