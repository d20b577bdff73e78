"""Several files that cannot be used at one start: each of them is said by itself in the real window, whole, and is an alert."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.app.test_sign_in import opened
from widgets.words import Words

FILES = {
    "blotters.json": "blotters.json.aside-1", "keys.json": "keys.json.aside-1", "charts.json": "charts.json.aside-1",
    "presets.json": "presets.json", "workspace.json": "workspace.json.aside-1",
}


def is_whole(words: Words) -> bool:
    within = QRect(0, 0, words.width(), 9_999)
    needed = words.fontMetrics().boundingRect(within, Qt.TextFlag.TextWordWrap, words.text())
    return needed.height() <= words.height() and needed.width() <= words.width()


@pytest.mark.expects_log
@pytest.mark.parametrize("width", [1024, 1280])
def test_each_file_that_cannot_be_used_has_its_own_sentence(qtbot: QtBot, qapp: QApplication, tmp_path: Path, width: int) -> None:
    for name in FILES:
        (tmp_path / name).write_text('{"version": 99}')
    desk = opened(qtbot, qapp, tmp_path)
    try:
        desk.window.resize(width, 720)
        notice = desk.window.banner.notice
        desk.until(lambda: notice.text() and notice._place.text() == f"1 of {len(FILES)}" and notice.width() >= width - 10)
        read = []
        for _ in FILES:
            desk.until(lambda: is_whole(notice._words))
            read.append(notice.text())
            qtbot.mouseClick(notice._next, Qt.MouseButton.LeftButton)
        assert len(set(read)) == len(FILES)
        for name, aside in FILES.items():
            assert [name in one and aside in one for one in read].count(True) == 1, name
        noted = [alert.sentence for alert in desk.terminal.aids.alerts_panel.book.picture().alerts]
        assert set(read) <= set(noted)
        for _ in FILES:
            qtbot.mouseClick(notice._dismiss, Qt.MouseButton.LeftButton)
        assert notice.isHidden()
    finally:
        desk.terminal.shut()
