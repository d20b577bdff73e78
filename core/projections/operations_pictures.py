"""The market operator's pictures. Prices are price units, quantities lots, money exact, times UTC nanoseconds; 0: none."""

from enum import IntEnum
from typing import Any

import msgspec

from core.domain.enums import Phase, PhaseCause, Side
from core.domain.instrument import Instrument
from core.domain.roles import Role
from core.messages.reasons import Reason
from core.messages.rejections import Rejection
from core.messages.terms import MarketRules
from core.projections.answers import Answer

SHOWN_TRADES = 200
"""Newest trades of the chosen instrument that are handed over. The exchange can amend more (docs/venue.md 10.6)."""


class Part(IntEnum):
    """What is looked at: the others cost nothing."""

    PHASES = 0
    TRADES = 1
    PARTICIPANTS = 2


class OperationsLook(msgspec.Struct, frozen=True):
    """instrument: whose trades; 0: the first one."""

    version: int = -1
    part: Part = Part.PHASES
    instrument: int = 0


class PhaseRow(msgspec.Struct, frozen=True, gc=False):
    """cause: why it came to its phase; None: it began in it. next_at, next_phase: of the schedule. allowed: what may follow. low, high: of
    the static band; dynamic_...: of the dynamic one. velocity: price units within velocity_ns. halts_at: when a limit state that goes on
    becomes a halt. indicative: price, lots, and buy lots left over (below 0: sell). no_cancel: participants may not cancel now. orders:
    live ones. rules: as the market has them. schedule: what is left of it. mark: price for stops that it triggers."""

    instrument: Instrument
    phase: Phase
    cause: PhaseCause | None
    since: int
    ends_at: int
    next_at: int
    next_phase: Phase | None
    allowed: tuple[Phase, ...]
    last: int
    reference: int
    low: int
    high: int
    dynamic_low: int
    dynamic_high: int
    velocity: int
    velocity_ns: int
    halts_at: int
    indicative: tuple[int, int, int]
    no_cancel: bool
    orders: int
    rules: MarketRules = MarketRules()
    schedule: tuple[tuple[int, Phase], ...] = ()
    mark: int = 0


class TradeRow(msgspec.Struct, frozen=True, gc=False):
    """price, qty: as it stands, qty 0 when it was undone; was_...: as it printed. at 0: not known. firms: 0 for nobody in particular."""

    instrument: Instrument
    trade_id: int
    at: int
    price: int
    qty: int
    was_price: int
    was_qty: int
    aggressor: Side
    auction: bool
    maker: int
    taker: int
    maker_firm: int
    taker_firm: int


class ParticipantRow(msgspec.Struct, frozen=True):
    """firm 0: nobody in particular, of whom nothing can be asked and only the number of orders is known. up: sessions with a line that is
    up. worth: lots and exact money of live orders, by instrument; an order without a limit counts at the last price."""

    firm: int
    ours: bool
    sessions: tuple[int, ...]
    up: int
    blocked: bool
    orders: int
    worth: tuple[tuple[Instrument, int, int], ...]


class MarketReading(msgspec.Struct, frozen=True):
    phases: tuple[PhaseRow, ...]
    trades: tuple[TradeRow, ...]
    participants: tuple[ParticipantRow, ...]


class Happened(msgspec.Struct, frozen=True):
    """The last thing that an operator, the calendar or a rule did to a market. event: as the core told it, or the MassCancel itself."""

    at: int
    event: Any
    who: str
    why: str


class OperationsPicture(msgspec.Struct, frozen=True):
    """refused: why the last operation was not done, until one is. refused_of, refused_value: of which instrument, 0: none or all, and the
    phase, trade or session that was meant. refused_in: the instrument's phase then; None: as it is now. answers: to what was asked
    for last."""

    version: int
    at: int
    part: Part
    reading: MarketReading
    happened: Happened | None
    refused: Reason | Rejection | None
    refused_request: str
    person: str
    roles: tuple[Role, ...]
    refused_of: int = 0
    refused_value: int = 0
    refused_in: Phase | None = None
    answers: tuple[Answer, ...] = ()
