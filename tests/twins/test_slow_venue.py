"""The slow exchange on its own: matching conversations worked out by hand, and one small case for each rule."""

import pytest

from core.domain.enums import Allocation, CancelReason, OrderType, Peg, Phase, PostOnly, SelfMatch, Side, TimeInForce
from core.messages.flow import FlowLimit, FlowMarket, ListInstrument
from core.messages.market_data import AuctionPriced, QuotesPulled, TradePrinted
from core.messages.operations import BustTrade, ChangePhase, SetReference, SetRules, TimePassed
from core.messages.participants import AmendOrder, EnterOrder, MassQuote, OpenSession, SetQuoteProtection, WithdrawOrder
from core.messages.rejections import Rejection
from core.messages.reports import Accepted, Cancelled, Held, Rejected, Replaced, Restated, Triggered
from core.messages.terms import MarketRules, Terms
from tests.twins.slow_venue import SlowVenue

BUY, SELL = Side.BUY, Side.SELL
LIMIT, MARKET = OrderType.LIMIT, OrderType.MARKET
IOC, FOK, DAY, GTC = TimeInForce.IOC, TimeInForce.FOK, TimeInForce.DAY, TimeInForce.GTC

# (name, what is said, trades as maker, taker, price, qty). S1 5@101 sells, B buys, C cancels, M replaces to an open quantity.
SPOKEN = [
    ("fifo", "S1 5@101 S2 7@101 B3 8@101", "1,3,101,5 2,3,101,3"),
    ("price before time", "S1 5@102 S2 5@101 B3 8@102", "2,3,101,5 1,3,102,3"),
    ("maker's price, buying", "S1 5@100 B2 5@105", "1,2,100,5"),
    ("maker's price, selling", "B1 5@105 S2 5@100", "1,2,105,5"),
    ("the rest rests at its limit", "S1 5@100 S2 5@103 B3 9@101 S4 4@101", "1,3,100,5 3,4,101,4"),
    ("exactly three levels", "S1 5@100 S2 5@101 S3 5@102 B4 15@102 B5 1@102", "1,4,100,5 2,4,101,5 3,4,102,5"),
    ("head filled, next cancelled", "S1 5@101 S2 7@101 B3 5@101 C2 B4 5@101", "1,3,101,5"),
    ("partial head, next cancelled", "B1 76@100 B2 96@100 S3 158@99 C2 S4 50@100 B5 50@100", "1,3,100,76 2,3,100,82 4,5,100,50"),
    ("cancel in the middle", "S1 5@101 S2 5@101 S3 5@101 C2 B4 10@101", "1,4,101,5 3,4,101,5"),
    ("cancel of the head", "S1 5@101 S2 5@101 S3 5@101 C1 B4 10@101", "2,4,101,5 3,4,101,5"),
    ("cancel of the tail", "S1 5@101 S2 5@101 C2 S3 5@101 B4 10@101", "1,4,101,5 3,4,101,5"),
    ("partial maker keeps its place", "S1 10@101 S2 5@101 B3 4@101 B4 8@101", "1,3,101,4 1,4,101,6 2,4,101,2"),
    ("best level emptied", "S1 5@101 S2 5@102 C1 B3 5@102 B4 1@101 S5 1@101", "2,3,102,5 4,5,101,1"),
    ("new price, new place", "S1 5@101 S2 5@102 M1 5@102 B3 5@102", "2,3,102,5"),
    ("replace that crosses", "S1 5@101 B2 5@99 M2 8@103 S3 3@103", "1,2,101,5 2,3,103,3"),
    ("replace of a partly filled one", "S1 10@101 B2 4@101 M1 9@102 B3 9@102", "1,2,101,4 1,3,102,9"),
    ("level used again", "S1 5@101 B2 5@101 S3 5@101 B4 5@101", "1,2,101,5 3,4,101,5"),
    ("sweep, rest, hit", "S1 1@100 S2 1@101 S3 1@102 B4 5@102 S5 2@102", "1,4,100,1 2,4,101,1 3,4,102,1 4,5,102,2"),
    ("there and back", "S1 5@101 S2 5@101 M1 5@103 M1 5@101 B3 5@101", "2,3,101,5"),
]  # fmt: skip


