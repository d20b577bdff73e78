"""make bench-venue: our venue, the plain oracle and the peers on one stream, in one run, side by side.

First all four presets through our venue, their trades compared with the expected ones, every one. Then passes over "normal",
interleaved, one process each: what else the machine does meets everybody. Medians. Slow engines run fewer passes or a part of
the stream, and the table says so.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from tests.bench.figures import machine
from tests.bench.venue import ROOT, run_inside
from tests.bench.venue_peers_installed import BUILD, FIRST, NEEDS_NEWER, PEERS, installed, pinned

WORKLOAD = ROOT.parent / "shared" / "bench" / "workload.py"
SEED, OPS = 23, 1_000_000
EXPECTED = {
    "normal": ("4e86f0a30379392d", 146_814, 2_641_398),
    "deep": ("ec1d70a49d3227b1", 139_587, 3_186_322),
    "hot": ("decd975bf52f5586", 148_324, 2_665_871),
    "thin": ("cdabd548fe224606", 149_602, 2_981_533),
}
"""FNV, trades and lots of the four streams, as their generator's description gives them."""
PASSES, PASSES_SECONDS = 5, 40
"""An engine runs so many passes, or as many (an odd number) as fit into those seconds, going by its first."""
SLOW = {"order-matching": ("--ops", "20000", "--seconds", "45")}
NPY_LENGTH_AT = 8
"""In an .npy file of version 1: where two bytes tell how long the rest of the header is."""


class Engine:
    """label: in the table. command: what runs one pass; with a core of ours, the options of venue_inside."""

    def __init__(self, label: str, command: list[str], core: str = "") -> None:
        self.label = label
        self.command = command
        self.core = core
        self.planned = 1
        self.passes: list[dict[str, Any]] = []
        self.failure = ""

    def wants(self) -> bool:
        return not self.failure and len(self.passes) < self.planned

    def run(self, stream: Path) -> None:
        started = time.monotonic()
        if self.core:
            self.passes.append(run_inside(self.core, "stream", str(stream), "--throughput-only", *self.command))
        else:
            command = [part.replace("STREAM", str(stream)) for part in self.command]
            done = subprocess.run(
                command, cwd=ROOT, env=os.environ | {"QUARTERDECK_CORE": "plain"}, capture_output=True, text=True, check=False
            )
            if done.returncode:
                self.failure = (done.stderr.strip().splitlines() or ["ended without a word"])[-1]
            else:
                self.passes.append(json.loads(done.stdout.splitlines()[-1]))
        if len(self.passes) == 1:
            fit = max(1, min(PASSES, int(PASSES_SECONDS / (time.monotonic() - started))))
            self.planned = fit if fit % 2 else fit - 1

    def rate(self) -> float:
        return statistics.median(said["ops_per_s"] for said in self.passes) if self.passes else 0

    def line(self, verdict: str) -> str:
        if self.failure:
            return f"{self.label:<40} {'-':>10}   {self.failure}"
        rates = [said["ops_per_s"] for said in self.passes]
        memory = statistics.median(said["rss_mb"] for said in self.passes)
        return (
            f"{self.label:<40} {self.rate():>10,.0f}   {min(rates):>9,} - {max(rates):>9,}   {len(rates):>6}   {memory:>7.1f}   {verdict}"
        )


