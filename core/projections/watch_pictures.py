"""What the watchlist is handed: rows of the instruments that can be seen, and the names of all when they changed.

Prices are price units, quantities lots, times UTC nanoseconds; 0 in a price means that there is none yet.
"""

import msgspec

from core.domain.enums import Phase, Side
from core.domain.instrument import Instrument


class WatchLook(msgspec.Struct, frozen=True):
    """listing: of which list of instruments it knows the names. wanted: ids of the instruments in sight, and nothing else: a
    thousand that nobody sees cost nothing."""

    version: int = -1
    listing: int = -1
    wanted: tuple[int, ...] = ()


class WatchRow(msgspec.Struct, frozen=True, gc=False):
    """open: first trade of the run. trail: up to 60 past last-prices, one every TRAIL_NS in which something traded. position:
    signed lots. at: when anything of it changed last. phase: as in LadderPicture."""

    instrument: Instrument
    bid: int
    bid_qty: int
    ask: int
    ask_qty: int
    last: int
    last_qty: int
    last_aggressor: Side
    open: int
    high: int
    low: int
    volume: int
    trades: int
    trail: tuple[int, ...]
    at: int
    position: int = 0
    phase: Phase = Phase.CONTINUOUS


class WatchPicture(msgspec.Struct, frozen=True):
    """listed: every instrument in the order of listing, None: the look knows them. newest_at: the latest time of any instrument. due_at:
    the time that the market on the screens ought to have reached: session time, and what its data is behind. late: all of it is, by so
    much that the banner says so.
    """

    version: int
    listing: int
    listed: tuple[Instrument, ...] | None
    rows: tuple[WatchRow, ...]
    newest_at: int
    due_at: int = 0
    late: bool = False
