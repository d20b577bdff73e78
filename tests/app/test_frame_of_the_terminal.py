"""Around the panels of the real terminal: a crash sheet, closing with working orders, the offer of the last layout, workspaces."""

import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.settings import load
from app.terminal import Terminal
from app.workspace_file import Layout
from core.domain.enums import Side
from core.messages.commands import CancelAllOrders
from tests.sessions import bundled, limit

WAIT_MS = 20_000


@pytest.fixture
def terminal(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Terminal]:
    (tmp_path / "tour.seen").touch()
    made = Terminal(qapp, load(["--data", str(tmp_path), "--watchdog", "off"], {}), bundled())
    made.open()
    qtbot.waitUntil(lambda: made.assembly.session.messages > 5, timeout=WAIT_MS)
    yield made
    made.shut()


@pytest.mark.expects_log
def test_what_a_slot_raises_is_one_sheet_and_the_core_goes_on(terminal: Terminal, qtbot: QtBot) -> None:
    def broken() -> None:
        raise ZeroDivisionError("made to fail")

    timer = QTimer()
    timer.timeout.connect(broken)
    timer.start(1)
    offers = terminal.window.offers
    qtbot.waitUntil(lambda: "times)" in offers.heading.text(), timeout=WAIT_MS)
    assert "ZeroDivisionError: made to fail" in offers.heading.text()
    offers.answer("copy")
    report = QApplication.clipboard().text()
    assert "def broken" not in report and "in broken" in report and "Quarterdeck" in report and str(terminal.core) not in report
    assert report.count("Traceback") == 1
    messages = terminal.assembly.session.messages
    qtbot.waitUntil(lambda: terminal.assembly.session.messages > messages, timeout=WAIT_MS)
    offers.answer("dismiss")
    assert offers.isHidden()
    failures = terminal.crash._failures
    ((text, seen),) = failures.items()
    qtbot.waitUntil(lambda: failures[text] > seen + 3, timeout=WAIT_MS)
    QApplication.processEvents()
    assert offers.isHidden(), "it fails on, and was dismissed"
    timer.stop()

    def other() -> None:
        raise KeyError("something new")

    QTimer.singleShot(0, other)
    qtbot.waitUntil(lambda: "something new" in offers.heading.text(), timeout=WAIT_MS)
    offers.answer("dismiss")
    assert offers.isHidden()


def test_the_hooks_are_given_back(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    before = sys.excepthook
    made = Terminal(qapp, load(["--data", str(tmp_path), "--watchdog", "off"], {}), bundled())
    assert sys.excepthook != before
    made.open()
    made.shut()
    assert sys.excepthook is before


def test_closing_with_working_orders_asks_once_and_twice_means_yes(terminal: Terminal, qtbot: QtBot) -> None:
    closed: list[int] = []
    terminal.leaving._leave = lambda: closed.append(1)
    price = terminal.assembly.projections.market.quotes[1].depth.best_bid - 50_000
    terminal.core.submit(limit("a", Side.BUY, price, 10**7))
    qtbot.waitUntil(lambda: len(terminal.assembly.engine.state.oms.open) == 1, timeout=WAIT_MS)
    offers = terminal.window.offers
    terminal.window.close()
    assert "1 order works" in offers.heading.text() and not closed
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Escape):
        # What is in focus is what changes nothing: a key that was meant for something else closes nothing.
        qtbot.waitUntil(lambda: QApplication.focusWidget() is offers.buttons[""])
        qtbot.keyClick(QApplication.focusWidget(), key)
        assert offers.isHidden() and not closed and terminal.window.isVisible()
        terminal.window.close()
    assert not offers.isHidden() and not closed
    terminal.window.close()
    assert closed == [1] and offers.isHidden()
    terminal.core.submit(CancelAllOrders())
    qtbot.waitUntil(lambda: not terminal.assembly.engine.state.oms.open, timeout=WAIT_MS)
    terminal.window.close()
    assert closed == [1, 1]


@pytest.mark.parametrize("strip", ["question", "notice"])
def test_what_stands_at_the_top_while_the_window_closes_moves_no_panel(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, strip: str
) -> None:
    """The size: as large as a window may be on this screen and stay as it is."""
    (tmp_path / "tour.seen").touch()
    settings = load(["--data", str(tmp_path), "--watchdog", "off", "--size", "1024x760"], {})

    def stands(made: Terminal) -> dict[str, QRect]:
        made.window.banner.notice.clear()
        for _ in range(3):
            QApplication.sendPostedEvents()
            QApplication.processEvents()
        return {key: dock.geometry() for key, dock in made.window.docks.items() if dock.is_seen()}

    made = Terminal(qapp, settings, bundled())
    made.open()
    qtbot.waitUntil(lambda: made.assembly.session.messages > 5, timeout=WAIT_MS)
    stood = stands(made)
    if strip == "notice":
        made.window.show_notice("Something is to be read.")
    else:
        made.leaving._working = lambda: 3
        made.window.close()
        assert not made.window.offers.isHidden()
    qtbot.waitUntil(lambda: made.window.docks["ladder"].geometry() != stood["ladder"])
    made.shut()
    again = Terminal(qapp, settings, bundled())
    again.open()
    assert stands(again) == stood
    again.shut()


