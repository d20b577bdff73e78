"""The journal panel in the language of now: kinds, codes, fields and sentences follow a switch, what was found stays, and what leaves the
panel is English.
"""

import re
import time
from collections.abc import Callable, Iterator
from enum import Enum
from typing import Any, get_args

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.journal_panel import JournalPanel
from app.journal_search import PAGE, Search
from app.journal_words import hit
from app.window import TerminalWindow
from core.domain.enums import CancelReason, Liquidity, OrderType, Peg, Side, TimeInForce
from core.domain.limits import Rule
from core.domain.scope import ScopeKind
from core.journal import telling
from core.journal.entry import Entry
from core.messages.commands import CancelOrder, PlaceOrder
from core.messages.events import (
    KillEngaged,
    KillReleased,
    OrderCancelled,
    OrderFilled,
    OrderRefused,
    OrderReplaced,
    OrderSent,
    OrderWorking,
    PositionChanged,
    RequestRefused,
    RunEnded,
    RunStarted,
)
from core.messages.flow import Flow
from core.messages.limits import NO_LIMIT, Limit, LimitChanged, RiskTold
from core.messages.operations import TimePassed
from core.messages.people import Failure, Leaving, Means, SignedIn, SignedOut, SignInFailed, TerminalLocked
from core.messages.reasons import Reason
from tests.app.test_assembly import Watch
from tests.sessions import assemble
from tests.widgets.blotter_rows import BTC, LOT
from widgets import tongue
from widgets.journal.fields import FIELD, TABLES, code
from widgets.journal.form import Query
from widgets.journal.kinds import KIND, SAID, meant, offered
from widgets.journal.model import Hit, Progress
from widgets.journal.sentences import SENTENCES
from widgets.journal.view import JournalView
from widgets.panels import PANELS
from widgets.style import THEMES

LATIN = re.compile(r"[A-Za-z]")
PLACE = re.compile(r"(\{[^}]*\})")
KINDS = (*get_args(SAID), *get_args(Flow), TimePassed)
FILLED = OrderFilled(7, LOT, 618_000, LOT, Liquidity.TAKER)
TOLD = (
    OrderSent(7, "1", 1, BTC.id, Side.BUY, OrderType.LIMIT, LOT, 618_000, TimeInForce.DAY, 0),
    OrderSent(7, "1", 1, BTC.id, Side.BUY, OrderType.MARKET, LOT, 0, TimeInForce.DAY, 0, venue="5"),
    OrderRefused("1", BTC.id, Side.SELL, OrderType.STOP, LOT, 618_000, Reason.MAX_OPEN_ORDERS, 1, 2, also=1), FILLED,
    OrderWorking(7, LOT, LOT, 618_000), OrderWorking(7, LOT, LOT), OrderFilled(7, LOT, 618_000, 0, Liquidity.MAKER),
    OrderCancelled(7, LOT, CancelReason.REQUESTED), OrderReplaced(7, LOT, 618_000, LOT, True), OrderReplaced(7, LOT, 618_000, LOT, False),
    RequestRefused("cancel", 7, Reason.ORDER_NOT_WORKING, 0, 0), RequestRefused("set limits", 0, Reason.NOT_PERMITTED, 0, 0),
    *(PositionChanged(1, BTC.id, qty, 0, 0, 0, 0) for qty in (LOT, -LOT, 0)),
    KillEngaged(1, "stop key", 3, "account:1"), KillReleased(1, "operator at the stops panel"),
    LimitChanged(Limit(Rule.MAX_OPEN_ORDERS, 3, ScopeKind.ACCOUNT, "1"), 2, 1, "8", "9", ""),
    LimitChanged(Limit(Rule.MAX_OPEN_ORDERS, NO_LIMIT), 2, 1, "8", "", "1"),
    *(RiskTold(*one, 5, "8", "9") for one in (
        ("account", "1"), ("rate", "1"), ("restriction", "REDUCE_ONLY"), ("enabled", "account 1"), ("conservative mode", "on"),
        ("trading day", "2018"), ("tighten", "max_order_qty by spread"),
    )),
    RunStarted("1", "", 0, 1, True, "stop key"), RunStarted("1", "", 0, 1, False, ""), RunEnded("end of tape"),
    SignedIn("8", Means.PASSWORD), SignInFailed("", Failure.WRONG_CODE, 2, "9"), SignedOut("8", Leaving.ASKED),
    TerminalLocked("8", True), TerminalLocked("8", False),
)
"""Every sentence, with nothing in it that people wrote but numbers."""


