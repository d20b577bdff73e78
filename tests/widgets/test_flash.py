"""What lights up goes out again: with the next picture, or by itself."""

from PySide6.QtCore import QObject

from core.domain.units import MILLISECOND
from widgets import flash
from widgets.flash import PATIENCE_MS, Flash
from widgets.style import FLASH_MS


def test_what_is_over_goes_out_with_the_next_picture(qapp, monkeypatch):
    now, parent, out = [0], QObject(), []
    monkeypatch.setattr(flash, "monotonic_ns", lambda: now[0])
    lights = Flash(parent, out.append)
    lights.light(["first"])
    now[0] = 100 * MILLISECOND
    lights.light(["second"])
    assert not out
    assert lights._timer.remainingTime() <= FLASH_MS - 100 + PATIENCE_MS
    now[0] = FLASH_MS * MILLISECOND
    lights.light(["third"])
    assert out == [["first"]], "in the frame that lights the third, and not in one of its own"
    assert not lights.is_lit("first") and lights.is_lit("second") and lights.is_lit("third")
    lights.clear()
    assert not lights._timer.isActive()


def test_without_another_picture_the_timer_puts_it_out(qapp, qtbot):
    parent, out = QObject(), []
    lights = Flash(parent, out.append)
    lights.light(["only"])
    qtbot.waitUntil(lambda: out == [["only"]])
    assert not lights.is_lit("only") and not lights._timer.isActive()
