"""Opening a house: four screens, forty minutes, to the first Today (ruling 6)."""
