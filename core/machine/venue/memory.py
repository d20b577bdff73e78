"""The whole exchange as one value, and back: for the state's hash, and for snapshots.

`rows` holds everything that can change a later answer, in an order that does not depend on container layout; an exchange
restored from it goes on as if it had never stopped, draws and feed numbers included. Orders are listed by rank, which is the order
of every queue; deadlines are not listed, they follow from the rest. `restore` takes what `rows` gave, also after a trip through
msgpack.
"""

from collections import deque
from typing import Any, Final

from core.domain.enums import OrderType, Peg, Phase, PostOnly, SelfMatch, Side, TimeInForce, TriggerBy
from core.domain.instrument import Instrument
from core.machine.venue.book import Resting, by_rank
from core.machine.venue.deadlines import all_of
from core.machine.venue.exchange import Exchange
from core.machine.venue.market import KEPT_TRADES, Market
from core.machine.venue.parties import Party
from core.machine.venue.rules import Rules
from core.machine.venue.special import DARK, HELD, LIT, WAITS_FOR_TRIGGER, Special
from core.messages.market_data import TradePrinted
from core.messages.packing import Request, message_of
from core.messages.terms import MarketRules

COUNTERS: Final = (
    "ends_at", "extended", "reference", "mark", "rank", "furthest_ours", "furthest_other", "limit_since", "indicative_at", "indicative_due",
    "first", "high", "low", "volume", "trades", "trade_id", "depth_seq", "order_seq", "top_seq", "status_seq",
    "statistics_seq", "told_trades", "since",
)
PARTY: Final = (
    "session", "firm", "owner", "reports", "by_firm", "prevents", "up", "cancel_on_disconnect", "entry_ns", "jitter_ns", "last_arrival",
    "max_fills", "max_lots", "window_ns", "quotes_blocked",
)
SPECIAL: Final = (
    "where", "reserve", "quote", "joined", "sliced", "limit", "trigger", "trail", "trail_bp", "peak", "spread", "hidden", "peg_offset",
    "min_qty", "all_or_none", "expires_at", "protection", "protection_bp",
)
BANDS: Final = ("mean", "low", "high", "set_at", "sum", "moved")


def rows(venue: Exchange) -> tuple[Any, ...]:
    sessions = venue.parties.sessions
    return (
        venue.diverged, venue.sent, int(venue.parties.own_mode), sorted(venue.parties.blocked),
        sorted((at, number, message) for at, number, message in venue.arrivals),
        tuple(_party(sessions[session]) for session in sorted(sessions)),
        tuple(_market(venue.markets[instrument]) for instrument in sorted(venue.markets)),
    )


def _party(party: Party) -> tuple[Any, ...]:
    return (tuple(getattr(party, name) for name in PARTY), int(party.mode), party.chance.state, tuple(party.fills))


def _market(m: Market) -> tuple[Any, ...]:
    i, bands = m.instrument, m.bands
    listed = (i.id, i.symbol, i.venue, i.base, i.quote, i.price_decimals, i.qty_decimals, i.tick, i.lot)
    # As text: a busy day's turnover may be more than 64 bits hold.
    turnover = str(m.turnover)
    kept = tuple((trade, maker.session, taker.session, paid, owed) for trade, maker, taker, paid, owed in m.kept_trades())
    return (
        listed, m.rules.given, int(m.phase), m.book.last, tuple(getattr(m, name) for name in COUNTERS),
        m.chance.state, turnover, m.indicative, m.best_was, m.told_best, tuple(m.path), tuple((at, int(phase)) for at, phase in m.schedule),
        (tuple(getattr(bands, name) for name in BANDS), tuple(bands.window), tuple(bands.lows), tuple(bands.highs)),
        kept, tuple((trade_id, *m.amended[trade_id]) for trade_id in sorted(m.amended)),
        tuple(_order(order) for order in sorted(m.book.orders.values(), key=by_rank)),
    )


def _order(order: Resting) -> tuple[Any, ...]:
    s = order.special
    row = (order.id, int(order.side), order.price, order.qty, order.total, order.rank, order.party.session, int(order.tif))
    if s is None:
        return (*row, ())
    kinds = (int(s.order_type), int(s.trigger_by), int(s.post_only), int(s.peg))
    return (*row, (kinds, tuple(getattr(s, name) for name in SPECIAL)))


