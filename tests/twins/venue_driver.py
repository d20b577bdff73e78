"""Drives the venue and its slow twin with the same messages, and compares everything that they say and hold after each one.

Deadlines are entered as messages of their own, as the sequencer does. Where the two differ, `shortest` finds a few messages that
are enough for it.
"""

from collections.abc import Callable, Sequence
from typing import Any

from core.domain.enums import Phase
from core.machine.engine import Engine
from core.machine.state import State
from core.machine.timers import INDICATIVE, NEVER
from core.machine.venue.picture import picture as picture_of
from core.messages import market_data, reports
from core.messages.commands import StartRun
from core.messages.flow import ListInstrument
from core.messages.operations import TimePassed
from core.messages.participants import MassQuote
from tests.twins.slow_venue import SlowVenue

Step = tuple[int, Any]
"""(at, message)."""

TOLD = (
    market_data.TradePrinted, market_data.PhaseChanged, market_data.AuctionPriced, market_data.OperationRefused, market_data.QuotesPulled,
    market_data.ParticipantBlocked, market_data.ParticipantReadmitted, market_data.SessionChanged, market_data.TradeBusted,
    market_data.TradeCorrected, reports.Accepted, reports.Cancelled, reports.Filled, reports.Replaced, reports.Rejected, reports.Held,
    reports.Triggered, reports.Restated, reports.Busted, reports.Corrected,
)  # fmt: skip
NOT_COMPARED = ("seq", "request", "text")
"""Fields of which the rulebook says nothing: feed numbers and words."""


class Difference(AssertionError):
    """The two exchanges differ, or the venue broke an invariant."""


def heard(events: Sequence[Any]) -> list[tuple[Any, ...]]:
    found: list[tuple[Any, ...]] = []
    for event in events:
        if isinstance(event, TOLD):
            fields = (f for f in event.__struct_fields__ if isinstance(event, reports.Rejected) or f not in NOT_COMPARED)
            found.append((type(event).__name__, *((f, getattr(event, f)) for f in fields if f != "text")))
    return found


def ranked(picture: Sequence[Any]) -> tuple[Any, ...]:
    """A market's picture with its ranks counted from 1: how many numbers were used up between two orders is nobody's business."""
    bids, asks, hidden_bids, hidden_asks, stops, held = picture[4:10]
    lists = [*(orders for _, orders in (*bids, *asks)), hidden_bids, hidden_asks, stops, held]
    ranks = {rank: place for place, rank in enumerate(sorted(order[-1] for orders in lists for order in orders), 1)}

    def renumbered(orders: Any) -> tuple[Any, ...]:
        return tuple((*order[:-1], ranks[order[-1]]) for order in orders)

    sides = [tuple((price, renumbered(orders)) for price, orders in side) for side in (bids, asks)]
    others = [renumbered(orders) for orders in (hidden_bids, hidden_asks, stops, held)]
    return (*picture[:4], *sides, *others, *picture[10:])


def invariants(picture: Sequence[Any], filled: dict[int, int]) -> None:
    """What holds of any exchange. filled: lots by order id, of those that live."""
    bids, asks, hidden_bids, hidden_asks, stops, held = picture[4:10]
    if picture[0] is Phase.CONTINUOUS and bids and asks and bids[0][0] >= asks[0][0]:
        raise Difference(f"displayed book locked or crossed: {bids[0][0]} >= {asks[0][0]}")
    displayed = [order for _, orders in (*bids, *asks) for order in orders]
    unseen = [*hidden_bids, *hidden_asks]
    ids = [order[0] for order in (*displayed, *unseen, *stops, *held)]
    if len(ids) != len(set(ids)):
        raise Difference("an id is in two places")
    ranks = [order[-1] for order in (*displayed, *unseen, *stops, *held)]
    if len(ranks) != len(set(ranks)):
        raise Difference("two orders have one rank")
    for queue in (*(orders for _, orders in (*bids, *asks)), stops, held):
        if [order[-1] for order in queue] != sorted(order[-1] for order in queue):
            raise Difference("a queue is not in the order of its ranks")
    for id, shown, reserve, total, _ in displayed:
        if shown <= 0 or reserve < 0 or total - shown - reserve != filled.get(id, 0):
            raise Difference(f"order {id}: {shown} + {reserve} open of {total}, {filled.get(id, 0)} filled")
    for id, price, open, total, _ in unseen:
        if price <= 0 or open <= 0 or total - open != filled.get(id, 0):
            raise Difference(f"order {id}: {open} open of {total}, {filled.get(id, 0)} filled")


