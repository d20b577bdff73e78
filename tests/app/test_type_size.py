"""What the built-in workspaces have room for at larger type, and that they are laid out again when it changes while the window runs."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from app import layout, theme
from app.workspaces import Workspaces
from tests.app.plain_panels import opened
from widgets import lengths
from widgets.panels import PANELS

pytestmark = pytest.mark.window_only


@pytest.fixture
def window(qtbot):
    made = opened(qtbot, PANELS)
    made.resize(1910, 1000)
    made.arrange("Trade")
    settle()
    yield made
    lengths.resize(100, "compact")
    theme.apply(QApplication.instance(), made.theme)


@pytest.fixture
def workspaces(window, tmp_path):
    told: list[str] = []
    made = Workspaces(window, tmp_path, told.append)
    made.open()
    yield made
    made.close()


def settle():
    QApplication.sendPostedEvents(None, QEvent.Type.User)
    QApplication.processEvents()


def grow(window, percent):
    lengths.resize(percent, "compact")
    theme.apply(QApplication.instance(), window.theme)
    window.renew()
    settle()


def whole(window, id):
    """Whether it has the room that its content needs, beside a few pixels of frame."""
    dock = window.docks[id]
    view = dock.view.minimumSizeHint()
    has = dock.size()
    return dock.is_seen() and has.width() >= view.width() and has.height() - dock.title.height() >= view.height()


def test_a_workspace_nobody_changed_is_laid_out_again(window, workspaces):
    """The settings, opened to choose the size, are no change, and stay."""
    window.focus_panel("settings")
    settle()
    grow(window, 150)
    assert not window.docks["settings"].isHidden()
    for id in ("ladder", "ticket", "kill", "orders"):
        assert whole(window, id), (id, window.docks[id].size(), window.docks[id].view.minimumSizeHint())
    assert not window.offers.is_waiting("type_size")
    assert workspaces.history.undo()
    grow(window, 100)


def test_to_who_changed_it_that_is_offered_once(window, workspaces):
    window.docks["tape"].close()
    settle()
    grow(window, 150)
    grow(window, 175)
    assert window.docks["tape"].isHidden() and window.offers.is_waiting("type_size")
    window.offers.answer("again")
    settle()
    assert not window.offers.is_waiting("type_size") and not window.docks["tape"].isHidden() and whole(window, "ladder")


def test_at_double_size_ladder_and_chart_are_whole_and_the_blotter_has_rows(window, workspaces):
    grow(window, 200)
    ticket, chart = (window.docks[id] for id in ("ticket", "chart"))
    assert whole(window, "ladder") and chart.is_seen() and whole(window, "orders")
    assert ticket.width() >= ticket.view.minimumSizeHint().width(), "nothing of a price or a button is cut"
    assert chart.width() >= 0.9 * chart.view.minimumSizeHint().width()


def trade(window, percent, size):
    grow(window, percent)
    window.resize(*size)
    window.arrange("Trade")
    settle()


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("size", [(1280, 720), (1280, 800)])
def test_in_a_small_window_ladder_and_ticket_have_their_width(window, percent, size):
    trade(window, percent, size)
    for id in layout.TRADING:
        dock = window.docks[id]
        assert dock.is_seen() and dock.width() >= dock.view.minimumSizeHint().width(), id


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_send_and_what_is_said_of_the_order_need_no_scrolling(window, percent, size):
    trade(window, percent, size)
    parts = window.docks["ticket"].view.parts
    for part in (parts.preview, parts.notes, parts.send):
        assert part.visibleRegion().boundingRect() == part.rect(), part.accessibleName()


def test_untouched_is_kept_with_the_layout(window, workspaces, tmp_path):
    assert window.docking.untouched
    window.docks["tape"].close()
    settle()
    assert not window.docking.untouched
    assert workspaces.history.undo()
    assert window.docking.untouched, "as the workspace put them"
    workspaces.save()
    window.docking.untouched = False
    assert workspaces.workspace.restore(window) == "" and window.docking.untouched
