"""Keys inside panels in the window: rebound in the keys panel, kept in its file, refused where they would mean two things."""

import json

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication

from app.keys import Keys
from app.window import TerminalWindow
from tests.widgets.ladder_desk import picture
from widgets import action_keys, panel_keys
from widgets.keyboard import KeyTip, portable
from widgets.keys.model import refused
from widgets.panel_keys import SCOPES, split
from widgets.panels import PANELS
from widgets.style import THEMES

SHARED = {"ladder.coarser": "+", "ladder.finer": "-"}
"""Made so: in the ladder they are the ladder's, elsewhere the tape's."""


class Made:
    """The window with its real panels, and their keys in a folder."""

    def __init__(self, qtbot, folder):
        self.window = TerminalWindow(PANELS, THEMES["dark"])
        self.window.resize(1600, 900)
        qtbot.addWidget(self.window)
        self.told = []
        self.path = folder / "keys.json"
        self.keys = Keys(self.window, self.path, self.told.append)

    def show(self, qtbot):
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)

    def row(self, id):
        return next(row for row in self.keys.rows() if row.id == id)

    def file(self):
        return json.loads(self.path.read_text())


@pytest.fixture
def made(qtbot, tmp_path):
    yield Made(qtbot, tmp_path)
    action_keys.give({})
    QApplication.instance().setStyleSheet("")


def test_the_table_holds_to_its_own_rules(made):
    rows = made.keys.rows()
    ids = [f"{scope.id}.{row.name}" for scope in SCOPES for row in scope.rows]
    assert len(ids) == len(set(ids)) and not set(ids) & {row.id for row in made.window.rows}
    panels = [panel.id for panel in PANELS]
    assert all(panel in panels for scope in SCOPES for panel in scope.panels)
    of_actions = {key for row in rows if not row.scope for key in split(row.keys)}
    shared = {}
    for row in rows:
        for key in split(row.default):
            assert QKeySequence(key).toString() == key
            if row.scope:
                assert refused(rows, row.id, key) == ""
                shared |= {row.id: key} if key in of_actions else {}
    assert shared == SHARED


def test_a_pressed_key_is_the_panels_at_once_and_after_a_start(made, qtbot, tmp_path):
    made.show(qtbot)
    made.window.focus_panel("keys")
    view = made.window.view("keys")
    for id, key in (("ladder.buy", Qt.Key.Key_X), ("ladder.cancel", Qt.Key.Key_F7), ("chart.erase", Qt.Key.Key_Backspace)):
        field = view.lines[id].field
        field.setFocus()
        qtbot.keyClick(field, Qt.Key.Key_Return)
        qtbot.keyClick(field, key)
        assert view.lines[id].wrong.isHidden(), view.lines[id].wrong.text()
    assert [view.lines[id].field.text() for id in ("ladder.buy", "ladder.cancel", "chart.erase")] == ["X", "F7", ""]
    kept = {"version": 1, "keys": {"ladder.buy": "X", "ladder.cancel": "F7", "chart.erase": ""}}
    assert made.file() == kept
    field = view.lines["chart.erase"].field
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    assert field.text() == "Del" and action_keys.meant("chart", "Del") == "chart.erase"
    action_keys.give({})
    again = Made(qtbot, tmp_path)
    assert again.told == [] and action_keys.meant("ladder", "X") == "ladder.buy" and action_keys.meant("ladder", "B") == ""
    assert again.keys.reset("ladder.buy") == "" and action_keys.meant("ladder", "B") == "ladder.buy"
    assert again.file()["keys"] == {"ladder.cancel": "F7"}


