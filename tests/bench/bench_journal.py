"""The journal: append with chain and group commit, acknowledgement under load, replay, opening a long one, verifying.

    python -m tests.bench.bench_journal [--entries N]     N: of the long journal, 10,000,000 unless said otherwise
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from app import which_core
from tests.bench.figures import row
from tests.sessions import ROOT

CHILD = [sys.executable, "-m", "tests.bench.bench_journal_inside"]


def inside(*arguments: object, core: str) -> dict[str, float]:
    """One measurement in a process of its own, on the named core."""
    environment = os.environ | {"QUARTERDECK_CORE": core}
    done = subprocess.run([*CHILD, core, *map(str, arguments)], cwd=ROOT, capture_output=True, text=True, check=True, env=environment)
    return dict(json.loads(done.stdout))


def cores() -> list[str]:
    return ["plain", "compiled"] if which_core.present().compiled else ["plain"]


def main(entries: int = 10_000_000) -> None:
    with tempfile.TemporaryDirectory() as folder:
        append(Path(folder))
        acknowledged(Path(folder))
        for core in cores():
            replayed(Path(folder), core)
        long_journal(Path(folder), entries)


def append(folder: Path, repeats: int = 5) -> None:
    rates = [inside("append", folder / f"a{n}", core="plain") for n in range(repeats)]
    best = [one["rate"] for one in rates]
    row(
        f"append, chain, group commit (fdatasync), records of {rates[0]['bytes']:.0f} bytes", f"{statistics.median(best):,.0f}/s "
        f"({min(best):,.0f}-{max(best):,.0f})", ">= 200,000/s",
    )


def acknowledged(folder: Path) -> None:
    found = inside("ack", folder / "ack", core="plain")
    row(
        "durable acknowledgement at 20,000 records/s", f"p50 {found['p50']:.2f} ms, p99 {found['p99']:.2f} ms", "p99 <= 5 ms",
    )


def replayed(folder: Path, core: str) -> None:
    for kind, goals in (("desk", ("40,000", "80,000")), ("tape", ("80,000", "150,000"))):
        found = [inside("replay", kind, folder / f"{kind}-{core}", core=core) for _ in range(3)]
        rates = [one["rate"] for one in found]
        what = "three of ten our orders, two cancels, five flow" if kind == "desk" else "the bundled tape"
        row(
            f"replay into state, {kind} mix ({what}), {core}", f"{statistics.median(rates):,.0f} entries/s",
            f">= {goals[core == 'compiled']}/s",
        )


def long_journal(folder: Path, entries: int) -> None:
    core = cores()[-1]
    made = inside("grow", folder / "long", entries, core=core)
    opened = [inside("open", folder / "long", core=core) for _ in range(3)]
    row(
        f"open {entries:,} entries ({made['bytes'] / 1e9:.2f} GB), {opened[0]['tail']:,.0f} after the snapshot, {core}",
        f"{statistics.median(one['seconds'] for one in opened):.2f} s", "<= 5 s",
    )
    verified = inside("verify", folder / "long", core=core)
    row("verify, every checksum and the chain", f"{verified['rate'] / 1e6:,.0f} MB/s", ">= 200 MB/s")


if __name__ == "__main__":
    asked = argparse.ArgumentParser()
    asked.add_argument("--entries", type=int, default=10_000_000)
    which_core.choose("auto")
    main(asked.parse_args().entries)
