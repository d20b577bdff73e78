"""What is said in a venue scenario, as messages. The language is described in tests.scenarios.venue_conversation."""

import re
from typing import Any

from core.domain.enums import (
    Allocation,
    OrderType,
    Peg,
    Phase,
    PostOnly,
    SelfMatch,
    Side,
    TimeInForce,
    TriggerBy,
)
from core.messages.commands import CancelOrder, PlaceOrder, ReplaceOrder
from core.messages.flow import FlowCancel, FlowFilled, FlowLimit, FlowMarket, ListInstrument, SeedBook
from core.messages.operations import (
    BlockParticipant,
    BustTrade,
    ChangePhase,
    CorrectTrade,
    ReadmitParticipant,
    SetMark,
    SetReference,
    SetRules,
    SetSchedule,
)
from core.messages.participants import (
    KEEP,
    AmendOrder,
    CloseSession,
    EnterOrder,
    MassCancel,
    MassQuote,
    OpenSession,
    SetQuoteProtection,
    WithdrawOrder,
)
from core.messages.terms import LEVELS, ORDERS, STATISTICS, STATUS, TOP, TRADES, Fees, MarketRules, Terms

START = 3_600_000_000_000
"""The clock when a scenario begins, so that 0 is not a time."""
UNITS = {"": 1, "ns": 1, "us": 1_000, "ms": 1_000_000, "s": 1_000_000_000}
FEEDS = dict(TRADES=TRADES, LEVELS=LEVELS, TOP=TOP, ORDERS=ORDERS, STATUS=STATUS, STATISTICS=STATISTICS)
KINDS = dict(
    limit=OrderType.LIMIT, market=OrderType.MARKET, stop=OrderType.STOP, stop_limit=OrderType.STOP_LIMIT, trailing=OrderType.TRAILING_STOP,
    mit=OrderType.MARKET_IF_TOUCHED, lit=OrderType.LIMIT_IF_TOUCHED, pegged=OrderType.PEGGED,
)
FLAGS: dict[str, tuple[str, Any]] = dict(
    hidden=("hidden", True), aon=("all_or_none", True), post_only=("post_only", PostOnly.REJECT), slide=("post_only", PostOnly.SLIDE),
)
SHORT = dict(by="trigger_by", spread="display_spread", min="min_qty", offset="peg_offset", expires="expires_at")
ENUMS: dict[str, Any] = dict(trigger_by=TriggerBy, peg=Peg, post_only=PostOnly)


