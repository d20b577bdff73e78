"""The real program, killed for real: python -m tests.simulation.kills --times 10000 [--seed 1] [--folder DIR]

A child process runs the whole core over a data folder and the bundled session, while a person places, cancels, kills and releases.
Each published entry that touches ours it acknowledges on a pipe: seq, and a hash of the content. It is killed (SIGKILL) at a random moment,
also while it starts. Then: every acknowledgement is in the journal with the same content; the state from snapshot and tail is
that of the full replay; the open orders are those that the events leave open; the latch is engaged if anybody was told so. The
next child goes on in the same folder; after LIVES of them a new folder begins, so that replays stay short.

Children are forked from a process that has everything imported and no threads: a life costs tenths of a second.
"""

import argparse
import os
import select
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from random import Random

from app.assembly import Assembly, Upkeep
from app.folders import Folders
from app.headless import Ended
from app.replica import Replica
from core.domain.enums import PhaseOfRun, Side, TimeInForce
from core.domain.stages import BLOCKED
from core.journal.entry import Entry, encode
from core.journal.head import HeadCopy
from core.journal.latch import Latch
from core.journal.reader import Journal
from core.machine.engine import Engine
from core.machine.state import State, digest
from core.messages.commands import CancelAllOrders, CancelOrder, EngageKill, ReplaceOrder, RestartSession, StartRun
from core.messages.events import KillEngaged
from core.messages.stopping import StageChanged
from core.replay import replay
from tests.sessions import bundled, limit, way_back
from tests.simulation.invariants import Ledger

LIVES = 6
START_S, LIFE_S = 0.25, 0.5
"""A kill comes within this: of the start (a third of them), and after it."""
PATIENCE_S = 60
LOT = 100_000_000
SAY_EACH_S = 10


class Lost(AssertionError):
    """What the next start would find is not what had to be there."""


def told(entry: Entry) -> str:
    return f"{entry.seq} {sha256(encode(entry)).hexdigest()[:32]}"


# the child --------------------------------------------------------------------------------------------------------------


def live(folder: Path, pipe: int, seed: int) -> None:
    """Until it is killed. Lines on the pipe: "opened SEQ RESUMED ENGAGED", "broken SENTENCE", and acknowledgements."""
    chance = Random(seed)

    def say(line: str) -> None:
        os.write(pipe, line.encode() + b"\n")

    assembly: Assembly
    ended = Ended()
    upkeep = Upkeep(
        disk_low=0, disk_blocked=0, snapshot_every=chance.choice((2_000, 10**9, 10**9, 10**9)),
        segment=chance.choice((16, 64, 256)) << 10,
    )
    assembly = Assembly(
        folder, bundled(), chance.choice((0, 100_000, 20_000)), paused_after_crash=False, upkeep=upkeep,
        on_ended=lambda: assembly.core.submit(RestartSession()) and None, on_broken=lambda why: say(f"broken {why}"),
    )
    assembly.board.subscribe("acknowledged", lambda entry: say(told(entry)) if entry.touches_ours else None)
    say(f"opened {assembly.sequencer.seq} {int(assembly.resumed)} {int(assembly.kill_engaged)}")
    assembly.start(time.monotonic_ns())
    _trade(assembly, chance, str(seed))
    ended.tape()


