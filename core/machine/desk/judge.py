"""Whether an order may go: every limit that its line meets, in the precedence of the reasons.

The first hard limit that fails is the answer, and how many more would have failed is said with it. Of the soft ones the worst is
named, by how many times it is exceeded, and the order passes when its author typed that number. What is not known, or a measure
that raises, refuses. Only bounds that the line's headroom cannot clear are measured. Invariants: judging changes nothing but what was
told; the answer is the one that measuring every bound would give.
"""

from typing import Final

from core.domain.enums import Side
from core.domain.limits import Rule
from core.domain.units import INT64_MAX, InstrumentId
from core.machine.desk.conditions import Conditions
from core.machine.desk.funds import BASIS_POINTS, WITHIN_BOOK, Funds, Unknown
from core.machine.desk.headroom import LineRoom
from core.machine.desk.limit_table import REASONS, TIERS, Bound, LimitTable, Line
from core.machine.desk.measures import NO_EXPOSURES, Attempt
from core.machine.venue.book import Book
from core.messages.events import Event
from core.messages.limits import LimitWarning, ScopeDisabled
from core.messages.reasons import Reason

BUY: Final = Side.BUY
SELL: Final = Side.SELL
ACCOUNTS: Final = 1 << 31
LARGEST: Final = INT64_MAX // 4
"""No order or position may be worth more, whatever the limits: its money must fit the journal's integers, and still add up."""


class Refusal:
    """limit and value in the reason's own unit; 0 where it has none. rule, scope: which limit and whose; also: further limits that
    would have refused it."""

    __slots__ = ("also", "limit", "reason", "rule", "scope", "soft", "value")

    def __init__(self, reason: Reason, limit: int = 0, value: int = 0, rule: int = 0, scope: str = "", soft: bool = False) -> None:
        self.reason = reason
        self.limit: int = limit
        self.value: int = min(value, INT64_MAX)
        self.rule: int = rule
        self.scope: str = scope
        self.soft: bool = soft
        self.also: int = 0


