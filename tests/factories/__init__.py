"""The cast brought to life by the house's own acts: nothing here writes a row that an act would not."""
