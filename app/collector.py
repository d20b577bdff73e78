"""The cyclic garbage collector, kept out of the market's way.

A full collection walks everything that lives: 284 ms were measured over a million orders of the plain core. So what stands at
the start is set aside, full collections never start by themselves, and one is made when the market stands still anyway. The
two young generations go on as always; each looks at a few thousand objects at most.
"""

import gc

NEVER = 1 << 30
"""Middle-aged collections before a full one."""


def hold() -> None:
    """From the first line of a start until begin(): what a start makes stays, and walking it again and again is a twentieth of it."""
    gc.disable()


def begin() -> None:
    """Before play: what stands now, the opening book above all, need not be walked again."""
    young, middle, _ = gc.get_threshold()
    gc.collect()
    gc.freeze()
    gc.set_threshold(young, middle, NEVER)
    gc.enable()


def rest() -> None:
    """The market stands still: a pause, a new run."""
    gc.collect()


def end() -> None:
    gc.unfreeze()
    young, middle, _ = gc.get_threshold()
    gc.set_threshold(young, middle, 10)
