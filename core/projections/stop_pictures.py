"""The kill switch's pictures. Prices are price units, quantities lots, money exact, times UTC nanoseconds; 0 in a time: not yet."""

import msgspec

from core.domain.instrument import Instrument
from core.domain.stages import Stage
from core.messages.reasons import Reason


class StopRow(msgspec.Struct, frozen=True, gc=False):
    """One scope that is stopped or on its way back. hit: orders that it found open; left: of those, not known to be gone.
    blocked_at, cancelled_at, verified_at: session time at which new orders were refused, the last cancel was asked for, none was
    left. asked_by, why: of a request for release; approved_by: of the way back."""

    scope: str
    generation: int
    source: str
    who: str
    stage: Stage
    hit: int
    left: int
    blocked_at: int
    cancelled_at: int
    verified_at: int
    asked_by: str = ""
    why: str = ""
    approved_by: str = ""


class KillPicture(msgspec.Struct, frozen=True):
    """at: session time of the last change. orders_hit: open orders when it was engaged; cancelled: how many of those are
    confirmed gone. refused_since: requests blocked since. open_orders and open_value (exact money per instrument, quote
    currency): what engaging would cancel now. stops: scope by scope, the worst first. engaged: something is blocked.
    denied: why the last request about the switch was refused, until something changes."""

    version: int
    engaged: bool
    generation: int
    source: str
    at: int
    orders_hit: int
    cancelled: int
    refused_since: int
    open_orders: int
    open_value: int
    instrument: Instrument | None
    position: int
    stops: tuple[StopRow, ...] = ()
    denied: Reason | None = None
