"""What traded at which price: footprints of bars by time and by volume, and the running profile, against slow twins."""

from array import array

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.enums import Side
from core.messages.market_data import TradePrinted
from core.projections.bars import Bars
from core.projections.prints import TRADES_A_PICTURE
from tests.widgets.test_chart_kinds import two_markets
from widgets.chart import trades as traded
from widgets.chart.candles import Candles
from widgets.chart.kinds import Drawn, Measure
from widgets.chart.model import ChartModel
from widgets.chart.trades import Cells, RunningProfile, Trades

LOT = 10**8
PRINTS = st.tuples(st.integers(0, 50), st.integers(1, 40), st.integers(-9, 9).filter(bool))
SEVERAL = st.lists(PRINTS, min_size=1, max_size=80).map(lambda some: sorted(some, key=lambda one: one[0]))


def packed(prints: list[tuple[int, int, int]]) -> bytes:
    return array("q", [cell for one in prints for cell in one]).tobytes()


def held_of(prints: list[tuple[int, int, int]]) -> Trades:
    held, half = Trades(), len(prints) // 2
    held.take(0, packed(prints[:half]))
    held.take(half, packed(prints[half:]))
    return held


def as_dict(cells: Cells) -> dict[tuple[int, int], list[int]]:
    rows = zip(cells.bar.tolist(), cells.price.tolist(), cells.bought.tolist(), cells.sold.tolist(), strict=True)
    return {(bar, price): [bought, sold] for bar, price, bought, sold in rows}


@pytest.fixture(params=["flat", "sorted"], autouse=True)
def way(request, monkeypatch):
    """Both ways to sum give the same."""
    if request.param == "sorted":
        monkeypatch.setattr(traded, "MOST_ROWS", 2)


@given(prints=SEVERAL, group=st.integers(1, 7))
def test_a_footprint_is_what_traded(prints, group):
    starts = np.array([0, 10, 20, 40])
    slow: dict[tuple[int, int], list[int]] = {}
    for at, price, lots in prints:
        cell = slow.setdefault((int(np.searchsorted(starts, at, side="right")) - 1, price // group * group), [0, 0])
        cell[lots < 0] += abs(lots)
    got = held_of(prints).footprint(starts, 60, group)
    assert as_dict(got) == slow and sorted(got.bar.tolist()) == got.bar.tolist()


@given(prints=SEVERAL, size=st.integers(1, 25), group=st.integers(1, 7), part=st.tuples(st.integers(0, 30), st.integers(0, 30)))
def test_in_bars_of_equal_volume_each_bar_has_its_part_of_a_trade(prints, size, group, part):
    bars, slow, number, room = Bars(0, size), {}, 0, size
    for at, price, lots in prints:
        bars.trade(at, price, abs(lots), max(lots, 0))
        for _ in range(abs(lots)):
            cell = slow.setdefault((number, price // group * group), [0, 0])
            cell[lots < 0] += 1
            room -= 1
            if not room:
                number, room = number + 1, size
    candles = Candles()
    candles.replace(0, bars.rows())
    lots = candles.field(5)
    first, end = min(part[0], len(lots)), min(part[0] + part[1], len(lots))
    got = held_of(prints).footprint_of_volume(lots[first:end], int(lots[end:].sum()), group)
    assert as_dict(got) == {(bar - first, price): sums for (bar, price), sums in slow.items() if first <= bar < end}


def test_bars_of_which_no_trade_is_held_any_more_have_no_cells():
    held = Trades()
    held.take(5, packed([(1, 10, 3), (2, 11, -4)]))
    got = held.footprint_of_volume(np.array([5, 5, 5]), 0, 1)
    assert as_dict(got) == {(2, 10): [1, 0], (2, 11): [0, 4]}, "of the middle one only a part is known: nothing is said of it"
    assert not len(held.footprint_of_volume(np.array([50]), 0, 1).bar)


@given(
    prints=SEVERAL, looks=st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50), st.integers(1, 3), st.integers(1, 80)), max_size=12),
)
def test_a_running_profile_is_what_lies_between(prints, looks):
    held, running, given_so_far = Trades(), RunningProfile(), 0
    for start, length, group, more in looks:
        held.take(given_so_far, packed(prints[given_so_far:given_so_far + more]))
        given_so_far = held.cursor
        slow: dict[tuple[int, int], list[int]] = {}
        for at, price, lots in prints[:given_so_far]:
            if start <= at < start + length:
                slow.setdefault((0, price // group * group), [0, 0])[lots < 0] += abs(lots)
        got = running.of(held, start, start + length, group)
        assert as_dict(got) == slow and sorted(got.price.tolist()) == got.price.tolist()


def test_a_running_profile_begins_anew_with_a_run():
    held, running = held_of([(1, 5, 2), (2, 6, -3)]), RunningProfile()
    assert as_dict(running.of(held, 0, 9, 1)) == {(0, 5): [2, 0], (0, 6): [0, 3]}
    held.clear()
    held.take(0, packed([(1, 7, 1), (1, 7, 1)]))
    assert as_dict(running.of(held, 0, 9, 1)) == {(0, 7): [2, 0]}


def test_a_moving_profile_counts_only_what_came_and_went(monkeypatch):
    prints = [(n, 100 + n % 7, 1) for n in range(1000)]
    held, running, counted = held_of(prints), RunningProfile(), []
    plain = Trades.numbered
    running.of(held, 0, 900, 1)
    monkeypatch.setattr(Trades, "numbered", lambda self, first, end: counted.append(end - first) or plain(self, first, end))
    if traded.MOST_ROWS > 2:
        running.of(held, 5, 910, 1)
        assert counted == [5, 10]


def test_lost_trades_are_never_mixed_with_later_ones():
    held = Trades()
    held.take(0, packed([(1, 1, 1)]))
    held.take(7, packed([(2, 1, 1)]))
    assert held.cursor == 8 and held.between(0, 9).shape[1] == 1


def test_a_footprint_of_equal_volume_waits_until_it_has_the_trades_of_its_bars():
    projection, model = two_markets(), ChartModel()
    model.want_drawn(Drawn.FOOTPRINT)
    model.want_measure(Measure(0, 1))
    for _ in range(2):
        model.take(projection.picture(model.look()))
    assert model.candles.count == 10 and model.look().prints == 10
    assert as_dict(model.footprint_at(8, 10, 1)) == {(0, 600_800): [LOT, 0], (1, 600_900): [LOT, 0]}
    model.want_drawn(Drawn.CANDLES)
    add(projection, 600_100, LOT // 2)
    add(projection, 600_200, LOT)
    model.take(projection.picture(model.look()))
    assert model.candles.count == 12
    model.want_drawn(Drawn.FOOTPRINT)
    assert not len(model.footprint_at(8, 12, 1).bar), "which trades are in which bar is not known yet"
    model.take(projection.picture(model.look()))
    assert as_dict(model.footprint_at(10, 12, 1)) == {(0, 600_100): [LOT // 2, 0], (0, 600_200): [LOT // 2, 0], (1, 600_200): [LOT // 2, 0]}
    assert TRADES_A_PICTURE > 10


def add(projection, price: int, lots: int) -> None:
    event = TradePrinted(1, price, lots, Side.BUY, 1, 2)  # type: ignore[arg-type]
    at = 2 * 10**18
    for one in (projection._market, projection._prints, projection):
        one.folds[TradePrinted](at, event)