def stream(preset: str) -> Path:
    """Generated once; SystemExit with a sentence when the generator is not there."""
    made = BUILD / preset
    told = made.with_suffix(".json")
    if not (told.is_file() and json.loads(told.read_text(encoding="utf-8"))["ops"] == OPS):
        if not WORKLOAD.is_file():
            raise SystemExit("bench-venue: the stream's generator is not there: it needs shared/bench/workload.py beside the repository")
        command = [sys.executable, "-B", str(WORKLOAD), "--seed", str(SEED), "--ops", str(OPS), "--preset", preset, "--out", str(made)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return made.with_suffix(".bin")


def expected_trades(path: Path) -> bytes:
    """The list in an .npy file, four 64-bit integers a trade, without its header."""
    raw = path.read_bytes()
    return raw[NPY_LENGTH_AT + 2 + int.from_bytes(raw[NPY_LENGTH_AT:NPY_LENGTH_AT + 2], "little"):]


def check(core: str) -> str:
    """All four streams through our venue; a sentence, or SystemExit at the first trade list that is not the expected one."""
    rates = []
    for preset, wanted in EXPECTED.items():
        path, trades = stream(preset), BUILD / f"{preset}.{core}.trades"
        said = run_inside(core, "stream", str(path), "--throughput-only", "--trades", str(trades))
        got = (said["trades_fnv"], said["trades"], said["traded_qty"])
        if got != wanted or trades.read_bytes() != expected_trades(path.with_name(f"{preset}.trades.npy")):
            raise SystemExit(f"bench-venue: WRONG TRADES on {preset}, core {core}: expected {wanted}, got {got}")
        trades.unlink()
        rates.append(f"{preset} {said['ops_per_s']:,}/s")
    return f"{core} core: every trade as expected on {len(EXPECTED)} streams of {OPS:,} operations (one pass: {', '.join(rates)})"


def verdict(said: dict[str, Any], yardstick: dict[str, Any]) -> str:
    """How the trades compare with the oracle's over the same operations."""
    part = "" if said["ops"] == OPS else f" (its first {said['ops']:,} operations)"
    if said["trades_fnv"] == yardstick["trades_fnv"]:
        return "right" + part
    if said["pairs_fnv"] == yardstick["pairs_fnv"]:
        return "PRICES WRONG, pairs and quantities right" + part
    if said["traded_qty"] == yardstick["traded_qty"]:
        return "not told one by one; lots in sum right" + part
    return "WRONG" + part


def engines(has_compiled: bool) -> list[Engine]:
    """Ours, the oracle, the peers."""
    found = []
    for core, called in (("compiled", "compiled core"), ("plain", "plain Python")):
        if core == "plain" or has_compiled:
            found.append(Engine(f"Quarterdeck, {called}", [], core))
            found.append(Engine(f"Quarterdeck, {called}, levels too", ["--levels"], core))
    found.append(Engine("oracle (plain book, no venue)", [sys.executable, "-m", "tests.bench.venue_peers", "oracle", "STREAM"]))
    versions = pinned(PEERS.read_text(encoding="utf-8"))
    places = installed()
    for name in (
        "matching-engine", "cython-orderbook", "orderly-chaos", "litebook", "liquibook", "pyorderbook", "obook", "fastlob",
        "lightmatchingengine", "order-matching",
    ):
        python, missing = places[NEEDS_NEWER.get(name, FIRST)]
        engine = Engine(f"{name} {versions[name]}", [python, "-m", "tests.bench.venue_peers", name, "STREAM", *SLOW.get(name, ())])
        if not python:
            engine.failure = missing
        elif f"{name}==" in missing:
            engine.failure = "could not be installed here"
        found.append(engine)
    return found


def oracle_on(ops: int, path: Path) -> dict[str, Any]:
    engine = Engine("", [sys.executable, "-m", "tests.bench.venue_peers", "oracle", "STREAM", "--ops", str(ops)])
    engine.run(path)
    return engine.passes[0]


def compiler() -> str:
    try:
        done = subprocess.run(["cc", "--version"], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return "no C compiler"
    return done.stdout.splitlines()[0]


def main() -> None:
    argparse.ArgumentParser(description=__doc__).parse_args()
    started = time.monotonic()
    path = stream("normal")
    has_compiled = bool(run_inside("auto", "which")["compiled"])
    print(f"{time.strftime('%Y-%m-%d')}  {machine()}, {compiler()}")
    for core in ("compiled", "plain") if has_compiled else ("plain",):
        print(check(core), flush=True)
    if not has_compiled:
        print("compiled core: not built from these sources, so it is not in the table")
    field = engines(has_compiled)
    while any(engine.wants() for engine in field):
        for engine in field:
            if engine.wants():
                engine.run(path)
    print(f"\nstream normal, seed {SEED}, {OPS:,} operations, one call each from Python; medians of interleaved passes")
    print("every engine tells its trades; 'levels too': and the depth of each level after each change, as an instrument is listed\n")
    print(f"{'engine':<40} {'ops/s':>10}   {'lowest':>9} - {'highest':>9}   passes   peak MB   trades")
    verdicts = {}
    for engine in field:
        if engine.passes:
            said = engine.passes[0]
            verdicts[engine.label] = verdict(said, oracle_on(said["ops"], path))
        print(engine.line(verdicts.get(engine.label, "")))
    ratios(field, verdicts)
    print(f"\ntaken in {(time.monotonic() - started) / 60:.1f} minutes")


def ratios(field: list[Engine], verdicts: dict[str, str]) -> None:
    ours = [engine for engine in field if engine.core]
    oracle, *peers = [engine for engine in field if not engine.core]
    right = [engine for engine in peers if verdicts.get(engine.label, "").startswith("right")]
    best = max(right, key=Engine.rate, default=None)
    fastest = max(peers, key=Engine.rate)
    print()
    for engine in ours:
        said = f"{engine.label}: {engine.rate() / oracle.rate():.2f} x the oracle"
        if best is not None:
            said += f", {engine.rate() / best.rate():.2f} x the best peer with right trades ({best.label})"
        if fastest is not best and fastest.rate():
            said += f", {engine.rate() / fastest.rate():.2f} x the fastest ({fastest.label})"
        print(said)


if __name__ == "__main__":
    main()
