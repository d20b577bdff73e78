"""The fence: what was approved before an engagement that concerns it does not leave, whatever became of that since."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.enums import OrderType, Side, TimeInForce
from core.domain.instrument import Instrument
from core.domain.scope import parse_scope
from core.edge.fence import held_back, may_leave
from core.journal.latch import Latch
from core.messages.events import OrderSent
from core.messages.origin import Origin
from core.messages.stopping import SendFenced

BTC = Instrument(1, "BTC-USD", "COINBASE", "BTC", "USD", 2, 8, 1, 1)  # type: ignore[arg-type]
CONCERNS = (
    "everything", "venue:COINBASE", "instrument:BTC-USD", "account:3", "trader:ann", "strategy:maker", "desk:rates", "session:line 1",
    "order:17", "order:mine",
)


def sent(epoch: int) -> OrderSent:
    origin = Origin("ann", "rates", "maker", session="line 1")
    return OrderSent(  # type: ignore[call-arg]
        17, "mine", 3, 1, Side.BUY, OrderType.LIMIT, 5, 100, TimeInForce.GTC, 0, None, 0, origin, 0, epoch  # type: ignore[arg-type]
    )


@pytest.mark.parametrize("scope", CONCERNS)
def test_each_scope_holds_back_what_was_approved_before_it(tmp_path: Path, scope: str) -> None:
    latch, edge = Latch(tmp_path / "kill.latch", False), Latch(tmp_path / "kill.latch", False)
    assert held_back(sent(0), BTC, edge.newest_for) is None
    number = latch.engage("risk", parse_scope(scope))
    assert held_back(sent(0), BTC, edge.newest_for) == SendFenced(17, 0, number)  # type: ignore[arg-type]
    assert held_back(sent(number), BTC, edge.newest_for) is None
    latch.release(number)
    assert held_back(sent(0), BTC, edge.newest_for) is not None


def test_what_does_not_concern_it_lets_it_leave(tmp_path: Path) -> None:
    latch = Latch(tmp_path / "kill.latch", False)
    for scope in ("instrument:ETH-USD", "trader:bob", "account:1", "order:18", "session:line 2", "desk:fx", "strategy:taker", "venue:X"):
        latch.engage("risk", parse_scope(scope), sync=False)
    assert held_back(sent(0), BTC, latch.newest_for) is None


@given(epoch=st.integers(0, 9), newest=st.integers(0, 9))
def test_only_a_newer_number_holds_back(epoch: int, newest: int) -> None:
    assert may_leave(epoch, newest) == (newest <= epoch)
