"""The venue against its twin for as long as one likes: python -m tests.twins.soak --operations 1000000 --seed 1

Each talk has a seed of its own, so a difference can be played again alone: --seed N --talks 1. On a difference it says the shortest
list of messages that was found to be enough for it, and ends with 1.
"""

import argparse
import sys
import time
from random import Random

from tests.twins.venue_driver import Pair, fault, shortest
from tests.twins.venue_talk import Talk

OPERATIONS_A_TALK = 500
SAY_EACH_S = 10


def play(seed: int, pair: Pair, without: frozenset[str]) -> bool:
    """Whether the two stayed together to the end. The pair knows what it heard."""
    talk = Talk(Random(seed), pair.twin, without)
    try:
        for step in talk.opening():
            pair.say(*step)
        for _ in range(OPERATIONS_A_TALK):
            pair.say(*talk.next())
    except Exception as error:  # a crash of either is a difference, too
        print(f"seed {seed}, after {len(pair.done)} messages: {type(error).__name__}")
        return False
    return True


def tell_shortest(pair: Pair) -> None:
    steps = shortest(pair.done)
    for at, message in steps:
        print(f"  {at} {message}")
    print(fault(steps))


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.twins.soak", description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--operations", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1, help="of the first talk; the others count on")
    parser.add_argument("--talks", type=int, default=0, help="at most so many talks; 0: as many as the operations take")
    parser.add_argument("--without", nargs="*", default=[], help="what is left out: names in tests/twins/venue_talk.py")
    asked = parser.parse_args()
    begun = said = time.monotonic()
    operations, seed = 0, asked.seed
    while operations < asked.operations and not (asked.talks and seed >= asked.seed + asked.talks):
        pair = Pair()
        if not play(seed, pair, frozenset(asked.without)):
            tell_shortest(pair)
            return 1
        seed += 1
        operations += len(pair.done)
        if time.monotonic() - said > SAY_EACH_S:
            said = time.monotonic()
            rate = operations / (said - begun)
            print(f"{operations:,} operations in {seed - asked.seed} talks, {rate:,.0f} a second, no difference", flush=True)
    print(f"{operations:,} operations, {time.monotonic() - begun:.0f} s, no difference")
    return 0


if __name__ == "__main__":
    sys.exit(main())
