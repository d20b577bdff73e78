"""Limits and their uses, exposures, equity, and what stands in the way of an order."""
