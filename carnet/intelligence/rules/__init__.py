"""Pure judgement: arrays and dates in, a reading with its evidence out."""