class Talk:
    """An exchange with sessions -1 to -9: a firm each, but -8 and -9 share firm 8."""

    def __init__(self, **rules: object) -> None:
        self.venue = SlowVenue()
        self.now = 1
        self.told: list[object] = []
        self.say(ListInstrument(1, "X", "V", "B", "Q", 2, 0, 1, 1))
        self.say(SetRules(1, MarketRules(**rules)))
        for number in range(1, 10):
            self.say(OpenSession(-number, min(number, 8), number))

    def say(self, message: object, after: int = 0) -> list[object]:
        self.now += after
        self.told = self.venue.apply(self.now, message)
        return self.told

    def enter(self, id: int, side: Side, qty: int, price: int, tif: TimeInForce = GTC, kind: OrderType = LIMIT,
              session: int = -1, **terms: object) -> list[object]:  # fmt: skip
        return self.say(EnterOrder(1, -id, session, side, kind, qty, price, tif, Terms(**terms) if terms else None))

    def trades(self) -> list[tuple[int, int, int, int]]:
        return [(-e.maker, -e.taker, e.price, e.qty) for e in self.told if isinstance(e, TradePrinted)]

    def only(self, kind: type) -> list[object]:
        return [event for event in self.told if isinstance(event, kind)]

    def look(self) -> tuple:  # type: ignore[type-arg]
        return self.venue.picture(1)

    def phase(self, *phases: Phase) -> None:
        for phase in phases:
            self.say(ChangePhase(1, phase))


@pytest.mark.parametrize(("name", "spoken", "expected"), SPOKEN, ids=[row[0] for row in SPOKEN])
def test_conversations_worked_out_by_hand(name: str, spoken: str, expected: str) -> None:
    talk, found = Talk(replace_open=True), []
    words = spoken.split()
    while words:
        verb, id = words[0][0], int(words[0][1:])
        qty, price = (0, 0) if verb == "C" else map(int, words[1].split("@"))
        words = words[1:] if verb == "C" else words[2:]
        if verb == "C":
            talk.say(WithdrawOrder(1, -id, -1))
        elif verb == "M":
            talk.say(AmendOrder(1, -id, -1, qty, price))
        else:
            talk.enter(id, BUY if verb == "B" else SELL, qty, price)
        found += talk.trades()
    assert found == [tuple(map(int, row.split(","))) for row in expected.split()]


def test_iceberg_slices_of_all_come_before_any_reserve() -> None:
    talk = Talk()
    talk.enter(1, SELL, 9, 100, display=3)
    talk.enter(2, SELL, 4, 100)
    talk.enter(3, BUY, 8, 100)
    assert talk.trades() == [(1, 3, 100, 3), (2, 3, 100, 4), (1, 3, 100, 1)]
    assert talk.look()[5][0][1][0][1:4] == (2, 3, 9)


def test_fill_or_kill_counts_what_all_or_none_would_give() -> None:
    talk = Talk()
    talk.enter(1, SELL, 5, 100)
    talk.enter(2, SELL, 5, 100, all_or_none=True)
    assert talk.enter(3, BUY, 9, 100, FOK) == [Cancelled(-3, 9, CancelReason.IMMEDIATE_REMAINDER)]
    talk.enter(4, BUY, 10, 100, FOK)
    assert talk.trades() == [(1, 4, 100, 5), (2, 4, 100, 5)]


def test_all_or_none_waits_crossed_and_takes_when_enough_comes() -> None:
    talk = Talk()
    talk.enter(1, BUY, 10, 101, all_or_none=True)
    talk.enter(2, SELL, 6, 100)
    assert talk.trades() == []
    talk.enter(3, SELL, 6, 101)
    assert talk.trades() == [(2, 1, 100, 6), (3, 1, 101, 4)]


def test_market_order_ends_at_its_collar_and_may_rest_there() -> None:
    talk = Talk(collar=2, rest_at_collar=True)
    assert talk.enter(9, BUY, 1, 0, IOC, MARKET) == [Rejected(-9, "", reason=Rejection.NO_LIQUIDITY)]
    for id, price in ((1, 100), (2, 102), (3, 103)):
        talk.enter(id, SELL, 1, price)
    talk.enter(4, BUY, 5, 0, DAY, MARKET)
    assert talk.trades() == [(1, 4, 100, 1), (2, 4, 102, 1)] and talk.only(Accepted) == [Accepted(-4, 3, 0, 102)]


