"""The tape bar: controls asked by buttons, the speed row and keys; what it shows; and the restart in two motions."""

import pytest
from PySide6.QtCore import Qt

from core.domain.enums import Mode, PhaseOfRun
from core.messages.commands import Pause, RestartSession, Resume, SetSpeed
from core.projections.pictures import SessionPicture
from widgets.replay import model
from widgets.replay.view import EVERY_FRAMES, ReplayView
from widgets.style import THEMES

FIRST, LAST = 1_531_514_831_025_000_000, 1_531_515_411_332_000_000
LEFT = Qt.MouseButton.LeftButton


def session(version: int = 1, **changes: object) -> SessionPicture:
    fields: dict[str, object] = dict(
        version=version, mode=Mode.LIVE_SIM, phase=PhaseOfRun.RUNNING, environment="development", durability="durable",
        session="coinbase", title="BTC-USD", first_at=FIRST, last_at=LAST, at=FIRST + 193_000_000_000, speed=1.0,
        paused=False, messages=8_123, messages_total=24_418, trades=170, trades_recorded=168, trades_matched=166,
        diverged=0, told=(),
    )
    return SessionPicture(**{**fields, **changes})  # type: ignore[arg-type]


@pytest.fixture
def view(qtbot):
    made = ReplayView(THEMES["dark"])
    made.resize(1280, made.height())
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.heard = []
    made.asked.connect(made.heard.append)
    return made


def test_play_button_asks_for_the_other_state(view, qtbot):
    qtbot.mouseClick(view.play, LEFT)
    assert view.heard == []
    view.draw(session())
    assert view.play.accessibleName() == "Pause"
    qtbot.mouseClick(view.play, LEFT)
    view.draw(session(2, paused=True, mode=Mode.PAUSED))
    assert view.play.accessibleName() == "Play"
    qtbot.mouseClick(view.play, LEFT)
    assert view.heard == [Pause(), Resume()]


def test_an_ended_run_cannot_be_played_but_restarted(view, qtbot):
    view.draw(session(phase=PhaseOfRun.ENDED, mode=Mode.ENDED))
    assert not view.play.isEnabled()
    view.toggle()
    assert view.heard == []
    qtbot.mouseClick(view.restart, LEFT)
    qtbot.mouseClick(view.confirm, LEFT)
    assert view.heard == [RestartSession()]


@pytest.mark.parametrize("speed", model.SPEEDS)
def test_every_speed_is_one_click(view, qtbot, speed):
    view.draw(session(speed=2.0))
    qtbot.mouseClick(view.speeds, LEFT, pos=view.speeds.rect_of(speed).center())
    assert view.heard == [SetSpeed(speed)]


def test_faster_and_slower_step_and_stop_at_the_ends(view):
    view.draw(session(speed=1.0))
    view.faster()
    view.slower()
    view.draw(session(2, speed=0.0))
    view.faster()
    view.slower()
    view.draw(session(3, speed=0.1))
    view.slower()
    assert view.heard == [SetSpeed(2.0), SetSpeed(0.5), SetSpeed(100.0)]


def test_arrow_keys_move_the_speed_row(view, qtbot):
    view.draw(session(speed=5.0))
    qtbot.keyClick(view.speeds, Qt.Key.Key_Right)
    qtbot.keyClick(view.speeds, Qt.Key.Key_Left)
    assert view.heard == [SetSpeed(10.0), SetSpeed(2.0)]


def test_shows_the_speed_that_the_core_says(view, qtbot):
    view.draw(session(speed=1.0))
    qtbot.mouseClick(view.speeds, LEFT, pos=view.speeds.rect_of(50.0).center())
    assert view.speeds.speed() == 1.0
    view.draw(session(2, speed=50.0))
    assert view.speeds.speed() == 50.0
    assert view.speeds.accessibleName() == "Speed 50×"


def test_restart_takes_two_motions_and_enter_alone_does_not(view, qtbot):
    view.draw(session())
    qtbot.mouseClick(view.restart, LEFT)
    assert view.is_asking()
    assert view.heard == []
    qtbot.keyClick(view.keep, Qt.Key.Key_Return)
    assert not view.is_asking()
    assert view.heard == []
    view.ask_restart()
    qtbot.keyClick(view.keep, Qt.Key.Key_Escape)
    assert not view.is_asking()
    view.ask_restart()
    qtbot.mouseClick(view.confirm, LEFT)
    assert view.heard == [RestartSession()]
    assert not view.is_asking()


def test_the_question_goes_away_when_hidden(view):
    view.draw(session())
    view.ask_restart()
    view.hide()
    assert not view.is_asking()
    assert not view._question_end.isActive()


def test_facts_of_fidelity(view):
    view.draw(session())
    assert view.facts.value("trades") == "166 of 168"
    assert view.facts.value("messages") == "8\u202f123 of 24\u202f418"
    assert view.facts.value("diverged") == ""
    view.draw(session(2, diverged=3))
    assert view.facts.value("diverged") == "3 messages"
    assert view.facts.token("diverged") == "warning"
    assert "166 of 168 recorded trades reproduced" in view.facts.tip()


def test_progress_words_and_bounds():
    shown = model.progress(session())
    assert (shown.elapsed, shown.total, shown.clock) == ("03:13", "09:40", "20:50:24 UTC")
    assert shown.fraction == pytest.approx(193 / 580.307)
    assert model.progress(session(at=FIRST - 5)).fraction == 0
    assert model.progress(session(at=LAST + 5)).fraction == 1
    assert model.progress(session(first_at=0, last_at=0, at=0)).fraction == 0


def test_a_speed_between_two_steps_goes_to_its_neighbour():
    assert (model.slower(20.0), model.faster(20.0)) == (10.0, 50.0)
    assert (model.slower(300.0), model.faster(300.0)) == (100.0, 0.0)
    assert (model.slower(0.05), model.faster(0.0)) == (0.05, 0.0)


def test_look_follows_what_was_drawn(view):
    looks = [view.look() for _ in range(2 * EVERY_FRAMES)]
    assert [look and look.version for look in looks] == [-1, *[None] * (EVERY_FRAMES - 1)] * 2
    view.draw(session(9))
    assert view.look().version == 9


def test_nothing_is_clipped_at_1280(view, qtbot):
    view.draw(session(diverged=24_418, messages=24_418))
    qtbot.waitUntil(lambda: all(view.facts.is_shown(key) for key in ("trades", "messages", "diverged")))
    assert view.progress.width() >= view.progress.minimumWidth()
