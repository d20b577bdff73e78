"""What can be said about orders beyond the plain ones: outside venues and their reports, parents, baskets, linked orders.

    > venue NAME [outside|inside] [no-stops]    orders for its instruments go out from now on; instrument 1 is listed at V
    > list N VENUE                              one more instrument, price unit 0.01, lots of 1, wide limits
    > out VENUE [EXEC] REPORT                   an outside venue says; EXEC is x and what follows, REPORT one of
        accepted NAME [@PRICE] | held NAME | triggered NAME @PRICE | cancelled NAME QTY [REASON] | restated NAME QTY
        fill NAME QTY @PRICE LEAVES TRADE [FEE] | replaced NAME TOTAL @PRICE | rejected NAME [cancel|replace] [REASON]
        bust NAME TRADE | correct NAME TRADE QTY @PRICE | status NAME STATE FILLED LEAVES | doubted NAME|all
      of an order that nobody knows: id:NUMBER in place of the name; ACCOUNT/INSTRUMENT/SIDE after "as" tells whose it is
"""

from collections.abc import Callable
from typing import Any

from core.domain.enums import CancelReason, Liquidity, OrderState, Request, Side
from core.messages.flow import ListInstrument
from core.messages.outside import OutsideReport, SetVenue
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

Id = Callable[[str], int]


def say(words: list[str], id_of: Id) -> Any:
    match words:
        case ["venue", name, *how]:
            return SetVenue(name, "inside" not in how, "no-stops" not in how)
        case ["list", number, venue]:
            return ListInstrument(int(number), f"X{number}", venue, "B", "Q", 2, 0, 1, 1)  # type: ignore[arg-type]
        case ["out", venue, *rest]:
            return _report(venue, rest, id_of)
    return None


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
