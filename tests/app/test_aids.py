"""Beside the panels of the real terminal: alerts, sounds, tray, pictures, help pages, the tour. Real players, real core."""

import io
import os
import re
import struct
import wave
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtWidgets import QApplication, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from app import picture, sounds
from app.aids import DOCS, FRONT, PAGES
from app.alert_words import Named
from app.alerts import Kind
from app.sounds import MELODIES, RATE, Sounds, tones
from app.terminal import Terminal
from app.tour import STEPS
from app.tray import Tray
from app.tray import picture as tray_picture
from core.domain.enums import OrderState, Side
from core.domain.limits import Rule
from core.domain.scope import ScopeKind
from core.domain.triggers import Severity, TriggerAction, TriggerKind
from core.domain.units import InstrumentId, OrderId, Qty
from core.journal.entry import Entry
from core.messages.commands import EngageKill
from core.messages.events import ConservationBroken, RunStarted
from core.messages.limits import LimitWarning, ScopeDisabled
from core.messages.stopping import TriggerFired
from tests.sessions import limit
from widgets.alerts.model import Source
from widgets.blotter.tables import POSITIONS
from widgets.help.view import HelpView, anchor
from widgets.kill_switch.stop_button import StopButton
from widgets.panels import PANELS, Panel
from widgets.style import THEMES

WAIT_MS = 20_000


# alerts -----------------------------------------------------------------------------------------------------------------


def test_a_refusal_and_a_stop_are_told_once_in_words(terminal: Terminal, qtbot: QtBot) -> None:
    heard = terminal.heard  # type: ignore[attr-defined]
    terminal.core.submit(limit("a", Side.BUY, 1, 10**7))
    qtbot.waitUntil(lambda: len(heard) == 1, timeout=WAIT_MS)
    assert heard[0][0] is Kind.REFUSAL and heard[0][1].startswith("Buy refused: Price 0.01 is outside the collar")
    terminal.core.submit(EngageKill("test"))
    qtbot.waitUntil(lambda: len(heard) == 2, timeout=WAIT_MS)
    assert heard[1][:2] == (Kind.STOP, "Kill switch engaged: demo (test)")


def test_a_burst_is_one_of_each_kind(terminal: Terminal, qtbot: QtBot) -> None:
    alerts, heard = terminal.aids.alerts, terminal.heard  # type: ignore[attr-defined]
    for number in range(200):
        alerts._waiting.append(Named(Kind.REFUSAL, Source.REFUSAL, f"Refused {number}"))
    alerts._waiting.append(Named(Kind.STOP, Source.KILL, "Stopped"))
    alerts._tell()
    alerts._waiting.append(Named(Kind.REFUSAL, Source.REFUSAL, "At once again"))
    alerts._tell()
    assert [(kind, count) for kind, _, count in heard] == [(Kind.STOP, 1), (Kind.REFUSAL, 49)]


# sounds -----------------------------------------------------------------------------------------------------------------


