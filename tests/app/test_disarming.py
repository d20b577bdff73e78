"""What one person armed is not armed for the next: every ladder, in every window."""

from typing import Any

import pytest
from PySide6.QtCore import Qt

from tests.app.hands import Hands


def ladders(desk: Hands) -> list[Any]:
    """Three of them armed: the first, a second one beside it, and one in a window of its own."""
    window, docking = desk.window, desk.window.docking
    window.focus_panel("ladder")
    first = docking.docks["ladder"]
    second, third = docking.duplicate(first), docking.duplicate(first)
    assert second is not None and third is not None
    docking.send(third, 1)
    second.setFloating(True)
    views = [dock.view for dock in (first, second, third)]
    for dock in (first, second, third):
        dock.show()
        dock.raise_()
    desk.until(lambda: all(view.isVisible() and view.picture is not None and view.picture.bid for view in views))

    def armed() -> bool:
        """Not while what came during the start is late, as on a busy machine."""
        for view in views:
            view.arm()
        return all(view.is_armed() for view in views)

    desk.until(armed)
    return views


@pytest.mark.parametrize("what", ["change", "lock", "out"])
def test_a_seat_that_is_asked_for_locked_or_left_disarms_every_ladder_with_a_sentence(desk: Hands, what: str) -> None:
    views = ladders(desk)
    heard: list[str] = []
    for view in views:
        view.arming.said.connect(heard.append)
    desk.window.ask_seat(what)
    assert desk.sheet.isVisible() and not any(view.is_armed() for view in views)
    assert len(heard) == 3 and set(heard) <= {"disarmed: the window was covered", "disarmed: another person sits here"}
    desk.bot.keyClick(desk.sheet, Qt.Key.Key_2)
    desk.until(lambda: desk.signing.seat.person == "demo-risk" and desk.sheet.isHidden())
    assert not any(view.is_armed() for view in views)


@pytest.mark.parametrize("what", ["change", "sit", "language"])
def test_an_armed_chart_is_disarmed_for_the_next_person_under_the_cover_and_in_another_language(desk: Hands, what: str) -> None:
    window = desk.window
    chart = window.view("chart")

    def armed() -> bool:
        """Not before there is a market, and not while what came during the start is late."""
        window.actions_by_id["chart_arm"].trigger()
        return bool(chart.is_armed())

    desk.until(armed)
    heard: list[str] = []
    chart.moving.arming.said.connect(heard.append)
    if what == "change":
        window.ask_seat("change")
    elif what == "sit":
        desk.signing.sit_as_demo("demo-risk")
    else:
        desk.terminal.speak("zh_CN")
        desk.terminal.speak("en")
    assert not window.view("chart").is_armed()
    # In another language it is a chart made anew.
    if what != "language":
        assert heard and set(heard) <= {"disarmed: the window was covered", "disarmed: another person sits here"}


def test_another_person_finds_no_ladder_armed(desk: Hands) -> None:
    views = ladders(desk)
    desk.signing.sit_as_demo("demo-risk")
    assert not any(view.is_armed() for view in views)
    assert {view.trade.status.text() for view in views} & {"disarmed: another person sits here"}
