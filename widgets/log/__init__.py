"""The log panel: what the program says of itself, by importance and words."""
