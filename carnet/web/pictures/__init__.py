"""Pictures of pieces, beside the words they came with."""
