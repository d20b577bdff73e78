"""Decisions, pure: no clock, no I/O, no chance. Time and sequence are arguments."""
