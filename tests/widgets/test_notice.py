"""The notice under the banner: every sentence whole, several one by one, each dismissed by itself."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from widgets import tongue
from widgets.banner.notice import HEIGHT_PX, MOST, Notice
from widgets.style import THEMES
from widgets.tongue import again, english, joined, told

ONE, TWO, THREE = "The keys file is not one.", "The layout is of a newer program.", "The limits file has a line that is no limit."
LONG = "The settings file is not used: " + "a setting of a long name that nobody knows stands in it, " * 3 + "and so it is."


@pytest.fixture
def notice(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    made = Notice(THEMES["dark"], window)
    column.addWidget(made)
    column.addStretch(1)
    window.resize(1280, 300)
    made.heard, made.gone_with, made.moves = [], [], []
    made.said.connect(made.heard.append)
    made.dismissed.connect(made.gone_with.append)
    made.coming.connect(lambda: made.moves.append("comes"))
    made.gone.connect(lambda: made.moves.append("gone"))
    with qtbot.waitExposed(window):
        window.show()
    yield made
    window.hide()


def is_whole(notice: Notice) -> bool:
    words = notice._words
    needed = words.fontMetrics().boundingRect(QRect(0, 0, words.width(), 9_999), Qt.TextFlag.TextWordWrap, words.text())
    return needed.height() <= words.height() and needed.width() <= words.width() and words.height() <= notice.height()


def press(button, qtbot):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_one_sentence_has_neither_a_place_nor_a_next(notice, qtbot):
    notice.say(ONE)
    assert notice.text() == ONE and notice._next.isHidden() and notice._place.isHidden() and notice.height() == HEIGHT_PX
    press(notice._dismiss, qtbot)
    assert notice.isHidden() and notice.text() == "" and notice.gone_with == [ONE]


def test_several_are_read_one_by_one_and_round_again(notice, qtbot):
    notice.tell([ONE, TWO, THREE])
    assert notice._next.isVisible() and notice.heard == [ONE, TWO, THREE]
    read = []
    for _ in range(4):
        assert notice._place.seen() == notice._place.text(), "it is not cut"
        read.append((notice._place.text(), notice.text()))
        press(notice._next, qtbot)
    assert read == [("1 of 3", ONE), ("2 of 3", TWO), ("3 of 3", THREE), ("1 of 3", ONE)]
    assert notice.heard == [ONE, TWO, THREE] and notice.moves == ["comes"]


def test_each_is_dismissed_by_itself_and_the_strip_goes_with_the_last(notice, qtbot):
    notice.tell([ONE, TWO, THREE])
    press(notice._next, qtbot)
    press(notice._dismiss, qtbot)
    assert (notice.text(), notice._place.text(), notice.gone_with) == (THREE, "2 of 2", [TWO])
    press(notice._dismiss, qtbot)
    assert notice.text() == ONE and notice._next.isHidden()
    press(notice._dismiss, qtbot)
    assert notice.isHidden() and notice.gone_with == [TWO, THREE, ONE] and notice.moves == ["comes", "gone"]


def test_what_comes_is_read_at_once_and_takes_nothing_away(notice, qtbot):
    notice.tell([ONE, TWO])
    press(notice._next, qtbot)
    notice.tell([THREE])
    assert (notice.text(), notice._place.text()) == (THREE, "1 of 3") and notice.heard == [ONE, TWO, THREE]
    notice.tell([TWO])
    assert (notice.text(), notice._place.text()) == (TWO, "1 of 3"), "said twice it is to be read once"
    notice.tell([f"{number}." for number in range(20)])
    assert (notice.text(), notice._place.text()) == ("11.", f"1 of {MOST}")
    assert len(notice.heard) == 24, "those that are not shown are in the list of alerts all the same"


def test_an_answer_gives_way_to_the_next_and_what_was_told_does_not(notice, qtbot):
    notice.tell([ONE])
    notice.say(TWO)
    assert (notice.text(), notice._place.text()) == (TWO, "1 of 2")
    notice.say(THREE)
    assert (notice.text(), notice._place.text()) == (THREE, "1 of 2")
    press(notice._dismiss, qtbot)
    assert notice.text() == ONE and notice.gone_with == [THREE]
    notice.say(TWO)
    notice.say(TWO)
    assert notice.heard == [ONE, TWO, THREE, TWO, TWO], "an answer is news each time"


def test_another_strip_takes_over_what_stands_and_says_it_to_nobody(notice, qtbot):
    notice.tell([ONE, TWO])
    notice.say(THREE)
    press(notice._next, qtbot)
    other = Notice(THEMES["dark"], notice.parentWidget())
    other.said.connect(notice.heard.append)
    other.take_over(notice)
    assert (other.text(), other._place.text()) == (ONE, "2 of 3") and notice.heard == [ONE, TWO, THREE]
    other.say(LONG)
    assert (other.text(), other._place.text()) == (LONG, "1 of 3"), "it knows which was an answer"


@pytest.mark.parametrize("width", [640, 1024, 1280, 1920])
def test_a_long_one_takes_lines_and_the_height_stays_while_the_others_are_read(notice, qtbot, width):
    notice.window().resize(width, 300)
    notice.tell([ONE, LONG, TWO])
    qtbot.waitUntil(lambda: notice.width() == width and notice._words.height() > 0 and is_whole(notice))
    height = notice.height()
    for _ in range(3):
        press(notice._next, qtbot)
        qtbot.waitUntil(lambda: is_whole(notice))
        assert notice.height() == height
    assert (height > HEIGHT_PX) == (width < 1920)
    notice.window().resize(2_400, 300)
    qtbot.waitUntil(lambda: notice.height() == HEIGHT_PX)


def test_they_are_said_again_each_in_another_language(notice, qtbot):
    words = {"{name} is bad.": "{name} 坏了。", "It is old.": "旧了。", "{number} of {count}": "{number}/{count}"}
    bad, old = told("{name} is bad.", name="a.json"), joined(told("It is old."), "")
    tongue.speak(lambda source: words.get(source, source), "zh_CN")
    try:
        assert (again(bad), english(bad)) == ("a.json 坏了。", "a.json is bad.")
        notice.tell([bad, old, THREE])
        press(notice._next, qtbot)
        assert (notice.text(), notice._place.text()) == ("旧了。", "2/3")
    finally:
        tongue.speak(None)
