"""The kill switch: two motions engage, two release, and every sentence has the worst number first."""

import msgspec
import pytest
from PySide6.QtCore import Qt

from core.domain.instrument import Instrument
from core.messages.commands import EngageKill, ReleaseKill
from core.projections.pictures import KillPicture, VersionLook
from widgets.kill_switch import model
from widgets.kill_switch.stop_button import SOURCE
from widgets.kill_switch.view import KillSwitchView, StopButton
from widgets.style import THEMES

BTC = Instrument(1, "BTC-USD", "COINBASE", "BTC", "USD", 2, 8, 1, 1)
LEFT = Qt.MouseButton.LeftButton
CALM = KillPicture(1, False, 0, "", 0, 0, 0, 0, 14, 8_743_012 * 10**8, BTC, 12_500_000)
HIT = msgspec.structs.replace(
    CALM, version=2, engaged=True, generation=3, source="me", at=1_531_514_831_025_000_000, orders_hit=14, cancelled=13, refused_since=2,
    open_orders=1,
)


@pytest.fixture
def view(qtbot):
    made = KillSwitchView(THEMES["dark"])
    qtbot.addWidget(made)
    made.resize(290, 220)
    made.show()
    made.draw(CALM)
    return made


def heard(view):
    said = []
    view.asked.connect(said.append)
    return said


def test_the_preview_has_the_worst_number_first():
    assert model.preview(CALM) == "Cancels 14 orders worth 87\u202f430.12 USD and blocks every new one."
    assert model.preview(msgspec.structs.replace(CALM, open_orders=1)).startswith("Cancels 1 order worth")
    assert "nothing of ours" in model.preview(None)
    assert model.position_line(CALM) == "The position of 0.12500000 BTC stays open."
    assert model.position_line(msgspec.structs.replace(CALM, position=0)) == "No position stays open."


def test_two_presses_engage_and_one_does_not(view, qtbot):
    said = heard(view)
    qtbot.mouseClick(view.stop, LEFT)
    assert said == [] and view.stop.text() == "CONFIRM STOP"
    assert view.sentence.text().startswith("Cancels 14 orders")
    qtbot.mouseClick(view.stop, LEFT)
    assert said == [EngageKill(SOURCE)] and view.stop.text() == "STOP"


def test_the_question_lapses(view, qtbot):
    said = heard(view)
    view.stop._lapse.setInterval(10)
    qtbot.mouseClick(view.stop, LEFT)
    qtbot.waitUntil(lambda: not view.stop.confirming)
    qtbot.mouseClick(view.stop, LEFT)
    assert said == []
    view.stop.hide()


def test_hiding_forgets_the_question(view, qtbot):
    view.stop.press()
    view.hide()
    view.show()
    assert not view.stop.confirming


def test_the_board_counts_and_release_takes_two_motions(view, qtbot):
    said = heard(view)
    assert view.release.isHidden()
    view.draw(HIT)
    assert view.look() == VersionLook(2)
    assert dict(model.board(HIT))["Still open"] == "1" and dict(model.board(HIT))["At"] == "20:47:11.025 UTC"
    assert "ENGAGED" in view.sentence.text() and view.stop.text() == "STOPPED"
    qtbot.mouseClick(view.release, LEFT)
    assert said == [] and "clears engagement 3 by me" in view.sentence.text()
    qtbot.mouseClick(view.release, LEFT)
    assert said == [ReleaseKill(SOURCE, 3)]


def test_a_newer_engagement_takes_the_release_question_back(view, qtbot):
    said = heard(view)
    view.draw(HIT)
    qtbot.mouseClick(view.release, LEFT)
    view.draw(msgspec.structs.replace(HIT, version=3, generation=4))
    qtbot.mouseClick(view.release, LEFT)
    assert said == []


@pytest.mark.parametrize("theme", ["dark", "light", "contrast"])
def test_the_banner_button_is_the_same_in_every_theme(qtbot, theme):
    button = StopButton(THEMES["dark"])
    qtbot.addWidget(button)
    said = []
    button.asked.connect(said.append)
    button.set_theme(THEMES[theme])
    button.show()
    button.draw(CALM)
    assert "14 orders" in button.toolTip() and button.accessibleName() == "Kill switch: STOP"
    button.press()
    button.press()
    assert said == [EngageKill(SOURCE)]
