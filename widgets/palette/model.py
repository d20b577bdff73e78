"""Letters typed -> which actions they mean, best first. No Qt.

Every letter must occur in order. Letters at the start of a word, and letters side by side, count most, so that "ca"
finds "Cancel all" before "Local".
"""

from collections.abc import Sequence

START_OF_WORD, SIDE_BY_SIDE, ANYWHERE = 8, 5, 1


def score(typed: str, text: str) -> int:
    """0: does not match. Higher is better; an empty typed matches everything alike."""
    letters = [letter for letter in typed.casefold() if not letter.isspace()]
    if not letters:
        return 1
    return _best(letters, text.casefold())


def ranked(typed: str, texts: Sequence[str]) -> list[int]:
    """Indexes of the texts that match, best first; equal ones keep their order."""
    scored = [(score(typed, text), index) for index, text in enumerate(texts)]
    return [index for points, index in sorted(scored, key=lambda pair: (-pair[0], pair[1])) if points]


def _best(letters: list[str], text: str) -> int:
    """Best sum over all ways to find the letters in order, one row of the table a letter: O(letters x text)."""
    none = -1
    before = [none] * len(text)
    for number, letter in enumerate(letters):
        row = [none] * len(text)
        reachable = none
        for at, char in enumerate(text):
            if number and at and before[at - 1] > reachable:
                reachable = before[at - 1]
            if char != letter:
                continue
            gain = START_OF_WORD if at == 0 or not text[at - 1].isalnum() else ANYWHERE
            if number == 0:
                row[at] = gain
            elif reachable > none:
                row[at] = reachable + gain
                if before[at - 1] > none:
                    row[at] = max(row[at], before[at - 1] + max(gain, SIDE_BY_SIDE))
        before = row
    best = max(before, default=none)
    return 0 if best < 0 else best * 100 + max(0, 100 - len(text))
