"""The table of actions: everything a person can do to the window by menu, key or palette. A row here is all it takes.

Keys are portable Qt key texts; two keys are separated by "; ". Panels bring their own keys in their table.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.layout import TREES
from core.domain.enums import Side
from core.projections.stop_pictures import Rehearse
from widgets.action_keys import now
from widgets.labels import THEME
from widgets.panels import Panel
from widgets.tongue import mark, tr

if TYPE_CHECKING:
    from app.window import TerminalWindow

MENUS = (
    mark("Session"), mark("Trade"), mark("Go"), mark("Panel"), mark("View"), mark("Theme"), mark("Workspace"), mark("Help"),
)
"""In the order of the menu bar; Theme stands inside View."""
GLOBAL = ("stop",)
"""Work from every window of the program, also from a dialog."""
UNCOVERED = ("stop", "quit")
"""Work also where nobody is signed in."""
REPEATING = ("faster", "slower")
"""Go on while their key is held down."""


@dataclass(frozen=True)
class Action:
    """what: one sentence for the tooltip and the keys sheet. gap: a line above it in the menu. check: one choice among
    the rows of its menu. inside: what does the same in a panel by a shorter key (widgets/panel_keys.py)."""

    id: str
    menu: str
    text: str
    key: str
    what: str
    run: Callable[[], object]
    gap: bool = False
    check: bool = False
    inside: str = ""

    @property
    def said(self) -> str:
        """With the panel's key as it is now."""
        key = now(self.inside) if self.inside else ""
        return tr("{what}; {key} in the panel", what=self.what, key=key) if key else self.what


def table(window: "TerminalWindow") -> tuple[Action, ...]:
    parts = (_session, _trade, _desk, _go, _panel, _view, _chart, _market, _workspace, _theme, _help)
    return tuple(row for part in parts for row in part(window))


def _session(w: "TerminalWindow") -> tuple[Action, ...]:
    menu = "Session"

    def bar(what: str) -> Callable[[], object]:
        """Of the tape bar that stands there then."""
        return lambda: getattr(w.replay, what)()  # noqa: PLW0108

    return (
        Action("pause", menu, tr("Pause or resume"), "Space", tr("Holds the session, or lets it go on"), bar("toggle")),
        Action("faster", menu, tr("Faster"), "+; =", tr("Next higher speed of the tape"), bar("faster")),
        Action("slower", menu, tr("Slower"), "-", tr("Next lower speed of the tape"), bar("slower")),
        Action(
            "journal_open_in_replay", menu, tr("Open the journal's entry in replay…"), "Ctrl+Alt+Shift+J",
            tr("Plays the tape to the marked entry's time and pauses there; asks first"), lambda: w.in_panel("journal", "open_in_replay"),
        ),
        Action("restart", menu, tr("Restart session…"), "Ctrl+Shift+R", tr("Begins again; asks first"), bar("ask_restart")),
        Action(
            "person", menu, tr("Change person…"), "Ctrl+Shift+U", tr("Another person signs in at this terminal"),
            lambda: w.ask_seat("change"), gap=True,
        ),
        Action(
            "lock", menu, tr("Lock"), "Ctrl+L", tr("Nothing but Stop works until the password is typed again"),
            lambda: w.ask_seat("lock"),
        ),
        Action("sign_out", menu, tr("Sign out"), "Ctrl+Shift+O", tr("Leaves this terminal to nobody"), lambda: w.ask_seat("out")),
        Action("quit", menu, tr("Quit"), "Ctrl+Q", tr("Ends the run cleanly, saves the layout and leaves"), w.close, gap=True),
    )


