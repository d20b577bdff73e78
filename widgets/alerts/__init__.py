"""The alerts panel: what was raised in this run, until somebody has read it, and afterwards."""
