"""Which terms each type of order may carry, and how long it may live: the exchange's rules, and what a ticket offers.

Invariant: whatever is not allowed here the exchange rejects as BAD_TERMS. Which of the allowed terms contradict each other is its
own to say (core/machine/venue/checks).
"""

from typing import Final

from core.domain.enums import OrderType, TimeInForce

TRIGGER, TRAIL, DISPLAY, HIDDEN, POST_ONLY, PEG = (1 << bit for bit in range(6))
OFFSET, MIN_QTY, ALL_OR_NONE, EXPIRES, PROTECTION, DISTANCE = (1 << bit for bit in range(6, 12))

ALLOWED: Final = {
    OrderType.MARKET: MIN_QTY | PROTECTION,
    OrderType.LIMIT: DISPLAY | HIDDEN | POST_ONLY | MIN_QTY | ALL_OR_NONE | EXPIRES,
    OrderType.STOP: TRIGGER | TRAIL | EXPIRES | PROTECTION | DISTANCE,
    OrderType.STOP_LIMIT: TRIGGER | DISPLAY | HIDDEN | EXPIRES,
    OrderType.TRAILING_STOP: TRIGGER | TRAIL | EXPIRES | PROTECTION | DISTANCE,
    OrderType.MARKET_IF_TOUCHED: TRIGGER | TRAIL | EXPIRES | PROTECTION | DISTANCE,
    OrderType.LIMIT_IF_TOUCHED: TRIGGER | DISPLAY | HIDDEN | EXPIRES,
    OrderType.PEGGED: HIDDEN | PEG | OFFSET | MIN_QTY | ALL_OR_NONE | EXPIRES,
}
"""Which terms a type may carry at all."""
RESTS: Final = (TimeInForce.GTC, TimeInForce.DAY, TimeInForce.GTD)
IMMEDIATE: Final = (TimeInForce.IOC, TimeInForce.FOK)
FOR_AUCTIONS: Final = (TimeInForce.OPG, TimeInForce.ATC, TimeInForce.GFA)
LIVES: Final = {
    OrderType.MARKET: (*IMMEDIATE, TimeInForce.DAY, *FOR_AUCTIONS),
    OrderType.LIMIT: (*RESTS, *IMMEDIATE, *FOR_AUCTIONS),
    OrderType.STOP: RESTS,
    OrderType.STOP_LIMIT: (*RESTS, *IMMEDIATE),
    OrderType.TRAILING_STOP: RESTS,
    OrderType.MARKET_IF_TOUCHED: RESTS,
    OrderType.LIMIT_IF_TOUCHED: (*RESTS, *IMMEDIATE),
    OrderType.PEGGED: RESTS,
}
PRICELESS: Final = (OrderType.MARKET, OrderType.STOP, OrderType.TRAILING_STOP, OrderType.MARKET_IF_TOUCHED)
TRIGGERED: Final = (OrderType.STOP, OrderType.STOP_LIMIT, OrderType.MARKET_IF_TOUCHED, OrderType.LIMIT_IF_TOUCHED)
STOPS: Final = (*TRIGGERED, OrderType.TRAILING_STOP)
"""Those that wait outside the book for a price."""
