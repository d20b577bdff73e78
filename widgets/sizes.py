"""Quantities as short texts: for dense columns, and without idle zeros for sentences."""

from core.domain.instrument import MINUS, Instrument

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
