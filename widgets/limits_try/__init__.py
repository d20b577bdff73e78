"""The limits time machine: a file of limits over recorded days, and what it would have said otherwise."""
