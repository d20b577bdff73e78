"""A venue's process and others on it, for tests of outside venues."""

from collections.abc import Iterator

import pytest

from tests.app.outside_desk import BTC, Market, Process


@pytest.fixture
def process() -> Iterator[Process]:
    made = Process()
    yield made
    if made.child.poll() is None:
        made.end()


@pytest.fixture
def market(process: Process) -> Iterator[Market]:
    made = Market(process.port)
    made.say(BTC)
    yield made
    assert made.remote.stop()
