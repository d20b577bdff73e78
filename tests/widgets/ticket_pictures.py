"""A market around a ticket, and a ticket that is open in it, for its tests."""

from typing import Any

from core.domain.enums import OrderState, OrderType, Side, TimeInForce
from core.domain.instrument import Instrument
from core.domain.units import SECOND, InstrumentId
from core.messages.commands import PlaceOrder
from core.projections.ticket_pictures import Fate, TicketPicture
from widgets.style import THEMES
from widgets.ticket.view import TicketView

BTC = Instrument(InstrumentId(1), "BTC-USD", "COINBASE", "BTC", "USD", 2, 8, 1, 1)
COARSE = Instrument(InstrumentId(2), "ES", "SIM", "ES", "USD", 2, 0, 25, 1)
LOT = 10**8
NOON = 1_531_483_200 * SECOND
"""13 July 2018, 12:00 UTC."""


def picture(version: int = 1, **changes: object) -> TicketPicture:
    fields: dict[str, object] = {
        "version": version, "instrument": BTC, "bid": 619_084, "bid_qty": LOT, "ask": 619_085, "ask_qty": LOT // 5, "last": 619_085,
        "bid_depth": 40 * LOT, "ask_depth": 20 * LOT, "at": NOON,
    }
    return TicketPicture(**(fields | changes))  # type: ignore[arg-type]


def placed(side: Side = Side.BUY, qty: int = LOT // 2, price: int = 619_084, **changes: object) -> PlaceOrder:
    """What the open ticket sends first, but for the changes."""
    fields: dict[str, object] = {
        "client_order_id": "id0", "instrument": BTC.id, "side": side,
        "order_type": OrderType.LIMIT if price else OrderType.MARKET, "qty": qty, "price": price,
        "time_in_force": TimeInForce.DAY if price else TimeInForce.IOC,
    }
    return PlaceOrder(**(fields | changes))  # type: ignore[arg-type]


def working(name: str = "id0", state: OrderState = OrderState.WORKING, **more: Any) -> Fate:
    return Fate(name, 1234, state, qty=LOT // 2, **more)


def opened(qtbot: Any) -> TicketView:
    """With half a bitcoin to buy at the bid. sent: what it asked for."""
    ids = iter(f"id{number}" for number in range(100))
    made = TicketView(THEMES["dark"], new_id=lambda: next(ids))
    qtbot.addWidget(made)
    made.sent = []  # type: ignore[attr-defined]
    made.asked.connect(made.sent.append)  # type: ignore[attr-defined]
    made.resize(300, 520)
    with qtbot.waitExposed(made):
        made.show()
    made.draw(picture())
    made.setFocus()
    made.prefill(Side.BUY, 619_084, LOT // 2)
    return made
