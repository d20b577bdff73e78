"""Keys: every action has one, a person gives another by pressing it, a conflict is said, a useless file is kept aside."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from app.keys import Keys
from app.tour import Tour
from app.window import TerminalWindow
from tests.app.plain_panels import table
from widgets import action_keys, panel_keys
from widgets.keys.model import IN_PANELS, refused
from widgets.kill_switch.stop_button import StopButton
from widgets.panel_keys import SEPARATOR
from widgets.panels import PANELS
from widgets.sign_in.view import SignInSheet
from widgets.style import THEMES

CONTROL, ALT, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


class Made:
    def __init__(self, qtbot, folder):
        panels = (*table(), *(panel for panel in PANELS if panel.id == "keys"))
        self.window = TerminalWindow(panels, THEMES["dark"])
        self.window.resize(1600, 900)
        qtbot.addWidget(self.window)
        self.told = []
        self.path = folder / "keys.json"
        self.keys = Keys(self.window, self.path, self.told.append)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.window.focus_panel("keys")
        self.view = self.window.view("keys")

    def press(self, qtbot, id, key, modifiers=Qt.KeyboardModifier.NoModifier):
        field = self.view.lines[id].field
        field.setFocus()
        qtbot.keyClick(field, Qt.Key.Key_Return)
        assert field.listens
        qtbot.keyClick(field, key, modifiers)

    def keys_of(self, id):
        return [key.toString() for key in self.window.actions_by_id[id].shortcuts()]

    def wrong(self, id):
        words = self.view.lines[id].wrong
        return words.text() if not words.isHidden() else ""


@pytest.fixture
def made(qtbot, tmp_path):
    yield Made(qtbot, tmp_path)
    action_keys.give({})
    QApplication.instance().setStyleSheet("")


def test_every_action_of_the_real_table_has_a_key_and_no_two_the_same(qtbot):
    window = TerminalWindow(PANELS, THEMES["dark"])
    qtbot.addWidget(window)
    rows = window.rows
    assert [row.id for row in rows if not row.key] == []
    keys = [QKeySequence(key).toString() for row in rows for key in row.key.split(SEPARATOR)]
    assert all(keys) and sorted(keys) == sorted(set(keys))
    QApplication.instance().setStyleSheet("")


def test_every_action_has_a_line_with_its_key(made):
    assert set(made.view.lines) == {row.id for row in made.window.rows} | set(panel_keys.AT_FIRST)
    assert made.view.lines["stop"].field.text() == "F12"
    assert made.view.lines["faster"].field.text() == "+, ="


def test_a_pressed_key_is_the_new_one_at_once_and_after_a_start(made, qtbot, tmp_path):
    heard = []
    made.window.asked.connect(heard.append)
    made.press(qtbot, "cancel_all", Qt.Key.Key_J, CONTROL | ALT)
    assert made.keys_of("cancel_all") == ["Ctrl+Alt+J"] and heard == []
    made.press(qtbot, "faster", Qt.Key.Key_Plus, SHIFT)
    assert made.wrong("faster") == "" and made.keys_of("faster") == ["+"]
    qtbot.keyClick(made.window, Qt.Key.Key_J, CONTROL | ALT)
    assert len(heard) == 1
    assert json.loads(made.path.read_text()) == {"version": 1, "keys": {"cancel_all": "Ctrl+Alt+J", "faster": "+"}}
    again = Made(qtbot, tmp_path)
    assert again.keys_of("cancel_all") == ["Ctrl+Alt+J"] and again.told == []
    qtbot.mouseClick(again.view.lines["cancel_all"].default, Qt.MouseButton.LeftButton)
    assert again.keys_of("cancel_all") == ["Ctrl+Shift+X"]


def test_while_a_field_listens_nothing_else_hears_the_key(made, qtbot):
    heard = []
    made.window.asked.connect(heard.append)
    made.press(qtbot, "lock", Qt.Key.Key_F12)
    assert heard == [] and made.wrong("lock") == "F12 belongs to Stop: kill switch: give that another key first."
    assert made.keys_of("lock") == ["Ctrl+L"] and not made.path.exists()
    qtbot.keyClick(made.view.lines["lock"].field, Qt.Key.Key_F12)
    assert len(heard) == 1


def test_escape_and_leaving_stop_listening(made, qtbot):
    made.press(qtbot, "lock", Qt.Key.Key_Escape)
    field = made.view.lines["lock"].field
    assert not field.listens and field.text() == made.keys_of("lock")[0]
    qtbot.keyClick(field, Qt.Key.Key_Return)
    made.view.search.setFocus()
    assert not field.listens
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not field


def test_what_may_not_be_a_key(made, qtbot):
    made.press(qtbot, "lock", Qt.Key.Key_X)
    assert made.wrong("lock").startswith("X alone would fire")
    made.press(qtbot, "lock", Qt.Key.Key_X, SHIFT)
    assert "capital letter" in made.wrong("lock")
    made.press(qtbot, "stop", Qt.Key.Key_Delete)
    assert made.wrong("stop") == "Stop: kill switch always has a key." and made.keys_of("stop") == ["F12"]
    made.press(qtbot, "lock", Qt.Key.Key_Delete)
    assert made.wrong("lock") == made.wrong("stop") == "" and made.keys_of("lock") == []
    assert refused(made.keys.rows(), "lock", "Return").startswith("Return moves")


def test_a_default_that_another_action_has_now_is_said(made, qtbot):
    made.press(qtbot, "lock", Qt.Key.Key_F7)
    made.press(qtbot, "about", Qt.Key.Key_L, CONTROL)
    assert made.keys_of("about") == ["Ctrl+L"]
    assert made.keys.reset("lock") == "Ctrl+L belongs to About Quarterdeck: give that another key first."
    made.view.all.click()
    assert made.keys_of("lock") == ["F7"] and made.view.question.text().startswith("Keys that are lost: 2. There is no way back")
    qtbot.keyClick(made.view.all, Qt.Key.Key_Escape)
    assert made.view.question.isHidden() and made.view.all.text() == "Default keys"
    for _ in range(2):
        made.view.all.click()
    assert made.view.question.isHidden()
    assert made.keys_of("lock") == ["Ctrl+L"] and made.keys_of("about") == ["Ctrl+F1"]
    made.view.all.click()
    assert made.view.question.text() == "Every key is the default already."


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("{", "is not one"), ('{"version": 2, "keys": {}}', "has version 2"), ('{"version": 1, "keys": {"lock": 5}}', "is not one"),
        ('{"version": 1, "keys": {"lock": "F12"}}', "gives F12 to Lock and to Stop"), ('{"version":1,"keys":{"stop":""}}', "leaves Stop"),
        ('{"version":1,"keys":{"stop":"garbage+garbage"}}', "has a key that nobody knows (garbage+garbage)"), ("\x00", "is not one"),
    ],
)
def test_a_useless_file_is_kept_aside_and_defaults_are_in_force(qtbot, tmp_path, text, why):
    (tmp_path / "keys.json").write_text(text)
    made = Made(qtbot, tmp_path)
    assert len(made.told) == 1 and why in made.told[0]
    assert made.told[0].endswith("default keys are in force, and it is kept as keys.json.aside-1.")
    assert made.keys_of("stop") == ["F12"] and made.keys_of("lock") == ["Ctrl+L"]
    assert (tmp_path / "keys.json.aside-1").read_text() == text
    QApplication.instance().setStyleSheet("")


def test_actions_of_another_version_are_left_alone(qtbot, tmp_path):
    (tmp_path / "keys.json").write_text('{"version": 1, "keys": {"some_day": "F12", "lock": "F7"}}')
    made = Made(qtbot, tmp_path)
    assert made.told == [] and made.keys_of("lock") == ["F7"]
    QApplication.instance().setStyleSheet("")


def test_search_and_what_panels_do(made):
    made.view.search.setText("f12")
    assert [id for id, line in made.view.lines.items() if not line.isHidden()] == ["stop"]
    made.view.search.setText("")
    assert any("Ladder" in words.text() for words in made.view._words)
    made.window.choose_theme("light")


def test_words_that_name_a_key_name_the_one_in_force(qtbot, tmp_path):
    """Buttons and tips of the real panels, the sheet that is laid over them, and what is made afterwards."""
    window = TerminalWindow(PANELS, THEMES["dark"], StopButton(THEMES["dark"]))
    qtbot.addWidget(window)
    sheet = SignInSheet(THEMES["dark"], window)
    sheet.ask_in(may_leave=False)
    keys = Keys(window, tmp_path / "keys.json", lambda said: None)
    assert {id: keys._defaults[id].split(SEPARATOR)[0] for id in action_keys.AT_FIRST} == dict(action_keys.AT_FIRST)
    tips = [button.toolTip() for button in window.view("operations").openers]
    assert tips[0] == "Bands, velocity, halts, sizes, cancels (Ctrl+Alt+Shift+B)"
    for id, key in (("stop", "F11"), ("operations_set_rules", "Shift+F8"), ("operations_set_price", ""), ("pause", "F9")):
        assert keys.rebind(id, key) == ""
    for stop in (window.stop_button, window.view("kill").stop):
        assert stop.words()[1] == stop.accessibleDescription() == "press twice or hold \u00b7 F11"
        assert "on F11, or hold" in stop.toolTip()
    assert sheet.foot.text() == "Stop works without signing in: F11, or the button above."
    tips = [button.toolTip() for button in window.view("operations").openers]
    assert tips[0].endswith("cancels (Shift+F8)") and tips[2] == "What bands and stops are measured from"
    assert window.replay.play.toolTip() == "Play (F9)"
    tour = Tour(window, tmp_path, lambda example: False)
    tour.begin()
    assert "F9 pauses it" in window.offers.words.text()
    tour._go(5)
    assert window.offers.words.text().startswith("Press F11 twice")
    action_keys.give({})
    QApplication.instance().setStyleSheet("")


def test_fixed_keys_inside_panels_are_listed_and_found(made):
    shown = [words for words in made.view._words if not words.isHidden()]
    assert len(shown) == sum(len(some) for _, some in IN_PANELS) and "fixed" in made.view._headings[""].text()
    made.view.search.setText("ladder esc disarms")
    assert [words.text() for words in made.view._words if not words.isHidden()] == [
        "Ladder: Esc disarms and closes the list of orders.",
    ]
    assert not made.view._headings[""].isHidden()
    made.view.search.setText("no such key at all")
    assert made.view._headings[""].isHidden()
