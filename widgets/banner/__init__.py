"""The strip at the top of every window: which mode, is it stopped, how old is what you see."""
