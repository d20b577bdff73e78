"""What an auction would give if it ended as it stands."""

from typing import NamedTuple


class Uncross(NamedTuple):
    """price 0: nothing would trade, or there is no auction. qty in lots; surplus: buy lots left over, negative: sell."""

    price: int
    qty: int
    surplus: int


NO_UNCROSS = Uncross(0, 0, 0)
