"""Every text of the real window can be read on what is behind it, in every theme: workspaces, panels of the frame, open forms, rows that
are chosen, buttons and rows under the pointer."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.settings import load
from app.terminal import Terminal
from core.domain.enums import Side
from core.domain.order_state import OPEN
from tests.app.test_nothing_clipped import OWN
from tests.app.text_contrast import weak
from tests.sessions import bundled, limit
from widgets.style import THEMES
from widgets.type_face import TypeFace

pytestmark = pytest.mark.window_only
WAIT_MS = 20_000
LOT = 10**8
MORE = "help,statistics,people,basket,health,fills,positions,account,orders"


@pytest.fixture
def terminal(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Terminal]:
    (tmp_path / "tour.seen").touch()
    made = Terminal(qapp, load(["--data", str(tmp_path), "--watchdog", "off"], {}), bundled())
    made.open()
    made.window.resize(1920, 1080)
    quotes = made.assembly.projections.market.quotes
    qtbot.waitUntil(lambda: bool(quotes) and quotes[1].depth.best_bid > 0 and made.assembly.session.messages > 50, timeout=WAIT_MS)
    price = quotes[1].depth.best_bid
    for name, side, far in (("low", Side.BUY, -20_000), ("high", Side.SELL, 20_000), ("through", Side.BUY, 500), ("wild", Side.BUY, 10**7)):
        made.core.submit(limit(name, side, price + far, LOT // 10))
    rows = made.assembly.projections.orders.rows
    qtbot.waitUntil(lambda: len(rows) == 4 and sum(row.state in OPEN for row in rows.values()) == 2, timeout=WAIT_MS)
    yield made
    made.shut()


def looked_at(qtbot: QtBot, terminal: Terminal) -> list[str]:
    """As it is, and with every button under the pointer."""
    window, session = terminal.window, terminal.assembly.session
    before = session.messages
    qtbot.waitUntil(lambda: session.messages > before + 5, timeout=WAIT_MS)
    found, texts = weak(window)
    assert texts > 150, "the window says much"
    buttons = [button for button in window.findChildren(QAbstractButton) if button.isVisible()]
    for button in buttons:
        button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    found += [f"under the pointer: {one}" for one in weak(window)[0]]
    for button in buttons:
        button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    return found


@pytest.mark.parametrize("name", THEMES)
def test_every_text_can_be_read_where_it_stands(qtbot: QtBot, terminal: Terminal, name: str) -> None:
    window, found = terminal.window, {}
    window.choose_theme(name)
    for workspace in ("Trade", "Watch", "Train"):
        window.arrange(workspace)
        found[workspace] = looked_at(qtbot, terminal)
    for asked in f"{OWN},{MORE}".split(","):
        id, _, act = asked.partition(".")
        window.arrange("Trade")
        window.focus_panel(id)
        view = window.docks[id].view
        if act:
            getattr(view, act)()
        if hasattr(view, "table"):
            view.table.setFocus()
            qtbot.keyClick(view.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        found[asked] = looked_at(qtbot, terminal)
    assert found == {place: [] for place in found}


@pytest.mark.parametrize("name", THEMES)
def test_rows_under_the_pointer(qtbot: QtBot, terminal: Terminal, name: str) -> None:
    window, found = terminal.window, []
    window.choose_theme(name)
    window.arrange("Trade")
    for id in ("watchlist", "ladder", "orders", "chart", "depth", "tape"):
        view = window.docks[id].view
        for part in (0.3, 0.6):
            target = view.childAt(round(view.width() * part), round(view.height() * part)) or view
            QTest.mouseMove(target, QPoint(target.width() // 2, target.height() // 2))
            QApplication.processEvents()
            found += weak(window)[0]
    assert found == []


class Written(QWidget):
    """One text painted in an ink on a ground."""

    def __init__(self, ink: str, ground: str) -> None:
        super().__init__()
        self._ink, self._ground, self._face = QColor(ink), QColor(ground), TypeFace()

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._ground)
        self._face.use(painter)
        painter.setPen(self._ink)
        self._face.left(painter, 10, 0, self.height(), "61 912.34")


@pytest.mark.parametrize(("ink", "ground", "readable"), [
    ("#767676", "#ffffff", True), ("#777777", "#ffffff", False), ("#ffffff", "#767676", True), ("#80ffffff", "#000000", True),
    ("#20ffffff", "#000000", False),
])
def test_what_cannot_be_read_is_found(qtbot: QtBot, ink: str, ground: str, readable: bool) -> None:
    """4.54:1 and 4.48:1 by the formula of WCAG 2.1; a translucent ink counts as it comes out."""
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    painted, label = Written(ink, ground), QLabel("words")
    label.setStyleSheet(f"color: {QColor(ink).name()}; background: {ground}")
    column.addWidget(painted)
    column.addWidget(label)
    window.resize(300, 120)
    with qtbot.waitExposed(window):
        window.show()
    found, texts = weak(window)
    opaque = not ink.startswith(("#80", "#20"))
    assert texts == 2 and len(found) == (0 if readable else 2 if opaque else 1)
