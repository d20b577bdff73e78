"""The depth chart: how much the book holds up to each price."""
