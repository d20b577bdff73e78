"""What a command took is measured on its way through the real core, and stands in the story of its order."""

import time
from pathlib import Path

import pytest

from core.domain.enums import Side
from core.messages.commands import Pause, PlaceOrder
from core.projections.pictures import RowsLook
from tests.app.test_assembly import BID, LOT, Watch
from tests.sessions import assemble, limit


@pytest.mark.parametrize("durability", ["durable", "fast"])
def test_each_order_of_this_process_knows_its_way(tmp_path: Path, durability: str) -> None:
    assembly = assemble(tmp_path, speed_milli=10_000, durability=durability)
    watch = Watch(assembly)
    assembly.start(time.monotonic_ns())
    watch.until(lambda e: e.seq > 100)
    assembly.core.submit(Pause())
    before = time.monotonic_ns()
    for name in ("a", "b"):
        assembly.core.submit(limit(name, Side.BUY, BID - 5_000, LOT))
    entries = [watch.until(lambda e, name=name: getattr(e.message, "client_order_id", "") == name) for name in ("a", "b")]
    after = time.monotonic_ns()
    assert assembly.stop("test")
    projections = assembly.projections
    for entry in entries:
        story = projections.orders_blotter.picture(RowsLook(projections.orders.generation, 10**9, entry.seq, -1)).story
        journey = next(moment.journey for moment in story.moments if type(moment.told) is PlaceOrder)
        assert before <= journey.asked <= journey.taken <= journey.decided == entry.mono_ns <= journey.shown <= after
        assert all(moment.journey is None for moment in story.moments if type(moment.told) is not PlaceOrder)
    assert assembly.core.times.all.percentile_us(99) > 0
