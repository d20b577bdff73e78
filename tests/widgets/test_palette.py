"""The command palette: which letters mean which action, keys, and that it gives the focus back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from widgets.palette.model import ranked, score
from widgets.palette.view import Palette
from widgets.style import THEMES

TEXTS = ["Pause or resume", "Cancel all orders", "Go to Orders", "Practice", "Reset layout"]


def test_letters_must_be_there_in_order():
    assert score("cao", "Cancel all orders")
    assert not score("oac", "Cancel all")
    assert not score("x", "Pause")


def test_starts_of_words_come_first():
    assert ranked("ca", ["Local", "Cancel all orders"]) == [1, 0]
    assert ranked("ord", TEXTS)[0] == TEXTS.index("Go to Orders")
    assert ranked("", TEXTS) == list(range(len(TEXTS)))


@given(st.text(max_size=6), st.text(max_size=20))
def test_it_matches_exactly_the_subsequences(typed, text):
    letters = iter(text.casefold())
    expected = all(letter in letters for letter in typed.casefold() if not letter.isspace())
    assert bool(score(typed, text)) == expected


@pytest.fixture
def ground(qtbot):
    """A window with a field, a palette and five actions; ground.ran lists what ran."""
    window = QWidget()
    window.field = QLineEdit()
    QVBoxLayout(window).addWidget(window.field)
    window.resize(900, 600)
    window.palette_over = Palette(THEMES["dark"], window)
    window.ran = []
    window.made = []
    for text in TEXTS:
        action = QAction(text, window)
        action.triggered.connect(lambda checked=False, text=text: window.ran.append(text))
        window.made.append(action)
    window.made[0].setShortcut("Space")
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.field.setFocus()
    return window


def test_enter_runs_the_best_match_and_closes(ground, qtbot):
    over = ground.palette_over
    over.open(ground.made)
    qtbot.keyClicks(over.field, "rl")
    with qtbot.waitSignal(over.ran):
        qtbot.keyClick(over.field, Qt.Key.Key_Return)
    assert ground.ran == ["Reset layout"]
    assert over.isHidden()


def test_arrows_move_and_stay_inside(ground, qtbot):
    over = ground.palette_over
    over.open(ground.made)
    for _ in range(9):
        qtbot.keyClick(over.field, Qt.Key.Key_Down)
    qtbot.keyClick(over.field, Qt.Key.Key_Up)
    qtbot.keyClick(over.field, Qt.Key.Key_Return)
    assert ground.ran == ["Practice"]


def test_escape_closes_and_gives_the_focus_back(ground, qtbot):
    over = ground.palette_over
    over.open(ground.made)
    qtbot.keyClick(over.field, Qt.Key.Key_Escape)
    assert over.isHidden()
    assert ground.focusWidget() is ground.field
    assert ground.ran == []


def test_a_click_runs(ground, qtbot):
    over = ground.palette_over
    over.open(ground.made)
    where = over.list.visualRect(over.actions_shown.index(1)).center()
    qtbot.mouseClick(over.list.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert ground.ran == ["Cancel all orders"]


def test_a_disabled_action_does_not_run(ground, qtbot):
    ground.made[0].setEnabled(False)
    over = ground.palette_over
    over.open(ground.made)
    qtbot.keyClick(over.field, Qt.Key.Key_Return)
    assert ground.ran == []
    assert not over.isHidden()


def test_no_match_runs_nothing(ground, qtbot):
    over = ground.palette_over
    over.open(ground.made)
    qtbot.keyClicks(over.field, "zzz")
    qtbot.keyClick(over.field, Qt.Key.Key_Return)
    assert ground.ran == []
    assert over.actions_shown.rowCount() == 0
    over.grab()


def test_it_shows_the_key(ground):
    over = ground.palette_over
    over.open(ground.made)
    told = over.actions_shown.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "Pause or resume Space"


def test_focus_elsewhere_closes_it(ground, qtbot):
    over = ground.palette_over
    over.open(ground.made)
    ground.field.setFocus()
    qtbot.waitUntil(over.isHidden)
    assert ground.focusWidget() is ground.field
