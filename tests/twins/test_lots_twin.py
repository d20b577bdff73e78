"""FIFO against a queue of single lots, each with the price it was bought or sold at and its exact part of the fee."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from core.domain.enums import Side
from core.domain.position import Position
from core.projections.lots import Fill, Lots

LOTS = st.integers(-12, 12).filter(bool)
FILL = st.tuples(LOTS, st.integers(1, 50), st.integers(-30, 30))
STEPS = st.lists(
    st.tuples(st.sampled_from(["fill", "fill", "fill", "bust", "correct"]), FILL, st.integers(0, 50)), max_size=30
)


class Twin:
    """queue: (price, part of the fee) of every open lot, oldest first. trips: (opening order, closing order) -> (won, fees, lots)."""

    def __init__(self, fills: dict[int, tuple[int, int, int]]) -> None:
        self.queue: list[tuple[int, int, Fraction]] = []
        self.sign = 0
        self.realised = 0
        self.trips: dict[tuple[int, int], tuple[int, Fraction, int]] = {}
        for number, (lots, price, fee) in fills.items():
            for _ in range(abs(lots)):
                self.one(number, 1 if lots > 0 else -1, price, Fraction(fee, abs(lots)))

    def one(self, number: int, sign: int, price: int, fee: Fraction) -> None:
        if not self.queue or sign == self.sign:
            self.sign = sign
            self.queue.append((number, price, fee))
            return
        opened, was, was_fee = self.queue.pop(0)
        won = (price - was) * self.sign
        self.realised += won
        total, fees, lots = self.trips.get((opened, number), (0, Fraction(0), 0))
        self.trips[opened, number] = (total + won, fees + fee + was_fee, lots + 1)


@given(STEPS, st.integers(1, 50))
def test_every_lot_leaves_in_its_turn(steps: list[tuple[str, tuple[int, int, int], int]], mark: int) -> None:
    lots, average, standing = Lots(), Position(), {}
    for number, (what, fill, chosen) in enumerate(steps, start=1):
        if what == "fill" or not standing:
            standing[number] = fill
            lots.book(Fill(number, number, number, 9, *fill))
            average.book(Side.BUY if fill[0] > 0 else Side.SELL, abs(fill[0]), fill[1], fill[2], number, 9)
        else:
            trade = sorted(standing)[chosen % len(standing)]
            was, price, fee = standing[trade]
            side = Side.BUY if was > 0 else Side.SELL
            if what == "bust":
                del standing[trade]
                assert lots.undo(trade, 9)
                average.undo(side, abs(was), price, fee, trade, 9)
            else:
                now = (abs(fill[0]) if was > 0 else -abs(fill[0]), fill[1], fill[2])
                standing[trade] = now
                assert lots.correct(trade, 9, abs(now[0]), now[1], now[2])
                average.correct(side, abs(now[0]), now[1], now[2], abs(was), price, fee, trade, 9)
        compare(lots, Twin(standing), average, mark)


def compare(lots: Lots, twin: Twin, average: Position, mark: int) -> None:
    assert lots.qty == twin.sign * len(twin.queue)
    assert lots.cost == twin.sign * sum(price for _, price, _ in twin.queue)
    assert lots.realised == twin.realised == sum(match.won for match in lots.matches)
    trips: dict[tuple[int, int], tuple[int, int, int]] = {}
    for match in lots.matches:
        key = (match.opened.number, match.closed.number)
        assert key not in trips
        trips[key] = (match.won, match.fees, match.lots)
    assert {key: (won, count) for key, (won, _, count) in trips.items()} == {
        key: (won, count) for key, (won, _, count) in twin.trips.items()
    }
    for key, (_, fees, _) in trips.items():
        # Money has a smallest unit: each side's part of a fee is rounded down to it at both its ends.
        assert abs(fees - twin.trips[key][1]) < 2
    # One position, two ways to split what it is worth.
    assert (lots.qty, lots.realised + lots.unrealised(mark)) == (average.qty, average.realised + average.unrealised(mark))


@given(st.integers(1, 1000), st.integers(-(10**6), 10**6), st.data())
def test_the_parts_of_a_fee_add_up(qty: int, fee: int, data: st.DataObject) -> None:
    fill = Fill(1, 1, 1, 1, qty, 10, fee)
    cut = data.draw(st.integers(0, qty))
    other = data.draw(st.integers(cut, qty))
    assert fill.share(0, cut) + fill.share(cut, other - cut) + fill.share(other, qty - other) == fee


def test_what_is_not_known_cannot_be_amended() -> None:
    lots = Lots()
    lots.book(Fill(1, 1, 1, 1, 5, 10, 0))
    assert not lots.undo(1, 2) and not lots.correct(2, 1, 5, 10, 0)
