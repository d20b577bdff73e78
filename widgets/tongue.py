"""The words on screen in the language of now: English sources in the code, what stands on the screen by tr().

Invariants: the source is English and is the key; placeholders have names, so that a sentence may be turned round; without a
language the source itself is said, which is what the command line does. Nothing is translated when a module is imported:
constants are marked (mark, Table) and said at the moment of use, so they follow a switch. No Qt here: app/language.py asks Qt's
translators and tells this module; models and forms stay free of it. Whoever reads texts out of the code is
resources/languages/update.py; it understands tr, told, mark, Table, and the strings of nothing else.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

NOTE = "##"
"""One English word may be two in another language: what follows this in a source is for the translator, and never said."""
KeyT = TypeVar("KeyT")
MOST_KEPT = 8192
"""Chosen: the catalog is a quarter of it."""


_ENGLISH: ContextVar[bool] = ContextVar("english", default=False)
"""Of this thread alone: the core tells things at any moment, in the language of the screen."""


class _Now:
    """One language a program: what the screen says is not a matter of the panel."""

    translate: Callable[[str], str] | None = None
    language: str = "en"
    kept: dict[str, str] = {}


def speak(translate: Callable[[str], str] | None, language: str = "en") -> None:
    """From now on sources are said by translate(source); None: as they are. language: a BCP 47 name."""
    _Now.translate, _Now.language, _Now.kept = translate, language, {}


def language() -> str:
    return _Now.language


def tr(source: str, **values: Any) -> str:
    """source with its {named} places filled."""
    # The language may be switched while another thread is here: what it found belongs to the words of before.
    kept = _Now.kept
    said = kept.get(source) if not _ENGLISH.get() else source.partition(NOTE)[0]
    if said is None:
        said = source.partition(NOTE)[0] if _Now.translate is None or not source else _Now.translate(source)
        if len(kept) >= MOST_KEPT:
            kept.clear()
        kept[source] = said
    return said.format(**values) if values else said


@contextmanager
def in_english() -> Iterator[None]:
    """What is said within is English, whatever the screen speaks: for files that programs read."""
    before = _ENGLISH.set(True)
    try:
        yield
    finally:
        _ENGLISH.reset(before)


def mark(source: str) -> str:
    """A constant that tr() will be asked for later."""
    return source


def begun(text: str) -> str:
    """A capital at the beginning, in the language that begins sentences with one."""
    return text if _Now.translate is not None and not _ENGLISH.get() else text[:1].upper() + text[1:]


def ended(text: str) -> str:
    """With the full stop of the language of now."""
    return tr("{text}.", text=text)


class Table(Mapping[KeyT, str]):
    """Code -> word. What is looked up is said in the language of that moment."""

    __slots__ = ("_sources",)

    def __init__(self, sources: Mapping[KeyT, str]) -> None:
        self._sources = dict(sources)

    def __getitem__(self, key: KeyT) -> str:
        return tr(self._sources[key])

    def __iter__(self) -> Iterator[KeyT]:
        return iter(self._sources)

    def __len__(self) -> int:
        return len(self._sources)

    def told(self, key: KeyT) -> "Told":
        """For a word that outlives a switch of the language."""
        return told(self._sources[key])

    def source(self, key: KeyT) -> str:
        """English, for files and logs."""
        return self._sources[key].partition(NOTE)[0]


class Told(str):
    """A sentence that is kept for a while, and can be said again in another language."""

    source: str
    values: Mapping[str, Any]

    def again(self) -> str:
        return tr(self.source, **{name: again(value) if isinstance(value, str) else value for name, value in self.values.items()})

    @property
    def english(self) -> str:
        return self.source.partition(NOTE)[0].format(
            **{name: english(value) if isinstance(value, str) else value for name, value in self.values.items()}
        )


def told(source: str, **values: Any) -> Told:
    """As tr(), for a sentence that outlives a switch of the language: a notice, a refusal in a list."""
    made = Told(tr(source, **values))
    made.source, made.values = source, values
    return made


class Retold(Told):
    """One whose parts are put together anew each time it is said."""

    say: Callable[[], str]

    def again(self) -> str:
        return self.say()

    @property
    def english(self) -> str:
        with in_english():
            return self.say()


def retold(say: Callable[[], str]) -> Retold:
    """As told(), for a sentence whose parts are sentences themselves: say() makes it whole, by tr(), each time it is asked for."""
    made = Retold(say())
    made.say = say
    return made


def joined(*sentences: str) -> str:
    """One after the other; can be said again if one of them can."""
    found = [one for one in sentences if one]
    if len(found) < 2:
        return found[0] if found else ""
    return told(" ".join(f"{{s{number}}}" for number in range(len(found))), **{f"s{number}": one for number, one in enumerate(found)})


def again(text: str) -> str:
    """The sentence in the language of now; a text of unknown origin stays."""
    return text.again() if isinstance(text, Told) else text


def english(text: str) -> str:
    """For logs and files."""
    return text.english if isinstance(text, Told) else text
