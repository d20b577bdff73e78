"""The ticket's texts: any text is an order or a sentence, and an order is exactly what is written."""

from hypothesis import example, given
from hypothesis import strategies as st

from core.domain.enums import OrderType, Side, TimeInForce
from core.domain.instrument import NARROW_SPACE, Instrument
from core.domain.units import INT64_MAX, InstrumentId
from core.messages.commands import PlaceOrder
from widgets.ticket import form

BTC = Instrument(InstrumentId(1), "BTC-USD", "COINBASE", "BTC", "USD", 2, 8, 1, 1)
COARSE = Instrument(InstrumentId(2), "ES", "SIM", "ES", "USD", 2, 0, 25, 1)

NUMBERLIKE = st.one_of(
    st.text(max_size=30), st.text(f"0123456789.,eE+-{NARROW_SPACE}\u2212 _", max_size=30), st.decimals().map(str), st.integers().map(str)
)


@given(
    NUMBERLIKE, NUMBERLIKE, st.sampled_from(Side), st.sampled_from(OrderType), st.sampled_from(TimeInForce),
    st.sampled_from((BTC, COARSE)),
)
@example("1e9999999", "-1e9999999", Side.BUY, OrderType.LIMIT, TimeInForce.GTC, BTC)
@example("999999999999", "999999999999", Side.BUY, OrderType.LIMIT, TimeInForce.GTC, BTC)
@example("sNaN", "Infinity", Side.SELL, OrderType.MARKET, TimeInForce.GTC, COARSE)
def test_any_text_is_an_order_or_a_sentence(qty, price, side, kind, tif, instrument):
    made = form.read(form.Fields(side, kind, qty, price, tif), instrument, "x")
    if isinstance(made, form.Errors):
        assert made
        for sentence in (made.qty, made.price, made.time_in_force):
            assert not sentence or (sentence[0].isupper() and sentence.endswith("."))
    else:
        assert 0 < made.qty <= INT64_MAX and made.qty % instrument.lot == 0
        assert (0 < made.price <= INT64_MAX and made.price % instrument.tick == 0) if kind is OrderType.LIMIT else made.price == 0
        assert (made.side, made.order_type, made.time_in_force, made.client_order_id) == (side, kind, tif, "x")


@given(st.integers(1, 10**15), st.integers(1, 10**12), st.sampled_from((BTC, COARSE)))
def test_what_is_written_is_what_is_sent(lots, ticks, instrument):
    qty, price = lots, ticks * instrument.tick
    if qty >= 10 ** (12 + instrument.qty_decimals) or price >= 10 ** (12 + instrument.price_decimals):
        return
    texts = form.qty_text(instrument, qty), form.price_text(instrument, price)
    made = form.read(form.Fields(Side.BUY, OrderType.LIMIT, *texts, TimeInForce.GTC), instrument, "x")
    assert isinstance(made, PlaceOrder) and (made.qty, made.price) == (qty, price)


@given(NUMBERLIKE, st.integers(-10, 10), st.sampled_from((BTC, COARSE)))
def test_stepping_never_raises_and_leaves_a_number_of_the_instrument(text, steps, instrument):
    assert form.is_qty(instrument, form.stepped_qty(text, instrument, steps))
    instrument.parse_price(form.stepped_price(text, instrument, steps, 100))


def test_steps():
    assert form.stepped_qty("0.5", BTC, 1) == "0.51"
    assert form.stepped_qty("0.01", BTC, -1) == "0.01" and form.stepped_qty("0.004", BTC, -10) == "0.004"
    assert form.stepped_qty("", BTC, -1) == "0.01" and form.stepped_qty("3", COARSE, 10) == "13"
    assert form.stepped_price("6190.84", BTC, 10, 0) == "6190.94"
    assert form.stepped_price("100.00", COARSE, -1, 0) == "99.75"
    assert form.stepped_price("", BTC, 1, 619_084) == "6190.84" and form.stepped_price("abc", BTC, 1, 0) == "abc"
    assert form.stepped_price("0.01", BTC, -5, 0) == "0.01"


def test_the_middle_is_on_the_patient_side():
    assert form.middle(COARSE, 10_000, 10_025, Side.BUY) == 10_000
    assert form.middle(COARSE, 10_000, 10_025, Side.SELL) == 10_025
    assert form.middle(COARSE, 10_000, 10_050, Side.SELL) == 10_025
    assert form.middle(BTC, 0, 619_085, Side.BUY) == 0


def test_a_market_order_cannot_rest():
    made = form.read(form.Fields(Side.BUY, OrderType.MARKET, "1", "", TimeInForce.GTC), BTC, "x")
    assert isinstance(made, form.Errors) and "IOC" in made.time_in_force
