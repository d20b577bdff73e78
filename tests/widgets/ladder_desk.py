"""A shown ladder fed with pictures like the core's, and what it asked for."""

from itertools import count

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QCursor, QWheelEvent
from PySide6.QtWidgets import QApplication

from core.domain.enums import Mode, Side
from core.domain.instrument import Instrument
from core.domain.units import InstrumentId
from core.projections.pictures import LadderLook, LadderPicture, OwnOrder
from widgets.ladder.view import LadderView
from widgets.style import THEMES

BTC = Instrument(InstrumentId(1), "BTC-USD", "COINBASE", "BTC", "USD", 2, 8, 1, 1)
LOT = 100_000_000
BUY_OWN = OwnOrder(11, Side.BUY, 618_900, LOT // 2, LOT // 4, 141_200_000)
SELL_OWN = OwnOrder(12, Side.SELL, 619_250, LOT, LOT, 250_200_000)


def picture(
    look: LadderLook, version: int = 1, bid: int = 619_084, ask: int = 619_085, **changes: object
) -> LadderPicture:
    rows = range(look.low, look.high + 1, look.group) if look.high else range(0)
    fields: dict[str, object] = {
        "version": version, "instrument": BTC, "low": look.low, "high": look.high, "group": look.group,
        "bid": bid, "ask": ask, "last": ask, "last_qty": LOT, "last_aggressor": Side.BUY,
        "bids": {row: LOT for row in rows if row <= bid}, "asks": {row: LOT for row in rows if row >= ask},
        "traded": {}, "own": (BUY_OWN, SELL_OWN), "position": 0, "cost": 0, "mode": Mode.REPLAY, "kill_engaged": False,
        "asked": look.asked, "mark": ask,
    }
    return LadderPicture(**(fields | changes))  # type: ignore[arg-type]


class Desk:
    """A shown ladder, and what it asked for."""

    def __init__(self, view: LadderView) -> None:
        self.view = view
        self.asked: list[object] = []
        self.version = count(1)
        view.asked.connect(self.asked.append)

    def draw(self, **changes: object) -> None:
        self.view.draw(picture(self.view.look(), next(self.version), **changes))  # type: ignore[arg-type]

    def point(self, price: int, zone: str) -> QPoint:
        return self.view.grid.row_rect(price, zone).center()

    def wheel(self, notches: int, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        grid = self.view.grid
        at = QPointF(grid.rect().center())
        QApplication.sendEvent(grid, QWheelEvent(
            at, grid.mapToGlobal(at), QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton, keys,
            Qt.ScrollPhase.NoScrollPhase, False,
        ))


def shown(qtbot) -> Desk:  # type: ignore[no-untyped-def]
    numbers = count(1)
    view = LadderView(THEMES["dark"], new_id=lambda: f"click-{next(numbers)}")
    qtbot.addWidget(view)
    view.resize(460, 720)
    # Where an earlier test left it, it would point at a row.
    QCursor.setPos(700, 5)
    with qtbot.waitExposed(view):
        view.show()
    made = Desk(view)
    made.draw()
    made.draw()
    return made
