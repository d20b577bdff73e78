"""Money of a currency as the results have it (core/projections/results.py), in words."""

from core.domain.instrument import decimal_text
from core.projections.results import MONEY_DECIMALS


def money(value: int, signed: bool = False) -> str:
    """Rounded half away from zero to two decimals, for display only."""
    unit = 10 ** (MONEY_DECIMALS - 2)
    rounded = (abs(value) + unit // 2) // unit
    text = decimal_text(-rounded if value < 0 else rounded, 2)
    return f"+{text}" if signed and value > 0 and rounded else text