def of_han(source: str) -> str:
    """Any text in a language that has no letter of ours, but another one for each: what is left of them was not translated."""
    words = source.partition(tongue.NOTE)[0]
    return "".join(part if PLACE.fullmatch(part) else LATIN.sub(lambda one: chr(0x4E00 + ord(one[0])), part) for part in PLACE.split(words))


@pytest.fixture
def speak() -> Iterator[Callable[..., None]]:
    yield tongue.speak
    tongue.speak(None)


def entry(*events: Any, message: Any = None, seq: int = 1) -> Entry:
    return Entry(seq, 0, message or CancelOrder(7), list(events), True, 0, 0)


def shown(*events: Any, message: Any = None, seq: int = 1) -> Hit:
    return hit(entry(*events, message=message, seq=seq), {BTC.id: BTC})


# words ------------------------------------------------------------------------------------------------------------------


def structs(kinds: tuple[Any, ...]) -> set[type]:
    """With those inside their fields."""
    found: set[type] = set()
    waiting = list(kinds)
    while waiting:
        one = waiting.pop()
        waiting += get_args(one)
        if isinstance(one, type) and issubclass(one, msgspec.Struct) and one not in found:
            found.add(one)
            waiting += [field.type for field in msgspec.structs.fields(one)]
    return found


def enums(kind: Any) -> set[type[Enum]]:
    inside = {kind} if isinstance(kind, type) and issubclass(kind, Enum) else set()
    return inside.union(*(enums(one) for one in get_args(kind)))


def test_every_kind_and_field_has_its_words_and_they_are_the_records() -> None:
    assert set(KIND) == {kind.__name__ for kind in KINDS}
    assert all(KIND.source(name).replace(" ", "").casefold() == name.casefold() for name in KIND)
    assert set(FIELD) == {name for kind in structs(KINDS) for name in kind.__struct_fields__}
    assert all(FIELD.source(name) == name.replace("_", " ") for name in FIELD)


def test_every_code_of_the_record_has_a_word(speak: Callable[..., None]) -> None:
    found = set[type[Enum]]().union(*(enums(field.type) for kind in structs(KINDS) for field in msgspec.structs.fields(kind)))
    assert found - set(TABLES) == {Reason}
    assert [one for kind in found - {Reason} for one in kind if one not in TABLES[kind]] == [Peg.NONE]  # a default, so never told
    speak(of_han)
    assert [reason for reason in Reason if LATIN.search(code(reason))] == []


@pytest.mark.parametrize("event", TOLD, ids=lambda event: type(event).__name__)
def test_every_sentence_is_said_in_the_language_of_now(event: Any, speak: Callable[..., None]) -> None:
    one = shown(event)
    before = one.outcome
    assert LATIN.search(before)
    speak(of_han)
    assert LATIN.findall(one.outcome) == []
    speak(None)
    assert one.outcome == before


def test_no_sentence_is_left_out_above() -> None:
    assert {type(event) for event in TOLD} == set(SENTENCES)


def test_the_whole_entry_is_said_too_but_for_what_people_wrote(speak: Callable[..., None]) -> None:
    placed = PlaceOrder("mine", BTC.id, Side.BUY, OrderType.TRAILING_STOP, LOT, 0, may_shrink=True)
    one = shown(FILLED, RunEnded("ada had enough"), message=placed)
    assert one.detail.startswith("Place order: client order id mine, instrument 1, side Buy, order type Trailing stop, qty ")
    speak(of_han)
    assert set(re.findall(r"[A-Za-z]+", one.detail)) == {"mine", "ada", "had", "enough"}
    assert one.token == "text" and shown(TOLD[2]).token == "warning"


# the panel --------------------------------------------------------------------------------------------------------------


def view_of(qtbot: QtBot, kept: Any = None) -> JournalView:
    made = JournalView(THEMES["dark"])
    made.asked_for = []
    made.searched.connect(made.asked_for.append)
    if kept is not None:
        made.take_over(kept)
    made.offer_kinds(offered())
    made.resize(900, 400)
    qtbot.addWidget(made)
    made.show()
    return made


