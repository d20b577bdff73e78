"""Our orders, fills and positions against the venue's, or a drop copy's: what differs is listed, told, and may stop the desk.

A difference counts when two pictures in a row show it: in between, a report may still be on its way. An unknown fill counts at once,
for nothing that is on its way can explain it. With a picture a second, a break is told within three.
Invariants: the comparison looks, it changes nothing; each break is told once, and again only after it was gone.
Deliberately absent: mending. A report of the venue is the only thing that moves a position.
"""

import threading
from collections.abc import Callable
from typing import Any, Final

import msgspec

from core.domain.breaks import BreakKind
from core.domain.enums import AnomalyKind
from core.domain.triggers import TriggerKind
from core.edge.venue_wire import Picture
from core.journal.entry import Entry
from core.messages import events as e
from core.messages.commands import EngageKill
from core.messages.notes import BreaksFound
from core.messages.stopping import TroubleFound

EVERY_S: Final = 1.0
"""Between two pictures. RTS 6 Art. 16: alerts within five seconds of the event."""
SENTENCE: Final = 200
SURE: Final = 2
"""Pictures in a row that show a difference."""


WORDS: Final = {
    BreakKind.UNKNOWN_FILL: "the venue has a fill that we do not have",
    BreakKind.MISSING_FILL: "we have a fill that the venue does not have",
    BreakKind.FILL_DIFFERS: "a fill is another one there", BreakKind.UNKNOWN_ORDER: "an order is open there and not here",
    BreakKind.MISSING_ORDER: "an order is open here and not there", BreakKind.LEAVES_DIFFER: "an order has another quantity open there",
    BreakKind.POSITION_DIFFERS: "the position is another one there",
}


class Break(msgspec.Struct, frozen=True):
    """what: the order, order and trade, or account and instrument. ours, theirs: quantities; of a fill lots."""

    kind: BreakKind
    what: tuple[int, ...]
    ours: int
    theirs: int

    @property
    def words(self) -> str:
        return f"{WORDS[self.kind]}: {'/'.join(map(str, self.what))}, ours {self.ours}, theirs {self.theirs}"


class Ours:
    """What we believe the venue holds of ours, folded from published entries. first: entry that the run begins with: order ids are
    entries, so smaller ones are another run's. A run that goes on is seeded with what stood when it was recovered."""

    def __init__(self, venue: str) -> None:
        self._venue = venue
        self._clear(0)

    def _clear(self, first: int) -> None:
        self.first = first
        self.known: dict[int, int] = {}
        self.open: dict[int, int] = {}
        self.fills: dict[tuple[int, int], tuple[int, int]] = {}
        self.positions: dict[tuple[int, int], int] = {}

    def seed(self, first: int, order: tuple[int, int, int], open_lots: int, fills: dict[tuple[int, int], tuple[int, int]]) -> None:
        """order: id, account, instrument of one that the venue has, or had."""
        id, account, instrument = order
        self.first = first
        self.known[id] = instrument
        if open_lots:
            self.open[id] = open_lots
        self.fills |= fills
        self.positions.setdefault((account, instrument), 0)

    def take(self, entry: Entry) -> None:
        for event in entry.events:
            kind = type(event)
            if kind is e.RunStarted:
                self._clear(entry.seq)
            elif kind is e.PositionChanged:
                self.positions[(event.account, int(event.instrument))] = event.qty
            elif kind is e.OrderSent:
                if event.venue == self._venue:
                    self.known[event.order_id] = int(event.instrument)
                    self.open[event.order_id] = event.qty
            elif kind in CHANGES and event.order_id in self.known:
                self._change(event)

    def _change(self, event: Any) -> None:
        id = event.order_id
        if isinstance(event, e.OrderCancelled | e.OrderRejected):
            self.open.pop(id, None)
        elif isinstance(event, e.FillBusted):
            self.fills.pop((id, event.trade_id), None)
        elif isinstance(event, e.FillCorrected):
            self.fills[(id, event.trade_id)] = (event.qty, event.price)
        else:
            if isinstance(event, e.OrderFilled):
                self.fills[(id, event.trade_id)] = (event.qty, event.price)
            if id in self.open:
                self.open[id] = event.leaves
                if not event.leaves:
                    del self.open[id]


CHANGES: Final = frozenset((
    e.OrderCancelled, e.OrderRejected, e.FillBusted, e.FillCorrected, e.OrderFilled, e.OrderWorking, e.OrderReplaced, e.OrderRestated,
))


