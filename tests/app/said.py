"""Every word that a window shows or would tell: of labels, buttons, fields, menus, tooltips and names, and what type faces paint."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QMenu, QPlainTextEdit, QTabBar, QWidget

from widgets.type_face import TypeFace


def told(root: QWidget) -> Iterator[tuple[QWidget, str]]:
    """(who, text) of the whole tree, hidden parts too."""
    for widget in (root, *root.findChildren(QWidget)):
        yield from ((widget, text) for text in (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()))
        if widget.isWindow():
            yield widget, widget.windowTitle()
        if isinstance(widget, QAbstractButton | QLabel):
            yield widget, widget.text()
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            yield widget, widget.placeholderText()
        if isinstance(widget, QMenu):
            yield widget, widget.title()
        if isinstance(widget, QTabBar):
            yield from ((widget, widget.tabText(number)) for number in range(widget.count()))
    for action in root.findChildren(QAction):
        yield from ((_whose(action, root), text) for text in (action.text(), action.toolTip(), action.statusTip()))


def _whose(action: QAction, root: QWidget) -> QWidget:
    """The widget that offers it, behind menus."""
    owner = action.parent()
    while owner is not None and (isinstance(owner, QMenu) or not isinstance(owner, QWidget)):
        owner = owner.parent()
    return owner if isinstance(owner, QWidget) else root


@contextmanager
def painted() -> Iterator[set[str]]:
    """What is laid out for painting while it stands, kept layouts included."""
    caught: set[str] = set()
    laid = TypeFace._laid

    def watched(face: TypeFace, text: str) -> object:
        caught.add(text)
        return laid(face, text)

    TypeFace._laid = watched  # type: ignore[assignment,method-assign]
    try:
        yield caught
    finally:
        TypeFace._laid = laid  # type: ignore[method-assign]
