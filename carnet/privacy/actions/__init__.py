"""The acts by which the house lets go of a person."""
