"""The latch's scopes: each stops what it names, a full table and every kind of damage stop everything, several processes
write at once and no reader sees half of anything, an old file is upgraded where it lies."""

import os
import signal
import struct
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.domain.scope import EVERYTHING, KINDS, NAME_BYTES, Scope, ScopeKind, parse_scope
from core.journal.latch import Latch
from core.journal.latch_table import CHANGE, GENERATION, MAGIC, SIZE, SLOTS, TABLE, Slot, Table, place_bytes
from tests.sessions import ROOT

NAMES = {"venue": "coinbase", "instrument": "BTC-USD", "account": "desk 1", "trader": "ann", "strategy": "maker", "order": "17",
         "desk": "rates", "session": "line 3"}


def opened(folder: Path) -> Latch:
    return Latch(folder / "kill.latch", False)


def old_file(path: Path, generation: int, released: int, sources: dict[int, str]) -> None:
    """As the first version wrote it: three words, and 31 slots used in turn."""
    content = bytearray(struct.pack("<8sQQ", b"QDLATCH1", generation, released).ljust(SIZE, b"\0"))
    for number, source in sources.items():
        at = 128 + number % 31 * 128
        content[at : at + 16 + len(source)] = struct.pack("<QQ", number, len(source)) + source.encode()
    path.write_bytes(content)


# what a scope is --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_every_scope_stops_what_it_names_and_nothing_else(tmp_path: Path, kind: str) -> None:
    latch, outside = opened(tmp_path), opened(tmp_path)
    number = outside.engage("risk", parse_scope(f"{kind}:{NAMES[kind]}"))
    assert latch.engaged and latch.engaged_for(**{kind: NAMES[kind]}) == number == latch.generation
    assert latch.engaged_for(**NAMES) == number
    assert not latch.engaged_for(**{kind: "another"}) and not latch.engaged_for()
    assert not latch.engaged_for(**{other: name for other, name in NAMES.items() if other != kind})
    outside.release(number)
    assert not latch.engaged and not latch.engaged_for(**NAMES)


def test_everything_concerns_everybody(tmp_path: Path) -> None:
    latch = opened(tmp_path)
    latch.engage("risk")
    assert latch.engaged_for() == latch.engaged_for(**NAMES) == 1


BAD = ("", "all", "instrument", "instrument:", ":BTC", "planet:mars", "everything:x", "order:a\nb", "order:" + "x" * 49)


@pytest.mark.parametrize("text", BAD)
def test_a_bad_scope_is_refused_in_words(text: str) -> None:
    with pytest.raises(ValueError, match="expected"):
        parse_scope(text)


def test_a_scope_is_read_back_as_it_is_written() -> None:
    for text in ("everything", "order:a:b", f"venue:{'x' * NAME_BYTES}", "strategy:maker"):
        assert parse_scope(text).text == text
    assert parse_scope(" Instrument: BTC-USD ") == Scope(ScopeKind.INSTRUMENT, "BTC-USD")


def test_a_release_lifts_each_scope_only_as_far_as_it_was_seen(tmp_path: Path) -> None:
    latch = opened(tmp_path)
    one, two = parse_scope("instrument:A"), parse_scope("instrument:B")
    latch.engage("first", one)
    seen = latch.engage("second", two)
    latch.engage("first again", one)
    latch.release(seen)
    assert latch.scopes == {one: 3} and latch.engaged
    latch.release(3, two)
    assert latch.scopes == {one: 3}
    latch.release(3, one)
    assert not latch.engaged and latch.released == latch.generation == 3


def test_the_first_words_tell_an_older_program_the_same(tmp_path: Path) -> None:
    latch = opened(tmp_path)
    first = latch.engage("a", parse_scope("venue:X"))
    second = latch.engage("b", parse_scope("venue:Y"))
    latch.release(second, parse_scope("venue:Y"))
    assert latch.generation > latch.released
    latch.release(first)
    assert latch.generation == latch.released


def test_a_full_table_means_everything(tmp_path: Path) -> None:
    latch = opened(tmp_path)
    for number in range(SLOTS - 1):
        latch.engage("risk", parse_scope(f"order:{number}"), sync=False)
    assert not latch.engaged_for(instrument="BTC-USD")
    last = latch.engage("risk", parse_scope("order:one too many"), sync=False)
    assert latch.engaged_for(instrument="BTC-USD") == last
    assert latch.source(last) == "order one too many: risk"
    latch.engage("again", parse_scope("order:3"), sync=False)
    latch.release(latch.generation, EVERYTHING)
    assert len(latch.scopes) == SLOTS - 1 and not latch.engaged_for(instrument="BTC-USD")
    latch.release(latch.generation, parse_scope("order:3"))
    latch.engage("now there is room", parse_scope("order:one too many"), sync=False)
    assert latch.engaged_for(order="one too many") and not latch.engaged_for(instrument="BTC-USD")


ACTS = st.lists(
    st.tuples(st.sampled_from(["engage", "release", "release one", "open again"]), st.sampled_from(sorted(NAMES)), st.integers(0, 40)),
    max_size=60,
)


