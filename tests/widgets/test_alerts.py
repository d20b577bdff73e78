"""The alerts panel: what is shown, chosen, read, put aside and written, and that a marked row stays marked while others come."""

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.alert_book import AlertBook
from app.alert_words import Kind, Named
from widgets import tongue
from widgets.alerts import model
from widgets.alerts.model import NOWHERE, Severity, Source, Target
from widgets.alerts.view import AlertsView
from widgets.style import THEMES
from widgets.tongue import retold, told, tr

AT = 1_500_000_000 * 10**9


class Desk:
    """The panel over a real list, as the terminal has them."""

    def __init__(self, qtbot: QtBot) -> None:
        self.book = AlertBook(lambda: 0)
        self.view = AlertsView(THEMES["dark"])
        self.asked: list[tuple[str, object]] = []
        for name in ("acknowledged", "followed", "shelved"):
            getattr(self.view, name).connect(lambda what, name=name: self.asked.append((name, what)))
        self.view.acknowledged.connect(self._read)
        qtbot.addWidget(self.view)
        self.view.resize(640, 320)
        self.view.show()

    def _read(self, ids: tuple[int, ...]) -> None:
        self.book.acknowledge(ids, "demo", AT)
        self.show()

    def comes(self, kind: Kind, sentence: str, target: Target = NOWHERE, source: Source = Source.LIMIT) -> int:
        one, _ = self.book.raise_(Named(kind, source, sentence, target), AT + self.book._next * 10**9)
        self.show()
        return one.id

    def show(self) -> None:
        self.view.give(self.book.picture())

    def texts(self) -> list[str]:
        return [record.cells[-1] for record in self.view.list.records]


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


@pytest.fixture
def three(desk: Desk) -> Desk:
    desk.comes(Kind.REFUSAL, "refused", source=Source.REFUSAL)
    desk.comes(Kind.WARNING, "=warned", Target("risk", 1))
    desk.comes(Kind.ALERT, "alerted", Target("orders", 1, 5))
    return desk


def test_a_row_says_by_word_and_shape_how_grave_it_is(three: Desk) -> None:
    assert three.texts() == ["alerted", "=warned", "refused"]
    rows = three.view.list.records
    assert [row.cells[0] for row in rows] == ["Critical", "Warning", "Note"]
    assert len({row.sign for row in rows}) == 3 and [row.sign_token for row in rows] == ["critical", "warning", "muted"]
    assert [row.cells[4] for row in rows] == ["unread", "unread", "\u2013"]
    assert "2 unread" in model.state_note(three.book.picture(), 3).text


def test_severity_unread_and_words_leave_what_they_say(three: Desk, qtbot: QtBot) -> None:
    view = three.view
    qtbot.mouseClick(view.filters[Severity.WARNING], Qt.MouseButton.LeftButton)
    assert three.texts() == ["=warned"]
    view.choose(None)
    qtbot.keyClicks(view.search, "LIMIT alert")
    assert three.texts() == ["alerted"], "words of the kind too"
    assert "1 of 3 shown" in model.state_note(three.book.picture(), 1).text
    qtbot.keyClick(view.search, Qt.Key.Key_Escape)
    assert len(three.texts()) == 3
    qtbot.keyClick(view.list, Qt.Key.Key_U)
    assert three.texts() == ["alerted", "=warned"]
    view.search.setText("nothing such")
    assert three.texts() == [] and view.list.empty == model.NONE_FOUND and not view.export.isEnabled()


def test_one_is_read_by_key_or_button_and_the_next_unread_is_marked(three: Desk, qtbot: QtBot) -> None:
    view = three.view
    assert not view.read.isEnabled()
    view.list.mark(0)
    qtbot.keyClick(view.list, Qt.Key.Key_A)
    assert three.asked == [("acknowledged", (3,))] and three.book.unread() == (0, 1)
    assert view.list.records[0].cells[4] == "demo" and view.list.current == 1
    qtbot.mouseClick(view.read, Qt.MouseButton.LeftButton)
    assert three.book.unread() == (0, 0) and not view.read.isEnabled()
    assert "acknowledged by demo" in view.detail.toPlainText()


def test_all_of_a_severity_are_read_together_and_never_of_all(three: Desk, qtbot: QtBot) -> None:
    view = three.view
    three.comes(Kind.ALERT, "another")
    qtbot.keyClick(view.list, Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier)
    assert three.asked == [] and not view.read_all.isEnabled()
    view.choose(Severity.CRITICAL)
    view.search.setText("another")
    qtbot.mouseClick(view.read_all, Qt.MouseButton.LeftButton)
    assert three.book.unread() == (1, 1), "what the search hides is not read"
    view.search.clear()
    qtbot.keyClick(view.list, Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier)
    assert three.book.unread() == (0, 1)


def test_the_marked_row_stays_marked_and_in_sight_while_others_come_above(desk: Desk, qtbot: QtBot) -> None:
    for number in range(60):
        desk.comes(Kind.WARNING, f"w{number}")
    desk.view.list.mark(30)
    marked, top = desk.view.marked(), desk.view.list.verticalScrollBar().value()
    first = desk.texts()[top]
    for number in range(5):
        desk.comes(Kind.ALERT, f"a{number}")
    assert desk.view.marked() == marked and desk.view.list.current == 35
    assert desk.texts()[desk.view.list.verticalScrollBar().value()] == first


