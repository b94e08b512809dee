"""The note: keeping a meeting in five taps, over any screen."""
