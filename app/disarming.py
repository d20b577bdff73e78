"""Every armed panel disarmed at once, in whichever window it stands: what a hand armed trades for that person, in a window that is seen."""

from collections.abc import Iterable

from app.dock import PanelDock


def disarm(docks: Iterable[PanelDock], why: str) -> None:
    """why: one sentence, shown in those that were armed."""
    for dock in docks:
        if hasattr(dock.view, "disarm"):
            dock.view.disarm(why)
