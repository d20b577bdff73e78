"""What the embedded exchange's own operator and calendar say, and the clock.

why: in the operator's words. origin: who says it; None is the program itself (the calendar), which nobody is asked about.
"""

import msgspec

from core.domain.enums import Phase
from core.domain.units import InstrumentId, Nanos, Price, Qty
from core.messages.origin import Origin
from core.messages.terms import MarketRules


class SetRules(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=110):
    instrument: InstrumentId
    rules: MarketRules
    why: str = ""
    origin: Origin | None = None


class ChangePhase(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=111):
    """instrument 0: every instrument (a market-wide halt). A call that is left for trading is uncrossed first.

    ends_at: when the phase ends by itself (calls and halts), 0: by the next command. random_ns: up to so much later.
    """

    instrument: InstrumentId
    phase: Phase
    ends_at: Nanos = Nanos(0)
    random_ns: Nanos = Nanos(0)
    why: str = ""
    origin: Origin | None = None


class SetSchedule(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=112):
    """The instrument's day: (at, phase, up to so much later), ascending. Replaces what was left of the one before."""

    instrument: InstrumentId
    entries: tuple[tuple[Nanos, Phase, Nanos], ...]
    why: str = ""
    origin: Origin | None = None


class SetReference(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=113):
    """The price that the bands are measured from, until an auction gives a new one."""

    instrument: InstrumentId
    price: Price
    why: str = ""
    origin: Origin | None = None


class SetMark(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=114):
    """The mark price: of an index or a model, for stops that are triggered by it."""

    instrument: InstrumentId
    price: Price
    why: str = ""
    origin: Origin | None = None


class BlockParticipant(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=115):
    """All orders of the firm go; nothing new from it is taken until it is readmitted."""

    firm: int
    why: str = ""
    origin: Origin | None = None


class ReadmitParticipant(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=116):
    firm: int
    why: str = ""
    origin: Origin | None = None


class BustTrade(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=117):
    """The trade never was. Orders do not come back."""

    instrument: InstrumentId
    trade_id: int
    why: str = ""
    origin: Origin | None = None


class CorrectTrade(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=118):
    """The trade was at another price, or for fewer lots (never more)."""

    instrument: InstrumentId
    trade_id: int
    price: Price
    qty: Qty
    why: str = ""
    origin: Origin | None = None


class TimePassed(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=119):
    """A deadline of the machine has come; entered by the sequencer, at the deadline, before anything later."""


Operation = (
    SetRules | ChangePhase | SetSchedule | SetReference | SetMark | BlockParticipant | ReadmitParticipant | BustTrade | CorrectTrade
)
