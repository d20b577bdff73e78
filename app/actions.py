"""The table of actions: everything a person can do to the window by menu, key or palette. A row here is all it takes.

Keys are portable Qt key texts; two keys are separated by "; ". Panels bring their own keys in their table.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from widgets.labels import THEME
from widgets.panels import Panel

if TYPE_CHECKING:
    from app.window import TerminalWindow

MENUS = ("Session", "Trade", "Go", "View", "Theme", "Help")
"""In the order of the menu bar; Theme stands inside View."""
GLOBAL = ("stop",)
"""Work from every window of the program, also from a dialog."""


@dataclass(frozen=True)
class Action:
    """what: one sentence for the tooltip and the keys sheet. gap: a line above it in the menu. check: it is a choice among
    the rows of its menu."""

    id: str
    menu: str
    text: str
    key: str
    what: str
    run: Callable[[], object]
    gap: bool = False
    check: bool = False


def table(window: "TerminalWindow") -> tuple[Action, ...]:
    w = window
    return (
        Action("pause", "Session", "Pause or resume", "Space", "Holds the session's time, or lets it go on", w.replay.toggle),
        Action("faster", "Session", "Faster", "+; =", "Next higher speed of the tape", w.replay.faster),
        Action("slower", "Session", "Slower", "-", "Next lower speed of the tape", w.replay.slower),
        Action("restart", "Session", "Restart session…", "Ctrl+Shift+R", "Begins the tape again; asks first", w.replay.ask_restart),
        Action("quit", "Session", "Quit", "Ctrl+Q", "Ends the run cleanly, saves the layout and leaves", w.close, gap=True),
        Action("stop", "Trade", "Stop: kill switch", "F12", "The stop button: blocks new orders and cancels all of ours", w.stop),
        Action(
            "cancel_all", "Trade", "Cancel all orders", "Ctrl+Shift+X", "Cancels every working order of ours", w.cancel_all, gap=True
        ),
        Action("arm", "Trade", "Arm or disarm the ladder", "Ctrl+Shift+A", "One-click trading in the ladder", w.toggle_armed),
        *(_focus(w, panel) for panel in w.panels),
        Action("theme_next", "Theme", "Next theme", "Ctrl+Shift+T", "The next colour set", w.next_theme),
        *(_theme(w, name, text) for name, text in THEME.items()),
        Action("layout_save", "View", "Save layout", "Ctrl+Shift+S", "Keeps this layout for the next start", w.save_layout, gap=True),
        Action("layout_reset", "View", "Reset layout", "Ctrl+Shift+L", "Every panel back to its first place", w.reset_layout),
        Action("palette", "Help", "Command palette…", "Ctrl+K", "Any action by a few letters of its name", w.open_palette),
        Action("keys", "Help", "Keys…", "F1", "All keys on one sheet", w.show_keys),
        Action("about", "Help", "About Quarterdeck…", "", "Version, build and licences", w.show_about, gap=True),
    )


def _focus(window: "TerminalWindow", panel: Panel) -> Action:
    return Action(
        f"go_{panel.id}", "Go", f"Go to {panel.title}", panel.key, f"Shows the panel {panel.title} and puts the keys there",
        lambda: window.focus_panel(panel.id),
    )


def _theme(window: "TerminalWindow", name: str, text: str) -> Action:
    return Action(
        f"theme_{name}", "Theme", f"Theme: {text}", "", f"Colours: {text}", lambda: window.choose_theme(name), check=True
    )
