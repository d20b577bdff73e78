"""Keys that a person gave to actions: kept in a file of their own, put over the defaults, said when two want the same.

Invariants: no key ever means two things; the stop key cannot be taken away, only changed; a file that cannot be used is kept
aside and one sentence says so, defaults are in force. No key of the file is a text that is translated.
"""

from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from app import kept_file
from app.actions import Action
from app.window import TerminalWindow
from widgets import action_keys
from widgets.keys.model import SEPARATOR, KeyRow, refused
from widgets.keys.view import KeysView
from widgets.tongue import told, tr

VERSION = 1
PANEL = "keys"
NEVER_WITHOUT = ("stop", "palette", "go_keys")


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """keys: action's id -> its keys, empty for none; only those that differ from the default."""

    version: int
    keys: dict[str, str]


class Keys(QObject):
    """tell: where a sentence for the operator goes."""

    def __init__(self, window: TerminalWindow, path: Path, tell: Callable[[str], None]) -> None:
        super().__init__(window)
        self._window, self._path = window, path
        self._defaults = {row.id: _portable(row.key) for row in window.rows}
        self._own: dict[str, str] = {}
        self._views: list[KeysView] = []
        sentence = self._read()
        self._put()
        if sentence:
            tell(sentence)
        window.docking.furnish(PANEL, self._furnish)
        window.renewed.connect(self._put)

    def rows(self) -> list[KeyRow]:
        return [self._row(row) for row in self._window.rows]

    def rebind(self, id: str, key: str) -> str:
        """Returns why not, or nothing when it is done and saved."""
        why = refused(self.rows(), id, key, NEVER_WITHOUT)
        if not why:
            self._own[id] = key
            why = self._changed()
        return why

    def reset(self, id: str = "") -> str:
        """The default again, unless another action has it now. Empty: all defaults."""
        if not id:
            self._own = {}
            return self._changed()
        rows = self.rows()
        for key in self._defaults[id].split(SEPARATOR):
            why = refused([row for row in rows if row.id == id or key in row.keys.split(SEPARATOR)], id, key)
            if why and key and "belongs" in why:
                return why
        self._own.pop(id, None)
        return self._changed()

    # parts ----------------------------------------------------------------------------------------------------------

    def _furnish(self, view: KeysView) -> None:
        self._views.append(view)
        view.destroyed.connect(lambda: self._views.remove(view))
        view.rebound.connect(lambda id, key: self._answer(view, id, self.rebind(id, key)))
        view.reset.connect(lambda id: self._answer(view, id, self.reset(id)))
        view.give(self.rows())

    def _answer(self, view: KeysView, id: str, why: str) -> None:
        for one in self._views:
            one.give(self.rows())
        for line in view.lines:
            view.complain(line, why if line == id else "")

    def _row(self, row: Action) -> KeyRow:
        keys = self._own.get(row.id, self._defaults[row.id])
        native = ", ".join(_native(key) for key in keys.split(SEPARATOR))
        return KeyRow(row.id, tr(row.menu), row.text.replace("…", ""), row.what, keys, self._defaults[row.id], native)

    def _changed(self) -> str:
        self._own = {id: keys for id, keys in self._own.items() if keys != self._defaults.get(id)}
        self._put()
        try:
            kept_file.write(self._path, msgspec.json.format(msgspec.json.encode(_File(VERSION, self._own))))
        except OSError as error:
            return told("It counts until the window closes, but was not saved: {strerror}.", strerror=error.strerror)
        return ""

    def _put(self) -> None:
        for id, action in self._window.actions_by_id.items():
            keys = self._own.get(id, self._defaults[id])
            wanted = [QKeySequence(key) for key in keys.split(SEPARATOR) if key]
            if action.shortcuts() != wanted:
                action.setShortcuts(wanted)
        action_keys.give({id: _native(keys.split(SEPARATOR)[0]) for id, keys in (self._defaults | self._own).items()})
        for top in (self._window, *self._window.docking.sides.values()):
            for one in top.findChildren(QWidget):
                if hasattr(one, "say_keys"):
                    one.say_keys()

    def _read(self) -> str:
        try:
            data = self._path.read_bytes()
        except FileNotFoundError:
            return ""
        except OSError as error:
            return told(
                "The keys file {name} cannot be read ({strerror}): default keys are in force.",
                name=self._path.name, strerror=error.strerror,
            )
        try:
            found = msgspec.json.decode(data, type=_File)
            wrong = self._take(found)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            wrong = told("is not one ({error})", error=error).replace("\n", " ")
        if not wrong:
            return ""
        self._own = {}
        aside = kept_file.set_aside(self._path)
        kept = told(", and it is kept as {aside}", aside=aside) if aside else ""
        return told("The keys file {name} {wrong}: default keys are in force{kept}.", name=self._path.name, wrong=wrong, kept=kept)

    def _take(self, found: _File) -> str:
        """What is wrong, or nothing. An action that this program does not have is left out: another version may have it."""
        if found.version != VERSION:
            return told("has version {version}, this program writes {version_2}", version=found.version, version_2=VERSION)
        self._own = {id: _portable(keys) for id, keys in found.keys.items() if id in self._defaults}
        holders: dict[str, str] = {}
        for row in self.rows():
            if row.id in NEVER_WITHOUT and not row.keys:
                return told("leaves {text} without a key", text=row.text)
            for key in row.keys.split(SEPARATOR) if row.keys else ():
                if key in holders:
                    return told("gives {key} to {key_2} and to {text}", key=key, key_2=holders[key], text=row.text)
                holders[key] = row.text
        return ""


def _native(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def _portable(keys: str) -> str:
    said = (QKeySequence(key).toString() for key in keys.split(SEPARATOR) if key)
    return SEPARATOR.join(key for key in said if key)
