"""The border between text and integers: what is parsed is what is shown, and anything else is one sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.instrument import Instrument, decimal_text, parse_units

BTC = Instrument(1, "BTC-USD", "COINBASE", "BTC", "USD", 2, 8, 1, 1)  # type: ignore[arg-type]
COARSE = Instrument(2, "ES", "CME", "ES", "USD", 2, 0, 25, 1)  # type: ignore[arg-type]


@given(st.integers(1, 10**14))
def test_every_price_and_quantity_survives_the_round_trip(units: int) -> None:
    assert BTC.parse_qty(BTC.qty_text(units)) == units
    if units < 10**13:
        assert BTC.parse_price(BTC.price_text(units)) == units


def test_text() -> None:
    assert BTC.price_text(619_084) == "6\u202f190.84"
    assert BTC.qty_text(5_000_000) == "0.05000000" and BTC.qty_text(-150_000_000, 2) == "\u22121.50"
    assert BTC.money_text(619_084 * 50_000_000) == "3\u202f095.42"
    assert BTC.money_text(5, signed=True) == "0.00"
    assert BTC.money_text(10**10, signed=True) == "+1.00" and BTC.money_text(-(10**10), signed=True) == "\u22121.00"
    assert decimal_text(-5, 2) == "\u22120.05" and decimal_text(1_234_567, 0) == "1\u202f234\u202f567"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "price is missing"), ("abc", "price must be a number, not 'abc'"), ("1.234", "multiple of 0.01 USD"), ("nan", "out of range"),
        ("1e400", "out of range"), ("inf", "out of range"),
        ("9" * 30, "out of range"), ("1e9999999", "out of range"), ("99999999999999999", "out of range"),
    ],
)
def test_a_bad_price_is_one_sentence(text: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        BTC.parse_price(text)


NO_QUANTITIES = ["0", "-1", "0.000000001", "", "1,2,3x", "٣x", "1e9999999", "99999999999", "1e-400", "1." + "0" * 40 + "1"]


@pytest.mark.parametrize("text", NO_QUANTITIES)
def test_a_bad_quantity_is_one_sentence(text: str) -> None:
    with pytest.raises(ValueError, match="quantity"):
        BTC.parse_qty(text)


def test_tick_grid_and_grouping() -> None:
    assert COARSE.parse_price("5214.25") == 521_425 and COARSE.parse_price("5,214.25") == 521_425
    with pytest.raises(ValueError, match=r"multiple of 0\.25 USD"):
        COARSE.parse_price("5214.20")
    assert BTC.parse_money("100000") == 100_000 * 10**10


@given(st.text(max_size=20))
def test_any_text_is_a_number_or_a_sentence(text: str) -> None:
    for parse in (BTC.parse_price, BTC.parse_qty, BTC.parse_money):
        try:
            assert isinstance(parse(text), int)
        except ValueError as error:
            assert str(error)


@pytest.mark.parametrize("change", [{"tick": 0}, {"lot": 0}, {"price_decimals": 13}, {"qty_decimals": -1}])
def test_an_impossible_instrument_is_refused(change: dict[str, int]) -> None:
    fields = {"id": 1, "symbol": "X", "venue": "V", "base": "B", "quote": "Q", "price_decimals": 2, "qty_decimals": 8, "tick": 1, "lot": 1}
    with pytest.raises(ValueError, match="X: "):
        Instrument(**(fields | change))  # type: ignore[arg-type]


@pytest.mark.parametrize("typed", ["6185.84", "６１８５．８４", "6,185.84", "6，185。84", "6\u202f185.84"])
def test_numbers_as_every_keyboard_writes_them(typed: str) -> None:
    assert parse_units(typed, 2, "price") == 618_584
    assert parse_units(f"－{typed}", 2, "price") == -618_584