def test_post_only_is_refused_or_slides() -> None:
    talk = Talk()
    talk.enter(1, SELL, 5, 100)
    talk.enter(2, SELL, 5, 99, hidden=True)
    assert talk.enter(3, BUY, 1, 99, post_only=PostOnly.REJECT) == [Rejected(-3, "", reason=Rejection.WOULD_TRADE)]
    assert talk.enter(4, BUY, 1, 105, post_only=PostOnly.SLIDE) == [Accepted(-4, 1, 0, 98)]


@pytest.mark.parametrize(
    ("mode", "trades", "left"),
    [
        (SelfMatch.ALLOW, [(1, 3, 100, 5), (2, 3, 100, 3)], {2: 2}),
        (SelfMatch.CANCEL_NEWEST, [], {1: 5, 2: 5}),
        (SelfMatch.CANCEL_OLDEST, [(2, 3, 100, 5)], {3: 3}),
        (SelfMatch.CANCEL_BOTH, [], {2: 5}),
        (SelfMatch.DECREMENT, [(2, 3, 100, 3)], {2: 2}),
    ],
)
def test_self_match(mode: SelfMatch, trades: list[tuple[int, ...]], left: dict[int, int]) -> None:
    talk = Talk()
    talk.say(OpenSession(-9, 8, 9, mode))
    talk.enter(1, SELL, 5, 100, session=-8)
    talk.enter(2, SELL, 5, 100)
    talk.enter(3, BUY, 8, 100, session=-9)
    assert talk.trades() == trades
    assert {-o.id: o.open for o in talk.venue.markets[1].orders} == left


def test_pro_rata_gives_shares_then_rank() -> None:
    talk = Talk(allocation=Allocation.PRO_RATA, pro_rata_min=2)
    for id, qty in ((1, 2), (2, 10), (3, 8)):
        talk.enter(id, SELL, qty, 100)
    talk.enter(4, BUY, 9, 100)
    # shares 0 (below the least), 4, 3; the two left over go by rank
    assert talk.trades() == [(1, 4, 100, 2), (2, 4, 100, 4), (3, 4, 100, 3)]


def test_size_time_takes_the_largest_first() -> None:
    talk = Talk(allocation=Allocation.SIZE_TIME)
    for id, qty in ((1, 2), (2, 8), (3, 8)):
        talk.enter(id, SELL, qty, 100)
    talk.enter(4, BUY, 9, 100)
    assert talk.trades() == [(2, 4, 100, 8), (3, 4, 100, 1)]


def test_stops_cascade_in_their_order() -> None:
    talk = Talk()
    for id, price in ((1, 100), (2, 99), (3, 98), (4, 97)):
        talk.enter(id, BUY, 1, price)
    talk.enter(5, SELL, 1, 0, kind=OrderType.STOP, trigger=99)
    assert talk.only(Held) == [Held(-5, 1, 99)]
    talk.enter(6, SELL, 1, 0, kind=OrderType.STOP, trigger=100)
    talk.enter(7, SELL, 1, 100)
    assert talk.trades() == [(1, 7, 100, 1), (2, 6, 99, 1), (3, 5, 98, 1)]
    assert talk.only(Triggered) == [Triggered(-6, 100), Triggered(-5, 99)]


def test_trailing_stop_follows_and_never_goes_back() -> None:
    talk = Talk()
    talk.enter(1, SELL, 1, 0, kind=OrderType.TRAILING_STOP, trail=3)
    for price in (100, 104, 102):
        talk.say(FlowLimit(1, -1000 - price, SELL, 1, price))
        talk.say(FlowLimit(1, -2000 - price, BUY, 1, price))
    assert talk.look()[8] == ((-1, 101, 1, 1),)


def test_pegs_follow_the_best_and_trade_when_they_can() -> None:
    talk = Talk()
    talk.enter(1, BUY, 5, 0, kind=OrderType.PEGGED, peg=Peg.MIDPOINT)
    assert talk.told == [Held(-1, 5)]
    talk.enter(2, BUY, 1, 98)
    talk.enter(3, SELL, 1, 103)
    assert Restated(-1, 100, 5) in talk.told
    talk.enter(4, SELL, 2, 100)
    assert talk.trades() == [(1, 4, 100, 2)]


