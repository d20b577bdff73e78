"""The kill switch: two motions at most, the worst number first, and a release of exactly what was seen."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from core.domain.instrument import NARROW_SPACE, Instrument
from core.domain.stages import Stage
from core.domain.units import InstrumentId
from core.messages.commands import EngageKill
from core.messages.origin import Origin
from core.messages.reasons import Reason
from core.messages.stopping import ApproveRelease, RequestRelease, SetStage
from core.projections.pictures import KillPicture, VersionLook
from core.projections.stop_pictures import Holding, StopRow
from widgets.kill_switch import model
from widgets.kill_switch.view import KillSwitchView, StopButton
from widgets.motions import CONFIRM_MS, HOLD_MS
from widgets.style import THEMES

BTC = Instrument(InstrumentId(1), "BTC-USD", "COINBASE", "BTC", "USD", 2, 8, 1, 1)
SOURCE = "operator at the terminal"
WHY = "cause known"
AT = 1_531_514_837_387_000_000


def picture(version: int = 1, **changes: object) -> KillPicture:
    fields: dict[str, object] = {
        "version": version, "engaged": False, "generation": 3, "source": "", "at": AT, "orders_hit": 0, "cancelled": 0,
        "refused_since": 0, "open_orders": 14, "worth": ((BTC, 87_430_12 * 10**8),), "held": (Holding(BTC, 12_300_000),),
    }
    return KillPicture(**(fields | changes))  # type: ignore[arg-type]


def engaged(version: int = 2, **changes: object) -> KillPicture:
    fields: dict[str, object] = {
        "engaged": True, "generation": 4, "source": SOURCE, "orders_hit": 14, "cancelled": 12, "refused_since": 3, "open_orders": 2,
    }
    number = int(str(changes.get("generation", 4)))
    row = StopRow("everything", number, SOURCE, "demo", Stage.UNVERIFIED, 14, 2, AT, AT, AT)
    return picture(version, **(fields | {"stops": (row,)} | changes))


def stopped(version: int, stage: Stage, **changes: object) -> KillPicture:
    row = StopRow("everything", 4, SOURCE, "demo", stage, 14, 0, AT, AT, AT, "demo-risk")
    return engaged(version, **({"stops": (row,), "engaged": stage >= Stage.CANCEL_ONLY} | changes))


def shown(qtbot, made, size: tuple[int, int]):
    qtbot.addWidget(made)
    made.sent = []
    made.asked.connect(made.sent.append)
    made.resize(*size)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def button(qtbot):
    return shown(qtbot, StopButton(THEMES["dark"]), (196, 32))


@pytest.fixture
def view(qtbot):
    made = shown(qtbot, KillSwitchView(THEMES["dark"]), (300, 196))
    made.draw(picture())
    return made


def press(qtbot, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def f12(widget, repeated: bool = False) -> None:
    QApplication.sendEvent(widget, QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_F12, Qt.KeyboardModifier.NoModifier, "", repeated))


# words ------------------------------------------------------------------------------------------------------------------


def test_the_preview_is_one_sentence_with_the_worst_number_first():
    assert model.preview(picture()) == f"Cancels 14 orders worth 87{NARROW_SPACE}430.12 USD and blocks every new one."
    assert model.preview(picture(open_orders=1)).startswith("Cancels 1 order worth")
    assert model.preview(picture(open_orders=2, worth=(), held=())) == "Cancels 2 orders and blocks every new one."
    assert model.preview(picture(open_orders=2, worth=())) == "Cancels 2 orders and blocks every new one."
    assert model.preview(picture(open_orders=0, worth=())) == "Blocks every new order; none of ours is open."
    assert model.preview(None) == "Cancels every open order of ours and blocks every new one."


def test_the_short_preview_says_the_same_numbers():
    assert model.short_preview(picture()) == f"cancels 14, 87{NARROW_SPACE}430.12 USD"
    assert model.short_preview(picture(open_orders=0)) == "none open, blocks new"


def test_it_says_that_a_position_stays():
    assert model.stays(picture()) == "Position +0.123 BTC stays."
    assert model.stays(picture(held=(Holding(BTC, -12_300_000),))) == "Position \u22120.123 BTC stays."
    assert model.stays(picture(held=())) == ""
    assert model.stays(picture(held=(Holding(BTC, 1), Holding(BTC, -1, 2)))).endswith("1 BTC in account 2 stay.")


def test_it_names_every_position_that_stays_and_adds_up_what_orders_are_worth():
    others = [Instrument(InstrumentId(id), f"{base}-USD", "X", base, "USD", 2, 4, 1, 1) for id, base in enumerate(("ETH", "SOL", "ADA"), 2)]
    held = (Holding(BTC, 12_300_000), Holding(others[0], -20_000), Holding(others[1], 5_000))
    assert model.stays(picture(held=held)) == "Positions +0.123 BTC, \u22122 ETH, +0.5 SOL stay."
    assert model.stays(picture(held=(*held, Holding(others[2], 1)))) == "Positions +0.123 BTC, \u22122 ETH, +0.5 SOL and 1 more stay."
    euro = Instrument(InstrumentId(5), "ADA-EUR", "X", "ADA", "EUR", 2, 4, 1, 1)
    worth = ((BTC, 100_00 * 10**8), (others[0], 250_50 * 10**4), (euro, 7_00 * 10**4))
    assert model.preview(picture(worth=worth)) == "Cancels 14 orders worth 350.50 USD, 7.00 EUR and blocks every new one."
    facts = {fact.what: fact for fact in model.board(engaged(held=held))}
    assert facts["Positions"].value == "+0.123 BTC, \u22122 ETH, +0.5 SOL" and facts["Positions"].wide


def test_the_board_of_a_narrower_stop_does_not_count_the_orders_that_go_on():
    row = StopRow("strategy:maker", 4, SOURCE, "demo", Stage.VERIFIED, 4, 0, AT, AT, AT)
    facts = {fact.what: fact for fact in model.board(engaged(stops=(row,), open_orders=7))}
    assert (facts["Still open"].value, facts["Still open"].token) == ("0", "text")


def test_the_board_tells_what_the_engagement_did():
    facts = {fact.what: fact.value for fact in model.board(engaged())}
    assert facts == {
        "Orders hit": "14", "Refused since": "3", "Cancelled": "12", "At UTC": "20:47:17", "Still open": "2",
        "Position": "+0.123 BTC", "Engagement 4 by": "demo at the terminal",
    }
    tokens = {fact.what: fact.token for fact in model.board(engaged())}
    assert tokens["Still open"] == "critical"
    assert {fact.token for fact in model.board(engaged(open_orders=0))} == {"text"}


# the button -------------------------------------------------------------------------------------------------------------


def test_the_first_press_previews_and_the_second_stops(button, qtbot):
    button.draw(picture())
    press(qtbot, button)
    assert button.sent == [] and button.words() == ("CONFIRM STOP", f"cancels 14, 87{NARROW_SPACE}430.12 USD")
    press(qtbot, button)
    assert button.sent == [EngageKill(SOURCE)]


def test_it_works_before_anything_is_known(button):
    button.press()
    button.press()
    assert button.sent == [EngageKill(SOURCE)]


def test_the_preview_follows_the_orders(button):
    button.draw(picture())
    button.press()
    button.draw(picture(2, open_orders=15, worth=((BTC, 10**14),)))
    assert button.words()[1] == f"cancels 15, 10{NARROW_SPACE}000.00 USD"


def test_a_first_press_lapses(button):
    button.press()
    timer = button.motions._lapse
    assert timer.isActive() and timer.isSingleShot() and timer.interval() == CONFIRM_MS == 5000
    timer.timeout.emit()
    assert not button.confirming and not timer.isActive() and button.words()[0] == "STOP"
    button.press()
    assert button.sent == [] and button.confirming


def test_holding_it_stops_at_once(button, qtbot):
    button.draw(picture())
    assert HOLD_MS == 600
    with qtbot.waitSignal(button.asked):
        qtbot.mousePress(button, Qt.MouseButton.LeftButton)
    qtbot.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert button.sent == [EngageKill(SOURCE)] and not button.confirming


def test_holding_space_stops_too_and_the_next_press_counts_again(button, qtbot):
    with qtbot.waitSignal(button.asked):
        qtbot.keyPress(button, Qt.Key.Key_Space)
    qtbot.keyRelease(button, Qt.Key.Key_Space)
    assert len(button.sent) == 1
    press(qtbot, button)
    assert button.confirming


def test_f12_twice_stops_and_a_held_f12_counts_once(button):
    f12(button)
    f12(button, repeated=True)
    assert button.sent == [] and button.confirming
    f12(button)
    assert button.sent == [EngageKill(SOURCE)]


def test_what_was_asked_for_is_shown_until_the_core_answers(button):
    button.draw(picture())
    button.press()
    button.press()
    assert button.words()[0] == "STOPPING\u2026" and button.isEnabled()
    button.draw(picture(2, open_orders=13))
    assert button.words()[0] == "STOPPING\u2026"
    button.draw(engaged(3))
    assert button.words() == ("ENGAGED", "12 of 14 cancelled")
    button.draw(picture(4, generation=4))
    assert button.words()[0] == "STOP"


def test_engaged_it_can_be_engaged_again(button):
    button.draw(engaged())
    button.press()
    button.press()
    assert button.sent == [EngageKill(SOURCE)]


def test_its_size_never_changes_with_its_words(button):
    sizes = set()
    for drawn in (picture(), engaged(), picture(3, open_orders=123_456, worth=((BTC, 10**19),))):
        button.draw(drawn)
        sizes.add(button.sizeHint().toTuple())
        button.press()
        sizes.add(button.sizeHint().toTuple())
        button.motions.stop()
    assert len(sizes) == 1


def test_hidden_it_forgets_the_first_press(button):
    button.press()
    button.hide()
    assert not button.confirming and not button.motions._lapse.isActive()


def test_it_looks_for_what_it_has_not_drawn(button):
    assert button.look() == VersionLook(-1)
    button.draw(picture(9))
    assert button.look() == VersionLook(9)


# the panel --------------------------------------------------------------------------------------------------------------


def test_without_a_picture_the_panel_says_so_and_can_stop(qtbot):
    view = shown(qtbot, KillSwitchView(THEMES["dark"]), (300, 196))
    assert "unknown" in view.sentence.text() and not view.release.isVisible()
    f12(view)
    f12(view)
    assert view.sent == [EngageKill(SOURCE)]


def test_the_panel_previews_in_place(view, qtbot):
    assert "RELEASED" in view.sentence.text()
    press(qtbot, view.stop)
    assert view.sentence.text().startswith(f"Cancels 14 orders worth 87{NARROW_SPACE}430.12 USD and blocks every new one.")
    qtbot.keyClick(view.stop, Qt.Key.Key_Escape)
    assert "RELEASED" in view.sentence.text() and not view.stop.confirming
    press(qtbot, view.stop)
    press(qtbot, view.stop)
    assert view.sent == [EngageKill(SOURCE)]


def test_engaged_the_panel_shows_the_board_and_the_way_back(view):
    view.draw(engaged())
    assert "ENGAGED" in view.sentence.text() and view.release.isVisible()
    assert view.board.facts()["Still open"] == "2"
    view.draw(picture(3, generation=4, source=SOURCE))
    assert not view.release.isVisible() and view.board.facts() == {}
    assert f"Released by {SOURCE}" in view.sentence.text()


WAY_BACK = (
    (Stage.VERIFIED, "Ask for release", RequestRelease("everything", 4, WHY, Origin("demo-risk"))),
    (Stage.UNVERIFIED, "Ask for release", RequestRelease("everything", 4, WHY, Origin("demo-risk"))),
    (Stage.REQUESTED, "Approve release", ApproveRelease("everything", 4, Origin("demo-operator"))),
    (Stage.CANCEL_ONLY, "To reduce only", SetStage("everything", Stage.REDUCE_ONLY, Origin("demo-operator"))),
    (Stage.REDUCE_ONLY, "To small orders", SetStage("everything", Stage.CAPPED, Origin("demo-operator"))),
    (Stage.CAPPED, "Release", SetStage("everything", Stage.RELEASED, Origin("demo-operator"))),
)


@pytest.mark.parametrize(("stage", "label", "command"), WAY_BACK)
def test_each_step_back_takes_two_motions_and_names_who_and_what_was_seen(view, qtbot, stage, label, command):
    view.draw(stopped(2, stage))
    assert view.release.text() == f"{label}\u2026"
    view.why.setText(WHY)
    press(qtbot, view.release)
    person = command.origin.person
    assert view.sent == [] and view.release.text() == f"Confirm: {person}" and person in view.sentence.text()
    press(qtbot, view.release)
    assert view.sent == [command] and view.release.text() == f"{label}\u2026"


def test_while_orders_are_being_cancelled_there_is_no_way_back(view):
    view.draw(stopped(2, Stage.CANCELLING))
    assert not view.release.isVisible()


def test_what_the_core_refused_is_said(view):
    view.draw(stopped(2, Stage.REQUESTED, denied=Reason.SAME_PERSON))
    assert "another person" in view.sentence.text()


def test_a_double_click_on_release_is_one_press(view):
    view.draw(engaged())
    view.why.setText(WHY)
    middle, left = QPointF(view.release.rect().center()), Qt.MouseButton.LeftButton
    kinds = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease)
    for kind in kinds:
        held = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else left
        event = QMouseEvent(kind, middle, view.release.mapToGlobal(middle), left, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(view.release, event)
    assert view.sent == [] and view.release.text() == "Confirm: demo-risk"


def test_press_on_the_panel_is_one_motion(view):
    view.press()
    assert view.stop.confirming and view.sent == []
    view.press()
    assert view.sent == [EngageKill(SOURCE)]


def test_the_banners_button_fits_a_strip(button):
    assert 28 <= button.sizeHint().height() <= 32


def test_a_new_engagement_between_the_presses_begins_the_release_again(view, qtbot):
    view.draw(engaged())
    view.why.setText("about the first one")
    press(qtbot, view.release)
    view.draw(engaged(3, generation=5))
    assert view.why.text() == "" and not view.release.isEnabled()
    view.why.setText(WHY)
    press(qtbot, view.release)
    assert view.sent == []
    press(qtbot, view.release)
    assert view.sent == [RequestRelease("everything", 5, WHY, Origin("demo-risk"))]


def test_whoever_asks_for_the_release_types_why(view, qtbot):
    view.draw(engaged())
    assert view.why.isVisible() and not view.release.isEnabled()
    press(qtbot, view.release)
    view.why.setText("   ")
    assert not view.release.isEnabled() and view.release.text() == "Ask for release\u2026" and view.sent == []
    view.why.setText("x" * 501)
    assert not view.release.isEnabled() and "too long" in view.sentence.text()
    view.why.clear()
    view.why.setFocus()
    qtbot.keyClicks(view.why, f" {WHY} ")
    qtbot.keyClick(view.why, Qt.Key.Key_Return)
    assert view.release.hasFocus() and view.release.text() == "Ask for release\u2026"
    qtbot.keyClick(view.release, Qt.Key.Key_Space)
    qtbot.keyClick(view.release, Qt.Key.Key_Space)
    assert view.sent == [RequestRelease("everything", 4, WHY, Origin("demo-risk"))]


def test_a_reason_stays_until_the_core_has_taken_it(view, qtbot):
    view.draw(engaged())
    view.why.setText(WHY)
    press(qtbot, view.release)
    press(qtbot, view.release)
    view.draw(engaged(3, denied=Reason.SAME_PERSON))
    assert view.why.text() == WHY and view.release.isEnabled()
    view.draw(stopped(4, Stage.REQUESTED))
    assert view.why.isHidden() and view.why.text() == "" and view.release.isEnabled()
    view.draw(engaged(5))
    assert view.why.isVisible() and view.why.text() == ""


def test_another_reason_between_the_presses_begins_again(view, qtbot):
    view.draw(engaged())
    view.why.setText(WHY)
    press(qtbot, view.release)
    view.why.setText("another cause")
    press(qtbot, view.release)
    assert view.sent == []


@pytest.mark.parametrize("stage", (Stage.CANCELLING, Stage.REQUESTED, Stage.CANCEL_ONLY, Stage.CAPPED))
def test_only_the_request_asks_for_a_reason(view, stage):
    assert view.why.isHidden()
    view.draw(stopped(2, stage))
    assert view.why.isHidden()


@pytest.mark.parametrize("size", ((300, 196), (280, 166), (212, 166), (300, 222), (420, 400)))
def test_board_and_release_are_whole_at_any_size(view, size):
    view.resize(*size)
    view.draw(engaged())
    QApplication.processEvents()
    room = view.why.width() - 16
    assert view.why.fontMetrics().horizontalAdvance(view.why.placeholderText()) <= room
    beside, above = view.why.geometry().right() < view.release.x(), view.why.geometry().bottom() < view.release.y()
    assert (above if size[1] >= 222 else beside) and view.why.y() > view.board.geometry().bottom()
    assert view.height() == size[1]
    assert view.release.geometry().bottom() < view.height() and view.board.geometry().bottom() < view.release.y()


@pytest.mark.parametrize("name", THEMES)
def test_it_paints_in_every_theme(view, name):
    view.set_theme(THEMES[name])
    for drawn in (picture(), engaged()):
        view.draw(drawn)
        assert not view.grab().isNull()
