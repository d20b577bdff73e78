"""The integers that money is made of, as distinct types.

Nothing in the core is a float. A price counts an instrument's finest price unit, a quantity counts its finest quantity
unit (a lot), and their product is exact money in the unit price_unit * lot (for BTC-USD: 0.01 USD * 1e-8 BTC = 1e-10
USD). Only the display rounds.
"""

from typing import Final, NewType

Price = NewType("Price", int)
"""Price in the instrument's finest price unit."""
Qty = NewType("Qty", int)
"""Quantity in lots, the instrument's finest quantity unit. Never negative; direction is a Side."""
Money = NewType("Money", int)
"""Exact money: price units * lots. Signed."""
Nanos = NewType("Nanos", int)
"""Nanoseconds since 1970-01-01 UTC."""
Seq = NewType("Seq", int)
"""Number of an entry in the journal, from 1, without gaps."""
OrderId = NewType("OrderId", int)
"""Our order: the seq of the entry that placed it (> 0). Another participant's order: its own number, negated (< 0)."""
InstrumentId = NewType("InstrumentId", int)

INT64_MAX: Final = (1 << 63) - 1
"""The journal's codec stores 64-bit integers; the gate refuses what could reach this."""

SECOND: Final = 1_000_000_000
MILLISECOND: Final = 1_000_000
DAY: Final = 86_400 * SECOND
