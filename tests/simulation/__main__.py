"""Worlds for as long as one likes: python -m tests.simulation --seeds 20000 [--first 1] [--turns 400] [--processes 2]

Each failing seed is printed with its commit and kept in kept_seeds.txt; ends with 1 when there was one.
"""

import argparse
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor, as_completed

from tests.simulation import seeds
from tests.simulation.world import Tally

PIECE, SAY_EACH_S = 25, 10
Done = tuple[int, list[Tally], list[tuple[int, str]]]


def piece(first: int, count: int, turns: int) -> Done:
    """Some seeds in a row: (how many, what they went through, (seed, what was wrong))."""
    tallies, wrong = [], []
    for seed in range(first, first + count):
        try:
            tallies.append(seeds.run(seed, turns))
        except seeds.Failed as error:
            wrong.append((seed, str(error)))
    return count, tallies, wrong


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.simulation", description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--seeds", type=int, default=20_000)
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--turns", type=int, default=seeds.TURNS)
    parser.add_argument("--processes", type=int, default=2)
    asked = parser.parse_args()
    begun = said = time.monotonic()
    done = entries = recoveries = told = failed = 0
    ends: Counter[str] = Counter()
    with ProcessPoolExecutor(asked.processes) as pool:
        last = asked.first + asked.seeds
        jobs = [
            pool.submit(piece, first, min(PIECE, last - first), asked.turns) for first in range(asked.first, last, PIECE)
        ]
        for job in as_completed(jobs):
            count, tallies, wrong = job.result()
            done += count
            for tally in tallies:
                entries, recoveries, told = entries + tally.entries, recoveries + tally.recoveries, told + tally.told
                ends.update(tally.ends)
            for seed, why in wrong:
                failed += 1
                print(why, flush=True)
                seeds.keep(seed, asked.turns, why.partition("\n")[0].rpartition(": ")[2][:100])
            if time.monotonic() - said > SAY_EACH_S:
                said = time.monotonic()
                print(f"{done:,} seeds, {entries:,} entries, {recoveries:,} recoveries, {failed} failed", flush=True)
    print(
        f"{done:,} seeds, {entries:,} entries of which {told:,} were ours and told, {recoveries:,} recoveries, "
        f"{time.monotonic() - begun:.0f} s, {failed} failed"
    )
    print(", ".join(f"{how}: {count:,}" for how, count in sorted(ends.items())))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
