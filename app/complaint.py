"""How a start or a run that cannot go on says so. Imports nothing: it must work when little else does."""

import sys


def complain(sentence: str) -> int:
    """One sentence for a person, exit code for a script."""
    print(f"quarterdeck: {sentence}", file=sys.stderr)
    return 2
