"""The ledger: our fills as they stand, matched first in, first out, by account and instrument. Positions and statistics look
through it.

Grows with our own fills, never with the market's. What cannot be known is said so: where the lots do not add up to what the
machine holds (the screens began in the middle of a run) `lots` gives nothing until the next run.
"""

from collections.abc import Mapping

from core.domain.enums import Side
from core.messages.events import FillBusted, FillCorrected, OrderFilled, OrderSent, PositionChanged, RunStarted
from core.projections.board import Fold
from core.projections.lots import Fill, Lots, Match

Key = tuple[int, int]
"""Account, instrument."""


class Ledger:
    """matched: (key, match) in the order of closing; it only grows while `rebuilt` stays: a bust or a correction makes it anew."""

    def __init__(self) -> None:
        self.folds: Mapping[type, Fold] = {
            OrderSent: self._on_sent,
            OrderFilled: self._on_filled,
            FillBusted: self._on_busted,
            FillCorrected: self._on_corrected,
            PositionChanged: self._on_position,
            RunStarted: self._on_run,
        }
        self.rebuilt = 0
        self._clear()

    def _clear(self) -> None:
        self.matched: list[tuple[Key, Match]] = []
        self._lots: dict[Key, Lots] = {}
        self._orders: dict[int, tuple[Key, Side]] = {}
        self._unknown: dict[Key, bool] = {}
        self._fills = 0

    def lots(self, account: int, instrument: int) -> Lots | None:
        """None: not known."""
        key = (account, instrument)
        return None if key in self._unknown else self._lots.get(key)

    def picture(self, look: object) -> None:
        """None of its own."""

    def _on_run(self, at: int, event: RunStarted) -> None:
        self._clear()
        self.rebuilt += 1

    def _on_sent(self, at: int, e: OrderSent) -> None:
        self._orders[e.order_id] = ((e.account, e.instrument), e.side)

    def _on_filled(self, at: int, e: OrderFilled) -> None:
        known = self._orders.get(e.order_id)
        if known is None:
            return
        key, side = known
        self._fills += 1
        fill = Fill(self._fills, at, e.order_id, e.trade_id, e.qty if side is Side.BUY else -e.qty, e.price, e.fee)
        self.matched += [(key, match) for match in self._lots.setdefault(key, Lots()).book(fill)]

    def _on_busted(self, at: int, e: FillBusted) -> None:
        known = self._orders.get(e.order_id)
        if known is not None and self._lots.setdefault(known[0], Lots()).undo(e.order_id, e.trade_id):
            self._again()

    def _on_corrected(self, at: int, e: FillCorrected) -> None:
        known = self._orders.get(e.order_id)
        if known is not None and self._lots.setdefault(known[0], Lots()).correct(e.order_id, e.trade_id, e.qty, e.price, e.fee):
            self._again()

    def _again(self) -> None:
        self.matched = [(key, match) for key, lots in self._lots.items() for match in lots.matches]
        self.matched.sort(key=lambda row: row[1].closed.number)
        self.rebuilt += 1

    def _on_position(self, at: int, e: PositionChanged) -> None:
        """Follows each of our fills and amendments. Realised less cost is the same by every method."""
        key = (e.account, e.instrument)
        lots = self._lots.setdefault(key, Lots())
        if lots.qty != e.qty or lots.realised - lots.cost != e.realised - e.cost:
            self._unknown[key] = True
