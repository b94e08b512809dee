"""The house, for those who answer for it: people, names to recognise, decisions."""
