"""The door: one person, one device or a shared tablet, in seconds."""
