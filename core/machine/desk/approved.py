"""What the gate hands on: the only thing that order management sends."""

from core.domain.order import OwnOrder
from core.machine.desk.measures import Attempt
from core.messages.origin import Origin
from core.messages.terms import Terms
from core.native import mypyc_attr


@mypyc_attr(acyclic=True)
class Approved:
    """Proof that the risk gate said yes to exactly this order. protection: worst price of a market order, else 0.
    protection_bp: of an order that will fire as one, hundredths of a percent from its trigger, else 0. attempt: as it was judged."""

    __slots__ = ("attempt", "order", "origin", "protection", "protection_bp", "terms")

    def __init__(
        self, order: OwnOrder, protection: int, protection_bp: int, terms: Terms | None, origin: Origin | None,
        attempt: Attempt,
    ) -> None:
        self.order = order
        self.protection: int = protection
        self.protection_bp: int = protection_bp
        self.terms: Terms | None = terms
        self.origin: Origin | None = origin
        self.attempt: Attempt = attempt
