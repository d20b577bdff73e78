"""Money of a currency as the results have it (core/projections/results.py), in words."""

from core.projections.results import MONEY_DECIMALS
from widgets.scales import amount_text


def money(value: int, signed: bool = False, step: int = 0) -> str:
    """For display only, as amount_text() of values a step apart. signed: with a plus where it shows more than nothing."""
    text = amount_text(value, step, MONEY_DECIMALS)
    return f"+{text}" if signed and value > 0 and text.strip("0.") else text