def test_replace_keeps_the_place_only_when_it_shrinks() -> None:
    talk = Talk()
    talk.enter(1, BUY, 9, 100, display=3)
    assert talk.say(AmendOrder(1, -1, -1, 5, 100)) == [Replaced(-1, 5, 100, 5, True)]
    assert talk.look()[4][0][1][0][1:3] == (3, 2)
    assert talk.say(AmendOrder(1, -1, -1, 6, 100)) == [Replaced(-1, 6, 100, 6, False), Accepted(-1, 6, 0, 100)]


@pytest.mark.parametrize(
    ("orders", "reference", "price"),
    [
        ("B 10@102 S 10@100", 101, 101),  # tied without surplus: nearest to the reference
        ("B 20@102 S 10@100", 100, 102),  # surplus to buy at all tied prices: the highest
        ("B 10@102 S 20@100", 102, 100),
        ("B 10@103 S 10@100", 0, 101),  # no reference: the middle, rounded down
        ("B 10@0 S 10@0", 99, 99),  # only market orders: at the reference
        ("B 10@0 S 10@0", 0, 0),
        ("B 10@99 S 10@100", 99, 0),
    ],
)
def test_auction_price(orders: str, reference: int, price: int) -> None:
    talk = Talk()
    if reference:
        talk.say(SetReference(1, reference))
    talk.phase(Phase.VOLATILITY_CALL)
    words = orders.split()
    for id, (side, what) in enumerate(zip(words[::2], words[1::2], strict=True), 1):
        qty, limit = map(int, what.split("@"))
        talk.enter(id, BUY if side == "B" else SELL, qty, limit, DAY, LIMIT if limit else MARKET)
    talk.phase(Phase.CONTINUOUS)
    assert [e.price for e in talk.only(AuctionPriced)] == [price]


def test_velocity_pauses_trading() -> None:
    talk = Talk(velocity=2, call_ns=10)
    for id, price in ((1, 100), (2, 102), (3, 103)):
        talk.enter(id, SELL, 1, price)
    talk.enter(4, BUY, 3, 110)
    assert talk.trades() == [(1, 4, 100, 1), (2, 4, 102, 1)]
    assert talk.look()[0] is Phase.VOLATILITY_CALL and talk.venue.next_due() == talk.now + 10
    talk.say(TimePassed(), after=10)
    assert talk.trades() == [(3, 4, 103, 1)]
    assert talk.look()[0] is Phase.CONTINUOUS


def test_dynamic_band_bounds_trading_and_rest() -> None:
    talk = Talk(dynamic_bp=500, limit_state_ns=10, halt_ns=5)
    talk.say(SetReference(1, 100))
    talk.enter(1, SELL, 1, 106)
    assert talk.enter(2, BUY, 5, 108) == [Accepted(-2, 5, 0, 105)]
    talk.say(TimePassed(), after=10)
    assert talk.look()[0] is Phase.HALT and talk.venue.next_due() == talk.now + 5


def test_quote_protection_pulls_all_quotes() -> None:
    talk = Talk()
    talk.say(SetQuoteProtection(-1, 4, 0, 100))
    talk.say(MassQuote(1, -1, ((-11, 99, 5, -12, 101, 5), (-13, 98, 5, -14, 102, 5))))
    talk.say(FlowMarket(1, -20, BUY, 5, 0))
    assert talk.only(QuotesPulled) == [QuotesPulled(-1, 3)] and not talk.venue.markets[1].orders


def test_funds_end_at_the_first_maker_they_cannot_pay() -> None:
    talk = Talk()
    talk.enter(1, SELL, 3, 100)
    talk.enter(2, SELL, 3, 101)
    talk.say(FlowMarket(1, -3, BUY, 0, 450))
    assert talk.trades() == [(1, 3, 100, 3), (2, 3, 101, 1)]


def test_a_busted_last_trade_gives_way_to_the_one_before() -> None:
    talk = Talk()
    for id, price in ((1, 100), (2, 101)):
        talk.enter(id, SELL, 1, price)
        talk.enter(10 + id, BUY, 1, price)
    talk.say(BustTrade(1, 2))
    assert talk.look()[1] == 100 and talk.look()[10:] == (1, 100, 1)


def test_draws_are_splitmix64() -> None:
    """The first numbers of the published generator for seed 1234567."""
    from tests.twins.slow_venue_market import Draws

    draws = Draws(1234567)
    assert [draws.draw(2**64 - 1) for _ in range(3)] == [6457827717110365317, 3203168211198807973, 9817491932198370423]
