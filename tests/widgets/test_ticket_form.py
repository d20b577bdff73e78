"""The ticket's texts: any text is a command or a sentence, a command is exactly what is written, and the exchange takes its terms."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from core.domain.enums import LinkKind, OrderType, Peg, PostOnly, Side, TimeInForce, TriggerBy
from core.domain.instrument import NARROW_SPACE
from core.domain.order_types import PRICELESS
from core.domain.units import INT64_MAX, SECOND
from core.machine.engine import Engine
from core.machine.state import State
from core.machine.venue.checks import check_new
from core.machine.venue.market import Market
from core.machine.venue.parties import OUR_FIRM, OURS, Party
from core.messages.commands import PlaceOrder, StartRun
from core.messages.flow import ListInstrument
from core.messages.groups import PlaceLinked
from core.messages.rejections import Rejection
from core.messages.terms import Terms
from tests.widgets.ticket_pictures import BTC, COARSE, LOT, NOON, picture
from widgets.ticket import amounts, form, steps
from widgets.ticket.draft import Distance, Draft, Errors, Link, QtyUnit
from widgets.ticket.numbers import Wrong, lots_of, price_text, qty_text, same_number

NUMBERLIKE = st.one_of(
    st.text(max_size=30), st.text(f"0123456789.,eE+-{NARROW_SPACE}\u2212 _", max_size=30), st.decimals().map(str), st.integers().map(str),
)
GOOD = st.sampled_from(("", "1", "0.5", "2", "100", "6190.85", "6000", "6300", "3", "0.1", "-2", "18:30"))
TEXT = st.one_of(GOOD, GOOD, NUMBERLIKE)
DRAFTS = st.builds(
    Draft, st.sampled_from(Side), st.sampled_from(OrderType), st.sampled_from(TimeInForce), TEXT, st.sampled_from(QtyUnit), TEXT, TEXT,
    st.sampled_from(TriggerBy), TEXT, st.sampled_from((Distance.TICKS, Distance.PERCENT)), TEXT, TEXT, TEXT, TEXT, st.booleans(),
    st.sampled_from(PostOnly), TEXT, st.booleans(), st.sampled_from(Peg), TEXT, TEXT, st.sampled_from(Link), TEXT, TEXT,
    st.sampled_from(Distance), st.booleans(),
)
PICTURES = st.sampled_from((picture(), picture(instrument=COARSE, bid=10_000, ask=10_025, last=0, median=4), picture(bid=0, ask=0, last=0)))


def venue(instrument: Any) -> Market:
    engine = Engine(State())
    i = instrument
    engine.apply(1, NOON, StartRun("s", "", 0, 0, False, "", ()))
    engine.apply(2, NOON, ListInstrument(i.id, i.symbol, i.venue, i.base, i.quote, i.price_decimals, i.qty_decimals, i.tick, i.lot))
    return engine.state.venue.markets[i.id]


MARKETS = {i.id: venue(i) for i in (BTC, COARSE)}
PARTY = Party(1, OUR_FIRM, 1, OURS)


def legs(made: PlaceOrder | PlaceLinked) -> tuple[PlaceOrder, ...]:
    return made.legs if isinstance(made, PlaceLinked) else (made,)


@settings(max_examples=600, deadline=None)
@given(DRAFTS, PICTURES)
@example(Draft(qty="1e9999999", price="-1e9999999"), picture())
@example(Draft(qty="999999999999", price="999999999999"), picture())
@example(Draft(qty="sNaN", price="Infinity", order_type=OrderType.MARKET), picture(instrument=COARSE))
@example(Draft(qty="1", order_type=OrderType.TRAILING_STOP, trail="1e400"), picture())
@example(Draft(qty="1", price="6190", link=Link.BRACKET, target="9" * 26, exits_in=Distance.PERCENT), picture())
def test_any_draft_is_a_command_that_the_exchange_takes_or_a_sentence(draft, around):
    made = form.read(draft, around, "x")
    if isinstance(made, Errors):
        assert made
        for sentence in made.said.values():
            assert sentence and sentence[0].isupper() and sentence[-1] in ".?" and len(sentence) < 140
        return
    instrument = around.instrument
    for number, order in enumerate(legs(made)):
        assert 0 < order.qty <= INT64_MAX and order.qty % instrument.lot == 0
        assert order.price == 0 if order.order_type in PRICELESS else 0 < order.price <= INT64_MAX and order.price % instrument.tick == 0
        assert order.client_order_id.startswith("x") and order.account == 1 and not order.confirmed
        said = check_new(
            MARKETS[instrument.id], 10 + number, PARTY, order.side, order.order_type, order.qty, order.price, order.time_in_force,
            order.terms,
        )
        # What depends on the day's market, or on rules of the market's own, is the exchange's to say.
        assert said in (None, Rejection.WRONG_PHASE, Rejection.TOO_LARGE, Rejection.OUTSIDE_BAND), (said, draft, order)
    first = legs(made)[0]
    assert (first.side, first.order_type, first.time_in_force) == (draft.side, draft.order_type, draft.time_in_force)
    assert first.may_shrink == (draft.may_shrink and draft.link is Link.NONE)


@given(st.integers(1, 10**15), st.integers(1, 10**12), st.sampled_from((BTC, COARSE)))
def test_what_is_written_is_what_is_sent(lots, ticks, instrument):
    qty, price = lots, ticks * instrument.tick
    if qty >= 10 ** (12 + instrument.qty_decimals) or price >= 10 ** (12 + instrument.price_decimals):
        return
    made = form.read(Draft(qty=qty_text(instrument, qty), price=price_text(instrument, price)), picture(instrument=instrument), "x")
    assert isinstance(made, PlaceOrder) and (made.qty, made.price) == (qty, price)


def read(**fields: Any) -> Any:
    return form.read(Draft(**({"qty": "1", "price": "6190.84"} | fields)), picture(median=LOT // 2), "x")


def said(made: Any, field: str) -> str:
    assert isinstance(made, Errors), made
    return made.of(field)


def test_a_fresh_ticket_is_a_limit_order_for_the_day():
    assert read() == PlaceOrder("x", BTC.id, Side.BUY, OrderType.LIMIT, LOT, 619_084, TimeInForce.DAY)


@pytest.mark.parametrize(
    ("fields", "price", "terms"),
    (
        ({"order_type": OrderType.MARKET, "time_in_force": TimeInForce.IOC}, 0, None),
        ({"order_type": OrderType.MARKET, "time_in_force": TimeInForce.DAY, "worst": "6200"}, 0, Terms(protection=620_000)),
        ({"order_type": OrderType.STOP, "trigger": "6200", "away": "1.5"}, 0, Terms(trigger=620_000, protection_bp=150)),
        (
            {"order_type": OrderType.STOP_LIMIT, "trigger": "6200", "trigger_by": TriggerBy.QUOTE}, 619_084,
            Terms(trigger=620_000, trigger_by=TriggerBy.QUOTE),
        ),
        ({"order_type": OrderType.TRAILING_STOP, "trail": "50"}, 0, Terms(trail=50)),
        ({"order_type": OrderType.TRAILING_STOP, "trail": "0.5", "trail_in": Distance.PERCENT}, 0, Terms(trail_bp=50)),
        ({"order_type": OrderType.MARKET_IF_TOUCHED, "trigger": "6180"}, 0, Terms(trigger=618_000)),
        ({"order_type": OrderType.LIMIT_IF_TOUCHED, "trigger": "6180"}, 619_084, Terms(trigger=618_000)),
        ({"order_type": OrderType.PEGGED, "peg": Peg.MARKET, "offset": "-5"}, 619_084, Terms(peg=Peg.MARKET, peg_offset=-5)),
        ({"display": "0.1", "spread": "0.02"}, 619_084, Terms(display=LOT // 10, display_spread=LOT // 50)),
        ({"hidden": True, "min_qty": "0.5"}, 619_084, Terms(hidden=True, min_qty=LOT // 2)),
        ({"post_only": PostOnly.SLIDE}, 619_084, Terms(post_only=PostOnly.SLIDE)),
        ({"all_or_none": True}, 619_084, Terms(all_or_none=True)),
        ({"time_in_force": TimeInForce.OPG}, 619_084, None),
    ),
)
def test_every_type_carries_its_terms(fields, price, terms):
    made = read(**fields)
    assert isinstance(made, PlaceOrder) and (made.price, made.terms) == (price, terms)


def test_what_another_type_asked_for_is_not_sent():
    left_over = {"display": "0.1", "hidden": True, "post_only": PostOnly.REJECT, "all_or_none": True, "offset": "7", "away": "3"}
    assert read(order_type=OrderType.STOP, trigger="6200", **(left_over | {"away": ""})).terms == Terms(trigger=620_000)


@pytest.mark.parametrize(
    ("fields", "field", "word"),
    (
        ({"order_type": OrderType.MARKET, "time_in_force": TimeInForce.GTC}, "time_in_force", "cannot live"),
        ({"time_in_force": TimeInForce.IOC, "hidden": True}, "time_in_force", "never rests"),
        ({"time_in_force": TimeInForce.ATC, "display": "0.1"}, "time_in_force", "auction"),
        ({"post_only": PostOnly.REJECT, "all_or_none": True}, "post_only", "post-only"),
        ({"display": "0.1", "hidden": True}, "display", "iceberg"),
        ({"display": "0.1", "spread": "0.1"}, "spread", "smaller"),
        ({"display": "0.00001"}, "display", "slices"),
        ({"min_qty": "0.5"}, "min_qty", "goes with"),
        ({"min_qty": "2", "hidden": True}, "min_qty", "larger"),
        ({"order_type": OrderType.PEGGED, "peg": Peg.MIDPOINT, "offset": "1"}, "offset", "no offset"),
        ({"order_type": OrderType.PEGGED, "peg": Peg.MARKET}, "offset", "keeps away"),
        ({"order_type": OrderType.STOP}, "trigger", "missing"),
        ({"order_type": OrderType.TRAILING_STOP, "trail": "1.5"}, "trail", "whole number"),
        ({"time_in_force": TimeInForce.GTD}, "until", "Until when"),
        ({"time_in_force": TimeInForce.GTD, "until": "2001-01-01 10:00"}, "until", "future"),
        ({"price": "6190.845"}, "price", "multiple"),
        ({"price": "-5"}, "price", "more than zero"),
        ({"qty": "\u202e5\u0007"}, "qty", "number"),
        ({"link": Link.BRACKET}, "target", "a target, a stop"),
        ({"link": Link.BRACKET, "target": "6100", "exits_in": Distance.PRICE}, "target", "above"),
        ({"link": Link.BRACKET, "stop": "6300", "exits_in": Distance.PRICE}, "stop", "below"),
        ({"link": Link.OCO, "time_in_force": TimeInForce.IOC}, "link", "rests"),
        ({"link": Link.OCO, "stop": "20"}, "other", "where the stop"),
    ),
)
def test_what_does_not_fit_is_said_at_its_field(fields, field, word):
    assert word.lower() in said(read(**fields), field).lower()


# how much ---------------------------------------------------------------------------------------------------------------


def test_a_quantity_in_every_unit():
    assert read(qty="3095.42", qty_in=QtyUnit.VALUE).qty == 309_542 * 10**8 // 619_084
    assert read(qty="5", qty_in=QtyUnit.DEPTH).qty == LOT
    assert read(qty="5", qty_in=QtyUnit.DEPTH, side=Side.SELL).qty == 2 * LOT
    assert read(qty="1.5", qty_in=QtyUnit.USUAL).qty == 3 * LOT // 4


def test_a_market_orders_value_counts_by_the_touch_it_meets():
    made = read(qty="6190.85", qty_in=QtyUnit.VALUE, order_type=OrderType.MARKET, time_in_force=TimeInForce.IOC)
    assert made.qty == LOT


def test_a_unit_without_anything_to_count_by_says_so():
    bare = picture(bid=0, ask=0, last=0, bid_depth=0, ask_depth=0)
    for unit, word in ((QtyUnit.DEPTH, "displayed"), (QtyUnit.USUAL, "Too few")):
        assert word in said(form.read(Draft(qty="1", price="6190", qty_in=unit), bare, "x"), "qty")


@given(st.integers(1, 10**10), st.sampled_from(QtyUnit))
def test_a_unit_never_makes_an_order_larger(lots, unit):
    around = picture(median=LOT // 3)
    text = amounts.text_in(lots, unit, around, Side.BUY, 619_084)
    try:
        back = amounts.lots(text, unit, around, Side.BUY, 619_084)
    except Wrong as error:
        assert "smallest" in str(error) or "more than zero" in str(error)
        return
    # The text is rounded to the hundredth, to nearest for values.
    assert back <= lots + (LOT // 619_084 if unit is QtyUnit.VALUE else 0)


# linked -----------------------------------------------------------------------------------------------------------------


def test_a_bracket_in_ticks_percent_and_prices():
    made = read(link=Link.BRACKET, target="100", stop="50")
    assert isinstance(made, PlaceLinked) and made.kind is LinkKind.BRACKET
    entry, target, stop = made.legs
    assert entry.client_order_id == "x" and {leg.qty for leg in made.legs} == {LOT}
    assert (target.side, target.order_type, target.price) == (Side.SELL, OrderType.LIMIT, 619_184)
    assert (stop.side, stop.order_type, stop.terms) == (Side.SELL, OrderType.STOP, Terms(trigger=619_034))
    percent = read(side=Side.SELL, link=Link.BRACKET, target="1", stop="0.5", exits_in=Distance.PERCENT)
    assert (percent.legs[1].price, percent.legs[2].terms.trigger) == (619_084 - 6_190, 619_084 + 3_095)
    prices = read(link=Link.OTO, target="6300", exits_in=Distance.PRICE)
    assert prices.kind is LinkKind.OTO and [leg.price for leg in prices.legs] == [619_084, 630_000]


def test_a_market_entry_counts_from_the_touch_and_its_exits_rest():
    made = read(order_type=OrderType.MARKET, time_in_force=TimeInForce.IOC, link=Link.BRACKET, stop="85")
    assert made.legs[1].terms == Terms(trigger=619_000) and made.legs[1].time_in_force is TimeInForce.DAY


def test_exits_live_as_long_as_their_entry():
    by_hand = read(time_in_force=TimeInForce.GTC, link=Link.BRACKET, target="5", stop="5")
    assert {leg.time_in_force for leg in by_hand.legs} == {TimeInForce.GTC}
    until = read(time_in_force=TimeInForce.GTD, until="17:00", link=Link.BRACKET, target="5", stop="5")
    ends = datetime(2018, 7, 13, 17, tzinfo=UTC).timestamp() * SECOND
    assert {leg.terms.expires_at for leg in until.legs} == {ends}


def test_an_oco_is_the_limit_and_a_stop_of_one_side():
    made = read(side=Side.SELL, price="6250", link=Link.OCO, other="6150", target="6300", stop="1", exits_in=Distance.PRICE)
    assert made.kind is LinkKind.OCO and [leg.side for leg in made.legs] == [Side.SELL, Side.SELL]
    assert (made.legs[0].price, made.legs[1].terms.trigger) == (625_000, 615_000)


def test_a_time_of_day_is_the_next_one():
    assert form.moment_of("11:00", NOON) == int(datetime(2018, 7, 14, 11, tzinfo=UTC).timestamp()) * SECOND
    assert form.moment_of("2018-07-20 09:30", NOON) == int(datetime(2018, 7, 20, 9, 30, tzinfo=UTC).timestamp()) * SECOND


# steps ------------------------------------------------------------------------------------------------------------------


@given(NUMBERLIKE, st.integers(-10, 10), st.sampled_from((BTC, COARSE)))
def test_stepping_never_raises_and_leaves_a_number_of_the_instrument(text, by, instrument):
    assert steps.is_qty(instrument, steps.stepped_qty(text, instrument, by))
    instrument.parse_price(steps.stepped_price(text, instrument, by, 100))
    for unit in QtyUnit:
        steps.stepped_amount(text, unit, instrument, by)
    steps.stepped_ticks(text, by)


def test_steps():
    assert steps.stepped_qty("0.5", BTC, 1) == "0.51"
    assert steps.stepped_qty("0.01", BTC, -1) == "0.01" and steps.stepped_qty("0.004", BTC, -10) == "0.004"
    assert steps.stepped_qty("", BTC, -1) == "0.01" and steps.stepped_qty("3", COARSE, 10) == "13"
    assert steps.stepped_price("6190.84", BTC, 10, 0) == "6190.94"
    assert steps.stepped_price("100.00", COARSE, -1, 0) == "99.75"
    assert steps.stepped_price("", BTC, 1, 619_084) == "6190.84" and steps.stepped_price("abc", BTC, 1, 0) == "abc"
    assert steps.stepped_price("0.01", BTC, -5, 0) == "0.01"
    assert steps.stepped_ticks("3", -5) == "1" and steps.stepped_ticks("3", -5, signed=True) == "-2"
    assert steps.stepped_amount("250", QtyUnit.VALUE, BTC, 1) == "350"


def test_the_middle_is_on_the_patient_side():
    assert steps.middle(COARSE, 10_000, 10_025, Side.BUY) == 10_000
    assert steps.middle(COARSE, 10_000, 10_025, Side.SELL) == 10_025
    assert steps.middle(COARSE, 10_000, 10_050, Side.SELL) == 10_025
    assert steps.middle(BTC, 0, 619_085, Side.BUY) == 0


def test_a_number_is_the_same_however_its_thousands_are_parted():
    assert same_number("12,345.5", f"12{NARROW_SPACE}345.50") and not same_number("12345", f"12{NARROW_SPACE}345.50")
    assert not same_number("NaN", "NaN") and not same_number("", "0") and not same_number("1e999999", "1")


@pytest.mark.parametrize(("typed", "said"), [
    ("many", "Quantity must be a number, not 'many'."), ("x" + 50 * " " + "y", "Quantity must be a number."),
    ("\x00", "Quantity must be a number."),
])
def test_what_is_no_number_is_said_in_one_sentence(typed, said):
    with pytest.raises(Wrong) as wrong:
        lots_of(BTC, typed)
    assert str(wrong.value) == said
