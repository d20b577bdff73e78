"""Workspaces: a layout of several windows comes back, a useless file costs the layout only, no window is off screen, undo."""

import json
import random

import msgspec
import pytest
from PySide6.QtCore import QEvent, QRect
from PySide6.QtWidgets import QApplication, QWidget

from app import fronts, workspace_file
from app.layout import TREES, panels_of
from app.layout_history import LayoutHistory, standing
from app.workspace import Workspace, capture
from tests.app.plain_panels import IDS, opened, seen, table


@pytest.fixture
def window(qtbot):
    made = opened(qtbot, table())
    yield made
    for number in list(made.docking.sides):
        made.docking.close_side(number)
    QApplication.instance().setStyleSheet("")


@pytest.fixture
def other(qtbot):
    made = opened(qtbot, table())
    yield made
    for number in list(made.docking.sides):
        made.docking.close_side(number)


def file(tmp_path):
    return tmp_path / "workspace.json"


# round trip -------------------------------------------------------------------------------------------------------------


def test_layout_comes_back(window, other, qtbot, tmp_path):
    kept = Workspace(file(tmp_path))
    window.docks["tape"].close()
    window.tabifyDockWidget(window.docks["orders"], window.docks["fills"])
    window.docks["fills"].raise_()
    window.choose_theme("light-classic")
    assert kept.save(window) == ""
    assert [path.name for path in tmp_path.iterdir()] == ["workspace.json"]
    assert kept.restore(other) == ""
    qtbot.waitUntil(lambda: seen(other) == set(IDS) - {"tape", "orders"})
    assert other.theme.name == "light-classic"
    assert other.docks["orders"] in other.tabifiedDockWidgets(other.docks["fills"])


def test_windows_twins_floats_and_links_come_back(window, other, qtbot, tmp_path):
    kept = Workspace(file(tmp_path))
    twin = window.docking.duplicate(window.docks["chart"])
    window.docking.link(twin, "B")
    window.docking.link(window.docks["ladder"], "")
    window.docking.send(twin, 0)
    window.docking.sides[2].setGeometry(60, 50, 500, 400)
    window.docking.send(window.docks["depth"], 2)
    window.docking.send(window.docks["health"], 0)
    window.docks["tape"].setFloating(True)
    assert kept.save(window) == ""
    assert kept.restore(other) == ""
    assert sorted(other.docking.sides) == [2, 3]
    assert {dock.key: dock.link for dock in other.docks.values() if dock.panel.linked} == {
        "watchlist": "A", "chart": "A", "ladder": "", "chart.2": "B",
    }
    assert {key for key, dock in other.docks.items() if dock.parentWidget() is other.docking.sides[2]} == {"chart.2", "depth"}
    assert other.docks["tape"].isFloating()
    assert "chart.2" in seen(other)
    before, after = capture(window), capture(other)
    assert [(one.number, one.panels) for one in after.windows] == [(one.number, one.panels) for one in before.windows]
    assert standing(other).structure == standing(window).structure
    assert other.docking.sides[2].geometry() == QRect(60, 50, 500, 400)
    assert kept.save(other) == ""
    assert capture(other) == after


def test_a_twin_that_floats_comes_back_floating_also_at_once(window, qtbot, tmp_path):
    """At once: before the event loop could take away the twin that went with the layout before."""
    kept = Workspace(file(tmp_path))
    twin = window.docking.duplicate(window.docks["chart"])
    twin.setGeometry(80, 70, 420, 300)
    assert kept.save(window) == ""
    stood = standing(window)
    assert kept.show(window, "Watch") == ""
    assert "chart.2" not in window.docks
    assert kept.restore(window) == ""
    assert window.docks["chart.2"].isFloating()
    qtbot.waitUntil(lambda: standing(window).same(stood))


