"""What can be said about orders beyond the plain ones: outside venues and their reports, parents, baskets, linked orders.

    > venue NAME [outside|inside] [no-stops] [answer=NS] [lacks=ABILITY,...]    orders for its instruments go out from now on; instrument
                                                1 is listed at V
    > asks-for display=N|hidden|post_only|peg|min=N|all-or-none SIDE QTY @PRICE TIF NAME
    > show LOTS NAME                            a replace of 5 @100 that shows so many
    > overdue VENUE NAME                        its edge has waited for an answer as long as it may take
    > breaks VENUE WORDS ; WORDS | seen VENUE WORDS     between our record and the venue's; somebody has seen one
    > list N VENUE                              one more instrument, price unit 0.01, lots of 1, wide limits
    > out VENUE [EXEC] REPORT                   an outside venue says; EXEC is x and what follows, REPORT one of
        accepted NAME [@PRICE] | held NAME | triggered NAME @PRICE | cancelled NAME QTY [REASON] | restated NAME QTY
        fill NAME QTY @PRICE LEAVES TRADE [FEE] | replaced NAME TOTAL @PRICE | rejected NAME [cancel|replace] [REASON]
        bust NAME TRADE | correct NAME TRADE QTY @PRICE | status NAME STATE FILLED LEAVES | doubted NAME|all
    > parent SIDE QTY NAME                      what children together may become
    > order SIDE QTY PRICE TIF NAME             PRICE also stop@N/LIMIT and touch@N
    > child PARENT SIDE QTY PRICE TIF NAME      like place
    > basket [LINE ; LINE ; ...]                LINE as after order
    > bracket|oco|oto LINE ; LINE ; ...
    > pull NAME                                 cancel of a parent by its name, of a group: g1 is the first that was opened
      of an order that nobody knows: id:NUMBER in place of the name; ACCOUNT/INSTRUMENT/SIDE after "as" tells whose it is
"""

from collections.abc import Callable
from typing import Any

import msgspec

from core.domain.enums import (
    Ability,
    CancelReason,
    LinkKind,
    Liquidity,
    OrderState,
    OrderType,
    Peg,
    PostOnly,
    Request,
    Side,
    TimeInForce,
    TriggerBy,
)
from core.domain.units import Price
from core.messages.commands import CancelOrder, PlaceOrder, ReplaceOrder
from core.messages.flow import ListInstrument
from core.messages.groups import PlaceBasket, PlaceLinked, PlaceParent
from core.messages.notes import BreaksFound
from core.messages.outside import AcknowledgeBreak, AnswerOverdue, OutsideReport, SetVenue
from core.messages.participants import KEEP
from core.messages.rejections import Rejection
from core.messages.reports import (
    Accepted,
    Busted,
    Cancelled,
    Corrected,
    Doubted,
    Filled,
    Held,
    Rejected,
    Replaced,
    Restated,
    Status,
    Triggered,
)
from core.messages.terms import Terms

Id = Callable[[str], int]


def say(words: list[str], id_of: Id) -> Any:
    match words:
        case ["venue", name, *how]:
            answer = next((int(word[7:]) for word in how if word.startswith("answer=")), 0)
            lacks = next((tuple(Ability[one] for one in word[6:].split(",")) for word in how if word.startswith("lacks=")), ())
            return SetVenue(name, "inside" not in how, "no-stops" not in how, answer_ns=answer, lacks=lacks)  # type: ignore[arg-type]
        case ["overdue", venue, name]:
            return AnswerOverdue(venue, id_of(name))  # type: ignore[arg-type]
        case ["breaks", venue, *rest]:
            return BreaksFound(venue, tuple(" ".join(rest).split(" ; ")))
        case ["asks-for", what, side, qty, price, tif, name]:
            kind, terms = _special(what)
            return PlaceOrder(name, 1, Side[side], kind, int(qty), int(price[1:]), TimeInForce[tif], 1, terms)  # type: ignore[arg-type]
        case ["show", lots, name]:
            return ReplaceOrder(id_of(name), 5, 100, KEEP, int(lots))  # type: ignore[arg-type]
        case ["seen", venue, *rest]:
            return AcknowledgeBreak(venue, " ".join(rest))
        case ["list", number, venue]:
            return ListInstrument(int(number), f"X{number}", venue, "B", "Q", 2, 0, 1, 1)  # type: ignore[arg-type]
        case ["out", venue, *rest]:
            return _report(venue, rest, id_of)
        case ["parent", side, qty, name]:
            return PlaceParent(name, 1, Side[side], int(qty))  # type: ignore[arg-type]
        case ["order", *order]:
            return place(order)
        case ["child", parent, *order]:
            return msgspec.structs.replace(place(order), parent=id_of(parent))
        case ["basket", *orders]:
            return PlaceBasket(_lines(orders, id_of))
        case [("bracket" | "oco" | "oto") as kind, *legs]:
            return PlaceLinked(LinkKind[kind.upper()], _lines(legs, id_of))
        case ["pull", name]:
            return CancelOrder(id_of(name))  # type: ignore[arg-type]
    return None


def _lines(words: list[str], id_of: Id) -> tuple[PlaceOrder, ...]:
    """"of PARENT" and "on INSTRUMENT" may stand before a line."""
    found = []
    for line in " ".join(words).split(" ; ") if words else ():
        changes: dict[str, int] = {}
        parts = line.split()
        while parts[0] in ("of", "on"):
            name = "parent" if parts[0] == "of" else "instrument"
            changes[name] = id_of(parts[1]) if name == "parent" else int(parts[1])
            parts = parts[2:]
        found.append(msgspec.structs.replace(place(parts), **changes))
    return tuple(found)


