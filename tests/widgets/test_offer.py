"""The strip of questions: one at a time, answered by button, Enter or Esc; a wrong text stays with its sentence."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from widgets.offer import Choice, OfferStrip, Question
from widgets.style import THEMES

YES_NO = (Choice("yes", "Yes", "Do it"), Choice("", "No", "Leave it"))


@pytest.fixture
def strip(qtbot):
    made = OfferStrip(THEMES["dark"])
    made.resize(1000, 60)
    qtbot.addWidget(made)
    made.heard = []
    return made


def question(strip, key, **changes):
    return Question(key, f"About {key}?", "Words.", YES_NO, lambda *answer: strip.heard.append((key, *answer)), **changes)


def test_nothing_asked_takes_no_room(strip):
    assert strip.isHidden() and strip.shown() is None
    strip.answer("yes")
    assert strip.heard == []


def test_one_question_after_another(strip, qtbot):
    strip.ask(question(strip, "a"))
    strip.ask(question(strip, "b"))
    assert strip.isVisible() and strip.heading.text() == "About a?"
    qtbot.mouseClick(strip.buttons["yes"], Qt.MouseButton.LeftButton)
    assert strip.heading.text() == "About b?"
    qtbot.keyClick(strip, Qt.Key.Key_Escape)
    assert strip.heard == [("a", "yes", ""), ("b", "", "")]
    assert strip.isHidden()


def test_the_same_matter_again_replaces_and_keeps_its_turn(strip):
    strip.ask(question(strip, "a"))
    strip.ask(question(strip, "b"))
    strip.ask(question(strip, "a", tone="critical"))
    assert strip.shown().tone == "critical" and strip.is_waiting("b")
    strip.withdraw("a")
    assert strip.heading.text() == "About b?"
    strip.withdraw("b")
    assert strip.isHidden() and strip.heard == []


def test_a_choice_that_stays_leaves_the_sheet(strip):
    choices = (Choice("copy", "Copy", "", stays=True), Choice("", "Dismiss", ""))
    strip.ask(Question("c", "Copy?", "", choices, lambda *answer: strip.heard.append(answer)))
    strip.answer("copy")
    strip.answer("copy")
    assert strip.isVisible() and strip.heard == [("copy", "")] * 2
    strip.answer("")
    assert strip.isHidden()


def test_what_is_typed_is_answered_with_enter(strip, qtbot):
    strip.ask(question(strip, "name", field="Name", typed="old"))
    qtbot.keyClicks(strip.line, " new")
    qtbot.keyClick(strip.line, Qt.Key.Key_Return)
    assert strip.heard == [("name", "yes", "old new")]


def test_asking_again_from_the_answer_keeps_the_question(strip):
    def again(choice, typed):
        strip.heard.append(typed)
        if typed != "right":
            strip.ask(replace(asked, typed=""))
            strip.line.setText(typed)
            strip.complain("That is wrong.")

    asked = Question("name", "Name?", "", YES_NO, again, field="Name")
    strip.ask(asked)
    strip.line.setText("wrong")
    strip.answer("yes")
    assert strip.isVisible() and strip.line.text() == "wrong" and strip.wrong.text() == "That is wrong."
    assert strip.line.is_wrong()
    strip.line.setText("right")
    strip.answer("yes")
    assert strip.isHidden() and strip.heard == ["wrong", "right"]


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_it_is_painted_in_every_theme(strip, theme):
    strip.ask(question(strip, "a"))
    strip.set_theme(theme)
    assert strip.grab().toImage().pixelColor(1, 10) == theme.color("warning")


def test_every_line_has_its_height_whatever_the_width(qtbot):
    strip = OfferStrip(THEMES["dark"])
    qtbot.addWidget(strip)
    strip.heard = []
    strip.resize(1200, 20)
    strip.show()
    long = Question("a", "A heading with descenders: gyp", "Words that go on and on, " * 12, YES_NO, lambda *answer: None)
    strip.ask(long)
    for width in (1200, 700, 1200):
        strip.resize(width, strip.height())

        def fits(width: int = width) -> bool:
            parts = (strip.heading, strip.words)
            return strip.width() == width and all(part.height() >= part.heightForWidth(part.width()) for part in parts)

        qtbot.waitUntil(fits)
        assert strip.words.geometry().bottom() < strip.height()
