"""The settings panel: every setting with its unit, what it may be and one sentence; searched, changed, imported, exported."""
