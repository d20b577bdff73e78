"""A list of records: what is added at its end moves nobody who reads at its top, and carries along who stands at the end."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from widgets.help.view import HelpView
from widgets.record_list import Field, Record, RecordList
from widgets.style import THEMES

COLUMNS = (Field("Entry", 80),)
EMPTY = ("Nothing", "Nothing is here.")


def records(count: int) -> list[Record]:
    return [Record((str(number),)) for number in range(count)]


@pytest.mark.parametrize("follows", [False, True])
def test_more_at_the_end(follows: bool, qtbot: QtBot) -> None:
    shown = RecordList(THEMES["dark"], COLUMNS, "records", EMPTY, follows_end=follows)
    qtbot.addWidget(shown)
    shown.resize(300, 200)
    shown.show()
    bar = shown.verticalScrollBar()
    for count in (0, 40, 80):
        shown.show_records(records(count), keep_place=True)
    assert bar.maximum() > 0
    assert bar.value() == (bar.maximum() if follows else 0)
    bar.setValue(3)
    shown.show_records(records(120), keep_place=True)
    assert bar.value() == 3


def ground(page: QWidget) -> str:
    picture = page.grab().toImage()
    return picture.pixelColor(page.width() - 30, page.height() - 4).name()


def test_the_manual_begins_with_its_first_page_and_follows_the_theme(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "window.md").write_text("# The window\n")
    view = HelpView(THEMES["dark"])
    qtbot.addWidget(view)
    # As in the terminal, where one is in force.
    view.setStyleSheet("QToolTip { color: black; }")
    view.give_folder(tmp_path)
    view.resize(400, 300)
    view.show()
    assert view.shown() == "window"
    assert ground(view.page) == THEMES["dark"].panel
    view.set_theme(THEMES["light"])
    assert ground(view.page) == THEMES["light"].panel
