"""The keys panel: every action with its keys, searched and rebound."""