def compare(ours: Ours, theirs: Picture, before: dict[tuple[int, int], int]) -> list[Break]:
    """before: the venue's positions when our run began, which are not this run's."""
    found: list[Break] = []
    fills = {(int(fill.order_id), fill.trade_id): (fill.qty, fill.price) for fill in theirs.fills if fill.order_id >= ours.first}
    for key in sorted(fills.keys() | ours.fills.keys()):
        mine, their = ours.fills.get(key), fills.get(key)
        if mine is None and their is not None:
            found.append(Break(BreakKind.UNKNOWN_FILL, key, 0, their[0]))
        elif their is None and mine is not None:
            found.append(Break(BreakKind.MISSING_FILL, key, mine[0], 0))
        elif mine != their and mine is not None and their is not None:
            found.append(Break(BreakKind.FILL_DIFFERS, key, mine[0], their[0]))
    standing = {int(order.order_id): order.leaves for order in theirs.orders}
    for id in sorted(standing.keys() | ours.open.keys()):
        lots, there = ours.open.get(id), standing.get(id)
        if lots is None and there is not None:
            found.append(Break(BreakKind.UNKNOWN_ORDER, (id,), 0, there))
        elif there is None and lots is not None:
            found.append(Break(BreakKind.MISSING_ORDER, (id,), lots, 0))
        elif lots != there and lots is not None and there is not None:
            found.append(Break(BreakKind.LEAVES_DIFFER, (id,), lots, there))
    traded = frozenset(ours.known.values())
    held = {(account, instrument): qty for account, instrument, qty in theirs.positions}
    for where in sorted(where for where in ours.positions.keys() | held.keys() if where[1] in traded):
        mine_held, their_held = ours.positions.get(where, 0), held.get(where, 0) - before.get(where, 0)
        if mine_held != their_held:
            found.append(Break(BreakKind.POSITION_DIFFERS, where, mine_held, their_held))
    return found


class Reconciliation:
    """take(entry) and pictured(picture) may come from different threads. tell: a sentence for the operator. submit: the core's door.
    kill_on_unknown_fill: a setting of whoever makes this. compared: after each picture, what differs now."""

    def __init__(
        self, venue: str, tell: Callable[[str], object], submit: Callable[[Any], object], kill_on_unknown_fill: bool = True,
        compared: Callable[[tuple[Break, ...]], object] = lambda breaks: None,
    ) -> None:
        self.venue = venue
        self._compared = compared
        self._tell, self._submit, self._kills = tell, submit, kill_on_unknown_fill
        self._lock = threading.Lock()
        self.ours = Ours(venue)
        self._before: dict[tuple[int, int], int] | None = None
        self._seen: dict[Break, int] = {}
        self._told: dict[Break, bool] = {}
        self.breaks: tuple[Break, ...] = ()

    def take(self, entry: Entry) -> None:
        with self._lock:
            if any(type(event) is e.RunStarted for event in entry.events):
                self._before = None
            self.ours.take(entry)
        for event in entry.events:
            if type(event) is e.OrderAnomaly and event.venue == self.venue and event.kind is AnomalyKind.UNKNOWN_FILL:
                what = (int(event.order_id), event.trade_id)
                self._alarm([Break(BreakKind.UNKNOWN_FILL, what, 0, int(event.qty))])

    def pictured(self, picture: Picture) -> None:
        with self._lock:
            if self._before is None:
                held = {(account, instrument): qty for account, instrument, qty in picture.positions}
                # Of the runs before: whatever the venue holds beyond what we hold now, when nothing of this run has traded yet.
                self._before = {} if self.ours.fills else held
            found = compare(self.ours, picture, self._before)
        self._seen = {one: self._seen.get(one, 0) + 1 for one in found}
        self.breaks = tuple(one for one, times in self._seen.items() if times >= SURE)
        self._compared(self.breaks)
        new = [one for one in self.breaks if one not in self._told]
        self._told = {one: True for one in self._told if one in self._seen} | dict.fromkeys(new, True)
        if new:
            self._alarm(new)

    def _alarm(self, new: list[Break]) -> None:
        sentence = f"{self.venue} does not agree with us: {'; '.join(one.words for one in new[:3])}{', and more' if len(new) > 3 else ''}."
        self._tell(sentence)
        self._submit(BreaksFound(self.venue, tuple(one.words for one in new)))
        self._submit(TroubleFound(TriggerKind.RECONCILIATION, sentence[:SENTENCE]))
        if self._kills and any(one.kind is BreakKind.UNKNOWN_FILL for one in new):
            self._submit(EngageKill(f"unknown fill at {self.venue}"))