def test_a_twin_of_a_panel_without_a_place_comes_back_floating(window, qtbot, tmp_path):
    """A workspace was shown that does not have the panel, and its place went with the one before."""
    kept = Workspace(file(tmp_path))
    window.arrange("Train")
    first = window.docking.dock("depth")
    assert first.isHidden() and not fronts.has_place(window, first)
    assert window.docking.duplicate(first).isFloating()
    stood = standing(window)
    assert kept.save(window) == kept.show(window, "Watch") == kept.restore(window) == ""
    qtbot.waitUntil(lambda: standing(window).same(stood))


def test_a_file_says_nothing_that_changes_with_program_or_language(window, tmp_path):
    Workspace(file(tmp_path)).save(window)
    found = json.loads(file(tmp_path).read_text())
    assert sorted(found) == ["memos", "name", "theme", "untouched", "version", "windows"]
    assert sorted(found["windows"][0]) == ["maximised", "number", "panels", "place", "sizes", "state"]
    assert [one["key"] for one in found["windows"][0]["panels"]] == sorted(IDS)


@pytest.mark.parametrize("name", TREES)
@pytest.mark.parametrize("width", [1280, 1600])
def test_built_in_workspaces_stand_and_show_what_they_are_for(window, qtbot, name, width):
    window.resize(width, 800)
    window.docking.duplicate(window.docks["chart"])
    window.docking.send(window.docks["depth"], 0)
    window.arrange(name)
    qtbot.waitUntil(lambda: not window.docking.sides)
    open_keys = {key for key, dock in window.docks.items() if not dock.isHidden()}
    assert open_keys == set(panels_of(name, width)) & set(IDS)
    assert "kill" in seen(window)
    if name != "Watch":
        assert {"ladder", "ticket"} <= seen(window)
    else:
        assert "ticket" not in open_keys
    for dock in window.docks.values():
        if dock.is_seen():
            assert window.rect().contains(dock.geometry()), dock.key


# named ------------------------------------------------------------------------------------------------------------------


def test_named_workspaces(window, tmp_path):
    kept = Workspace(file(tmp_path))
    window.docks["tape"].close()
    for name in ("Morning ☀ / 100%", "../evil", "con.txt", "..."):
        assert kept.save_as(window, name) == ""
    assert {path.parent for path in kept.folder.iterdir()} == {kept.folder}
    assert kept.names() == ["...", "../evil", "con.txt", "morning ☀ / 100%"]
    window.arrange("Train")
    assert kept.show(window, "MORNING ☀ / 100%") == ""
    assert window.workspace_name == "Morning ☀ / 100%"
    assert "ticket" in seen(window) and "tape" not in seen(window)
    assert kept.forget("...") == "" and "..." not in kept.names()
    assert kept.forget("Trade") == "Trade is built in and stays."
    assert kept.show(window, "nowhere") == "There is no workspace nowhere."
    for name in ("", "  ", "x" * 41, "a\nb", "a\u202eb", "trade"):
        assert kept.save_as(window, name).endswith(("name.", "seen.", "choose another name."))
    assert len(kept.names()) == 3


def test_a_named_workspace_leaves_the_colours_alone(window, tmp_path):
    kept = Workspace(file(tmp_path))
    kept.save_as(window, "mine")
    window.choose_theme("light")
    kept.show(window, "mine")
    assert window.theme.name == "light"


# useless files ----------------------------------------------------------------------------------------------------------

ONE = '{"version":2,"name":"x","theme":"","windows":[%s]}'
EMPTY_WINDOW = '{"number":%d,"place":[0,0,1,1],"maximised":false,"state":"","panels":[%s]}'
USELESS = {
    "empty": "", "cut": "{", "keys are missing": '{"version": 2}', "the future": '{"version":9,"windows":[],"new":true}',
    "the past": '{"version":1,"geometry":"AAAA","state":"AAAA","theme":"dark","open_panels":[]}', "another thing": "[1, 2]",
    "bytes": "\x00\xff", "an extra key": '{"version":2,"name":"","theme":"","windows":[],"extra":1}', "no window": ONE % "",
    "a state that is none": ONE % EMPTY_WINDOW % (1, ""), "only a side window": ONE % EMPTY_WINDOW % (2, ""),
    "twice one window": ONE % f"{EMPTY_WINDOW % (1, '')},{EMPTY_WINDOW % (1, '')}",
    "twice one panel": ONE % (EMPTY_WINDOW % (1, '{"key":"tape","link":"A"},{"key":"tape","link":"B"}')),
    "a place far away": ONE % EMPTY_WINDOW.replace("0,0", "1e300,0") % (1, ""), "half a string": '{"version":2,"name":"\\ud800"',
    "deep": "[" * 100_000,
}