def test_what_was_found_and_typed_stays_and_is_said_again(qtbot: QtBot, speak: Callable[..., None]) -> None:
    before = view_of(qtbot)
    before.fields["kind"].setText("Order filled")
    before.fields["words"].setText("taker")
    before.ours.click()
    before.give([shown(FILLED, seq=9), shown(SignedIn("ada", Means.DEMO), seq=8)], Progress(2, 10, False, True, 5))
    before.list.mark(1)
    speak(of_han)
    after = view_of(qtbot, before.hand_over())
    assert after.asked_for == []  # nothing is looked for again
    filled, signed = after.list.records
    assert filled.cells[6].startswith(of_han("Order {}").format(7)) and signed.cells[6] == f"ada{of_han(' signed in as a demo person')}"
    assert LATIN.findall("".join((*filled.cells, after.said.text()))) == [] and after.fields["kind"].text() == of_han("Order filled")
    assert (after.fields["words"].text(), after.ours.isChecked(), after.list.current) == ("taker", False, 1)
    assert "ada" in after.detail.toPlainText() and after.back.isVisibleTo(after)
    speak(None)
    again = view_of(qtbot, after.hand_over())
    assert again.list.records[0].cells == before.list.records[0].cells
    assert again.fields["kind"].text() == "Order filled" and again.said.text() == before.said.text()


def test_a_wrong_field_is_still_wrong_in_another_language(qtbot: QtBot, speak: Callable[..., None]) -> None:
    before = view_of(qtbot)
    before.fields["start"].setText("25:00")
    before.search()
    speak(of_han)
    after = view_of(qtbot, before.hand_over())
    assert after.fields["start"].is_wrong() and after.fields["start"].text() == "25:00"
    assert after.said.text() == of_han("A time like 20:48, 20:48:07.5 or 2018-07-13 20:48, UTC.")


def test_what_leaves_the_panel_is_english(qtbot: QtBot, speak: Callable[..., None]) -> None:
    view = view_of(qtbot)
    made = entry(FILLED, seq=9)
    view.give([shown(FILLED, seq=9)], Progress(1, 1, False, False))
    view.list.mark(0)
    copies = []
    for language in (None, of_han):
        speak(language)
        qtbot.keyClick(view.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        record = [*telling.lines(made), telling.json_line(made), *map(str, telling.csv_rows(made))]
        copies.append((QApplication.clipboard().text(), record))
    assert copies[0] == copies[1] and "Order 7 filled" in copies[0][0]


def test_a_kind_is_found_by_its_name_on_the_screen_and_in_the_record(speak: Callable[..., None]) -> None:
    assert meant("order fil") == {"OrderFilled"} == meant("OrderFilled")
    speak(lambda source: {"Order filled": "\u59d4\u6258\u6210\u4ea4"}.get(source, source.partition(tongue.NOTE)[0]))
    assert meant("\u59d4\u6258 \u6210\u4ea4") == {"OrderFilled"} == meant("order filled")
    assert meant("no such kind") == frozenset()


def test_words_are_found_as_they_are_seen_and_as_they_are_recorded(speak: Callable[..., None], tmp_path: Any) -> None:
    def found(words: str) -> bool:
        search = Search(tmp_path, Query(words=words), {BTC.id: BTC}, lambda hits, progress: None)
        return search._fits(entry(FILLED))

    assert found("orderfilled liquidity=taker") and found("nothing-at-all") is False
    assert found("filled as taker, left") and not found("\u5403\u5355\u65b9")
    speak(lambda source: {"Taker": "\u5403\u5355\u65b9"}.get(source, source.partition(tongue.NOTE)[0]))
    assert found("\u5403\u5355\u65b9") and found("\u5403\u5355\u65b9 orderfilled") and not found("\u6302\u5355\u65b9")


def test_a_search_goes_on_in_the_view_of_another_language(qtbot: QtBot, tmp_path: Any, speak: Callable[..., None]) -> None:
    assembly = assemble(tmp_path, speed_milli=1_000_000)
    window = TerminalWindow(tuple(panel for panel in PANELS if panel.id == "journal"), THEMES["dark"])
    qtbot.addWidget(window)
    panel = JournalPanel(window, assembly, assembly.folders.journal)
    watch = Watch(assembly)
    assembly.start(time.monotonic_ns())
    watch.until(lambda entry: entry.seq > 3 * PAGE)
    assert assembly.stop("test")
    window.show()
    window.focus_panel("journal")
    before = window.view("journal")
    before.ours.click()
    qtbot.waitUntil(lambda: len(before.hits) == PAGE, timeout=20_000)
    speak(of_han)
    window.renew()
    after = window.view("journal")
    assert after is not before and [one.seq for one in after.hits] == [one.seq for one in before.hits]
    assert LATIN.findall(after.list.records[0].cells[2]) == []
    after.older.emit()
    qtbot.waitUntil(lambda: len(after.hits) == 2 * PAGE, timeout=20_000)
    assert [one.seq for one in after.hits] == list(range(after.hits[0].seq, after.hits[0].seq - 2 * PAGE, -1))
    panel.close()
    QApplication.instance().setStyleSheet("")
