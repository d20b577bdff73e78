"""What projections hand to whoever looks: immutable pictures, and the looks that ask for them.

A view keeps a Look (what it wants to see, and the version or cursor that it has drawn). Once a frame the core answers with
a picture, or None when nothing changed. Prices are price units, quantities lots, money exact, times UTC nanoseconds.
List pictures carry only rows that are new or changed since the cursor; a changed generation means: start again from empty.
"""

from typing import Any

import msgspec

from core.domain.enums import LinkKind, Liquidity, Mode, OrderState, Phase, PhaseOfRun, Side
from core.domain.fill_state import FillState
from core.domain.instrument import Instrument
from core.messages.notes import Space
from core.projections.journeys import Journey
from core.projections.own import OrderRow as OrderRow
from core.projections.own import OwnOrder as OwnOrder
from core.projections.stop_pictures import KillPicture as KillPicture
from core.projections.ticket_pictures import Fate, Refused
from core.projections.uncross import NO_UNCROSS, Uncross

# market -----------------------------------------------------------------------------------------------------------------


class LadderLook(msgspec.Struct, frozen=True):
    """low and high: inclusive bounds of the rows wanted, multiples of group; group: price units a row (1 tick or more).

    high 0 asks for the touch only (to centre on), with empty rows. queue_side, queue_price: the row whose orders are wanted
    one by one; price 0: none. asked: how often the ladder has asked for something. sent: client order ids of which it wants to know what
    became; about: orders of which it wants to know whether a request later than refusal number `since` was refused.
    """

    version: int = -1
    instrument: int = 0
    low: int = 0
    high: int = 0
    group: int = 1
    queue_side: Side = Side.BUY
    queue_price: int = 0
    asked: int = 0
    sent: tuple[str, ...] = ()
    about: tuple[int, ...] = ()
    since: int = 0


class Queued(msgspec.Struct, frozen=True, gc=False):
    """One displayed order in the queue."""

    price: int
    qty: int
    own: bool


class Standing(msgspec.Struct, frozen=True, gc=False):
    """An order of ours in a row's queue. index: how many orders trade before it. qty: what of it is displayed. before: lots of those."""

    index: int
    qty: int
    before: int


class LevelQueue(msgspec.Struct, frozen=True):
    """The orders of one row in the order in which they will trade. more: how many follow those given. lots: of all. ours: each that
    stands there, also behind those given; the first to trade first."""

    side: Side
    price: int
    orders: tuple[Queued, ...]
    more: int
    lots: int
    ours: tuple[Standing, ...]


class LadderPicture(msgspec.Struct, frozen=True):
    """bids, asks, traded: row price -> lots. A bid belongs to the row at or below its price, an ask to the one at or above.

    position: signed lots; cost: exact money of the open position. queue: None when none was asked for, or nobody knows it. stale: the
    market may not be there any more, for its data stopped, or all of it is late. phase: of the embedded exchange's market; what trades
    at an outside venue is taken for continuous. asked: of the look that it answers. fates, refused: of what was asked for; refusals: the
    number of the last refusal. indicative: during an auction. mark: the price that positions are valued at everywhere, 0: none yet.
    """

    version: int
    instrument: Instrument
    low: int
    high: int
    group: int
    bid: int
    ask: int
    last: int
    last_qty: int
    last_aggressor: Side
    bids: dict[int, int]
    asks: dict[int, int]
    traded: dict[int, int]
    own: tuple[OwnOrder, ...]
    position: int
    cost: int
    mode: Mode
    kill_engaged: bool
    queue: LevelQueue | None = None
    stale: bool = False
    phase: Phase = Phase.CONTINUOUS
    asked: int = 0
    fates: tuple[Fate, ...] = ()
    refused: tuple[Refused, ...] = ()
    refusals: int = 0
    indicative: Uncross = NO_UNCROSS
    mark: int = 0


class DepthLook(msgspec.Struct, frozen=True):
    """levels: how many price levels a side, from the best."""

    version: int = -1
    instrument: int = 0
    levels: int = 300


class DepthPicture(msgspec.Struct, frozen=True):
    """bids, asks: best first, (price, lots at the level). deltas: lots bought less lots sold by aggressors since the run began,
    one for each stretch of core.projections.market.TRAIL_NS with trades, the last one now. indicative: during an auction."""

    version: int
    instrument: Instrument
    bids: tuple[tuple[int, int], ...]
    asks: tuple[tuple[int, int], ...]
    own: tuple[OwnOrder, ...]
    deltas: tuple[int, ...] = ()
    indicative: Uncross = NO_UNCROSS


class RowsLook(msgspec.Struct, frozen=True):
    """For the orders and fills blotters. story: the key of the order whose story stands beside the rows, 0: none; told: the version
    of it that is drawn already."""

    generation: int = -1
    cursor: int = 0
    story: int = 0
    told: int = -1


class Moment(msgspec.Struct, frozen=True, gc=False):
    """What was asked or told, at a session time: the message or event itself. journey: of a command whose times were measured here."""

    at: int
    told: Any
    journey: Journey | None = None


class Leg(msgspec.Struct, frozen=True, gc=False):
    """An order that belongs together with the one told of. key: its row's, 0: there is none (yet). name: client order id. leg: of a
    group, from 1; 0: a child of a parent, or a line of a basket. state, filled, undone: its order's, None and 0 without one."""

    key: int
    name: str
    leg: int = 0
    state: OrderState | None = None
    filled: int = 0
    undone: int = 0


