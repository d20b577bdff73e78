"""The stops panel: the worst first, two motions for whatever stops or lets through, persons named, nothing cut at any size."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from core.domain.enums import Side
from core.domain.instrument import NARROW_SPACE, Instrument
from core.domain.stages import Stage
from core.domain.units import InstrumentId
from core.messages.commands import EngageKill
from core.messages.origin import Origin
from core.messages.rejections import Rejection
from core.messages.stopping import ApproveRelease, Flatten, RequestRelease, SetStage
from core.projections.stop_pictures import (
    BlastLook,
    BlastPicture,
    BlastRow,
    Fate,
    FateRow,
    Holding,
    KillPicture,
    Opening,
    Rehearse,
    Rehearsed,
    StopRow,
)
from widgets.kill_switch import board
from widgets.kill_switch.stops_view import SOURCE, StopsView
from widgets.style import THEMES

BTC = Instrument(InstrumentId(1), "BTC-USD", "COINBASE", "BTC", "USD", 2, 8, 1, 1)
AT = 1_531_514_837_387_000_000
ROWS = (
    BlastRow("everything", 14, ((BTC, 87_430_12 * 10**8),), 3, (Holding(BTC, 12_300_000, 1, 48 * 10**8),), 0),
    BlastRow("instrument:BTC-USD", 14, ((BTC, 87_430_12 * 10**8),), 3, (Holding(BTC, 12_300_000, 1, 48 * 10**8),), 5),
    BlastRow("trader:demo", 0, (), 0, (), 0),
)


def stop(stage: Stage, scope: str = "everything", left: int = 0) -> StopRow:
    return StopRow(scope, 4, "ann", "demo", stage, 14, left, AT, AT + 12_000_000, AT + 40_000_000, "demo-risk")


def picture(*stops: StopRow, version: int = 1, **changes: object) -> BlastPicture:
    openings, tested = changes.pop("openings", ()), changes.pop("tested", None)
    engaged = any(row.stage >= Stage.CANCEL_ONLY for row in stops)
    kill = KillPicture(version, engaged, 4, "ann", AT, 14, 11, 3, 14, (), (), stops, None, tested, openings)  # type: ignore[arg-type]
    fields: dict[str, object] = {
        "version": version, "rows": ROWS, "hit_scope": "", "hit_generation": 0, "hit": 0, "counts": (0,) * 6, "fates": (),
        "flatten_scope": "", "flatten_left": 0, "flatten_going": False, "kill": kill,
    }
    return BlastPicture(**(fields | changes))  # type: ignore[arg-type]


@pytest.fixture
def view(qtbot):
    made = StopsView(THEMES["dark"])
    qtbot.addWidget(made)
    made.sent = []
    made.asked.connect(made.sent.append)
    made.resize(1000, 420)
    with qtbot.waitExposed(made):
        made.show()
    made.draw(picture())
    return made


def press(qtbot, button, times: int = 1) -> None:
    for _ in range(times):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_it_asks_for_what_it_has_not_drawn(view):
    assert view.look() == BlastLook(1)


def test_the_blast_radius_is_a_row_a_scope(view):
    assert [row.key for row in view.blast.rows()] == ["everything", "instrument:BTC-USD", "trader:demo"]
    assert view.blast.text("everything") == f"everything | 14 | 87{NARROW_SPACE}430.12 USD | 3 | 0.123 | 48.00 USD".replace("48.00", "0.48")
    assert "3 of them cannot be cancelled now" in view.preview.text()


@pytest.mark.parametrize("scope", [row.scope for row in ROWS])
def test_any_scope_is_stopped_in_two_motions(view, qtbot, scope):
    view.blast.choose(scope)
    press(qtbot, view.stop)
    assert view.sent == [] and view.stop.text().startswith("Confirm: stop")
    press(qtbot, view.stop)
    assert view.sent == [EngageKill(SOURCE, scope=scope)]


def test_flattening_is_its_own_action_with_its_own_sentence(view, qtbot):
    press(qtbot, view.flatten)
    assert "Costs about 0.48 USD" in view.preview.text() and view.sent == []
    press(qtbot, view.flatten)
    assert view.sent == [Flatten("everything", SOURCE)]
    view.blast.choose("instrument:BTC-USD")
    assert "does not hold it all" in board.flatten_preview(ROWS[1], "instrument:BTC-USD")
    view.blast.choose("trader:demo")
    assert not view.flatten.isEnabled()


def test_what_two_accounts_hold_against_each_other_is_not_flat(view):
    held = (Holding(BTC, 12_300_000, 1, 48 * 10**8), Holding(BTC, -12_300_000, 2, 52 * 10**8))
    row = BlastRow("everything", 0, (), 0, held, 0)
    assert board.flatten_preview(row, "everything") == (
        "Costs about 1.00 USD against the middle: stops, cancels, then trades +0.123 BTC in account 1, \u22120.123 BTC in account 2 away "
        "at the market."
    )
    view.draw(picture(version=2, rows=(row,)))
    assert view.blast.text("everything") == "everything | 0 | \u2013 | \u2013 | 2 positions | 1.00 USD"


def test_choosing_another_scope_forgets_the_first_press(view, qtbot):
    press(qtbot, view.stop)
    view.blast.choose("trader:demo")
    press(qtbot, view.stop)
    assert view.sent == []


def test_a_release_needs_a_reason_and_two_persons(view, qtbot):
    view.draw(picture(stop(Stage.VERIFIED), version=2))
    assert not view.next.isEnabled()
    view.why.setText("cause known")
    press(qtbot, view.next, 2)
    view.draw(picture(stop(Stage.REQUESTED), version=3))
    press(qtbot, view.next, 2)
    assert view.sent == [
        RequestRelease("everything", 4, "cause known", Origin("demo-risk")), ApproveRelease("everything", 4, Origin("demo-operator"))
    ]


def test_a_reason_is_of_one_stop_and_gone_once_the_core_has_taken_it(view, qtbot):
    both = (stop(Stage.VERIFIED), stop(Stage.VERIFIED, "trader:demo"))
    view.draw(picture(*both, version=2))
    view.why.setText("cause known")
    view.stops.choose("trader:demo")
    assert view.why.text() == "" and not view.next.isEnabled()
    view.stops.choose("everything")
    assert view.why.text() == "cause known"
    press(qtbot, view.next, 2)
    view.draw(picture(*both, version=3))
    assert view.why.text() == "cause known"
    view.draw(picture(stop(Stage.REQUESTED), both[1], version=4))
    view.draw(picture(*both, version=5))
    assert view.why.text() == ""


def test_a_reason_that_the_record_cannot_hold_is_said(view):
    view.draw(picture(stop(Stage.VERIFIED), version=2))
    view.why.setText("x" * 501)
    assert not view.next.isEnabled() and "too long" in view.step_says.text()


def test_a_stage_up_and_down_again(view, qtbot):
    view.draw(picture(stop(Stage.REDUCE_ONLY), version=2))
    press(qtbot, view.next, 2)
    press(qtbot, view.down, 2)
    operator = Origin("demo-operator")
    assert view.sent == [SetStage("everything", Stage.CAPPED, operator), SetStage("everything", Stage.CANCEL_ONLY, operator)]


def test_what_changes_between_two_presses_begins_again(view, qtbot):
    view.draw(picture(stop(Stage.REQUESTED), version=2))
    press(qtbot, view.next)
    view.draw(picture(stop(Stage.VERIFIED), version=3))
    assert not view._motions[view.next].asking and view.sent == []


def test_stops_tell_their_three_times_and_what_is_left(view):
    view.draw(picture(stop(Stage.UNVERIFIED, left=3), version=2))
    assert view.stops.text("everything") == "everything | Not verified | 14 | 3 | 20:47:17 | +12 ms | +40 ms"
    assert view.stops.rows()[0].cells[3][1] == "critical"


def test_stragglers_come_first_and_red(view):
    fates = (
        FateRow(9, "a", BTC, Side.BUY, 10**8, Fate.REFUSED, 3, Rejection.WRONG_PHASE),
        FateRow(3, "b", BTC, Side.SELL, 10**8, Fate.UNKNOWN, 5), FateRow(1, "c", BTC, Side.SELL, 10**8, Fate.CANCELLED, 1),
    )
    view.draw(picture(version=2, hit_scope="everything", hit_generation=4, hit=3, counts=(0, 1, 0, 0, 1, 1), fates=fates))
    assert [row.cells[3] for row in view.fates.rows()] == [
        ("kept until the market allows it", "critical"), ("no answer", "critical"), ("done", "muted")
    ]
    assert view.fates_line.text() == "Engagement 4, everything: 1 refused and kept, 1 without answer, 1 cancelled."


def test_overrides_and_failed_flattening_are_loud(view):
    view.draw(picture(stop(Stage.VERIFIED), version=2, openings=(Opening(7, 1, 5, AT, "demo-risk", "get out"),)))
    assert view.loud.isVisible() and "OVERRIDE: 5 lots" in view.loud.text() and view.loud.notes()[0].token == "critical"
    view.draw(picture(version=3, flatten_scope="everything", flatten_left=1))
    assert "by hand" in view.loud.text() and view.loud.notes()[0].token == "critical"


def test_the_last_rehearsal_is_told_and_another_can_be_asked_for(view, qtbot):
    assert view.tested.text() == "Never rehearsed here."
    view.draw(picture(version=2, tested=Rehearsed(AT, 1_000, 112_000, 2_270_000, 2_277_000)))
    assert "blocked in 0.1 ms, cancelled in 2.3 ms, verified in 2.3 ms" in view.tested.text()
    view.draw(picture(version=3, tested=Rehearsed(AT, 1_000, 0, 0, 0, "it did not block")))
    assert view.tested.notes()[0].token == "critical"
    press(qtbot, view.test)
    assert view.sent == [Rehearse()]


@pytest.mark.parametrize("size", ((1000, 420), (760, 300), (1600, 500)))
@pytest.mark.parametrize("name", THEMES)
def test_it_paints_whole_in_every_theme_and_size(view, name, size):
    view.set_theme(THEMES[name])
    view.resize(*size)
    view.draw(picture(stop(Stage.UNVERIFIED, left=3), version=2))
    QApplication.processEvents()
    assert not view.grab().isNull() and (view.width(), view.height()) == size
    for part in (view.stop, view.flatten, view.next, view.test, view.fates):
        assert part.geometry().bottom() < view.height() and part.geometry().right() < view.width()


def test_keys_choose_rows(view, qtbot):
    view.blast.setFocus()
    qtbot.keyClick(view.blast, Qt.Key.Key_Down)
    assert view.blast.key == "instrument:BTC-USD"
    qtbot.keyClick(view.blast, Qt.Key.Key_Up)
    qtbot.keyClick(view.blast, Qt.Key.Key_Up)
    assert view.blast.key == "everything"
