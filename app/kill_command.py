"""main.py kill: engages the kill latch of a data folder, whether a terminal runs on it or not.

Invariant: it needs the folder and nothing else: no configuration, no journal, no answer from the terminal. A scope that
cannot be read stops nothing and says so. Deliberately absent: waiting until a terminal has followed.
"""

from app.complaint import complain
from app.settings import Settings
from core.domain.scope import EVERYTHING, parse_scope
from core.journal.latch import Latch, LatchError


def kill(settings: Settings) -> int:
    """Exit code: 0 engaged, 2 nothing was stopped (one sentence on stderr)."""
    if not settings.data.is_dir():
        return complain(f"nothing was stopped: there is no data folder {settings.data}; name the terminal's own with --data")
    try:
        scope = parse_scope(settings.options["scope"] or EVERYTHING.text)
    except ValueError as error:
        return complain(f"nothing was stopped: --scope: {error}; without --scope everything is stopped")
    try:
        # A latch that is missing is made engaged: what follows engages it anyway.
        latch = Latch(settings.data / "kill.latch", missing_means_engaged=True)
    except LatchError as error:
        return complain(f"nothing was stopped: {error}")
    generation = latch.engage(settings.source, scope, sync=False)
    slot = latch.slot(generation)
    stopped = slot.scope if slot is not None else EVERYTHING
    concerned = f"new orders of {stopped.words} and cancels the open ones"
    if stopped == EVERYTHING:
        concerned = "every new order and cancels all of ours"
    wider = "" if stopped == scope else f" The latch has no room for {scope.words} alone."
    print(f"Kill switch engaged (number {generation}) for {settings.data}: a running terminal now blocks {concerned}.{wider}", flush=True)
    try:
        latch.sync()
    except OSError as error:
        complain(f"engaged, but a power cut may undo it: {settings.data} cannot be synced: {error.strerror or error}")
    latch.close()
    return 0
