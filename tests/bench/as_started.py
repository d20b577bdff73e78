"""Imported first by what measures the program from inside: what app.runtime does before it imports the window."""

from app import qt_imports

qt_imports.spare_sources()
