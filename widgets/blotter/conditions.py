"""From what is typed into a cell of the filter row to the rows that pass. Qt-free.

Words: every row whose text has it; several with commas, any of them; ! before one turns it round. Numbers: >5  <=10  5..10  =5.
Times of day in UTC: the same, with 14:30. Invariant: a number is compared exactly, in its own instrument's units; a text that cannot
be a condition raises ValueError with one sentence, and nothing is filtered by it.
"""

from collections.abc import Callable
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from unicodedata import category

import numpy as np

from core.domain.instrument import MAX_DIGITS, Unclear, number
from core.domain.units import SECOND
from widgets.blotter.columns import Bools, Column, Kind, Sel
from widgets.blotter.ids import Ids
from widgets.blotter.store import MOST, Store, Words
from widgets.core_words import heard
from widgets.tongue import tr

Condition = Callable[[Store, Sel], Bools]
LONGEST = 100
DAY = 86_400 * SECOND
SIGNS = (">=", "<=", ">", "<", "=")
RANGE = ".."


def condition(column: Column, text: str) -> Condition | None:
    """None: nothing is asked for. Raises ValueError."""
    wanted = text.strip()
    if not wanted:
        return None
    if len(wanted) > LONGEST:
        raise ValueError(tr("{words}: a filter has at most {longest} characters.", words=column.words, longest=LONGEST))
    # Spaces of any kind may stand between thousands.
    if any(category(letter).startswith("C") for letter in wanted):
        raise ValueError(tr("{words}: a filter has no control characters.", words=column.words))
    if column.kind is Kind.NUMBER:
        return _numbers(column, wanted)
    if column.kind is Kind.TIME:
        return _times(column, wanted)
    return _texts(column, wanted)


# words ------------------------------------------------------------------------------------------------------------------


def _texts(column: Column, wanted: str) -> Condition:
    parts = [part.strip() for part in wanted.split(",")]
    yes = [part for part in parts if part and not part.startswith("!")]
    no = [part[1:].strip() for part in parts if part.startswith("!")]
    if not all([*yes, *no]) or not (yes or no):
        raise ValueError(tr("{words}: type a word, several with commas, or !word for all others.", words=column.words))
    if column.kind is Kind.ID:
        return lambda store, sel: _in_ids(store, column, yes, no, sel)
    known: list[bool] = []
    of: list[Words] = []
    yes, no = [one.casefold() for one in yes], [one.casefold() for one in no]

    def passes(store: Store, sel: Sel) -> Bools:
        words = store.words[column.name]
        if of != [words]:
            of[:] = [words]
            known.clear()
        for text in words.texts[len(known) :]:
            said = text.casefold()
            known.append((not yes or any(one in said for one in yes)) and not any(one in said for one in no))
        return np.array(known, np.bool_)[store.codes(column.name, sel)]

    return passes


def _in_ids(store: Store, column: Column, yes: list[str], no: list[str], sel: Sel) -> Bools:
    ids, count = store.ids[column.field or column.name], store.count
    found = np.ones(len(range(*sel.indices(count))) if isinstance(sel, slice) else len(sel), np.bool_)
    if yes:
        found &= np.logical_or.reduce([_in_one(ids, one, sel, count) for one in yes])
    for one in no:
        found &= ~_in_one(ids, one, sel, count)
    return found


def _in_one(ids: Ids, wanted: str, sel: Sel, count: int) -> Bools:
    """Every part of it, for a cell shows parts of an id with spaces between."""
    found: Bools = np.logical_and.reduce([ids.search(part, sel, count) for part in wanted.split()])
    return found


# numbers ----------------------------------------------------------------------------------------------------------------


class Bounds:
    """Inclusive or not, None: open."""

    def __init__(self, low: Decimal | None, high: Decimal | None, low_in: bool = True, high_in: bool = True) -> None:
        self.low, self.high, self.low_in, self.high_in = low, high, low_in, high_in

    def units(self, decimals: int) -> tuple[int, int]:
        """Smallest and largest whole number of units that passes; the smallest above the largest: none does."""
        low, high = -MOST, MOST
        if self.low is not None:
            exact = self.low.scaleb(decimals)
            low = int(exact.to_integral_value(ROUND_CEILING))
            low += not self.low_in and low == exact
        if self.high is not None:
            exact = self.high.scaleb(decimals)
            high = int(exact.to_integral_value(ROUND_FLOOR))
            high -= not self.high_in and high == exact
        # Numbers beyond the largest stand as it: they pass what has no end on their side.
        if low > MOST or high < -MOST:
            return MOST, -MOST
        return max(low, -MOST), min(high, MOST)


