"""Quantities as short texts: for dense columns, and without idle zeros for sentences."""

from core.domain.instrument import Instrument

DECIMALS = 3
"""Of a dense column."""


def size_text(instrument: Instrument, qty: int, decimals: int = DECIMALS) -> str:
    """Fixed decimals; what is smaller than the last digit shown says so instead of looking like nothing."""
    decimals = min(decimals, instrument.qty_decimals)
    smallest: int = 10 ** (instrument.qty_decimals - decimals)
    if 0 < qty < smallest:
        return "<" + instrument.qty_text(smallest, decimals)
    return instrument.qty_text(qty, decimals)


def plain_qty_text(instrument: Instrument, qty: int) -> str:
    """All digits but the zeros at the end: 0.5, not 0.50000000."""
    text = instrument.qty_text(qty)
    return text.rstrip("0").rstrip(".") if "." in text else text
