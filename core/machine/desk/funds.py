"""What things are worth: accounts and their cash, rates of exchange, marks, and what a scope has won or lost.

Values are whole millionths of the base currency, rounded away from zero, so that no rounding makes an exposure smaller. Whoever asks
for what is not known gets Unknown: the gate then refuses (fail closed).
"""

from typing import Final

from core.domain.holding import Usage
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
TENS: Final[list[int]] = [int("1" + "0" * zeros) for zeros in range(25)]


class Unknown(Exception):
    """Something that a limit needs is missing; the reason says what."""

    def __init__(self, reason: Reason) -> None:
        super().__init__()
        self.reason = reason


class Funds:
    """accounts by number, rates by currency (with the session time they were told at), facts by instrument id. base: the currency
    that everything is added up in; empty: nobody has said. expires: some rate is good for a time only."""

    __slots__ = ("accounts", "at", "base", "expires", "facts", "rates", "venue")

    def __init__(self, venue: Exchange) -> None:
        self.venue = venue
        self.accounts: dict[int, SetAccount] = {}
        self.rates: dict[str, tuple[SetRate, int]] = {}
        self.facts: dict[int, SetInstrumentFacts] = {}
        self.base: str = ""
        self.at: int = 0
        self.expires: bool = False

    def mark(self, instrument: int) -> int:
        """Price at which what is held counts. Raises Unknown."""
        book = self.venue.books[instrument]
        price = book.last or reference_price(book)
        if price == 0:
            raise Unknown(Reason.NO_REFERENCE_PRICE)
        return price

    def value(self, instrument: Instrument, exact: int) -> int:
        """Of exact money of the instrument, away from zero. Raises Unknown."""
        top, bottom = MILLION, TENS[instrument.price_decimals + instrument.qty_decimals]
        if instrument.quote != self.base:
            rate = self._rate(instrument.quote)
            top, bottom = top * rate.numerator, bottom * rate.denominator
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
        if self.expires:
            self._check_rates(usage)
        changed = usage.changed
        while changed:
            held = changed[-1]
            id = held.instrument
            instrument = self.venue.instruments[id]
            mark = 0
            if held.qty or held.buy or held.sell:
                mark = self.venue.books[id].last or self.mark(id)
            long = self.value(instrument, (held.qty + held.buy) * mark)
            short = self.value(instrument, (held.sell - held.qty) * mark)
            won = self.value(instrument, held.cash + held.qty * mark - held.fees)
            gross = long if long > short else short
            if gross < 0:
                gross = 0
            facts = self.facts.get(id)
            if facts is not None:
                for group in (SECTOR + facts.sector, CLUSTER + facts.cluster):
                    usage.groups[group] = usage.groups.get(group, 0) + gross - held.gross
            usage.long += long - held.long
            usage.short += short - held.short
            usage.gross += gross - held.gross
            usage.won += won - held.won
            held.long, held.short, held.gross, held.won = long, short, gross, won
            held.is_changed = False
            changed.pop()

    def _check_rates(self, usage: Usage) -> None:
        """Raises Unknown when something is held at a rate that became too old."""
        for currency, (rate, at) in self.rates.items():
            if rate.valid_ns and self.at - at > rate.valid_ns:
                for id in usage.held:
                    if self.venue.instruments[id].quote == currency:
                        raise Unknown(Reason.NO_RATE)

    def result(self, usage: Usage) -> int:
        """What the scope won or lost since the run began. Raises Unknown."""
        if usage.changed or self.expires:
            self.refresh(usage)
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
    """What prices are judged by: the last trade, else the middle of a two-sided book, else 0."""
    if book.last:
        return book.last
    bid, ask = book.best_bid(), book.best_ask()
    return (bid.price + ask.price) // 2 if bid is not None and ask is not None else 0
