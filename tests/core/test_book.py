"""The book's heaps stay in proportion to its levels, however often a level far from the touch comes and goes."""

from core.domain.enums import Side
from core.machine.venue.book import SLACK, Book


def test_levels_that_come_and_go_leave_nothing_behind() -> None:
    book = Book()
    book.add(-1, Side.BUY, 1_000, 5)
    book.add(-2, Side.SELL, 2_000, 5)
    for number in range(20_000):
        for side, price in ((Side.BUY, 900 - number % 7), (Side.SELL, 2_100 + number % 7)):
            book.add(number + 10, side, price, 1)
            book.remove(book.orders[number + 10])
    assert len(book.bid_heap) <= SLACK + 10 and len(book.ask_heap) <= SLACK + 10
    best_bid, best_ask = book.best_bid(), book.best_ask()
    assert best_bid is not None and best_bid.price == 1_000
    assert best_ask is not None and best_ask.price == 2_000
