"""An instrument, and the border where text becomes integers and back.

Invariants: parse(text(n)) == n for every price and quantity; every number that a person types or pastes is read by number() and by
nothing else, and one that could mean two numbers is refused. Decimal is used only here; nothing beyond sees it.
Deliberately absent: phases, bands and fees, which are the venue's.
"""

import re
from decimal import Decimal, InvalidOperation
from unicodedata import category

from core.domain.units import InstrumentId, Money, Price, Qty

NARROW_SPACE = "\u202f"
MINUS = "\u2212"
TYPED = str.maketrans("，．。＋－＇\u2019" + MINUS, ",..+-''-")
"""What keyboards and input methods of other scripts write. Digits of any script are digits, spaces of any width are spaces."""
GROUPED = re.compile(r"[1-9]\d{0,2}([, '])\d{3}(?:\1\d{3})*(?:\.\d*)?")
"""Thousands parted by one and the same sign. A group in the decimals, of another length, or behind a zero is a slip, not a group."""
COMMA_DECIMALS = re.compile(r"\d+(?:[ '.]\d{3})*,\d+")
PARTING = frozenset(", '_")
MOST_REPEATED = 16
"""Longest text that a sentence repeats together with what to type in its place: more would not fit a status line."""
MAX_DIGITS = 26
"""Longest number that is read; within Decimal's 28 digits, so nothing is rounded. Values stay below 10**18 units: the journal
stores 64-bit integers."""