@settings(max_examples=60, deadline=None)
@given(acts=ACTS)
def test_any_history_leaves_what_a_dictionary_would(tmp_path_factory: pytest.TempPathFactory, acts: list[tuple[str, str, int]]) -> None:
    folder = tmp_path_factory.mktemp("latch")
    latch, reader, naive, generation = opened(folder), opened(folder), dict[Scope, int](), 0
    for act, kind, number in acts:
        scope = parse_scope(f"{kind}:{number % 5}") if number % 7 else EVERYTHING
        if act == "engage":
            generation = latch.engage(f"{kind} {number}", scope, sync=False)
            naive[scope] = generation
        elif act == "open again":
            latch.close()
            latch = opened(folder)
        else:
            upto = max(generation - number % 4, 0)
            latch.release(upto, scope if act == "release one" else None)
            naive = {one: at for one, at in naive.items() if at > upto or (act == "release one" and one != scope)}
        assert latch.scopes == reader.scopes == naive
        assert reader.generation == generation and reader.engaged == (reader.generation > reader.released) == bool(naive)
    latch.close()
    reader.close()


# several at once --------------------------------------------------------------------------------------------------------

WRITER = """
import random, sys
from pathlib import Path
import core.journal.latch as latch_module
from core.domain.scope import parse_scope
from core.journal.latch import Latch
latch_module.LOCK_WAIT_S = 60  # on a machine that starves a writer, too: what it does without the lock is another test
latch, name, count = Latch(Path(sys.argv[1]), False), sys.argv[2], int(sys.argv[3])
chance = random.Random(name)
for n in range(count):
    scope = parse_scope(chance.choice(["everything", *(f"order:{i}" * 3 for i in range(40))]))
    number = latch.engage(f"{scope.text} by {name}", scope, sync=False)
    if chance.random() < 0.5:
        latch.release(number - chance.randrange(20))
"""


def writer(path: Path, name: str, count: int) -> "subprocess.Popen[bytes]":
    return subprocess.Popen([sys.executable, "-c", WRITER, str(path), name, str(count)], cwd=ROOT)


def test_no_reader_sees_half_of_a_write(tmp_path: Path) -> None:
    """Each source names its own scope, so a slot put together from two writes would show."""
    latch = opened(tmp_path)
    writers = [writer(latch.path, name, 1500) for name in ("a", "b", "c")]
    looks, changes, newest = 0, set(), 0
    try:
        while any(one.poll() is None for one in writers):
            table = latch._table()
            looks += 1
            assert latch.generation >= newest
            newest = latch.generation
            if table.change == -1:
                continue
            changes.add(table.change)
            assert not table.damaged
            for slot in table.slots:
                if slot is not None:
                    # Into a full table goes everything, with the scope that found no room in its source.
                    assert slot.scope.text in slot.source or (slot.scope == EVERYTHING and slot.source.startswith("order "))
                    assert " by " in slot.source
    finally:
        for one in writers:
            if sys.exc_info()[0] is not None:
                one.kill()
            one.wait()
    assert [one.returncode for one in writers] == [0, 0, 0]
    assert latch.generation == 4500 and looks > 100 and len(changes) > 50


