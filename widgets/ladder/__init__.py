"""The ladder: a still column of prices with the book on both sides, and one-click trading when armed."""