class Instrument:
    """What is traded, and in which units.

    price_decimals: the finest price unit is 10**-price_decimals of the quote currency.
    qty_decimals: a lot is 10**-qty_decimals of the base.
    tick: price increment in price units. lot: order size increment in lots.
    """

    __slots__ = ("base", "id", "lot", "price_decimals", "qty_decimals", "quote", "symbol", "tick", "venue")

    def __init__(
        self, id: InstrumentId, symbol: str, venue: str, base: str, quote: str,
        price_decimals: int, qty_decimals: int, tick: int, lot: int,
    ) -> None:
        if tick < 1 or lot < 1:
            raise ValueError(f"{symbol}: tick and lot must be at least 1, got tick {tick} and lot {lot}")
        if not (0 <= price_decimals <= 12 and 0 <= qty_decimals <= 12):
            raise ValueError(f"{symbol}: decimals must be 0 to 12, got {price_decimals} and {qty_decimals}")
        self.id = id
        self.symbol = symbol
        self.venue = venue
        self.base = base
        self.quote = quote
        self.price_decimals = price_decimals
        self.qty_decimals = qty_decimals
        self.tick = tick
        self.lot = lot

    # text -> integers; every error is one sentence for a person -----------------------------------------------------

    def parse_price(self, text: str) -> Price:
        """Raises ValueError with a sentence naming the tick when the text is not a price of this instrument."""
        units = parse_units(text, self.price_decimals, "price")
        if units is None or units % self.tick:
            raise ValueError(f"price must be a multiple of {self.price_text(Price(self.tick))} {self.quote}")
        return Price(units)

    def parse_qty(self, text: str) -> Qty:
        """Raises ValueError with a sentence naming the lot when the text is not a quantity of this instrument."""
        lots = parse_units(text, self.qty_decimals, "quantity")
        if lots is None or lots % self.lot:
            raise ValueError(f"quantity must be a multiple of {self.qty_text(Qty(self.lot))} {self.base}")
        if lots <= 0:
            raise ValueError("quantity must be more than zero")
        return Qty(lots)

    def parse_money(self, text: str) -> Money:
        """Quote currency as exact money. Raises ValueError with a sentence."""
        exact = parse_units(text, self.price_decimals + self.qty_decimals, "amount")
        if exact is None:
            raise ValueError(f"amount has more decimals than {self.symbol} can hold")
        return Money(exact)

    # integers -> text -----------------------------------------------------------------------------------------------

    def price_text(self, price: Price | int) -> str:
        """Fixed decimals, narrow spaces (that never break a line) between thousands."""
        return decimal_text(price, self.price_decimals)

    def qty_text(self, qty: Qty | int, decimals: int = -1) -> str:
        """Base quantity with fixed decimals; fewer decimals than the lot's cut toward zero (for dense columns)."""
        if 0 <= decimals < self.qty_decimals:
            scale: int = 10 ** (self.qty_decimals - decimals)
            cut = abs(qty) // scale
            return decimal_text(-cut if qty < 0 else cut, decimals)
        return decimal_text(qty, self.qty_decimals)

    def money_text(self, money: Money | int, decimals: int = 2, signed: bool = False) -> str:
        """Quote currency, rounded half away from zero for display only; signed adds + to gains."""
        drop = self.price_decimals + self.qty_decimals - decimals
        scale: int = 10 ** max(drop, 0)
        up: int = 10 ** max(-drop, 0)
        rounded = (abs(money) * up + scale // 2) // scale
        text = decimal_text(-rounded if money < 0 else rounded, decimals)
        return "+" + text if signed and money > 0 and rounded else text


def decimal_text(units: int, decimals: int) -> str:
    """units * 10**-decimals as text, with narrow spaces between thousands and a true minus sign."""
    sign = MINUS if units < 0 else ""
    digits = str(abs(units)).rjust(decimals + 1, "0")
    cut = len(digits) - decimals
    whole = f"{int(digits[:cut]):,}".replace(",", NARROW_SPACE)
    return sign + whole + ("." + digits[cut:] if decimals else "")


def parse_units(text: str, decimals: int, noun: str) -> int | None:
    """Whole units of 10**-decimals, or None when the text has finer digits than that. Raises ValueError with a sentence."""
    value = number(text, noun)
    # The exponent first: Decimal would happily begin to write out 1e9999999.
    if not value.is_finite() or (value and value.adjusted() + decimals >= MAX_DIGITS - 8):
        raise ValueError(f"{noun} is out of range: {text.strip()}")
    scaled = value.scaleb(decimals)
    whole = int(scaled)
    return whole if scaled == whole else None


class Unclear(ValueError):
    """A number all the same, but perhaps another one than was meant: the sentence says what to type instead."""


def number(text: str, noun: str) -> Decimal:
    """What a person typed or pasted; may be infinite or no number in Decimal's own words. Raises ValueError with a sentence, Unclear
    where the sentence says what to type.

    The decimal sign is a point, in every language of the screen. Commas, apostrophes and spaces of any width count only between true
    thousands: 1 234.5, 1,234.50, 12'345'678, and what this program shows and copies. 0,1 and 6190,84 are refused with what to type
    instead: read without their commas they would be an order ten or a hundred times too large. One comma before exactly three digits
    and no point (1,500) is refused too, whatever the language: it is 1500 to one trader and 1.5 to the next, who reads the same
    screen, and asking costs a second where a wrong guess costs a thousand times the size. A point cannot be asked about so, because
    the program shows three decimals itself: 1.500 is always 1.5.
    """
    typed = text.strip()
    if not typed:
        raise ValueError(f"{noun} is missing")
    if len(typed) > 3 * MAX_DIGITS:
        raise ValueError(f"{noun} is out of range: more than {MAX_DIGITS} characters")
    said = _ascii(typed)
    sign = said[:1] if said[:1] in ("+", "-") else ""
    digits = said.removeprefix(sign).lstrip()
    grouped = GROUPED.fullmatch(digits)
    if grouped is not None:
        if digits.count(",") == 1 and "." not in digits:
            whole, part = digits.replace(",", ""), Decimal(digits.replace(",", ".")).normalize()
            raise Unclear(f"{noun} {sign}{digits} is ambiguous: type {sign}{whole} or {sign}{part:f}")
        digits = digits.replace(grouped[1], "")
    elif len(digits) <= MOST_REPEATED and COMMA_DECIMALS.fullmatch(digits):
        pointed = re.sub("[ '.]", "", digits).replace(",", ".")
        raise Unclear(f"{noun} {sign}{digits.replace(' ', NARROW_SPACE)} takes a decimal point: type {sign}{pointed}")
    elif PARTING & set(digits):
        must = "be a number" if any(letter.isalpha() for letter in digits) else "be in one piece or in groups of three digits"
        raise ValueError(f"{noun} must {must}, not {typed!r}")
    if len(sign + digits) > MAX_DIGITS:
        raise ValueError(f"{noun} is out of range: more than {MAX_DIGITS} characters")
    try:
        return Decimal(sign + digits)
    except InvalidOperation:
        raise ValueError(f"{noun} must be a number, not {typed!r}") from None


def _ascii(typed: str) -> str:
    """A tab or a line's end stays what it is: behind it begins another cell."""
    return "".join(
        str(int(letter)) if letter.isdecimal() else " " if category(letter) == "Zs" else letter for letter in typed.translate(TYPED)
    )
