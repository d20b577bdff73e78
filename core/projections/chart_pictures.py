"""What the chart and the heatmap are handed: packed 64-bit integers, so that a million bars are one copy and no objects.

The rules of core.projections.pictures hold: a look says what is held, a picture brings what is new.
"""

import msgspec

from core.domain.enums import Mode, Side
from core.domain.instrument import Instrument
from core.projections.pictures import OwnOrder
from core.projections.ticket_pictures import Fate, Refused


class CandlesLook(msgspec.Struct, frozen=True):
    """rows: how many candles the view holds already; it wants the last of them again (it may have grown), and later ones.

    fills: how many own fills it holds. lots > 0 with interval_ns 0: bars of so many lots. prints: how many trades it holds,
    -1: it wants none. amended: how often fills had been undone or corrected when it was last told. compare: another instrument
    whose bars it wants beside, of which it holds compare_rows. armed: orders may be moved in it, and it has to know the touch as it is.
    asked, sent, about, since: as in LadderLook.
    """

    version: int = -1
    generation: int = -1
    instrument: int = 0
    interval_ns: int = 5_000_000_000
    rows: int = 0
    fills: int = 0
    lots: int = 0
    prints: int = -1
    compare: int = 0
    compare_rows: int = 0
    amended: int = 0
    armed: bool = False
    asked: int = 0
    sent: tuple[str, ...] = ()
    about: tuple[int, ...] = ()
    since: int = 0


class Compared(msgspec.Struct, frozen=True):
    """Bars of another instrument at the same interval, from index first on."""

    instrument: Instrument
    first: int
    candles: bytes


class CandlesPicture(msgspec.Struct, frozen=True):
    """candles: packed rows of core.projections.bars, replacing everything from index first. fills: own fills since the look's
    count: (time, price, side, lots), or all of them where amended is another number than the look's. prints: packed trades
    (time, price, lots, negative: sold) from number print_first on.
    own: our working orders now. listed: every instrument there is. bid, ask: as they are when the look is armed, else as they were at the
    last trade. stale: the market may not be there any more, for its data stopped, or all of it is late. asked, fates, refused, refusals:
    as in LadderPicture."""

    version: int
    generation: int
    instrument: Instrument
    interval_ns: int
    first: int
    candles: bytes
    fills: tuple[tuple[int, int, Side, int], ...]
    bid: int
    ask: int
    at: int
    lots: int = 0
    own: tuple[OwnOrder, ...] = ()
    print_first: int = 0
    prints: bytes = b""
    compared: Compared | None = None
    listed: tuple[Instrument, ...] = ()
    amended: int = 0
    mode: Mode = Mode.REPLAY
    kill_engaged: bool = False
    stale: bool = False
    asked: int = 0
    fates: tuple[Fate, ...] = ()
    refused: tuple[Refused, ...] = ()
    refusals: int = 0


class HeatLook(msgspec.Struct, frozen=True):
    """columns, prints: how many of the run the view has taken already."""

    version: int = -1
    generation: int = -1
    instrument: int = 0
    columns: int = 0
    prints: int = 0


class HeatPicture(msgspec.Struct, frozen=True):
    """times, counts: packed, one a column from number first on: when it was taken, how many levels it has. prices, lots
    (negative: offered): packed, of all their levels, best first, bids before asks. prints: as in CandlesPicture. own: our orders
    now, also those that wait for a trigger."""

    version: int
    generation: int
    instrument: Instrument
    step_ns: int
    first: int
    times: bytes
    counts: bytes
    prices: bytes
    lots: bytes
    print_first: int
    prints: bytes
    own: tuple[OwnOrder, ...]
    bid: int
    ask: int
    at: int