def samples(data: bytes) -> list[int]:
    with wave.open(io.BytesIO(data)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        return list(struct.unpack(f"<{file.getnframes()}h", file.readframes(file.getnframes())))


def test_each_meaning_has_a_sound_of_its_own_that_neither_clicks_nor_clips() -> None:
    assert set(MELODIES) == {kind.value for kind in Kind}
    assert len({tones(name, 50) for name in MELODIES}) == len(MELODIES)
    for name, melody in MELODIES.items():
        loud, quiet = samples(tones(name, 100)), samples(tones(name, 10))
        assert len(loud) == sum(RATE * length // 1000 for _, length in melody)
        assert 10_000 < max(loud) < 32_767 and 0 < max(quiet) < max(loud) / 8
        assert abs(loud[0]) < 50 and abs(loud[-1]) < 50
        assert max(samples(tones(name, 0))) == 0


@pytest.fixture
def player(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A player that notes what it was asked to play."""
    said = tmp_path / "played"
    program = tmp_path / "bin" / "paplay"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nhead -c 4 "$1" >> {said}\necho " $1" >> {said}\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}/usr/bin{os.pathsep}/bin")
    return said


def test_a_sound_is_played_by_the_systems_player(player: Path) -> None:
    made = Sounds(40)
    made.play("fill")
    made.play("stop")
    made.close()
    played = player.read_text().splitlines()
    assert [line.startswith("RIFF ") for line in played] == [True, True]
    assert "fill-40.wav" in played[0] and "stop-40.wav" in played[1]


def test_mute_volume_and_a_full_line_are_silence(player: Path) -> None:
    muted, quiet = Sounds(40), Sounds(0)
    muted.muted = True
    for one in (muted, quiet):
        one.play("fill")
        one.close()
    assert not player.exists()
    busy = Sounds(40)
    for _ in range(50):
        busy.play("fill")
    busy.close()
    assert 1 <= len(player.read_text().splitlines()) <= sounds.MOST_WAITING + 2


def test_without_a_player_or_a_device_nothing_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    none = Sounds(40)
    none.play("stop")
    none.close()
    program = tmp_path / "aplay"
    program.write_text("#!/bin/sh\nexit 1\n")
    program.chmod(0o755)
    broken = Sounds(40)
    for _ in range(5):
        broken.play("stop")
    broken.close()
    assert broken._failures >= 1


# tray and pictures ------------------------------------------------------------------------------------------------------


def test_the_tray_icon_says_the_state_by_shape_and_colour(qapp: QApplication) -> None:
    for theme in THEMES.values():
        pictures = {tone: tray_picture(theme, tone).pixmap(64, 64).toImage() for tone in ("critical", "stale", "hairline")}
        assert pictures["critical"].pixelColor(32, 32) == theme.color("critical")
        assert pictures["hairline"].pixelColor(32, 32) == theme.color("text")
        assert pictures["stale"].pixelColor(32, 32) == theme.color("panel"), "between the two bars"


def test_without_a_tray_nothing_is_missing(terminal: Terminal) -> None:
    assert terminal.aids.tray.icon is None
    terminal.aids.tray.tell("Stopped", "words", critical=True)


@pytest.mark.qt_log_ignore("systemTrayWindowChanged", extend=True)  # said of a screen that has no tray in truth
def test_the_trays_menu_stops_in_sight_of_the_operator(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first of the two motions that stop: whoever chose it behind a minimised window must see that a second is asked for."""
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    window = terminal.window
    tray = Tray(window, window.close)
    show, stop, _ = tray._menu.actions()
    window.showMinimized()
    show.trigger()
    assert not window.isMinimized()
    window.showMinimized()
    stop.trigger()
    assert not window.isMinimized() and window.isVisible()
    assert isinstance(window.stop_button, StopButton) and window.stop_button.confirming
    tray.close()


def test_a_picture_is_stamped_below_and_overwrites_nothing(terminal: Terminal, tmp_path: Path) -> None:
    window = terminal.window
    window.actions_by_id["picture_copy"].trigger()
    copied = QApplication.clipboard().pixmap()
    assert (copied.width(), copied.height()) == (window.width(), window.height() + 22)
    strip = copied.toImage().copy(0, window.height(), window.width(), 22)
    colors = {strip.pixelColor(x, y).name() for x in range(8, 300, 2) for y in range(4, 18)}
    assert len(colors) > 2
    now = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert picture.stamp(now, 1_531_514_880_000_000_000, "Q 1") == (
        "Q 1   taken 2026-01-02 03:04:05 UTC   session time 2018-07-13 20:48:00 UTC"
    )
    for name in ("quarterdeck-20260102T030405Z.png", "quarterdeck-20260102T030405Z-2.png"):
        assert picture.save(copied, tmp_path / "p", now) == f"Picture saved: {tmp_path / 'p' / name}"
    (tmp_path / "file").touch()
    assert picture.save(copied, tmp_path / "file", now).startswith("No picture was saved")
    window.actions_by_id["picture_file"].trigger()
    assert len(list((tmp_path / "pictures").iterdir())) == 1


def test_the_picture_is_of_the_window_that_has_the_keys(terminal: Terminal, qtbot: QtBot) -> None:
    window, tape = terminal.window, terminal.window.docks["tape"]
    tape.setFloating(True)
    tape.resize(300, 400)
    tape.activateWindow()
    qtbot.waitUntil(tape.isActiveWindow)
    window.actions_by_id["picture_copy"].trigger()
    copied = QApplication.clipboard().pixmap()
    assert copied.width() == tape.width() != window.width()
    assert copied.height() > tape.height() + 22, "more lines below a narrow window"
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.actions_by_id["picture_copy"].trigger()
    assert QApplication.clipboard().pixmap().width() == window.width()


# help -------------------------------------------------------------------------------------------------------------------


@pytest.fixture
def manual(qtbot: QtBot) -> HelpView:
    view = HelpView(THEMES["dark"])
    qtbot.addWidget(view)
    view.give_folder(DOCS)
    view.resize(460, 400)
    view.show()
    return view


@pytest.mark.parametrize("panel", PANELS, ids=lambda panel: panel.id)
def test_every_panel_has_a_page_that_names_it_where_it_begins(panel: Panel, manual: HelpView) -> None:
    page, _, heading = PAGES[panel.id].partition("#")
    manual.open(PAGES[panel.id])
    assert manual.shown() == page and not manual.said.text()
    if heading:
        assert manual.anchors().count(heading) == 1
        bar = manual.page.verticalScrollBar()
        seen = manual.page.cursorForPosition(QPoint(20, 20)).block().text()
        assert anchor(seen) == heading or bar.value() == bar.maximum(), "the heading stands at the top, unless the page ends before"
    text = manual.page.toPlainText()
    begin = next(block.position() for block in manual._headings() if not heading or anchor(block.text()) == heading)
    following = (block.position() for block in manual._headings() if heading and block.position() > begin)
    assert panel.title.casefold() in text[begin : next(following, len(text))].casefold()


def test_all_pages_leads_to_every_page_about_a_panel_and_no_link_leads_nowhere(manual: HelpView) -> None:
    listed = set()
    for path in DOCS.glob("*.md"):
        for link in re.findall(r"\]\(([\w-]+\.md)?(#[\w-]+)?\)", path.read_text()):
            page, heading = link[0].removesuffix(".md") or path.stem, link[1].removeprefix("#")
            manual.open(f"{page}#{heading}")
            assert manual.shown() == page and (not heading or heading in manual.anchors()), (path.name, link)
            listed |= {page} if path.stem == FRONT else set()
    assert {address.partition("#")[0] for address in PAGES.values()} <= {*listed, FRONT}


def test_f1_opens_the_page_of_the_panel_in_focus(terminal: Terminal, qtbot: QtBot) -> None:
    window = terminal.window
    window.focus_panel("kill")
    window.docking.show_focus(window.view("kill"))
    window.actions_by_id["help"].trigger()
    view = window.view("help")
    assert view.shown() == "stopping" and "stop" in view.page.toPlainText().casefold()
    view.open("window")
    assert "Workspaces" in view.page.toPlainText()
    view._follow(QUrl("orders.md"))
    assert view.shown() == "orders"
    qtbot.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert view.shown() == "window"
    view.open("../README")
    assert view.shown() == "window" and "no page" in view.said.text()
    view._follow(QUrl("https://example.com/x"))
    assert view.shown() == "window" and "Not opened here" in view.said.text()
    view._follow(QUrl("charts.md#heatmap-ctrlshift4"))
    assert view.shown() == "charts" and view.page.verticalScrollBar().value() > 0
    view._follow(QUrl("#chart-ctrl3"))
    qtbot.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert view.shown() == "window"
    window.choose_theme("light")
    assert view.shown() == "window"


# the tour ---------------------------------------------------------------------------------------------------------------


def test_the_tour_ends_with_a_first_fill_and_a_first_stop_that_cancels_something(terminal: Terminal, qtbot: QtBot, tmp_path: Path) -> None:
    window, offers = terminal.window, terminal.window.offers
    assert offers.heading.text().startswith("New here?")
    offers.answer("begin")
    assert offers.heading.text() == STEPS[0].heading
    offers.answer("next")
    offers.answer("next")
    assert offers.heading.text() == STEPS[2].heading and terminal.assembly.engine.state.oms.open == {}
    ticket = window.view("ticket")
    qtbot.waitUntil(lambda: ticket._picture is not None, timeout=WAIT_MS)
    offers.answer("fill")
    qtbot.waitUntil(ticket.send.isEnabled, timeout=WAIT_MS)
    qtbot.mouseClick(ticket.send, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: offers.heading.text() == STEPS[3].heading, timeout=WAIT_MS)
    state = terminal.assembly.engine.state
    qtbot.waitUntil(lambda: not state.oms.open, timeout=WAIT_MS)
    held, net = window.view("positions").rows, POSITIONS.column("net")
    qtbot.waitUntil(lambda: [net.text(row) for row in held.shown_rows()] == ["+0.0100"], timeout=WAIT_MS)
    offers.answer("next")
    assert offers.heading.text() == STEPS[4].heading
    offers.answer("fill")
    qtbot.waitUntil(ticket.send.isEnabled, timeout=WAIT_MS)
    assert ticket.order().price < ticket.picture.bid
    qtbot.mouseClick(ticket.send, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: [order.state for order in state.oms.open.values()] == [OrderState.WORKING], timeout=WAIT_MS)
    offers.answer("next")
    assert offers.heading.text() == STEPS[5].heading
    window.stop()
    window.stop()
    qtbot.waitUntil(lambda: offers.heading.text().startswith("That was the tour"), timeout=WAIT_MS)
    qtbot.waitUntil(lambda: not state.oms.open, timeout=WAIT_MS)
    assert terminal.assembly.projections.kill.engaged
    offers.answer("")
    assert offers.isHidden() and (tmp_path / "tour.seen").exists()


def test_the_tour_is_offered_once_and_stands_behind_what_matters(terminal: Terminal, qtbot: QtBot) -> None:
    offers = terminal.window.offers
    terminal.window.actions_by_id["workspace_save_as"].trigger()
    assert offers.heading.text() == "Save this workspace"
    offers.answer("")
    assert offers.heading.text().startswith("New here?")
    offers.answer("")
    terminal.aids.tour.offer()
    assert offers.isHidden()
    terminal.window.actions_by_id["tour"].trigger()
    assert offers.heading.text() == STEPS[0].heading


def test_what_fills_up_fires_or_is_out_is_told_by_its_weight_and_each_tier_once(terminal: Terminal, qtbot: QtBot) -> None:
    alerts, heard = terminal.aids.alerts, terminal.heard  # type: ignore[attr-defined]

    def came(*events: object) -> list[tuple[Kind, str, int]]:
        heard.clear()
        alerts._last.clear()
        alerts.take(Entry(1, 1, None, events, True, 1, 1))
        QApplication.sendPostedEvents()
        alerts._tell()
        return list(heard)

    def used(percent: int, value: int = 200) -> LimitWarning:
        return LimitWarning(Rule.MAX_OPEN_ORDERS, "everything", InstrumentId(0), percent, value * percent // 100, value)

    assert came(used(50)) == [(Kind.WARNING, "Open orders: 50 % of the limit is used, 100 of 200 (everything)", 1)]
    assert terminal.window.banner.notice.text().startswith("Open orders: 50 % of the limit is used")
    assert came(used(50)) == []
    assert {one[0] for one in came(used(75), used(100))} == {Kind.ALERT, Kind.WARNING}
    assert came(used(50), used(90), used(100)) == [], "its use went down and up again"
    assert len(came(used(50, value=400))) == 1, "another limit"
    assert len(came(RunStarted("", "", 0, 0, False, ""), used(50))) == 1
    fired = TriggerFired(3, TriggerKind.REJECTS, Severity.WARNING, TriggerAction.TELL, 6, 5)
    assert came(fired) == [(Kind.WARNING, "Trigger 3 fired: Refused and rejected. Tell", 1)]
    assert came(msgspec.structs.replace(fired, severity=Severity.EMERGENCY))[0][0] is Kind.ALERT
    out = ScopeDisabled(ScopeKind.STRATEGY, "grid", Rule.REPEATED_EXECUTIONS, 5, 5)
    assert came(out) == [(Kind.ALERT, "Strategy grid takes no more orders until a person enables it: Fills unattended", 1)]
    assert came(ConservationBroken(OrderId(7), Qty(5), Qty(6), "", Qty(0)))[0][0] is Kind.ALERT
    # At once after another: the sentence is not lost, it comes with the next.
    alerts.take(Entry(2, 2, None, (out,), True, 2, 2))
    alerts._tell()
    qtbot.waitUntil(lambda: len(heard) == 2, timeout=WAIT_MS)
