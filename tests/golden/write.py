"""Writes the golden journal of today's schema: python -m tests.golden.write FOLDER

A short day that uses every kind of message once. It is written once for a schema, before that schema is released, and then
never again: what is in tests/golden/schema-N was written by the program of that schema, and stays as it was written.
"""

import sys
from pathlib import Path

import msgspec

from core.domain.enums import Ability, CancelReason, OrderType, Peg, Phase, Side, TimeInForce
from core.journal.entry import Entry
from core.journal.log import Log, Place
from core.machine.engine import Engine
from core.machine.state import State
from core.messages.commands import (
    RULES,
    CancelAllOrders,
    CancelOrder,
    Command,
    EngageKill,
    PlaceOrder,
    ReleaseKill,
    ReplaceOrder,
    SetLimits,
    StartRun,
)
from core.messages.flow import FlowCancel, FlowFilled, FlowLimit, FlowMarket, ListInstrument
from core.messages.limits import Restrict, Restriction
from core.messages.notes import BreaksFound, ClockStepped, DiskSpace, SegmentsDropped, Space, TailTruncated
from core.messages.operations import ChangePhase
from core.messages.origin import Origin
from core.messages.outside import AcknowledgeBreak, AnswerOverdue, OutsideReport, SetVenue
from core.messages.reports import Accepted, Cancelled
from core.messages.terms import Terms
from core.sequencer import Sequencer

BEGAN = 1_531_440_000_000_000_000
LOT = 10_000_000
ORIGIN = Origin("demo", "desk 1", "mean reversion", "s-17", "c-1")


class Day:
    def __init__(self, folder: Path) -> None:
        self.engine = Engine(State())
        self.now = BEGAN
        self._log = Log(folder, Place(), True)
        self._log.open()
        self._entries: list[Entry] = []
        self._sequencer = Sequencer(self.engine, self._entries.append, lambda entry: None)

    def say(self, message: object) -> int:
        """Its entry's number."""
        if isinstance(message, Command) and message.origin is None:
            message = msgspec.structs.replace(message, origin=ORIGIN)
        self.now += 1_000_000
        seq = self._sequencer.step(self.now, message).seq
        self._log.write(self._entries)
        self._entries.clear()
        return seq

    def place(self, name: str, side: Side, price: int, qty: int, **terms: int) -> int:
        kind, tif = (OrderType.LIMIT, TimeInForce.GTC) if price else (OrderType.MARKET, TimeInForce.IOC)
        return self.say(PlaceOrder(name, 1, side, kind, qty, price, tif, 1, Terms(**terms) if terms else None))  # type: ignore[arg-type]

    def end(self) -> None:
        self._log.close()


def open_market(day: Day) -> None:
    day.say(StartRun("golden", "f" * 64, BEGAN, 0, False, "", (), gate_rules=RULES))
    day.say(ListInstrument(1, "BTC-USD", "COINBASE", "BTC", "USD", 2, 8, 1, 1))  # type: ignore[arg-type]
    day.say(SetLimits(1, 100 * LOT, 10**16, 500, 250 * LOT, 50))  # type: ignore[arg-type]
    for n in range(20):
        day.say(FlowLimit(1, -1000 - n, Side.BUY, LOT * (n + 1), 620_000 - 10 * n))  # type: ignore[arg-type]
        day.say(FlowLimit(1, -2000 - n, Side.SELL, LOT * (n + 1), 620_100 + 10 * n))  # type: ignore[arg-type]


def trade(day: Day) -> None:
    first = day.place("a", Side.BUY, 620_000, 5 * LOT)
    day.place("b", Side.SELL, 620_100, 5 * LOT)
    day.place("c", Side.BUY, 0, 10 * LOT)
    day.place("too much", Side.BUY, 620_000, 10_000 * LOT)
    day.place("a", Side.BUY, 620_000, 1)
    moved = day.place("e", Side.SELL, 620_190, 10 * LOT)
    day.say(ReplaceOrder(moved, 7 * LOT, 620_200))  # type: ignore[arg-type]
    day.say(ReplaceOrder(moved, 17 * LOT, 620_150))  # type: ignore[arg-type]
    day.say(CancelOrder(first))  # type: ignore[arg-type]
    day.say(CancelOrder(999_999))  # type: ignore[arg-type]
    day.say(FlowMarket(1, -5001, Side.BUY, 200 * LOT, 0))  # type: ignore[arg-type]
    day.say(FlowCancel(1, -1003, 4 * LOT))  # type: ignore[arg-type]
    day.say(FlowFilled(1, -1004))  # type: ignore[arg-type]