def _trade(w: "TerminalWindow") -> tuple[Action, ...]:
    menu = "Trade"
    return (
        Action("stop", menu, tr("Stop: kill switch"), "F12", tr("Blocks new orders and cancels all of ours"), w.stop),
        Action(
            "rehearse", menu, tr("Rehearse the kill switch"), "Ctrl+Alt+Shift+H",
            tr("Stops a shadow of the machine; nothing real is touched"), lambda: w.asked.emit(Rehearse()),
        ),
        Action(
            "cancel_all", menu, tr("Cancel all orders"), "Ctrl+Shift+X", tr("Cancels every working order of ours"),
            w.cancel_all, gap=True,
        ),
        *_cancels(w),
        Action(
            "venue", menu, tr("Ask: orders go outside, or stay…"), "Ctrl+Shift+V", tr(
                "Asks for a second person's approval: whether orders leave",
            ),
            lambda: w.ask_seat("venue"),
        ),
        Action("arm", menu, tr("Arm or disarm the ladder"), "Ctrl+Shift+A", tr("One-click trading"), w.toggle_armed, inside="ladder.arm"),
        Action(
            "chart_arm", menu, tr("Arm or disarm the chart"), "Ctrl+Alt+Shift+A", tr("Moving orders by their lines"),
            lambda: w.in_panel("chart", "toggle_armed"), inside="chart.arm",
        ),
    )


def _cancels(w: "TerminalWindow") -> tuple[Action, ...]:
    """The ladder's three buttons, in their order: Z, X and C lie so, too. Of several ladders the one in focus does it."""

    def cancel(side: Side | None) -> None:
        dock = w.panel_in_focus()
        w.in_panel(dock.key if dock is not None and dock.panel.id == "ladder" else "ladder", "cancel_all", side)

    def row(inside: str, side: Side | None, text: str, key: str, what: str) -> Action:
        return Action(f"ladder_{inside}", "Trade", text, key, what, lambda: cancel(side), inside=f"ladder.{inside}")

    return (
        row(
            "cancel_bids", Side.BUY, tr("Ladder: cancel bids"), "Ctrl+Alt+Shift+Z", tr("Cancels our buy orders of the ladder's instrument"),
        ),
        row("cancel_all", None, tr("Ladder: cancel all"), "Ctrl+Alt+Shift+X", tr("Cancels our orders of the ladder's instrument")),
        row(
            "cancel_asks", Side.SELL, tr("Ladder: cancel asks"), "Ctrl+Alt+Shift+C",
            tr("Cancels our sell orders of the ladder's instrument"),
        ),
    )


def _desk(w: "TerminalWindow") -> tuple[Action, ...]:
    """Forms of panels: by menu and palette from anywhere, without the panel's own key."""

    def row(panel: str, method: str, text: str, key: str, what: str, gap: bool = False, inside: str = "") -> Action:
        return Action(f"{panel}_{method}", "Trade", text, key, what, lambda: w.in_panel(panel, method), gap, inside=inside)

    return (
        row(
            "risk", "new_limit", tr("New limit…"), "Ctrl+Alt+Shift+L", tr("A limit that does not stand yet"), gap=True,
            inside="risk.new",
        ),
        row("risk", "new_rule", tr("New tightening rule…"), "Ctrl+Alt+Shift+T", tr("What makes a limit count less by itself")),
        row(
            "triggers", "new_trigger", tr("New trigger of the kill switch…"), "Ctrl+Alt+Shift+K", tr("What engages it by itself"),
            inside="triggers.new",
        ),
        row(
            "operations", "set_rules", tr("Rules of an instrument…"), "Ctrl+Alt+Shift+B", tr("Bands, velocity, halts, sizes, cancels"),
            gap=True,
        ),
        row("operations", "set_schedule", tr("Schedule of an instrument…"), "Ctrl+Alt+Shift+S", tr("What comes by itself, and when")),
        row("operations", "set_price", tr("Reference prices…"), "Ctrl+Alt+Shift+P", tr("What bands and marked stops are measured from")),
        row(
            "risk", "new_restriction", tr("New restriction…"), "Ctrl+Alt+Shift+R", tr("An instrument, a person, or both"),
            inside="risk.restrict",
        ),
    )


def _go(w: "TerminalWindow") -> tuple[Action, ...]:
    def row(panel: Panel) -> Action:
        what = tr("Shows {title} and moves the keys there", title=tr(panel.title))
        return Action(f"go_{panel.id}", "Go", tr("Go to {title}", title=tr(panel.title)), panel.key, what, lambda: w.focus_panel(panel.id))

    return tuple(row(panel) for panel in w.panels)


