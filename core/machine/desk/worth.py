"""What the desk has won or lost in this run, and against what, in millionths of the base currency (before one is told: of the one
currency that all its instruments are quoted in).

None: not known, because something held has no price yet, or a rate is missing. What is not known triggers nothing.
"""

from core.domain.scope import ScopeKind
from core.machine.desk.funds import Unknown
from core.machine.state import State

MILLION = 1_000_000


def result(state: State) -> int | None:
    """Realised and unrealised, after fees, of every account together."""
    funds = state.gate.funds
    funds.at = state.at
    total, currency = 0, ""
    for (_account, id), held in state.oms.positions.items():
        instrument = state.venue.instruments[id]
        if currency and instrument.quote != currency and not funds.base:
            return None
        currency = instrument.quote
        won = held.realised - held.fees
        if held.qty:
            mark = funds.reference(id, state.venue.books[id])
            if mark == 0:
                return None
            won += held.qty * mark - held.cost
        if funds.base:
            try:
                total += funds.value(instrument, won)
            except Unknown:
                return None
        else:
            total += won * MILLION // int("1" + "0" * (instrument.price_decimals + instrument.qty_decimals))
    return total


def capital(state: State) -> int:
    """What losses are measured against: as the kill switch was told, else the cash of all accounts. 0: not known."""
    told = state.kill.capital
    return told if told else sum([account.cash for account in state.gate.funds.accounts.values()])


def before_today(state: State) -> int:
    """What was won before the trading day began."""
    usage = state.gate.usages.get((int(ScopeKind.EVERYTHING), ""))
    return usage.day_result if usage is not None else 0