def special(day: Day) -> None:
    day.say(PlaceOrder("stop", 1, Side.SELL, OrderType.STOP, LOT, 0, TimeInForce.GTC, 1, Terms(trigger=619_500)))  # type: ignore[arg-type]
    day.place("iceberg", Side.BUY, 619_980, 9 * LOT, display=LOT)
    day.place("peg", Side.BUY, 619_980, 9 * LOT, peg=Peg.PRIMARY)
    expires = Terms(expires_at=day.now + 5_000_000_000)  # type: ignore[arg-type]
    day.say(PlaceOrder("gtd", 1, Side.BUY, OrderType.LIMIT, 2 * LOT, 619_970, TimeInForce.GTD, 1, expires))  # type: ignore[arg-type]
    for phase in (Phase.HALT, Phase.VOLATILITY_CALL, Phase.CONTINUOUS):
        day.say(ChangePhase(1, phase))  # type: ignore[arg-type]
        day.place(f"in {phase.name}", Side.BUY, 619_990, LOT // 10)
    day.now += 10_000_000_000


def outside(day: Day) -> None:
    day.say(ListInstrument(2, "ETH-USD", "ABROAD", "ETH", "USD", 2, 8, 1, 1))  # type: ignore[arg-type]
    day.say(SetLimits(2, 100 * LOT, 10**16, 500, 250 * LOT, 50))  # type: ignore[arg-type]
    day.say(SetVenue("ABROAD", True, False, answer_ns=5_000_000_000, lacks=(Ability.ICEBERG,)))  # type: ignore[arg-type]
    for id, side, price in ((-3000, Side.BUY, 30_000), (-3001, Side.SELL, 30_010)):
        day.say(FlowLimit(2, id, side, LOT, price))  # type: ignore[arg-type]
    sent = day.say(PlaceOrder("abroad", 2, Side.BUY, OrderType.LIMIT, LOT, 30_000))  # type: ignore[arg-type]
    day.say(PlaceOrder("peak", 2, Side.BUY, OrderType.LIMIT, 4 * LOT, 30_000, terms=Terms(display=LOT)))  # type: ignore[arg-type]
    day.say(AnswerOverdue("ABROAD", sent))  # type: ignore[arg-type]
    day.say(OutsideReport("ABROAD", "x.1", Accepted(sent, LOT, 0)))  # type: ignore[arg-type]
    words = f"an order is open here and not there: {sent}, ours {LOT}, theirs 0"
    day.say(BreaksFound("ABROAD", (words,)))
    day.say(AcknowledgeBreak("ABROAD", words, ORIGIN))
    day.say(Restrict(Restriction.CLOSED, 2))  # type: ignore[arg-type]
    day.say(OutsideReport("ABROAD", "x.2", Cancelled(sent, LOT, CancelReason.REQUESTED)))  # type: ignore[arg-type]
    day.say(Restrict(Restriction.NONE, 2))  # type: ignore[arg-type]


def stop(day: Day) -> None:
    day.say(DiskSpace(Space.LOW, 1_999))
    day.say(DiskSpace(Space.BLOCKED, 99))
    day.place("no room", Side.BUY, 619_990, LOT // 10)
    for note in (DiskSpace(Space.ENOUGH, 99_999), ClockStepped(5_000_000), TailTruncated("000000000001.journal", 3, 17, 0)):
        day.say(note)
    day.say(SegmentsDropped((1, 65_537), 123_456))
    day.say(EngageKill("golden"))
    day.place("engaged", Side.BUY, 619_990, LOT // 10)
    day.say(ReleaseKill("golden", day.engine.state.kill.generation))
    day.place("again", Side.BUY, 619_990, 3 * LOT)
    day.place("and again", Side.SELL, 620_400, 2 * LOT)
    day.say(FlowMarket(1, -5002, Side.SELL, 500 * LOT, 0))  # type: ignore[arg-type]
    day.say(CancelAllOrders())
    day.place("last", Side.BUY, 619_000, 3 * LOT)


def main(folder: Path) -> None:
    day = Day(folder)
    for part in (open_market, trade, special, outside, stop):
        part(day)
    day.end()
    print(f"{day.engine.state.seq} entries in {folder}; {len(day.engine.state.oms.open)} orders open")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
