"""What a panel's view must be. The table of panels follows when the views exist."""

from typing import Any, Protocol


class PanelView(Protocol):
    """A QWidget with `asked = Signal(object)` (a Command or Control)."""

    def look(self) -> Any:
        """What it wants to see next, and what it has drawn already; called once a frame while visible."""

    def draw(self, picture: Any) -> None:
        """Takes a picture that answers look(); called at most once a frame, never when nothing changed."""

    def set_theme(self, theme: Any) -> None: ...
