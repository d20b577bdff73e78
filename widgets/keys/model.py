"""An action's keys as the panel shows them, and which key a person may give. No Qt.

Keys are portable Qt texts; two keys of one action are separated by "; ".
"""

from collections.abc import Sequence
from dataclasses import dataclass

from widgets.tongue import mark, tr

SEPARATOR = "; "
IN_PANELS = (
    (mark("Ladder"), mark("A arms, click places, drag moves; arrows choose a row, B buys, S sells, Delete cancels, Esc disarms")),
    (mark("Dock title"), mark("Drag moves the panel, double-click floats it; the letter chooses its link group")),
    (mark("Tables"), mark("Arrows move, Enter opens or edits, Delete cancels")),
)
"""What keys and pointer do inside a panel; those keys are the panel's own."""


@dataclass(frozen=True)
class KeyRow:
    """keys, default: portable texts. native: the keys as this platform writes them."""

    id: str
    group: str
    text: str
    what: str
    keys: str
    default: str
    native: str

    @property
    def changed(self) -> bool:
        return self.keys != self.default


def found(rows: Sequence[KeyRow], typed: str) -> list[KeyRow]:
    """Rows in which every typed word occurs; a key is found by its text."""
    words = typed.casefold().split()
    return [row for row in rows if all(word in f"{row.text} {row.what} {row.group} {row.keys} {row.native}".casefold() for word in words)]


def refused(rows: Sequence[KeyRow], id: str, key: str, must_have: Sequence[str] = ()) -> str:
    """Why the action may not have this key, or nothing. must_have: actions that are never without one."""
    if not key:
        row = next((row for row in rows if row.id == id), None)
        return tr("{text} always has a key.", text=row.text) if row is not None and id in must_have else ""
    last = key.rpartition("+")[2]
    if len(key) == 1 and (key.isalnum()):
        return tr("{key} alone would fire while somebody types: add Ctrl or Alt, or take a function key.", key=key)
    if key.startswith("Shift+") and key.count("+") == 1 and len(last) == 1 and last.isalpha():
        return tr("{key} is a capital letter, and would fire while somebody types: add Ctrl or Alt.", key=key)
    if key in ("Esc", "Tab", "Shift+Tab", "Return", "Enter", "Backspace", "Del", "Left", "Right", "Up", "Down"):
        return tr("{key} moves and edits everywhere: take another key.", key=key)
    holder = next((row for row in rows if row.id != id and key in row.keys.split(SEPARATOR)), None)
    return tr("{key} belongs to {text}: give that another key first.", key=key, text=holder.text) if holder is not None else ""
