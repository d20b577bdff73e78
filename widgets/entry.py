"""What a form of typed and chosen fields is made of, and what is thought of what stands in them. Qt-free, pure.

A form's own module turns the values into a Verdict; entry_form.py shows it. Nothing here knows what a form is about.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from core.domain.instrument import Instrument
from core.domain.scope import NAME_BYTES
from widgets.core_words import heard
from widgets.tongue import mark, tr

T = TypeVar("T")
WHY = "why"
"""Key of a part for the reason: said once, for the next thing another one is needed."""
WHY_LENGTH = 500
"""The journal keeps no longer reason."""
SHOWN = 5
"""Symbols that are named when one is not found."""
CUT = 24
"""Characters of what was typed that a sentence repeats."""


@dataclass(frozen=True)
class Typed:
    """caption: before the field. All words are marked for the translator. hint: what may be typed. width: in px, 0: grows."""

    key: str
    caption: str
    name: str
    tip: str
    hint: str = ""
    width: int = 0


@dataclass(frozen=True)
class Chosen:
    """words: what may be chosen, the first of them at the beginning. says: more, as a tooltip of each."""

    key: str
    caption: str
    name: str
    tip: str
    words: Mapping[Any, str]
    says: Mapping[Any, str] | None = None


Part = Typed | Chosen
Values = Mapping[str, Any]


@dataclass(frozen=True)
class Verdict:
    """ask: what is sent; None: it cannot be. verb: the button's words. means: what it would do. more: what else is so, perhaps a warning.
    wrong: why it cannot be sent, by part (one that is no part's own has another key). hidden: parts that do not matter now. hints: of
    typed parts, what may be typed now."""

    ask: Any = None
    verb: str = mark("Send")
    means: str = ""
    more: str = ""
    warns: bool = False
    wrong: tuple[tuple[str, str], ...] = ()
    hidden: tuple[str, ...] = ()
    hints: tuple[tuple[str, str], ...] = ()


Judge = Callable[[Values], Verdict]


class FieldWrong(ValueError):
    """A sentence without its full stop. key: of the part."""

    def __init__(self, key: str, said: str) -> None:
        super().__init__(capital(said))
        self.key = key


def of_part(key: str, read: Callable[..., T], *given: Any) -> T:
    """What read makes of it. Raises FieldWrong with its sentence."""
    try:
        return read(*given)
    except ValueError as error:
        raise FieldWrong(key, heard(str(error))) from None


def reason_wrong(text: str) -> str:
    """What is wrong with a reason that has to be given; empty: nothing."""
    said = text.strip()
    if not said:
        return tr("Say why: it stands in the record")
    if not said.isprintable():
        return tr("The reason holds characters that cannot be printed")
    return tr("The reason is too long: at most {why_length} characters", why_length=WHY_LENGTH) if len(said) > WHY_LENGTH else ""


def capital(text: str) -> str:
    """A sentence's beginning."""
    return text[:1].upper() + text[1:]


def listed(text: str, instruments: tuple[Instrument, ...]) -> Instrument | None:
    """By its symbol, however it is written; None: nothing is typed. Raises ValueError with a sentence."""
    said = text.strip()
    if not said:
        return None
    found = next((one for one in instruments if one.symbol.casefold() == said.casefold()), None)
    if found is None:
        named = ", ".join(one.symbol for one in instruments[:SHOWN]) or tr("none is listed")
        raise ValueError(
            tr(
                "no such instrument: {cut}; listed are {named}", cut=_cut(said), named=named,
            ) if instruments else tr("no instrument is listed yet"),
        )
    return found


def name_typed(text: str, noun: str) -> str:
    """A name as orders and scopes carry it. Raises ValueError with a sentence."""
    said = text.strip()
    if not said.isprintable():
        raise ValueError(tr("{noun} holds characters that cannot be printed", noun=noun))
    if len(said.encode(errors="replace")) > NAME_BYTES:
        raise ValueError(tr("{noun} is too long: at most {name_bytes} bytes", noun=noun, name_bytes=NAME_BYTES))
    return said


def _cut(text: str) -> str:
    shown = "".join(character if character.isprintable() else "?" for character in text)
    return shown if len(shown) <= CUT else f"{shown[:CUT]}\u2026"
