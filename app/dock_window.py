"""A window with docks, and who holds a part of its layout in the hand.

While a border between docks, or a dock, is dragged, Qt 6.11 goes back to a copy of the layout from before the drag at each move of the
mouse. A dock that has left the layout meanwhile (a key, a panel that is sent elsewhere) is in the copy still, as a pointer to what is
no more, and the process dies. So what changes the layout waits until the hand has let go: `hand.when_still`.
"""

from collections.abc import Callable
from functools import partial, wraps
from typing import Any

from PySide6.QtCore import QChildEvent, QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QCursor, QGuiApplication, QHoverEvent, QMouseEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabBar, QWidget
from shiboken6 import isValid

LOOK_MS = 50
"""Between two looks whether the mouse is still down, while something waits: its release may have gone elsewhere."""


class Hand:
    """There is one mouse. What it holds, and what waits for it to let go."""

    def __init__(self) -> None:
        self._held: QWidget | None = None
        self._waiting: list[Callable[[], object]] = []

    def follow(self, one: QWidget, event: QEvent) -> None:
        """Of a window or a dock that drags parts of the layout: each event, after Qt has dealt with it."""
        if not isinstance(event, QMouseEvent) or event.button() is not Qt.MouseButton.LeftButton:
            return
        if event.type() is QEvent.Type.MouseButtonRelease:
            self._held = None if one is self._held else self._held
        elif event.isAccepted():
            self._held = one

    def when_still(self, run: Callable[[], object]) -> None:
        """Now, if nothing is dragged, else as soon as the mouse is let go, in the order of asking."""
        self._waiting.append(run)
        if not self.holds():
            self._run()
        elif len(self._waiting) == 1:
            QTimer.singleShot(LOOK_MS, self._look)

    def holds(self) -> bool:
        """Whether a border or a dock is dragged, or about to be."""
        held = self._held
        if held is None or not isValid(held):
            self._held = None
        elif not QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            # The release was lost, and Qt drags on until it has one.
            self._held = None
            _let_go(held)
        return self._held is not None

    def _look(self) -> None:
        if not self.holds():
            self._run()
        elif self._waiting:
            QTimer.singleShot(LOOK_MS, self._look)

    def _run(self) -> None:
        waiting, self._waiting = self._waiting, []
        for run in waiting:
            run()


hand = Hand()


def when_still(method: Callable[..., None]) -> Callable[..., None]:
    """Of a method that changes the layout: it waits for the hand."""

    @wraps(method)
    def wait(*given: Any) -> None:
        hand.when_still(partial(method, *given))

    return wait


def _let_go(held: QWidget) -> None:
    none, left = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
    whole = QPointF(QCursor.pos())
    held.event(QMouseEvent(
        QEvent.Type.MouseButtonRelease, QPointF(held.mapFromGlobal(whole)), whole, left, none, Qt.KeyboardModifier.NoModifier,
    ))


class DockWindow(QMainWindow):
    """Qt keeps the border below the pointer as numbers, and looks it up by them when the pointer leaves it: in a layout that has changed
    meanwhile there may be nothing there, and the process dies. So the pointer leaves it before the layout changes.

    paints_later: asked when Qt would paint the window; true: whoever answers paints it soon."""

    paints_later: Callable[[], bool] = staticmethod(lambda: False)

    def _leave_border(self) -> None:
        away = QPointF()
        QMainWindow.event(self, QHoverEvent(QEvent.Type.HoverLeave, away, away, away))

    def addDockWidget(self, *where: Any) -> None:
        self._leave_border()
        super().addDockWidget(*where)

    def removeDockWidget(self, dock: QDockWidget) -> None:
        self._leave_border()
        super().removeDockWidget(dock)

    def splitDockWidget(self, before: QDockWidget, dock: QDockWidget, way: Qt.Orientation) -> None:
        self._leave_border()
        super().splitDockWidget(before, dock, way)

    def tabifyDockWidget(self, before: QDockWidget, dock: QDockWidget) -> None:
        self._leave_border()
        super().tabifyDockWidget(before, dock)

    def restoreState(self, state: Any, version: int | None = 0) -> bool:
        self._leave_border()
        return super().restoreState(state, version or 0)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.UpdateRequest and self.paints_later():
            return True
        done = super().event(event)
        hand.follow(self, event)
        return done

    def childEvent(self, event: QChildEvent) -> None:
        super().childEvent(event)
        # Only then: before, and when it goes, the child is half an object.
        if event.polished():
            bar = event.child()
            if isinstance(bar, QTabBar):
                # Qt sometimes forgets a bar in the gaps between docks, and dies when a tab is moved in it.
                bar.setMovable(False)
