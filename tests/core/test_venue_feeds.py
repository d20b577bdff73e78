"""Market data out: each feed's numbers have no gap, and a picture plus the messages after it is the picture later."""

import random
from collections.abc import Iterator
from typing import Any

import pytest

from core.domain.enums import OrderType, Phase, Side, TimeInForce
from core.machine.engine import Engine
from core.machine.state import State, digest
from core.machine.venue import feeds, memory
from core.messages.commands import StartRun
from core.messages.flow import ListInstrument
from core.messages.market_data import (
    AuctionPriced,
    BandsChanged,
    DepthChanged,
    IndicativeChanged,
    OrderAdded,
    OrderReduced,
    OrderRemoved,
    PhaseChanged,
    StatisticsChanged,
    TopChanged,
    TradeBusted,
    TradeCorrected,
    TradePrinted,
)
from core.messages.operations import BustTrade, ChangePhase, SetReference, SetRules, TimePassed
from core.messages.packing import pack, unpack
from core.messages.participants import AmendOrder, EnterOrder, OpenSession, WithdrawOrder
from core.messages.terms import ALL_FEEDS, MarketRules, Terms

FEED_OF = {
    TopChanged: "top", StatisticsChanged: "statistics", OrderAdded: "orders", OrderReduced: "orders", OrderRemoved: "orders",
    DepthChanged: "levels", PhaseChanged: "status", BandsChanged: "status", IndicativeChanged: "status", AuctionPriced: "status",
    TradeBusted: "status", TradeCorrected: "status",
}
SECOND = 1_000_000_000
PAUSES = {40: Phase.HALT, 43: Phase.VOLATILITY_CALL, 60: Phase.CONTINUOUS}
"""Within each hundred messages."""


def session(seed: int, count: int) -> Iterator[Any]:
    """A lively random session: every kind of order, a halt with its auction now and then."""
    dice = random.Random(seed)
    yield StartRun("s", "", 0, 0, False, "", ())
    yield ListInstrument(1, "X", "V", "B", "Q", 2, 0, 1, 1)
    yield SetRules(1, MarketRules(feeds=ALL_FEEDS, dynamic_bp=900, velocity=12, velocity_ns=2 * SECOND, call_ns=3 * SECOND))
    yield OpenSession(-1, 0, 0)
    yield SetReference(1, 100)
    for number in range(1, count):
        side = Side(dice.randrange(2))
        price = 100 + dice.randrange(-8, 9)
        kind = dice.randrange(20)
        if kind < 9:
            yield EnterOrder(1, -number, -1, side, OrderType.LIMIT, dice.randrange(1, 30), price, TimeInForce(dice.choice((0, 0, 1, 2))))
        elif kind < 12:
            terms = dice.choice((Terms(display=3), Terms(display=4, display_spread=2), Terms(hidden=True), Terms(all_or_none=True)))
            yield EnterOrder(1, -number, -1, side, OrderType.LIMIT, dice.randrange(5, 40), price, TimeInForce.GTC, terms)
        elif kind < 13:
            yield EnterOrder(1, -number, -1, side, OrderType.STOP, dice.randrange(1, 9), 0, TimeInForce.DAY, Terms(trigger=price))
        elif kind < 16:
            yield WithdrawOrder(1, -dice.randrange(1, number + 1), -1)
        elif kind < 18:
            yield AmendOrder(1, -dice.randrange(1, number + 1), -1, dice.randrange(1, 40), price)
        else:
            yield BustTrade(1, dice.randrange(1, number + 1))
        if number % 100 in PAUSES:
            yield ChangePhase(1, PAUSES[number % 100])


class Stage:
    def __init__(self) -> None:
        self.engine = Engine(State())
        self.seq = 0
        self.at = SECOND

    def say(self, message: Any) -> list[Any]:
        """Time goes on by a third of a second a message; deadlines on the way are entered first."""
        self.at += SECOND // 3
        told: list[Any] = []
        while self.engine.next_due() <= self.at:
            self.seq += 1
            told += self.engine.apply(self.seq, self.engine.next_due(), TimePassed())
        self.seq += 1
        return told + list(self.engine.apply(self.seq, self.at, message))

    @property
    def market(self) -> Any:
        return self.engine.state.venue.markets[1]


@pytest.mark.parametrize("seed", range(3))
def test_every_feed_is_numbered_without_gaps(seed: int) -> None:
    stage = Stage()
    last = dict.fromkeys(("top", "statistics", "orders", "levels", "status", "trades"), 0)
    for message in session(seed, 1500):
        for event in stage.say(message):
            if isinstance(event, TradePrinted):
                assert event.trade_id == last["trades"] + 1
                last["trades"] += 1
            elif type(event) in FEED_OF:
                feed = FEED_OF[type(event)]
                assert event.seq == last[feed] + 1, feed
                last[feed] += 1
    market = stage.market
    now = {
        "top": feeds.top(market)[0], "statistics": feeds.statistics(market)[0], "orders": feeds.orders(market)[0],
        "levels": feeds.levels(market)[0], "status": feeds.status(market)[0], "trades": feeds.trades(market),
    }
    assert now == last
    assert min(last.values()) > 20


@pytest.mark.parametrize("seed", range(3))
def test_a_picture_and_what_follows_is_the_picture_later(seed: int) -> None:
    stage = Stage()
    messages = list(session(seed, 1500))
    start = random.Random(seed).randrange(100, 900)
    for message in messages[:start]:
        stage.say(message)
    _, levels = feeds.levels(stage.market)
    _, orders = feeds.orders(stage.market)
    _, top = feeds.top(stage.market)
    _, statistics = feeds.statistics(stage.market)
    where = {id: key for key, queue in orders.items() for id, _ in queue}
    for message in messages[start:]:
        for event in stage.say(message):
            if isinstance(event, DepthChanged):
                levels[(event.side, event.price)] = (event.qty, event.orders)
                if not event.qty:
                    del levels[(event.side, event.price)]
            elif isinstance(event, OrderAdded):
                where[event.order_id] = (event.side, event.price)
                orders.setdefault((event.side, event.price), []).append((event.order_id, event.qty))
            elif isinstance(event, OrderReduced | OrderRemoved):
                key = where[event.order_id]
                kept = [
                    (id, event.qty if id == event.order_id else qty)
                    for id, qty in orders[key] if id != event.order_id or isinstance(event, OrderReduced)
                ]
                orders[key] = kept
                if not kept:
                    del orders[key]
            elif isinstance(event, TopChanged):
                top = (event.bid, event.bid_qty, event.ask, event.ask_qty)
            elif isinstance(event, StatisticsChanged):
                statistics = (event.first, event.high, event.low, event.last, event.volume, event.turnover, event.trades)
        assert levels == feeds.levels(stage.market)[1]
        assert orders == feeds.orders(stage.market)[1]
        assert top == feeds.top(stage.market)[1]
        assert statistics == feeds.statistics(stage.market)[1]


@pytest.mark.parametrize("seed", range(4))
def test_a_restored_exchange_goes_on_as_if_it_had_never_stopped(seed: int) -> None:
    messages = list(session(seed, 1200))
    through, stopped = Stage(), Stage()
    dice = random.Random(seed)
    for message in messages:
        if dice.random() < 0.02 and stopped.seq > 3:
            state = stopped.engine.state
            packed = pack(memory.rows(state.venue))
            state.venue = memory.restore(unpack(packed))
            assert pack(memory.rows(state.venue)) == packed
        assert through.say(message) == stopped.say(message)
    assert digest(through.engine.state) == digest(stopped.engine.state)