def test_threads_that_share_one_latch_lose_nothing(tmp_path: Path) -> None:
    latch = opened(tmp_path)

    def work(scope: Scope) -> None:
        for _ in range(300):
            latch.engage("t", scope, sync=False)

    threads = [threading.Thread(target=work, args=(parse_scope(f"order:{number}"),)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    # Whoever waits for the others in vain, as on a busy machine, stops everything rather than nothing.
    assert latch.generation == 1200 and len(latch.scopes.keys() - {EVERYTHING}) == 4


@pytest.mark.skipif(os.name == "nt", reason="stops a process by a signal")
def test_a_writer_that_stands_still_cannot_hold_up_a_kill(tmp_path: Path) -> None:
    latch = opened(tmp_path)
    code = (
        "import sys, time; from pathlib import Path; from core.journal.latch import Latch\n"
        "latch = Latch(Path(sys.argv[1]), False)\n"
        "with latch._lock.held(1.0): latch._words[3] |= 1; print('in', flush=True); time.sleep(60)"
    )
    other = subprocess.Popen([sys.executable, "-c", code, str(latch.path)], cwd=ROOT, stdout=subprocess.PIPE)
    assert other.stdout is not None and other.stdout.readline() == b"in\n"
    other.send_signal(signal.SIGSTOP)
    assert latch.engaged_for(instrument="BTC-USD"), "half-written means engaged"
    started = time.monotonic()
    number = latch.engage("the trader", parse_scope("instrument:A"))
    assert time.monotonic() - started < 1
    assert latch.engaged_for(instrument="B") == number and latch.source(number) == "instrument A: the trader"
    other.kill()
    other.wait()
    other.stdout.close()


# damage and age ---------------------------------------------------------------------------------------------------------


def test_a_writer_that_died_half_way_engages_everything(tmp_path: Path) -> None:
    latch = opened(tmp_path)
    latch._words[CHANGE] |= 1
    assert latch.engaged_for(instrument="X") and latch.engaged
    latch.heal()
    assert latch.generation == 1 and "half-written" in latch.newest().source
    latch.release(1)
    assert not latch.engaged


@pytest.mark.parametrize("at", [0, 9, 17, 20, 30, 127])
def test_a_damaged_slot_engages_everything(tmp_path: Path, at: int) -> None:
    latch = opened(tmp_path)
    latch.engage("risk", parse_scope("venue:X"))
    place = next(number for number, slot in enumerate(latch._table().slots) if slot is not None)
    latch._map[place_bytes(place).start + at] ^= 0x40
    again = opened(tmp_path)
    assert again.engaged_for(instrument="B") == again.generation == 2 and "damaged" in again.newest().source
    again.release(2)
    assert not again.engaged


def test_a_kind_of_a_later_version_is_everything() -> None:
    raw = bytearray(Slot(1, 0, parse_scope("order:1"), "x").pack())
    later = Slot(1, 0, Scope(9, "1"), "x").pack()  # type: ignore[arg-type]
    assert not Table(0, bytes(raw)).damaged
    assert Table(0, later).engaged == {EVERYTHING: 1}


OLD = ((0, 0, False), (3, 0, True), (3, 2, True), (40, 40, False), (300, 299, True))


@pytest.mark.parametrize(("generation", "released", "engaged"), OLD)
def test_a_file_without_scopes_is_upgraded_where_it_lies(tmp_path: Path, generation: int, released: int, engaged: bool) -> None:
    path = tmp_path / "kill.latch"
    old_file(path, generation, released, {number: f"source {number}" for number in range(max(1, generation - 30), generation + 1)})
    inode = path.stat().st_ino
    latch = Latch(path, True)
    assert (latch.generation, latch.released, latch.engaged) == (generation, released, engaged)
    assert path.stat().st_ino == inode and path.read_bytes()[:8] == MAGIC
    assert generation == 0 or latch.source(generation) == f"source {generation}"
    assert bool(latch.engaged_for(instrument="X")) == engaged
    assert latch.engage("next", parse_scope("venue:V")) == generation + 1
    latch.release(generation + 1)
    assert not Latch(path, True).engaged


def test_a_crash_in_the_middle_of_the_upgrade_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "kill.latch"
    old_file(path, 5, 4, {5: "before"})
    whole = path.read_bytes()
    Latch(path, True).close()
    path.write_bytes(whole[:128] + path.read_bytes()[128:])
    latch = Latch(path, True)
    assert (latch.generation, latch.released, latch.engaged) == (5, 4, True)


def test_two_who_open_an_old_file_at_once_upgrade_it_once(tmp_path: Path) -> None:
    path = tmp_path / "kill.latch"
    old_file(path, 7, 0, {7: "before"})
    writers = [writer(path, name, 100) for name in ("a", "b")]
    assert [one.wait() for one in writers] == [0, 0]
    assert Latch(path, True).generation == 207


def test_an_older_program_that_engages_is_believed(tmp_path: Path) -> None:
    """One that had the file mapped before the upgrade knows its first words only."""
    latch = opened(tmp_path)
    latch.engage("risk", parse_scope("venue:X"))
    latch._words[GENERATION] += 1
    assert latch.engaged_for(instrument="B") == 2
    latch.heal()
    assert latch.engaged_for(instrument="B") == 3 == latch._words[TABLE] and "older program" in latch.newest().source


def test_what_the_machine_is_told_says_which_scope_was_asked(tmp_path: Path) -> None:
    latch = opened(tmp_path)
    latch.engage("ann", parse_scope("instrument:BTC-USD"))
    assert latch.newest() == Slot(1, 0, parse_scope("instrument:BTC-USD"), "ann") == latch.slot(1)
    latch.engage("bob")
    latch.release(1)
    assert [(slot.scope.text, slot.source) for slot in latch.since(0)] == [("instrument:BTC-USD", "ann"), ("everything", "bob")]
    assert latch.since(1) == [Slot(2, 0, EVERYTHING, "bob")] and latch.since(2) == []
    assert latch.newest_for(instrument="BTC-USD") == 2 and latch.newest_for(instrument="ETH-USD") == 2


def test_the_fence_sees_an_engagement_that_was_lifted_since(tmp_path: Path) -> None:
    latch = opened(tmp_path)
    number = latch.engage("ann", parse_scope("instrument:BTC-USD"))
    latch.release(number)
    assert not latch.engaged and latch.newest_for(instrument="BTC-USD") == number and not latch.newest_for(instrument="ETH-USD")


def test_a_long_source_is_cut(tmp_path: Path) -> None:
    latch = opened(tmp_path)
    latch.engage("ä" * 200, parse_scope("order:" + "x" * NAME_BYTES))
    assert set(latch.source(1)) <= {"ä", "\ufffd"} and latch.engaged_for(order="x" * NAME_BYTES)
