"""What came of the common kinds of entries as English sentences, as the whole record is told. Whatever else there is keeps its fields.

Invariants: a sentence names only what its message has; numbers are written as the instrument writes them, and as they are without one.
"""

from collections.abc import Callable
from enum import Enum
from typing import Any

from core.domain.enums import Side
from core.domain.instrument import Instrument
from core.messages.events import (
    KillEngaged,
    KillReleased,
    OrderCancelled,
    OrderFilled,
    OrderRefused,
    OrderReplaced,
    OrderSent,
    OrderWorking,
    PositionChanged,
    RequestRefused,
    RunEnded,
    RunStarted,
)
from core.messages.limits import NO_LIMIT, Limit, LimitChanged
from core.messages.people import Failure, Leaving, Means, SignedIn, SignedOut, SignInFailed, TerminalLocked

EVERYTHING = "everything"
MEANS = {Means.DEMO: "as a demo person", Means.PASSWORD: "with a password", Means.PASSWORD_AND_CODE: "with a password and a code"}
FAILURES = {
    Failure.UNKNOWN_NAME: "nobody has that name", Failure.WRONG_PASSWORD: "wrong password", Failure.WRONG_CODE: "wrong code",
    Failure.DISABLED: "the account is disabled", Failure.TOO_SOON: "too soon after the failure before",
}
LEAVING = {
    Leaving.ASKED: "asked for", Leaving.REPLACED: "another person took the seat", Leaving.NO_LONGER_ALLOWED: "no longer allowed",
    Leaving.CLOSED: "the terminal was closed",
}


def sentence(part: Any, instrument: Instrument | None) -> str:
    """Empty: there is none for this kind."""
    made = SENTENCES.get(type(part))
    return made(part, instrument) if made is not None else ""


def _words(code: Enum) -> str:
    return code.name.replace("_", " ").lower()


def _qty(lots: int, i: Instrument | None) -> str:
    return i.qty_text(lots) if i is not None else str(lots)


def _price(price: int, i: Instrument | None) -> str:
    return i.price_text(price) if i is not None else str(price)


def _order(e: OrderSent | OrderRefused, i: Instrument | None) -> str:
    at = f" at {_price(e.price, i)}" if e.price else ""
    return f"{'buy' if e.side is Side.BUY else 'sell'} {_qty(e.qty, i)}{at}, {_words(e.order_type)}"


def _sent(e: OrderSent, i: Instrument | None) -> str:
    where = f" to {e.venue}" if e.venue else ""
    return f"Order {e.order_id} sent{where}: {_order(e, i)}, {_words(e.time_in_force)}"


def _refused(e: OrderRefused, i: Instrument | None) -> str:
    more = f", and {e.also} more" if e.also else ""
    return f"Order refused by the desk ({_words(e.reason)}{more}): {_order(e, i)}"


def _working(e: OrderWorking, i: Instrument | None) -> str:
    at = f" at {_price(e.price, i)}" if e.price else " outside the book"
    return f"Order {e.order_id} works{at}: {_qty(e.leaves, i)} open, {_qty(e.ahead, i)} ahead of it"


def _filled(e: OrderFilled, i: Instrument | None) -> str:
    rest = f"{_qty(e.leaves, i)} left" if e.leaves else "nothing left"
    return f"Order {e.order_id} filled {_qty(e.qty, i)} at {_price(e.price, i)} as {_words(e.liquidity)}, {rest}"


def _cancelled(e: OrderCancelled, i: Instrument | None) -> str:
    return f"Order {e.order_id} cancelled ({_words(e.reason)}) with {_qty(e.qty, i)} open"


def _replaced(e: OrderReplaced, i: Instrument | None) -> str:
    place = "kept its place" if e.kept_place else "went to the end of its queue"
    return f"Order {e.order_id} replaced: {_qty(e.qty, i)} at {_price(e.price, i)}, {_qty(e.leaves, i)} open; it {place}"


def _request(e: RequestRefused, i: Instrument | None) -> str:
    about = f" of order {e.order_id}" if e.order_id else ""
    return f"Request refused: {e.request}{about} ({_words(e.reason)})"


def _position(e: PositionChanged, i: Instrument | None) -> str:
    if not e.qty:
        return f"Account {e.account} is flat"
    return f"Account {e.account} is {'long' if e.qty > 0 else 'short'} {_qty(abs(e.qty), i)}"


def _engaged(e: KillEngaged, i: Instrument | None) -> str:
    return f"Kill switch engaged for {e.scope or EVERYTHING} by {e.who or e.source}: {e.orders} orders open"


def _released(e: KillReleased, i: Instrument | None) -> str:
    return f"Kill switch released for {e.scope or EVERYTHING} by {e.source}"


def _limit(e: LimitChanged, i: Instrument | None) -> str:
    limit: Limit = e.limit
    whose = f"{_words(limit.kind)} {limit.name}".strip() if limit.name else _words(limit.kind)
    rule = f"{_words(limit.rule)} of {whose}"
    by = " and ".join(one for one in (e.by, e.second) if one)
    who, why = f" by {by}" if by else "", f": {e.why}" if e.why else ""
    if limit.value == NO_LIMIT:
        return f"Limit {rule} taken away{who}, was {e.was}{why}"
    was = "" if e.was == NO_LIMIT else f", was {e.was}"
    return f"Limit {rule} set to {limit.value}{was}{who}{why}"


def _started(e: RunStarted, i: Instrument | None) -> str:
    stopped = f", stopped by {e.kill_source}" if e.kill_engaged else ""
    return f"Run of {e.session} started{stopped}"


def _failed(e: SignInFailed, i: Instrument | None) -> str:
    where = f" at {e.where}" if e.where else ""
    return f"Sign-in of {e.person or 'an unknown name'} failed{where}: {FAILURES[e.why]}, {e.failures} in a row"


SENTENCES: dict[type, Callable[[Any, Instrument | None], str]] = {
    OrderSent: _sent, OrderRefused: _refused, OrderWorking: _working, OrderFilled: _filled, OrderCancelled: _cancelled,
    OrderReplaced: _replaced, RequestRefused: _request, PositionChanged: _position, KillEngaged: _engaged, KillReleased: _released,
    LimitChanged: _limit, RunStarted: _started, RunEnded: lambda e, _: f"Run ended: {e.why}",
    SignedIn: lambda e, _: f"{e.person} signed in {MEANS[e.means]}", SignInFailed: _failed,
    SignedOut: lambda e, _: f"{e.person} signed out: {LEAVING[e.why]}",
    TerminalLocked: lambda e, _: f"Terminal locked {'because nobody touched it' if e.idle else f'by {e.person}'}",
}
