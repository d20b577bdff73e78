"""The named presets of all tickets as one JSON file beside the layout.

Invariants: the file is replaced whole or not at all (temporary file, fsync, rename); one that cannot be read costs the presets, never
the start, is left as it is until something is saved, and one sentence says so. It decides nothing: a preset only fills a ticket.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QObject, Signal

from app import kept_file
from widgets.ticket.draft import Link
from widgets.ticket.presets import Preset
from widgets.tongue import told

VERSION = 1


class Kept(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    version: int
    presets: tuple[Preset, ...]


class PresetFile:
    """trouble: why the file could not be read, else empty."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.trouble = ""

    def load(self) -> tuple[Preset, ...]:
        try:
            kept = msgspec.json.decode(self._path.read_bytes(), type=Kept)
        except FileNotFoundError:
            return ()
        except (OSError, msgspec.DecodeError) as error:
            return self._none(told("is not readable ({error})", error=error))
        if kept.version != VERSION:
            return self._none(told("has version {version}, this program writes {version_2}", version=kept.version, version_2=VERSION))
        return tuple(map(_with_own_stop, kept.presets))

    def save(self, presets: tuple[Preset, ...]) -> str:
        """Returns one sentence when they could not be written, else nothing. What could not be read is kept aside first."""
        try:
            if self.trouble and self._path.exists() and not kept_file.set_aside(self._path):
                return told("The presets were not saved: {path}, which could not be read, cannot be set aside.", path=self._path)
            self.trouble = ""
            kept_file.write(self._path, msgspec.json.format(msgspec.json.encode(Kept(VERSION, presets))))
        except OSError as error:
            return told("The presets could not be saved to {path}: {strerror}.", path=self._path, strerror=error.strerror)
        return ""

    def _none(self, why: str) -> tuple[Preset, ...]:
        self.trouble = told("The file of presets {name} {why}: there are none now.", name=self._path.name, why=why)
        return ()


class Presets(QObject):
    """Every ticket has the same ones, and they are saved as soon as they change. on_unsaved: called with one sentence when they could not
    be. trouble: one about the file that was read, or nothing."""

    changed = Signal(object)

    def __init__(self, path: Path, on_unsaved: Callable[[str], None]) -> None:
        super().__init__()
        self._file, self._on_unsaved = PresetFile(path), on_unsaved
        self._kept = self._file.load()
        self.trouble = self._file.trouble

    def furnish(self, view: Any) -> None:
        view.show_presets(self._kept)
        view.presets_changed.connect(self.keep)
        self.changed.connect(view.show_presets)

    def keep(self, presets: tuple[Preset, ...]) -> None:
        self._kept = presets
        self.changed.emit(presets)
        sentence = self._file.save(presets)
        if sentence:
            self._on_unsaved(sentence)


def _with_own_stop(preset: Preset) -> Preset:
    """Before an OCO had a stop of its own, it was kept as a bracket's is."""
    draft = preset.draft
    if draft.link is not Link.OCO or draft.other:
        return preset
    return replace(preset, draft=replace(draft, other=draft.stop, target="", stop=""))
