"""Spoils a good request in one or two places, so that each reason for a rejection comes up, alone and together with others."""

from random import Random
from typing import Any

import msgspec

from core.domain.enums import OrderType, Peg, PostOnly, TimeInForce, TriggerBy
from core.messages.participants import AmendOrder, EnterOrder, MassQuote, WithdrawOrder
from core.messages.terms import Terms

ODD_TERMS: dict[str, tuple[Any, ...]] = {
    "trigger": (0, 1, 99, 101, -5, 1 << 50),
    "trigger_by": tuple(TriggerBy),
    "trail": (0, 1, 3, -2),
    "trail_bp": (0, 100, 9_999, 10_000, -1),
    "display": (0, 1, 2, 3, -1, 1_000),
    "display_spread": (0, 1, 2, 5, -1),
    "hidden": (False, True),
    "post_only": tuple(PostOnly),
    "peg": tuple(Peg),
    "peg_offset": (0, 1, -1),
    "min_qty": (0, 1, 2, 100, -1),
    "all_or_none": (False, True),
    "expires_at": (0, 1, -1),
    "protection": (0, 100, -1, 1 << 50),
}
ODD_QTYS = (0, -1, 1, 3, 7, 21, 5_000, 1 << 58)
"""No more than thousands where it may be accepted: a small slice of a huge iceberg would be a trade each."""
ODD_PRICES = (0, -1, 1, 99, 101, 103, 150, 80)


def spoilt(rng: Random, message: Any) -> Any:
    for _ in range(rng.choice((1, 1, 2))):
        message = _spoilt_once(rng, message)
    return message


def _spoilt_once(rng: Random, message: Any) -> Any:
    def to(**changes: Any) -> Any:
        return msgspec.structs.replace(message, **changes)

    chance = rng.random()
    if isinstance(message, MassQuote):
        return _spoilt_quotes(rng, message)
    if not isinstance(message, EnterOrder | AmendOrder | WithdrawOrder):
        return message
    if chance < 0.06:
        return to(instrument=99)
    if chance < 0.12:
        return to(session=rng.choice((-77, 0, -1, -2)))
    if chance < 0.2:
        return to(order_id=rng.choice((message.order_id + 1, -1, -5, message.order_id - 10, 0)))
    if isinstance(message, WithdrawOrder):
        return message
    if chance < 0.35:
        return to(qty=rng.choice(ODD_QTYS))
    if chance < 0.5:
        return to(price=rng.choice(ODD_PRICES))
    if isinstance(message, AmendOrder):
        return to(trigger=rng.choice((0, 1, 99, -3))) if chance < 0.75 else to(display=rng.choice((0, 1, 3, -4)))
    if chance < 0.62:
        return to(time_in_force=rng.choice(list(TimeInForce)))
    if chance < 0.7:
        return to(order_type=rng.choice(list(OrderType)))
    name = rng.choice(list(ODD_TERMS))
    terms = msgspec.structs.replace(message.terms or Terms(), **{name: rng.choice(ODD_TERMS[name])})
    return to(terms=terms)


def _spoilt_quotes(rng: Random, message: MassQuote) -> MassQuote:
    rows = [list(row) for row in message.quotes]
    row, place = rng.choice(rows), rng.randrange(6)
    row[place] = rng.choice(({0: (-1, -7, 0), 1: ODD_PRICES, 2: ODD_QTYS})[place % 3])
    return msgspec.structs.replace(message, quotes=tuple(map(tuple, rows)), session=message.session if rng.random() < 0.9 else -77)
