"""Positions against exact fractions: cash and holdings are conserved whatever the sequence of fills, busts and corrections.

The twin keeps the list of the fills that stand and starts from nothing each time, with an average that is never rounded.
"""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from core.domain.enums import Side
from core.domain.position import Position

FILL = st.tuples(st.sampled_from([Side.BUY, Side.SELL]), st.integers(1, 10**9), st.integers(1, 10**7), st.integers(-(10**9), 10**9))
FILLS = st.lists(FILL, max_size=40)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("fill"), FILL, st.just(0)),
        st.tuples(st.just("bust"), FILL, st.integers(0, 50)),
        st.tuples(st.just("correct"), FILL, st.integers(0, 50)),
    ),
    max_size=40,
)


class Twin:
    """fills: (side, lots, price, fee) of those that stand."""

    def __init__(self) -> None:
        self.fills: dict[int, tuple[Side, int, int, int]] = {}

    def lots(self) -> int:
        return sum(qty if side is Side.BUY else -qty for side, qty, _, _ in self.fills.values())

    def cash(self) -> int:
        return sum(-qty * price if side is Side.BUY else qty * price for side, qty, price, _ in self.fills.values())

    def fees(self) -> int:
        return sum(fee for _, _, _, fee in self.fills.values())

    def realised(self) -> Fraction:
        """Lot by lot would be the definition; lots of one fill are alike, so the part that closes and the part that opens are two."""
        held, average, won = 0, Fraction(0), Fraction(0)
        for side, qty, price, _ in self.fills.values():
            signed = qty if side is Side.BUY else -qty
            if held * signed < 0:
                closing = min(qty, abs(held))
                won += (price - average) * (closing if held > 0 else -closing)
                held += closing if signed > 0 else -closing
                signed = signed - closing if signed > 0 else signed + closing
            if signed:
                average = (average * abs(held) + price * abs(signed)) / (abs(held) + abs(signed))
                held += signed
        return won


@given(FILLS, st.integers(1, 10**7))
def test_nothing_is_lost_or_made(fills: list[tuple[Side, int, int, int]], mark: int) -> None:
    held, cash, lots, fees = Position(), 0, 0, 0
    for side, qty, price, fee in fills:
        held.book(side, qty, price, fee)
        signed = qty if side is Side.BUY else -qty
        lots += signed
        cash -= signed * price
        fees += fee
        assert held.qty == lots
        assert held.cost == 0 if lots == 0 else (held.cost > 0) == (lots > 0)
        # What is worth now, less what was paid, is P&L: realised and unrealised together, to the last unit.
        assert held.realised + held.unrealised(mark) == cash + lots * mark
        assert held.net(mark) == cash + lots * mark - fees
    assert held.bought - held.sold == lots


@given(STEPS, st.integers(1, 10**7))
def test_after_any_bust_or_correction_it_is_as_if_it_had_been_so_from_the_beginning(
    steps: list[tuple[str, tuple[Side, int, int, int], int]], mark: int
) -> None:
    held, twin = Position(), Twin()
    for number, (what, fill, chosen) in enumerate(steps, start=1):
        side, qty, price, fee = fill
        standing = sorted(twin.fills)
        if what == "fill" or not standing:
            held.book(side, qty, price, fee, 7, number)
            twin.fills[number] = fill
        else:
            trade = standing[chosen % len(standing)]
            was_side, was_qty, was_price, was_fee = twin.fills[trade]
            if what == "bust":
                held.undo(was_side, was_qty, was_price, was_fee, 7, trade)
                del twin.fills[trade]
            else:
                held.correct(was_side, qty, price, fee, was_qty, was_price, was_fee, 7, trade)
                twin.fills[trade] = (was_side, qty, price, fee)
        assert (held.qty, held.fees) == (twin.lots(), twin.fees())
        assert held.realised + held.unrealised(mark) == twin.cash() + twin.lots() * mark
        # Integer division leaves less than a unit of money with the open part at each close.
        assert abs(held.realised - twin.realised()) <= len(twin.fills)
        assert held.bought == sum(one[1] for one in twin.fills.values() if one[0] is Side.BUY)


@given(FILLS, FILL, st.integers(1, 10**7))
def test_a_fill_that_nobody_remembers_is_taken_back_all_the_same(
    fills: list[tuple[Side, int, int, int]], unknown: tuple[Side, int, int, int], mark: int
) -> None:
    """A venue may undo what was filled before our record began: what is left is worth what it should be."""
    held, twin = Position(), Twin()
    for number, (side, qty, price, fee) in enumerate(fills, start=1):
        held.book(side, qty, price, fee, 7, number)
        twin.fills[number] = (side, qty, price, fee)
    side, qty, price, fee = unknown
    held.undo(side, qty, price, fee, 8, 1)
    signed = qty if side is Side.BUY else -qty
    assert held.qty == twin.lots() - signed
    assert held.net(mark) == twin.cash() + signed * price + (twin.lots() - signed) * mark - (twin.fees() - fee)
    before = (held.qty, held.cost, held.realised)
    held._book_again()
    assert (held.qty, held.cost, held.realised) == before
