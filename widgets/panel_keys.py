"""The table of the keys inside panels: what has a key of its own while the panel has the focus, and the key it has at first.

Keys are portable Qt texts; two keys of one row are separated by "; ". Invariant: within a scope no two rows share a key. What moves
and edits (arrows, Tab, Enter, Esc, Page keys, Space) is no row: it stays as it is everywhere. Which key a row has now is told by
action_keys.py. No Qt here.
"""

import string
from dataclasses import dataclass

from widgets.tongue import mark, tr

SEPARATOR = "; "
SECTIONS = tuple(f"Alt+{number}" for number in range(1, 10))
"""They choose a section in a panel that has some."""


@dataclass(frozen=True)
class PanelKey:
    """name: steady, it stands in the keys file behind the scope. number: what {number} in the text says."""

    name: str
    key: str
    text: str
    number: int = 0


@dataclass(frozen=True)
class Scope:
    """One or more panels with the same keys. deals: its keys send or take away orders, and are nothing while a text field has the
    focus. plain: the single characters that may be keys, None for all; the others are typed there. fixed: keys that the panel has
    for something that stays."""

    id: str
    title: str
    panels: tuple[str, ...]
    rows: tuple[PanelKey, ...]
    deals: bool = False
    plain: str | None = None
    fixed: tuple[str, ...] = ()

    def said(self, row: PanelKey) -> str:
        return tr(row.text, number=row.number)


