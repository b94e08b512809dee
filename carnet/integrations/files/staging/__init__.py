"""From the rows of a file to what each room takes in, in temporary tables of one transaction."""
