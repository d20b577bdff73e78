"""An action's keys as the panel shows them, and which key a person may give. No Qt.

Keys are portable Qt texts; two keys of one action are separated by "; ".
"""

from collections.abc import Sequence
from dataclasses import dataclass

from widgets.tongue import mark, tr

SEPARATOR = "; "
IN_PANELS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (mark("Ladder"), (
        mark("A arms or disarms, Esc disarms and closes the list of orders"),
        mark("Arrows choose a row, Page Up and Page Down scroll, C centres"),
        mark("B buys, S sells at the chosen row while armed"), mark("Delete cancels ours on the row, Shift+Delete all of ours here"),
        mark("M takes the row's orders, arrows carry them, Enter lets them go, Esc gives it up"), mark("Enter shows the orders of the row"),
        mark("1 to 5 choose a size, E types one, F2 changes a size button"),
        mark("+ and - make rows coarser and finer, P shows P&L at each price"),
    )),
    (mark("Order ticket"), (
        mark("B buys, S sells, A opens the ticket again after a send, Esc clears it"),
        mark("L limit, M market, T stop order, Y any type, I time in force"),
        mark("Q quantity, U its unit, P price, G trigger, N typed order, H or less"),
        mark("Ctrl+Enter sends; Enter goes to the next field, and sends on the button"),
        mark("Arrows, + and - move a number by one step, with Shift or Page keys by ten"),
        mark("Alt+B bid, Alt+M middle, Alt+A ask, Alt+L last as the price"), mark("Alt+1 terms, Alt+2 exits, Alt+3 presets"),
    )),
    (mark("Basket"), (mark("Ctrl+Enter sends every row, or none"),)),
    (mark("Chart"), (
        mark("Left and Right move, Up and Down zoom, Home goes to the beginning, End to the latest bar"),
        mark(", and . choose shorter and longer bars, K the next way to draw them"),
        mark("I studies, L logarithmic scale, P volume profile, O orders beyond the prices"),
        mark("D drawing tools, Delete takes the chosen drawing away, Esc ends what is under way"),
    )),
    (mark("Depth"), (mark("Left and Right read the curve, Esc stops reading"), mark(", and . choose a narrower and a wider range"))),
    (mark("Heatmap"), (
        mark("Arrows move, [ and ] zoom time, Page Up and Page Down zoom prices"),
        mark("End goes to the latest, Home shows all as at first"),
    )),
    (mark("Time and sales"), (
        mark("Arrows, Page keys, Home and End scroll"),
        mark("F types the smallest size, M merges, O shows own trades, Esc goes back to the list"),
    )),
    (mark("Watchlist"), (
        mark("Arrows, Page keys, Home and End choose, Enter and Space choose again"),
        mark("Letters, digits and Insert type a symbol to add"),
        mark("Delete takes a line out, Alt+Up and Alt+Down move it, Ctrl+D shows one line or two"),
    )),
    (mark("Orders, fills, positions, account"), (
        mark("Arrows, Page keys, Home and End go through the rows, with Shift choose several, Ctrl+A all"),
        mark("Enter opens the order's story, or opens and shuts a heading; Left and Right shut and open it"),
        mark("F or / filters, K columns, G groups, V saved views, E exports"),
        mark("Ctrl+C copies the chosen rows, Shift+F10 opens the row's menu"),
        mark("In orders Delete cancels the chosen, R replaces quantity and price"),
    )),
    (mark("Order groups"), (mark("Delete cancels an order, Shift+Delete twice the whole group, Esc takes the first press back"),)),
    (mark("Reconciliation"), (mark("Delete cancels the order, Shift+Delete twice stops the venue, Esc takes the first press back"),)),
    (mark("Risk"), (
        mark("Enter edits the chosen limit, Insert makes a new one"),
        mark("Under conditions: Insert makes a rule, Shift+Insert a restriction"),
    )),
    (mark("Triggers"), (mark("Enter edits the chosen trigger, Insert makes one, Delete switches it on or off"),)),
    (mark("Kill switch"), (mark("Space on the stop button is one press, held it stops; Esc takes the first press back"),)),
    (mark("Journal"), (
        mark("Arrows choose an entry, Enter follows its order, Esc goes back"),
        mark("Ctrl+C copies the entry, Ctrl+Enter plays the tape to it"),
    )),
    (mark("Limits time machine"), (mark("Enter tries, Ctrl+E exports, Esc ends a run"),)),
    (mark("Help"), (mark("Alt+Left goes to the page before"),)),
    (mark("Panels in sections"), (mark("Alt+1, Alt+2 and so on choose a section"),)),
    (mark("Forms"), (mark("Enter enters, Esc leaves it"),)),
)
"""What keys do inside a panel: they are the panel's own, and cannot be changed."""


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
    return [row for row in rows if says(f"{row.text} {row.what} {row.group} {row.keys} {row.native}", typed)]


def fixed() -> list[str]:
    """A sentence for each few keys of a panel."""
    return [tr("{where}: {what}.", where=tr(where), what=tr(what)) for where, some in IN_PANELS for what in some]


def says(sentence: str, typed: str) -> bool:
    """Whether every typed word occurs."""
    return all(word in sentence.casefold() for word in typed.casefold().split())


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
