"""The journal panel over real journals: filters, one order followed, pages, a torn end, damage, and no field that is wrong is sent."""

import shutil
import time
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.journal_panel import JournalPanel
from app.journal_search import PAGE, Search
from app.journal_words import hit
from app.window import TerminalWindow
from core.domain.enums import Side, TimeInForce
from core.domain.instrument import Instrument
from core.domain.limits import Rule
from core.domain.scope import ScopeKind
from core.journal.entry import Entry
from core.journal.reader import segments
from core.journal.since import entries_from
from core.messages.commands import CancelOrder
from core.messages.events import KillEngaged, OrderCancelled, OrderFilled, OrderWorking
from core.messages.limits import NO_LIMIT, ChangeLimits, Limit, LimitChanged
from core.messages.origin import Origin
from core.messages.people import Failure, Leaving, Means, SignedIn, SignedOut, SignInFailed
from tests.app.test_assembly import BID, LOT, Watch
from tests.sessions import assemble, limit
from widgets.journal import kinds
from widgets.journal.form import Query, Wrong, query
from widgets.journal.model import Hit, Progress, said
from widgets.journal.view import JournalView
from widgets.panels import PANELS
from widgets.style import THEMES

EMPTY = dict.fromkeys(("kind", "symbol", "order", "person", "start", "end", "words"), "")
DAY = 1_531_514_880_000_000_000  # 2018-07-13 20:48 UTC
Made = tuple[Path, int, int, dict[int, Instrument]]


