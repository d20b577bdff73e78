"""What people, strategies and the market ask of a simulated core: random, but as on a day that may happen.

The market walks; others quote around it, trade and cancel, and our desk does everything that a ticket can. `quirks` name what
is switched on beyond that: FEED, VENUE, TERMS. Everything is decided by one random.Random and by the state it looks at.
"""

from collections.abc import Callable
from random import Random
from typing import Any

import msgspec

from core.domain.enums import OrderType, Peg, Phase, PostOnly, SelfMatch, Side, TimeInForce, TriggerBy
from core.domain.stages import Stage
from core.domain.triggers import Severity, TriggerAction, TriggerKind
from core.domain.units import MILLISECOND, SECOND
from core.machine.engine import Engine
from core.messages.commands import CancelAllOrders, CancelOrder, EngageKill, PlaceOrder, ReleaseKill, ReplaceOrder, SetLimits
from core.messages.flow import FlowCancel, FlowFilled, FlowLimit, FlowMarket, ListInstrument, SeedBook
from core.messages.operations import BustTrade, ChangePhase, CorrectTrade, SetMark, SetReference, SetSchedule
from core.messages.origin import Origin
from core.messages.participants import OpenSession
from core.messages.stopping import (
    ApproveOverride,
    ApproveRelease,
    Flatten,
    RequestOverride,
    RequestRelease,
    SetStage,
    SetStopping,
    SetTrigger,
)
from core.messages.terms import Terms

K, T = OrderType, TimeInForce
FEED, VENUE, TERMS, DUPLICATES = "feed gaps", "venue operations", "order terms", "client ids again"
MID = 10_000
LIMITS = SetLimits(1, 20, 10**9, 2_000, 60, 25)  # type: ignore[arg-type]
SCOPES = ("instrument:X", "venue:V", "account:1", "instrument:Y", "trader:nobody")
Row = tuple[float, str, Callable[["People"], Any]]