class Judge:
    """told: warnings of the present step. measures_all: does without headroom, to compare the answers. out: scopes that a rule took out."""

    __slots__ = ("conditions", "funds", "measures_all", "out", "table", "told")

    def __init__(self, table: LimitTable, funds: Funds, conditions: Conditions) -> None:
        self.table = table
        self.funds = funds
        self.conditions = conditions
        self.told: list[Event] = []
        self.measures_all: bool = False
        self.out: int = 0

    def refuses(self, a: Attempt, trigger: int, confirmed: int) -> Refusal | None:
        line = a.line
        softs: list[Refusal] = []
        try:
            if not line.guarded:
                return Refusal(Reason.MAX_ORDER_QTY, 0, a.qty)
            a.exposures = NO_EXPOSURES
            refusal: Refusal | None = None
            room: LineRoom | None = line.room
            if room is None or room.stood != self.table.stood or self.measures_all or self.conditions.conservative:
                room = self._room(line)
            if not a.reduces and (room is None or not room.first.low <= a.qty <= room.first.high):
                refusal = self._measured(a, line.first, line.first, softs)
            if refusal is None:
                refusal = self._priced(a, trigger)
            if refusal is None and not a.reduces:
                if self.conditions.conservative and not self.conditions.knows(line.own):
                    return Refusal(Reason.CONSERVATIVE_MODE)
                suspects = line.rest if room is None else room.suspects(a)
                if suspects:
                    refusal = self._measured(a, suspects, line.rest, softs)
        except Unknown as unknown:
            return Refusal(unknown.reason)
        except (ArithmeticError, LookupError, ValueError, TypeError):
            return Refusal(Reason.RISK_ERROR)
        return refusal if refusal is not None or not softs else self._worst(softs, confirmed)

    def _worst(self, softs: list[Refusal], confirmed: int) -> Refusal | None:
        worst = softs[0]
        for soft in softs:
            if soft.value * worst.limit > worst.value * soft.limit:
                worst = soft
        worst.also = len(softs) - 1
        return worst if confirmed != worst.value else None

    def _priced(self, a: Attempt, trigger: int) -> Refusal | None:
        """The reference, the collar, and what the order may cost."""
        line, book = a.line, a.book
        tick = line.instrument.tick
        reference = trigger or self.funds.reference(line.instrument.id, book)
        if reference == 0:
            return Refusal(Reason.NO_REFERENCE_PRICE)
        width = reference * line.collar // BASIS_POINTS
        low, high, price = reference - width, reference + width, a.price
        if low < tick:
            low = tick
        if price == 0:
            a.worst = high - high % tick if a.side is BUY else low + -low % tick
        elif price < low and not self._passive(a, BUY):
            return Refusal(Reason.PRICE_COLLAR, low + -low % tick, price, Rule.PRICE_COLLAR)
        elif price > high and not self._passive(a, SELL):
            return Refusal(Reason.PRICE_COLLAR, high - high % tick, price, Rule.PRICE_COLLAR)
        else:
            a.worst = price
        a.reference = reference
        a.dearest = price if price and a.side is BUY else _dearest(price, high, book)
        a.value = a.qty * a.dearest
        if a.value > LARGEST:
            return Refusal(Reason.MAX_ORDER_VALUE, LARGEST, a.value)
        own = line.own
        reach = own.qty + own.buy if a.side is BUY else own.sell - own.qty
        if (reach - a.freed + a.qty) * high > LARGEST:
            return Refusal(Reason.MAX_POSITION, LARGEST // high, reach + a.qty)
        if line.values:
            scale = self.funds.scales.get(line.instrument.id)
            if scale is None or a.at > self.funds.good_until:
                scale = self.funds.scale(line.instrument)
            top, bottom = scale
            a.worth = (a.value * top + bottom - 1) // bottom
            mark = self.funds.marks.get(line.instrument.id, 0)
            if mark:
                # What is open counts at its dearest price, and an exposure at the mark.
                a.most = a.worth if mark <= a.dearest else (a.qty * mark * top + bottom - 1) // bottom
        return None

    def _room(self, line: Line) -> LineRoom | None:
        """None: everything is measured. Conservative mode lowers so much that ranges would say little."""
        if self.measures_all or self.conditions.conservative:
            return None
        room = line.room = LineRoom(line, self.table.stood, self.funds, self.conditions)
        return room

    def _passive(self, a: Attempt, side: Side) -> bool:
        """Of an order that only reduces: a price that is too good is no danger, and the way out must not depend on the reference."""
        return self.funds.rules >= WITHIN_BOOK and a.reduces and a.side is side

    def _measured(self, a: Attempt, bounds: list[Bound], all: list[Bound], softs: list[Refusal]) -> Refusal | None:
        """all: those whose further refusals are counted."""
        tight = self.conditions.tight()
        for bound in bounds:
            used: int = bound.measure(bound, a)
            value = bound.value if not tight else bound.value * self.conditions.percent(bound, a) // 100
            if used > value:
                refusal = Refusal(REASONS[bound.rule], value, used, bound.rule, bound.usage.words, bound.soft)
                if not bound.soft:
                    refusal.also = self._more(a, all, all.index(bound) + 1)
                    return refusal
                softs.append(refusal)
            elif used > bound.warn or used < bound.calm:
                a.risen = [*a.risen, (bound, used)]
        return None

    def _more(self, a: Attempt, bounds: list[Bound], begin: int) -> int:
        """How many more hard limits would refuse it."""
        count = 0
        for bound in bounds[begin:]:
            if not bound.soft:
                try:
                    count += bound.measure(bound, a) > bound.value
                except Unknown:
                    count += 1
        return count

    def take_told(self) -> list[Event]:
        told, self.told = self.told, []
        return told

    def tell(self, bound: Bound, used: int) -> None:
        """A use that came to another tier: rising is an event, falling is remembered."""
        tier = bound.tier_of(used)
        before = self.table.tiers.get(bound.key, 0)
        if tier == before:
            return
        if tier:
            self.table.tiers[bound.key] = tier
        else:
            self.table.tiers.pop(bound.key, None)
        bound.stand(tier)
        self.table.stood += 1
        if tier > before:
            percent, instrument = TIERS[tier - 1], InstrumentId(bound.key[6])
            whose = f"{bound.usage.words}, {bound.group}" if bound.group else bound.usage.words
            self.told.append(LimitWarning(Rule(bound.rule), whose, instrument, percent, min(used, INT64_MAX), bound.value))

    def latch(self, bound: Bound) -> None:
        """Filled as often as it allows: nothing more of the scope goes until a person enables it (RTS 6 Art. 15(3))."""
        usage = bound.usage
        if usage.filled_whole >= bound.value and not usage.disabled:
            usage.disabled = bound.rule
            self.out += 1
            self.told.append(ScopeDisabled(usage.kind, usage.name, Rule(bound.rule), usage.filled_whole, bound.value))


def _dearest(price: int, high: int, book: Book) -> int:
    """The highest price at which the order may trade: a sell limit below the market trades at the bid, not at its limit. price 0: a
    market order, of either side."""
    if price == 0:
        return high
    if not book.bid_heap or -book.bid_heap[0] <= price:
        # Nobody is at a better price than the heap's top, which may be dead.
        return price
    bid = book.best_bid()
    return bid.price if bid is not None and bid.price > price else price
