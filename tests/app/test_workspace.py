"""The workspace file: a layout comes back, a useless file costs the layout only, no window is off screen."""

import json

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from app.workspace import Workspace, clamp
from tests.app.plain_panels import IDS, opened, seen, table


@pytest.fixture
def window(qtbot):
    yield opened(qtbot, table())
    QApplication.instance().setStyleSheet("")


def test_layout_comes_back(window, qtbot, tmp_path):
    kept = Workspace(tmp_path / "workspace.json")
    window.docks["tape"].close()
    window.tabifyDockWidget(window.docks["orders"], window.docks["fills"])
    window.docks["fills"].raise_()
    window.choose_theme("light-classic")
    assert kept.save(window) == ""
    assert json.loads((tmp_path / "workspace.json").read_text())["open_panels"] == [id for id in IDS if id != "tape"]
    assert [path.name for path in tmp_path.iterdir()] == ["workspace.json"]
    other = opened(qtbot, table())
    assert kept.restore(other) == ""
    qtbot.waitUntil(lambda: seen(other) == set(IDS) - {"tape", "orders"})
    assert other.theme.name == "light-classic"
    assert other.docks["orders"] in other.tabifiedDockWidgets(other.docks["fills"])


@pytest.mark.parametrize(
    "text", ["", "{", '{"version": 1}', '{"version":9,"geometry":"","state":"","theme":"dark","open_panels":[]}',
             '{"version":1,"geometry":"AAAA","state":"AAAA","theme":"dark","open_panels":[]}', "[1, 2]", "\x00\xff"],
)
def test_a_useless_file_costs_the_layout_only(window, tmp_path, text):
    (tmp_path / "workspace.json").write_text(text)
    window.docks["tape"].close()
    sentence = Workspace(tmp_path / "workspace.json").restore(window)
    assert sentence.startswith("The saved layout workspace.json ")
    assert sentence.endswith("the default layout is shown.")
    assert sum(character == "\n" for character in sentence) == 0
    assert seen(window) == set(IDS)


def test_no_file_is_no_complaint(window, tmp_path):
    assert Workspace(tmp_path / "none.json").restore(window) == ""


def test_a_folder_that_cannot_be_written_is_told(window, tmp_path):
    (tmp_path / "file").write_text("")
    assert "could not be saved" in Workspace(tmp_path / "file" / "workspace.json").save(window)


def test_panels_that_are_gone_are_named(window, qtbot, tmp_path):
    kept = Workspace(tmp_path / "workspace.json")
    kept.save(window)
    other = opened(qtbot, table()[:4])
    assert "fills" in kept.restore(other)
    assert seen(other) == {"watchlist", "ladder", "chart", "depth"}


def test_a_window_is_never_off_screen(qtbot):
    lost = QWidget()
    qtbot.addWidget(lost)
    lost.show()
    lost.setGeometry(20_000, -9_000, 9_000, 9_000)
    clamp(lost)
    room = QApplication.primaryScreen().availableGeometry()
    assert room.contains(lost.geometry())
