"""Plays a conversation with the machine: a line that begins with "> " is said to it, the lines after it are what it answers.

    > start [engaged] [rules=N]            a new run; instrument X: price unit 0.01, lots of 1, wide limits; rules: of an older program
    > limits QTY VALUE BP POSITION OPEN
    > place BUY|SELL QTY @PRICE|market GTC|IOC|FOK NAME
    > cancel NAME | replace NAME QTY @PRICE | cancel all [BUY|SELL]
    > flow BUY|SELL QTY @PRICE #N | flow market BUY|SELL QTY #N | flow funds BUY|SELL MONEY #N
    > flow cancel #N QTY | flow filled #N
    > kill SOURCE | release GENERATION SOURCE | end WHY | book
    > place SELL 5 stop@95 GTC NAME            a stop with its trigger; trail:8 a trailing stop; quote@95 looks at quotes;
                                               market<101 with its own worst price
    > retrigger NAME QTY TRIGGER
    > phase PHASE | bust TRADE | correct TRADE QTY @PRICE | cancel firm FIRM                  the exchange's operator
    > meet ALLOW|CANCEL_OLDEST|...                                                            our line's mode
    > fees MAKER TAKER AUCTION LOT           the exchange's, in millionths of the value; a lot in money
    > line DELAY                               our requests reach the exchange so many ns later
    > space ENOUGH|LOW|BLOCKED               what is left on the disk
    > wait NS                                  time passes, the machine's deadlines on the way with it
What the risk gate is told: tests/scenarios/say_gate.py.
    > WHO: ...                             somebody says it, by name; more of people in say_people
Orders of ours are called by their client order id; other participants' by #N.
After every message the kill switch knows when it has to act next: tests/scenarios/deadlines.py.
"""

import re
from collections.abc import Callable
from enum import Enum
from typing import Any

import msgspec

from core.domain.enums import OrderType, Phase, SelfMatch, Side, TimeInForce, TriggerBy
from core.domain.limits import Rule
from core.machine.engine import Engine
from core.machine.state import State, digest
from core.messages.commands import (
    RULES,
    CancelAllOrders,
    CancelOrder,
    EndRun,
    EngageKill,
    PlaceOrder,
    ReleaseKill,
    ReplaceOrder,
    SetLimits,
    StartRun,
)
from core.messages.events import GroupOpened, OrderSent, ParentOpened
from core.messages.flow import FlowCancel, FlowFilled, FlowLimit, FlowMarket, ListInstrument
from core.messages.limits import Limit
from core.messages.notes import DiskSpace, Space
from core.messages.operations import BustTrade, ChangePhase, CorrectTrade, SetRules, TimePassed
from core.messages.origin import Origin
from core.messages.participants import MassCancel, OpenSession
from core.messages.terms import Fees, MarketRules, Terms
from tests.scenarios import say_orders, say_people
from tests.scenarios.deadlines import keeps_time
from tests.scenarios.say_gate import gate_command, limit_words
from tests.scenarios.say_kill import say_kill

UNSAID_IF_NOTHING = (
    "terms", "auction", "fee", "fees", "was_fee", "protection_bp", "origin", "parent", "rule", "scope", "soft", "also", "by", "second",
    "why", "who", "stops", "venue", "answer_ns", "lacks",
)
VOCABULARIES: tuple[Callable[[list[str], Callable[[str], int]], Any], ...] = (say_people.speak, gate_command, say_kill, say_orders.say)
"""What else can be said, by subject: a function of the words and of what gives an order's id by its name; None: not its subject."""


