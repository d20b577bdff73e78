"""How the blotters stand, and their views that a person saved, as one JSON file in the data folder.

Invariants: the file is replaced whole or not at all; one that cannot be used, or is a newer program's, is put aside under another name,
never written over, and one sentence says so. A view it keeps may still be wild: the blotter leaves out what it does not know. Views with
names are those of every blotter of the kind; how each one stands is the workspace's to keep, and a new one begins as one stood last.
"""

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QObject, Signal

from app import kept_file
from app.docking import Docking
from widgets.blotter.saved import PanelViews
from widgets.tongue import told, tr

log = logging.getLogger(__name__)
BLOTTERS = ("orders", "fills", "positions", "account")
VERSION = 1
LARGEST = 4_000_000
"""Chosen: four panels with fifty full views have a tenth of it."""


class Kept(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    version: int
    panels: dict[str, PanelViews] = {}


class _Version(msgspec.Struct, frozen=True):
    version: int


class _Kind(QObject):
    """Blotters of one kind."""

    named = Signal(object)
    """The views with names are others now."""


class BlotterViews:
    """panels: by the panel's id. tell: takes a sentence."""

    def __init__(self, path: Path, tell: Callable[[str], None]) -> None:
        self._path, self._tell = path, tell
        self._kinds = {panel: _Kind() for panel in BLOTTERS}
        self._saved: dict[str, PanelViews] = {}
        self.panels: dict[str, PanelViews] = {}

    def furnish(self, docking: Docking) -> None:
        """Every blotter stands as it stood, now and whenever one is made."""
        self.restore()
        for panel in BLOTTERS:
            docking.furnish(panel, partial(self._furnish, panel))

    def _furnish(self, panel: str, view: Any) -> None:
        if panel in self.panels:
            view.restore(self.panels[panel])
        view.views_changed.connect(partial(self.keep, panel))
        self._kinds[panel].named.connect(view.share)

    def restore(self) -> None:
        try:
            written = self._path.read_bytes()
        except FileNotFoundError:
            return
        except OSError as error:
            self._complain(told(
                "The blotters' views in {name} could not be read: {strerror}.",
                name=self._path.name, strerror=error.strerror,
            ))
            return
        try:
            self._saved = _read(written)
        except ValueError as error:
            self._complain(told(
                "The blotters' file {name} {error}: {put_aside}, and they stand as ever.",
                name=self._path.name, error=error, put_aside=self._put_aside(),
            ))
            return
        self.panels = dict(self._saved)

    def keep(self, panel: str, views: PanelViews) -> None:
        """What has a name is written at once, how a panel stands at the end."""
        before = self.panels.get(panel, PanelViews()).saved
        self.panels[panel] = views
        if before != views.saved:
            self._kinds[panel].named.emit(views.saved)
            self.save()

    def save(self) -> None:
        if self.panels == self._saved:
            return
        try:
            kept_file.write(self._path, msgspec.json.format(msgspec.json.encode(Kept(VERSION, self.panels))))
        except OSError as error:
            self._complain(told("The blotters' views could not be saved to {path}: {strerror}.", path=self._path, strerror=error.strerror))
            return
        self._saved = dict(self.panels)

    def _complain(self, sentence: str) -> None:
        log.warning("%s", sentence)
        self._tell(sentence)

    def _put_aside(self) -> str:
        aside = kept_file.set_aside(self._path)
        return tr("it was put aside as {name}", name=aside) if aside else tr("it could not be put aside")


def _read(written: bytes) -> dict[str, PanelViews]:
    """Raises ValueError with the end of a sentence."""
    if len(written) > LARGEST:
        raise ValueError(tr("is too large"))
    try:
        version = msgspec.json.decode(written, type=_Version).version
        if version != VERSION:
            raise ValueError(tr("has version {version}, this program writes {version_2}", version=version, version_2=VERSION))
        return msgspec.json.decode(written, type=Kept).panels
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ValueError(tr("is not readable ({error})", error=error)) from None
