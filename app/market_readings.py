"""How the embedded exchange's markets stand, read off them in the core's thread while their operator looks. Changes nothing."""

from itertools import islice

from core.domain.instrument import Instrument
from core.machine.state import State
from core.machine.venue.book import Resting
from core.machine.venue.market import Market
from core.machine.venue.parties import OUR_FIRM
from core.machine.venue.phases import NEXT
from core.projections.operations import Operations
from core.projections.operations_pictures import SHOWN_TRADES, MarketReading, Part, ParticipantRow, PhaseRow, TradeRow

BASIS_POINTS = 10_000


def markets(state: State, part: Part, instrument: int, told: Operations) -> MarketReading:
    """Phases always: what may be done hangs on them. Trades of one instrument, and participants, only when they are looked at."""
    listed = state.venue.markets
    chosen = listed.get(instrument) or listed.get(min(listed, default=0))
    return MarketReading(
        tuple(_phase(listed[id], told) for id in sorted(listed)),
        _trades(chosen, told) if part is Part.TRADES and chosen is not None else (),
        _participants(state) if part is Part.PARTICIPANTS else (),
    )


def _phase(m: Market, told: Operations) -> PhaseRow:
    rules, bands = m.rules.given, m.bands
    static = m.reference * rules.static_bp // BASIS_POINTS if rules.static_bp else 0
    dynamic = rules.dynamic_bp and bands.mean
    next_at, next_phase = m.schedule[0] if m.schedule else (0, None)
    return PhaseRow(
        m.instrument, m.phase, told.causes.get(int(m.id)), m.since, m.ends_at, next_at, next_phase, NEXT[m.phase], m.book.last, m.reference,
        m.reference - static if static else 0, m.reference + static if static else 0, bands.low if dynamic else 0,
        bands.high if dynamic else 0, rules.velocity, rules.velocity_ns, m.limit_since + rules.limit_state_ns if m.limit_since else 0,
        m.indicative, m.phase in rules.no_cancel, len(m.book.orders), rules, tuple(m.schedule), m.mark,
    )


def _trades(m: Market, told: Operations) -> tuple[TradeRow, ...]:
    """The newest first."""
    stamps = dict(told.stamps.get(int(m.id), ()))
    nobody = m.parties.nobody
    rows = []
    for kept in islice(reversed(m.kept), SHOWN_TRADES):
        trade, maker, taker, _, _ = kept if isinstance(kept, tuple) else (kept, nobody, nobody, 0, 0)
        price, qty, _, _ = m.amended.get(trade.trade_id, (trade.price, trade.qty, 0, 0))
        rows.append(TradeRow(
            m.instrument, trade.trade_id, stamps.get(trade.trade_id, 0), price, qty, trade.price, trade.qty, trade.aggressor, trade.auction,
            trade.maker, trade.taker, maker.firm, taker.firm,
        ))  # fmt: skip
    return tuple(rows)


def _participants(state: State) -> tuple[ParticipantRow, ...]:
    """Orders of nobody in particular, a tape's tens of thousands, are counted and not looked at."""
    venue = state.venue
    sessions: dict[int, list[int]] = {}
    up: dict[int, int] = {}
    for number, party in venue.parties.sessions.items():
        sessions.setdefault(party.firm, []).append(number)
        up[party.firm] = up.get(party.firm, 0) + party.up
    counts = {0: 0}
    worth: dict[int, dict[int, list[int]]] = {}
    for id, m in venue.markets.items():
        known = _of_firms(state, m, any(firm not in (0, OUR_FIRM) for firm in sessions))
        counts[0] += len(m.book.orders) - len(known)
        for order in known:
            firm, lots = order.party.firm, order.open()
            counts[firm] = counts.get(firm, 0) + 1
            held = worth.setdefault(firm, {}).setdefault(id, [0, 0])
            held[0] += lots
            held[1] += lots * (order.price or m.book.last)
    return tuple(
        ParticipantRow(
            firm, firm == OUR_FIRM, tuple(sorted(sessions.get(firm, ()))), up.get(firm, 0), firm in venue.parties.blocked,
            counts.get(firm, 0), _worth(worth.get(firm, {}), venue.instruments),
        )
        for firm in sorted({*sessions, *counts, *venue.parties.blocked})
    )


def _of_firms(state: State, m: Market, others: bool) -> list[Resting]:
    """Live orders that belong to a firm. others: than ours; without them the walk is as short as our own list."""
    orders = m.book.orders
    if others:
        return [order for order in orders.values() if order.party.firm]
    return [orders[id] for id in state.oms.open if id in orders]


def _worth(held: dict[int, list[int]], listed: dict[int, Instrument]) -> tuple[tuple[Instrument, int, int], ...]:
    return tuple((listed[id], lots, money) for id, (lots, money) in sorted(held.items()))
