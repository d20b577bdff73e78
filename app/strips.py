"""Strips at the top of the window, a question or a notice, take height from the panels for as long as they stand there.

Invariants: what they take is no layout of a person's. When the last of them goes, every panel stands exactly where it stood before the
first one came; what a person changed meanwhile stands as it would without them. Qt shares height that comes back otherwise than it
took it, so the panels' sizes are remembered before, and given back. Nothing is moved while a border or a panel is dragged.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from app import layout
from app.dock_window import hand
from app.window import TerminalWindow
from app.workspace import capture
from app.workspace_file import WindowLayout

UNBOUNDED = 16_777_215
"""Qt's own bound of a widget's height, pixels; not named as a length, which would grow with the type."""


@dataclass(frozen=True)
class Stood:
    """The first window without strips. top: height of its menu and banner, pixels."""

    whole: WindowLayout
    top: int


class Strips(QObject):
    about = Signal()
    """Right before one comes or goes: who watches the layout looks now, as long as nothing has moved by it."""
    room_changed = Signal()
    """The window, or what stands at its top, has another size."""

    def __init__(self, window: TerminalWindow) -> None:
        super().__init__(window)
        self._window = window
        self._stood: Stood | None = None
        self._squeezed: dict[str, tuple[int, int]] = {}
        """The panels' sizes below a strip when what they stand like without it was found out last."""
        window.renewed.connect(self._follow)
        window.installEventFilter(self)
        self._follow()

    def before(self) -> WindowLayout | None:
        """How the first window stands without them; None while there is none, or when nobody can know."""
        return self._stood.whole if self._stood is not None and self._some() else None

    def stood(self) -> Stood:
        """How the first window stands without them, as far as anybody knows."""
        return self._stood if self._stood is not None and self._some() else self._look()

    def give_back(self, stood: Stood) -> None:
        """Their sizes to the same panels in the same room; anything else is left as it is."""
        now = self._look()
        if (now.whole.panels, now.whole.place[2:], now.top) == (stood.whole.panels, stood.whole.place[2:], stood.top):
            layout.resize_to(self._window, self._window.docks, stood.whole.sizes)

    def moved(self) -> None:
        """A person has moved panels. Below a strip, it is found out how they stand without it; they stay where they are."""
        if not self._some():
            self._stood = None
            return
        sizes = layout.sizes(self._window, self._window.docks)
        if self._stood is not None and sizes == self._squeezed:
            return
        if hand.holds():
            self._stood = None
            return
        with self.lifted():
            pass
        layout.resize_to(self._window, self._window.docks, sizes)
        self._squeezed = sizes

    @contextmanager
    def lifted(self) -> Iterator[None]:
        """Panels that are put somewhere inside have the room that they have without strips; how they stand then is remembered."""
        top = self._top()
        self.settle()
        bare = top.sizeHint().height() - sum(one.maximumHeight() for one in self._standing())
        if not self._some() or bare <= 0:
            # None, or a strip that was just made: it has no height of its own before it is laid out.
            yield
            self._stood = None
            return
        top.setMaximumHeight(bare)
        layout.settle(self._window)
        try:
            yield
            self._stood = self._look()
        finally:
            top.setMaximumHeight(UNBOUNDED)
            self.settle()
            self._squeezed = layout.sizes(self._window, self._window.docks)

    def settle(self) -> None:
        """From the inside out: each asks those in it how high they are now."""
        for one in (self._window.banner, self._top(), self._window):
            layout.settle(one)

    def eventFilter(self, one: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.room_changed.emit()
        return False

    # parts ----------------------------------------------------------------------------------------------------------

    def _standing(self) -> list[QWidget]:
        window = self._window
        return [one for one in (window.offers, window.banner.notice) if not one.isHidden()]

    def _some(self) -> bool:
        return bool(self._standing())

    def _top(self) -> QWidget:
        top = self._window.menuWidget()
        assert top is not None
        return top

    def _follow(self) -> None:
        """Those that the window has now, in another language or size of type."""
        for one in (self._window.offers, self._window.banner.notice):
            one.coming.connect(self._on_coming)
            one.going.connect(self.about)
            one.gone.connect(self._on_gone)
        self._top().installEventFilter(self)

    def _on_coming(self) -> None:
        self.about.emit()
        if not self._some():
            self.settle()
            self._stood, self._squeezed = self._look(), {}

    def _on_gone(self) -> None:
        if self._some():
            return
        stood, self._stood = self._stood, None
        if stood is None or hand.holds():
            return
        self.settle()
        self.give_back(stood)

    def _look(self) -> Stood:
        window = self._window
        layout.settle(window)
        return Stood(capture(window).windows[0], self._top().height())
