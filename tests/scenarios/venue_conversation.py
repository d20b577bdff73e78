"""The venue's scenarios: a line that begins with "> " is said to the embedded exchange, the lines after it are its answers.

Each scenario begins `== name: what it shows (rule; source)` and is a world of its own: one instrument 1 in CONTINUOUS (price unit
0.01, tick 1, lot 1; feeds TRADES and STATUS), and session -1 of firm 0 and owner 0, which is everybody's who names no other.

    > S1 5@101                      sell, order 1, 5 lots at 101, GTC. B2 5@market buys at market (IOC unless said). B3 5 has price 0
        words: IOC FOK GTC DAY GTD OPG ATC GFA; hidden aon post_only slide; stop stop_limit trailing mit lit pegged limit market
        settings: every field of Terms, and session= instrument=; short: by= (trigger_by) spread= (display_spread) min= (min_qty)
        offset= (peg_offset) expires= (expires_at). peg=, trail= and @market say the type by themselves
    > M1 5@102 trigger= display=    replace        > C1                            cancel
    > own B a 5@101                 an order of ours, called a, through the desk (own cancel a, own replace a 5@102)
    > session -3 firm=7 owner=3 CANCEL_OLDEST by=owner cod silent entry=1ms jitter=1ms seed=5        > close -3
    > mass firm=7 side=BUY low=99   mass cancel    > quotes session=-3 1 10@99 2 10@101        > protect session=-3 lots=9 window=1s
    > rules key=value ids_ascending   all rules anew, the unsaid ones at their defaults; fees=maker/taker/auction/lot, ticks=0:1/100:5
    > phase HALT ends=+5s random=1s (phase all HALT)       > schedule +1s OPENING_CALL, +2s CONTINUOUS random=1s
    > reference 100   > mark 100    > block 7   > readmit 7   > bust 3   > correct 3 4@99        > list 2 tick=5 lot=10
    > time +100ms                   moves the clock; what falls due on the way is entered at its deadline, and shown with it
    > flow B5 5@101, flow market B5 5, flow funds B5 505, flow cancel 5 2, flow filled 5, seed S1 5@101 S2 ...  a recorded tape
    > book, > market                what the exchange holds: asks, bids, hidden, stops, held; phase, last price, totals
    > due                           its next deadline

A time with + counts from now, one without from the scenario's beginning; the clock stands still but for `> time`.

Answers: `trade 5@101 maker 1 leaves 0, taker 2 leaves 3` is one trade with both reports of it (`cross`: of an auction; a side
without `leaves` has no reports); `accepted 3 5@101 ahead 7` rests behind 7 lots; in the book `3:5+15` is order 3, 5 lots shown
and 15 in reserve. Nothing under a command: the exchange did it, and has nothing to say.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from core.machine.engine import Engine
from core.machine.state import State, digest
from core.machine.timers import NEVER
from core.machine.venue.picture import picture
from core.messages.commands import SetLimits, StartRun
from core.messages.events import OrderSent
from core.messages.flow import ListInstrument
from core.messages.market_data import OperationRefused
from core.messages.operations import SetRules, TimePassed
from core.messages.participants import OpenSession
from core.messages.reports import Rejected
from core.messages.terms import STATUS, TRADES, MarketRules
from tests.scenarios.venue_answers import Answers, clock
from tests.scenarios.venue_checks import Mirror, unsound
from tests.scenarios.venue_messages import START, Reader

QUIET = TRADES | STATUS


@dataclass(frozen=True)
class Scenario:
    """One scenario of a file. lines: everything after its heading, up to the next one."""

    path: Path
    name: str
    heading: str
    lines: tuple[str, ...]

    def text(self) -> str:
        return "\n".join((self.heading, *self.lines)) + "\n"


def scenarios(path: Path) -> list[Scenario]:
    found: list[Scenario] = []
    heading, lines = "", []
    for line in [*path.read_text(encoding="utf-8").splitlines(), "== "]:
        if line.startswith("== "):
            if heading:
                name = heading[3:].partition(":")[0].strip()
                found.append(Scenario(path, name, heading, tuple(lines)))
            heading, lines = line, []
        else:
            lines.append(line)
    return found


class VenueConversation:
    """said: every message with its time, for a second exchange. broken: rules that hold in every scenario and did not."""

    def __init__(self) -> None:
        self.engine = Engine(State())
        self.at = START
        self.said: list[tuple[int, Any]] = []
        self.broken: list[str] = []
        self.told: list[Any] = []
        self.mirror = Mirror()
        self.reader = Reader()
        self.answers = Answers()
        self._tell(StartRun("scenario", "", START, 0, False, "", ()))
        self._tell(ListInstrument(1, "X", "V", "B", "Q", 2, 0, 1, 1))
        self._tell(SetRules(1, MarketRules(feeds=QUIET)))
        self._tell(SetLimits(1, 1_000_000, 10**15, 5_000, 1_000_000, 1_000))
        self._tell(OpenSession(-1, 0, 0))

    def play(self, scenario: Scenario) -> str:
        """The scenario with the exchange's own answers in place of those in the text."""
        lines = [scenario.heading]
        for line in scenario.lines:
            if line.startswith("> "):
                lines.append(line)
                lines += ("  " + answer for answer in self.say(line[2:]))
            elif not line.strip() or line.startswith("#"):
                lines.append(line)
        return "\n".join(lines) + "\n"

    def say(self, line: str) -> list[str]:
        word, _, rest = line.partition(" ")
        match word:
            case "book":
                return self.answers.book(self.picture(int(rest or 1)))
            case "market":
                return self.answers.market(self.picture(int(rest or 1)))
            case "due":
                due = self.engine.next_due()
                return ["due never" if due == NEVER else f"due {clock(due)}"]
            case "time":
                return self._pass_time(self.reader.moment(rest, self.at))
        message = self.reader.message(line, self.at)
        answers = self.answers.shown(self._tell(message))
        if isinstance(message, ListInstrument):
            self._tell(SetRules(message.instrument, MarketRules(feeds=QUIET)))
        return answers

    def picture(self, instrument: int) -> Any:
        return picture(self.engine.state.venue.markets[instrument])

    def digest(self) -> str:
        return digest(self.engine.state)

    def _pass_time(self, until: int) -> list[str]:
        lines = []
        while (due := self.engine.next_due()) <= until:
            self.at = due
            lines += (f"at {clock(due)} {line}" for line in self.answers.shown(self._tell(TimePassed())))
        self.at = until
        return lines

    def _tell(self, message: Any) -> list[Any]:
        self.engine.state.at = self.at  # the clock is no part of what a refusal must leave alone
        before = self.digest()
        self.said.append((self.at, message))
        events = self.engine.apply(len(self.said), self.at, message)
        self.told += events
        for event in events:
            if isinstance(event, OrderSent):
                self.reader.own[event.client_order_id] = event.order_id
                self.answers.own[event.order_id] = event.client_order_id
        refused = bool(events) and all(isinstance(event, Rejected | OperationRefused) for event in events)
        if refused and not isinstance(message, TimePassed) and self.digest() != before:
            self.broken.append(f"refused, but the state changed: {message}")
        self.mirror.say(message)
        for event in events:
            self.mirror.fold(event)
        pictures = [picture(market) for market in self.engine.state.venue.markets.values()]
        self.broken += (f"after {message}: {fault}" for fault in self.mirror.differs(pictures))
        for instrument, market in self.engine.state.venue.markets.items():
            self.broken += (f"instrument {instrument} after {message}: {fault}" for fault in unsound(picture(market)))
        return events


def again(said: list[tuple[int, Any]]) -> tuple[list[Any], str]:
    """Events and state of a fresh exchange that is told the same."""
    engine = Engine(State())
    told: list[Any] = []
    for seq, (at, message) in enumerate(said, 1):
        told += engine.apply(seq, at, message)
    return told, digest(engine.state)


def with_feeds(said: list[tuple[int, Any]], feeds: int) -> list[tuple[int, Any]]:
    """The same, with these feeds on top of the conversation's own."""
    changed: list[tuple[int, Any]] = []
    for at, message in said:
        if isinstance(message, SetRules):
            message = SetRules(message.instrument, replace(message.rules, feeds=message.rules.feeds | feeds))
        changed.append((at, message))
    return changed


def rewritten(text: str, before: str, after: str) -> str:
    """The file's text with one scenario's answers made anew."""
    assert text.count(before) == 1, f"not once in the file: {before.splitlines()[0]}"
    return text.replace(before, after)
