"""What a phone may carry, what is proposed, and what was put aside."""
