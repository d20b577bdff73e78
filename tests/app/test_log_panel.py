"""The log panel: lines of this run as they come, by importance and words, from any thread, without a flood of drawings."""

import logging
import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.log_panel import KEPT, LogPanel
from app.window import TerminalWindow
from widgets.panels import PANELS
from widgets.style import THEMES

log = logging.getLogger("app.somewhere")


@pytest.fixture
def made(qtbot, tmp_path):
    window = TerminalWindow(tuple(panel for panel in PANELS if panel.id == "log"), THEMES["dark"])
    qtbot.addWidget(window)
    panel = LogPanel(window, tmp_path)
    window.show()
    window.focus_panel("log")
    view = window.view("log")
    view.panel = panel
    logging.getLogger("app").setLevel("INFO")
    yield view
    logging.getLogger("app").setLevel("NOTSET")
    panel.close()
    QApplication.instance().setStyleSheet("")


def texts(view) -> list[str]:
    return [record.cells[3] for record in view.list.records]


@pytest.mark.expects_log
def test_lines_come_are_chosen_and_shown_whole(made, qtbot):
    log.info("one")
    log.warning("two\nlines")
    try:
        raise ValueError("three")
    except ValueError:
        log.exception("it broke")
    qtbot.waitUntil(lambda: texts(made) == ["one", "two lines", "it broke"])
    qtbot.mouseClick(made.levels["Errors"], Qt.MouseButton.LeftButton)
    assert texts(made) == ["it broke"]
    made.list.mark(0)
    assert "ValueError: three" in made.detail.toPlainText()
    made.choose("All")
    qtbot.keyClicks(made.search, "valueerror")
    assert texts(made) == ["it broke"]
    made.search.setText("\u202e nothing")
    assert texts(made) == [] and made.detail.isHidden()
    made.set_theme(THEMES["light"])


def test_a_burst_from_many_threads_is_kept_within_its_bound(made, qtbot):
    threads = [threading.Thread(target=lambda: [log.info("line") for _ in range(1500)]) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    qtbot.waitUntil(lambda: len(made.list.records) == KEPT)


def test_hidden_it_costs_nothing_and_is_up_to_date_when_seen(made, qtbot):
    made.hide()
    log.info("unseen")
    qtbot.wait(1)
    assert texts(made) == []
    made.show()
    assert texts(made) == ["unseen"]
