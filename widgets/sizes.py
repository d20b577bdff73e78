"""Quantities as short texts: for dense columns, and without idle zeros for sentences. Changes in percent."""

from core.domain.instrument import MINUS, Instrument, decimal_text

DECIMALS = 3
"""Of a dense column."""


def size_text(instrument: Instrument, qty: int, decimals: int = DECIMALS, signed: bool = False) -> str:
    """Fixed decimals; what is smaller than the last digit shown says so instead of looking like nothing. Below zero with a minus
    before all of it (\u2212<0.001); signed: above zero with a plus."""
    decimals = min(decimals, instrument.qty_decimals)
    smallest: int = 10 ** (instrument.qty_decimals - decimals)
    sign = MINUS if qty < 0 else "+" if signed and qty > 0 else ""
    if 0 < abs(qty) < smallest:
        return f"{sign}<{instrument.qty_text(smallest, decimals)}"
    return sign + instrument.qty_text(abs(qty), decimals)


def plain_qty_text(instrument: Instrument, qty: int) -> str:
    """All digits but the zeros at the end: 0.5, not 0.50000000."""
    text = instrument.qty_text(qty)
    return text.rstrip("0").rstrip(".") if "." in text else text


def percent_text(difference: int, of: int) -> str:
    """Two decimals, rounded half away from zero, sign always shown."""
    hundredths = (abs(difference) * 20_000 + of) // (2 * of)
    text = decimal_text(-hundredths if difference < 0 else hundredths, 2)
    return f"{'+' if difference > 0 and hundredths else ''}{text} %"