def _panel(w: "TerminalWindow") -> tuple[Action, ...]:
    def row(what: str, text: str, key: str, sentence: str) -> Action:
        return Action(f"panel_{what}", "Panel", text, key, sentence, lambda: w.with_panel(what))

    return (
        row("duplicate", tr("Duplicate"), "Ctrl+Alt+D", tr("The panel in focus once more, beside it")),
        row("link", tr("Next link group"), "Ctrl+Alt+K", tr("The panel in focus follows the instrument of the next colour, or none")),
        row("float", tr("Float or dock"), "Ctrl+Alt+F", tr("Takes the panel in focus out of the window, or puts it back")),
        row(
            "window", tr("Move to a new window, or back"), "Ctrl+Alt+N",
            tr("A window of its own for the panel in focus, for another screen"),
        ),
        row("close", tr("Close"), "Ctrl+W", tr("Closes the panel in focus")),
    )


def _view(w: "TerminalWindow") -> tuple[Action, ...]:
    menu = "View"
    return (
        Action(
            "picture_file", menu, tr("Picture of the window to a file"), "Ctrl+Alt+P", tr("A stamped picture in the data folder"),
            lambda: w.aid_asked.emit("picture_file"), gap=True,
        ),
        Action(
            "picture_copy", menu, tr("Picture of the window to the clipboard"), "Ctrl+Alt+C", tr("A stamped picture to paste"),
            lambda: w.aid_asked.emit("picture_copy"),
        ),
        Action("language", menu, "English / 中文", "Ctrl+Alt+U", tr("The window in the next language"), w.language_asked.emit, gap=True),
        Action("mute", menu, tr("Mute or unmute sounds"), "Ctrl+Alt+M", tr("Until the window closes"), lambda: w.aid_asked.emit("mute")),
    )


def _workspace(w: "TerminalWindow") -> tuple[Action, ...]:
    menu = "Workspace"

    def built_in(number: int, name: str) -> Action:
        what = tr("Puts the panels where the built-in workspace {name} has them", name=tr(name))
        return Action(f"workspace_{name.lower()}", menu, tr(name), f"Ctrl+Alt+{number}", what, lambda: w.ask_workspace("show", name))

    return (
        *(built_in(number, name) for number, name in enumerate(TREES, start=1)),
        Action(
            "workspace_save_as", menu, tr("Save workspace as…"), "Ctrl+Alt+S", tr("Keeps where every panel and window stands under a name"),
            lambda: w.ask_workspace("save_as"), gap=True,
        ),
        Action(
            "workspace_forget", menu, tr("Delete a workspace…"), "Ctrl+Alt+Del", tr("Forgets a saved one"),
            lambda: w.ask_workspace("forget"),
        ),
        Action(
            "layout_undo", menu, tr("Undo layout change"), "Ctrl+Alt+Z", tr("Panels back to where they stood before"),
            lambda: w.ask_workspace("undo"), gap=True,
        ),
        Action("layout_redo", menu, tr("Redo layout change"), "Ctrl+Alt+Y", tr("Takes the undoing back"), lambda: w.ask_workspace("redo")),
        Action("layout_save", menu, tr("Save layout"), "Ctrl+Shift+S", tr("Keeps this layout for the next start"), w.save_layout, gap=True),
        Action("layout_reset", menu, tr("Reset layout"), "Ctrl+Shift+L", tr("Every panel back to its place"), w.reset_layout),
    )


