"""The border between text and integers: what is parsed is what is shown, and anything else is one sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.instrument import Instrument, Unclear, decimal_text, number, parse_units

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


# what parts thousands, and what does not -----------------------------------------------------------------------------------

POINTS = [
    ("0,1", "0.1"), ("1,5", "1.5"), ("6190,84", "6190.84"), ("0,125", "0.125"), ("12345,678", "12345.678"), ("-0,5", "-0.5"),
    ("1 234,56", "1234.56"), ("1.234,56", "1234.56"), ("0，1", "0.1"), ("１，５", "1.5"), ("1\u2019234,5", "1234.5"),
]


@pytest.mark.parametrize(("text", "meant"), POINTS)
def test_a_comma_in_front_of_decimals_is_refused_with_what_to_type(text: str, meant: str) -> None:
    with pytest.raises(Unclear, match=rf"^price .* takes a decimal point: type {meant}$"):
        parse_units(text, 2, "price")
    assert number(meant, "price").is_finite()


@pytest.mark.parametrize(("text", "ways"), [
    ("1,500", "1,500 is ambiguous: type 1500 or 1.5"), ("1,000", "1,000 is ambiguous: type 1000 or 1"),
    ("−12,345", "-12,345 is ambiguous: type -12345 or -12.345"), ("６，１９０", "6,190 is ambiguous: type 6190 or 6.19"),
])
def test_one_comma_before_three_digits_could_be_two_numbers(text: str, ways: str) -> None:
    with pytest.raises(Unclear) as raised:
        parse_units(text, 2, "quantity")
    assert str(raised.value) == f"quantity {ways}"


@pytest.mark.parametrize("text", [
    "1,2,3", "1,23,456", "12,34.5", "1234,567.8", "0,500.5", "0 500", "01,500.0", "1.000,5,0", "0.000 001", "1 5", "1 50", "1 5000",
    "1 500,000", "1,500 000.0", "1\t500", "1\n500", "1,,500.0", ",500.0", "1,500,", "'500", "1_000", "1,5e3", "1 000e3", "6 190.84 1",
    "1.5,000",
])
def test_what_parts_no_thousands_is_no_number(text: str) -> None:
    with pytest.raises(ValueError, match="price "):
        parse_units(text, 6, "price")


@pytest.mark.parametrize(("text", "units"), [
    ("1,500.00", 150_000), ("1,500,000", 150_000_000), ("1 500", 150_000), ("1\u2009500.25", 150_025), ("1\u00a0500", 150_000),
    ("1'500", 150_000), ("1’500’000.5", 150_000_050), ("12\u3000345", 1_234_500), (" 1500 ", 150_000), ("1.500", 150), ("- 5", -500),
    ("−1\u202f500.25", -150_025), ("1,500.", 150_000), (".5", 50), ("1e2", 10_000),
])
def test_true_thousands_are_read(text: str, units: int) -> None:
    assert parse_units(text, 2, "amount") == units


@given(st.integers(-(10**15), 10**15), st.integers(0, 6), st.sampled_from(" \u202f\u2009\u00a0'\u2019"))
def test_whatever_is_shown_is_read_back(units: int, decimals: int, sign: str) -> None:
    shown = decimal_text(units, decimals)
    assert parse_units(shown, decimals, "amount") == units
    assert parse_units(shown.replace("\u202f", sign), decimals, "amount") == units


@given(st.integers(0, 10**9), st.integers(1, 6), st.integers(0, 6))
def test_no_comma_ever_makes_a_number_larger(whole: int, places: int, decimals: int) -> None:
    """A comma for the decimal sign gives no number at all, however many digits stand behind it."""
    with pytest.raises(ValueError, match="amount"):
        parse_units(f"{whole},{'1' * places}", decimals, "amount")
