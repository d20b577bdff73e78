"""Typed numbers of a ticket: prices, lots, ticks, percents and multiples as whole numbers, or one sentence.

Invariant: nothing leaves that the journal's 64-bit integers cannot hold, and no text raises.
"""

from decimal import Decimal

from core.domain.instrument import Instrument, parse_units
from core.domain.units import INT64_MAX
from widgets.core_words import REPEATS, heard
from widgets.sizes import plain_qty_text
from widgets.tongue import begun, mark, tr

HUNDREDTHS = 2
BASIS_POINTS = 10_000
MOST_REPEATED = 40


class Wrong(Exception):
    """A sentence for the person who typed."""


def price_of(instrument: Instrument, text: str, noun: str = mark("price")) -> int:
    """More than zero, on the tick. Raises Wrong."""
    try:
        price = int(instrument.parse_price(text))
    except ValueError as error:
        raise Wrong(_sentence(str(error).replace("price", tr(noun), 1))) from None
    except ArithmeticError:
        raise Wrong(tr("{capitalize} is out of range.", capitalize=tr(noun).capitalize())) from None
    if price <= 0:
        raise Wrong(tr("{capitalize} must be more than zero.", capitalize=tr(noun).capitalize()))
    return _fits(price, noun)


def lots_of(instrument: Instrument, text: str, noun: str = mark("quantity")) -> int:
    """More than zero, whole lots. Raises Wrong."""
    try:
        lots = int(instrument.parse_qty(text))
    except ValueError as error:
        raise Wrong(_sentence(str(error).replace("quantity", tr(noun), 1))) from None
    except ArithmeticError:
        raise Wrong(tr("{capitalize} is out of range.", capitalize=tr(noun).capitalize())) from None
    return _fits(lots, noun)


def money_of(instrument: Instrument, text: str) -> int:
    """Exact money, more than zero. Raises Wrong."""
    try:
        money = int(instrument.parse_money(text))
    except ValueError as error:
        raise Wrong(_sentence(str(error))) from None
    except ArithmeticError:
        raise Wrong(tr("Amount is out of range.")) from None
    if money <= 0:
        raise Wrong(tr("Amount must be more than zero."))
    return money


def hundredths_of(text: str, noun: str, most: int = 100 * BASIS_POINTS) -> int:
    """12.5 is 1250; more than zero. Raises Wrong."""
    try:
        found = parse_units(text, HUNDREDTHS, noun)
    except ValueError as error:
        raise Wrong(_sentence(str(error))) from None
    except ArithmeticError:
        raise Wrong(tr("{capitalize} is out of range.", capitalize=tr(noun).capitalize())) from None
    if found is None:
        raise Wrong(tr("{capitalize} has at most two decimals.", capitalize=tr(noun).capitalize()))
    if found <= 0:
        raise Wrong(tr("{capitalize} must be more than zero.", capitalize=tr(noun).capitalize()))
    if found > most:
        raise Wrong(tr("{capitalize} is out of range: at most {most:g}.", capitalize=tr(noun).capitalize(), most=most / 100))
    return found


def ticks_of(text: str, noun: str, signed: bool = False) -> int:
    """A whole number; empty is 0 where it may be signed. Raises Wrong."""
    if signed and not text.strip():
        return 0
    try:
        found = parse_units(text, 0, noun)
    except ValueError as error:
        raise Wrong(_sentence(str(error))) from None
    except ArithmeticError:
        raise Wrong(tr("{capitalize} is out of range.", capitalize=tr(noun).capitalize())) from None
    if found is None:
        raise Wrong(tr("{capitalize} is a whole number of ticks.", capitalize=tr(noun).capitalize()))
    if found <= 0 and not signed:
        raise Wrong(tr("{capitalize} must be more than zero.", capitalize=tr(noun).capitalize()))
    return _fits(found, noun)


def same_number(text: str, shown: str) -> bool:
    """Whether a person typed the number that is shown, however they part its thousands."""
    try:
        typed, wanted = parse_units(text, 6, "number"), parse_units(shown, 6, "number")
    except (ValueError, ArithmeticError):
        return False
    return typed is not None and typed == wanted


def hundredths_text(value: int) -> str:
    """1250 as 12.5."""
    return format(Decimal(value).scaleb(-HUNDREDTHS).normalize(), "f")


def price_text(instrument: Instrument, price: int) -> str:
    """As a person would type it."""
    return _plain(instrument.price_text(price))


def qty_text(instrument: Instrument, qty: int) -> str:
    """As a person would type it."""
    return _plain(plain_qty_text(instrument, qty))


def money_text(instrument: Instrument, money: int) -> str:
    """As a person would type it, to the hundredth."""
    return _plain(instrument.money_text(money))


def _plain(text: str) -> str:
    """A number's text without narrow spaces and with a plain minus."""
    return text.replace("\u202f", "").replace("\u2212", "-")


def _fits(number: int, noun: str) -> int:
    if abs(number) > INT64_MAX:
        raise Wrong(tr("{capitalize} is out of range.", capitalize=tr(noun).capitalize()))
    return number


def _sentence(text: str) -> str:
    """What was typed is repeated only as far as a line has room for it, and when it can be seen at all."""
    said, repeats, typed = text.partition(REPEATS)
    if repeats and (len(typed) > MOST_REPEATED or not typed.isprintable() or "\\" in typed):
        text = said
    text = heard(text)
    return tr("{text}.", text=begun(text))
