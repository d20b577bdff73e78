"""An action's keys as the panel shows them, and which key a person may give. No Qt.

Keys are portable Qt texts; two keys of one action are separated by "; ".
"""

from collections.abc import Sequence
from dataclasses import dataclass

from widgets.panel_keys import BY_ID, split
from widgets.tongue import mark, tr

IN_PANELS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (mark("Ladder"), (
        mark("Arrows choose a row, Page Up and Page Down scroll, Enter shows the orders of the row"),
        mark("Arrows carry orders that were taken, Enter lets them go, Esc gives it up"),
        mark("Esc disarms and closes the list of orders"),
    )),
    (mark("Order ticket"), (
        mark("Ctrl+Enter sends; Enter goes to the next field, and sends on the button; Esc clears it"),
        mark("Arrows, + and - move a number by one step, with Shift or Page keys by ten"),
    )),
    (mark("Basket"), (mark("Ctrl+Enter sends every row, or none"),)),
    (mark("Chart"), (
        mark("Left and Right move, Up and Down zoom, Home goes to the beginning, End to the latest bar"),
        mark("Esc ends what is under way, then disarms"),
        mark("Dragged to where it would trade at once, an order moves only with Shift"),
    )),
    (mark("Depth"), (mark("Left and Right read the curve, Esc stops reading"),)),
    (mark("Heatmap"), (
        mark("Arrows move, Page Up and Page Down zoom prices"), mark("End goes to the latest, Home shows all as at first"),
    )),
    (mark("Time and sales"), (mark("Arrows, Page keys, Home and End scroll"), mark("Esc goes back to the list"))),
    (mark("Watchlist"), (
        mark("Arrows, Page keys, Home and End choose, Enter and Space choose again"),
        mark("Letters and digits type a symbol to add, Alt+Up and Alt+Down move a line"),
    )),
    (mark("Orders, fills, positions, account"), (
        mark("Arrows, Page keys, Home and End go through the rows, with Shift choose several, Ctrl+A all"),
        mark("Enter opens the order's story, or opens and shuts a heading; Left and Right shut and open it"),
        mark("Ctrl+C copies the chosen rows, Shift+F10 opens the row's menu"),
    )),
    (mark("Order groups"), (mark("Esc takes the first press back"),)),
    (mark("Reconciliation"), (mark("Esc takes the first press back"), mark("Enter marks the chosen break as seen"))),
    (mark("Risk"), (mark("Enter edits the chosen limit"),)),
    (mark("Triggers"), (mark("Enter edits the chosen trigger"),)),
    (mark("Kill switch"), (mark("Space on the stop button is one press, held it stops; Esc takes the first press back"),)),
    (mark("Journal"), (
        mark("Arrows choose an entry, Enter follows its order, Esc goes back"),
        mark("Ctrl+C copies the entry, Ctrl+Enter plays the tape to it"),
    )),
    (mark("Limits time machine"), (mark("Enter tries, Esc ends a run"),)),
    (mark("Help"), (mark("Alt+Left goes to the page before"),)),
    (mark("Panels in sections"), (mark("Alt+1, Alt+2 and so on choose a section"),)),
    (mark("Forms"), (mark("Enter enters, Esc leaves it"),)),
)
"""What moves, enters and leaves inside a panel: it cannot be changed. The other keys of a panel are rows (widgets/panel_keys.py)."""
MOVING = (
    "Esc", "Tab", "Backtab", "Return", "Enter", "Backspace", "Left", "Right", "Up", "Down", "Home", "End", "PgUp", "PgDown", "Space",
    "Menu",
)
"""In a panel they mean the same with whatever is held with them."""
EDITING = ("Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+Y", "Ctrl+Z", "Ctrl+Shift+Z", "Shift+F10")

ANOTHER_SIGN = mark("{key} is another key when it is pressed: take a letter, a digit or a function key.")