class Conversation:
    def __init__(self) -> None:
        self.engine = Engine(State())
        self.seq = 0
        self.names: dict[int, str] = {}
        self.groups = self.waited = 0
        self.said: list[tuple[int, int, Any]] = []

    def play(self, text: str) -> str:
        """The conversation with the machine's own answers in place of those in the text."""
        lines: list[str] = []
        for line in text.splitlines():
            if line.startswith("> "):
                lines.append(line)
                lines += self.say(line[2:])
            elif not line.strip() or line.startswith("#"):
                lines.append(line)
        return "\n".join(lines) + "\n"

    def say(self, line: str) -> list[str]:
        # So that a name may have any character: as Python writes it.
        words = [re.sub(r"\\(x..|u....)", lambda found: chr(int(found[1][1:], 16)), word) for word in line.split()]
        if words[0] == "book":
            return self._book()
        if words[0] == "start":
            engaged = "engaged" in words
            begin = StartRun(
                "scenario", "", 0, int(engaged), engaged, "before" if engaged else "", (), reducing_passes=True, held_expire=True,
                gate_rules=next((int(word[6:]) for word in words if word.startswith("rules=")), RULES),
            )
            answers = self._tell(begin)
            answers += self._tell(ListInstrument(1, "X", "V", "B", "Q", 2, 0, 1, 1))
            self._tell(SetLimits(1, 1_000_000, 10**15, 5_000, 1_000_000, 1_000))
            return answers
        if words[0] == "wait":
            return self._wait(int(words[1]))
        return self._tell(self._message(words))

    def _wait(self, ns: int) -> list[str]:
        until = self._now() + ns
        told: list[str] = []
        while self.engine.next_due() <= until:
            self.waited += max(self.engine.next_due() - (self.seq + 1) * 1000 - self.waited, 0)
            told += self._tell(TimePassed())
        self.waited = max(until - self.seq * 1000, self.waited)
        return told

    def _now(self) -> int:
        return self.seq * 1000 + self.waited

    def digest(self) -> str:
        return digest(self.engine.state)

    def _tell(self, message: Any) -> list[str]:
        self.seq += 1
        self.said.append((self.seq, self._now(), message))
        events = self.engine.apply(self.seq, self._now(), message)
        assert keeps_time(self.engine.state.kill), "a deadline is missed, or one that is over is kept"
        self._name(events)
        return ["  " + self._shown(event) for event in events]

    def _name(self, events: list[Any]) -> None:
        for event in events:
            if isinstance(event, OrderSent):
                self.names[event.order_id] = event.client_order_id
            elif isinstance(event, ParentOpened):
                self.names[event.parent_id] = event.client_order_id
            elif isinstance(event, GroupOpened):
                self.groups += 1
                self.names[event.group_id] = f"g{self.groups}"

    def _message(self, words: list[str]) -> Any:
        match words:
            case [who, *rest] if who.endswith(":"):
                return say_people.by(who[:-1], rest, self._message)
            case ["place", *order]:
                return _place(order)
            case ["limits", *numbers]:
                return SetLimits(1, *(int(number) for number in numbers))
            case ["retrigger", name, qty, trigger]:
                return ReplaceOrder(self._id(name), int(qty), 0, int(trigger))
            case ["cancel", "all", *side]:
                return CancelAllOrders(0, Side[side[0]] if side else None)
            case ["cancel", "firm", firm]:
                return MassCancel(firm=int(firm))
            case ["cancel", name]:
                return CancelOrder(self._id(name))
            case ["replace", name, qty, price]:
                return ReplaceOrder(self._id(name), int(qty), int(price[1:]))
            case ["space", space]:
                return DiskSpace(Space[space], 0)
            case ["phase", phase]:
                return ChangePhase(1, Phase[phase])
            case ["bust", trade]:
                return BustTrade(1, int(trade))
            case ["correct", trade, qty, price]:
                return CorrectTrade(1, int(trade), int(price[1:]), int(qty))
            case ["meet", mode]:
                return OpenSession(1, 1, 1, SelfMatch[mode])
            case ["fees", *rates]:
                return SetRules(1, MarketRules(fees=Fees(*map(int, rates))))
            case ["line", delay] if delay != "down":
                return OpenSession(1, 1, 1, SelfMatch.CANCEL_NEWEST, entry_ns=int(delay))
            case ["kill", *source]:
                return EngageKill(" ".join(source))
            case ["release", generation, *source]:
                return ReleaseKill(" ".join(source), int(generation))
            case ["end", *why]:
                return EndRun(" ".join(why))
            case ["flow", *rest]:
                return self._flow(rest)
        for speak in VOCABULARIES:
            message = speak(words, self._id)
            if message is not None:
                return message
        raise ValueError(f"cannot be said: {' '.join(words)}")

    def _flow(self, words: list[str]) -> Any:
        match words:
            case ["market", side, qty, id]:
                return FlowMarket(1, -int(id[1:]), Side[side], int(qty), 0)
            case ["funds", side, money, id]:
                return FlowMarket(1, -int(id[1:]), Side[side], 0, int(money))
            case ["cancel", id, qty]:
                return FlowCancel(1, -int(id[1:]), int(qty))
            case ["filled", id]:
                return FlowFilled(1, -int(id[1:]))
            case [side, qty, price, id]:
                return FlowLimit(1, -int(id[1:]), Side[side], int(qty), int(price[1:]))
        raise ValueError(f"no such flow: {' '.join(words)}")

    def _id(self, name: str) -> int:
        return next((id for id, known in self.names.items() if known == name), 999)

    def _shown(self, event: Any) -> str:
        fields = []
        for name in event.__struct_fields__:
            value = getattr(event, name)
            if name in ("instrument", "account", "tape_sha256", "client_order_id", "seq", "trade_id", "epoch"):
                continue
            if name in UNSAID_IF_NOTHING and not value and not isinstance(value, Enum) and (name, value) != ("stops", False):
                continue
            if name == "rule":
                value = Rule(value)
            if name in ("order_id", "maker", "taker", "parent_id", "parent", "group_id"):
                value = self.names.get(value, f"#{-value}" if value < 0 else value)
            elif isinstance(value, Enum):
                value = value.name
            elif isinstance(value, tuple) and value and all(isinstance(one, Enum) for one in value) and name == "lacks":
                value = ",".join(one.name for one in value)
            elif isinstance(value, Limit):
                value = limit_words(value)
            elif isinstance(value, MarketRules):
                value = "/".join(str(rate) for rate in msgspec.structs.astuple(value.fees))
            elif isinstance(value, Terms | Origin):
                set_ones = ((field, getattr(value, field)) for field in value.__struct_fields__)
                value = ",".join(f"{field}:{number}" for field, number in set_ones if number)
            fields.append(f"{name}={say_people.shown(value)}")
        return f"{type(event).__name__} {' '.join(fields)}"

    def _book(self) -> list[str]:
        book = self.engine.state.venue.books[1]
        lines = []
        for levels, prices in ((book.asks, sorted(book.asks, reverse=True)), (book.bids, sorted(book.bids, reverse=True))):
            for price in prices:
                queue, order = [], levels[price].first
                while order is not None:
                    queue.append(f"{self.names.get(order.id, f'#{-order.id}')}:{order.qty}")
                    order = order.after
                lines.append(f"  {'ask' if levels is book.asks else 'bid'} {price}  {' '.join(queue)}")
        return lines or ["  empty"]


