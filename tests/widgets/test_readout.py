"""The header's line of values: steady widths, and what gives way first."""

import pytest

from widgets.readout import Part, Readout
from widgets.style import THEMES

PARTS = (Part("time", "", 2), Part("price", "Price", strong=True), Part("size", "Size", 1))
VALUES = {"time": "20:47:17", "price": "6 190.84", "size": "12.345"}


@pytest.fixture
def readout(qtbot):
    made = Readout(THEMES["dark"], PARTS, "Values")
    qtbot.addWidget(made)
    made.resize(400, 22)
    return made


def test_says_everything_in_order(readout):
    readout.say(VALUES, captions={"size": "Size BTC"})
    assert readout.text() == "20:47:17  Price 6 190.84  Size BTC 12.345"
    assert [part.key for part in readout.shown()] == ["time", "price", "size"]


def test_a_slot_does_not_shrink_until_told_to(readout):
    readout.say(VALUES)
    width = readout.wanted_width()
    readout.say(VALUES | {"price": "1"})
    assert readout.wanted_width() == width
    readout.forget_widths()
    narrow = readout.wanted_width()
    assert 0 < narrow < width
    readout.say(VALUES | {"price": "1"})
    assert readout.wanted_width() == narrow, "what is shown keeps its room though nothing changed"


def test_the_least_important_goes_first(readout):
    readout.say(VALUES)
    for width, left in ((readout.wanted_width() - 20, ["price", "size"]), (60, ["price"])):
        readout.resize(width, 22)
        assert [part.key for part in readout.shown()] == left
        assert not readout.grab().isNull()


def test_nothing_said_is_nothing_shown(readout):
    readout.say({"price": ""})
    assert readout.shown() == [] and readout.text() == ""
