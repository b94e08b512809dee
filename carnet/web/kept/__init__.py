"""Where phones hand in what they kept: a door for devices, open when the session is not."""
