"""The tape control bar: play, speed, restart, progress, and how true to history the session is."""