def test_after_a_crash_the_last_layout_is_offered(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "tour.seen").touch()
    settings = load(["--data", str(tmp_path), "--watchdog", "off"], {})
    first = Terminal(qapp, settings, bundled())
    first.open()
    first.window.docks["tape"].close()
    qtbot.waitUntil((tmp_path / "workspace.json").exists, timeout=WAIT_MS)
    kept = (tmp_path / "workspace.json").read_bytes()
    first.shut()
    (tmp_path / "window.open").touch()
    (tmp_path / "workspace.json").write_bytes(kept)
    again = Terminal(qapp, settings, bundled())
    again.open()
    offers = again.window.offers
    assert "did not close" in offers.heading.text() and not again.window.docks["tape"].isHidden()
    again.window.docks["depth"].close()
    QApplication.processEvents()
    assert (tmp_path / "workspace.json").read_bytes() == kept
    offers.answer("back")
    assert again.window.docks["tape"].isHidden()
    again.shut()
    assert not (tmp_path / "window.open").exists()


def test_a_workspace_is_named_shown_and_deleted_from_the_menu(terminal: Terminal, qtbot: QtBot) -> None:
    window, actions = terminal.window, terminal.window.actions_by_id
    window.docks["tape"].close()
    actions["workspace_save_as"].trigger()
    window.offers.line.setText("Trade")
    window.offers.answer("save")
    assert "built in" in window.offers.wrong.text() and window.offers.line.text() == "Trade"
    window.offers.line.setText("Quiet")
    window.offers.answer("save")
    assert window.offers.isHidden()
    saved = window.finding.more_actions["workspaces"]
    assert [action.text() for action in saved] == ["Workspace: quiet"]
    actions["workspace_train"].trigger()
    qtbot.waitUntil(window.docks["depth"].isHidden)
    saved[0].trigger()
    qtbot.waitUntil(lambda: not window.docks["depth"].isHidden())
    assert window.docks["tape"].isHidden()
    before = window.docks["depth"]
    actions["layout_undo"].trigger()
    assert before.isHidden()
    actions["workspace_forget"].trigger()
    window.offers.line.setText("quiet")
    window.offers.answer("delete")
    assert window.finding.more_actions["workspaces"] == []


