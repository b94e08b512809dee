"""A browser's own push service, which is handed a notice when `capture` asks: sealed, and with nobody's name in it."""
