"""What the markets' messages change for the gate: how fresh each market is, how its trades moved, and what is lost by now.

Losses are looked at whenever the mark of something held moves and after each fill, so nothing that a clock would find is missed:
between two such messages they stand still. Deliberately absent: what follows from a loss, which is the gate's and the triggers'.
"""

from core.domain.holding import Usage
from core.domain.limits import Rule
from core.machine.desk.funds import Funds, Unknown, reference_price
from core.machine.desk.judge import Judge
from core.machine.desk.limit_table import Bound, LimitTable
from core.machine.desk.windows import Prices
from core.machine.venue.book import Book


class Watch:
    """news: session time of each market's newest message. trades: of each market, one for each time that somebody looks
    back. marks: the prices that were last looked at. listens: somebody measures by
    any of it. usages: the gate's own."""

    __slots__ = ("_bounds", "funds", "judge", "lengths", "listens", "marks", "news", "table", "trades", "usages")

    def __init__(self, table: LimitTable, funds: Funds, judge: Judge, usages: dict[tuple[int, str], Usage]) -> None:
        self.table = table
        self.funds = funds
        self.judge = judge
        self.usages = usages
        self.news: dict[int, int] = {}
        self.trades: dict[int, list[Prices]] = {}
        self.marks: dict[int, int] = {}
        self.listens: bool = False
        self.lengths: list[int] = []
        self._bounds: dict[int, list[Bound]] = {}

    def renew(self) -> None:
        """After the limits, or what tightens them, changed."""
        conditions = self.judge.conditions
        self._bounds.clear()
        self.lengths = sorted(dict.fromkeys(self.table.looks_back() + conditions.looks_back()))
        self.listens = self.table.listens() or len(self.lengths) > 0
        for instrument, kept in self.trades.items():
            known = {prices.window_ns: prices for prices in kept}
            self.trades[instrument] = [known[ns] if ns in known else Prices(ns) for ns in self.lengths]

    def forget_bounds(self) -> None:
        self._bounds.clear()

    def heard(self, instrument: int, at: int) -> None:
        """A market's message was taken, while somebody measures by news, trades or marks. instrument 0: of several, or of none."""
        self.funds.at = at
        books = self.funds.venue.books
        if instrument:
            self.news[instrument] = at
            book = books.get(instrument)
            if book is not None:
                self._moved(instrument, book, at)
        else:
            for id, book in books.items():
                self._moved(id, book, at)

    def _moved(self, instrument: int, book: Book, at: int) -> None:
        price = reference_price(book)
        if price == self.marks.get(instrument, 0):
            return
        self.marks[instrument] = price
        for usage in self.usages.values():
            held = usage.held.get(instrument)
            if held is not None and (held.qty or held.buy or held.sell):
                held.change()
        if self.lengths:
            kept = self.trades.get(instrument)
            if kept is None:
                kept = self.trades[instrument] = [Prices(ns) for ns in self.lengths]
            for prices in kept:
                prices.add(at, price)
        self.look(instrument)

    def look(self, instrument: int) -> None:
        """The mark of something moved, or a fill came: losses are looked at, orders or not."""
        bounds = self._bounds.get(instrument)
        if bounds is None:
            bounds = self._bounds[instrument] = self._losses(instrument)
        for bound in bounds:
            usage = bound.usage
            try:
                usage.best_result = max(usage.best_result, self.funds.result(usage))
                used = self.funds.day_loss_bp(usage) if bound.rule == Rule.DAILY_LOSS else self.funds.drawdown_bp(usage)
            except Unknown:
                continue
            if used > bound.warn or used < bound.calm:
                self.judge.tell(bound, used)

    def _losses(self, instrument: int) -> list[Bound]:
        found: list[Bound] = []
        for key in sorted(self.usages):
            usage = self.usages[key]
            if instrument in usage.held:
                found += self.table.losses(usage, instrument)
        return found