class Pair:
    def __init__(self) -> None:
        self.engine = Engine(State())
        self.twin = SlowVenue()
        self.seq = 0
        self.done: list[Step] = []
        self.filled: dict[int, dict[int, int]] = {}
        self.quoted: set[tuple[int, int]] = set()
        self.engine.apply(0, 0, StartRun("twins", "", 0, 0, False, "", ()))

    def say(self, at: int, message: Any) -> None:
        """Deadlines up to then first."""
        while (due := min(self.engine.next_due(), self.twin.next_due())) <= at:
            self.both(due, TimePassed())
            if min(self.engine.next_due(), self.twin.next_due()) <= due:
                raise Difference(f"the deadline {due} stays due: {self.engine.next_due()}, twin {self.twin.next_due()}")
        if not isinstance(message, TimePassed):
            self.both(at, message)

    def both(self, at: int, message: Any) -> None:
        self.done.append((at, message))
        if isinstance(message, MassQuote):
            self.quoted |= {(id, qty) for row in message.quotes for id, _, qty in (row[:3], row[3:])}
        self.seq += 1
        ours, theirs = self.engine.apply(self.seq, at, message), self.twin.apply(at, message)
        self.compare("told", heard(ours), heard(theirs))
        for number in self.twin.markets:
            picture = picture_of(self.engine.state.venue.markets[number])
            self.compare("picture", ranked(picture), ranked(self.twin.picture(number)))
            self.count_fills(number, picture, ours)
            invariants(picture, self.filled[number])
        # The venue may have deadlines of its own, those of indicative prices.
        timers = self.engine.state.venue.timers
        twin_due = min(self.twin.next_due(), NEVER)
        if not (timers.heap and timers.heap[0][1] == INDICATIVE and timers.next_due < twin_due):
            self.compare("due", self.engine.next_due(), twin_due)

    def compare(self, what: str, ours: Any, theirs: Any) -> None:
        if ours != theirs:
            raise Difference(f"{what}\n  venue {ours}\n  twin  {theirs}")

    def count_fills(self, number: int, picture: Sequence[Any], events: Sequence[Any]) -> None:
        """A quote that is entered again under its id begins at nothing."""
        filled = self.filled.setdefault(number, {})
        for event in events:
            if isinstance(event, market_data.TradePrinted) and event.instrument == number:
                for id in (event.maker, event.taker):
                    filled[id] = filled.get(id, 0) + event.qty
        shown = [order for _, orders in (*picture[4], *picture[5]) for order in orders]
        filled |= {order[0]: order[3] - order[1] - order[2] for order in shown if (order[0], order[3]) in self.quoted}
        live = {order[0] for orders in (shown, *picture[6:10]) for order in orders}
        self.filled[number] = {id: qty for id, qty in filled.items() if id in live}


def fault(steps: Sequence[Step]) -> str:
    """What goes wrong when these are played; "": nothing."""
    pair = Pair()
    try:
        for at, message in steps:
            pair.say(at, message)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return ""


def shortest(steps: Sequence[Step], wrong: Callable[[Sequence[Step]], str] = fault) -> list[Step]:
    """Parts are left out, ever smaller ones, as long as it still goes wrong in the same way."""
    left, kind = list(steps), _kind(wrong(steps))
    size = len(left) // 2
    while size:
        at = 0
        while at < len(left):
            # A market that is not listed refuses everything: that would hide what is looked for.
            shorter = left[:at] + [step for step in left[at : at + size] if isinstance(step[1], ListInstrument)] + left[at + size :]
            if len(shorter) < len(left) and _kind(wrong(shorter)) == kind:
                left = shorter
            else:
                at += size
        size //= 2
    return left


def _kind(said: str) -> str:
    return said.partition("\n")[0].partition(":")[0]
