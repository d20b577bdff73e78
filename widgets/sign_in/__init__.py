"""The sheet over the window where nobody is signed in, or which is locked."""