class StoryPicture(msgspec.Struct, frozen=True):
    """row: None when there is no such order. kept: whether its moments are still in memory. moments: by time; left_out: how many
    between the first and the last ones are not kept. parent: its id, 0: none. children: of a parent; group: its id, 0: none; kind:
    of the linked group, None: a basket's. legs: the other orders of it."""

    version: int
    key: int
    row: OrderRow | None
    kept: bool
    moments: tuple[Moment, ...] = ()
    left_out: int = 0
    parent: int = 0
    children: tuple[Leg, ...] = ()
    group: int = 0
    kind: LinkKind | None = None
    legs: tuple[Leg, ...] = ()


class OrdersPicture(msgspec.Struct, frozen=True):
    """story: of the order asked for, None when it has not changed."""

    generation: int
    cursor: int
    rows: tuple[OrderRow, ...]
    story: StoryPicture | None = None


class FillRow(msgspec.Struct, frozen=True, gc=False):
    """qty, price, fee: what the fill is now; of a busted one what was reported, which counts for nothing any more. was_qty, was_price:
    what was reported of a corrected one, otherwise 0. why: in the words of who undid or corrected it, empty: not given."""

    number: int
    order_id: int
    at: int
    instrument: Instrument
    side: Side
    qty: int
    price: int
    liquidity: Liquidity
    account: int = 0
    person: str = ""
    strategy: str = ""
    venue: str = ""
    fee: int = 0
    trade_id: int = 0
    state: FillState = FillState.STANDS
    was_qty: int = 0
    was_price: int = 0
    why: str = ""


class FillsPicture(msgspec.Struct, frozen=True):
    """rows: new ones, and those that were undone or corrected since. story: as in OrdersPicture."""

    generation: int
    cursor: int
    rows: tuple[FillRow, ...]
    story: StoryPicture | None = None


class VersionLook(msgspec.Struct, frozen=True):
    """For small pictures that are always handed over whole."""

    version: int = -1


class PositionRow(msgspec.Struct, frozen=True, gc=False):
    """qty signed lots; mark 0: no price yet, then unrealised is 0. cost, realised, unrealised: at average cost, before fees.
    fifo_...: the same when the oldest lots close first; None: not known. net: realised + unrealised - fees, by either."""

    account: int
    instrument: Instrument
    qty: int
    cost: int
    mark: int
    realised: int
    unrealised: int
    bought: int
    sold: int
    fees: int = 0
    net: int = 0
    fifo_cost: int | None = None
    fifo_realised: int | None = None
    fifo_unrealised: int | None = None


class PositionsPicture(msgspec.Struct, frozen=True):
    version: int
    rows: tuple[PositionRow, ...]


class AccountRow(msgspec.Struct, frozen=True, gc=False):
    """One account in one currency; money exact with `decimals`. gross, net_held: worth at the mark of what is held, without and with
    its sign. unmarked: instruments held that have no price yet: not in gross, net_held and unrealised. working: of open orders at
    their limit prices; orders: how many are open, also those without a price. cash, equity and day are the account's as the gate has
    them, everything it holds in whatever currency counted in, so only the row of the base currency has them: what it began the run
    with, that and what was won or lost, and the result of the trading day. loss_percent: of the day's loss limit that is used. None:
    not known."""

    account: int
    quote: str
    decimals: int
    realised: int
    unrealised: int
    fees: int
    net: int
    gross: int
    net_held: int
    unmarked: int
    held: int
    orders: int
    working: int
    cash: int | None = None
    equity: int | None = None
    day: int | None = None
    loss_percent: int | None = None


class AccountFunds(msgspec.Struct, frozen=True, gc=False):
    """What the gate knows of an account's money, as AccountRow has it; VALUE, which is millionths of the base currency."""

    account: int
    cash: int | None
    equity: int | None
    day: int | None
    loss_percent: int | None


class AccountsPicture(msgspec.Struct, frozen=True):
    version: int
    rows: tuple[AccountRow, ...]


# the terminal itself ----------------------------------------------------------------------------------------------------


class SessionPicture(msgspec.Struct, frozen=True):
    """speed: session seconds per wall second, 0 as fast as possible. messages: Flow applied after the opening book.

    trades_matched: of the recorded trades so far, how many our engine made identically. told: what the operator should know, the newest
    last, each with a number that grows.
    """

    version: int
    mode: Mode
    phase: PhaseOfRun
    environment: str
    durability: str
    session: str
    title: str
    first_at: int
    last_at: int
    at: int
    speed: float
    paused: bool
    messages: int
    messages_total: int
    trades: int
    trades_recorded: int
    trades_matched: int
    diverged: int
    told: tuple[tuple[int, str], ...]


class Fault(msgspec.Struct, frozen=True, gc=False):
    """A subscriber or projection that raised; it is off until the next start. error: one line."""

    where: str
    count: int
    error: str


class HealthPicture(msgspec.Struct, frozen=True):
    """Rates are per second over the last second; percentiles over the last minute, in microseconds; memory in bytes.

    data_age_ms: wall milliseconds since the last market message was applied, or since it was due when later.
    core: which core runs and why, for a person. disk_free: bytes left for the journal, -1: not known yet. since_snapshot:
    entries that a recovery now would replay. journal_trouble: what its upkeep cannot do, in a sentence.
    """

    version: int
    entries_per_s: int
    events_per_s: int
    core_lag_p50_us: int
    core_lag_p99_us: int
    inbox: int
    inbox_limit: int
    journal_waiting: int
    journal_batch_p50_us: int
    journal_batch_p99_us: int
    journal_bytes: int
    order_p50_us: int
    order_p99_us: int
    rss_bytes: int
    cpu_percent: int
    data_age_ms: int
    compiled: bool
    faults: tuple[Fault, ...]
    core: str = ""
    disk_free: int = -1
    since_snapshot: int = 0
    journal_trouble: str = ""
    space: Space = Space.ENOUGH
