"""Our orders moved by their lines in the real window over the real core: unarmed never, across the touch with Shift only."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.domain.enums import Mode, OrderState, Side
from core.messages.commands import Pause
from tests.app.test_sign_in import Hands as Desk
from tests.app.test_sign_in import opened
from tests.app.test_terminal import Hands, bid, hands
from tests.sessions import limit

__all__ = ["hands"]
LEFT, NONE, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
LOT = 1_000_000


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    made = opened(qtbot, qapp, tmp_path)
    yield made
    made.terminal.shut()


def send(chart: Any, kind: QEvent.Type, at: QPoint, keys: Qt.KeyboardModifier) -> None:
    port = chart.plot.viewport()
    button = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else LEFT
    held = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else LEFT
    QApplication.sendEvent(port, QMouseEvent(kind, QPointF(at), QPointF(port.mapToGlobal(at)), button, held, keys))


def carry(chart: Any, price: int, to: int, keys: Qt.KeyboardModifier = NONE, drop: bool = True) -> None:
    start, end = (QPoint(120, int(chart.plot.prices.pane.y_of(one))) for one in (price, to))
    send(chart, QEvent.Type.MouseButtonPress, start, keys)
    send(chart, QEvent.Type.MouseMove, end, keys)
    if drop:
        send(chart, QEvent.Type.MouseButtonRelease, end, keys)


def test_a_line_is_moved_armed_and_across_the_touch_with_shift_only(hands: Hands) -> None:
    chart, core = hands.window.view("chart"), hands.terminal.core
    hands.until(lambda: chart.model.candles.count > 3)
    core.submit(Pause())
    hands.until(lambda: hands.terminal.assembly.session.mode is Mode.PAUSED)
    price = bid(hands) + 400
    core.submit(limit("line", Side.SELL, price, LOT))
    hands.until(lambda: [order.price for order in chart.model.own] == [price])
    chart.toggle_orders()
    asked: list[object] = []
    chart.asked.connect(asked.append)
    carry(chart, price, bid(hands) - 100)
    assert asked == [] and "arms the chart" in chart.header.status.text()
    hands.until(lambda: not chart.moving._ground.stale and chart.moving._ground.mode is Mode.PAUSED)
    chart.toggle_armed()
    assert chart.is_armed()
    hands.until(lambda: chart.model.bid == bid(hands))
    carry(chart, price, bid(hands) - 100, drop=False)
    assert "would trade at once: hold Shift" in chart.header.status.text()
    send(chart, QEvent.Type.MouseButtonRelease, QPoint(120, int(chart.plot.prices.pane.y_of(bid(hands) - 100))), NONE)
    assert asked == [] and chart.header.status.text() == "not moved: Shift lets it cross"
    carry(chart, price, price - 200)
    hands.until(lambda: [order.price for order in chart.model.own] not in ([price], []))
    (moved,) = chart.model.own
    assert abs(moved.price - (price - 200)) < 50 and len(asked) == 1
    carry(chart, moved.price, bid(hands) - 100, SHIFT)
    hands.until(lambda: [order.state for order in hands.orders()] == [OrderState.FILLED])


def test_what_the_gate_and_the_role_refuse_is_said_in_the_chart_that_asked(desk: Desk) -> None:
    ladder, chart = desk.still(), desk.window.view("chart")
    desk.window.focus_panel("chart")
    price = ladder.picture.bid + 400
    desk.terminal.core.submit(limit("line", Side.SELL, price, LOT))
    desk.until(lambda: [order.price for order in chart.model.own] == [price])
    (order,) = chart.model.own
    chart.toggle_armed()
    assert chart.is_armed()
    status = chart.header.status
    chart.plot.moved.emit(order, price * 3, False)
    desk.until(lambda: status.text().startswith("replace refused: ") and status.has_sign())
    chart.moving.hint.give("")
    desk.signing.sit_as_demo("demo-operator")
    chart.toggle_armed()
    chart.plot.moved.emit(order, price + 100, False)
    desk.until(lambda: status.text() == "replace refused: Your role does not allow this.")
    assert "refused" not in ladder.trade.status.text(), "it did not ask"
    assert [one.price for one in chart.model.own] == [price]
