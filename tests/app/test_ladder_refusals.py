"""A click in the real ladder over the real core, and the sentence that comes back to it."""


import pytest

from core.domain.enums import Side
from tests.app.hands import Hands


def test_what_the_role_and_the_gate_refuse_is_said_in_the_ladder_that_asked(desk: Hands) -> None:
    ladder = desk.still()
    status = ladder.trade.status
    ladder.arm()
    ladder.trade.sizes.field.setText("100000")
    ladder.place(Side.BUY, ladder.picture.bid // 50 * 50)
    desk.until(lambda: "is above the limit of" in status.text())
    desk.signing.sit_as_demo("demo-operator")
    ladder.arm()
    ladder.trade.sizes.field.setText("0.01")
    ladder.place(Side.BUY, ladder.picture.bid // 50 * 50)
    desk.until(lambda: "role" in status.text().lower() or "may not" in status.text().lower() or "permit" in status.text().lower())
    ladder.cancel_all(None)
    desk.until(lambda: status.text().startswith("cancel all orders refused: "))


def test_what_the_core_has_no_room_for_is_said_in_the_panel_that_asked_and_in_no_other(
    desk: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    ladder = desk.still()
    dock = desk.window.docking.docks["ladder"]
    twin = desk.window.docking.duplicate(dock)
    assert twin is not None
    other = twin.view
    desk.until(lambda: other.picture is not None)
    ladder.arm()
    ladder.trade.sizes.field.setText("0.01")
    monkeypatch.setattr("app.core_thread.INBOX_LIMIT", 0)
    ladder.place(Side.BUY, ladder.picture.bid // 50 * 50)
    assert ladder.trade.status.text().startswith("Not sent: the core did not take it.") and not ladder.look().sent
    assert "Not sent" not in other.trade.status.text()
    assert "inbox is full" in desk.terminal.assembly.session.notice
    monkeypatch.undo()
    ladder.place(Side.BUY, ladder.picture.bid // 50 * 50 - 5_000)
    assert ladder.look().sent
    desk.until(lambda: not ladder.look().sent)
