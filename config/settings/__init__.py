"""Settings: base, and one module per way of running."""