@pytest.mark.parametrize("text", USELESS.values(), ids=USELESS)
def test_a_useless_file_costs_the_layout_only_and_is_kept(window, tmp_path, text):
    file(tmp_path).write_text(text)
    written = file(tmp_path).read_bytes()
    window.docks["tape"].close()
    sentence = Workspace(file(tmp_path)).restore(window)
    assert sentence.startswith("The saved layout workspace.json ")
    assert sentence.endswith("the built-in one is shown, and the file is kept as workspace.json.aside-1.")
    assert "\n" not in sentence and len(sentence) < 300
    # In a wide window health stands behind the fills.
    assert seen(window) == set(IDS) - {"health"}
    assert [path.name for path in tmp_path.iterdir()] == ["workspace.json.aside-1"]
    assert (tmp_path / "workspace.json.aside-1").read_bytes() == written


def test_a_link_that_a_hand_wrote_wrong_is_said_and_the_file_is_kept(window, tmp_path):
    kept = Workspace(file(tmp_path))
    kept.save(window)
    edited = file(tmp_path).read_text().replace('"key": "chart",\n          "link": "A"', '"key": "chart",\n          "link": "Q"')
    assert '"Q"' in edited
    file(tmp_path).write_text(edited)
    assert kept.restore(window) == (
        "The saved layout workspace.json links a panel to a group that does not exist (Q): the built-in one is shown, "
        "and the file is kept as workspace.json.aside-1."
    )
    assert (tmp_path / "workspace.json.aside-1").read_text() == edited


def test_a_second_useless_file_does_not_replace_the_first(window, tmp_path):
    for number in (1, 2):
        file(tmp_path).write_text(str(number))
        Workspace(file(tmp_path)).restore(window)
    assert sorted(path.name[-1] for path in tmp_path.iterdir()) == ["1", "2"]


def test_whatever_a_hand_does_to_a_file_the_window_stands(window, other, tmp_path):
    """Cut anywhere, or with any byte changed, it is used or kept aside; it never raises, and what trades can be had back."""
    window.docking.send(window.docking.duplicate(window.docks["chart"]), 0)
    kept = Workspace(file(tmp_path))
    kept.save(window)
    whole = file(tmp_path).read_bytes()
    chance = random.Random(7)
    for _ in range(40):
        at = chance.randrange(len(whole))
        broken = whole[:at] if chance.random() < 0.5 else whole[:at] + bytes([chance.randrange(256)]) + whole[at + 1 :]
        file(tmp_path).write_bytes(broken)
        kept.restore(other)
        other.arrange("Trade")
        assert seen(other) >= {"ladder", "chart", "ticket", "kill", "orders"}


def test_places_written_by_hand_are_brought_onto_a_screen(window, tmp_path):
    kept = Workspace(file(tmp_path))
    kept.save(window)
    layout = workspace_file.read(file(tmp_path))
    first = msgspec.structs.replace(layout.windows[0], place=(90_000, -90_000, 90_000, 90_000))
    workspace_file.write(file(tmp_path), msgspec.structs.replace(layout, windows=[first]))
    assert kept.restore(window) == ""
    assert QApplication.primaryScreen().availableGeometry().intersects(window.geometry())


def test_no_file_is_no_complaint(window, tmp_path):
    assert Workspace(tmp_path / "none.json").restore(window) == ""


def test_a_folder_that_cannot_be_written_is_told(window, tmp_path):
    (tmp_path / "file").write_text("")
    assert "could not be saved" in Workspace(tmp_path / "file" / "workspace.json").save(window)