@pytest.fixture(scope="module")
def traded(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A journal, the id of an order that was filled, of one that ada cancelled, and the instruments."""
    folder = tmp_path_factory.mktemp("traded")
    assembly = assemble(folder, speed_milli=100_000)
    watch = Watch(assembly)
    assembly.start(time.monotonic_ns())
    assembly.core.submit(limit("a", Side.BUY, BID + 100, LOT // 100, TimeInForce.IOC))
    filled = watch.event(OrderFilled).order_id
    assembly.core.submit(msgspec.structs.replace(limit("b", Side.BUY, BID - 5_000, LOT), origin=Origin("ada", "desk 1")))
    working = watch.until(lambda entry: any(isinstance(event, OrderWorking) for event in entry.events))
    assembly.core.submit(CancelOrder(working.seq))
    watch.event(OrderCancelled)
    instruments = {int(id): quote.instrument for id, quote in assembly.projections.market.quotes.items()}
    assert assembly.stop("test")
    return folder / "journal", filled, working.seq, instruments


def look(made: Made, folder: Path | None = None, pages: int = 1, **wanted: object) -> tuple[list[Hit], Progress]:
    told: list[tuple[list[Hit], Progress]] = []
    search = Search(folder or made[0], Query(**wanted), made[3], lambda hits, progress: told.append((hits, progress)))
    for _ in range(pages):
        search.more()
        assert search._thread is not None
        search._thread.join()
    return [hit for hits, _ in told for hit in hits], told[-1][1]


# the search -------------------------------------------------------------------------------------------------------------


def test_everything_is_found_newest_first_page_by_page(traded: Made) -> None:
    whole = [entry.seq for entry in entries_from(traded[0], 1)]
    first, progress = look(traded, ours=False)
    assert [hit.seq for hit in first] == whole[::-1][:PAGE]
    assert progress.more == (len(whole) > PAGE) and not progress.running
    every, progress = look(traded, pages=len(whole) // PAGE + 1, ours=False)
    assert sorted(hit.seq for hit in every) == whole and not progress.more


def test_filters_agree_with_a_plain_reading(traded: Made) -> None:
    entries = list(entries_from(traded[0], 1))
    ours = {entry.seq for entry in entries if entry.touches_ours}
    assert {hit.seq for hit in look(traded, pages=99)[0]} == ours and len(ours) < len(entries)
    sent = {entry.seq for entry in entries if any(type(event).__name__ == "OrderSent" for event in entry.events)}
    assert {hit.seq for hit in look(traded, kind="order sent")[0]} == sent != set()
    assert [hit.person for hit in look(traded, person="ada")[0]] == ["ada"]
    assert {hit.instrument.symbol for hit in look(traded, symbol="btc-usd", pages=9)[0]} == {"BTC-USD"}
    assert look(traded, symbol="ETH-USD")[0] == [] == look(traded, symbol="TC-USD")[0]
    assert [hit.seq for hit in look(traded, symbol="BTC", pages=9)[0]] == [hit.seq for hit in look(traded, symbol="btc-usd", pages=9)[0]]
    middle = entries[len(entries) // 2].at
    late = {entry.seq for entry in entries if entry.at >= middle}
    assert {hit.seq for hit in look(traded, pages=99, start=middle, ours=False)[0]} == late
    assert {hit.seq for hit in look(traded, pages=99, end=middle, ours=False)[0]} == {entry.seq for entry in entries} - late
    assert look(traded, words="DESK 1")[0][0].person == "ada"


def test_one_order_is_followed_to_its_end(traded: Made) -> None:
    _, filled, cancelled, _ = traded
    of_the_first, of_the_second = look(traded, order=filled)[0], look(traded, order=cancelled)[0]
    assert of_the_first[-1].seq == filled and "filled" in " ".join(hit.outcome for hit in of_the_first)
    assert [hit.kind for hit in of_the_second][-1] == "Place order" and of_the_second[-1].seq == cancelled
    assert any(f"Order {cancelled} cancelled (" in hit.outcome for hit in of_the_second)
    assert {hit.order for hit in of_the_second} == {cancelled}
    assert look(traded, order=999_999_999)[0] == []


def test_numbers_are_written_as_the_instrument_writes_them(traded: Made) -> None:
    placed = next(hit for hit in look(traded, person="ada")[0])
    price = traded[3][1].price_text(BID - 5_000)
    assert f"price {price}" in placed.detail and "qty 1." in placed.detail
    assert placed.kind == "Place order"


def test_common_entries_are_told_in_sentences_with_the_person_they_are_about(traded: Made) -> None:
    def told(message: Any, *events: Any) -> Hit:
        return hit(Entry(1, 0, message, list(events), True, 0, 0), traded[3])

    signed = told(SignedIn("demo", Means.DEMO))
    assert (signed.person, signed.outcome) == ("demo", "demo signed in as a demo person")
    assert told(SignedOut("ada", Leaving.REPLACED)).outcome == "ada signed out: another person took the seat"
    assert told(SignInFailed("", Failure.UNKNOWN_NAME, 2)).outcome == (
        "Sign-in of an unknown name failed: nobody has that name, 2 in a row"
    )
    limits = Limit(Rule.DAILY_LOSS, 300, ScopeKind.ACCOUNT, "1")
    assert told(ChangeLimits((limits,)), LimitChanged(limits, NO_LIMIT, 1, "rita", "omar", "first")).outcome == (
        "Limit loss of the day of account 1 set to 3.00 % by rita and omar: first"
    )
    filled = next(one for one in look(traded, order=traded[1])[0] if "filled" in one.outcome)
    assert f"Order {traded[1]} filled " in filled.outcome
    assert "Account 1 is long" in filled.outcome
    assert told(KillEngaged(1, "test", 3)).outcome == "Kill switch engaged for everything by test: 3 orders open"


def test_a_torn_end_is_no_trouble_and_damage_is_said(traded: Made, tmp_path: Path) -> None:
    torn = tmp_path / "torn"
    shutil.copytree(traded[0], torn)
    last = segments(torn)[-1]
    last.write_bytes(last.read_bytes() + b"\x00" * 7 + b"half a batch")
    assert len(look(traded, torn, pages=99)[0]) == len(look(traded, pages=99)[0])
    (torn / "000000999999.journal").write_bytes(b"")
    hits, progress = look(traded, torn)
    assert hits == [] and "damaged" in progress.trouble
    hits, progress = look(traded, tmp_path / "none")
    assert hits == [] and progress == Progress(0, 0, False, False)


def test_a_search_can_be_stopped_and_gone_on_with(traded: Made) -> None:
    told: list[tuple[list[Hit], Progress]] = []
    search = Search(traded[0], Query(ours=False, words="nothing has these words"), traded[3], lambda *page: told.append(page))
    search.more()
    search.close()
    assert not search.running and not told[-1][1].running
    search.more()
    search._thread.join()
    assert told[-1][1].more is False


# the form ---------------------------------------------------------------------------------------------------------------


def test_times_and_orders_are_understood() -> None:
    asked = query({**EMPTY, "order": " 17 ", "start": "20:48", "end": "2018-07-14 01:02:03.5"}, True, DAY)
    assert isinstance(asked, Query) and asked.order == 17 and asked.start == DAY
    assert asked.end == 1_531_530_123_500_000_000


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("order", "-1"), ("order", "0"), ("order", "1e5"), ("order", "9" * 30), ("order", "\u0661"), ("order", "nan"), ("start", "25:00"),
        ("start", "noon"), ("start", "2018-02-30 10:00"), ("end", "20:60"), ("words", "x" * 5000), ("words", "a\x00b"),
        ("person", "\u202eada"),
    ],
)
def test_a_wrong_field_is_named(field: str, text: str) -> None:
    wrong = query({**EMPTY, field: text}, True, DAY)
    assert isinstance(wrong, Wrong) and wrong.field == field and wrong.sentence.endswith(".")


def test_the_end_must_be_later() -> None:
    assert query({**EMPTY, "start": "20:48", "end": "20:48"}, True, DAY) == Wrong("end", "The end must be later than the beginning.")


# the panel --------------------------------------------------------------------------------------------------------------


@pytest.fixture
def view(qtbot):
    made = JournalView(THEMES["dark"])
    made.resize(900, 400)
    qtbot.addWidget(made)
    made.heard = []
    made.searched.connect(made.heard.append)
    made.show()
    return made


def some(count: int) -> list[Hit]:
    return [Hit(900 - n, "t", "", CancelOrder(900 - n), (), 900 - n, None, "ada") for n in range(count)]


def test_it_searches_ours_when_it_is_first_seen_and_sends_nothing_wrong(view, qtbot):
    assert view.heard == [Query()]
    qtbot.keyClicks(view.fields["start"], "25:00")
    qtbot.keyClick(view.fields["start"], Qt.Key.Key_Return)
    assert len(view.heard) == 1 and view.fields["start"].is_wrong() and view.said.text().startswith("A time like")
    assert view.fields["start"].text() == "25:00"
    view.fields["start"].clear()
    qtbot.mouseClick(view.ours, Qt.MouseButton.LeftButton)
    assert view.heard[-1] == Query(ours=False)


def test_known_kinds_are_offered_by_any_of_their_words(view, qtbot):
    view.offer_kinds(known := kinds.offered())
    field = view.fields["kind"]
    assert {"Order sent", "Signed in", "Limit changed", "Place order"} <= set(known) and known == sorted(set(known))
    qtbot.keyClicks(field, "sent")
    offered = field.completer().completionModel()
    assert "Order sent" in [offered.index(row, 0).data() for row in range(offered.rowCount())]
    popup = field.completer().popup()
    popup.hide()
    field.clear()
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert popup.isVisible() and popup.model().rowCount() == len(known)
    field.setFocus()
    qtbot.keyClicks(field, "order fil")
    qtbot.waitUntil(lambda: popup.isVisible() and popup.model().rowCount() == 1)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.heard[-1] == Query(kind="Order filled"))
    assert field.text() == "Order filled"
    view.set_theme(THEMES["light"])


def test_pages_are_put_together_and_an_order_is_followed_and_left(view, qtbot):
    view.fields["words"].setText("earlier")
    view.give(some(3), Progress(3, 10, False, True, 800))
    view.give(some(2), Progress(5, 20, False, False))
    assert len(view.list.records) == 5 and view.said.text() == "5 entries among 20"
    view.list.setFocus()
    qtbot.keyClick(view.list, Qt.Key.Key_Down)
    qtbot.keyClick(view.list, Qt.Key.Key_Down)
    assert view.detail.toPlainText().startswith("Cancel order: order id 899\nentry 899, session time t")
    qtbot.keyClick(view.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text().startswith("899\t\tCancel order\t899\t\tada")
    qtbot.keyClick(view.list, Qt.Key.Key_Return)
    assert view.heard[-1] == Query(order=899) and not view.list.records
    qtbot.keyClick(view.list, Qt.Key.Key_Escape)
    assert view.heard[-1] == Query(words="earlier")


def test_progress_is_said_and_stopping_is_offered(view, qtbot):
    view.give([], Progress(0, 12_345, True, True))
    assert view.said.text() == "Looking: 0 entries among 12\u202f345 so far"
    with qtbot.waitSignal(view.stopped):
        qtbot.mouseClick(view.stop, Qt.MouseButton.LeftButton)
    view.give([], Progress(0, 5, False, True, 7))
    with qtbot.waitSignal(view.older):
        qtbot.mouseClick(view.back, Qt.MouseButton.LeftButton)
    assert said(Progress(0, 0, False, False, trouble="Bad."))[1] == "critical"
    view.set_theme(THEMES["light"])


def test_the_panel_shows_a_running_cores_journal(qtbot, tmp_path):
    assembly = assemble(tmp_path, speed_milli=50_000)
    window = TerminalWindow(tuple(panel for panel in PANELS if panel.id == "journal"), THEMES["dark"])
    qtbot.addWidget(window)
    panel = JournalPanel(window, assembly, assembly.folders.journal)
    watch = Watch(assembly)
    assembly.start(time.monotonic_ns())
    assembly.core.submit(limit("a", Side.BUY, BID + 100, LOT // 100, TimeInForce.IOC))
    filled = watch.event(OrderFilled).order_id
    window.show()
    window.focus_panel("journal")
    view = window.view("journal")

    def shown() -> bool:
        view.follow(filled)
        qtbot.waitUntil(lambda: not view.stop.isVisible() and "among" in view.said.text() and "Looking" not in view.said.text())
        return any(hit.seq == filled for hit in view.hits)

    qtbot.waitUntil(shown, timeout=20_000)
    panel.close()
    assert assembly.stop("test")
    QApplication.instance().setStyleSheet("")