EDITS = ("Del", "Shift+Del", "Ctrl+Del", "Shift+Ins", "Ctrl+Ins")
"""They edit what is typed."""
LADDER = (
    PanelKey("arm", "A", mark("Arm or disarm the ladder")),
    PanelKey("buy", "B", mark("Buy at the chosen row")),
    PanelKey("sell", "S", mark("Sell at the chosen row")),
    PanelKey("cancel", "Del", mark("Cancel ours on the chosen row")),
    PanelKey("cancel_all", "Shift+Del", mark("Cancel all own orders of this instrument")),
    PanelKey("cancel_bids", "Ctrl+Del", mark("Cancel all own buy orders of this instrument")),
    PanelKey("cancel_asks", "Alt+Del", mark("Cancel all own sell orders of this instrument")),
    PanelKey("move", "M", mark("Take the chosen row's orders, to carry them by arrows")),
    *(PanelKey(f"size_{number}", str(number), mark("Size of button {number}"), number) for number in range(1, 6)),
    PanelKey("edit_size", "E", mark("Change the size in use")),
    PanelKey("edit_button", "F2", mark("Change the size button in focus")),
    PanelKey("coarser", "+", mark("Coarser rows")),
    PanelKey("finer", "-", mark("Finer rows")),
    PanelKey("centre", "C", mark("Centre on the touch")),
    PanelKey("profits", "P", mark("Profit along the prices")),
)
TICKET = (
    PanelKey("buy", "B", mark("Buy")),
    PanelKey("sell", "S", mark("Sell")),
    PanelKey("again", "A", mark("Send another")),
    PanelKey("limit", "L", mark("Limit order")),
    PanelKey("market", "M", mark("Market order")),
    PanelKey("stop", "T", mark("Stop order")),
    PanelKey("types", "Y", mark("Order type")),
    PanelKey("times", "I", mark("Time in force")),
    PanelKey("qty", "Q", mark("Quantity")),
    PanelKey("unit", "U", mark("Quantity counts")),
    PanelKey("price", "P", mark("Price")),
    PanelKey("trigger", "G", mark("Trigger price")),
    PanelKey("typed", "N", mark("Number of the soft limit")),
    PanelKey("less", "H", mark("Less is better than nothing")),
    PanelKey("bid", "Alt+B", mark("The best bid's price")),
    PanelKey("mid", "Alt+M", mark("Between bid and ask, on the patient side")),
    PanelKey("ask", "Alt+A", mark("The best ask's price")),
    PanelKey("last", "Alt+L", mark("The last trade's price")),
    PanelKey("terms", "Alt+1", mark("Terms")),
    PanelKey("exits", "Alt+2", mark("Exits")),
    PanelKey("presets", "Alt+3", mark("Presets")),
)
CHART = (
    PanelKey("arm", "A", mark("Arm or disarm the chart")),
    PanelKey("shorter", ",", mark("Shorter bars")),
    PanelKey("longer", ".", mark("Longer bars")),
    PanelKey("drawn", "K", mark("Next way to draw bars")),
    PanelKey("studies", "I", mark("Studies")),
    PanelKey("ratio", "L", mark("Logarithmic scale")),
    PanelKey("profile", "P", mark("Volume profile")),
    PanelKey("orders", "O", mark("Orders beyond the prices")),
    PanelKey("tools", "D", mark("Drawing tools")),
    PanelKey("erase", "Del", mark("Take the chosen drawing away")),
)
BLOTTER = (
    PanelKey("filter", "F; /", mark("Filter row")),
    PanelKey("columns", "K", mark("Columns")),
    PanelKey("groups", "G", mark("Group by")),
    PanelKey("sort", "S", mark("Sort by the chosen column, in the list of columns")),
    PanelKey("views", "V", mark("Saved views")),
    PanelKey("exports", "E", mark("Export")),
    PanelKey("cancel", "Del", mark("Cancel the chosen orders")),
    PanelKey("replace", "R", mark("Replace quantity and price")),
)
SCOPES = (
    Scope("ladder", mark("Ladder"), ("ladder",), LADDER, deals=True),
    # Numbers are typed into it, also one like 1e3; + and - step them.
    Scope("ticket", mark("Order ticket"), ("ticket",), TICKET, plain=string.ascii_uppercase.replace("E", ""), fixed=EDITS),
    Scope("chart", mark("Chart"), ("chart",), CHART),
    Scope("depth", mark("Depth"), ("depth",), (
        PanelKey("narrower", ",", mark("Narrower range")), PanelKey("wider", ".", mark("Wider range")),
    )),
    Scope("heatmap", mark("Heatmap"), ("heatmap",), (
        PanelKey("more_time", "[", mark("More time in view")), PanelKey("less_time", "]", mark("Less time in view")),
    )),
    Scope("tape", mark("Time and sales"), ("tape",), (
        PanelKey("smallest", "F", mark("Smallest size shown")),
        PanelKey("merge", "M", mark("Merge prints of one order")), PanelKey("own", "O", mark("Own trades only")),
    )),
    # A letter or digit begins a symbol.
    Scope("watchlist", mark("Watchlist"), ("watchlist",), (
        PanelKey("add", "Ins", mark("Add a symbol")), PanelKey("remove", "Del", mark("Take the marked line out")),
        PanelKey("dense", "Ctrl+D", mark("One line or two an instrument")),
    ), plain=string.punctuation),
    Scope(
        "blotter", mark("Orders, fills, positions, account"), ("orders", "fills", "positions", "account"), BLOTTER, deals=True,
    ),
    Scope("groups", mark("Order groups"), ("groups",), (
        PanelKey("cancel", "Del", mark("Cancel the chosen order")), PanelKey("cancel_group", "Shift+Del", mark("Cancel the whole group")),
    ), deals=True),
    Scope("reconciliation", mark("Reconciliation"), ("reconciliation",), (
        PanelKey("cancel", "Del", mark("Cancel our order")), PanelKey("stop", "Shift+Del", mark("Stop the venue")),
    ), deals=True),
    Scope("risk", mark("Risk"), ("risk",), (
        PanelKey("new", "Ins", mark("New limit, or new tightening rule")), PanelKey("restrict", "Shift+Ins", mark("New restriction")),
    ), fixed=SECTIONS),
    Scope("triggers", mark("Triggers"), ("triggers",), (
        PanelKey("new", "Ins", mark("New trigger")), PanelKey("switch", "Del", mark("Switch the chosen trigger on or off")),
    )),
    Scope("alerts", mark("Alerts"), ("alerts",), (
        PanelKey("read", "A", mark("Acknowledge the marked alert")),
        PanelKey("read_all", "Shift+A", mark("Acknowledge all of the chosen severity")),
        PanelKey("follow", "G", mark("Go to what the marked alert is about")),
        PanelKey("unread", "U", mark("Only unread alerts")),
        PanelKey("shelve", "H", mark("Shelve the marked alert's kind, or take it back")),
        PanelKey("export", "Ctrl+E", mark("Export the alerts")),
    )),
    Scope("limits_try", mark("Limits time machine"), ("limits_try",), (
        PanelKey("export", "Ctrl+E", mark("Export the findings")),
    ), fixed=SECTIONS),
)
BY_ID = {scope.id: scope for scope in SCOPES}
OF_PANEL = {panel: scope.id for scope in SCOPES for panel in scope.panels}
"""A panel's id -> its scope's."""
AT_FIRST = {f"{scope.id}.{row.name}": row.key for scope in SCOPES for row in scope.rows}


def split(keys: str) -> tuple[str, ...]:
    """Each key of a row; none of an empty text."""
    return tuple(keys.split(SEPARATOR)) if keys else ()
