"""A scope stopped from outside the program ends its own orders and leaves the others working; reports and rehearsals are written."""

import shutil
import threading
import time
from pathlib import Path

import msgspec
import pytest

from app import rehearsal
from app.incidents import Incidents
from app.rehearsal import last, note, rehearse
from app.rehearsing import Rehearsing
from app.which_core import present
from core.domain.enums import Side, TimeInForce
from core.domain.scope import parse_scope
from core.domain.stages import Stage
from core.journal.latch import Latch
from core.journal.reader import segments
from core.machine.desk.kill_switch import KillSwitch
from core.messages.commands import Pause
from core.messages.origin import Origin
from core.messages.stopping import Flatten
from core.projections.stop_pictures import Rehearsed
from tests.app.test_assembly import BID, LOT, Watch
from tests.sessions import assemble, limit, way_back

SOON_S = 60


def of(strategy: str, number: int) -> object:
    order = limit(f"{strategy}{number}", Side.BUY, BID - 1_000 * number, LOT // 100)
    return msgspec.structs.replace(order, origin=Origin("demo", "", strategy))


def until(holds: object) -> None:
    """Whatever it is told by another thread or process."""
    ends, tick = time.monotonic() + SOON_S, threading.Event()
    while not holds():  # type: ignore[operator]
        assert time.monotonic() < ends, "too late"
        tick.wait(0.02)


def test_a_scope_from_outside_leaves_the_others_working_and_is_reported(tmp_path: Path) -> None:
    assembly = assemble(tmp_path, speed_milli=1_000)
    incidents, watch = Incidents(assembly), Watch(assembly)
    assembly.start(time.monotonic_ns())
    assembly.core.submit(Pause())
    for number in range(1, 6):
        assembly.core.submit(of("maker", number))
        assembly.core.submit(of("taker", number))
    state = assembly.engine.state
    until(lambda: len(state.oms.open) == 10)
    outside = Latch(assembly.folders.latch, False)
    number = outside.engage("ann", parse_scope("strategy:maker"))
    watch.until(lambda entry: assembly.projections.kill.stages.stage.get("strategy:maker") is Stage.VERIFIED)
    assert {order.owner.strategy for order in state.oms.open.values()} == {"taker"} and len(state.oms.open) == 5
    assembly.core.submit(of("maker", 6))
    assembly.core.submit(of("taker", 6))
    until(lambda: len(state.oms.open) == 6)
    until(lambda: assembly.projections.orders.refused == 1)
    report = tmp_path / "incidents" / f"{number:06d}-strategy-maker.json"
    until(report.exists)
    for step in way_back(number, "strategy:maker"):
        assembly.core.submit(step)
    until(lambda: not outside.engaged)
    until(lambda: msgspec.json.decode(report.read_bytes())["stage"] == "RELEASED")
    told = msgspec.json.decode(report.read_bytes())
    assert len(told["orders"]) == 5 and {order["fate"] for order in told["orders"]} == {"cancelled"}
    assert told["refused_by_the_gate"] == 1 and told["open_before"] == 10 and told["unverified"] == []
    assert told["times"]["blocked"]["seq"] < told["times"]["verified"]["seq"] and told["times"]["last cancel"]["after_ns"] > 0
    whos = [step["who"] for step in told["steps"]]
    assert "demo-operator" in whos and any("demo-risk (all is well)" in step["what"] for step in told["steps"])
    assert told["market_before"][0]["bids"] and len(told["state_hash_before"]) == 64 != told["state_hash_after"]
    page = report.with_suffix(".html").read_text()
    assert "strategy:maker" in page and "cancelled" in page and "<script" not in page
    assert assembly.stop("test")
    incidents.close()
    outside.close()


def test_a_start_acts_on_nothing_before_it_has_read_the_latch(tmp_path: Path) -> None:
    """A flatten was under way when the power went, and took its engagement out of the latch. Before the next start somebody stops
    everything: in the emptied latch under the very number that the machine knows. The torn end's note is the first step of that start,
    and must not let the flatten's order pass."""
    assembly = assemble(tmp_path / "live")
    step, state = assembly.sequencer.step, assembly.engine.state
    step(state.at, limit("a", Side.BUY, BID + 100, LOT // 100, TimeInForce.IOC))
    step(state.at, Flatten(f"instrument:{state.venue.instruments[1].symbol}", "enough", Origin("demo-operator")))
    held = state.oms.positions[(1, 1)].qty
    assert held > 0 and state.kill.generation == 1
    assembly.journal.kick()
    until(lambda: assembly.journal.place.seq == assembly.sequencer.seq)
    shutil.copytree(tmp_path / "live", tmp_path / "crashed")
    assert assembly.stop("test")
    newest = segments(tmp_path / "crashed" / "journal")[-1]
    newest.write_bytes(newest.read_bytes() + newest.read_bytes()[4096:4196])
    (tmp_path / "crashed" / "kill.latch").unlink()
    outside = Latch(tmp_path / "crashed" / "kill.latch", False)
    assert outside.engage("ann") == 1
    outside.close()
    again = assemble(tmp_path / "crashed")
    state = again.engine.state
    assert again.torn is not None and again.resumed
    assert state.oms.positions[(1, 1)].qty == held and state.kill.stops["everything"].stage is Stage.VERIFIED
    assert again.stop("test")


def test_a_rehearsal_proves_the_switch_and_takes_three_times(tmp_path: Path) -> None:
    tested = rehearse(200)
    assert tested.problem == "" and 0 < tested.block_ns <= tested.cancel_ns <= tested.verify_ns
    assert last(tmp_path) is None
    note(tmp_path, tested)
    note(tmp_path, rehearse(10))
    found = last(tmp_path)
    assert isinstance(found, Rehearsed) and found.orders == 10 and len((tmp_path / rehearsal.FILE_NAME).read_bytes().splitlines()) == 2


@pytest.mark.parametrize(("owner", "name", "wrong", "said"), [
    (KillSwitch, "stage_for", lambda *of: Stage.RELEASED, "did not block"),
    (KillSwitch, "refusal", lambda *of: None, "let a new order out early"),
])  # fmt: skip
def test_a_switch_that_does_not_work_is_found(monkeypatch: pytest.MonkeyPatch, owner: type, name: str, wrong: object, said: str) -> None:
    if present().compiled:
        pytest.skip("methods of a compiled core call each other directly: none can be replaced")
    monkeypatch.setattr(owner, name, wrong)
    assert said in rehearse(10).problem


def test_rehearsing_goes_on_in_its_own_thread_and_is_told(tmp_path: Path) -> None:
    assembly = assemble(tmp_path / "data")
    told: list[str] = []
    kill = assembly.projections.kill
    rehearsing = Rehearsing(tmp_path, kill, told.append, 50)
    assert kill.tested is None
    rehearsing.begin()
    until(lambda: kill.tested is not None and last(tmp_path) is not None)
    rehearsing.close()
    assert told == [] and kill.tested is not None and kill.tested.orders == 50
    assembly.stop("test")
