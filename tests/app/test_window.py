"""The window: layout, keys from anywhere, what is offered for drawing, closing."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QTabBar, QWidget

from app import theme
from app.sheets import About
from app.window import TerminalWindow
from core.domain.enums import Mode, PhaseOfRun
from core.messages.commands import CancelAllOrders, EngageKill, Pause, SetSpeed
from core.projections.pictures import KillPicture, SessionPicture
from tests.app.plain_panels import IDS, Plain, opened, seen, table
from widgets.panels import PANELS, Panel
from widgets.style import THEMES

AT_FIRST = set(IDS) - {"health"}
"""Fills stand in front of it."""


def session(**changes) -> SessionPicture:
    fields = dict(
        version=1, mode=Mode.LIVE_SIM, phase=PhaseOfRun.RUNNING, environment="development", durability="durable",
        session="s", title="BTC-USD", first_at=10**18, last_at=10**18 + 10**12, at=10**18, speed=1.0, paused=False,
        messages=1, messages_total=2, trades=0, trades_recorded=0, trades_matched=0, diverged=0, told=(),
    )
    return SessionPicture(**{**fields, **changes})


@pytest.fixture
def window(qtbot):
    theme.apply(QApplication.instance(), THEMES["dark"])
    made = opened(qtbot, table())
    made.replay.draw(session())
    made.activateWindow()
    made.heard = []
    made.asked.connect(made.heard.append)
    yield made
    QApplication.instance().setStyleSheet("")


def rect(window, id) -> QRect:
    return window.docks[id].geometry()


# layout -----------------------------------------------------------------------------------------------------------------


def test_every_panel_that_trades_is_visible_at_first(window):
    assert seen(window) == AT_FIRST


def test_first_layout_is_the_traders(window):
    ladder, chart, ticket = (rect(window, id) for id in ("ladder", "chart", "ticket"))
    assert ladder.right() < chart.left() < ticket.left()
    assert rect(window, "watchlist").bottom() < ladder.top()
    assert 300 <= ladder.width() <= 440
    assert chart.width() * chart.height() == max(
        r.width() * r.height() for id in IDS if id != "ladder" for r in [rect(window, id)]
    )
    assert chart.bottom() < rect(window, "depth").top() < rect(window, "orders").top()
    assert ticket.bottom() < rect(window, "kill").top() < rect(window, "positions").top()


def test_small_window_shares_places_but_keeps_what_trades(qtbot):
    made = TerminalWindow(table(), THEMES["dark"])
    made.resize(1280, 800)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    assert made.size().width() == 1280
    assert seen(made) == set(IDS) - {"fills", "health"}
    bars = [bar for bar in made.findChildren(QTabBar) if bar.isVisible()]
    assert [bar.count() for bar in bars] == [3]
    assert all(made.rect().contains(bar.geometry()) for bar in bars)


def test_a_table_without_some_panels_works(qtbot):
    made = opened(qtbot, [panel for panel in table() if panel.id in ("ladder", "orders")])
    assert seen(made) == {"ladder", "orders"}
    made.toggle_armed()
    made.draw_frames(30, 1, 2)


def test_a_panel_unknown_to_the_layout_is_made_when_it_is_opened_and_covers_nothing_that_trades(qtbot):
    made = opened(qtbot, [*table(), Panel("notes", "Notes", "no.such-icon", Plain, "market", "right")])
    assert "notes" not in made.docks
    made.focus_panel("notes")
    qtbot.waitUntil(lambda: {"notes", "ladder", "ticket", "kill"} <= seen(made))
    assert made.docks["notes"] in made.tabifiedDockWidgets(made.docks["positions"])


@pytest.mark.parametrize("id", ["help", "settings", "keys", "log", "alerts", "journal", "statistics", "limits_try"])
@pytest.mark.parametrize("size", [(1600, 900), (1280, 720)], ids=str)
def test_what_is_read_opens_where_it_can_be_read_and_covers_nothing_that_trades(qtbot, size, id):
    made = opened(qtbot, PANELS)
    made.resize(*size)
    made.arrange("Trade")
    made.focus_panel(id)
    dock = made.docks[id]
    qtbot.waitUntil(lambda: {id, "ladder", "ticket"} <= seen(made))
    if dock.isFloating():
        assert made.frameGeometry().contains(dock.frameGeometry()), "in the middle of a window that has no room for it"
        assert dock.height() >= 400
    else:
        assert dock.height() >= 300 or dock.width() >= 560, "a page is high, a table is wide"


def test_what_is_behind_a_tab_or_closed_is_not_drawn(window, qtbot):
    window.tabifyDockWidget(window.docks["orders"], window.docks["fills"])
    window.docks["orders"].raise_()
    qtbot.waitUntil(lambda: seen(window) == set(IDS) - {"fills"})
    window.docks["tape"].close()
    assert "tape" not in seen(window)
    window.reset_layout()
    qtbot.waitUntil(lambda: seen(window) == AT_FIRST)


def test_reset_brings_back_what_floated_or_was_tabbed(window, qtbot):
    window.docks["chart"].setFloating(True)
    window.tabifyDockWidget(window.docks["orders"], window.docks["fills"])
    window.docks["fills"].setFloating(True)
    window.docks["fills"].close()
    window.reset_layout()
    qtbot.waitUntil(lambda: seen(window) == AT_FIRST)
    assert not any(dock.isFloating() for dock in window.docks.values())

    def tabs() -> list[list[str]]:
        bars = [bar for bar in window.findChildren(QTabBar) if bar.isVisible() and window.rect().intersects(bar.geometry())]
        return [[bar.tabText(tab) for tab in range(bar.count())] for bar in bars]

    qtbot.waitUntil(lambda: tabs() == [["Fills", "Health"]])


def test_docks_never_float_as_a_group(window):
    """Qt dies of it: app/side_window.py."""
    for one in (window, window.docking.side()):
        assert not one.dockOptions() & (QMainWindow.DockOption.GroupedDragging | QMainWindow.DockOption.AnimatedDocks)


def test_minimised_nothing_is_drawn(window, qtbot):
    window.showMinimized()
    qtbot.waitUntil(window.isMinimized)
    assert [key for key, _, _ in window.visible_views()] == ["banner.kill"], "but the title and the tray go on saying what is stopped"
    window.showNormal()
    qtbot.waitUntil(lambda: seen(window) == AT_FIRST)


def test_banner_and_bar_are_always_offered(window):
    names = [(key, projection) for key, projection, _ in window.visible_views()]
    assert ("banner.kill", "kill") in names
    assert ("replay", "session") in names


def test_frames_reach_health(window):
    window.draw_frames(30, 4_000, 9_000)
    assert window.view("health").frames == (30, 4_000, 9_000)


# mode ------------------------------------------------------------------------------------------------------------------


def test_the_frame_shows_the_mode_and_the_kill_switch(window):
    parts = window.banner.parts
    parts["session"].draw(session(mode=Mode.PAUSED, paused=True))
    corner = QPoint(1, 450)
    assert window.grab().toImage().pixelColor(corner) == THEMES["dark"].color("stale")
    parts["kill"].draw(KillPicture(1, True, 1, "test", 0, 0, 0, 0, 0, (), ()))
    assert window.grab().toImage().pixelColor(corner) == THEMES["dark"].color("critical")
    parts["kill"].draw(KillPicture(2, False, 1, "test", 0, 0, 0, 0, 0, (), ()))
    parts["session"].draw(session(version=2))
    assert window.grab().toImage().pixelColor(corner) == THEMES["dark"].color("hairline")


def test_a_panel_that_floats_tells_mode_and_kill_switch(window, qtbot):
    dock = window.docks["chart"]
    assert not dock.title.state.isVisible() and not views(window, "chart:")
    dock.setFloating(True)
    qtbot.waitUntil(dock.title.state.isVisible)
    state = views(window, "chart:")
    assert {key: name for key, (name, _) in state.items()} == {
        f"chart:{name}": name for name in ("session", "kill", "health", "day", "lines")
    }
    state["chart:session"][1].draw(session(mode=Mode.REPLAY))
    edge = QPoint(1, dock.height() // 2)
    assert dock.title.state.words()[0] == "REPLAY" and pixel(dock, edge) == THEMES["dark"].color("selection")
    state["chart:kill"][1].draw(KillPicture(1, True, 1, "test", 0, 0, 0, 0, 0, (), ()))
    assert dock.title.state.words()[:2] == ["REPLAY", "ENGAGED"] and pixel(dock, edge) == THEMES["dark"].color("critical")
    assert dock.title.state.accessibleName() == "REPLAY. Kill switch: ENGAGED."
    window.choose_theme("light")
    assert pixel(dock, edge) == THEMES["light"].color("critical")
    dock.setFloating(False)
    assert not dock.title.state.isVisible() and not views(window, "chart:")


def test_in_a_narrow_panel_that_floats_the_title_gives_way_to_the_state(window, qtbot):
    dock = window.docks["ladder"]
    dock.setFloating(True)
    dock.title.state.parts["session"].draw(session())
    dock.title.state.parts["kill"].draw(KillPicture(1, True, 1, "test", 0, 0, 0, 0, 0, (), ()))
    dock.resize(100, 200)
    title = dock.title
    qtbot.waitUntil(lambda: title.state.width() == title.state.sizeHint().width())
    assert title.chip.geometry().right() < title.state.x() and title.state.geometry().right() < title.menu.x()


def test_a_panel_that_floats_is_made_anew_with_its_state(window):
    dock = window.docks["chart"]
    dock.setFloating(True)
    window.renew()
    assert dock.title.state.isVisible()
    views(window, "chart:")["chart:kill"][1].draw(KillPicture(1, True, 1, "test", 0, 0, 0, 0, 0, (), ()))
    assert pixel(dock, QPoint(1, dock.height() // 2)) == THEMES["dark"].color("critical")


def views(window, prefix):
    return {key: (name, view) for key, name, view in window.visible_views() if key.startswith(prefix)}


def pixel(widget, at):
    return widget.grab().toImage().pixelColor(at)


# keys ------------------------------------------------------------------------------------------------------------------


def test_space_pauses_from_a_panel(window, qtbot):
    window.focus_panel("chart")
    qtbot.keyClick(window.view("chart"), Qt.Key.Key_Space)
    assert window.heard == [Pause()]


def test_space_on_a_button_presses_the_button_only(window, qtbot):
    button = window.view("ticket").button
    pressed = []
    button.clicked.connect(lambda: pressed.append(1))
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert (pressed, window.heard) == ([1], [])


def test_typing_in_a_field_is_typing(window, qtbot):
    field = window.view("ticket").field
    field.setFocus()
    qtbot.keyClicks(field, "1 +-")
    assert field.text() == "1 +-"
    assert window.heard == []


def test_plus_and_minus_step_the_speed_unless_a_panel_wants_them(window, qtbot):
    window.focus_panel("chart")
    qtbot.keyClick(window.view("chart"), "+")
    qtbot.keyClick(window.view("chart"), "-")
    assert window.heard == [SetSpeed(2.0), SetSpeed(0.5)]
    window.focus_panel("ladder")
    qtbot.keyClick(window.view("ladder"), "+")
    assert window.view("ladder").keys == "+"
    assert len(window.heard) == 2


def test_stop_from_anywhere(window, qtbot):
    field = window.view("ticket").field
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_F12)
    assert [type(asked) for asked in window.heard] == [EngageKill]


def test_cancel_all_and_arming(window, qtbot):
    control_shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_X, control_shift)
    assert window.heard == [CancelAllOrders()]
    qtbot.keyClick(window, Qt.Key.Key_A, control_shift)
    assert window.view("ladder").armed
    assert QApplication.focusWidget() is window.view("ladder")
    qtbot.keyClick(window, Qt.Key.Key_A, control_shift)
    assert not window.view("ladder").armed


def test_a_panel_key_opens_and_focuses_it(window, qtbot):
    window.docks["tape"].close()
    qtbot.keyClick(window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is window.view("tape")
    assert window.docks["tape"].holds_focus
    assert not window.docks["ladder"].holds_focus


def test_palette_runs_an_action_by_letters(window, qtbot):
    window.focus_panel("chart")
    qtbot.keyClick(window.view("chart"), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    over = window.finding.palette
    assert over.isVisible()
    qtbot.keyClicks(over.field, "pause")
    qtbot.keyClick(over.field, Qt.Key.Key_Return)
    assert window.heard == [Pause()]
    assert QApplication.focusWidget() is window.view("chart")


def test_no_two_actions_share_a_key(window):
    keys = [key.toString() for action in window.actions_by_id.values() for key in action.shortcuts()]
    assert len(keys) == len(set(keys))


def test_every_action_is_in_a_menu_or_its_submenu(window):
    shown = set()
    waiting = [action.menu() for action in window.menu_bar.actions()]
    while waiting:
        for action in waiting.pop().actions():
            shown.add(action)
            if action.menu() is not None:
                waiting.append(action.menu())
    assert set(window.actions_by_id.values()) <= shown
    panels = window.menus["Panels"]
    panels.aboutToShow.emit()
    assert [action.text() for action in panels.actions()] == [id.title() for id in IDS]
    panels.actions()[4].trigger()
    assert "tape" not in seen(window)


def test_sheets_do_not_wait(window, qtbot):
    window.show_about()
    sheet = window.findChild(About)
    assert sheet.isVisible() and not sheet.isModal()
    sheet.close()


# the rest --------------------------------------------------------------------------------------------------------------


def test_views_are_forwarded(window):
    window.view("orders").asked.emit("something")
    assert window.heard == ["something"]


def test_linked_panels_follow_the_chosen_instrument(window):
    window.view("watchlist").chosen.emit(7)
    assert [id for id in IDS if window.view(id).instrument == 7] == ["watchlist", "ladder", "chart"]


def test_theme_reaches_everything(window):
    window.choose_theme("light")
    assert {window.view(id).theme.name for id in IDS} == {"light"}
    assert window.actions_by_id["theme_light"].isChecked()
    window.next_theme()
    assert window.theme.name == "contrast"
    assert not window.actions_by_id["theme_light"].isChecked()


def test_closing_asks_and_hides_nothing(window, qtbot):
    with qtbot.waitSignal(window.closing):
        window.close()
    assert window.isVisible()


def test_stop_button_stands_in_the_banner(qtbot):
    class Stop(QWidget):
        asked = Signal(object)
        pressed = 0

        def press(self):
            self.pressed += 1

        def set_theme(self, theme):
            pass

    stop = Stop()
    made = opened(qtbot, table()[:2], stop)
    assert made.banner.isAncestorOf(stop)
    made.stop()
    assert stop.pressed == 1


def test_hidden_docks_do_not_paint(window, qtbot):
    window.docks["depth"].close()
    view = window.view("depth")
    before = view.painted
    view.update()
    window.grab()
    assert view.painted == before


def test_a_panel_that_needs_much_room_scrolls_instead_of_pushing_its_neighbours(qtbot):
    class Large(Plain):
        def minimumSizeHint(self):
            return QSize(900, 700)

    made = opened(qtbot, [*table(), Panel("large", "Large", "", Large, "market", "right")])
    before = rect(made, "ticket")
    made.focus_panel("large")
    qtbot.waitUntil(lambda: "large" in seen(made))
    assert rect(made, "ticket") == before and made.view("large").size() == QSize(900, 700)
    assert QApplication.focusWidget() is made.view("large")
