"""Import: a file, how it would be read, ten rows as pages, then all of it; and back."""
