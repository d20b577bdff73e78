"""Plays an order stream through the whole venue: python -m tests.bench.venue STREAM.bin [--json] [--plain]

Throughput and latency are two passes: a clock round every operation costs as much as a part of the operation. The passes run in
a process of their own, because which core runs is chosen before anything of core is imported.
"""

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


def core_environment(core: str) -> dict[str, str]:
    """What a process must be started with to run a core: "plain", "compiled", or "auto" (compiled when it was built)."""
    return os.environ | {"QUARTERDECK_CORE": core}


def run_inside(core: str, *arguments: str) -> Any:
    """The answer of tests.bench.venue_inside in a fresh process with that core."""
    command = [sys.executable, "-m", "tests.bench.venue_inside", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=core_environment(core), capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr.strip().splitlines()[-1] if done.returncode == 2 else done.stderr)
    return json.loads(done.stdout)


def readable(said: dict[str, Any]) -> str:
    rows = {
        "core": "compiled" if said["compiled"] else "plain Python",
        "operations": f"{said['ops']:,}",
        "operations a second": f"{said['ops_per_s']:,}",
        "latency us, p50 p99 p99.9 max": f"{said['p50_us']} {said['p99_us']} {said['p999_us']} {said['max_us']}",
        "trades, lots": f"{said['trades']:,}, {said['traded_qty']:,}",
        "trades FNV": said["trades_fnv"],
        "peak memory": f"{said['rss_mb']} MB",
    }
    return "\n".join(f"{what:<32}{value}" for what, value in rows.items())


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.venue", description=__doc__.splitlines()[0])
    parser.add_argument("stream", type=Path, help="order stream")
    parser.add_argument("--json", action="store_true", help="one JSON object")
    parser.add_argument("--plain", action="store_true", help="plain-Python core; default: compiled when it was built")
    asked = parser.parse_args()
    said = run_inside("plain" if asked.plain else "auto", "stream", str(asked.stream.resolve()))
    print(json.dumps(said) if asked.json else readable(said))


if __name__ == "__main__":
    main()
