"""Sizes are whole increments, never larger than meant, and by hand the numbers of the textbook."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from core.domain.sizing import BASIS_POINTS, Unit, by_range, by_stop, fixed, fraction_of_equity, kelly_bp

CENT = Unit(10_000, 1)
"""A price unit is a cent of the base currency, a lot is one share."""
MILLION = 1_000_000
positive = st.integers(1, 10**15)


def test_by_hand() -> None:
    # 10 % of 1,000,000 at 62.50: 1,600 shares. 1 % of it at risk, a stop 2.50 away: 4,000. Two ranges of 1.25: the same.
    equity = 1_000_000 * MILLION
    assert fraction_of_equity(equity, 1_000, 6_250, CENT) == 1_600
    assert by_stop(equity, 100, 6_250, 6_000, True, CENT) == 4_000 == by_range(equity, 100, 125, 200, CENT)
    assert by_stop(equity, 100, 6_250, 6_500, False, CENT) == 4_000
    # Six of ten, one for one: a fifth. Half Kelly a tenth, and the cap holds.
    assert kelly_bp(6_000, 100, BASIS_POINTS) == 2_000
    assert kelly_bp(6_000, 100, BASIS_POINTS, 5_000) == 1_000
    assert kelly_bp(6_000, 100, 500) == 500
    assert kelly_bp(5_000, 100, BASIS_POINTS) == 0 == kelly_bp(4_000, 120, BASIS_POINTS)


def test_nothing_sensible_is_nothing() -> None:
    assert by_stop(MILLION, 100, 6_250, 6_250, True, CENT) == 0 == by_stop(MILLION, 100, 6_000, 6_250, True, CENT)
    assert fraction_of_equity(-MILLION, 100, 6_250, CENT) == 0 == fraction_of_equity(MILLION, 100, 0, CENT)
    assert by_range(MILLION, 100, 0, 200, CENT) == 0 == kelly_bp(0, 100, 100) == kelly_bp(10_001, 100, 100)
    assert fixed(17, Unit(1, 1, 5)) == 15 and fixed(-3, CENT) == 0


@given(positive, st.integers(1, BASIS_POINTS), positive, positive, st.booleans(), st.integers(1, 10**6), positive, st.integers(1, 1000))
def test_never_more_at_risk_than_meant(
    equity: int, risk_bp: int, entry: int, distance: int, buy: bool, top: int, bottom: int, lot: int
) -> None:
    unit = Unit(top, bottom, lot)
    lots = by_stop(equity, risk_bp, entry, entry - distance if buy else entry + distance, buy, unit)
    lost = Fraction(lots * distance * top, bottom)
    assert lots % lot == 0 and lost <= Fraction(equity * risk_bp, BASIS_POINTS)
    assert lost + Fraction(lot * distance * top, bottom) > Fraction(equity * risk_bp, BASIS_POINTS)


@given(st.integers(1, BASIS_POINTS), st.integers(1, 10**6), st.integers(0, BASIS_POINTS))
def test_kelly_is_the_formula(wins: int, payoff: int, cap: int) -> None:
    p, b = Fraction(wins, BASIS_POINTS), Fraction(payoff, 100)
    exact = (p - (1 - p) / b) * BASIS_POINTS
    found = kelly_bp(wins, payoff, cap)
    assert found == max(min(exact.numerator // exact.denominator, cap), 0)
