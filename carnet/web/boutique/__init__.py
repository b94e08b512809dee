"""What a manager reads about the house's own reading: how well it does, how the house stands, when a state begins."""