# and back ---------------------------------------------------------------------------------------------------------------


def restore(given: Any) -> Exchange:
    diverged, sent, own_mode, blocked, arrivals, parties, markets = given
    venue = Exchange()
    venue.diverged = diverged
    venue.sent = sent
    venue.parties.own_mode = SelfMatch(own_mode)
    venue.arrivals = [(at, number, message_of(message, Request)) for at, number, message in arrivals]
    for firm in blocked:
        venue.parties.blocked[firm] = True
    for row in parties:
        _restore_party(venue, row)
    for row in markets:
        _restore_market(venue, row)
    venue.timers.keep(all_of(venue.markets, venue.arrivals))
    return venue


def _restore_party(venue: Exchange, row: Any) -> None:
    fields, mode, state, fills = row
    party = venue.parties.sessions.get(fields[0])
    if party is None:
        party = venue.parties.sessions[fields[0]] = Party(fields[0], 0, 0, 0)
    for index in range(len(PARTY)):
        setattr(party, PARTY[index], fields[index])
    party.mode = SelfMatch(mode)
    party.chance.state = state
    party.fills = [(at, qty) for at, qty in fills]


def _restore_market(venue: Exchange, row: Any) -> None:
    listed, given, phase, last, counters, state, turnover, indicative, best_was, told_best, path, schedule = row[:12]
    bands, kept, amended, orders = row[12:]
    instrument = Instrument(*listed)
    rules = message_of(given, MarketRules)
    m = Market(instrument.id, instrument, Rules(rules, instrument), venue.out, venue.parties, venue.timers, venue.markets)
    venue.instruments[instrument.id] = instrument
    venue.markets[instrument.id] = m
    venue.books[instrument.id] = m.book
    for index in range(len(COUNTERS)):
        setattr(m, COUNTERS[index], counters[index])
    m.phase = Phase(phase)
    m.book.last = last
    m.chance.state = state
    m.turnover = int(turnover)
    m.indicative = (indicative[0], indicative[1], indicative[2])
    m.best_was = (best_was[0], best_was[1])
    m.told_best = (told_best[0], told_best[1], told_best[2], told_best[3])
    m.path = list(path)
    m.schedule = [(at, Phase(code)) for at, code in schedule]
    for index in range(len(BANDS)):
        setattr(m.bands, BANDS[index], bands[0][index])
    m.bands.window = deque((at, price) for at, price in bands[1])
    m.bands.lows = deque((at, price) for at, price in bands[2])
    m.bands.highs = deque((at, price) for at, price in bands[3])
    sessions = venue.parties.sessions
    m.kept = deque(
        ((message_of(trade, TradePrinted), sessions[maker], sessions[taker], paid, owed) for trade, maker, taker, paid, owed in kept),
        maxlen=KEPT_TRADES,
    )
    m.amended = {trade_id: (price, qty, paid, owed) for trade_id, price, qty, paid, owed in amended}
    for order in orders:
        _restore_order(m, order, sessions)
    m.refresh()


def _restore_order(m: Market, row: Any, sessions: dict[int, Party]) -> None:
    id, side, price, qty, total, rank, session, tif, extra = row
    special = None
    if extra:
        kinds, fields = extra
        special = Special(OrderType(kinds[0]), None)
        special.trigger_by, special.post_only, special.peg = TriggerBy(kinds[1]), PostOnly(kinds[2]), Peg(kinds[3])
        for index in range(len(SPECIAL)):
            setattr(special, SPECIAL[index], fields[index])
    order = Resting(id, Side(side), price, qty, sessions[session], rank, TimeInForce(tif), special)
    order.total = total
    m.book.orders[id] = order
    where = LIT if special is None else special.where
    if where == LIT:
        m.book.append(order)
    elif where == DARK:
        m.book.hide(order)
    elif where == HELD:
        m.held[id] = order
    elif where == WAITS_FOR_TRIGGER:
        m.stops.add(order)
    if special is not None and special.peg is not Peg.NONE:
        m.pegs[id] = order
