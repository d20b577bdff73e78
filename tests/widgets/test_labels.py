"""Every code that can reach a screen has words."""

from enum import IntEnum

import pytest

from core.domain.enums import CancelReason, Liquidity, OrderState, OrderType, TimeInForce
from core.messages.rejections import Rejection
from widgets import labels


@pytest.mark.parametrize(("codes", "words"), [
    (OrderType, labels.ORDER_TYPE), (TimeInForce, labels.TIME_IN_FORCE), (OrderState, labels.ORDER_STATE),
    (Liquidity, labels.LIQUIDITY), (CancelReason, labels.CANCEL_REASON), (Rejection, labels.REJECTION),
])
def test_every_code_has_words(codes: type[IntEnum], words: dict[IntEnum, str]) -> None:
    assert list(words) and set(codes) == set(words)
    assert len(set(words.values())) == len(words)
