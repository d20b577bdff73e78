"""What a panel's view must be, and what a row of the table of panels says. A panel exists if it has a row."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from widgets.style import Theme


class PanelView(Protocol):
    """A QWidget with `asked = Signal(object)` (a Command or Control)."""

    def look(self) -> Any:
        """What it wants to see next, and what it has drawn already; called once a frame while visible."""

    def draw(self, picture: Any) -> None:
        """Takes a picture that answers look(); called at most once a frame, never when nothing changed."""

    def set_theme(self, theme: Any) -> None: ...


@dataclass(frozen=True)
class Panel:
    """id: steady, it names the dock in saved layouts. icon: a QtAwesome name. projection: whose pictures it draws.

    make_view(theme) imports its view when called, so that a closed panel costs nothing at the start. area: left, right,
    top or bottom, for a panel that the default layout does not place. key: shows and focuses it. linked: it follows the
    chosen instrument. own_keys: plain keys it wants for itself while it has the focus, before the window's: "+-".
    """

    id: str
    title: str
    icon: str
    make_view: Callable[[Theme], Any]
    projection: str
    area: str = "left"
    key: str = ""
    linked: bool = False
    own_keys: str = ""
