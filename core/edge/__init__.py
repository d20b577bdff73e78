"""Doors: files, real time. The only code that meets the outside world."""
