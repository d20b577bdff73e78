"""The venue's events in a scenario's words. The language is described in tests.scenarios.venue_conversation."""

from collections.abc import Iterator
from enum import Enum
from typing import Any

from core.domain.enums import Liquidity, Phase
from core.messages import market_data as md
from core.messages import reports
from core.messages.market_data import TradePrinted
from core.messages.rejections import Rejection
from core.messages.reports import Filled
from tests.scenarios.venue_messages import START, UNITS


def clock(at: int) -> str:
    """Time since the scenario began, in the largest unit that needs no more than its own fraction: 1.5s, 250ms."""
    since = at - START
    unit = next(unit for unit in ("s", "ms", "us", "ns") if (since % (UNITS[unit] // 10 or 1) == 0 and since >= UNITS[unit]) or since == 0)
    whole, rest = divmod(since, UNITS[unit])
    return f"{whole}{'.' + str(rest * 10 // UNITS[unit]) if rest else ''}{unit}"


def signed(lots: int) -> str:
    return f"{lots:+d}" if lots else "0"


UNSAID = (
    "instrument", "account", "terms", "client_order_id", "seq", "fee", "fees", "was_fee", "trade_id", "protection_bp", "origin", "parent",
    "epoch", "venue",
)

class Answers:
    """own: names of our orders by id."""

    def __init__(self) -> None:
        self.own: dict[int, str] = {}

    def shown(self, events: list[Any]) -> list[str]:
        lines: list[str] = []
        index = 0
        while index < len(events):
            event = events[index]
            index += 1
            if isinstance(event, TradePrinted):
                fills: dict[int, Filled] = {}
                while index < len(events) and self._belongs(events[index], event, fills):
                    fills[events[index].order_id] = events[index]
                    index += 1
                lines.append(self._trade(event, fills))
            else:
                lines.append(self._line(event))
        return lines

    def _belongs(self, event: Any, trade: TradePrinted, fills: dict[int, Filled]) -> bool:
        """Whether this is a report of the trade that was just printed and says nothing else than the trade does."""
        if not isinstance(event, Filled) or event.order_id not in (trade.maker, trade.taker) or event.order_id in fills:
            return False
        role = Liquidity.MAKER if event.order_id == trade.maker else Liquidity.TAKER
        wanted = (trade.trade_id, trade.price, trade.qty, Liquidity.AUCTION if trade.auction else role)
        return (event.trade_id, event.price, event.qty, event.liquidity) == wanted

    def _trade(self, trade: TradePrinted, fills: dict[int, Filled]) -> str:
        def side(role: str, id: int) -> str:
            fill = fills.get(id)
            fee = f" fee {fill.fee}" if fill is not None and fill.fee else ""
            return f"{role} {self._id(id)}" + (f" leaves {fill.leaves}{fee}" if fill is not None else "")

        where = "" if trade.instrument == 1 else f"in {trade.instrument}: "
        word = "cross" if trade.auction else "trade"
        return f"{where}{word} {trade.qty}@{trade.price} {side('maker', trade.maker)}, {side('taker', trade.taker)}"

    def _id(self, id: int) -> str:
        return str(-id) if id <= 0 else self.own.get(id, f"+{id}")

    def _line(self, event: Any) -> str:
        where = f"in {event.instrument}: " if getattr(event, "instrument", 1) > 1 else ""
        if isinstance(event, reports.Report):
            return where + self._report(event)
        return where + (self._about_the_day(event) or self._about_the_book(event) or self._plainly(event))

    def _report(self, e: Any) -> str:
        id = self._id(e.order_id)
        match e:
            case reports.Accepted():
                return f"accepted {id} {e.leaves}@{e.price}" + (f" ahead {e.ahead}" if e.ahead else "")
            case reports.Filled():
                return f"filled {id} {e.qty}@{e.price} leaves {e.leaves} {e.liquidity.name}" + (f" fee {e.fee}" if e.fee else "")
            case reports.Cancelled():
                return f"cancelled {id} qty {e.qty} {e.reason.name}"
            case reports.Replaced():
                return f"replaced {id} {e.leaves}@{e.price} total {e.qty}, place {'kept' if e.kept_place else 'lost'}"
            case reports.Rejected():
                return f"rejected {id} {e.request.name} {e.reason.name}"
            case reports.Held():
                return f"held {id} {e.leaves}" + (f" trigger {e.trigger}" if e.trigger else "")
            case reports.Triggered():
                return f"triggered {id} at {e.trigger}"
            case reports.Restated():
                return f"restated {id} {e.leaves}@{e.price}"
            case reports.Busted():
                return f"busted {id} trade {e.trade_id} {e.side.name} {e.qty}@{e.price}" + (f" fee {e.fee}" if e.fee else "")
        fee = f" fee {e.fee} was {e.was_fee}" if e.fee or e.was_fee else ""
        return f"corrected {id} trade {e.trade_id} {e.side.name} {e.qty}@{e.price} was {e.was_qty}@{e.was_price}{fee}"

    def _about_the_day(self, e: Any) -> str:
        match e:
            case md.PhaseChanged():
                return f"phase {e.phase.name} {e.cause.name}" + (f" until {clock(e.ends_at)}" if e.ends_at else "")
            case md.BandsChanged():
                bands = f"bands {e.low}-{e.high} " if e.low or e.high else ""
                return f"{bands}reference {e.reference}" + (" limit state" if e.limit_state else "")
            case md.IndicativeChanged() | md.AuctionPriced():
                word = "indicative" if isinstance(e, md.IndicativeChanged) else "auction"
                return f"{word} {e.price} qty {e.qty} surplus {signed(e.surplus)}"
            case md.TradeBusted():
                return f"trade {e.trade_id} busted {e.qty}@{e.price}"
            case md.TradeCorrected():
                return f"trade {e.trade_id} corrected {e.qty}@{e.price} was {e.was_qty}@{e.was_price}"
            case md.MarkChanged():
                return f"mark {e.price}"
            case md.RulesChanged():
                return "rules changed"
            case md.ScheduleChanged():
                entries = ", ".join(f"{clock(at)} {phase.name}" for at, phase, *_ in e.entries)
                return f"schedule {entries or 'none'}"
            case md.SessionChanged():
                return f"session {e.session} {'up' if e.up else 'down'}" + (f", {e.orders} cancelled" if e.orders else "")
            case md.ParticipantBlocked():
                return f"blocked {e.firm}" + (f", {e.orders} cancelled" if e.orders else "")
            case md.ParticipantReadmitted():
                return f"readmitted {e.firm}"
            case md.QuotesPulled():
                return f"quotes of {e.session} pulled, {e.orders} cancelled"
            case md.OperationRefused():
                value = Phase(e.value).name if e.reason is Rejection.ILLEGAL_TRANSITION else e.value
                return f"refused {e.request} {e.reason.name} {value}"
            case md.InstrumentListed():
                return f"listed tick {e.tick} lot {e.lot}"
        return ""

    def _about_the_book(self, e: Any) -> str:
        match e:
            case md.DepthChanged():
                return f"level {e.side.name} {e.price}: " + (f"{e.qty} in {e.orders}" if e.qty else "gone")
            case md.TopChanged():
                bid, ask = (f"{qty}@{price}" if price else "none" for price, qty in ((e.bid, e.bid_qty), (e.ask, e.ask_qty)))
                return f"top {bid} / {ask}"
            case md.StatisticsChanged():
                return (
                    f"statistics first {e.first} high {e.high} low {e.low} last {e.last} volume {e.volume} turnover {e.turnover} "
                    f"trades {e.trades}"
                )
            case md.OrderAdded():
                return f"added {self._id(e.order_id)} {e.side.name} {e.qty}@{e.price}"
            case md.OrderReduced():
                return f"reduced {self._id(e.order_id)} to {e.qty}"
            case md.OrderRemoved():
                return f"removed {self._id(e.order_id)}"
            case md.BookSeeded():
                levels = ", ".join(f"{price}: {qty} in {orders}" for price, qty, orders in e.levels)
                return f"seeded {e.side.name} {levels}"
            case md.TapeDiverged():
                return f"diverged {self._id(e.order_id)} {e.why.name}"
        return ""

    def _plainly(self, event: Any) -> str:
        """Everything else: what our own order management says."""
        fields = []
        for name in event.__struct_fields__:
            value = getattr(event, name)
            if name in UNSAID:
                continue
            if name == "order_id":
                value = self._id(value)
            elif isinstance(value, Enum):
                value = value.name
            fields.append(f"{name}={value}")
        return f"{type(event).__name__} {' '.join(fields)}"

    # pictures -------------------------------------------------------------------------------------------------------

    def book(self, picture: Any) -> list[str]:
        _, _, _, _, bids, asks, hidden_bids, hidden_asks, stops, held, *_ = picture
        lines = [line for *_, line in sorted(self._side("ask", 1, asks, hidden_asks), reverse=True)]
        lines += (line for *_, line in sorted(self._side("bid", -1, bids, hidden_bids)))
        lines += (f"stop {self._id(id)}:{open} trigger {trigger}" for id, trigger, open, *_ in stops)
        lines += (f"held {self._id(id)}:{open}" for id, open, *_ in held)
        return lines or ["empty"]

    def _side(self, name: str, sign: int, levels: Any, hidden: Any) -> Iterator[tuple[int, int, str]]:
        """Lines of one side, each with what it is sorted by: the price that trades first, and there the displayed before the hidden."""
        for price, queue in levels:
            yield sign * price, 0, f"{name} {price}  {self._queue(queue)}"
        for turn, (id, price, open, *_) in enumerate(hidden, 1):
            yield sign * price, turn, f"hidden {name} {price}  {self._id(id)}:{open}"

    def _queue(self, queue: Any) -> str:
        return " ".join(f"{self._id(id)}:{displayed}" + (f"+{reserve}" if reserve else "") for id, displayed, reserve, *_ in queue)

    def market(self, picture: Any) -> list[str]:
        phase, last, reference, mark, *_, volume, turnover, trades = picture
        prices = f"last {last} reference {reference} mark {mark}"
        return [f"{Phase(phase).name} {prices} volume {volume} turnover {turnover} trades {trades}"]
