"""make mutate: how many small changes of the risk gate and the kill switch the tests notice, by file, and which they do not.

    python -m tests.mutation [--sample 400] [--seed 1] [--only judge,risk] [--minutes 12] [--processes 2]

Each change is tried in a process of its own, forked before the machine is imported: an import hook gives it the changed text, so
nothing on disk is touched. Noticed is a change with which a conversation answers otherwise, or a test below fails, or any of
them raises or does not end. First come the conversations, then the tests, most of which have properties to look for.
"""

import argparse
import importlib.abc
import importlib.machinery
import io
import os
import random
import resource
import signal
import sys
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from types import CodeType, ModuleType
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
DESK = ROOT / "core" / "machine" / "desk"
FILES = (
    "judge", "measures", "limit_table", "risk", "headroom", "money_room", "exposure_room", "watch", "windows", "kill_switch", "stop_gate",
    "stopping", "releasing", "triggers", "conservation", "basket", "doubts", "abilities",
)
TESTS = (
    "tests/core/test_windows.py", "tests/core/test_rooms.py", "tests/core/test_triggers.py", "tests/core/test_extremes.py",
    "tests/core/test_limits_of_markets.py", "tests/scenarios/test_order_table.py", "tests/scenarios/test_incidents.py",
    "tests/core/test_stop_properties.py", "tests/core/test_ratios.py", "tests/core/test_trading_day.py", "tests/core/test_people.py",
    "tests/scenarios/test_conversations_resumed.py", "tests/core/test_headroom.py",
)
SCENARIOS = ROOT / "tests" / "scenarios"
TALKS = tuple(SCENARIOS / folder for folder in ("conversations", "incidents", "edges"))
LONGEST_S = 150
"""Of the process's own time, so that a busy machine notices nothing. Chosen: four times what all of it takes here. What is not done by then
has lost its way; and so has what only waits for so long."""
STUCK_S = 20 * LONGEST_S
MEMORY = 2 << 30
NOTICED, SURVIVED, BROKEN = 0, 1, 2


class Trial(NamedTuple):
    file: str
    line: int
    what: str
    text: str


class Changed(importlib.abc.MetaPathFinder, importlib.abc.InspectLoader):
    """Gives one module another text."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> importlib.machinery.ModuleSpec | None:
        return importlib.machinery.ModuleSpec(name, self) if name == self.name else None

    def get_source(self, fullname: str) -> str:
        return self.text

    def get_code(self, fullname: str) -> CodeType:
        return compile(self.text, f"changed {fullname}", "exec")


def noticed(trial: Trial | None) -> bool:
    """In a process of its own. None: nothing is changed."""
    if trial is not None:
        sys.meta_path.insert(0, Changed(f"core.machine.desk.{trial.file}", trial.text))
    try:
        return _talks_differ(trial.file if trial is not None else "") or _tests_fail()
    except BaseException:  # whatever it raises, it was seen
        if trial is None:
            raise
        return True


def _talks_differ(file: str) -> bool:
    from tests.scenarios.test_incidents import talk_for

    paths = [path for folder in TALKS for path in sorted(folder.glob("*.txt"))]
    # The likeliest first: most changes are seen by the first conversations that speak of the file's subject.
    word = {"kill_switch": "stop", "stop_gate": "stop", "stopping": "stop", "releasing": "stop", "triggers": "trigger", "basket": "basket"}
    paths.sort(key=lambda path: (not path.stem.startswith(word.get(file, "limit")), path.stat().st_size))
    for path in paths:
        text = path.read_text()
        if talk_for(path).play(text) != text:
            if not file:
                print(f"differs without a change: {path.name}", file=sys.__stderr__)
            return True
    return False


def _tests_fail() -> bool:
    import pytest
    from hypothesis import settings

    # No memory of earlier changes, and the same examples for each.
    settings.register_profile("changed", database=None, derandomize=True)
    settings.load_profile("changed")
    # Without the project's settings and plug-ins: nothing here needs a window.
    plain = ["-c", os.devnull, f"--rootdir={ROOT}", "-x", "-q", "--noconftest", "-p", "no:cacheprovider", "-p", "no:pytest-qt"]
    return pytest.main([*plain, *(str(ROOT / test) for test in TESTS)]) != 0


def _in_child(trial: Trial | None) -> int:
    """The child's process id."""
    pid = os.fork()
    if pid:
        return pid
    signal.alarm(STUCK_S)
    resource.setrlimit(resource.RLIMIT_CPU, (LONGEST_S, LONGEST_S))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    result = BROKEN
    try:
        with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
            result = NOTICED if noticed(trial) else SURVIVED
    finally:
        os._exit(result)
    return 0


def run(trials: list[Trial], processes: int, until: float) -> dict[Trial, bool]:
    """Whether each was noticed, of those that there was time for."""
    found: dict[Trial, bool] = {}
    going: dict[int, Trial] = {}
    waiting = list(trials)
    while going or (waiting and time.monotonic() < until):
        while waiting and len(going) < processes and time.monotonic() < until:
            trial = waiting.pop(0)
            going[_in_child(trial)] = trial
        pid, status = os.wait()
        # A signal, its own alarm included, is a change that was seen.
        found[going.pop(pid)] = not (os.WIFEXITED(status) and os.WEXITSTATUS(status) == SURVIVED)
    return found


def all_trials(only: Sequence[str]) -> list[Trial]:
    from tests.mutation.changes import changes

    return [Trial(file, *change) for file in FILES if file in only for change in changes((DESK / f"{file}.py").read_text())]


def main() -> int:
    asked = argparse.ArgumentParser()
    asked.add_argument("--sample", type=int, default=400)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--only", default=",".join(FILES))
    asked.add_argument("--minutes", type=float, default=12)
    asked.add_argument("--processes", type=int, default=2)
    given = asked.parse_args()
    every = all_trials(given.only.split(","))
    trials = random.Random(given.seed).sample(every, min(given.sample, len(every)))
    _, status = os.waitpid(_in_child(None), 0)
    if not (os.WIFEXITED(status) and os.WEXITSTATUS(status) == SURVIVED):
        print("the tests already fail without a change")
        return 1
    begun = time.monotonic()
    found = run(trials, given.processes, begun + given.minutes * 60)
    _tell(found, len(every), time.monotonic() - begun, given.seed)
    return 0


def _tell(found: dict[Trial, bool], every: int, took: float, seed: int) -> None:
    tried, seen = Counter(trial.file for trial in found), Counter(trial.file for trial, noticed in found.items() if noticed)
    for file in FILES:
        if tried[file]:
            print(f"{file:14} {seen[file]:4} of {tried[file]:4}  {100 * seen[file] / tried[file]:5.1f} %")
    total, all_seen = len(found), sum(found.values())
    print(f"{'together':14} {all_seen:4} of {total:4}  {100 * all_seen / max(total, 1):5.1f} %")
    print(f"{total} of {every} possible changes, seed {seed}, {took:.0f} s")
    for trial in sorted(trial for trial, noticed in found.items() if not noticed):
        print(f"not noticed: {trial.file}.py:{trial.line}  {trial.what}")


if __name__ == "__main__":
    sys.exit(main())
