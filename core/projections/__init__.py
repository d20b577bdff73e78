"""Pictures: what happened, folded from published entries into what a person wants to see. Qt-free, in the core's thread.

A projection declares `folds`, a map from event type to a function (at, event); it never sees anything else. `picture(look)`
answers None when the look's version is current. `board` routes entries and isolates a projection that raises.
"""