@pytest.mark.parametrize(
    ("id", "key", "why"),
    [
        ("ladder.buy", "S", "S belongs to Ladder: Sell at the chosen row"), ("ladder.buy", "Ctrl+K", "Ctrl+K belongs to Command palette"),
        ("ladder.buy", "F12", "F12 belongs to Stop: kill switch"), ("ladder.buy", "+", "+ belongs to Faster"),
        ("lock", "Ctrl+D", "Ctrl+D belongs to Watchlist: One line or two"), ("lock", ",", ", belongs to Chart: Shorter bars"),
        ("ladder.buy", "Return", "Return moves"), ("ladder.buy", "Ctrl+Up", "Ctrl+Up moves"), ("ladder.buy", "Space", "Space moves"),
        ("ladder.buy", "Esc", "Esc moves"), ("blotter.replace", "Ctrl+C", "Ctrl+C moves"), ("risk.new", "Alt+1", "Alt+1 moves"),
        ("ladder.buy", "PgUp", "PgUp moves"), ("ladder.buy", "Shift+Backtab", "Shift+Backtab moves"),
        ("ladder.buy", "Q, W", "Q, W is more than one key"), ("ticket.buy", "1", "1 alone is typed"),
        ("ticket.buy", "E", "E alone is typed"),
        ("ticket.buy", "+", "+ alone is typed"), ("watchlist.dense", "D", "D alone is typed"),
        ("watchlist.dense", "Shift+D", "Shift+D alone is typed"), ("ticket.sell", "Del", "Del moves"),
        ("ladder.sell", "Ctrl+Shift+$", "Ctrl+Shift+$ is another key"), ("lock", "Ctrl+Shift+$", "Ctrl+Shift+$ is another key"),
        ("lock", "Num+1", "Num+1 is another key"), ("ladder.buy", "Shift+1", "Shift+1 is another key"),
    ],
)
def test_a_key_that_would_mean_two_things_or_moves_is_refused(made, id, key, why):
    before = {row.id: row.keys for row in made.keys.rows()}
    assert made.keys.rebind(id, key).startswith(why)
    assert {row.id: row.keys for row in made.keys.rows()} == before and not made.path.exists()


def test_panels_may_have_the_same_key_and_what_was_made_together_may_come_back(made):
    assert made.keys.rebind("ladder.buy", "K") == made.keys.rebind("chart.drawn", "X") == made.keys.rebind("ladder.sell", "X") == ""
    assert made.keys.rebind("ladder.coarser", "W") == "" and made.keys.rebind("ladder.coarser", "+") == ""
    assert made.keys.rebind("ticket.buy", "Alt+1").startswith("Alt+1 belongs to Order ticket: Terms")
    assert made.keys.rebind("ladder.arm", "B") == made.keys.rebind("ladder.buy", "A") == ""
    assert made.keys.reset("ladder.arm").startswith("A belongs to Ladder: Buy")
    assert made.keys.reset() == "" and made.file()["keys"] == {}
    assert action_keys.meant("ladder", "A") == "ladder.arm"


def test_a_default_that_somebody_has_is_refused_in_every_language(made, monkeypatch):
    assert made.keys.rebind("lock", "F7") == made.keys.rebind("about", "Ctrl+L") == ""
    monkeypatch.setattr("widgets.keys.model.tr", lambda source, **values: "\u952e" if values else source)
    assert made.keys.reset("lock") == "\u952e" and made.row("lock").keys == "F7"


@pytest.mark.parametrize(
    ("keys", "why"),
    [
        ({"ladder.buy": "S"}, "gives Ladder: Buy at the chosen row a key that it cannot have (S belongs to Ladder: Sell"),
        ({"ladder.buy": "F12"}, "F12 belongs to Stop"), ({"lock": "F7", "ladder.buy": "F7"}, "F7 belongs to Lock"),
        ({"ladder.buy": "Up"}, "Up moves"), ({"ladder.buy": "F7; Esc"}, "Esc moves"), ({"ticket.sell": "5"}, "5 alone is typed"),
        ({"ladder.buy": 5}, "is not one"),
    ],
)
def test_a_file_whose_keys_clash_is_kept_aside(qtbot, tmp_path, keys, why):
    text = json.dumps({"version": 1, "keys": {"chart.drawn": "X"} | keys})
    (tmp_path / "keys.json").write_text(text)
    made = Made(qtbot, tmp_path)
    assert len(made.told) == 1 and why in made.told[0]
    assert made.told[0].endswith("default keys are in force, and it is kept as keys.json.aside-1.")
    assert (tmp_path / "keys.json.aside-1").read_text() == text
    assert action_keys.meant("ladder", "B") == "ladder.buy" and action_keys.meant("chart", "K") == "chart.drawn"
    action_keys.give({})
    QApplication.instance().setStyleSheet("")


