"""How many lots an order should be, by the usual ways of deciding it, in whole numbers.

Every answer is whole order increments, rounded down: no rounding ever makes a position larger than was meant. Nothing sensible to
answer (no equity, no price, a stop on the wrong side) is 0, never a guess. Money is VALUE, millionths of the base currency; shares
are BP, hundredths of a percent. Deliberately absent: whether such an order may be sent, which is the risk gate's.
"""

from typing import Final, NamedTuple

BASIS_POINTS: Final = 10_000
HUNDRED: Final = 100


class Unit(NamedTuple):
    """What one price unit of one lot is worth: top / bottom of VALUE. lot: the order size increment in lots."""

    top: int
    bottom: int
    lot: int = 1


def fixed(lots: int, unit: Unit) -> int:
    return _whole(lots, unit)


def fraction_of_equity(equity: int, share_bp: int, price: int, unit: Unit) -> int:
    """So many lots that they are worth that share of equity at price."""
    if min(equity, share_bp, price) <= 0:
        return 0
    return _whole(equity * share_bp * unit.bottom // (BASIS_POINTS * price * unit.top), unit)


def by_stop(equity: int, risk_bp: int, entry: int, stop: int, buy: bool, unit: Unit) -> int:
    """So many lots that the way from entry to the stop loses that share of equity."""
    distance = entry - stop if buy else stop - entry
    if min(equity, risk_bp, distance) <= 0:
        return 0
    return _whole(equity * risk_bp * unit.bottom // (BASIS_POINTS * distance * unit.top), unit)


def by_range(equity: int, risk_bp: int, atr: int, multiple_hundredths: int, unit: Unit) -> int:
    """As by_stop, with a stop so many average true ranges away. atr: price units. multiple_hundredths: 200 is two ranges."""
    if min(equity, risk_bp, atr, multiple_hundredths) <= 0:
        return 0
    lost = BASIS_POINTS * atr * multiple_hundredths * unit.top
    return _whole(equity * risk_bp * unit.bottom * HUNDRED // lost, unit)


def kelly_bp(wins_bp: int, payoff_hundredths: int, cap_bp: int, part_bp: int = BASIS_POINTS) -> int:
    """Share of equity by Kelly's rule, f = p - (1 - p) / b, times part_bp, and never above cap_bp.

    wins_bp: p, how often a trade wins. payoff_hundredths: b, average win over average loss, 150 is 1.5. 0 when the odds are against it.
    Source: J. L. Kelly, A New Interpretation of Information Rate, 1956.
    """
    if not 0 < wins_bp <= BASIS_POINTS or payoff_hundredths <= 0:
        return 0
    edge = wins_bp * payoff_hundredths - (BASIS_POINTS - wins_bp) * HUNDRED
    if edge <= 0:
        return 0
    return max(min(edge * part_bp // (payoff_hundredths * BASIS_POINTS), cap_bp), 0)


def _whole(lots: int, unit: Unit) -> int:
    return max(lots - lots % unit.lot, 0)