class People:
    """engine: the machine they look at; set anew after each recovery. trades: numbers of trades told so far."""

    def __init__(self, chance: Random, engine: Engine, quirks: frozenset[str]) -> None:
        self.chance, self.engine, self.quirks = chance, engine, quirks
        self.mid = MID
        self.flow_ids: list[tuple[int, int]] = []
        self.last_flow = 0
        self.names = 0
        self.used: list[str] = []
        self.kept_back: list[Any] = []
        rows = [row for row in ROWS if not row[1] or row[1] in quirks]
        self._makers, self._weights = [row[2] for row in rows], [row[0] for row in rows]

    def opening(self) -> list[Any]:
        bids = tuple((self._flow_id(5), self.mid - 1 - n // 2, 5) for n in range(10))
        asks = tuple((self._flow_id(5), self.mid + 1 + n // 2, 5) for n in range(10))
        said = [
            ListInstrument(1, "X", "V", "B", "Q", 2, 0, 1, 1), SeedBook(1, Side.BUY, bids), SeedBook(1, Side.SELL, asks),  # type: ignore[arg-type]
            LIMITS,
        ]
        if VENUE in self.quirks:
            # Whom our orders meet, and how late they come, is the venue's business.
            delay = self.chance.choice((0, 0, 3 * MILLISECOND))
            said.append(OpenSession(1, 1, 1, self.chance.choice(list(SelfMatch)), entry_ns=delay))  # type: ignore[arg-type]
        return [*said, *self._triggers(), self.flow_market()]

    def _triggers(self) -> list[Any]:
        """Tight ones, so that they fire."""
        rows: list[Any] = [
            SetStopping(SECOND, 1_000, self.chance.choice((1, 3, 500)), 100 * MILLISECOND, Origin("demo-risk"), 10**10),
            SetTrigger(1, TriggerKind.DAILY_LOSS, 300, 0, Severity.HALT, TriggerAction.STOP_NEW),
            SetTrigger(2, TriggerKind.DRAWDOWN, 1_000, 0, Severity.EMERGENCY, TriggerAction.FLATTEN),
            SetTrigger(3, TriggerKind.FEED_STALE, 0, 300 * MILLISECOND, Severity.HALT, TriggerAction.STOP_NEW),
            SetTrigger(4, TriggerKind.REJECTS, 10, 50 * MILLISECOND, Severity.HALT, TriggerAction.CANCEL_ALL),
            SetTrigger(5, TriggerKind.CONSERVATION, 0, 0, Severity.EMERGENCY, TriggerAction.CANCEL_ALL),
        ]
        return self.chance.sample(rows, self.chance.choice((0, 0, 1, 2)))

    def flatten(self) -> Flatten:
        return Flatten(self.chance.choice(("everything", "instrument:X", "account:1")), "enough", Origin("demo-operator"))

    def override(self) -> RequestOverride | ApproveOverride:
        kill = self.engine.state.kill
        if kill.overrides:
            return ApproveOverride(self.chance.choice(sorted(kill.overrides)), Origin("demo-operator"))
        return RequestOverride(1, 1, 5, 300 * MILLISECOND, "get out", Origin("demo-risk"))  # type: ignore[arg-type]

    def next(self) -> list[Any]:
        """Usually one message; with a bad feed none, the same twice, or one that was late."""
        message = self.chance.choices(self._makers, self._weights)[0](self)
        if message is None:
            return []
        if FEED not in self.quirks or not isinstance(message, FlowLimit | FlowMarket | FlowCancel | FlowFilled):
            return [message]
        fate = self.chance.random()
        if fate < 0.03:
            return []  # lost: what refers to it later is of an unknown order
        if fate < 0.06:
            return [message, message]
        if fate < 0.10:
            self.kept_back.append(message)
            return []
        if fate < 0.16 and self.kept_back:
            late = self.kept_back.pop(self.chance.randrange(len(self.kept_back)))
            return [message, late]
        return [message]

    # the others -------------------------------------------------------------------------------------------------------

    def _flow_id(self, qty: int) -> int:
        self.last_flow -= 1
        self.flow_ids.append((self.last_flow, qty))
        return self.last_flow

    def _side(self) -> Side:
        return self.chance.choice((Side.BUY, Side.SELL))

    def _price(self, side: Side, reach: int) -> int:
        """Mostly behind the touch, so that a book builds up."""
        away = self.chance.randint(-2, reach)
        return self.mid - away if side is Side.BUY else self.mid + away

    def flow_limit(self) -> FlowLimit:
        self.mid += self.chance.choice((-1, 0, 0, 0, 1))
        side, qty = self._side(), self.chance.randint(1, 8)
        return FlowLimit(1, self._flow_id(qty), side, qty, self._price(side, 8))  # type: ignore[arg-type]

    def flow_market(self) -> FlowMarket:
        qty = self.chance.randint(1, 6)
        funds = self.chance.random() < 0.2
        self.last_flow -= 1
        return FlowMarket(1, self.last_flow, self._side(), 0 if funds else qty, qty * self.mid if funds else 0)  # type: ignore[arg-type]

    def flow_cancel(self) -> FlowCancel | FlowFilled | None:
        if not self.flow_ids:
            return None
        id, qty = self.flow_ids.pop(self.chance.randrange(len(self.flow_ids)))
        return FlowFilled(1, id) if self.chance.random() < 0.1 else FlowCancel(1, id, qty)  # type: ignore[arg-type]

    # our desk ---------------------------------------------------------------------------------------------------------

    def _name(self) -> str:
        self.names += 1
        name = f"c{self.names}"
        self.used.append(name)
        return name

    def place(self) -> PlaceOrder:
        side, qty = self._side(), self.chance.choice((1, 2, 3, 5, 8, 25))
        kind, price, tif = K.LIMIT, self._price(side, 6), self.chance.choices((T.GTC, T.IOC, T.FOK), (8, 1, 1))[0]
        if self.chance.random() < 0.15:
            kind, price, tif = K.MARKET, 0, T.IOC
        return PlaceOrder(self._name(), 1, side, kind, qty, price, tif)  # type: ignore[arg-type]

    def place_again(self) -> PlaceOrder | None:
        if not self.used:
            return None
        return msgspec.structs.replace(self.place(), client_order_id=self.chance.choice(self.used))

    def place_with_terms(self) -> PlaceOrder:
        chance, side = self.chance, self._side()
        qty, price, away = chance.randint(1, 9), self._price(side, 6), chance.randint(1, 8)
        beyond = self.mid + away if side is Side.BUY else self.mid - away
        better = self.mid - away if side is Side.BUY else self.mid + away
        by = chance.choice(list(TriggerBy))
        later = (self.engine.state.at + chance.randrange(SECOND)) or 1
        kind, price, tif, terms = chance.choice((
            (K.STOP, 0, T.GTC, Terms(trigger=beyond, trigger_by=by)),  # type: ignore[arg-type]
            (K.STOP_LIMIT, beyond, T.GTC, Terms(trigger=beyond)),  # type: ignore[arg-type]
            (K.TRAILING_STOP, 0, T.GTC, Terms(trail=away)),
            (K.MARKET_IF_TOUCHED, 0, T.GTC, Terms(trigger=better)),  # type: ignore[arg-type]
            (K.LIMIT, price, T.GTC, Terms(display=1)),  # type: ignore[arg-type]
            (K.LIMIT, price, T.GTC, Terms(hidden=True)),
            (K.LIMIT, price, T.GTC, Terms(post_only=chance.choice(list(PostOnly)))),
            (K.LIMIT, price, T.GTD, Terms(expires_at=later)),  # type: ignore[arg-type]
            (K.PEGGED, price, T.GTC, Terms(peg=chance.choice((Peg.PRIMARY, Peg.MARKET, Peg.MIDPOINT)))),
            (K.LIMIT, price, chance.choice((T.DAY, T.OPG, T.ATC, T.GFA)), None),
            (K.LIMIT, price, T.GTC, Terms(all_or_none=True)),
        ))
        return PlaceOrder(self._name(), 1, side, kind, qty, price, tif, 1, terms)  # type: ignore[arg-type]

    def _own(self) -> int:
        """Mostly one that is open."""
        oms = self.engine.state.oms
        if oms.open and self.chance.random() < 0.9:
            return self.chance.choice(sorted(oms.open))
        return self.chance.randint(1, max(self.engine.state.seq, 1))

    def cancel(self) -> CancelOrder:
        return CancelOrder(self._own())  # type: ignore[arg-type]

    def replace(self) -> ReplaceOrder:
        order = self.engine.state.oms.open.get(self._own())
        if order is None:
            return ReplaceOrder(self._own(), 3, self.mid)  # type: ignore[arg-type]
        price = 0 if not order.price else order.price + self.chance.randint(-2, 2)
        return ReplaceOrder(order.id, max(order.qty + self.chance.randint(-3, 3), 1), price)  # type: ignore[arg-type]

    def cancel_all(self) -> CancelAllOrders:
        return CancelAllOrders(side=self.chance.choice((None, Side.BUY, Side.SELL)))

    def kill(self) -> EngageKill:
        """Mostly everything; else one of the scopes of our orders, or of nobody's."""
        scope = "everything" if self.chance.random() < 0.4 else self.chance.choice(SCOPES)
        return EngageKill(self.chance.choice(("trader", "risk officer", "watchdog")), scope=scope)

    def _stop(self) -> Any:
        stops = self.engine.state.kill.stops
        return stops[self.chance.choice(sorted(stops))] if stops else None

    def way_back(self) -> Any:
        """The next step of a stop, mostly by who may take it, and having seen the newest."""
        stop, chance = self._stop(), self.chance
        if stop is None:
            return None
        who = Origin(chance.choice(("demo", "demo-risk", "demo-operator")) if chance.random() < 0.15 else "demo-risk")
        other = who if chance.random() < 0.1 else Origin("demo-operator")
        seen = stop.generation - (chance.random() < 0.05)
        if stop.stage is Stage.REQUESTED:
            return ApproveRelease(stop.text, seen, other)
        if stop.stage in (Stage.CANCEL_ONLY, Stage.REDUCE_ONLY, Stage.CAPPED):
            any_stage = chance.choice((Stage.RELEASED, Stage.REDUCE_ONLY, Stage.CANCEL_ONLY))
            stage = Stage(stop.stage - 1) if chance.random() < 0.8 else any_stage
            return SetStage(stop.text, stage, other)
        return RequestRelease(stop.text, seen, "all is well", who)

    def release(self) -> Any:
        """Out of turn."""
        return self.chance.choice((ReleaseKill("risk officer", self.engine.state.kill.generation), self.way_back()))

    def limits(self) -> SetLimits:
        chance = self.chance
        # Never tighter than what is open may grow to: the gate judges an order when it comes, not again later.
        return msgspec.structs.replace(
            LIMITS, max_order_qty=chance.choice((5, 20, 30)), max_position=chance.choice((60, 70, 80)),
            max_open_orders=chance.choice((25, 40)),
        )

    # the exchange's operator ------------------------------------------------------------------------------------------

    def phase(self) -> ChangePhase:
        chance = self.chance
        phase = chance.choice((Phase.HALT, Phase.VOLATILITY_CALL, Phase.CLOSING_CALL, Phase.OPENING_CALL, Phase.PRE_OPEN, Phase.CLOSED))
        ends = self.engine.state.at + chance.randrange(SECOND) if chance.random() < 0.5 else 0
        return ChangePhase(1, phase, ends)  # type: ignore[arg-type]

    def back_to_trading(self) -> ChangePhase | None:
        market = self.engine.state.venue.markets.get(1)
        if market is None or market.phase is Phase.CONTINUOUS:
            return None
        if market.phase in (Phase.CLOSED, Phase.POST_TRADE, Phase.PRE_OPEN):
            return ChangePhase(1, Phase.PRE_OPEN if market.phase is not Phase.PRE_OPEN else Phase.OPENING_CALL)  # type: ignore[arg-type]
        return ChangePhase(1, Phase.CONTINUOUS)  # type: ignore[arg-type]

    def schedule(self) -> SetSchedule:
        at = self.engine.state.at
        day = ((at + 200 * MILLISECOND, Phase.VOLATILITY_CALL, 0), (at + 400 * MILLISECOND, Phase.CONTINUOUS, 20 * MILLISECOND))
        return SetSchedule(1, day)  # type: ignore[arg-type]

    def bust(self) -> BustTrade | CorrectTrade:
        trade = self.chance.randint(1, 60)
        if self.chance.random() < 0.5:
            return BustTrade(1, trade)  # type: ignore[arg-type]
        return CorrectTrade(1, trade, self.mid, 1)  # type: ignore[arg-type]

    def mark(self) -> SetMark | SetReference:
        kind = self.chance.choice((SetMark, SetReference))
        return kind(1, self.mid + self.chance.randint(-3, 3))  # type: ignore[no-any-return]


ROWS: list[Row] = [
    (34, "", People.flow_limit),
    (5, "", People.flow_market),
    (12, "", People.flow_cancel),
    (20, "", People.place),
    (8, TERMS, People.place_with_terms),
    (1, DUPLICATES, People.place_again),
    (8, "", People.cancel),
    (7, "", People.replace),
    (0.7, "", People.cancel_all),
    (0.7, "", People.kill),
    (0.2, "", People.release),
    (22, "", People.way_back),
    (0.2, "", People.flatten),
    (0.5, "", People.override),
    (0.7, "", People.limits),
    (1.5, VENUE, People.phase),
    (5, VENUE, People.back_to_trading),
    (0.3, VENUE, People.schedule),
    (1, VENUE, People.bust),
    (0.7, VENUE, People.mark),
]
"""How often, with which quirk only ("": always), what."""
