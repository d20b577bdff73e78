"""Positions against exact fractions: cash and holdings are conserved whatever the sequence of fills."""

from hypothesis import given
from hypothesis import strategies as st

from core.domain.enums import Side
from core.domain.position import Position

FILLS = st.lists(st.tuples(st.sampled_from([Side.BUY, Side.SELL]), st.integers(1, 10**9), st.integers(1, 10**7)), max_size=40)


@given(FILLS, st.integers(1, 10**7))
def test_nothing_is_lost_or_made(fills: list[tuple[Side, int, int]], mark: int) -> None:
    held, cash, lots = Position(), 0, 0
    for side, qty, price in fills:
        held.book(side, qty, price)
        signed = qty if side is Side.BUY else -qty
        lots += signed
        cash -= signed * price
        assert held.qty == lots
        assert held.cost == 0 if lots == 0 else (held.cost > 0) == (lots > 0)
        # What is worth now, less what was paid, is P&L: realised and unrealised together, to the last unit.
        assert held.realised + held.unrealised(mark) == cash + lots * mark
    assert held.bought - held.sold == lots
