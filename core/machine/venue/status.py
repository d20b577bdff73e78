"""Feed STATUS's bands: told whenever one of them, the reference or the limit state is set."""

from core.domain.units import Price
from core.machine.venue.market import Market
from core.messages.market_data import BandsChanged
from core.messages.terms import STATUS


def tell_bands(m: Market) -> None:
    if not m.feeds & STATUS:
        return
    m.status_seq += 1
    low, high = (m.bands.low, m.bands.high) if m.rules.dynamic_bp else (0, 0)
    m.out.events.append(BandsChanged(m.id, Price(low), Price(high), Price(m.reference), m.limit_since > 0, m.status_seq))
