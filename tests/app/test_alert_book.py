"""The list of alerts: equal ones are one, what is raised again is unread again, and it has a bound."""

from app.alert_book import MINUTE_NS, AlertBook
from app.alert_words import Kind, Named
from widgets.alerts.model import Alert, Severity, Source, Standing

STOP = Named(Kind.STOP, Source.KILL, "Kill switch engaged: stop key", held=("kill", "everything"))
HALF = Named(Kind.WARNING, Source.LIMIT, "half", held=("limit", 1, "everything", 0, 50), ends=("limit", 1, "everything", 0))
FULL = Named(Kind.ALERT, Source.LIMIT, "full", held=("limit", 1, "everything", 0, 100), ends=("limit", 1, "everything", 0))


class Clock:
    def __init__(self) -> None:
        self.at = 0

    def __call__(self) -> int:
        return self.at


def listed(book: AlertBook) -> tuple[Alert, ...]:
    return book.picture().alerts


def test_the_newest_stands_first_and_equal_ones_are_one_with_first_and_last_time() -> None:
    book = AlertBook(Clock())
    for at, named in ((1, STOP), (2, HALF), (3, STOP)):
        book.raise_(named, at)
    first, second = listed(book)
    assert (first.sentence, first.count, first.first, first.last) == (STOP.sentence, 2, 1, 3)
    assert (second.sentence, second.count) == ("half", 1) and first.id != second.id


def test_what_is_raised_again_is_unread_again() -> None:
    book = AlertBook(Clock())
    one, _ = book.raise_(STOP, 1)
    assert book.unread() == (1, 0) and book.acknowledge([one.id, 999], "demo", 5) == 1
    assert (listed(book)[0].by, listed(book)[0].read_at, book.unread()) == ("demo", 5, (0, 0))
    assert book.acknowledge([one.id], "other", 6) == 0, "the first who read it stands there"
    book.raise_(STOP, 7)
    assert listed(book)[0].unread and book.unread() == (1, 0)


def test_where_nobody_is_signed_in_the_terminal_has_read_it() -> None:
    book = AlertBook(Clock())
    one, _ = book.raise_(STOP, 1)
    book.acknowledge([one.id], "", 2)
    assert listed(book)[0].by == "this terminal"


def test_a_note_asks_nobody_to_read_it() -> None:
    book = AlertBook(Clock())
    note, is_new = book.note("Sounds are on.", 1)
    assert is_new and note.severity is Severity.NOTE and not note.unread and book.unread() == (0, 0)
    assert book.acknowledge([note.id], "demo", 2) == 0


def test_it_is_over_when_something_says_so_and_active_when_it_comes_again() -> None:
    book = AlertBook(Clock())
    book.raise_(STOP, 1)
    assert listed(book)[0].standing is Standing.ACTIVE
    assert not book.end(("kill", "account 7")) and book.end(("kill", "everything"))
    assert listed(book)[0].standing is Standing.OVER and listed(book)[0].unread, "over is not read"
    book.raise_(STOP, 2)
    assert listed(book)[0].standing is Standing.ACTIVE


def test_a_higher_tier_takes_the_place_of_a_lower_one_and_a_measure_tells_the_rest() -> None:
    book = AlertBook(Clock())
    book.raise_(HALF, 1)
    book.end(FULL.ends)
    book.raise_(FULL, 2)
    assert {one.sentence: one.standing for one in listed(book)} == {"half": Standing.OVER, "full": Standing.ACTIVE}
    [held] = book.open_limits()
    assert held[-1] == 100
    assert book.measured(held, False) and not book.measured(held, False)
    assert listed(book)[0].standing is Standing.OVER
    assert book.measured(held, True) and listed(book)[0].standing is Standing.ACTIVE
    book.end(("limit",))
    assert book.open_limits() == [] and listed(book)[0].standing is Standing.OVER


def test_beyond_the_bound_the_oldest_go_that_nobody_has_to_read_any_more() -> None:
    book = AlertBook(Clock(), most=3)
    book.raise_(STOP, 1)
    for number in range(4):
        book.note(f"note {number}", 2 + number)
    assert [one.sentence for one in listed(book)] == ["note 3", "note 2", STOP.sentence]
    assert (book.dropped, book.picture().dropped, book.picture().most) == (2, 2, 3)
    for number in range(3):
        book.raise_(Named(Kind.ALERT, Source.FILL, f"fill {number}"), 10 + number)
    assert [one.sentence for one in listed(book)] == ["fill 2", "fill 1", "fill 0"], "there is an end to what is kept"
    assert book.open_limits() == [] and book.end(("kill",)) is False, "what went holds nothing"
    again, is_new = book.note("note 0", 20)
    assert is_new and again.count == 1


def test_a_shelf_takes_warnings_and_notes_never_what_is_critical_and_ends_by_itself() -> None:
    clock = Clock()
    book = AlertBook(clock)
    book.shelve(Source.LIMIT, 15)
    book.raise_(HALF, 1)
    book.raise_(FULL, 2)
    assert {one.sentence: one.unread for one in listed(book)} == {"half": False, "full": True}
    assert listed(book)[1].by == "shelved" and book.picture().shelved == {Source.LIMIT: 15}
    clock.at = 15 * MINUTE_NS - 1
    assert book.is_shelved(Source.LIMIT) and book.shelved() == {Source.LIMIT: 1}
    clock.at += 1
    assert not book.is_shelved(Source.LIMIT) and book.picture().shelved == {}
    book.raise_(HALF, 3)
    assert listed(book)[0].unread
    book.shelve(Source.LIMIT, 15)
    book.shelve(Source.LIMIT, 0)
    assert not book.is_shelved(Source.LIMIT)


def test_the_newest_that_says_so_is_found() -> None:
    book = AlertBook(Clock())
    one, _ = book.raise_(STOP, 1)
    assert book.newest(STOP.sentence) == one and book.newest("nothing") is None
