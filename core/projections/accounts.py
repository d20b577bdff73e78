"""What each account has made, holds and has working, currency by currency. Folds nothing of its own: orders and positions do. Cash,
equity, the day's result and the use of its loss limit are the gate's, read off the machine when the panel looks.

Invariants: money of one currency adds up exactly, also when its instruments count in different units; currencies are never added here.
"""

from collections.abc import Callable, Mapping

from core.domain.instrument import Instrument
from core.projections.board import Fold
from core.projections.market import Market
from core.projections.orders import Orders
from core.projections.pictures import AccountFunds, AccountRow, AccountsPicture, PositionRow, VersionLook
from core.projections.positions import Positions

FUNDS_DECIMALS = 6
"""Of the gate's money."""
Read = Callable[[], tuple[str, tuple[AccountFunds, ...]]]
"""The base currency, empty when nobody has said; and its accounts."""


class Purse:
    """One account in one currency; money with `decimals`, which is the finest that any of its instruments needs."""

    __slots__ = ("decimals", "fees", "gross", "held", "net", "net_held", "orders", "realised", "unmarked", "unrealised", "working")

    def __init__(self, decimals: int) -> None:
        self.decimals = decimals
        self.realised = self.unrealised = self.fees = self.net = 0
        self.gross = self.net_held = self.unmarked = self.held = self.orders = self.working = 0

    def scale(self, instrument: Instrument) -> int:
        scale: int = 10 ** (self.decimals - instrument.price_decimals - instrument.qty_decimals)
        return scale

    def hold(self, row: PositionRow) -> None:
        scale = self.scale(row.instrument)
        self.realised += row.realised * scale
        self.unrealised += row.unrealised * scale
        self.fees += row.fees * scale
        self.net += row.net * scale
        if row.qty and not row.mark:
            self.unmarked += 1
        if row.qty:
            self.held += 1
            self.gross += abs(row.qty * row.mark) * scale
            self.net_held += row.qty * row.mark * scale


class Accounts:
    """read: off the machine."""

    def __init__(self, market: Market, orders: Orders, positions: Positions, read: Read) -> None:
        self._market, self._orders, self._positions, self._read = market, orders, positions, read
        self.folds: Mapping[type, Fold] = {}

    def picture(self, look: VersionLook) -> AccountsPicture | None:
        positions = self._positions.picture(VersionLook())
        if positions is None:
            return None
        base, funds = self._read()
        version = hash((positions.version, self._orders.generation, self._orders.version, base, funds)) & (2**62 - 1)
        if version == look.version:
            return None
        decimals: dict[str, int] = {}
        for quote in self._market.quotes.values():
            i = quote.instrument
            decimals[i.quote] = max(decimals.get(i.quote, FUNDS_DECIMALS), i.price_decimals + i.qty_decimals)
        purses: dict[tuple[int, str], Purse] = {}
        for row in positions.rows:
            _purse(purses, row.account, row.instrument, decimals).hold(row)
        for order in self._orders.open.values():
            if order.instrument is not None:
                purse = _purse(purses, order.account, order.instrument, decimals)
                purse.orders += 1
                purse.working += order.leaves * (order.price or order.trigger) * purse.scale(order.instrument)
        known = {(one.account, base): one for one in funds if base}
        for key in known:
            purses.setdefault(key, Purse(decimals.get(base, FUNDS_DECIMALS)))
        rows = (_row(*key, purse, known.get(key)) for key, purse in sorted(purses.items(), key=lambda item: item[0]))
        return AccountsPicture(version, tuple(rows))


def _purse(purses: dict[tuple[int, str], Purse], account: int, instrument: Instrument, decimals: dict[str, int]) -> Purse:
    found = purses.get((account, instrument.quote))
    if found is None:
        found = purses[account, instrument.quote] = Purse(decimals[instrument.quote])
    return found


def _row(account: int, quote: str, p: Purse, funds: AccountFunds | None) -> AccountRow:
    def finer(value: int | None) -> int | None:
        return None if value is None else value * 10 ** (p.decimals - FUNDS_DECIMALS)

    known = (finer(funds.cash), finer(funds.equity), finer(funds.day), funds.loss_percent) if funds is not None else ()
    return AccountRow(
        account, quote, p.decimals, p.realised, p.unrealised, p.fees, p.net, p.gross, p.net_held, p.unmarked, p.held, p.orders, p.working,
        *known,
    )
