"""The limits, the account and the currency that a first simulation begins with, from the settings. From then on they are messages in
the journal, and carried from run to run.
"""

from dataclasses import dataclass
from decimal import Decimal

from core.domain.instrument import Instrument
from core.domain.limits import Rule
from core.domain.scope import ScopeKind
from core.domain.units import SECOND, Money, Qty
from core.messages.commands import SetLimits
from core.messages.limits import ChangeLimits, Limit, SetAccount, SetRate

MINUTE = 60 * SECOND


class LimitsError(Exception):
    """A limit of the settings cannot be one of the instrument; the text names setting, value and reason."""


@dataclass(frozen=True)
class FirstLimits:
    """Limits of an instrument nobody set limits for yet, as a person writes them. collar_bp: hundredths of a percent."""

    max_order_qty: str = "10"
    max_order_value: str = "100000"
    collar_bp: int = 1000
    max_position: str = "25"
    max_open_orders: int = 200
    account_cash: str = "1000000"
    max_positions: int = 10
    position_share_bp: int = 1000
    daily_loss_bp: int = 300
    drawdown_bp: int = 1500
    quiet_minutes: int = 15
    price_age_s: int = 60

    def of(self, instrument: Instrument) -> SetLimits:
        """In the instrument's own units. Raises LimitsError."""
        parse = {"max_order_qty": instrument.parse_qty, "max_position": instrument.parse_qty, "max_order_value": instrument.parse_money}
        units: dict[str, int] = {}
        for name, parsed in parse.items():
            try:
                units[name] = parsed(getattr(self, name))
            except ValueError as error:
                raise LimitsError(f"setting {name} = {getattr(self, name)} does not fit {instrument.symbol}: {error}") from None
        return SetLimits(
            instrument.id, Qty(units["max_order_qty"]), Money(units["max_order_value"]), self.collar_bp, Qty(units["max_position"]),
            self.max_open_orders,
        )

    def funds(self, quote: str) -> tuple[SetRate, SetAccount]:
        """What a simulation's account begins with, in the currency of its first instrument."""
        return SetRate(quote, base=True), SetAccount(1, "demo", int(Decimal(self.account_cash) * 1_000_000), "demo")

    def others(self) -> ChangeLimits:
        """What holds for every account, and for everybody; 0 leaves one out."""
        rows = (
            Limit(Rule.MAX_POSITIONS, self.max_positions, ScopeKind.ACCOUNT),
            Limit(Rule.POSITION_SHARE, self.position_share_bp, ScopeKind.ACCOUNT),
            Limit(Rule.DAILY_LOSS, self.daily_loss_bp, ScopeKind.ACCOUNT),
            Limit(Rule.DRAWDOWN, self.drawdown_bp, ScopeKind.ACCOUNT),
            Limit(Rule.OPEN_QUIET, self.quiet_minutes * MINUTE),
            Limit(Rule.CLOSE_QUIET, self.quiet_minutes * MINUTE),
            Limit(Rule.PRICE_AGE, self.price_age_s * SECOND),
        )
        return ChangeLimits(tuple(row for row in rows if row.value), "first limits of a simulation")
