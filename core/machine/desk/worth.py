"""What the desk has won or lost in this run, in millionths of the currency that its instruments are quoted in.

None: not known, because something held has no price yet, or the instruments are quoted in several currencies. What is not known
triggers nothing.
"""

from core.machine.state import State
from core.machine.venue.book import Book

MILLION = 1_000_000


def result(state: State) -> int | None:
    """Realised and unrealised, after fees, of every account together."""
    total, currency = 0, ""
    for (_account, id), held in state.oms.positions.items():
        instrument = state.venue.instruments[id]
        if currency and instrument.quote != currency:
            return None
        currency = instrument.quote
        won = held.realised - held.fees
        if held.qty:
            mark = price_of(state.venue.books[id])
            if mark == 0:
                return None
            won += held.qty * mark - held.cost
        total += won * MILLION // int("1" + "0" * (instrument.price_decimals + instrument.qty_decimals))
    return total


def price_of(book: Book) -> int:
    """The last trade, else the middle of a two-sided book, else 0."""
    if book.last:
        return book.last
    bid, ask = book.best_bid(), book.best_ask()
    return (bid.price + ask.price) // 2 if bid is not None and ask is not None else 0
