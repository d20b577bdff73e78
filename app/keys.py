"""Keys that a person gave to actions and to what panels do: kept in a file of their own, put over the defaults, said when two want
the same.

Invariants: no key ever means two things where it is pressed; the stop key cannot be taken away, only changed; a file that cannot be
used is kept aside and one sentence says so, defaults are in force. No key of the file is a text that is translated.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from app import kept_file, menus
from app.actions import Action
from app.window import TerminalWindow
from widgets import action_keys, panel_keys
from widgets.keyboard import KeyTip, named
from widgets.keys.model import KeyRow, clash, refused, unfit
from widgets.keys.view import KeysView
from widgets.panel_keys import SCOPES, SEPARATOR, PanelKey, Scope, split
from widgets.tongue import told, tr

VERSION = 1
PANEL = "keys"
NEVER_WITHOUT = ("stop", "palette", "go_keys")


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """keys: id of an action, or scope.name of a panel's row (widgets/panel_keys.py) -> its keys, empty for none; only those that
    differ from the default. A program that has no keys in panels leaves those out."""

    version: int
    keys: dict[str, str]


class Keys(QObject):
    """tell: where a sentence for the operator goes."""

    def __init__(self, window: TerminalWindow, path: Path, tell: Callable[[str], None]) -> None:
        super().__init__(window)
        self._window, self._path = window, path
        self._actions = {row.id: _portable(row.key) for row in window.rows}
        self._defaults = self._actions | panel_keys.AT_FIRST
        self._own: dict[str, str] = {}
        self._others: dict[str, str] = {}
        """Of another version's rows."""
        self._views: list[KeysView] = []
        sentence = self._read()
        self._put()
        if sentence:
            tell(sentence)
        window.docking.furnish(PANEL, self._furnish)
        window.renewed.connect(self._put)

    def rows(self) -> list[KeyRow]:
        keys = self._in_force()
        inside = (self._inside(scope, row, keys) for scope in SCOPES for row in scope.rows)
        return [*(self._row(row, keys[row.id]) for row in self._window.rows), *inside]

    def rebind(self, id: str, key: str) -> str:
        """Returns why not, or nothing when it is done and saved."""
        why = refused(self.rows(), id, key, NEVER_WITHOUT)
        if not why:
            self._own[id] = key
            why = self._changed()
        return why

    def reset(self, id: str = "") -> str:
        """The default again, unless something else has it now. Empty: all defaults."""
        if not id:
            self._own, self._others = {}, {}
            return self._changed()
        rows = self.rows()
        for key in split(self._defaults[id]):
            why = clash(rows, id, key)
            if why:
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

    def _in_force(self) -> dict[str, str]:
        """Every row's keys. A panel is without a key that somebody gave to an action before the panel had it: the action wins in Qt."""
        found = self._defaults | self._own
        given = {key for id in self._actions for key in split(found[id]) if key not in split(self._actions[id])}
        for id in panel_keys.AT_FIRST:
            if id not in self._own:
                found[id] = SEPARATOR.join(key for key in split(found[id]) if key not in given)
        return found

    def _row(self, row: Action, keys: str) -> KeyRow:
        return KeyRow(row.id, tr(row.menu), row.text.replace("…", ""), row.said, keys, self._defaults[row.id], _natives(keys))

    def _inside(self, scope: Scope, row: PanelKey, keys: Mapping[str, str]) -> KeyRow:
        id = f"{scope.id}.{row.name}"
        group = tr("{panel}, while it has the keys", panel=tr(scope.title))
        return KeyRow(id, group, scope.said(row), "", keys[id], self._defaults[id], _natives(keys[id]), scope.id)

    def _changed(self) -> str:
        self._own = {id: keys for id, keys in self._own.items() if keys != self._defaults.get(id)}
        self._put()
        try:
            kept_file.write(self._path, msgspec.json.format(msgspec.json.encode(_File(VERSION, self._others | self._own))))
        except OSError as error:
            return told("It counts until the window closes, but was not saved: {strerror}.", strerror=error.strerror)
        return ""

    def _put(self) -> None:
        keys = self._in_force()
        for id, action in self._window.actions_by_id.items():
            wanted = [QKeySequence(key) for key in split(keys[id])]
            if action.shortcuts() != wanted:
                action.setShortcuts(wanted)
        action_keys.give(keys, _native)
        for row in self._window.rows:
            if row.inside:
                menus.say(self._window.actions_by_id[row.id], row)
        for top in (self._window, *self._window.docking.sides.values()):
            for one in (*top.findChildren(QWidget), *top.findChildren(KeyTip)):
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
        """What is wrong, or nothing. A row that this program does not have is kept as it is: another version may have it."""
        if found.version != VERSION:
            return told("has version {version}, this program writes {version_2}", version=found.version, version_2=VERSION)
        given = {id: keys for id, keys in found.keys.items() if id in self._defaults}
        unknown = next((key for keys in given.values() for key in split(keys) if not _portable(key)), "")
        if unknown:
            return told("has a key that nobody knows ({unknown})", unknown=unknown)
        self._own = {id: _portable(keys) for id, keys in given.items()}
        rows = self.rows()
        wrong = _wrong_actions([row for row in rows if not row.scope]) or self._unfit(rows)
        if not wrong:
            self._others = {id: keys for id, keys in found.keys.items() if id not in self._defaults}
        return wrong

    def _unfit(self, rows: Sequence[KeyRow]) -> str:
        """As strict as a person's hand is held: an order must not go out by a key that says something else. That an action has a key that a
        panel has at first is no fault: it may be older than the panel's."""
        for row in rows:
            if row.id in self._own:
                why = next(filter(None, (refused(rows, row.id, key) if row.scope else unfit(key) for key in split(row.keys))), "")
                if why:
                    return told("gives {text} a key that it cannot have ({why})", text=row.named, why=why.rstrip(".\u3002"))
        return ""


def _wrong_actions(rows: Sequence[KeyRow]) -> str:
    holders: dict[str, str] = {}
    for row in rows:
        if row.id in NEVER_WITHOUT and not row.keys:
            return told("leaves {text} without a key", text=row.text)
        for key in split(row.keys):
            if key in holders:
                return told("gives {key} to {key_2} and to {text}", key=key, key_2=holders[key], text=row.text)
            holders[key] = row.text
    return ""


def _native(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def _natives(keys: str) -> str:
    return ", ".join(map(_native, split(keys)))


def _portable(keys: str) -> str:
    """Without those that nobody knows."""
    read: list[Any] = [QKeySequence(key) for key in split(keys)]
    return SEPARATOR.join(one.toString() for one in read if one.count() and all(named(part.toCombined()) for part in one))
