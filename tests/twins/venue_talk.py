"""Makes up what an exchange hears all day: prices within twenty ticks, so that everything meets everything, and nonsense of every kind.

A talk is decided by its random.Random alone, and by which orders live (looked up in the slow twin). `without` names what it
leaves out.
"""

from collections.abc import Callable
from random import Random
from typing import Any

import msgspec

from core.domain.enums import Allocation, OrderType, Peg, Phase, PostOnly, SelfMatch, Side, TimeInForce, TriggerBy
from core.domain.units import MILLISECOND, SECOND
from core.messages.flow import FlowCancel, FlowLimit, FlowMarket, ListInstrument
from core.messages.operations import (
    BlockParticipant,
    BustTrade,
    ChangePhase,
    CorrectTrade,
    ReadmitParticipant,
    SetMark,
    SetReference,
    SetRules,
    SetSchedule,
)
from core.messages.participants import (
    KEEP,
    AmendOrder,
    CloseSession,
    EnterOrder,
    MassCancel,
    MassQuote,
    OpenSession,
    SetQuoteProtection,
    WithdrawOrder,
)
from core.messages.terms import Terms
from tests.twins.slow_venue import SlowVenue
from tests.twins.slow_venue_auction import LEGAL
from tests.twins.slow_venue_checks import CALLS
from tests.twins.slow_venue_market import Market, Order
from tests.twins.venue_nonsense import spoilt
from tests.twins.venue_rule_sets import some_rules

K, T, P = OrderType, TimeInForce, Phase
SESSIONS = range(-6, 0)
DELAYED_SESSION, MUTE_SESSION = -6, -5
LOW, HIGH = 90, 110
BEGIN = 1_000 * SECOND