def test_panels_that_are_gone_are_named(window, qtbot, tmp_path):
    kept = Workspace(file(tmp_path))
    kept.save(window)
    smaller = opened(qtbot, table()[:4])
    assert "fills" in kept.restore(smaller)
    assert seen(smaller) == {"watchlist", "ladder", "chart", "depth"}


# twins, windows --------------------------------------------------------------------------------------------------


def test_twins_have_a_number_and_an_end(window):
    for _ in range(20):
        window.docking.duplicate(window.docks["chart"])
    assert sum(dock.panel.id == "chart" for dock in window.docks.values()) == 9
    assert window.docks["chart.9"].windowTitle() == "Chart 9"
    window.docks["chart.4"].close()
    assert "chart.4" not in window.docks
    assert window.docking.duplicate(window.docks["chart"]).key == "chart.4"
    assert window.docking.dock("chart.10") is None and window.docking.dock("chart.x") is None and window.docking.dock("no") is None


def test_a_further_window_has_the_banner_the_keys_and_the_cover(window, qtbot):
    window.docking.send(window.docks["chart"], 0)
    side = window.docking.sides[2]
    assert "chart" in seen_keys(window) and "banner2.kill" in seen_keys(window)
    assert window.actions_by_id["stop"] in side.actions()
    sheet = QWidget(window)
    window.cover(sheet)
    assert side.isHidden() and "chart" not in seen_keys(window)
    window.cover(None)
    assert not side.isHidden() and "chart" in seen_keys(window)
    side.close()
    assert not window.docking.sides and "chart" in seen_keys(window), "back at its place"
    window.focus_panel("chart")
    qtbot.waitUntil(lambda: "chart" in seen(window))
    for _ in range(6):
        window.docking.send(window.docking.duplicate(window.docks["chart"]), 0)
    assert sorted(window.docking.sides) == [2, 3, 4, 5]


def seen_keys(window):
    return {key for key, _, _ in window.visible_views()}


def test_what_a_cover_hides_is_kept_as_open(window, other, tmp_path):
    kept = Workspace(file(tmp_path))
    window.docks["tape"].setFloating(True)
    window.docking.send(window.docks["chart"], 0)
    window.cover(QWidget(window))
    assert kept.save(window) == ""
    window.cover(None)
    assert kept.restore(other) == ""
    assert other.docks["tape"].isFloating() and not other.docks["tape"].isHidden() and not other.docking.sides[2].isHidden()


# undo -------------------------------------------------------------------------------------------------------------------


@pytest.fixture
def history(window):
    made = LayoutHistory(window)
    made.begin()
    return made


def settle():
    QApplication.sendPostedEvents(None, QEvent.Type.User)


def test_layout_changes_can_be_undone_and_done_again(window, history, qtbot):
    start = seen(window)
    window.docks["tape"].close()
    settle()
    twin = window.docking.duplicate(window.docks["chart"])
    window.docking.link(twin, "D")
    settle()
    window.docking.send(window.docks["health"], 0)
    settle()
    window.arrange("Train")
    settle()
    assert history.undo()
    assert "health" in seen(window) and list(window.docking.sides) == [2]
    assert history.undo()
    assert not window.docking.sides and window.docks["chart.2"].link == "D"
    assert history.undo()
    assert "chart.2" not in window.docks and "tape" not in seen(window)
    assert history.undo()
    qtbot.waitUntil(lambda: seen(window) == start)
    assert not history.undo()
    for _ in range(4):
        assert history.redo()
    assert not history.redo()
    assert window.workspace_name == "Train" and {"fills", "depth"}.isdisjoint(seen(window))
    assert history.undo()
    window.docks["orders"].close()
    settle()
    assert not history.redo()


def test_undo_does_not_move_the_window_or_its_colours(window, history):
    window.docks["tape"].close()
    settle()
    window.choose_theme("light")
    window.move(60, 40)
    place = window.geometry()
    assert history.undo()
    assert (window.geometry(), window.theme.name) == (place, "light")