def span(text: str) -> int:
    """1.5s as nanoseconds."""
    found = re.fullmatch(r"(-?\d+)(?:\.(\d+))?(ns|us|ms|s|)", text)
    if found is None:
        raise ValueError(f"no time: {text}")
    whole, fraction, unit = found[1], found[2] or "", UNITS[found[3]]
    return int(whole) * unit + (int(fraction) * unit // 10 ** len(fraction) if fraction else 0)


def split(words: list[str]) -> tuple[list[str], dict[str, str]]:
    """Plain words, and key=value ones."""
    given = dict(word.split("=", 1) for word in words if "=" in word)
    return [word for word in words if "=" not in word], given


def number(text: str) -> int:
    """An integer; 2^61 is a power."""
    low, power, high = text.partition("^")
    return int(low) ** int(high) if power else int(low)


def lots_and_price(text: str) -> tuple[int, int]:
    lots, _, price = text.partition("@")
    return number(lots), 0 if price in ("", "market") else number(price)


class Reader:
    """own: ids of our orders by the names they go by."""

    def __init__(self) -> None:
        self.own: dict[str, int] = {}

    def moment(self, text: str, now: int) -> int:
        if text in ("0", ""):
            return 0
        return now + span(text[1:]) if text.startswith("+") else START + span(text)

    def message(self, line: str, now: int) -> Any:
        words = line.split()
        if re.fullmatch(r"[SBMC]\d+", words[0]):
            return self._order(words, now)
        said = getattr(self, f"_{words[0]}", None)
        if said is None:
            raise ValueError(f"cannot be said: {line}")
        return said(words[1:], now)

    # orders ---------------------------------------------------------------------------------------------------------

    def _order(self, words: list[str], now: int) -> Any:
        plain, given = split(words[1:])
        letter, id = words[0][0], -int(words[0][1:])
        session, instrument = int(given.pop("session", -1)), int(given.pop("instrument", 1))
        if letter == "C":
            return WithdrawOrder(instrument, id, session)
        lots, price = lots_and_price(plain[0])
        if letter == "M":
            trigger, display = number(given.pop("trigger", str(KEEP))), number(given.pop("display", str(KEEP)))
            assert not given and len(plain) == 1, words
            return AmendOrder(instrument, id, session, lots, price, trigger, display)
        kind, tif, terms = self._terms(plain, given, now)
        return EnterOrder(instrument, id, session, self._side(letter), kind, lots, price, tif, terms)

    def _terms(self, plain: list[str], given: dict[str, str], now: int) -> tuple[OrderType, TimeInForce, Terms | None]:
        kind, tif = None, None
        terms: dict[str, Any] = {}
        for word in plain[1:]:
            if word in KINDS:
                kind = KINDS[word]
            elif word in FLAGS:
                terms[FLAGS[word][0]] = FLAGS[word][1]
            else:
                tif = TimeInForce[word]
        for key, value in given.items():
            name = SHORT.get(key, key)
            if name == "expires_at":
                terms[name] = self.moment(value, now)
            else:
                terms[name] = ENUMS[name][value] if name in ENUMS else number(value)
        if kind is None:
            if plain[0].endswith("@market"):
                kind = OrderType.MARKET
            elif "peg" in terms:
                kind = OrderType.PEGGED
            else:
                kind = OrderType.TRAILING_STOP if "trail" in terms or "trail_bp" in terms else OrderType.LIMIT
        if tif is None:
            tif = TimeInForce.IOC if kind is OrderType.MARKET else TimeInForce.GTC
        return kind, tif, Terms(**terms) if terms else None

    def _own(self, words: list[str], now: int) -> Any:
        match words:
            case ["cancel", name]:
                return CancelOrder(self.own[name])
            case ["replace", name, what]:
                return ReplaceOrder(self.own[name], *lots_and_price(what))
        plain, given = split(words[2:])
        kind, tif, terms = self._terms(plain, given, now)
        lots, price = lots_and_price(plain[0])
        return PlaceOrder(words[1], 1, self._side(words[0]), kind, lots, price, tif, 1, terms)

    def _flow(self, words: list[str], now: int) -> Any:
        """A recorded tape's orders: of nobody in particular."""
        match words:
            case ["market", order, lots]:
                return FlowMarket(1, -int(order[1:]), self._side(order), int(lots), 0)
            case ["funds", order, money]:
                return FlowMarket(1, -int(order[1:]), self._side(order), 0, int(money))
            case ["cancel", id, lots]:
                return FlowCancel(1, -int(id), int(lots))
            case ["filled", id]:
                return FlowFilled(1, -int(id))
            case [order, what]:
                lots, price = lots_and_price(what)
                return FlowLimit(1, -int(order[1:]), self._side(order), lots, price)
        raise ValueError(f"no such flow: {' '.join(words)}")

    def _seed(self, words: list[str], now: int) -> SeedBook:
        rows = [(-int(order[1:]), *reversed(lots_and_price(what))) for order, what in zip(words[::2], words[1::2], strict=True)]
        return SeedBook(1, self._side(words[0]), tuple(rows))

    def _side(self, order: str) -> Side:
        return Side.SELL if order[0] == "S" else Side.BUY

    # participants ---------------------------------------------------------------------------------------------------

    def _session(self, words: list[str], now: int) -> OpenSession:
        plain, given = split(words[1:])
        modes = [SelfMatch[word] for word in plain if word in SelfMatch.__members__]
        return OpenSession(
            int(words[0]), int(given.get("firm", 0)), int(given.get("owner", 0)), modes[0] if modes else SelfMatch.ALLOW,
            given.get("by", "firm") == "firm", "cod" in plain, "silent" not in plain,
            span(given.get("entry", "0")), span(given.get("jitter", "0")), int(given.get("seed", 1)),
        )

    def _close(self, words: list[str], now: int) -> CloseSession:
        return CloseSession(int(words[0]))

    def _mass(self, words: list[str], now: int) -> MassCancel:
        _, given = split(words)
        side = Side[given.pop("side")] if "side" in given else None
        return MassCancel(side=side, **{key: int(value) for key, value in given.items()})

    def _quotes(self, words: list[str], now: int) -> MassQuote:
        plain, given = split(words)
        quotes = []
        for start in range(0, len(plain), 4):
            bid, bid_what, ask, ask_what = plain[start : start + 4]
            bid_lots, bid_price = lots_and_price(bid_what)
            ask_lots, ask_price = lots_and_price(ask_what)
            quotes.append((-int(bid), bid_price, bid_lots, -int(ask), ask_price, ask_lots))
        return MassQuote(int(given.get("instrument", 1)), int(given.get("session", -1)), tuple(quotes))

    def _protect(self, words: list[str], now: int) -> SetQuoteProtection:
        _, given = split(words)
        return SetQuoteProtection(
            int(given.get("session", -1)), int(given.get("lots", 0)), int(given.get("fills", 0)), span(given.get("window", "0"))
        )

    # the exchange's operator ----------------------------------------------------------------------------------------

    def _list(self, words: list[str], now: int) -> ListInstrument:
        plain, given = split(words)
        return ListInstrument(int(plain[0]), "Y", "V", "B", "Q", 2, 0, int(given.get("tick", 1)), int(given.get("lot", 1)))

    def _rules(self, words: list[str], now: int) -> SetRules:
        plain, given = split(words)
        instrument = int(given.pop("instrument", 1))
        rules: dict[str, Any] = {"feeds": TRADES | STATUS} | dict.fromkeys(plain, True)
        for key, value in given.items():
            if key == "allocation":
                rules[key] = Allocation[value]
            elif key == "feeds":
                rules[key] = sum(FEEDS[feed] if feed in FEEDS else int(feed) for feed in value.split("|"))
            elif key == "fees":
                rules[key] = Fees(*(int(rate) for rate in value.split("/")))
            elif key == "ticks":
                rules[key] = tuple((int(start), int(tick)) for start, tick in (pair.split(":") for pair in value.split("/")))
            elif key.endswith(("_ns", "window", "halt", "call")):
                rules[key] = span(value)
            else:
                rules[key] = number(value)
        return SetRules(instrument, MarketRules(**rules))

    def _phase(self, words: list[str], now: int) -> ChangePhase:
        plain, given = split(words)
        instrument = 0 if plain[0] == "all" else int(given.get("instrument", 1))
        return ChangePhase(instrument, Phase[plain[-1]], self.moment(given.get("ends", "0"), now), span(given.get("random", "0")))

    def _schedule(self, words: list[str], now: int) -> SetSchedule:
        entries = []
        for entry in " ".join(words).split(","):
            plain, given = split(entry.split())
            if plain:
                entries.append((self.moment(plain[0], now), Phase[plain[1]], span(given.get("random", "0"))))
        return SetSchedule(1, tuple(entries))

    def _reference(self, words: list[str], now: int) -> SetReference:
        plain, given = split(words)
        return SetReference(int(given.get("instrument", 1)), number(plain[0]))

    def _mark(self, words: list[str], now: int) -> SetMark:
        plain, given = split(words)
        return SetMark(int(given.get("instrument", 1)), number(plain[0]))

    def _block(self, words: list[str], now: int) -> BlockParticipant:
        return BlockParticipant(int(words[0]))

    def _readmit(self, words: list[str], now: int) -> ReadmitParticipant:
        return ReadmitParticipant(int(words[0]))

    def _bust(self, words: list[str], now: int) -> BustTrade:
        plain, given = split(words)
        return BustTrade(int(given.get("instrument", 1)), int(plain[0]))

    def _correct(self, words: list[str], now: int) -> CorrectTrade:
        plain, given = split(words)
        lots, price = lots_and_price(plain[1])
        return CorrectTrade(int(given.get("instrument", 1)), int(plain[0]), price, lots)
