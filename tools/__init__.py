"""What the workshop needs and the house does not: the suite, the demo house, the lint, the catalogues."""
