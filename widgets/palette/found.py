"""What the palette lists beside actions: an instrument, an order, a setting. Words typed -> which of them are meant. No Qt.

Actions are found by letters, these by words: every typed word must begin one of theirs, in any order. Of each kind only the first few
are listed, so that ten thousand orders do not hide one instrument.
"""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

MOST_OF_A_KIND = 12
"""Chosen: about what the list shows at once; one more letter brings others."""
APART = re.compile("[-/:_#()\u202f\u00a0]")
"""What stands between words, beside spaces."""


class Found(NamedTuple):
    """words: on the left. kind: a short word on the right. run: when it is chosen. more: also looked through, and not shown."""

    words: str
    kind: str
    run: Callable[[], object]
    more: str = ""


class Searched:
    """Kinds, each best first when nothing was typed."""

    def __init__(self, kinds: Iterable[Iterable[Found]]) -> None:
        self._kinds = [[(_text(f"{one.words} {one.kind} {one.more}"), one) for one in kind] for kind in kinds]

    def matching(self, typed: str) -> list[Found]:
        """Whole words before beginnings of words."""
        words = _text(typed).split()
        return [one for kind in self._kinds for one in _first(kind, words)] if words else []


def begins_words(typed: str, text: str) -> bool:
    """Whether every typed word begins one of the text's."""
    said = _text(text)
    return all(_has(word, said) for word in _text(typed).split())


def _first(kind: list[tuple[str, Found]], words: list[str]) -> list[Found]:
    for word in words:
        kind = [pair for pair in kind if _has(word, pair[0])]
    whole = [f" {word} " for word in words]
    kind.sort(key=lambda pair: -sum(word in pair[0] for word in whole))
    return [one for _, one in kind[:MOST_OF_A_KIND]]


def _has(word: str, text: str) -> bool:
    # Words of a language that writes none apart begin anywhere.
    return f" {word}" in text if word.isascii() else word in text


def _text(said: str) -> str:
    return f" {APART.sub(' ', said.casefold())} "