def _chart(w: "TerminalWindow") -> tuple[Action, ...]:
    """The chart's own keys work while it has the focus; by menu and palette the same is there from anywhere."""

    def row(method: str, inside: str, text: str, key: str, what: str, gap: bool = False) -> Action:
        return Action(
            f"chart_{method}", "View", tr("Chart: {text}", text=text), key, what, lambda: w.in_panel("chart", method), gap,
            inside=f"chart.{inside}",
        )

    return (
        row("toggle_studies", "studies", tr("studies"), "Ctrl+Alt+I", tr("Indicators over the chart and their parameters"), gap=True),
        row("next_drawn", "drawn", tr("next way to draw bars"), "Ctrl+Alt+B", tr("Candles, line, area, Heikin-Ashi, footprint")),
        row("open_tools", "tools", tr("drawing tools"), "Ctrl+Alt+G", tr("Lines, boxes, a ruler, words")),
        row("toggle_ratio", "ratio", tr("logarithmic scale"), "Ctrl+Alt+L", tr("Equal distances are equal ratios")),
        row("toggle_profile", "profile", tr("volume profile"), "Ctrl+Alt+V", tr("What traded at each price in view")),
        row("toggle_orders", "orders", tr("orders beyond the prices"), "Ctrl+Alt+Q", tr("Takes our orders into the prices in view")),
    )


def _market(w: "TerminalWindow") -> tuple[Action, ...]:
    """As with the chart: shorter keys in the panel, these from anywhere."""

    def row(panel: str, method: str, text: str, key: str, what: str, gap: bool = False, inside: str = "") -> Action:
        def run() -> None:
            view = w.view(panel)
            if view is not None and hasattr(view, method):
                w.focus_panel(panel)
                getattr(view, method)()

        return Action(f"{panel}_{method}", "View", text, key, what, run, gap, inside=inside)

    return (
        row(
            "ladder", "toggle_profits", tr("Ladder: profit along the prices"), "Ctrl+Alt+O",
            tr("The open position's worth at each price"), gap=True, inside="ladder.profits",
        ),
        row(
            "ladder", "edit_size", tr("Ladder: change a size"), "Ctrl+Alt+E",
            tr("The order size in use, edited in place"), inside="ladder.edit_size",
        ),
        row("watchlist", "open_add", tr("Watchlist: add a symbol"), "Ctrl+Alt+W", tr("Typed and completed; any letter in the watchlist")),
        row("watchlist", "show_all", tr("Watchlist: every listed instrument"), "Ctrl+Alt+A", tr("Instead of the list that somebody made")),
        row(
            "watchlist", "toggle_dense", tr("Watchlist: one line or two"), "Ctrl+Alt+H",
            tr("An instrument's height"), inside="watchlist.dense",
        ),
        row(
            "tape", "toggle_merge", tr("Tape: merge an order's prints"), "Ctrl+Alt+R", tr("One line an aggressor's order"),
            inside="tape.merge",
        ),
        row("tape", "toggle_own", tr("Tape: own trades only"), "Ctrl+Alt+X", tr("Nobody's trades but ours"), inside="tape.own"),
    )


def _theme(w: "TerminalWindow") -> tuple[Action, ...]:
    def row(number: int, name: str, text: str) -> Action:
        what, key = tr("Shows everything in these colours: {text}", text=text), f"Ctrl+Alt+Shift+{number}"
        return Action(f"theme_{name}", "Theme", tr("Theme: {text}", text=text), key, what, lambda: w.choose_theme(name), check=True)

    following = Action("theme_next", "Theme", tr("Next theme"), "Ctrl+Shift+T", tr("The next set of colours"), w.next_theme)
    return (following, *(row(number, *one) for number, one in enumerate(THEME.items(), start=1)))


def _help(w: "TerminalWindow") -> tuple[Action, ...]:
    menu = "Help"
    return (
        Action(
            "palette", menu, tr("Command palette…"), "Ctrl+K", tr("Any action, instrument, working order or setting by a few letters"),
            w.open_palette,
        ),
        Action(
            "tour", menu, tr("Guided tour…"), "Ctrl+Alt+T", tr("Two minutes, ending with a first fill and a first stop"),
            lambda: w.aid_asked.emit("tour"),
        ),
        Action("help", menu, tr("Help on this panel"), "F1", tr("The page of the manual for the panel in focus"), w.show_help),
        Action("about", menu, tr("About Quarterdeck…"), "Ctrl+F1", tr("Version, build and licences"), w.show_about, gap=True),
    )