def test_a_file_from_before_loads_and_an_action_keeps_the_key_that_a_panel_has_too(qtbot, tmp_path):
    """"," was free for an action before panels' keys were told: it stays the action's, and the chart is without it."""
    text = '{"version": 1, "keys": {"lock": ",", "about": "Ctrl+Alt+J"}}'
    (tmp_path / "keys.json").write_text(text)
    made = Made(qtbot, tmp_path)
    assert made.told == [] and made.path.read_text() == text
    assert (made.row("lock").keys, made.row("chart.shorter").keys, made.row("chart.longer").keys) == (",", "", ".")
    assert action_keys.meant("chart", ",") == "" and made.keys.reset("chart.shorter").startswith(", belongs to Lock")
    assert made.keys.rebind("lock", "F7") == "" and action_keys.meant("chart", ",") == "chart.shorter"
    assert made.file()["keys"] == {"lock": "F7", "about": "Ctrl+Alt+J"}
    action_keys.give({})
    QApplication.instance().setStyleSheet("")


def test_the_panel_in_focus_has_its_key_and_the_window_what_it_gave_up(made, qtbot):
    made.show(qtbot)
    made.window.focus_panel("ladder")
    ladder = made.window.view("ladder")
    ladder.draw(picture(ladder.look()))
    ladder.draw(picture(ladder.look()))
    steps, faster = [], []
    ladder.regroup = steps.append
    made.window.actions_by_id["faster"].triggered.connect(lambda: faster.append(1))
    qtbot.keyClick(ladder.grid, Qt.Key.Key_Plus)
    assert (steps, faster) == ([1], [])
    assert made.keys.rebind("ladder.coarser", "W") == ""
    qtbot.keyClick(ladder.grid, Qt.Key.Key_Plus)
    qtbot.keyClick(ladder.grid, Qt.Key.Key_W)
    assert (steps, faster) == ([1, 1], [1])


def test_everything_that_names_a_panels_key_names_the_one_in_force(made):
    window, view = made.window, made.window.view("keys")
    orders, ladder, ticket = window.view("orders"), window.view("ladder"), window.view("ticket")
    assert window.actions_by_id["chart_toggle_studies"].toolTip().endswith("parameters; I in the panel")
    assert ticket.parts.types.toolTip() == "What kind of order: any, limit, market, stop (Y, L, M, T)"
    changed = {
        "chart.studies": "W", "blotter.filter": "Ctrl+F", "ladder.cancel_all": "F7", "ladder.arm": "Q", "ticket.types": "Alt+Y",
        "ticket.buy": "K", "risk.new": "",
    }
    for id, key in changed.items():
        view.rebound.emit(id, key)
    assert made.file()["keys"] == changed
    actions = window.actions_by_id
    assert actions["chart_toggle_studies"].toolTip() == actions["chart_toggle_studies"].statusTip()
    assert actions["chart_toggle_studies"].toolTip().endswith("parameters; W in the panel")
    assert actions["risk_new_limit"].toolTip() == "A limit that does not stand yet"
    assert view.lines["arm"].toolTip() == "One-click trading; Q in the panel"
    assert orders.panel.filter_button.toolTip() == "A filter for each column; Esc clears one (Ctrl+F)"
    assert ladder.trade.cancels[None].toolTip() == "Cancel all own orders of this instrument (F7)"
    assert ladder.trade.arm.toolTip() == "Arm or disarm one-click trading; Esc disarms (Q)"
    assert ladder.trade.status.text() == "Q arms one-click trading"
    assert ticket.parts.types.toolTip() == "What kind of order: any, limit, market, stop (Alt+Y, L, M, T)"
    assert next(iter(ticket.parts.sides.values())).toolTip() == "The order will buy (K)"
    assert window.view("chart").header.studies.toolTip().endswith("(W)")


