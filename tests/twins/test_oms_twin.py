"""Order management against its naive twin: the same orders, positions, parents, groups, refusals and anomalies after every step."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.twins.oms_talk import Talk

NUMBER = st.integers(0, 200)
STEP = st.tuples(NUMBER, NUMBER, NUMBER, NUMBER, NUMBER, NUMBER)
TALKS, STEPS = 200, 120


@settings(max_examples=150, deadline=None)
@given(st.lists(STEP, max_size=60))
def test_any_talk(steps: list[tuple[int, int, int, int, int, int]]) -> None:
    talk = Talk()
    for step in steps:
        talk.say(step)


@pytest.mark.parametrize("first", range(0, TALKS, 50))
def test_long_talks(first: int) -> None:
    """Some of them go on from a snapshot now and then."""
    for seed in range(first, first + 50):
        chance = Random(seed)
        talk = Talk()
        for _ in range(STEPS):
            talk.say(tuple(chance.randrange(201) for _ in range(6)))  # type: ignore[arg-type]
            if seed % 5 == 0 and chance.random() < 0.1:
                talk.resume()