@dataclass(frozen=True)
class KeyRow:
    """keys, default: portable texts. native: the keys as this platform writes them. scope: of a row inside panels."""

    id: str
    group: str
    text: str
    what: str
    keys: str
    default: str
    native: str
    scope: str = ""

    @property
    def named(self) -> str:
        """For a sentence about another row."""
        return tr("{where}: {what}", where=tr(BY_ID[self.scope].title), what=self.text) if self.scope else self.text

    @property
    def changed(self) -> bool:
        return self.keys != self.default


def found(rows: Sequence[KeyRow], typed: str) -> list[KeyRow]:
    """Rows in which every typed word occurs; a key is found by its text."""
    return [row for row in rows if says(f"{row.text} {row.what} {row.group} {row.keys} {row.native}", typed)]


def fixed() -> list[str]:
    """A sentence for each few keys of a panel."""
    return [tr("{where}: {what}.", where=tr(where), what=tr(what)) for where, some in IN_PANELS for what in some]


def says(sentence: str, typed: str) -> bool:
    """Whether every typed word occurs."""
    return all(word in sentence.casefold() for word in typed.casefold().split())


def refused(rows: Sequence[KeyRow], id: str, key: str, must_have: Sequence[str] = ()) -> str:
    """Why the row may not have this key, or nothing. must_have: actions that are never without one."""
    row = next((row for row in rows if row.id == id), None)
    if not key:
        return tr("{text} always has a key.", text=row.text) if row is not None and id in must_have else ""
    return (_unfit_inside(row.scope, key) if row is not None and row.scope else unfit(key)) or clash(rows, id, key)


def clash(rows: Sequence[KeyRow], id: str, key: str) -> str:
    """Who has the key already, as a sentence, or nothing. A panel's key may be an action's only as both were made: + and - of the
    ladder. Panels do not disturb each other."""
    default, scope = next(((row.default, row.scope) for row in rows if row.id == id), ("", ""))
    for row in rows:
        if row.id == id or key not in split(row.keys) or (scope and row.scope and scope != row.scope):
            continue
        if scope == row.scope or not (key in split(default) and key in split(row.default)):
            return tr("{key} belongs to {text}: give that another key first.", key=key, text=row.named)
    return ""


def unfit(key: str) -> str:
    """Why no action may have this key, or nothing."""
    last = key.rpartition("+")[2]
    if _is_never_pressed(key):
        return tr(ANOTHER_SIGN, key=key)
    if len(key) == 1 and (key.isalnum()):
        return tr("{key} alone would fire while somebody types: add Ctrl or Alt, or take a function key.", key=key)
    if key.startswith("Shift+") and key.count("+") == 1 and len(last) == 1 and last.isalpha():
        return tr("{key} is a capital letter, and would fire while somebody types: add Ctrl or Alt.", key=key)
    if key in ("Esc", "Tab", "Shift+Tab", "Return", "Enter", "Backspace", "Del", "Left", "Right", "Up", "Down"):
        return tr("{key} moves and edits everywhere: take another key.", key=key)
    return ""


def _unfit_inside(scope: str, key: str) -> str:
    """Letters and Del are free in a panel, unless it has them typed."""
    one, last = BY_ID[scope], key.rpartition("+")[2] or "+"
    if ", " in key:
        return tr("{key} is more than one key: a panel takes one.", key=key)
    if _is_never_pressed(key):
        return tr(ANOTHER_SIGN, key=key)
    if last in MOVING or key in EDITING or key in one.fixed:
        return tr("{key} moves and edits everywhere: take another key.", key=key)
    if one.plain is not None and len(last) == 1 and key in (last, f"Shift+{last}") and last not in one.plain:
        return tr("{key} alone is typed in this panel: add Ctrl or Alt, or take a function key.", key=key)
    return ""


def _is_never_pressed(key: str) -> bool:
    """Shift makes another sign of a sign and, without Ctrl or Alt, of a digit; digits of the keypad are digits."""
    before, last = (key[:-1], "+") if key.endswith("+") else key.rpartition("+")[::2]
    held = before.rstrip("+").split("+")
    if "Num" in held:
        return True
    return "Shift" in held and len(last) == 1 and not last.isalpha() and not (last.isdigit() and len(held) > 1)