def _stop(side: str, qty: str, tif: str, name: str, terms: Terms) -> PlaceOrder:
    return PlaceOrder(name, 1, Side[side], OrderType.STOP, int(qty), 0, TimeInForce[tif], 1, terms)  # type: ignore[arg-type]


def _place(words: list[str]) -> PlaceOrder:
    match words:
        case [side, qty, stop, tif, name] if stop.startswith("stop@"):
            return _stop(side, qty, tif, name, Terms(trigger=int(stop[5:])))
        case [side, qty, quote, tif, name] if quote.startswith("quote@"):
            return _stop(side, qty, tif, name, Terms(trigger=int(quote[6:]), trigger_by=TriggerBy.QUOTE))
        case [side, qty, trail, tif, name] if trail.startswith("trail:"):
            terms = Terms(trail=int(trail[6:]))
            return PlaceOrder(name, 1, Side[side], OrderType.TRAILING_STOP, int(qty), 0, TimeInForce[tif], 1, terms)
        case [side, qty, worst, tif, name] if worst.startswith("market<"):
            terms = Terms(protection=int(worst[7:]))
            return PlaceOrder(name, 1, Side[side], OrderType.MARKET, int(qty), 0, TimeInForce[tif], 1, terms)
        case [side, qty, price, tif, name]:
            market = price == "market"
            kind = OrderType.MARKET if market else OrderType.LIMIT
            return PlaceOrder(name, 1, Side[side], kind, int(qty), 0 if market else int(price[1:]), TimeInForce[tif])
    raise ValueError(f"cannot be placed: {' '.join(words)}")
