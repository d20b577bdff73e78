"""A conversation about something that went wrong in a real market: thousands of orders, said in a few lines.

    > repeat N NS: LINE                 LINE so many times, NS apart; {n} in it is 1, 2, ..., {n+5} is 6, 7, ...; {n%5} is 1 ... 5, 1, ...
                                        answers are counted, not shown
    > by strategy NAME: LINE            a program says it
    > basket of N: SIDE QTY PRICE NAME  one order in each of the instruments 1 to N, as one decision
    > pile of N: SIDE QTY PRICE NAME    the same, all of them in instrument X
    > coarse N TICK LOT                 another instrument of venue V, with steps of its own
    > parent of ACCOUNT INSTRUMENT SIDE QTY NAME
    > ample N QTY                       the instrument's limits, so wide that others decide
    > schedule AT:PHASE ...            of instrument X, at times of the session
    > until NS                          time passes up to there
    > bad                               what is said from here on is the incident
Invariant that is looked at after every message: what the desk has and what it has open, valued, stays within `most`.
"""

import re
from collections import Counter
from typing import Any, NamedTuple

import msgspec

from core.domain.enums import OrderType, Phase, Side, TimeInForce
from core.domain.units import Nanos
from core.messages.commands import PlaceOrder, SetLimits
from core.messages.events import Event
from core.messages.flow import ListInstrument
from core.messages.groups import PlaceBasket, PlaceParent
from core.messages.operations import SetSchedule
from core.messages.origin import Origin
from tests.scenarios.conversation import Conversation
from tests.scenarios.deadlines import keeps_time

PRICE_UNIT_VALUE = 10_000
"""Millionths of the base currency in one lot at one unit of price: the instruments have two decimals and are quoted in it."""


class Told(NamedTuple):
    at: Nanos
    event: Event


class Incident(Conversation):
    """bad_at: when the incident began, 0: not yet. most: the largest exposure at any time, in millionths of the base currency."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[Told] = []
        self.bad_at = self.most = 0
        self._quiet: Counter[str] | None = None

    def say(self, line: str) -> list[str]:
        if line == "bad":
            self.bad_at = self._now() + 1000
            return []
        if line.startswith("until "):
            return self._wait(max(int(line[6:]) - self._now(), 0))
        found = re.fullmatch(r"repeat (\d+) (\d+): (.*)", line)
        if found is None:
            return super().say(line)
        self._quiet = Counter()
        for n in range(1, int(found[1]) + 1):
            if int(found[2]):
                self._wait(int(found[2]))
            self.say(_numbered(found[3], n))
        counted, self._quiet = self._quiet, None
        return [f"  {count} {what}" for what, count in counted.items()]

    def _tell(self, message: Any) -> list[str]:
        self.seq += 1
        at = self._now()
        self.said.append((self.seq, at, message))
        events = self.engine.apply(self.seq, at, message)
        assert keeps_time(self.engine.state.kill), "a deadline is missed, or one that is over is kept"
        self.told += [Told(Nanos(at), event) for event in events]
        self.most = max(self.most, self.exposure())
        self._name(events)
        if self._quiet is None:
            return ["  " + self._shown(event) for event in events]
        for event in events:
            self._quiet[_kind(event)] += 1
        return []

    def _message(self, words: list[str]) -> Any:
        match words:
            case ["by", "strategy", name, *rest] if name.endswith(":"):
                return msgspec.structs.replace(self._message(rest), origin=Origin(strategy=name[:-1]))
            case [("basket" | "pile") as kind, "of", count, side, qty, price, name] if count.endswith(":"):
                return PlaceBasket(
                    tuple(
                        _line(f"{name}{n}", n if kind == "basket" else 1, side, qty, price) for n in range(1, int(count[:-1]) + 1)
                    )
                )
            case ["schedule", *entries]:
                parts = [entry.split(":") for entry in entries]
                return SetSchedule(1, tuple((Nanos(int(at)), Phase[phase], Nanos(0)) for at, phase in parts))  # type: ignore[arg-type]
            case ["coarse", number, tick, lot]:
                return ListInstrument(int(number), f"C{number}", "V", "B", "Q", 2, 0, int(tick), int(lot))  # type: ignore[arg-type]
            case ["parent", "of", account, instrument, side, qty, name]:
                return PlaceParent(name, int(instrument), Side[side], int(qty), int(account))  # type: ignore[arg-type]
            case ["ample", instrument, qty]:
                return SetLimits(int(instrument), int(qty), 10**15, 5_000, int(qty), 1_000)  # type: ignore[arg-type]
        return super()._message(words)

    def exposure(self) -> int:
        """Counted anew from positions and open orders: of each instrument the worse of everything bought and everything sold."""
        oms, books = self.engine.state.oms, self.engine.state.venue.books
        long: Counter[int] = Counter()
        short: Counter[int] = Counter()
        for (_, instrument), held in oms.positions.items():
            worth = held.qty * books[instrument].last
            long[instrument] += worth
            short[instrument] -= worth
        for order in oms.open.values():
            (long if order.side is Side.BUY else short)[order.instrument] += order.leaves * (order.price or order.worth)
        return sum(max(long[one], short[one], 0) for one in long.keys() | short.keys()) * PRICE_UNIT_VALUE


def _line(name: str, instrument: int, side: str, qty: str, price: str) -> PlaceOrder:
    return PlaceOrder(name, instrument, Side[side], OrderType.LIMIT, int(qty), int(price[1:]), TimeInForce.GTC)  # type: ignore[arg-type]


def _numbered(line: str, n: int) -> str:
    def number(found: re.Match[str]) -> str:
        how, by = found[1][:1], int(found[1][1:] or 0)
        return str(n + by if how != "%" else (n - 1) % by + 1)

    return re.sub(r"\{n([+%]\d+)?\}", lambda found: str(n) if found[1] is None else number(found), line)


def _kind(event: Event) -> str:
    reason = getattr(event, "reason", None)
    return type(event).__name__ + (f" {reason.name}" if reason is not None else "")
