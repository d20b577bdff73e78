"""What things are worth: accounts and their cash, rates of exchange, marks, and what a scope has won or lost.

Values are whole millionths of the base currency, rounded away from zero, so that no rounding makes an exposure smaller. Whoever asks
for what is not known gets Unknown: the gate then refuses (fail closed).
"""

from math import gcd
from typing import Final

from core.domain.holding import Holding, Usage
from core.domain.instrument import Instrument
from core.domain.scope import ScopeKind
from core.machine.venue.book import Book
from core.machine.venue.exchange import Exchange
from core.messages.limits import SetAccount, SetInstrumentFacts, SetRate
from core.messages.reasons import Reason

MILLION: Final = 1_000_000
BASIS_POINTS: Final = 10_000
SECTOR: Final = "sector "
CLUSTER: Final = "cluster "
NEVER: Final = 1 << 63
"""Later than every time."""
WITHIN_BOOK: Final = 1
MARKS_HOLD: Final = 2
ORDERS_APART: Final = 3
"""From which rules of the gate on."""
BAND_BP: Final = 500
"""Further than that in one step is far. The band of the tier 1 of the limit-up limit-down plan."""
FINEST: Final = 2
"""So many ticks are never far."""
Scale = tuple[int, int]
"""One unit of exact money is top / bottom millionths of the base currency."""
NO_GROUPS: Final[tuple[str, ...]] = ()
TENS: Final[list[int]] = [int("1" + "0" * zeros) for zeros in range(25)]


class Unknown(Exception):
    """Something that a limit needs is missing; the reason says what."""

    def __init__(self, reason: Reason) -> None:
        super().__init__()
        self.reason = reason


