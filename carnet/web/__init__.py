"""The screens, as an advisor sees them. A view parses, makes one call that reads or one that acts, and answers."""
