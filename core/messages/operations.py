"""What the embedded exchange's own operator and calendar say, and the clock."""

import msgspec

from core.domain.enums import Phase
from core.domain.units import InstrumentId, Nanos, Price, Qty
from core.messages.terms import MarketRules


class SetRules(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=110):
    instrument: InstrumentId
    rules: MarketRules


class ChangePhase(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=111):
    """instrument 0: every instrument (a market-wide halt). A call that is left for trading is uncrossed first.

    ends_at: when the phase ends by itself (calls and halts), 0: by the next command. random_ns: up to so much later.
    """

    instrument: InstrumentId
    phase: Phase
    ends_at: Nanos = Nanos(0)
    random_ns: Nanos = Nanos(0)


class SetSchedule(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=112):
    """The instrument's day: (at, phase, up to so much later), ascending. Replaces what was left of the one before."""

    instrument: InstrumentId
    entries: tuple[tuple[Nanos, Phase, Nanos], ...]


class SetReference(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=113):
    """The price that the bands are measured from, until an auction gives a new one."""

    instrument: InstrumentId
    price: Price


class SetMark(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=114):
    """The mark price: of an index or a model, for stops that are triggered by it."""

    instrument: InstrumentId
    price: Price


class BlockParticipant(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=115):
    """All orders of the firm go; nothing new from it is taken until it is readmitted."""

    firm: int


class ReadmitParticipant(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=116):
    firm: int


class BustTrade(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=117):
    """The trade never was. Orders do not come back."""

    instrument: InstrumentId
    trade_id: int


class CorrectTrade(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=118):
    """The trade was at another price, or for fewer lots (never more)."""

    instrument: InstrumentId
    trade_id: int
    price: Price
    qty: Qty


class TimePassed(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=119):
    """A deadline of the machine has come; entered by the sequencer, at the deadline, before anything later."""


Operation = (
    SetRules | ChangePhase | SetSchedule | SetReference | SetMark | BlockParticipant | ReadmitParticipant | BustTrade | CorrectTrade
)
