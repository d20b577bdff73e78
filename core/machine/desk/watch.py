"""What the markets' messages change for the gate: how fresh each market is, how its trades moved, and what is lost by now.

Losses and exposures are looked at whenever the mark of something held moves and after each fill, so nothing that a clock would find is
missed: between two such messages they stand still. Invariant: a mark moves only here, and whoever holds something there is told, so what
things are worth is the same whenever somebody asks. Deliberately absent: what follows from a loss or an
exposure, which is the gate's and the triggers'.
"""

from core.domain.holding import Holding, Usage
from core.domain.limits import Rule
from core.machine.desk.doubts import Doubts
from core.machine.desk.exposure_room import EXPOSURES, ExposureRoom
from core.machine.desk.funds import MARKS_HOLD, Funds, Unknown, reference_price
from core.machine.desk.judge import Judge
from core.machine.desk.limit_table import LOSSES, Bound, LimitTable
from core.machine.desk.money_room import LossRoom
from core.machine.desk.windows import Prices
from core.machine.venue.book import Book


class Watch:
    """news: session time of each market's newest message. trades: of each market, one for each time that somebody looks
    back. marks: the prices that were last looked at; doubts: those that they do not follow yet. listens: somebody measures by
    any of it. usages: the gate's own."""

    __slots__ = ("_holders", "_rooms", "doubts", "funds", "judge", "lengths", "listens", "marks", "news", "table", "trades", "usages")

    def __init__(self, table: LimitTable, funds: Funds, judge: Judge, usages: dict[tuple[int, str], Usage]) -> None:
        self.table = table
        self.funds = funds
        self.judge = judge
        self.usages = usages
        self.news: dict[int, int] = {}
        self.trades: dict[int, list[Prices]] = {}
        self.marks: dict[int, int] = funds.marks
        self.doubts = Doubts()
        self.listens: bool = False
        self.lengths: list[int] = []
        self._rooms: dict[int, list[tuple[Holding, LossRoom, ExposureRoom]]] = {}
        self._holders: dict[int, list[Holding]] = {}

    def renew(self) -> None:
        """After the limits, or what tightens them, changed."""
        conditions = self.judge.conditions
        self.forget_bounds()
        self.lengths = sorted(dict.fromkeys(self.table.looks_back() + conditions.looks_back()))
        listened = self.listens
        # A mark that holds has to hear of every step.
        holds = self.funds.rules >= MARKS_HOLD
        self.listens = holds or self.table.listens() or len(self.lengths) > 0 or conditions.looks_at_losses()
        if not self.listens:
            self.marks.clear()
        elif not listened:
            # Nobody heard what went on until now.
            for id, book in self.funds.venue.books.items():
                if reference_price(book):
                    self.marks[id] = reference_price(book)
        for instrument, kept in self.trades.items():
            known = {prices.window_ns: prices for prices in kept}
            self.trades[instrument] = [known[ns] if ns in known else Prices(ns) for ns in self.lengths]

    def forget_bounds(self) -> None:
        """There may be other scopes, or holdings."""
        self._rooms.clear()
        self._holders.clear()

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
            # By number: a machine from a snapshot does not know in which order they were listed.
            for id in sorted(books):
                self._moved(id, books[id], at)

    def traded(self, instrument: int, at: int) -> None:
        """A fill of ours was booked."""
        book = self.funds.venue.books.get(instrument)
        if book is None or not self._moved(instrument, book, at):
            self.look(instrument)

    def _moved(self, instrument: int, book: Book, at: int) -> bool:
        if self.lengths:
            self._traded(instrument, reference_price(book), at)
        funds = self.funds
        if funds.rules >= MARKS_HOLD:
            price = self.doubts.follow(funds, instrument, book, at)
        else:
            price = funds.reference(instrument, book)
        if price == self.marks.get(instrument, 0):
            return False
        if price:
            self.marks[instrument] = price
        else:
            del self.marks[instrument]
        holders = self._holders.get(instrument)
        if holders is None:
            holders = self._holders[instrument] = self._find(instrument)
        for held in holders:
            if not held.is_stale and (held.qty or held.buy or held.sell):
                held.change()
        self.look(instrument)
        return True

    def _traded(self, instrument: int, price: int, at: int) -> None:
        kept = self.trades.get(instrument)
        if kept is None:
            kept = self.trades[instrument] = [Prices(ns) for ns in self.lengths]
        for prices in kept:
            if prices.last != price:
                prices.add(at, price)

    def look(self, instrument: int) -> None:
        """The mark of something moved, or a fill came: losses and exposures are looked at, orders or not."""
        rooms = self._rooms.get(instrument)
        if rooms is None:
            rooms = self._rooms[instrument] = self._find_rooms(instrument)
        stood = self.table.stood
        for held, losses, exposures in rooms:
            if not held.holds():
                # Somebody only looked: as if there were no holding, which a snapshot would not keep either.
                continue
            usage = losses.usage
            try:
                self.funds.result(usage)
            except Unknown:
                continue
            if losses.bounds and (self.judge.measures_all or not losses.holds(stood)):
                self._lost(losses)
            if exposures.bounds and (self.judge.measures_all or not exposures.holds(stood)):
                self._exposed(exposures)

    def _lost(self, room: LossRoom) -> None:
        usage = room.usage
        usage.best_result = max(usage.best_result, usage.won)
        for bound in room.bounds:
            try:
                used = self.funds.day_loss_bp(usage) if bound.rule == Rule.DAILY_LOSS else self.funds.drawdown_bp(usage)
            except Unknown:
                continue
            self._tell(bound, used)

    def _exposed(self, room: ExposureRoom) -> None:
        try:
            self.funds.refresh(room.usage)
        except Unknown:
            return
        for bound in room.bounds:
            try:
                used = room.use(bound)
            except Unknown:
                continue
            self._tell(bound, used)

    def _tell(self, bound: Bound, used: int) -> None:
        if used > bound.warn or used < bound.calm:
            self.judge.tell(bound, used)

    def _find_rooms(self, instrument: int) -> list[tuple[Holding, LossRoom, ExposureRoom]]:
        found: list[tuple[Holding, LossRoom, ExposureRoom]] = []
        for key in sorted(self.usages):
            usage = self.usages[key]
            held = usage.held.get(instrument)
            if held is not None:
                losses: list[Bound] = self.table.of(usage, instrument, LOSSES)
                exposures: list[Bound] = self.table.of(usage, instrument, EXPOSURES)
                if losses or exposures:
                    found.append((held, LossRoom(usage, self.funds, losses), ExposureRoom(usage, held, self.funds, exposures)))
        return found

    def _find(self, instrument: int) -> list[Holding]:
        return [usage.held[instrument] for usage in self.usages.values() if instrument in usage.held]
