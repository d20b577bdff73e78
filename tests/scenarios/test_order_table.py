"""Every row of the table of moves is played in some conversation, and every reason, anomaly and kind of trigger is told in one."""

import pytest

from core.domain.enums import AnomalyKind, LegState, OrderState
from core.domain.order_state import IN_FLIGHT, NEXT, OPEN, Happening
from core.domain.triggers import TriggerKind
from core.machine.desk import oms
from core.messages.reasons import Reason
from tests.scenarios.conversation import Conversation
from tests.scenarios.test_conversations import FOLDER

UNTOLD = (Reason.TOO_MANY_REQUESTS,)
"""A hundred requests: tests/core/test_people.py."""


class Noting(dict[tuple[OrderState, Happening], OrderState]):
    """Which rows were looked up."""

    def __init__(self) -> None:
        super().__init__(NEXT)
        # The one that most orders make first is looked up once, when the program starts.
        self.used: set[tuple[OrderState, Happening]] = {(OrderState.SENT, Happening.ACCEPTED)}

    def get(self, key, default=None):  # type: ignore[no-untyped-def, override]
        self.used.add(key)
        return super().get(key, default)


def test_every_row_is_played(monkeypatch: pytest.MonkeyPatch) -> None:
    if not oms.__file__.endswith(".py"):
        pytest.skip("a compiled core keeps its own table")
    noting = Noting()
    monkeypatch.setattr(oms, "NEXT", noting)
    for path in sorted(FOLDER.glob("*.txt")):
        Conversation().play(path.read_text())
    assert sorted(NEXT.keys() - noting.used) == []


def test_every_reason_and_anomaly_is_told() -> None:
    text = "\n".join(path.read_text() for path in sorted(FOLDER.parent.rglob("*.txt")))
    missing = [reason.name for reason in Reason if f"reason={reason.name}" not in text and reason not in UNTOLD]
    missing += [kind.name for kind in TriggerKind if f" kind={kind.name} severity" not in text]
    missing += [kind.name for kind in AnomalyKind if f"kind={kind.name}" not in text]
    missing += [state.name for state in LegState if f"state={state.name}" not in text]
    assert missing == []


def test_a_part_moves_no_order_from_state_to_state() -> None:
    assert [was for (was, happening), state in NEXT.items() if happening is Happening.FILLED_PART and state is not was] == []


def test_what_is_final_is_left_by_nothing_and_what_is_open_can_end() -> None:
    assert set(IN_FLIGHT) < set(OPEN)
    for (state, happening), following in NEXT.items():
        assert state in OPEN or (following is state and happening is Happening.FILLED_PART)
    for state in OPEN:
        assert {NEXT.get((state, end)) for end in (Happening.FILLED_WHOLE, Happening.CANCELLED, Happening.EXPIRED)} == {
            OrderState.FILLED, OrderState.CANCELLED, OrderState.EXPIRED
        }
