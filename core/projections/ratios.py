"""Figures of merit of a series of results. Each is a float, or None where it is not defined: never a zero in its place.

Results are exact money. Sharpe and Sortino are of P&L, not of returns on a capital: with a capital that stays the same and a risk-free
rate of 0 they are the same numbers, for both are results over their own spread. `a_year` results make a year.
Sharpe (1994): mean over sample standard deviation (n - 1). Sortino and Price (1994): mean over the root mean square of what
fell short of 0, over all n results.
"""

from collections.abc import Sequence
from fractions import Fraction
from math import sqrt


def sharpe(results: Sequence[int], a_year: int) -> float | None:
    """None: fewer than two results, or all alike."""
    count = len(results)
    if count < 2:
        return None
    total = sum(results)
    spread = count * sum(one * one for one in results) - total * total
    if spread == 0:
        return None
    # mean² / variance, exact until the root: (total/n)² * n(n-1) / spread.
    return _root(Fraction(total * total * (count - 1) * a_year, count * spread), total)


def sortino(results: Sequence[int], a_year: int) -> float | None:
    """None: fewer than two results, or none below 0."""
    count = len(results)
    short = sum(one * one for one in results if one < 0)
    if count < 2 or short == 0:
        return None
    total = sum(results)
    return _root(Fraction(total * total * a_year, count * short), total)


def profit_factor(won: int, lost: int) -> float | None:
    """Sum of the wins over the sum of the losses (both above 0). None: nothing was lost."""
    return float(Fraction(won, lost)) if lost else None


def share(part: int, whole: int) -> float | None:
    return float(Fraction(part, whole)) if whole else None


def mean(total: int, count: int) -> int | None:
    """To the nearest unit, halves up."""
    return (2 * total + count) // (2 * count) if count else None


def _root(squared: Fraction, signed: int) -> float:
    root = sqrt(squared)
    return -root if signed < 0 else root
