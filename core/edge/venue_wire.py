"""The language between a terminal and a venue in another process: frames of a length and msgpack, numbered, none lost for good.

    length (4 bytes, big-endian), then one Frame

Each side numbers what it says, keeps it, and says it again when the other one asks. Invariants: what is handed on is in order,
each number once, whatever the line loses, doubles or turns round; a number that must not be said again (an order that is too old to
be sent now) is said as Skipped, so that what follows it can pass; every buffer has a bound; a frame that cannot be read ends the line.
Deliberately absent: sockets, clocks and what the bodies mean.
"""

from collections import deque
from collections.abc import Callable
from typing import Any, Final

import msgspec

from core.domain.enums import Ability
from core.domain.units import InstrumentId, OrderId
from core.messages.events import CancelSent, OrderSent, QuerySent, ReplaceSent
from core.messages.flow import FlowCancel, FlowLimit, FlowMarket, ListInstrument
from core.messages.outside import OutsideReport

LONGEST: Final = 1 << 20
"""Bytes of a frame. Chosen: a picture of ten thousand orders fits."""
KEPT: Final = 100_000
"""Said and still kept, to be said again."""
EARLY: Final = 10_000
"""Heard before their turn."""
LENGTH: Final = 4


class WireError(Exception):
    """What came is not this language; one sentence."""


class PictureRequest(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=246):
    """What stands at the venue now, as Picture with the same token."""

    token: int


class StandingOrder(msgspec.Struct, frozen=True, array_like=True, gc=False):
    order_id: OrderId
    account: int
    instrument: InstrumentId
    leaves: int


class StandingFill(msgspec.Struct, frozen=True, array_like=True, gc=False):
    order_id: OrderId
    trade_id: int
    qty: int
    price: int


class Picture(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=247):
    """orders: open ones. positions: (account, instrument, signed lots). fills: all since the venue's process began."""

    token: int
    orders: tuple[StandingOrder, ...]
    positions: tuple[tuple[int, int, int], ...]
    fills: tuple[StandingFill, ...]


Body = (
    OrderSent | CancelSent | ReplaceSent | QuerySent | PictureRequest | ListInstrument | FlowLimit | FlowMarket | FlowCancel
    | OutsideReport | Picture
)


class Logon(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=240):
    """name: whose line it is. life: names the process that speaks; another one knows nothing of what this one heard. expects: the
    number that it wants to hear next. of: the life that this number was counted in; empty: none yet. lacks: of a venue, what it does not
    have."""

    name: str
    life: str
    expects: int
    of: str
    lacks: tuple[Ability, ...] = ()


class Beat(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=241):
    """last: number of the last thing said, so that its loss is noticed though nothing follows."""

    last: int


class Again(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=242):
    """Say everything again from this number on."""

    first: int


class Said(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=243):
    number: int
    body: Body


class Skipped(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=244):
    number: int


Frame = Logon | Beat | Again | Said | Skipped
_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Frame)


def packed(frame: Frame) -> bytes:
    content = _encoder.encode(frame)
    return len(content).to_bytes(LENGTH, "big") + content


class Splitter:
    """Bytes as they come -> frames. Raises WireError."""

    def __init__(self) -> None:
        self._rest = b""

    def frames(self, data: bytes) -> list[Frame]:
        self._rest += data
        found: list[Frame] = []
        while len(self._rest) >= LENGTH:
            length = int.from_bytes(self._rest[:LENGTH], "big")
            if not 0 < length <= LONGEST:
                raise WireError(f"a frame of {length} bytes")
            if len(self._rest) < LENGTH + length:
                break
            content, self._rest = self._rest[LENGTH : LENGTH + length], self._rest[LENGTH + length :]
            try:
                found.append(_decoder.decode(content))
            except msgspec.MsgspecError as error:
                raise WireError(f"a frame that cannot be read: {error}") from None
        return found


class Numbered:
    """One side of a line, over any number of connections. say_again(body): what is said in its place now, None: nothing."""

    def __init__(self, hear: Callable[[Any, int], None], say_again: Callable[[Any], Any | None] = lambda body: body) -> None:
        self._hear, self._say_again = hear, say_again
        self._write: Callable[[Frame], None] = _nowhere
        self._kept: deque[Any] = deque(maxlen=KEPT)
        self._early: dict[int, Any] = {}
        self._asked = 0
        self.last = 0
        self.expects = 1

    def connect(self, write: Callable[[Frame], None], expects: int) -> None:
        """expects: what the other side wants to hear next. What came before its turn on another connection is forgotten: it may be
        skipped on this one."""
        self._write, self._early, self._asked = write, {}, 0
        self._from(expects)

    def disconnect(self) -> None:
        self._write = _nowhere

    def begin_anew(self) -> None:
        """The other side is another process: it knows nothing, and counts from 1."""
        self._kept.clear()
        self._early = {}
        self.last, self.expects, self._asked = 0, 1, 0

    def say(self, body: Any) -> None:
        self.last += 1
        self._kept.append(body)
        self._write(Said(self.last, body))

    def beat(self) -> None:
        self._write(Beat(self.last))

    def take(self, frame: Frame) -> None:
        if isinstance(frame, Beat):
            # Asked again at each beat for as long as something is missing: the request may be lost, too.
            self._asked = 0
            if frame.last >= self.expects:
                self._ask()
        elif isinstance(frame, Again):
            self._from(frame.first)
        elif isinstance(frame, Said | Skipped):
            self._numbered(frame)

    def _numbered(self, frame: Said | Skipped) -> None:
        number = frame.number
        if number < self.expects:
            return
        if number > self.expects:
            if len(self._early) < EARLY:
                self._early[number] = frame
            self._ask()
            return
        found: Any = frame
        while found is not None:
            # Heard before it counts: what cannot be taken now is said again on the next connection.
            if isinstance(found, Said):
                self._hear(found.body, found.number)
            self.expects += 1
            found = self._early.pop(self.expects, None)

    def _ask(self) -> None:
        if self._asked != self.expects:
            self._asked = self.expects
            self._write(Again(self.expects))

    def _from(self, first: int) -> None:
        oldest = self.last - len(self._kept) + 1
        for number in range(first, self.last + 1):
            body = self._kept[number - oldest] if number >= oldest else None
            now = self._say_again(body) if body is not None else None
            self._write(Skipped(number) if now is None else Said(number, now))


def _nowhere(frame: Frame) -> None:
    """Not connected: it is kept, and said when the other side asks."""
