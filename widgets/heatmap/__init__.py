"""The heatmap: what stood in the book over time, and what traded against it."""
