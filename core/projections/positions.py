"""Positions and their worth: what is held, at which cost, and what it would be worth at the mark, before and after fees.

At average cost as the machine holds it, for its decisions stand on that; first in, first out as the ledger matches it. Net P&L is
the same by both.
"""

from collections.abc import Mapping

from msgspec.structs import replace

from core.domain.instrument import Instrument
from core.messages.events import PositionChanged, RunStarted
from core.projections.board import Fold
from core.projections.ledger import Ledger
from core.projections.lots import Lots
from core.projections.market import Market
from core.projections.pictures import PositionRow, PositionsPicture, VersionLook


class Held:
    """Signed lots and exact money; all zero when nothing is held."""

    __slots__ = ("bought", "cost", "fees", "qty", "realised", "sold")

    def __init__(self) -> None:
        self.qty = self.cost = self.realised = self.bought = self.sold = self.fees = 0


FLAT = Held()


class Positions:
    """version counts changes of positions; a picture also changes with the marks."""

    def __init__(self, market: Market, ledger: Ledger) -> None:
        self._market = market
        self._ledger = ledger
        self._held: dict[tuple[int, int], Held] = {}
        self.version = 0
        self.folds: Mapping[type, Fold] = {PositionChanged: self._on_changed, RunStarted: self._on_run}

    def held(self, instrument: int, account: int = 1) -> Held:
        return self._held.get((account, instrument), FLAT)

    def all_held(self) -> list[tuple[int, int, int]]:
        """Instrument, account and lots of every position that is not flat."""
        return sorted((instrument, account, held.qty) for (account, instrument), held in self._held.items() if held.qty)

    def picture(self, look: VersionLook) -> PositionsPicture | None:
        marks = sum(quote.trades for quote in self._market.quotes.values())
        version = self.version * 1_000_003 + marks
        if version == look.version:
            return None
        rows = []
        for (account, instrument), held in sorted(self._held.items()):
            quote = self._market.quote(instrument)
            if quote is not None:
                rows.append(_row(account, quote.instrument, held, quote.mark, self._ledger.lots(account, instrument)))
        return PositionsPicture(version, tuple(rows))

    def _on_run(self, at: int, event: RunStarted) -> None:
        self._held.clear()
        self.version += 1

    def _on_changed(self, at: int, event: PositionChanged) -> None:
        held = self._held.setdefault((event.account, event.instrument), Held())
        held.qty, held.cost, held.realised = event.qty, event.cost, event.realised
        held.bought, held.sold, held.fees = event.bought, event.sold, event.fees
        self.version += 1


def _row(account: int, instrument: Instrument, held: Held, mark: int, lots: Lots | None) -> PositionRow:
    unrealised = held.qty * mark - held.cost if mark else 0
    net = held.realised + unrealised - held.fees
    row = PositionRow(
        account, instrument, held.qty, held.cost, mark, held.realised, unrealised, held.bought, held.sold, held.fees, net
    )
    if lots is None:
        return row
    return replace(row, fifo_cost=lots.cost, fifo_realised=lots.realised, fifo_unrealised=lots.unrealised(mark))
