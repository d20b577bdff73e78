"""Imported first by what runs the program from inside: what app.runtime does before it imports the window."""

from app import qt_errors, qt_imports

qt_imports.spare_sources()
qt_errors.survive()
