"""Find: one box for people and acts."""
