"""The venue against its slow twin: the same operations, the same answers and the same books, after every single one.

`make soak` plays as many more as one likes, with other seeds.
"""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.domain.enums import Phase
from core.machine.venue.auction import can_price, would_price
from tests.twins.venue_driver import Difference, Pair, invariants
from tests.twins.venue_talk import Talk

TALKS, OPERATIONS = 125, 400


@pytest.mark.parametrize("first", range(0, TALKS, 25))
def test_the_venue_answers_as_its_twin(first: int) -> None:
    """50,000 operations, and the deadlines that fall between them."""
    for seed in range(first, first + 25):
        pair = Pair()
        talk = Talk(Random(seed), pair.twin)
        for step in talk.opening():
            pair.say(*step)
        for _ in range(OPERATIONS):
            pair.say(*talk.next())


def test_what_can_be_priced_is_what_would_be() -> None:
    """In every state that a talk comes through, calls or not."""
    priced = 0
    for seed in range(200, 215):
        pair = Pair()
        talk = Talk(Random(seed), pair.twin)
        for step in talk.opening():
            pair.say(*step)
        for _ in range(200):
            pair.say(*talk.next())
            for m in pair.engine.state.venue.markets.values():
                assert can_price(m) == (would_price(m)[1] > 0)
                priced += can_price(m)
    assert priced > 100


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 2**16), st.lists(st.integers(0, 2**32 - 1), max_size=40))
def test_shortest_talks(market: int, words: list[int]) -> None:
    """Each number is one operation, so that a failing talk can lose words until only those remain that matter."""
    pair = Pair()
    talk = Talk(Random(market), pair.twin)
    for step in talk.opening():
        pair.say(*step)
    for word in words:
        talk.rng.seed(word)
        pair.say(*talk.next())


@pytest.mark.parametrize(
    ("bids", "asks", "hidden", "why"),
    [
        (((100, ((-1, 5, 0, 5, 1),)),), ((100, ((-2, 5, 0, 5, 2),)),), (), "locked or crossed"),
        (((100, ((-1, 5, 0, 5, 1), (-1, 5, 0, 5, 2))),), (), (), "two places"),
        (((100, ((-1, 5, 0, 5, 2), (-2, 5, 0, 5, 1))),), (), (), "order of its ranks"),
        (((100, ((-1, 5, 0, 5, 1),)),), (), ((-2, 99, 5, 5, 1),), "one rank"),
        (((100, ((-1, 5, 0, 6, 1),)),), (), (), "filled"),
        ((), (), ((-1, 99, 5, 7, 1),), "filled"),
    ],
)
def test_invariants_can_break(bids: tuple, asks: tuple, hidden: tuple, why: str) -> None:  # type: ignore[type-arg]
    with pytest.raises(Difference, match=why):
        invariants((Phase.CONTINUOUS, 0, 0, 0, bids, asks, hidden, (), (), (), 0, 0, 0), {})


def test_a_difference_is_seen() -> None:
    """The same order, but the twin alone has heard of another before it."""
    pair = Pair()
    talk = Talk(Random(1), pair.twin)
    for step in talk.opening():
        pair.say(*step)
    pair.twin.apply(talk.at, talk.flow_limit())
    with pytest.raises(Difference, match="picture"):
        pair.say(talk.at, talk.flow_limit())