def test_every_row_is_in_the_sheet_and_found_by_panel_and_key(made):
    view = made.window.view("keys")
    assert set(panel_keys.AT_FIRST) <= set(view.lines)
    assert "Ladder, while it has the keys" in [words.text() for words in view._headings.values()]
    view.search.setText("ladder shift+del")
    assert [id for id, line in view.lines.items() if not line.isHidden()] == ["ladder_cancel_all", "ladder.cancel_all"]


def test_every_tip_with_a_key_names_a_row_of_the_table(made):
    for scope in SCOPES:
        made.window.view(scope.panels[0])
    tips = made.window.findChildren(KeyTip)
    assert len(tips) > 30 and {id for tip in tips for id in tip._ids} <= set(panel_keys.AT_FIRST)
    inside = {row.inside for row in made.window.rows if row.inside}
    assert len(inside) == 19 and inside <= set(panel_keys.AT_FIRST)


def key(code, held=Qt.KeyboardModifier.NoModifier, text="", repeats=False):
    return QKeyEvent(QEvent.Type.KeyPress, code, held, text, repeats)


def test_a_key_without_a_name_is_no_key(made, qtbot):
    made.show(qtbot)
    made.window.focus_panel("keys")
    line = made.window.view("keys").lines["ladder.buy"]
    line.field.setFocus()
    qtbot.keyClick(line.field, Qt.Key.Key_Return)
    for code in (Qt.Key.Key_Dead_Acute, Qt.Key.Key_Multi_key, Qt.Key.Key_Super_L):
        assert portable(key(code)) == portable(key(code, Qt.KeyboardModifier.ControlModifier)) == ""
        QApplication.sendEvent(line.field, key(code))
    assert line.field.listens and made.row("ladder.buy").keys == "B" and not made.path.exists()
    qtbot.keyClick(line.field, Qt.Key.Key_W)
    assert made.row("ladder.buy").keys == "W"


def test_a_sign_made_with_ctrl_and_shift_is_the_actions_own(made):
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    # As an X server sends Ctrl+Shift+4, which shows the heatmap.
    assert portable(key(Qt.Key.Key_Dollar, both, "$")) == "Ctrl+Shift+$" and made.row("go_heatmap").keys == "Ctrl+Shift+4"
    assert portable(key(Qt.Key.Key_Plus, Qt.KeyboardModifier.ShiftModifier, "+")) == "+"


def test_a_letter_with_altgr_is_no_letter_and_a_sign_is_the_sign():
    altgr = Qt.KeyboardModifier.GroupSwitchModifier
    assert portable(key(Qt.Key.Key_B, altgr, "b")) == "" and portable(key(Qt.Key.Key_BracketLeft, altgr, "[")) == "["


@pytest.mark.parametrize(
    ("keys", "says"),
    [
        ({"stop": "Shift+B"}, "gives Stop: kill switch a key that it cannot have"), ({"lock": "B"}, "gives Lock a key"),
        ({"lock": "Shift+1"}, "gives Lock a key"), ({"ladder.buy": "Foo"}, "has a key that nobody knows (Foo)"),
        ({"ladder.buy": "W; Control+B"}, "has a key that nobody knows (Control+B)"),
        ({"ticket.buy": "Del"}, "gives Order ticket: Buy a key"),
    ],
)
def test_a_file_by_hand_is_held_as_strictly_as_a_hand(made, qtbot, tmp_path, keys, says):
    made.path.write_text(json.dumps({"version": 1, "keys": keys}))
    again = Made(qtbot, tmp_path)
    assert len(again.told) == 1 and says in again.told[0]
    assert all(row.keys == row.default for row in again.keys.rows())


def test_rows_of_another_version_are_kept(made, qtbot, tmp_path):
    made.path.write_text(json.dumps({"version": 1, "keys": {"new.thing": "X", "ladder.buy": "Q"}}))
    again = Made(qtbot, tmp_path)
    assert again.told == [] and again.keys.rebind("ladder.buy", "W") == ""
    assert again.file()["keys"] == {"new.thing": "X", "ladder.buy": "W"}
    assert again.keys.reset() == "" and again.file()["keys"] == {}