class Talk:
    def __init__(self, rng: Random, twin: SlowVenue, without: frozenset[str] = frozenset()) -> None:
        self.rng, self.twin, self.without = rng, twin, without
        self.at = BEGIN
        self.last_id = 0
        rows = [row for row in ROWS if row[1] not in without]
        self.makers, self.weights = [row[2] for row in rows], [row[0] for row in rows]

    def opening(self) -> list[tuple[int, Any]]:
        rng, said = self.rng, []
        shapes = [(1, 1, 1), (2, rng.choice((1, 2)), rng.choice((1, 2, 5)))]
        for number, tick, lot in shapes:
            said.append(ListInstrument(number, f"X{number}", "V", "B", "Q", 2, 0, tick, lot))
            said.append(SetRules(number, some_rules(rng, self.without)))
            if rng.random() < 0.6:
                said.append(SetReference(number, 100))
        said += [self.session(number) for number in SESSIONS]
        return [(self.at, message) for message in said]

    def next(self) -> tuple[int, Any]:
        rng = self.rng
        chance = rng.random()
        if chance < 0.6:
            self.at += rng.randrange(20 * MILLISECOND)
        elif chance < 0.7:
            self.at += rng.randrange(SECOND)
        elif chance < 0.705:
            self.at += 31 * SECOND
        message = rng.choices(self.makers, self.weights)[0](self)
        if rng.random() < 0.05 and "nonsense" not in self.without:
            message = spoilt(rng, message)
            self.last_id = min(self.last_id, getattr(message, "order_id", 0))
        return self.at, message

    # the pieces of a message ------------------------------------------------------------------------------------------

    def market(self) -> Market:
        return self.twin.markets[1 if self.rng.random() < 0.75 else 2]

    def side(self) -> Side:
        return self.rng.choice((Side.BUY, Side.SELL))

    def fresh_id(self) -> int:
        self.last_id -= 1
        return self.last_id

    def price(self, m: Market, side: Side | None = None) -> int:
        """Mostly on its own half, so that books build up."""
        low, high = LOW, HIGH
        if side is not None and self.rng.random() < 0.7:
            low, high = (LOW, 101) if side is Side.BUY else (99, HIGH)
        return max(m.down(self.rng.randint(low, high)), m.tick_at(1))

    def qty(self, m: Market) -> int:
        return m.lot * self.rng.choice((1, 2, 3, 4, 5, 6, 8, 10, 12))

    def who(self) -> int:
        return self.rng.choice((0, 0, *SESSIONS))

    def live(self, m: Market, *kinds: OrderType) -> Order | None:
        found = [order for order in m.orders if not kinds or order.kind in kinds]
        return self.rng.choice(found) if found else None

    def life(self, m: Market) -> tuple[TimeInForce, int]:
        """(time in force, expires_at) of what may rest."""
        tif = self.rng.choice((T.GTC, T.GTC, T.DAY, T.GTD))
        return tif, self.at + self.rng.randrange(1, SECOND) if tif is T.GTD else 0

    def enter(self, m: Market, kind: OrderType, side: Side, price: int, tif: TimeInForce, **terms: Any) -> EnterOrder:
        given = {name: value for name, value in terms.items() if value}
        qty = self.qty(m) if m.rules.min_qty or self.rng.random() < 0.9 else m.lot * 30
        return EnterOrder(m.number, self.fresh_id(), self.who(), side, kind, qty, price, tif, Terms(**given) if given else None)

    # orders -----------------------------------------------------------------------------------------------------------

    def plain(self) -> EnterOrder:
        m, side = self.market(), self.side()
        tif, expires_at = self.life(m)
        return self.enter(m, K.LIMIT, side, self.price(m, side), tif, expires_at=expires_at)

    def flow_limit(self) -> FlowLimit:
        m, side = self.market(), self.side()
        return FlowLimit(m.number, self.fresh_id(), side, self.qty(m), self.price(m, side))

    def flow_market(self) -> FlowMarket:
        m, side = self.market(), self.side()
        by_funds = m.lot == 1 and m.rules.allocation is Allocation.FIFO and self.rng.random() < 0.4 and "funds" not in self.without
        funds = self.rng.randrange(100, 2_000) if by_funds else 0
        return FlowMarket(m.number, self.fresh_id(), side, 0 if funds else self.qty(m), funds)

    def flow_cancel(self) -> FlowCancel:
        m = self.market()
        found = [order for order in m.orders if order.session == 0 and order.kind is K.LIMIT and order.where == "book"]
        order = self.rng.choice(found) if found else None
        return FlowCancel(m.number, order.id if order else -999_999, order.open if order else 1)

    def market_order(self) -> EnterOrder:
        m, side = self.market(), self.side()
        tif = self.rng.choice((T.IOC, T.FOK, T.DAY, T.DAY))
        protection = self.price(m) if self.rng.random() < 0.3 else 0
        least = m.lot * 2 if tif is T.IOC and self.rng.random() < 0.2 else 0
        return self.enter(m, K.MARKET, side, 0, tif, protection=protection, min_qty=least)

    def immediate(self) -> EnterOrder:
        m, side = self.market(), self.side()
        tif = self.rng.choice((T.IOC, T.FOK, T.FOK))
        least = m.lot * self.rng.randrange(1, 6) if tif is T.IOC and self.rng.random() < 0.5 else 0
        return self.enter(m, K.LIMIT, side, self.price(m), tif, min_qty=least)

    def iceberg(self) -> EnterOrder:
        m, side = self.market(), self.side()
        display = m.lot * self.rng.randrange(1, 5)
        spread = display - m.lot if self.rng.random() < 0.3 else 0
        tif, expires_at = self.life(m)
        return self.enter(m, K.LIMIT, side, self.price(m, side), tif, display=display, display_spread=spread, expires_at=expires_at)

    def unseen(self) -> EnterOrder:
        m, side = self.market(), self.side()
        tif, expires_at = self.life(m)
        kind = self.rng.choice(("hidden", "all_or_none", "min_qty"))
        if kind in self.without:
            kind = "hidden"
        least = m.lot * self.rng.randrange(1, 6) if kind == "min_qty" else 0
        return self.enter(m, K.LIMIT, side, self.price(m, side), tif, expires_at=expires_at, hidden=kind != "all_or_none",
                          all_or_none=kind == "all_or_none", min_qty=least)  # fmt: skip

    def post_only(self) -> EnterOrder:
        m, side = self.market(), self.side()
        display = m.lot if self.rng.random() < 0.2 else 0
        mode = self.rng.choice((PostOnly.REJECT, PostOnly.SLIDE))
        return self.enter(m, K.LIMIT, side, self.price(m), T.GTC, post_only=mode, display=display)

    def stop(self) -> EnterOrder:
        m, side = self.market(), self.side()
        kind = self.rng.choice((K.STOP, K.STOP, K.STOP_LIMIT, K.TRAILING_STOP, K.MARKET_IF_TOUCHED, K.LIMIT_IF_TOUCHED))
        tif, expires_at = self.life(m)
        terms: dict[str, Any] = dict(trigger=self.price(m), trigger_by=self.rng.choice(list(TriggerBy)), expires_at=expires_at)
        limit = kind in (K.STOP_LIMIT, K.LIMIT_IF_TOUCHED)
        if kind is K.TRAILING_STOP:
            by_price = self.rng.random() < 0.6
            terms["trigger"] = 0
            terms |= {"trail": m.tick_at(0) * self.rng.randrange(1, 4)} if by_price else {"trail_bp": self.rng.choice((150, 400))}
        elif limit and self.rng.random() < 0.3:
            terms["display"] = m.lot * 2
        elif limit and self.rng.random() < 0.3:
            tif, terms["expires_at"] = self.rng.choice((T.IOC, T.FOK)), 0
        elif not limit and self.rng.random() < 0.2:
            terms["protection"] = self.price(m)
        return self.enter(m, kind, side, self.price(m) if limit else 0, tif, **terms)

    def peg(self) -> EnterOrder:
        m, side = self.market(), self.side()
        peg = self.rng.choice((Peg.PRIMARY, Peg.MARKET, Peg.MIDPOINT))
        away = -1 if side is Side.BUY else 1
        offset = {Peg.PRIMARY: self.rng.randint(-3, 1) * -away, Peg.MARKET: away * self.rng.randint(1, 4), Peg.MIDPOINT: 0}[peg]
        tif, expires_at = self.life(m)
        least = m.lot * 3 if self.rng.random() < 0.2 and "min_qty" not in self.without else 0
        whole = not least and self.rng.random() < 0.1 and "all_or_none" not in self.without
        price = self.price(m) if self.rng.random() < 0.3 else 0
        return self.enter(m, K.PEGGED, side, price, tif, peg=peg, peg_offset=offset, min_qty=least, all_or_none=whole,
                          expires_at=expires_at)  # fmt: skip

    def auction_order(self) -> EnterOrder:
        m, side = self.market(), self.side()
        kind = self.rng.choice((K.LIMIT, K.MARKET))
        tif = self.rng.choice((T.OPG, T.ATC, T.GFA, T.GFA))
        return self.enter(m, kind, side, 0 if kind is K.MARKET else self.price(m), tif)

    def amend(self) -> Any:
        m = self.market()
        order = self.live(m)
        if order is None:
            return self.plain()
        rng = self.rng
        open = order.open if rng.random() < 0.4 else max(0, order.open + m.lot * rng.randint(-4, 4))
        price = order.price if rng.random() < 0.5 or not order.price else self.price(m, order.side)
        trigger = self.price(m) if rng.random() < 0.3 and order.trigger else KEEP
        display = m.lot * rng.randint(0, 4) if rng.random() < 0.2 else KEEP
        qty = open if m.rules.replace_open else order.filled + open
        return AmendOrder(m.number, order.id, order.session, qty, price, trigger, display)

    def withdraw(self) -> Any:
        m = self.market()
        order = self.live(m)
        return WithdrawOrder(m.number, order.id, order.session) if order else self.plain()

    # participants -----------------------------------------------------------------------------------------------------

    def session(self, number: int) -> OpenSession:
        rng = self.rng
        firm, owner = 2 + -number // 2, 10 - number % 3
        delayed = number == DELAYED_SESSION and "delays" not in self.without
        return OpenSession(
            number, firm, owner, rng.choice(list(SelfMatch)), rng.random() < 0.6, rng.random() < 0.5, number != MUTE_SESSION,
            5 * MILLISECOND if delayed else 0, 10 * MILLISECOND if delayed else 0, rng.randrange(1, 100),
        )  # fmt: skip

    def line(self) -> Any:
        if self.rng.random() < 0.05:
            return self.rng.choice((OpenSession(0, 1, 1), CloseSession(0), CloseSession(-77)))
        number = self.rng.choice(SESSIONS)
        is_up = self.twin.sessions[number].up
        return CloseSession(number) if is_up and self.rng.random() < 0.5 else self.session(number)

    def mass_quote(self) -> MassQuote:
        m, rng = self.market(), self.rng
        number = rng.choice((-1, -2, -6))
        mine = [order for order in m.orders if order.session == number and order.quote]
        quotes = []
        for _ in range(rng.randint(1, 2)):
            bid, ask = self.price(m, Side.BUY), self.price(m, Side.SELL)
            if bid >= ask and rng.random() < 0.9:
                bid, ask = m.down(98), m.up(102)
            row: list[int] = []
            for side, price in ((Side.BUY, bid), (Side.SELL, ask)):
                own = [order.id for order in mine if order.side is side and order.id not in row and not any(order.id in q for q in quotes)]
                id = rng.choice(own) if own and rng.random() < 0.7 else self.fresh_id()
                row += [id, price, 0 if rng.random() < 0.15 else self.qty(m)]
            quotes.append(tuple(row))
        return MassQuote(m.number, number, tuple(quotes))  # type: ignore[arg-type]

    def quote_protection(self) -> SetQuoteProtection:
        rng = self.rng
        window_ns = rng.choice((50 * MILLISECOND, SECOND))
        return SetQuoteProtection(rng.choice((-1, -2, -6)), rng.choice((0, 10, 25)), rng.choice((0, 2, 4)), window_ns)

    def mass_cancel(self) -> MassCancel:
        rng = self.rng
        low = rng.randint(LOW, HIGH) if rng.random() < 0.5 else 0
        return MassCancel(
            rng.choice((0, 1, 2, 99)), rng.choice((0, *SESSIONS)), rng.choice((0, 0, 10, 11)), rng.choice((0, 0, 2, 3)),
            rng.choice((None, Side.BUY, Side.SELL)), low, low + rng.randint(0, 5) if low and rng.random() < 0.7 else 0,
        )  # fmt: skip

    def blocking(self) -> Any:
        blocked = sorted(self.twin.blocked_firms)
        return ReadmitParticipant(blocked[0]) if blocked else BlockParticipant(self.rng.choice((2, 3, 4, 5)))

    # the operator -----------------------------------------------------------------------------------------------------

    def phase(self) -> Any:
        m, rng = self.market(), self.rng
        if m.phase is P.CONTINUOUS and rng.random() < 0.7:
            return self.plain()
        legal = LEGAL[m.phase]
        phase = legal[0] if rng.random() < 0.5 else rng.choice(legal)
        if rng.random() < 0.05:
            phase = rng.choice(list(P))
        ends_at = self.at + rng.randrange(-SECOND // 10, SECOND) if rng.random() < 0.3 else 0
        return ChangePhase(0 if rng.random() < 0.05 else m.number, phase, ends_at, rng.choice((0, 100 * MILLISECOND)))

    def back_to_trading(self) -> Any:
        """Most of the time is continuous trading, with everybody there."""
        rng = self.rng
        for m in self.twin.markets.values():
            if m.phase is not P.CONTINUOUS and rng.random() < (0.2 if m.phase in CALLS else 0.6):
                return ChangePhase(m.number, LEGAL[m.phase][0])
        down = [number for number in SESSIONS if not self.twin.sessions[number].up]
        if down and rng.random() < 0.5:
            return self.session(down[0])
        if self.twin.blocked_firms and rng.random() < 0.5:
            return self.blocking()
        return self.plain()

    def schedule(self) -> SetSchedule:
        m, rng = self.market(), self.rng
        entries, at, phase = [], self.at, m.phase
        for _ in range(rng.randint(0, 4)):
            at += rng.randrange(60 * MILLISECOND, SECOND)
            phase = rng.choice(LEGAL[phase]) if rng.random() < 0.9 else rng.choice(list(P))
            entries.append((at, phase, rng.choice((0, 50 * MILLISECOND))))
        if rng.random() < 0.1:
            rng.shuffle(entries)
        return SetSchedule(m.number, tuple(entries))

    def reference(self) -> SetReference:
        m, far = self.market(), self.rng.random() < 0.3
        return SetReference(m.number, self.rng.randint(*((88, 112) if far else (96, 104))) if self.rng.random() < 0.95 else 0)

    def mark(self) -> SetMark:
        return SetMark(self.market().number, self.rng.randint(LOW, HIGH) if self.rng.random() < 0.95 else -1)

    def rules(self) -> SetRules:
        m = self.market()
        rules = some_rules(self.rng, self.without)
        if self.rng.random() < 0.7:
            # Orders that rest stay where they are: off new ticks they are refused whatever is asked of them.
            rules = msgspec.structs.replace(rules, ticks=m.rules.ticks)
        return SetRules(m.number, rules)

    def bust(self) -> BustTrade:
        m = self.market()
        return BustTrade(m.number, max(0, len(m.trades) - self.rng.choice((-1, 0, 0, 0, 1, 2, 9))))

    def correct(self) -> CorrectTrade:
        m = self.market()
        id = max(0, len(m.trades) - self.rng.choice((-1, 0, 0, 0, 1, 2, 9)))
        qty = m.trades[id - 1].qty if 0 < id <= len(m.trades) else m.lot
        return CorrectTrade(m.number, id, self.price(m), max(0, qty - m.lot * self.rng.randint(-1, 2)))


Row = tuple[float, str, Callable[[Talk], Any]]
ROWS: list[Row] = [
    (26, "plain", Talk.plain),
    (6, "flow", Talk.flow_limit),
    (3, "flow", Talk.flow_market),
    (1, "flow", Talk.flow_cancel),
    (5, "market", Talk.market_order),
    (5, "immediate", Talk.immediate),
    (5, "iceberg", Talk.iceberg),
    (5, "hidden", Talk.unseen),
    (3, "post_only", Talk.post_only),
    (7, "stops", Talk.stop),
    (4, "pegs", Talk.peg),
    (4, "auction_orders", Talk.auction_order),
    (11, "amend", Talk.amend),
    (6, "withdraw", Talk.withdraw),
    (0.6, "lines", Talk.line),
    (4, "quotes", Talk.mass_quote),
    (0.6, "quotes", Talk.quote_protection),
    (0.7, "mass_cancel", Talk.mass_cancel),
    (0.5, "blocking", Talk.blocking),
    (3, "phases", Talk.phase),
    (5, "phases", Talk.back_to_trading),
    (0.4, "schedule", Talk.schedule),
    (0.7, "reference", Talk.reference),
    (1, "mark", Talk.mark),
    (0.2, "rules", Talk.rules),
    (0.6, "bust", Talk.bust),
    (0.6, "correct", Talk.correct),
]