def bounds(words: str, text: str, read: Callable[[str], tuple[Decimal, Decimal]]) -> Bounds:
    """read: the first and the last value that a text stands for."""
    if RANGE in text:
        first, _, last = (part.strip() for part in text.partition(RANGE))
        if not first and not last:
            raise ValueError(tr("{words}: type a number on a side of the two dots, such as 5..10.", words=words))
        low, high = read(first)[0] if first else None, read(last)[1] if last else None
        if low is not None and high is not None and low > high:
            raise ValueError(tr("{words}: {first} is more than {last}: turn the two round.", words=words, first=first, last=last))
        return Bounds(low, high)
    sign = next((one for one in SIGNS if text.startswith(one)), "")
    least, most = read(text.removeprefix(sign).strip())
    made = {
        ">": Bounds(most, None, low_in=False), ">=": Bounds(least, None), "<": Bounds(None, least, high_in=False), "<=": Bounds(None, most),
    }
    return made.get(sign) or Bounds(least, most)


def _numbers(column: Column, wanted: str) -> Condition:
    def read(text: str) -> tuple[Decimal, Decimal]:
        found = _decimal(column.words, text)
        return found, found

    asked = bounds(column.words, wanted, read)

    def passes(store: Store, sel: Sel) -> Bools:
        raw = column.raw(store, sel) if column.raw is not None else store.ints(column.field or column.name, sel)
        codes, decimals = store.scales(column.unit, sel)
        spans = {each: asked.units(each) for each in dict.fromkeys(decimals)}
        if len(set(spans.values())) == 1:
            low, high = spans[decimals[0]]
            return np.logical_and(raw >= low, raw <= high)
        lows, highs = (np.array([spans[each][end] for each in decimals], np.int64) for end in (0, 1))
        return np.logical_and(raw >= lows[codes], raw <= highs[codes])

    return passes


def _decimal(words: str, text: str) -> Decimal:
    try:
        found = number(text, "number")
    except Unclear as error:
        raise ValueError(tr("{words}: {wrong}.", words=words, wrong=heard(str(error)))) from None
    except ValueError:
        if not text or len("".join(text.split())) > MAX_DIGITS:
            raise ValueError(tr(
                "{words}: type a number of at most {most_digits} digits, such as >5, <=10 or 5..10.",
                words=words, most_digits=MAX_DIGITS,
            )) from None
        raise ValueError(tr("{words}: {text!r} is no number; type one as >5, <=10 or 5..10.", words=words, text=text)) from None
    if not found.is_finite() or abs(found.adjusted()) > MAX_DIGITS:
        raise ValueError(tr("{words}: {text!r} is out of range.", words=words, text=text))
    return found


# times ------------------------------------------------------------------------------------------------------------------


def _times(column: Column, wanted: str) -> Condition:
    asked = bounds(column.words, wanted, lambda text: _time_of_day(column.words, text))
    low, high = asked.units(0)
    field = column.field or column.name

    def passes(store: Store, sel: Sel) -> Bools:
        moment = store.ints(field, sel) % DAY
        return np.logical_and(moment >= low, moment <= high)

    return passes


def _time_of_day(words: str, text: str) -> tuple[Decimal, Decimal]:
    """First and last nanosecond: 14:30 is that whole minute."""
    parts = text.split(":")
    whole, dot, part = parts[-1].partition(".")
    figures = [*parts[:-1], whole]
    digits = "".join(figures) + part
    fine = digits.isascii() and digits.isdecimal() and all(1 <= len(one) <= 2 for one in figures) and len(part) <= 9
    if not fine or len(figures) > 3 or bool(dot) != bool(part) or (part and len(figures) != 3):
        raise ValueError(tr("{words}: {text!r} is no time of day; type one as >14:30, <9:05:30 or 9..17 (UTC).", words=words, text=text))
    hour, minute, second = [*map(int, figures), 0, 0][:3]
    if hour > 23 or minute > 59 or second > 59:
        raise ValueError(tr("{words}: {text!r} is no time of day: it ends at 23:59:59.", words=words, text=text))
    first = ((hour * 60 + minute) * 60 + second) * SECOND + int(part.ljust(9, "0") if part else 0)
    length = (3600, 60, 1)[len(figures) - 1] * SECOND if not part else 10 ** (9 - len(part))
    return Decimal(first), Decimal(first + length - 1)
