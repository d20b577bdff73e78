"""The command palette: which letters mean which action, keys, and that it gives the focus back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from widgets.palette.found import MOST_OF_A_KIND, Found, Searched, begins_words
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


def one(words, kind="Instrument", more="", run=lambda: None):
    return Found(words, kind, run, more)


def test_other_things_are_found_by_words_in_any_order():
    searched = Searched([[one("BTC-USD", more="SIM"), one("ETH-USD")], [one("Buy 0.5 BTC-USD 67\u202f000.00", "Order 421", "67000.00")]])

    def words(typed):
        return [found.words for found in searched.matching(typed)]

    assert words("usd")[:2] == ["BTC-USD", "ETH-USD"]
    assert words("btc-usd")[0] == words("usd btc sim")[0] == "BTC-USD"
    assert words("421") == words("order buy") == words("67000") == words("67 000") == ["Buy 0.5 BTC-USD 67\u202f000.00"]
    assert words("tc") == words("21") == words("") == words(" - ") == []
    assert begins_words("ord go", "Go to Orders") and not begins_words("rd", "Go to Orders")


def test_words_of_a_language_without_spaces_begin_anywhere():
    assert [found.words for found in Searched([[one("\u8ba2\u5355\u4e0a\u9650")]]).matching("\u4e0a\u9650")] == ["\u8ba2\u5355\u4e0a\u9650"]


def test_of_each_kind_a_few_and_whole_words_first():
    orders = [one(f"Buy 1 BTC-USD {price}", f"Order {4210 + price}") for price in range(10_000)]
    searched = Searched([[one("BTC-USD"), one("ETH-USD")], orders])
    assert len(searched.matching("btc")) == 1 + MOST_OF_A_KIND
    assert searched.matching("4212")[0].kind == "Order 4212"
    assert searched.matching("421")[0].words.endswith(" 421"), "the price, not the number that begins so"


def test_named_actions_then_what_was_found_then_actions_with_the_letters(ground, qtbot):
    over = ground.palette_over
    asked = []

    def search():
        asked.append(1)
        return Searched([[one("RESO-USD", run=lambda: ground.ran.append("RESO-USD"))]])

    over.open(ground.made, search)
    assert not asked, "nothing is collected before a letter is typed"
    assert over.actions_shown.rowCount() == len(TEXTS)
    qtbot.keyClicks(over.field, "res")
    assert asked == [1]
    shown = [over.actions_shown.index(row).data() for row in range(over.actions_shown.rowCount())]
    assert set(shown[:2]) == {"Reset layout", "Pause or resume"} and shown[2] == "RESO-USD" and "Cancel all orders" in shown[3:]
    qtbot.keyClicks(over.field, "o")
    with qtbot.waitSignal(over.ran):
        qtbot.keyClick(over.field, Qt.Key.Key_Return)
    assert ground.ran == ["RESO-USD"] and over.isHidden()
    over.open(ground.made, search)
    qtbot.keyClicks(over.field, "x")
    assert asked == [1, 1]