def place(words: list[str]) -> PlaceOrder:
    """SIDE QTY PRICE TIF NAME; PRICE is @N, market, stop@N, stop@N/LIMIT, touch@N, trail:N, quote@N. TIF also GTD:NS, session time."""
    side, qty, price, tif, name = words
    kind, limit, terms = OrderType.LIMIT, 0, None
    if price == "market":
        kind = OrderType.MARKET
    elif price.startswith("trail:"):
        kind, terms = OrderType.TRAILING_STOP, Terms(trail=int(price[6:]))
    elif price.startswith("touch@"):
        kind, terms = OrderType.MARKET_IF_TOUCHED, Terms(trigger=Price(int(price[6:])))
    elif price.startswith("quote@"):
        kind, terms = OrderType.STOP, Terms(trigger=Price(int(price[6:])), trigger_by=TriggerBy.QUOTE)
    elif "/" in price:
        trigger, limit_text = price[5:].split("/")
        kind, limit, terms = OrderType.STOP_LIMIT, int(limit_text), Terms(trigger=Price(int(trigger)))
    elif price.startswith("stop@"):
        kind, terms = OrderType.STOP, Terms(trigger=Price(int(price[5:])))
    else:
        limit = int(price[1:])
    tif, _, until = tif.partition(":")
    if until:
        terms = msgspec.structs.replace(terms or Terms(), expires_at=int(until))
    return PlaceOrder(name, 1, Side[side], kind, int(qty), limit, TimeInForce[tif], 1, terms)  # type: ignore[arg-type]


def _special(what: str) -> tuple[OrderType, Terms]:
    name, _, number = what.partition("=")
    terms = {
        "display": Terms(display=int(number or 0)), "hidden": Terms(hidden=True), "post_only": Terms(post_only=PostOnly.REJECT),  # type: ignore[arg-type]
        "peg": Terms(peg=Peg.PRIMARY), "min": Terms(min_qty=int(number or 0)), "all-or-none": Terms(all_or_none=True),  # type: ignore[arg-type]
    }[name]
    return OrderType.PEGGED if name == "peg" else OrderType.LIMIT, terms


def _report(venue: str, words: list[str], id_of: Id) -> OutsideReport:
    exec_id = words.pop(0) if words[0].startswith("x") else ""
    whose = (0, 0, None)
    if "as" in words:
        at = words.index("as")
        account, instrument, side = words[at + 1].split("/")
        whose = (int(account), int(instrument), Side[side])
        words = words[:at]
    kind, name, *rest = words
    id = 0 if name == "all" else int(name[3:]) if name.startswith("id:") else id_of(name)
    return OutsideReport(venue, exec_id, REPORTS[kind](id, rest, whose[2]), *whose)  # type: ignore[arg-type]


def _price(words: list[str]) -> int:
    return next((int(word[1:]) for word in words if word.startswith("@")), 0)


def _rejected(id: int, words: list[str], side: Side | None) -> Rejected:
    requests = {"cancel": Request.CANCEL, "replace": Request.REPLACE}
    request = next((requests[word] for word in words if word in requests), Request.NEW)
    reason = next((Rejection[word] for word in words if word in Rejection.__members__), Rejection.BAD_TERMS)
    return Rejected(id, "", request, reason)  # type: ignore[arg-type]


def _cancelled(id: int, words: list[str], side: Side | None) -> Cancelled:
    return Cancelled(id, int(words[0]), CancelReason[words[1]] if len(words) > 1 else CancelReason.REQUESTED)  # type: ignore[arg-type]


def _filled(id: int, words: list[str], side: Side | None) -> Filled:
    qty, price, leaves, trade, *fee = words
    fees = int(fee[0]) if fee else 0
    return Filled(id, int(qty), int(price[1:]), int(leaves), Liquidity.MAKER, int(trade), fees)  # type: ignore[arg-type]


REPORTS: dict[str, Callable[[int, list[str], Side | None], Any]] = {
    "accepted": lambda id, words, side: Accepted(id, 0, 0, _price(words)),  # type: ignore[arg-type]
    "held": lambda id, words, side: Held(id, 0),  # type: ignore[arg-type]
    "triggered": lambda id, words, side: Triggered(id, _price(words)),  # type: ignore[arg-type]
    "cancelled": _cancelled,
    "restated": lambda id, words, side: Restated(id, 0, int(words[0])),  # type: ignore[arg-type]
    "fill": _filled,
    "replaced": lambda id, words, side: Replaced(id, int(words[0]), _price(words), 0, True),  # type: ignore[arg-type]
    "rejected": _rejected,
    "bust": lambda id, words, side: Busted(id, int(words[0]), side or Side.BUY, 0, 0, 0),  # type: ignore[arg-type]
    "correct": lambda id, words, side: Corrected(
        id, int(words[0]), side or Side.BUY, int(words[1]), _price(words), 0, 0, 0, 0,  # type: ignore[arg-type]
    ),
    "status": lambda id, words, side: Status(id, OrderState[words[0]], int(words[1]), int(words[2])),  # type: ignore[arg-type]
    "doubted": lambda id, words, side: Doubted(id),  # type: ignore[arg-type]
}
