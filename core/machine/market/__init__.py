"""Outside markets, as their feeds tell them. Nothing is matched here: the venue decided, we follow."""