def _trade(assembly: Assembly, chance: Random, prefix: str) -> None:
    core, number = assembly.core, 0
    while True:
        time.sleep(chance.choice((0, 0.0005, 0.003)))
        number += 1
        quote = assembly.projections.market.quote(0)
        if quote is None or core.inbox > 100:
            continue
        act = chance.random()
        mid = quote.depth.best_bid or 624_000
        own = list(assembly.projections.orders.open.copy())
        if act < 0.6:
            side = chance.choice((Side.BUY, Side.SELL))
            tif = chance.choice((TimeInForce.GTC, TimeInForce.GTC, TimeInForce.IOC))
            core.submit(limit(f"{prefix}-{number}", side, mid + chance.randint(-400, 400), LOT // 100 * chance.randint(1, 9), tif))
        elif act < 0.75 and own:
            core.submit(CancelOrder(chance.choice(own)))  # type: ignore[arg-type]
        elif act < 0.9 and own:
            core.submit(ReplaceOrder(chance.choice(own), LOT // 100 * chance.randint(1, 9), mid - 300))  # type: ignore[arg-type]
        elif act < 0.92:
            core.submit(CancelAllOrders())
        elif act < 0.94:
            core.submit(EngageKill("somebody"))
        elif assembly.projections.kill.engaged:
            for step in way_back(assembly.projections.kill.generation):
                core.submit(step)


# the one who kills ------------------------------------------------------------------------------------------------------


@dataclass
class Tally:
    kills: int = 0
    while_starting: int = 0
    acknowledged: int = 0
    entries: int = 0
    torn: int = 0
    resumed: int = 0


@dataclass
class Folder:
    """What is known of a data folder. acknowledged: by seq, the hash; of every life in it."""

    path: Path
    acknowledged: dict[int, str] = field(default_factory=dict)
    lives: int = 0
    running: bool = False
    engaged: bool = False
    last_seq: int = 0


class Killer:
    def __init__(self, root: Path, seed: int) -> None:
        self._root = root
        self._chance = Random(seed)
        self._seed = seed
        self._folder = self._fresh()
        self.tally = Tally()

    def _fresh(self) -> Folder:
        return Folder(Path(tempfile.mkdtemp(prefix="life-", dir=self._root)))

    def once(self) -> None:
        """One life, its end, and what it left. Raises Lost."""
        if self._folder.lives == LIVES:
            shutil.rmtree(self._folder.path, ignore_errors=True)
            self._folder = self._fresh()
        number = self.tally.kills
        try:
            lines = self._life(self._folder, self._chance.randrange(1 << 48))
            self._hear(self._folder, lines)
            self._look(self._folder)
        except Exception as error:
            raise Lost(f"kill {number}, seed {self._seed}, folder {self._folder.path}: {type(error).__name__}: {error}") from error
        self.tally.kills += 1
        self._folder.lives += 1

    def _life(self, folder: Folder, seed: int) -> list[str]:
        chance = self._chance
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            _never_returns(lambda: live(folder.path, writer, seed), writer)
        os.close(writer)
        heard = bytearray()
        if chance.random() < 0.35:
            _read(reader, heard, time.monotonic() + chance.random() * START_S)
        else:
            # After it said that it is open, or it never will.
            _read(reader, heard, time.monotonic() + PATIENCE_S, b"opened")
            _read(reader, heard, time.monotonic() + chance.random() * LIFE_S)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        _read(reader, heard, time.monotonic() + PATIENCE_S, to_end=True)
        os.close(reader)
        # A line without its end was never heard.
        return heard[: heard.rfind(b"\n") + 1].decode().splitlines()

    def _hear(self, folder: Folder, lines: list[str]) -> None:
        opened = False
        for line in lines:
            first, _, rest = line.partition(" ")
            if first == "opened":
                opened = True
                seq, resumed, engaged = map(int, rest.split())
                _must(seq >= folder.last_seq, f"it went on at {seq}, the journal had {folder.last_seq}")
                _must(resumed == folder.running, f"resumed: {resumed}, but the run was going on: {folder.running}")
                _must(engaged == folder.engaged, f"kill switch at the start: {engaged}, expected {folder.engaged}")
                self.tally.resumed += resumed
            elif first in ("broken", "failed"):
                raise Lost(f"it said: {rest}")
            else:
                folder.acknowledged[int(first)] = rest
                self.tally.acknowledged += 1
        self.tally.while_starting += not opened

    def _look(self, folder: Folder) -> None:
        """At what the kill left, as the next start will. Changes nothing."""
        folders = Folders(folder.path)
        journal = Journal(folders.journal, HeadCopy(folders.head))
        journal.open()
        _must(journal.torn is None or journal.torn.missing == 0, str(journal.torn))
        self.tally.torn += journal.torn is not None
        found = {entry.seq: entry for entry in journal.all_entries()}
        _must(list(found) == list(range(1, journal.last_seq + 1)), "entries are missing")
        for seq, content in folder.acknowledged.items():
            _must(seq in found, f"entry {seq} was acknowledged and is gone; the journal ends with {journal.last_seq}")
            _must(told(found[seq]) == f"{seq} {content}", f"entry {seq} is not what was acknowledged")
        self.tally.entries += journal.last_seq - folder.last_seq
        folder.last_seq = journal.last_seq
        state = self._state(journal, folders, found)
        self._latch(folder, folders, found, state)
        folder.running = state.phase is PhaseOfRun.RUNNING

    def _state(self, journal: Journal, folders: Folders, found: dict[int, Entry]) -> State:
        replica, whole = Replica(), Engine(State())
        replica.recover(journal, folders.snapshots)
        replay(whole, journal.entries())
        _must(digest(whole.state) == digest(replica.engine.state), "snapshot and tail make another state than the full replay")
        ledger = Ledger()
        for entry in found.values():
            ledger.follow(entry)
        open_orders = {id for id, order in ledger.orders.items() if order.leaves}
        _must(open_orders == set(whole.state.oms.open), "open orders vanished, or came back")
        _must(set(replica.projections.orders.open) == open_orders, "the blotter shows other open orders")
        return whole.state

    def _latch(self, folder: Folder, folders: Folders, found: dict[int, Entry], state: State) -> None:
        if not folders.latch.exists():
            # Killed before there was one. Beside a journal its absence will mean engaged.
            _must(not found, "the latch is gone")
            folder.engaged = False
            return
        latch = Latch(folders.latch, False)
        try:
            heard = [
                event for seq in sorted(folder.acknowledged) for event in found[seq].events
                if isinstance(event, KillEngaged) or (isinstance(event, StageChanged) and event.stage < BLOCKED)
            ]
            lifted = not heard or isinstance(heard[-1], StageChanged)
            _must(lifted or latch.engaged or state.kill.engaged, "an engagement that was told is lost")
            starts = [entry for entry in found.values() if isinstance(entry.message, StartRun)]
            folder.engaged = latch.engaged or (bool(starts) and state.kill.engaged)
        finally:
            latch.close()


def _must(holds: bool, otherwise: str) -> None:
    if not holds:
        raise Lost(otherwise)


def _read(pipe: int, into: bytearray, until: float, word: bytes = b"", to_end: bool = False) -> None:
    """What comes until then, until the word has come, or to the end."""
    while (left := until - time.monotonic()) > 0:
        if not select.select([pipe], [], [], left)[0]:
            continue
        data = os.read(pipe, 1 << 16)
        into += data
        if not data or (word and word in into):
            return
    if to_end or word:
        raise Lost("the child did not say what it had to")


def _never_returns(body: Callable[[], None], pipe: int) -> None:
    try:
        body()
    except BaseException as error:
        os.write(pipe, f"failed {type(error).__name__}: {error}\n".encode())
    finally:
        os._exit(1)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.simulation.kills", description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--times", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path, help="where the data folders go; default: a temporary one")
    asked = parser.parse_args()
    root = asked.folder or Path(tempfile.mkdtemp(prefix="kills-"))
    root.mkdir(parents=True, exist_ok=True)
    killer, begun = Killer(root, asked.seed), time.monotonic()
    said = begun
    while killer.tally.kills < asked.times:
        try:
            killer.once()
        except Lost as lost:
            print(f"{lost}\nthe folder is left as it is", flush=True)
            return 1
        if time.monotonic() - said > SAY_EACH_S:
            said = time.monotonic()
            print(f"{killer.tally}, {said - begun:.0f} s", flush=True)
    print(f"{killer.tally}, {time.monotonic() - begun:.0f} s, nothing lost")
    shutil.rmtree(root, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