class Funds:
    """accounts by number, rates by currency (with the session time they were told at), facts by instrument id. base: the currency
    that everything is added up in; empty: nobody has said. marks: prices at which what is held counts, as the watch heard them: they
    move only where everybody who holds something is told, so that totals never depend on when somebody looked. scales: as `scale` made
    them, right until good_until. good_until: session
    time until which no rate expires. rules: the gate's, as StartRun says."""

    __slots__ = ("_groups", "accounts", "at", "base", "facts", "good_until", "marks", "rates", "rules", "scales", "venue")

    def __init__(self, venue: Exchange) -> None:
        self.venue = venue
        self.accounts: dict[int, SetAccount] = {}
        self.rates: dict[str, tuple[SetRate, int]] = {}
        self.facts: dict[int, SetInstrumentFacts] = {}
        self.marks: dict[int, int] = {}
        self.base: str = ""
        self.at: int = 0
        self.rules: int = 0
        self.good_until: int = NEVER
        self.scales: dict[int, Scale] = {}
        self._groups: dict[int, tuple[str, ...]] = {}

    def renew(self) -> None:
        """After something was told of a currency or an instrument."""
        self.scales.clear()
        self._groups.clear()
        self.good_until = NEVER
        for rate, at in self.rates.values():
            if rate.valid_ns:
                self.good_until = min(self.good_until, at + rate.valid_ns)

    def reference(self, instrument: int, book: Book) -> int:
        """What prices are judged by and positions valued at. What is far from the mark does not count, unless both sides quote near each
        other."""
        found = self.nearest(book)
        if self.rules < MARKS_HOLD:
            return found
        mark = self.marks.get(instrument, 0)
        if not mark or not found or found == mark or not self.is_far(instrument, found, mark):
            return found
        bid, ask = book.best_bid(), book.best_ask()
        if bid is not None and ask is not None and bid.price <= ask.price and not self.is_far(instrument, ask.price, bid.price):
            return found
        return mark if not book.last or self.is_far(instrument, book.last, mark) else book.last

    def is_far(self, instrument: int, price: int, mark: int) -> bool:
        away = price - mark if price > mark else mark - price
        return away * BASIS_POINTS > mark * BAND_BP and away > FINEST * self.venue.instruments[instrument].tick

    def nearest(self, book: Book) -> int:
        """The last trade, but no further away than the best prices of the book, so that one small trade far from the market is not it; else
        the middle; else 0. A book that is crossed says nothing."""
        last = book.last
        if not last or self.rules < WITHIN_BOOK:
            return last or reference_price(book)
        bids, asks = book.bid_heap, book.ask_heap
        # The top of a heap may be a price where nobody is any more, but nobody is at a better one.
        if (not bids or -bids[0] <= last) and (not asks or asks[0] >= last):
            return last
        bid, ask = book.best_bid(), book.best_ask()
        if bid is not None and ask is not None and bid.price >= ask.price:
            return last
        if ask is not None and last > ask.price:
            return ask.price
        return bid.price if bid is not None and last < bid.price else last

    def mark(self, instrument: int) -> int:
        """Price at which what is held counts. Raises Unknown."""
        price = self.marks.get(instrument, 0) or self.reference(instrument, self.venue.books[instrument])
        if price == 0:
            raise Unknown(Reason.NO_REFERENCE_PRICE)
        return price

    def scale(self, instrument: Instrument) -> "Scale":
        """Of exact money to the base currency. Raises Unknown."""
        if self.at > self.good_until and instrument.quote != self.base:
            self._rate(instrument.quote)
        found = self.scales.get(instrument.id)
        if found is None:
            top, bottom = MILLION, TENS[instrument.price_decimals + instrument.qty_decimals]
            if instrument.quote != self.base:
                rate = self._rate(instrument.quote)
                top, bottom = top * rate.numerator, bottom * rate.denominator
            shared = gcd(top, bottom)
            found = self.scales[instrument.id] = (top // shared, bottom // shared)
        return found

    def value(self, instrument: Instrument, exact: int) -> int:
        """Of exact money of the instrument, away from zero. Raises Unknown."""
        top, bottom = self.scale(instrument)
        if exact < 0:
            return -((-exact * top + bottom - 1) // bottom)
        return (exact * top + bottom - 1) // bottom

    def _rate(self, currency: str) -> SetRate:
        told = self.rates.get(currency)
        if told is None or not self.base:
            raise Unknown(Reason.NO_RATE)
        rate, at = told
        if rate.valid_ns and self.at - at > rate.valid_ns:
            raise Unknown(Reason.NO_RATE)
        return rate

    def refresh(self, usage: Usage) -> None:
        """Brings the usage's totals up to date. Raises Unknown."""
        self.settle(usage)
        changed = usage.changed
        try:
            while changed:
                held = changed[-1]
                self._revalue(usage, held)
                held.is_changed = False
                changed.pop()
        except Unknown:
            raise Unknown(self._missing(changed)) from None
        usage.more = 0

    def settle(self, usage: Usage) -> None:
        """Brings the usage's result up to date, and its totals but for new orders. Raises Unknown."""
        if self.at > self.good_until:
            self._check_rates(usage)
        stale = usage.stale
        unheard: list[Holding] = []
        try:
            while stale:
                held = stale[-1]
                self._revalue(usage, held)
                stale.pop()
                if held.instrument in self.marks:
                    held.is_stale = False
                else:
                    # Nobody will tell when its price moves: it is looked at each time.
                    unheard.append(held)
        except Unknown:
            raise Unknown(self._missing(stale)) from None
        finally:
            if unheard:
                stale += unheard

    def _revalue(self, usage: Usage, held: Holding) -> None:
        id = held.instrument
        qty, buy, sell, won = held.qty, held.buy, held.sell, held.cash - held.fees
        long = short = worth = 0
        is_live = qty != 0 or buy != 0 or sell != 0
        if is_live or won:
            scale = self.scales.get(id)
            if scale is None or self.at > self.good_until:
                scale = self.scale(self.venue.instruments[id])
            top, bottom = scale
            won *= top
            if is_live:
                price = (self.marks.get(id, 0) or self.mark(id)) * top
                long, short, worth = (qty + buy) * price, (sell - qty) * price, (held.buy_worth + held.sell_worth) * top
                won += qty * price
            if bottom != 1:
                long, short, won, worth = away(long, bottom), away(short, bottom), away(won, bottom), away(worth, bottom)
        gross = long if long > short else short
        if gross < 0:
            gross = 0
        if gross != held.gross:
            self._regroup(usage, id, gross - held.gross)
            held.gross = gross
        usage.long += long - held.long
        usage.short += short - held.short
        usage.open += worth - held.worth
        held.long, held.short, held.worth = long, short, worth
        if won != held.won:
            usage.won += won - held.won
            held.won = won
        if is_live is not held.is_live:
            held.is_live = is_live
            usage.live += 1 if is_live else -1

    def _regroup(self, usage: Usage, instrument: int, more: int) -> None:
        usage.gross += more
        names = self._groups.get(instrument)
        if names is None:
            facts = self.facts.get(instrument)
            names = self._groups[instrument] = (SECTOR + facts.sector, CLUSTER + facts.cluster) if facts is not None else NO_GROUPS
        groups = usage.groups
        for name in names:
            groups[name] = groups.get(name, 0) + more

    def _missing(self, stale: list[Holding]) -> Reason:
        """What is not known of the first instrument of which something is not: the same, whatever was valued first."""
        for held in sorted(stale, key=_instrument):
            try:
                if _is_worth(held):
                    self.scale(self.venue.instruments[held.instrument])
                if held.qty or held.buy or held.sell:
                    self.mark(held.instrument)
            except Unknown as unknown:
                return unknown.reason
        return Reason.RISK_ERROR

    def _check_rates(self, usage: Usage) -> None:
        """Raises Unknown when something is held at a rate that became too old."""
        for currency, (rate, at) in self.rates.items():
            if rate.valid_ns and self.at - at > rate.valid_ns:
                for id, held in usage.held.items():
                    if _is_worth(held) and self.venue.instruments[id].quote == currency:
                        raise Unknown(Reason.NO_RATE)

    def result(self, usage: Usage) -> int:
        """What the scope won or lost since the run began. Raises Unknown."""
        if usage.stale or self.at > self.good_until:
            self.settle(usage)
        return usage.won

    def cash(self, usage: Usage) -> int:
        """What the scope's account began with; of other scopes: all accounts. Raises Unknown when nobody has said."""
        if usage.kind is ScopeKind.ACCOUNT:
            account = self.accounts.get(int(usage.name))
            if account is None or account.cash <= 0:
                raise Unknown(Reason.NO_EQUITY)
            return account.cash
        total = sum([account.cash for account in self.accounts.values()])
        if total <= 0:
            raise Unknown(Reason.NO_EQUITY)
        return total

    def day_loss_bp(self, usage: Usage) -> int:
        """Loss since the trading day began against the equity it began with; negative is a gain. Raises Unknown."""
        began = self.cash(usage) + usage.day_result
        if began <= 0:
            raise Unknown(Reason.NO_EQUITY)
        return (usage.day_result - self.result(usage)) * BASIS_POINTS // began

    def drawdown_bp(self, usage: Usage) -> int:
        """Loss from the highest equity. Raises Unknown."""
        cash, result = self.cash(usage), self.result(usage)
        best = max(usage.best_result, result)
        return (best - result) * BASIS_POINTS // (cash + best)

    def equity(self, usage: Usage) -> int:
        """Raises Unknown, also when nothing is left."""
        left = self.cash(usage) + self.result(usage)
        if left <= 0:
            raise Unknown(Reason.NO_EQUITY)
        return left


def reference_price(book: Book) -> int:
    """The last trade, else the middle of a two-sided book, else 0."""
    if book.last:
        return book.last
    bid, ask = book.best_bid(), book.best_ask()
    return (bid.price + ask.price) // 2 if bid is not None and ask is not None else 0


def away(exact: int, bottom: int) -> int:
    """Divided, and rounded away from zero."""
    return -((-exact + bottom - 1) // bottom) if exact < 0 else (exact + bottom - 1) // bottom


def _instrument(held: Holding) -> int:
    return held.instrument


def _is_worth(held: Holding) -> bool:
    """Whether it has to be valued: what was only looked at is nothing in any currency."""
    return held.qty != 0 or held.buy != 0 or held.sell != 0 or held.cash != held.fees
