"""The help panel: the manual's pages, shown in the window."""
