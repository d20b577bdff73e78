"""Venues outside this program: that there are any, and what they say.

An order for an instrument of such a venue is not handed to the embedded exchange: an edge acts upon OrderSent, CancelSent,
ReplaceSent and QuerySent events that carry the venue's name, once they are durable, and brings the answers back as OutsideReport.
"""

import msgspec

from core.domain.enums import Ability, Side
from core.domain.units import InstrumentId, Nanos, OrderId
from core.messages.origin import Origin
from core.messages.reports import Report


class SetVenue(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=200):
    """venue: as instruments name it. outside: new orders of it go out by an edge from now on; orders that were sent stay with whom
    they were sent to. stops: it takes stop and if-touched orders itself; else the desk holds them and sends what they become.
    answer_ns: what it may take to answer an order, a cancel, a replace or a query before the order is doubtful; 0: any time. lacks: what
    it said that it does not have; orders that ask for it are refused."""

    venue: str
    outside: bool
    stops: bool = True
    origin: Origin | None = None
    answer_ns: Nanos = Nanos(0)
    lacks: tuple[Ability, ...] = ()


class OutsideReport(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=201):
    """exec_id: the venue's own id of this report, never used twice by it (FIX tag 17); empty: it has none. account, instrument and
    side: as the venue knows them, so that even a fill of an order that we do not know is booked; 0 and None: not said."""

    venue: str
    exec_id: str
    report: Report
    account: int = 0
    instrument: InstrumentId = InstrumentId(0)
    side: Side | None = None


class AnswerOverdue(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=249):
    """The venue's edge has waited for an answer about the order as long as it may take, by the machine's own clock: an outside venue
    lives in real time, whatever the session's does. The machine knows best whether one is still missing."""

    venue: str
    order_id: OrderId


class AcknowledgeBreak(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=250):
    """A person has seen a break between our record and a venue's. words: as BreaksFound told it; with other numbers it is another one."""

    venue: str
    words: str
    origin: Origin | None = None


Outside = SetVenue | OutsideReport | AnswerOverdue | AcknowledgeBreak
