"""Strips at the top of the real window come and go: panels stand afterwards exactly where they stood, also when a layout was undone,
done again, changed or brought back meanwhile."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.layout import TREES
from app.layout_history import LayoutHistory
from app.strips import Strips
from app.workspace import Workspace
from app.workspaces import Workspaces
from tests.app.plain_panels import opened
from widgets.offer import Choice, Question
from widgets.panels import PANELS

pytestmark = pytest.mark.window_only

SIZES = ((1024, 700), (1280, 720), (1600, 900), (1920, 1080))
AS_LARGE_AS_THE_SCREEN_ALLOWS = (1024, 760)
STRIPS = ("notice", "notices", "question", "both")
VERTICAL = Qt.Orientation.Vertical
ANSWERS = (Choice("yes", "Yes", "It is done"), Choice("", "No", "Nothing is done"))


@pytest.fixture
def real(qtbot):
    yield opened(qtbot, PANELS)
    QApplication.instance().setStyleSheet("")


def turn():
    """Everything that waits is laid out."""
    for _ in range(4):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def places(window):
    """Of all open docks; one behind a tab has none until it is raised."""
    return {key: dock.geometry() if dock.is_seen() else None for key, dock in window.docks.items() if window.is_open(dock)}


def put(window, strip):
    if strip == "notices":
        window.banner.notice.tell(["Something is to be read.", "Something else takes some words to be said. " * 10])
    elif strip != "question":
        window.show_notice("Something is to be read.")
    if strip in ("question", "both"):
        words = "It takes some words to say it. " * 8
        window.offers.ask(Question("matter", "Something is asked", words, ANSWERS, lambda choice, typed: None))
    turn()


def take(window, strip):
    if strip == "notices":
        window.banner.notice._next.click()
        turn()
        window.banner.notice._dismiss.click()
        turn()
    if strip != "question":
        window.banner.notice._dismiss.click()
    if strip in ("question", "both"):
        window.offers.answer("")
    turn()


def with_history(window):
    history = LayoutHistory(window)
    history.begin()
    turn()
    return history


def drag(window, upper, lower, by):
    """As a border between two panels that is dragged, and let go."""
    window.resizeDocks(
        [window.docks[upper], window.docks[lower]], [window.docks[upper].height() + by, window.docks[lower].height() - by],
        VERTICAL,
    )
    turn()
    window.docking.changed.emit()
    turn()


@pytest.mark.parametrize("name", list(TREES))
@pytest.mark.parametrize("size", SIZES)
def test_a_strip_that_came_and_went_leaves_every_panel_where_it_stood(real, size, name):
    Strips(real)
    real.resize(*size)
    turn()
    real.arrange(name)
    turn()
    stood = places(real)
    for strip in STRIPS * 2:
        put(real, strip)
        assert places(real) != stood
        take(real, strip)
        assert places(real) == stood, strip


def test_one_strip_that_goes_before_the_other_changes_nothing(real):
    Strips(real)
    stood = places(real)
    put(real, "both")
    take(real, "notice")
    assert places(real) != stood
    take(real, "question")
    assert places(real) == stood


def test_a_strip_is_no_change_of_the_layout(real):
    history = with_history(real)
    told = []
    real.layout_changed.connect(lambda: told.append(1))
    stood = places(real)
    put(real, "question")
    history.look()
    take(real, "question")
    history.look()
    assert told == [] and not history.undo() and places(real) == stood


@pytest.mark.parametrize("name", list(TREES))
@pytest.mark.parametrize("size", SIZES)
def test_undo_below_a_strip_gives_the_layout_before_exactly(qtbot, real, size, name):
    """Twice: with a look of the history while the strip stands there, and a panel closed before and after it came."""
    real.resize(*size)
    real.arrange(name)
    turn()
    history = with_history(real)
    first = places(real)
    real.docks["orders"].close()
    turn()
    second = places(real)
    put(real, "question")
    history.look()
    real.docks["ladder"].close()
    turn()
    assert history.undo()
    take(real, "question")
    assert places(real) == second
    put(real, "both")
    assert history.undo()
    turn()
    assert places(real) != first
    take(real, "both")
    assert places(real) == first


def test_what_was_changed_below_a_strip_can_be_undone_and_done_again_after_it(real):
    history = with_history(real)
    first = places(real)
    put(real, "question")
    real.docks["depth"].close()
    turn()
    below = places(real)
    history.look()
    turn()
    assert places(real) == below
    take(real, "question")
    second = places(real)
    assert history.undo()
    turn()
    assert places(real) == first
    assert history.redo()
    turn()
    assert places(real) == second
    put(real, "notice")
    assert history.undo() and history.redo()
    turn()
    take(real, "notice")
    assert places(real) == second


def test_a_border_dragged_below_a_strip_stays_dragged(real):
    history = with_history(real)
    first = places(real)
    put(real, "notice")
    drag(real, "chart", "depth", -30)
    dragged = places(real)
    assert history.undo()
    turn()
    assert history.redo()
    turn()
    assert places(real) == dragged
    take(real, "notice")
    assert places(real) != first
    assert history.undo()
    turn()
    assert places(real) == first


def test_a_border_dragged_after_the_window_was_resized_can_be_undone(real):
    """The history took the new size for the whole of the change."""
    history = with_history(real)
    real.resize(1500, 850)
    turn()
    drag(real, "chart", "depth", -30)
    assert history.undo()


@pytest.mark.parametrize("name", list(TREES))
def test_a_saved_workspace_shown_below_a_strip_stands_as_without_it(real, tmp_path, name):
    workspaces = Workspaces(real, tmp_path, print)
    workspaces.open()
    real.resize(*AS_LARGE_AS_THE_SCREEN_ALLOWS)
    real.arrange(name)
    turn()
    real.docks["orders"].close()
    turn()
    workspaces.workspace.save_as(real, "mine")
    real.ask_workspace("show", "mine")
    turn()
    stood = places(real)
    real.ask_workspace("show", "Watch" if name == "Trade" else "Trade")
    turn()
    put(real, "both")
    real.ask_workspace("show", "mine")
    turn()
    take(real, "both")
    assert places(real) == stood
    workspaces.close()


def test_the_last_layout_brought_back_by_the_strip_that_offers_it_is_exact(qtbot, real, tmp_path):
    real.resize(*AS_LARGE_AS_THE_SCREEN_ALLOWS)
    turn()
    workspaces = Workspaces(real, tmp_path, print)
    workspaces.open()
    drag(real, "chart", "depth", -30)
    stood = places(real)
    workspaces.save()
    again = opened(qtbot, PANELS)
    again.resize(*AS_LARGE_AS_THE_SCREEN_ALLOWS)
    later = Workspaces(again, tmp_path, print)
    later.open()
    turn()
    assert again.offers.is_waiting("last_layout")
    again.offers.answer("back")
    turn()
    assert places(again) == stood
    for one in (later, workspaces):
        one.close()


def test_a_floating_panel_stays_where_it_was_put_while_a_strip_stood(real):
    Strips(real)
    real.docks["depth"].setFloating(True)
    turn()
    put(real, "notice")
    real.docks["depth"].move(200, 150)
    put_at = real.docks["depth"].geometry()
    take(real, "notice")
    assert real.docks["depth"].geometry() == put_at


def test_a_panel_that_was_dragged_just_before_the_strip_went_stays_there(real):
    """The history looks when everything has moved; a strip that goes earlier must not undo it."""
    with_history(real)
    put(real, "notice")
    stood = real.docks["chart"].height()
    real.resizeDocks([real.docks["chart"], real.docks["depth"]], [stood - 60, real.docks["depth"].height() + 60], VERTICAL)
    turn()
    real.docking.changed.emit()
    take(real, "notice")
    assert real.docks["chart"].height() < stood - 20


@pytest.mark.parametrize("name", list(TREES))
@pytest.mark.parametrize("size", [SIZES[0], AS_LARGE_AS_THE_SCREEN_ALLOWS])
def test_a_saved_workspace_comes_back_to_the_pixel_also_beside_panels_that_it_does_not_have(real, tmp_path, size, name):
    workspace = Workspace(tmp_path / "workspace.json")
    real.resize(*size)
    real.arrange(name)
    turn()
    for key in [key for key, dock in real.docks.items() if dock.is_seen()][::3]:
        real.docks[key].close()
        turn()
    before = places(real)
    assert workspace.save_as(real, "mine") == ""
    for between in TREES:
        real.arrange(between)
        turn()
        assert workspace.show(real, "mine") == ""
        turn()
        assert places(real) == before, between
