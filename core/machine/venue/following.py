"""What follows a request that changed something, in this order: settling, triggers, quote protection, the limit state, what is
told once a step.

Decided here: protection is judged after the order that traded with the quotes has finished, and takes out every quote of the
session in every market; the other markets are not settled for it in this step.
"""

from core.domain.enums import CancelReason
from core.machine.venue.book import Resting
from core.machine.venue.market import Market
from core.machine.venue.parties import Party
from core.machine.venue.pegs import settle
from core.machine.venue.phases import check_limit_state
from core.machine.venue.publication import publish
from core.machine.venue.triggers import fire_all
from core.messages.market_data import QuotesPulled


def finish(m: Market) -> None:
    """Nothing to do for most requests: callers ask `m.busy` first."""
    settle(m)
    if m.stops.count:
        fire_all(m)
        if not m.stops.count:
            # The last one fired: a market restored from a snapshot would not be busy, so this one is not either.
            m.refresh()
    if m.struck:
        for party in m.struck:
            _pull_quotes(m, party)
        m.struck.clear()
        m.refresh()
    if m.rules.dynamic_bp:
        check_limit_state(m)
    publish(m)


def _pull_quotes(m: Market, party: Party) -> None:
    markets = m.markets
    party.quotes_blocked = True
    party.fills = []
    found: list[tuple[int, int, Resting]] = []
    for instrument in sorted(markets):
        for order in markets[instrument].book.orders.values():
            if order.party is party and order.special is not None and order.special.quote:
                found.append((instrument, order.rank, order))
    found.sort(key=_in_turn)
    m.out.events.append(QuotesPulled(party.session, len(found)))
    for instrument, _rank, order in found:
        markets[instrument].drop(order, CancelReason.QUOTE_PROTECTION)


def _in_turn(row: tuple[int, int, Resting]) -> tuple[int, int]:
    return row[0], row[1]
