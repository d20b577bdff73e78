"""A position at average cost, in exact integers.

Invariants: cost is 0 when qty is 0; realised + (mark value of qty) - cost never depends on the order of equal-priced
fills; closing releases cost in proportion, and what integer division leaves over stays with the open part, so nothing is
ever lost or made. Fees are not in here.
"""

from core.domain.enums import Side


class Position:
    """qty: signed lots. cost: exact money paid for the open part (negative when short). realised: exact money."""

    __slots__ = ("bought", "cost", "qty", "realised", "sold")

    def __init__(self) -> None:
        self.qty: int = 0
        self.cost: int = 0
        self.realised: int = 0
        self.bought: int = 0
        self.sold: int = 0

    def book(self, side: Side, qty: int, price: int) -> None:
        """Books one fill of qty lots at price."""
        if side is Side.BUY:
            self.bought += qty
            signed = qty
        else:
            self.sold += qty
            signed = -qty
        held = self.qty
        if held == 0 or (held > 0) == (signed > 0):
            self.qty = held + signed
            self.cost += signed * price
            return
        closing = min(qty, abs(held))
        released = self.cost * closing // abs(held)
        self.realised += (closing if held > 0 else -closing) * price - released
        self.cost -= released
        self.qty = held + (closing if signed > 0 else -closing)
        opening = qty - closing
        if opening:
            self.qty = opening if signed > 0 else -opening
            self.cost = self.qty * price

    def unbook(self, side: Side, qty: int, price: int) -> None:
        """Takes a fill back that the venue undid: the opposite fill at its price, without counting as turnover. Realised plus
        unrealised is as if the fill had never been; how it splits is not, when later fills closed against it."""
        bought, sold = self.bought, self.sold
        if side is Side.BUY:
            self.book(Side.SELL, qty, price)
            bought -= qty
        else:
            self.book(Side.BUY, qty, price)
            sold -= qty
        self.bought, self.sold = bought, sold

    def unrealised(self, mark: int) -> int:
        """Exact money, valuing the open part at mark (0: no price, no value)."""
        return self.qty * mark - self.cost if mark else 0
