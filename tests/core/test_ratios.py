"""Sharpe, Sortino and their kind: worked examples with every step of the arithmetic written out."""

from math import sqrt

import pytest

from core.projections.ratios import mean, profit_factor, share, sharpe, sortino


def test_sharpe_by_hand() -> None:
    # Results 1, 2, 3, 4, 5: mean 3; squares of the distances 4 + 1 + 0 + 1 + 4 = 10, over n - 1 = 4: variance 2.5.
    assert sharpe([1, 2, 3, 4, 5], 1) == pytest.approx(3 / sqrt(2.5))
    assert sharpe([1, 2, 3, 4, 5], 252) == pytest.approx(3 / sqrt(2.5) * sqrt(252))
    # Losses of the same sizes: the same with the other sign.
    assert sharpe([-1, -2, -3, -4, -5], 252) == pytest.approx(-3 / sqrt(2.5) * sqrt(252))
    # Scale does not matter, for neither mean nor spread has a unit left.
    assert sharpe([10**30, 2 * 10**30, 3 * 10**30], 1) == pytest.approx(2.0)


def test_sortino_as_rollinger_and_hoffman_work_it_out() -> None:
    # Their example of yearly results with a target of 0 %: 17, 15, 23, -5, 12, 9, 13, -4. Mean 80 / 8 = 10. What fell short:
    # 25 + 16 = 41, over all eight: 5.125, root 2.264. 10 / 2.264 = 4.417.
    results = [17, 15, 23, -5, 12, 9, 13, -4]
    assert sortino(results, 1) == pytest.approx(10 / sqrt(41 / 8))
    assert sortino(results, 1) == pytest.approx(4.417, abs=0.0005)
    assert sortino(results, 4) == pytest.approx(2 * 4.417, abs=0.001)


def test_profit_factor_by_hand() -> None:
    # 300 + 200 + 100 won, 150 + 50 lost: 600 / 200.
    assert profit_factor(600, 200) == 3.0
    assert profit_factor(0, 200) == 0.0


def test_what_is_not_defined_has_no_value() -> None:
    assert profit_factor(600, 0) is None
    assert sharpe([], 252) is None and sharpe([5], 252) is None and sharpe([5, 5, 5], 252) is None
    assert sortino([], 252) is None and sortino([-5], 252) is None and sortino([1, 2, 3], 252) is None
    assert share(0, 0) is None and share(0, 4) == 0.0
    assert mean(0, 0) is None


def test_a_result_of_nothing_is_a_zero_and_not_undefined() -> None:
    assert sharpe([-1, 1], 252) == 0.0 and sortino([-1, 1], 252) == 0.0


@pytest.mark.parametrize(("total", "count", "expected"), [(7, 2, 4), (-7, 2, -3), (10, 3, 3), (11, 3, 4), (-11, 3, -4), (0, 5, 0)])
def test_means_are_rounded_to_the_nearest_unit(total: int, count: int, expected: int) -> None:
    assert mean(total, count) == expected
