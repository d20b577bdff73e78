"""The cyclic garbage collector, kept out of the market's way and, with a window, out of every thread but the window's.

A full collection walks everything that lives: 284 ms were measured over a million orders of the plain core. So what stands at
the start is set aside, full collections never start by themselves, and one is made when the market stands still anyway. The
two young generations go on; each looks at a few thousand objects at most.

Python collects in whatever thread happens to make the next object, and what the collector takes apart there may be the window's:
Qt's widgets may be destroyed in their own thread only (doc.qt.io, "Threads and QObjects"). So once window() was called the
collector does nothing by itself, and the window's thread says when: turn(), after each frame.

What the collector frees stays with the process as holes between what lives: a tenth of all memory came and went with the panels. A
full collection gives it back to the system.
"""

import ctypes
import gc
import os
from collections.abc import Callable

NEVER = 1 << 30
"""Middle-aged collections before a full one."""
MIDDLE = 10
"""Collections of new objects after which turn() looks at what outlived them, three times a second. What is new it looks at each time:
Python's own count of new objects falls with each old one that goes, and thousands stood there at a count of two hundred, for 1 to 6 ms."""


_give_back: Callable[[int], object] = getattr(ctypes.CDLL(None), "malloc_trim", lambda _: None) if os.name == "posix" else lambda _: None
"""Of glibc: whole free pages of every heap go back (man 3 malloc_trim); 2 ms for 30 MB. Nothing where there is none."""


class _Way:
    by_hand = False
    """turn() collects, and nothing else."""
    asked = False
    """For a full collection, at the next turn()."""


def hold() -> None:
    """From the first line of a start until begin(): what a start makes stays, and walking it again and again is a twentieth of it."""
    gc.disable()


def window() -> None:
    """Before begin(), in the window's thread, which calls turn() until end()."""
    _Way.by_hand, _Way.asked = True, False
    gc.disable()


def begin() -> None:
    """Before play: what stands now, the opening book above all, need not be walked again."""
    young, middle, _ = gc.get_threshold()
    gc.collect()
    gc.freeze()
    gc.set_threshold(young, middle, NEVER)
    if not _Way.by_hand:
        gc.enable()


def turn() -> None:
    """In the window's thread, when a frame is done."""
    if _Way.asked:
        _Way.asked = False
        _whole()
        return
    gc.collect(1 if gc.get_count()[1] > MIDDLE else 0)


def rest() -> None:
    """The market stands still: a pause, a new run."""
    if _Way.by_hand:
        _Way.asked = True
    else:
        _whole()


def _whole() -> None:
    gc.collect()
    _give_back(0)


def end() -> None:
    """In the thread that called window(), if one did."""
    _Way.by_hand = False
    gc.unfreeze()
    young, middle, _ = gc.get_threshold()
    gc.set_threshold(young, middle, 10)
    gc.enable()