def test_the_theme_of_the_command_line_comes_before_the_saved_one(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    seen = []
    for chosen in ([], ["--theme", "contrast"], []):
        made = Terminal(qapp, load(["--data", str(tmp_path), "--watchdog", "off", *chosen], {}), bundled())
        made.open()
        seen.append(made.window.theme.name)
        if not chosen and len(seen) == 1:
            made.window.choose_theme("light")
        made.shut()
    # The command line's was for one start; the one that was chosen by hand is the setting's.
    assert seen == ["dark", "contrast", "light"]


def test_the_size_of_the_command_line_comes_before_the_saved_one(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    for width, height in ((1300, 740), (1280, 760)):
        made = Terminal(qapp, load(["--data", str(tmp_path), "--watchdog", "off", "--size", f"{width}x{height}"], {}), bundled())
        made.open()
        assert (made.window.width(), made.window.height()) == (width, height)
        made.window.showMaximized()
        made.shut()


def test_a_theme_of_the_settings_is_seen_at_once_and_comes_before_the_layouts(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    file = tmp_path / "quarterdeck.toml"
    made = opened(qapp, tmp_path)
    made.window.focus_panel("settings")
    enter(made, "theme", "light")
    qtbot.waitUntil(lambda: made.window.theme.name == "light")
    assert file.read_text().splitlines()[-1] == 'theme = "light"'
    made.shut()
    # A layout of another theme, as an older program or another hand wrote it.
    layout = tmp_path / "workspace.json"
    layout.write_text(layout.read_text().replace('"theme": "light"', '"theme": "contrast"'))
    made = opened(qapp, tmp_path)
    assert made.window.theme.name == "light"
    # And what is chosen from the menu is the setting: both say the same, and the next start too.
    for _ in range(3):
        made.window.actions_by_id["theme_next"].trigger()
    chosen = made.window.theme.name
    qtbot.waitUntil(lambda: made.settings_panel.in_force.theme == chosen)
    QApplication.processEvents()
    assert made.window.theme.name == chosen and chosen != "light"
    assert file.read_text().splitlines()[-1] == f'theme = "{chosen}"'
    assert made.window.view("settings").lines["theme"].field.text() == chosen
    enter(made, "theme", "")
    qtbot.waitUntil(lambda: made.window.theme.name == "dark")
    made.shut()


def test_without_a_setting_the_layouts_theme_stands_and_the_settings_say_so(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    opened(qapp, tmp_path).shut()
    layout = tmp_path / "workspace.json"
    layout.write_text(layout.read_text().replace('"theme": "dark"', '"theme": "light"'))
    made = opened(qapp, tmp_path)
    assert made.window.theme.name == "light" and not (tmp_path / "quarterdeck.toml").exists()
    line = made.window.view("settings").lines["theme"]
    assert (line.field.text(), line.state.text()) == ("light", "From the last layout. Default dark")
    made.shut()


def test_volume_and_notifications_count_at_once(qtbot: QtBot, terminal: Terminal) -> None:
    terminal.window.focus_panel("settings")
    aids, lines = terminal.aids, terminal.window.view("settings").lines
    # Offscreen nobody listens, so nothing sounds: as if somebody did.
    aids._heard = True
    enter(terminal, "sound_volume", "70")
    qtbot.waitUntil(lambda: aids.sounds.volume == 70)
    enter(terminal, "notifications", "off")
    qtbot.waitUntil(lambda: not aids.tray.notifications)
    assert "next start" not in lines["sound_volume"].state.text() + lines["notifications"].state.text()
    enter(terminal, "sound_volume", "0")
    qtbot.waitUntil(lambda: aids.sounds.volume == 0)


def opened(qapp: QApplication, data: Path) -> Terminal:
    made = Terminal(qapp, load(["--data", str(data), "--watchdog", "off"], {}), bundled())
    made.open()
    return made


def enter(terminal: Terminal, name: str, text: str) -> None:
    field = terminal.window.view("settings").lines[name].field
    field.setText(text)
    field.setModified(True)
    field.editingFinished.emit()


def test_about_says_versions_core_and_data_folder(terminal: Terminal, tmp_path: Path) -> None:
    said = " ".join(terminal.window.about)
    for part in ("Quarterdeck 0.1.0, core: ", str(tmp_path), "Python 3.", "Qt 6.", "msgspec ", "Apache-2.0"):
        assert part in said


@pytest.mark.parametrize("id", ["settings", "keys", "log", "alerts", "journal", "help"])
def test_every_control_of_our_panels_has_a_name_a_tip_and_a_place_in_the_tab_order(terminal: Terminal, qtbot: QtBot, id: str) -> None:
    window = terminal.window
    window.focus_panel(id)
    controls = [one for one in window.view(id).findChildren(QWidget) if isinstance(one, QAbstractButton | QLineEdit)]
    assert controls
    for one in controls:
        assert one.accessibleName() and one.toolTip() and one.focusPolicy() & Qt.FocusPolicy.TabFocus, one


def test_further_windows_end_with_the_terminal(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    made = Terminal(qapp, load(["--data", str(tmp_path), "--watchdog", "off"], {}), bundled())
    made.open()
    made.window.docking.send(made.window.docks["chart"], 0)
    side = made.window.docking.sides[2]
    qtbot.waitUntil(lambda: any(key.startswith("banner2.") for key, _, _ in made.window.visible_views()))
    made.shut()
    assert not side.isVisible()
    again = Terminal(qapp, load(["--data", str(tmp_path), "--watchdog", "off"], {}), bundled())
    again.open()
    assert again.window.docks["chart"].parentWidget() is again.window.docking.sides[2]
    again.shut()


def test_a_layout_of_two_windows_outlives_the_close(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    """Taking the windows apart moves their panels, and what moved is looked at when the event loop comes round."""
    made = opened(qapp, tmp_path)
    made.window.docking.show_focus(made.window.view("depth"))
    made.window.actions_by_id["panel_window"].trigger()
    assert made.window.docks["depth"].parentWidget() is made.window.docking.sides[2]
    QApplication.processEvents()
    made.shut()
    for _ in range(3):
        QApplication.sendPostedEvents()
        QApplication.processEvents()
    kept = msgspec.json.decode((tmp_path / "workspace.json").read_bytes(), type=Layout)
    assert {one.number: "depth" in {placed.key for placed in one.panels} for one in kept.windows} == {1: False, 2: True}
    again = opened(qapp, tmp_path)
    side = again.window.docking.sides[2]
    assert again.window.docks["depth"].parentWidget() is side and side.isVisible() and not again.window.docks["depth"].isHidden()
    again.shut()


@pytest.mark.parametrize("size", ["1280x720", "1600x900"])
def test_at_the_very_first_start_what_sends_and_what_stops_is_in_sight(qtbot: QtBot, qapp: QApplication, tmp_path: Path, size: str) -> None:
    first = Terminal(qapp, load(["--data", str(tmp_path), "--watchdog", "off", "--size", size], {}), bundled())
    first.open()
    try:
        qtbot.waitUntil(lambda: first.window.view("ticket").picture is not None, timeout=WAIT_MS)
        assert not first.window.offers.isHidden(), "the tour is offered"
        for button in (first.window.view("ticket").send, first.window.view("kill").stop):
            assert button.visibleRegion().boundingRect().size() == button.size(), button.accessibleName()
    finally:
        first.shut()
