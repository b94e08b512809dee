"""What `carnet evaluate` is made of: the file of events, and the file of answers."""
