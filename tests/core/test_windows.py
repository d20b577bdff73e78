"""Windows against a list of everything that ever happened: what counts is what happened less than a window ago, to the nanosecond."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from core.machine.desk.windows import CANCEL, MASK, NEW, PARTS, REPLACE, Messages, Order, Prices, one_number

ORDERS = st.tuples(st.integers(0, 1), st.integers(1, 3), st.integers(0, 3))
ACTS = st.lists(st.tuples(st.integers(0, 12), st.sampled_from((NEW, NEW, REPLACE, CANCEL)), ORDERS, st.booleans()), max_size=40)
LENGTH = 20
NOTHING: Order = (0, 0, 0)
"""What a snapshot has for a message that names no order."""
SPLIT = 5
"""Of the window of prices: the length of a part."""


@given(acts=ACTS, apart=st.booleans())
def test_messages_count_for_as_long_as_the_window(acts: list[tuple[int, int, Order, bool]], apart: bool) -> None:
    window, at = Messages(LENGTH, apart), 0
    every: list[tuple[int, int, Order]] = []
    for later, what, order, looks in acts:
        at += later
        window.add(at, what, order)
        every.append((at, what, order if what == NEW and apart else NOTHING))
        counting = [one for one in every if at - one[0] < LENGTH]
        assert Counter(window.within(at)) == Counter(counting)
        # What was just added let go of what is too old in its own list.
        left = {NEW: window.new, REPLACE: window.replaced, CANCEL: window.cancelled}[what]
        assert list(left) == [when for when, kind, _ in counting if kind == what]
        if looks:
            window.look(at)
            for kind, times in ((NEW, window.new), (REPLACE, window.replaced), (CANCEL, window.cancelled)):
                assert list(times) == [when for when, one, _ in counting if one == kind]
            asked = Counter(one_number(*order) for _, kind, order in counting if kind == NEW)
            assert window.same == (dict(asked) if apart else {})


@given(side=st.integers(0, 1), qty=st.integers(0, MASK), price=st.integers(0, MASK))
def test_an_order_comes_back_from_a_window_as_it_was(side: int, qty: int, price: int) -> None:
    window = Messages(LENGTH)
    window.add(1, NEW, (side, qty, price))
    assert window.within(1) == [(1, NEW, (side, qty, price))]


def test_orders_that_differ_in_little_are_apart() -> None:
    near = [(side, qty, price) for side in (0, 1) for qty in range(5) for price in range(5)]
    assert len({one_number(*order) for order in near}) == len(near)


MOVES = st.lists(st.tuples(st.integers(0, 30), st.sampled_from((0, 97, 98, 99, 100, 101, 102, 200, 300)), st.integers(0, 120)), max_size=30)


@given(moves=MOVES)
def test_prices_range_over_the_parts_that_are_not_too_old(moves: list[tuple[int, int, int]]) -> None:
    window, at = Prices(SPLIT * PARTS), 0
    parts: list[tuple[int, list[int]]] = []
    for later, price, asked in moves:
        at += later
        window.add(at, price)
        if parts and at - parts[-1][0] < SPLIT:
            parts[-1][1].append(price)
        else:
            parts.append((at, [price]))
        assert window.last == price
        for when in (at, at + asked):
            counting = [price, *(one for begin, prices in parts if when - begin < SPLIT * (PARTS + 1) for one in prices)]
            far = (max(counting) - min(counting)) * 10_000 // min(counting) if min(counting) and price else 0
            assert window.range_bp(when) == far <= window.most
            if when == at and asked % 2 and 0 not in counting:
                assert window.settle(at) == far == window.most


def test_no_price_is_no_range() -> None:
    window = Prices(SPLIT * PARTS)
    assert window.range_bp(5) == window.settle(5) == 0
    window.add(5, 100)
    assert (window.range_bp(5), window.most, len(window.parts)) == (0, 0, 1)
    window.add(5 + SPLIT * (PARTS + 1), 110)
    assert (window.range_bp(100), window.most, len(window.parts)) == (0, 1_000, 1)
    assert (window.settle(100), window.most) == (0, 0)