def test_enter_and_a_double_click_go_to_what_it_is_about(three: Desk, qtbot: QtBot) -> None:
    view = three.view
    view.list.mark(2)
    qtbot.keyClick(view.list, Qt.Key.Key_Return)
    assert three.asked == [] and not view.follow.isEnabled(), "of the refusal nothing is known"
    view.list.mark(0)
    qtbot.keyClick(view.list, Qt.Key.Key_Return)
    qtbot.keyClick(view.list, Qt.Key.Key_G)
    qtbot.mouseClick(view.follow, Qt.MouseButton.LeftButton)
    assert [(name, one.target.order) for name, one in three.asked] == [("followed", 5)] * 3  # type: ignore[attr-defined]


def test_a_kind_is_put_aside_from_a_warning_and_never_from_a_critical_one(three: Desk, qtbot: QtBot) -> None:
    view = three.view
    view.list.mark(0)
    assert not view.shelve.isEnabled()
    qtbot.keyClick(view.list, Qt.Key.Key_H)
    assert three.asked == []
    view.list.mark(1)
    qtbot.keyClick(view.list, Qt.Key.Key_H)
    assert three.asked == [("shelved", Source.LIMIT)]
    three.book.shelve(Source.LIMIT, 15)
    three.show()
    assert view.shelve.text() == "Take back" and "Limit shelved, 15 min left" in model.state_note(three.book.picture(), 3).text


def test_letters_that_are_typed_into_the_search_do_nothing_else(three: Desk, qtbot: QtBot) -> None:
    three.view.activateWindow()
    three.view.list.mark(0)
    three.view.search.setFocus()
    qtbot.waitUntil(three.view.search.hasFocus)
    qtbot.keyClicks(three.view.search, "ahgu")
    assert three.asked == [] and three.view.search.text() == "ahgu" and not three.view.unread.isChecked()


def test_what_is_copied_and_written_is_english_and_no_formula(three: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    three.comes(Kind.WARNING, told("Sounds are on."))
    three.comes(Kind.WARNING, told("Sounds are on."))
    view = three.view
    try:
        tongue.speak(lambda source: f"<{source}>", "zh_CN")
        three.show()
        assert three.texts()[0] == "<Sounds are on.>"
        view.list.mark(0)
        qtbot.keyClick(view.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        assert QGuiApplication.clipboard().text().split("\t")[0] == "Warning"
        view.save(str(tmp_path / "alerts.csv"))
    finally:
        tongue.speak(None)
    rows = list(csv.DictReader((tmp_path / "alerts.csv").read_text(encoding="utf-8").splitlines()))
    assert [row["What"] for row in rows] == ["Sounds are on.", "alerted", "'=warned", "refused"]
    assert (rows[0]["Times"], rows[0]["First"], rows[1]["Acknowledged by"]) == ("2", "2017-07-14T02:40:04.000000000Z", "")
    view.save(str(tmp_path / "no such folder" / "a.csv"))
    assert view._told is not None and view._told.text.startswith("Not exported")


def test_a_sentence_made_of_sentences_follows_the_language() -> None:
    sentence = retold(lambda: tr("{side} refused: {refusal}", side=tr("Buy"), refusal=tr("x")))
    try:
        tongue.speak(lambda source: {"Buy": "Kauf"}.get(source, source), "de")
        assert (tongue.again(sentence), str(sentence), tongue.english(sentence)) == (
            "Kauf refused: x", "Buy refused: x", "Buy refused: x",
        )
    finally:
        tongue.speak(None)


def test_the_view_that_takes_its_place_has_what_was_chosen(three: Desk, qtbot: QtBot) -> None:
    three.view.choose(Severity.WARNING)
    three.view.search.setText("warn")
    three.view.list.mark(0)
    after = AlertsView(THEMES["light"])
    qtbot.addWidget(after)
    after.take_over(three.view.hand_over())
    assert after.severity is Severity.WARNING and after.search.text() == "warn" and after.marked() == three.view.marked()


@pytest.mark.parametrize("width", [300, 460, 640, 980])
@pytest.mark.parametrize("theme", ["dark", "light", "contrast"])
def test_every_control_is_in_sight_at_any_width_and_the_sign_is_painted(three: Desk, qtbot: QtBot, width: int, theme: str) -> None:
    view = three.view
    view.set_theme(THEMES[theme])
    view.resize(width, 300)
    view.list.mark(2)
    QGuiApplication.processEvents()
    parts = view.bar._parts
    for number, one in enumerate(parts):
        assert view.bar.rect().contains(one.geometry())
        assert not any(one.geometry().intersects(other.geometry()) for other in parts[number + 1:])
    places = view.list._places(view.list.viewport().width())
    assert places[0][1] and places[1][1] and places[-1][1] >= 130, "severity, time and sentence, however narrow"
    image = view.list.viewport().grab().toImage()
    ratio = image.devicePixelRatio()
    # The middle of the first row's sign: 6 px from the left edge, 11 px wide.
    assert image.pixelColor(round(11 * ratio), round(11 * ratio)) == THEMES[theme].color("critical")
