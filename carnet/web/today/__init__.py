"""Today: what matters before the next client."""
