"""The whole console under load: all panels of the Trade workspace at 1920x1080 over eight busy instruments.

python -m tests.bench.bench_console [--xvfb]: offscreen, or on an X server without a screen. The market is the neutral workload through
the real exchange, journal, projections and window; nothing is left out but a person's eyes.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from typing import Any

from app.which_core import present
from tests.app.screen import screen
from tests.bench import console_tape
from tests.bench.figures import OFFSCREEN, machine, percentile, row
from tests.sessions import ROOT

RATE = 20_000
STEADY: console_tape.Rates = ((40, RATE),)
QUIET_S, BURST_S, AFTER_S = 6, 1, 28
BURST: console_tape.Rates = ((QUIET_S, 2_000), (BURST_S, 200_000), (AFTER_S, 2_000))
STEADY_S, BURST_RUN_S = 32, 30
STEADY_RUNS = 4
"""Of one run the 99th percentile of clicks would be its second worst, and one that the machine held up decides it."""
SPREAD: console_tape.Rates = (
    (QUIET_S, 2_000), (AFTER_S, (200_000 + 2_000 * (BURST_RUN_S - QUIET_S - BURST_S)) // (BURST_RUN_S - QUIET_S)),
)
"""As many events by the end of the run as BURST has, without a burst: what a market keeps of so many, books above all."""
WARM_S = 5
"""Left out at the start of a run: panels paint for the first time."""
LATE_MS = 200
"""Data older than this is late; a frame and a slice of the market are below it."""
STARTS = 5
SIZE = "1920x1080"


def run(environment: Mapping[str, str], tape: str, seconds: int, hand: str) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        how = {"folder": folder, "tape": tape, "seconds": seconds, "size": SIZE, "hand": hand}
        command = [sys.executable, "-m", "tests.bench.console_inside", json.dumps(how)]
        done = subprocess.run(command, check=False, cwd=ROOT, capture_output=True, text=True, env=dict(environment))
    if done.returncode:
        raise SystemExit(f"bench_console: the measured terminal failed\n{done.stderr}")
    return json.loads(done.stdout.splitlines()[-1])  # type: ignore[no-any-return]


def steady(environment: Mapping[str, str]) -> None:
    tape = str(console_tape.tape("steady", STEADY))
    runs = [run(environment, tape, STEADY_S, "click") for _ in range(STEADY_RUNS)]
    whole, frames = [count for said in runs for count in said["per_second"][WARM_S:-1]], [ms for said in runs for ms in warm(said)]
    ages = [age for said in runs for at, age, _, _ in said["looks"] if at > WARM_S]
    row(
        f"console: {len(runs[0]['panels'])} views seen, {RATE:,} events/s offered, frames in every second, {STEADY_RUNS} runs",
        f"fewest {min(whole)}, median {percentile(whole, 50)} (of {len(whole)})", ">= 29",
    )
    row("  frame", f"p50 {percentile(frames, 50):.1f} p99 {percentile(frames, 99):.1f} ms", "p99 <= 25 ms")
    row("  the window's thread", f"{100 * max(said['gui_share'] for said in runs):.0f} % of a core", "<= 60 %")
    row(
        "  events played; the data's age",
        f"{min(map(played, runs)):,.0f}/s; p50 {percentile(ages, 50)} max {max(ages)} ms", f"{RATE:,}; <= {LATE_MS}",
    )
    hands(runs)


def played(said: dict[str, Any]) -> float:
    """A second, from the first look at a market that moves: opening the window on an X server takes a second or two."""
    moving = [one for one in said["played"] if one[1]]
    return float(moving[-1][1] - moving[0][1]) / float(moving[-1][0] - moving[0][0])


def warm(said: dict[str, Any]) -> list[float]:
    return [ms for at, ms in said["frames"] if at > WARM_S] or [0.0]


def hands(runs: Sequence[dict[str, Any]]) -> None:
    core, painted = [ms for said in runs for ms, _ in said["clicked"]], [ms for said in runs for ms in said["painted_ms"]]
    if not core or not painted:
        row("  click in the armed ladder", "no click became an order", "")
        return
    row(
        f"  click queued at the window to its order in the core, n = {len(core)}",
        f"p50 {percentile(core, 50):.1f} p99 {percentile(core, 99):.1f} ms", "p99 <= 5 ms",
    )
    row(
        f"  click to the order painted in the blotter, n = {len(painted)}",
        f"p50 {percentile(painted, 50):.0f} p99 {percentile(painted, 99):.0f} ms", "<= 70 ms",
    )


def burst(environment: Mapping[str, str]) -> None:
    said = run(environment, str(console_tape.tape("burst", BURST)), BURST_RUN_S, "submit")
    looks, frames = said["looks"], warm(said)
    late = [at for at, age, _, _ in looks if age > LATE_MS and at > WARM_S]
    oldest = max(age for at, age, _, _ in looks if at > WARM_S)
    worked_off = late[-1] - late[0] if late else 0.0
    # The banner looks once a second.
    words = list(dict.fromkeys(words for at, _, words, _ in looks if late and late[0] <= at <= late[-1] + 1))
    during = [ms for at, ms in said["commands"] if not late or late[0] - 1 <= at <= late[-1]]
    before = max(rss for at, _, _, rss in looks if at < QUIET_S)
    after = looks[-1][3]
    row("console: burst of 200,000 events in a second, longest frame", f"{max(frames):.0f} ms", "<= 100 ms")
    row(f"  commands, to durable and published, n = {len(during)}",
        f"p50 {percentile(during, 50):.1f} p99 {percentile(during, 99):.1f} ms", "p99 <= 10 ms")  # fmt: skip
    caught = "worked off" if not late or late[-1] < looks[-1][0] - 1 else "not worked off"
    shown = ", ".join(words) or "not shown"
    row("  lag: oldest; shown as; and for how long", f"{oldest / 1000:.1f} s; {shown}; {caught} {worked_off:.1f} s", "<= 10 s")
    spread = run(environment, str(console_tape.tape("spread", SPREAD)), BURST_RUN_S, "submit")["looks"][-1][3]
    row("  memory before the burst, and at the end; at the end of as many events without a burst",
        f"{before / 1e6:.0f} MB; {after / 1e6:.0f} MB; {spread / 1e6:.0f} MB", "as without a burst, + 10 %")  # fmt: skip


def start(environment: Mapping[str, str]) -> None:
    taken = [run(environment, "", 4, "")["usable_s"] for _ in range(STARTS)]
    row(
        f"console: process begun to usable, Trade workspace, bundled session, n = {STARTS}",
        f"median {percentile(taken, 50):.2f} worst {max(taken):.2f} s", "<= 2.5 s",
    )


def main(environment: Mapping[str, str] = OFFSCREEN) -> None:
    quiet = dict(environment) | {"QT_LOGGING_RULES": "qt.qpa.*=false"}
    start(quiet)
    if not console_tape.WORKLOAD.is_file():
        row("console: under load", "left out: the workload is not there", "")
        return
    steady(quiet)
    burst(quiet)


if __name__ == "__main__":
    print(f"{machine()}, core: {present().said}, load {os.getloadavg()[0]:.1f}")
    if "--xvfb" in sys.argv[1:]:
        with screen(1920, 1080) as on_x:
            main(on_x)
    else:
        main()
