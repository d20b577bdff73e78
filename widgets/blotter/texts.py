"""Figures and sums as texts, the same in every blotter. Qt-free.

Invariant: an average price is cost / qty exactly, rounded half away from zero only here, to the price's decimals. Dense
columns cut quantities to four decimals; tips, copies and exports carry every digit, with a plain minus and no thin spaces.
"""

from collections.abc import Iterable
from typing import Any

from core.domain.instrument import MINUS, NARROW_SPACE, Instrument, decimal_text
from widgets.sizes import size_text

DASH = "\u2013"


def average_price(cost: int, qty: int) -> int:
    """cost / qty in price units, rounded half away from zero; 0 when nothing is held. Signs of a short cancel out."""
    if qty == 0:
        return 0
    cost, qty = (-cost, -qty) if qty < 0 else (cost, qty)
    rounded = (2 * abs(cost) + qty) // (2 * qty)
    return -rounded if cost < 0 else rounded


def profit_text(instrument: Instrument, money: int) -> str:
    """Sign and arrow: a gain is told without colour. What rounds to nothing has neither."""
    return with_arrow(instrument.money_text(money, signed=True))


def with_arrow(text: str) -> str:
    return f"\u25b2 {text}" if text.startswith("+") else f"\u25bc {text}" if text.startswith(MINUS) and text.strip(f"{MINUS}0.") else text


def plain(text: str) -> str:
    """For other programs."""
    return text.replace(NARROW_SPACE, "").replace(MINUS, "-")


def symbol(row: Any) -> str:
    instrument: Instrument | None = row.instrument
    return instrument.symbol if instrument is not None else DASH


def qty_text(row: Any, qty: int) -> str:
    return size_text(row.instrument, qty, 4) if row.instrument is not None else str(qty)


def all_digits(row: Any, qty: int) -> str:
    instrument: Instrument | None = row.instrument
    return instrument.qty_text(qty) if instrument is not None else str(qty)


def price_text(row: Any, price: int) -> str:
    instrument: Instrument | None = row.instrument
    if instrument is None:
        return str(price)
    return instrument.price_text(price) if price else DASH


def exact_money(row: Any, money: int) -> str:
    """Every digit that the instrument's money has."""
    instrument: Instrument | None = row.instrument
    if instrument is None:
        return str(money)
    return instrument.money_text(money, instrument.price_decimals + instrument.qty_decimals)


def muted(row: Any) -> str:
    return "muted"


def by_quote(amounts: Iterable[tuple[Instrument, int]]) -> dict[str, tuple[int, int]]:
    """quote currency -> (exact sum, its decimals): instruments of one currency may count money in different units."""
    sums: dict[str, tuple[int, int]] = {}
    for instrument, money in amounts:
        decimals = instrument.price_decimals + instrument.qty_decimals
        total, known = sums.get(instrument.quote, (0, decimals))
        finest = max(known, decimals)
        exact: int = total * 10 ** (finest - known) + money * 10 ** (finest - decimals)
        sums[instrument.quote] = (exact, finest)
    return sums


def money_text(exact: int, decimals: int, signed: bool = False) -> str:
    """Two decimals, rounded half away from zero."""
    scale: int = 10 ** max(decimals - 2, 0)
    cents = (abs(exact) * 10 ** max(2 - decimals, 0) + scale // 2) // scale
    text = decimal_text(-cents if exact < 0 else cents, 2)
    return "+" + text if signed and exact > 0 and cents else text
