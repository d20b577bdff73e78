"""A window with docks whose layout may be changed at any time, also while somebody drags something in it.

While a border between docks, a dock, or a tab is dragged, Qt 6.11 goes back to a copy of the layout from before the drag at each move
of the mouse. A dock that has left the layout meanwhile (a key, a panel that is sent elsewhere) is in the copy still, as a pointer to
what is no more, and the process dies. So the drag ends before the layout changes.
"""

from typing import Any

from PySide6.QtCore import QChildEvent, QEvent, QPointF, Qt
from PySide6.QtGui import QCursor, QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QTabBar, QWidget

DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


def end_drags() -> None:
    """As if the mouse's left button, if it is down, were let go of here."""
    if not QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton:
        return
    whole = QPointF(QCursor.pos())
    for window in QApplication.topLevelWidgets():
        if isinstance(window, QMainWindow):
            # Straight to who drags: no filter and no title hears of a button that is still down.
            QMainWindow.event(window, _release(window, whole))
            for dock in window.findChildren(QDockWidget, options=DIRECT):
                QDockWidget.event(dock, _release(dock, whole))
            for bar in window.findChildren(QTabBar, options=DIRECT):
                QTabBar.event(bar, _release(bar, whole))


def _release(one: QWidget, whole: QPointF) -> QMouseEvent:
    none, left = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
    place = QPointF(one.mapFromGlobal(whole))
    return QMouseEvent(QEvent.Type.MouseButtonRelease, place, whole, left, none, Qt.KeyboardModifier.NoModifier)


class DockWindow(QMainWindow):
    def childEvent(self, event: QChildEvent) -> None:
        super().childEvent(event)
        # Only then: before, and when it goes, the child is half an object.
        if event.polished():
            bar = event.child()
            if isinstance(bar, QTabBar):
                # Qt sometimes forgets a bar in the gaps between docks, and dies when a tab is moved in it.
                bar.setMovable(False)

    def addDockWidget(self, *where: Any) -> None:
        end_drags()
        super().addDockWidget(*where)

    def removeDockWidget(self, dock: QDockWidget) -> None:
        end_drags()
        super().removeDockWidget(dock)

    def splitDockWidget(self, before: QDockWidget, dock: QDockWidget, way: Qt.Orientation) -> None:
        end_drags()
        super().splitDockWidget(before, dock, way)

    def tabifyDockWidget(self, before: QDockWidget, dock: QDockWidget) -> None:
        end_drags()
        super().tabifyDockWidget(before, dock)

    def restoreState(self, state: Any, version: int | None = 0) -> bool:
        end_drags()
        return super().restoreState(state, version or 0)
