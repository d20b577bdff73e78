"""Lengths at other sizes of type and densities: they follow from the sources, and come back to them."""

import sys
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from widgets import cells, flat, lengths, lines, style
from widgets.flat import Caption, FlatButton
from widgets.kill_switch import stop_button
from widgets.ticket import controls, pages


@pytest.fixture(autouse=True)
def back_to_the_sources(qtbot: QtBot) -> Iterator[None]:
    yield
    lengths.resize(100, "compact")


def _all() -> dict[str, Any]:
    return {
        f"{name}.{constant}": value
        for name, module in sys.modules.items() if name.startswith(("widgets.", "app."))
        for constant, value in vars(module).items() if constant.isupper() and constant.endswith(("_PX", "SIZE"))
    }


def test_they_come_back() -> None:
    lengths.resize(110, "compact")
    lengths.resize(100, "compact")
    before = _all()
    for percent, density in ((200, "roomy"), (150, "normal"), (125, "compact"), (100, "normal"), (100, "compact")):
        assert lengths.resize(percent, density)
    assert _all() == before
    assert not lengths.resize(100, "compact")


def test_plain_ones_grow_and_those_that_follow_are_computed_again() -> None:
    lengths.resize(150, "roomy")
    assert (style.GRID_PX, style.ROW_PX, style.PAD_PX, style.DATA_PX) == (6, 42, 18, 12)
    assert (flat.ROW_PX, flat.PAD_PX, cells.GAP_PX, lines.LINE_PX) == (42, 18, 18, 26)
    assert pages.PAGE_PX == 2 * 42 + 6
    assert stop_button.LARGE_SIZE.width() == 390
    assert controls.least_height() > 1.5 * 300


@pytest.mark.parametrize("density", lengths.ROWS_PX)
def test_rows_stand_on_the_grid(density: str) -> None:
    lengths.resize(100, density)
    assert lengths.ROWS_PX[density] == style.ROW_PX
    assert density == "compact" or style.ROW_PX % style.GRID_PX == 0
    assert style.PAD_PX % style.GRID_PX == 0


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_words_have_room_in_what_is_made_then(qtbot: QtBot, percent: int) -> None:
    lengths.resize(percent, "compact")
    theme = style.THEMES["dark"]
    button, caption = FlatButton("Cancel 撤单", theme, "Cancel", "Cancels"), Caption(theme)
    for widget in (button, caption):
        qtbot.addWidget(widget)
    needed = QFontMetrics(style.font())
    assert style.font().pixelSize() == 12 * percent // 100
    assert button.sizeHint().width() >= needed.horizontalAdvance(button.text()) and button.sizeHint().height() >= needed.height()
    assert caption.height() >= needed.height()
