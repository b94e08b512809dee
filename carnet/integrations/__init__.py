"""Systems outside the house: one folder per edge."""
