"""Every code that can reach a screen has words."""

from enum import IntEnum

import pytest

from core.domain.enums import CancelReason, Liquidity, OrderState, OrderType, Phase, PhaseCause, PostOnly, TimeInForce, TriggerBy
from core.domain.instrument import Instrument
from core.domain.limits import Rule
from core.domain.scope import ScopeKind
from core.domain.units import InstrumentId
from core.messages.limits import Condition, Restriction
from core.messages.reasons import Reason
from core.messages.rejections import Rejection
from widgets import labels

COIN = Instrument(InstrumentId(1), "BTC-USD", "coinbase", "BTC", "USD", 2, 8, 1, 1)


@pytest.mark.parametrize(("codes", "words"), [
    (OrderType, labels.ORDER_TYPE), (TimeInForce, labels.TIME_IN_FORCE), (OrderState, labels.ORDER_STATE),
    (Liquidity, labels.LIQUIDITY), (CancelReason, labels.CANCEL_REASON), (Rejection, labels.REJECTION),
    (Rule, labels.RULE), (ScopeKind, labels.SCOPE_KIND), (Condition, labels.CONDITION), (Restriction, labels.RESTRICTION),
    (Phase, labels.PHASE), (PhaseCause, labels.PHASE_CAUSE),
    (TriggerBy, labels.TRIGGER_BY), (PostOnly, labels.POST_ONLY), (TimeInForce, labels.TIME_IN_FORCE_SAYS),
])
def test_every_code_has_words(codes: type[IntEnum], words: dict[IntEnum, str]) -> None:
    assert list(words) and set(codes) == set(words)
    assert len(set(words.values())) == len(words)


@pytest.mark.parametrize("reason", list(Reason), ids=lambda reason: reason.name)
@pytest.mark.parametrize("instrument", [None, COIN], ids=["none", "one"])
def test_every_refusal_is_a_sentence(reason: Reason, instrument: Instrument | None) -> None:
    sentence = labels.refusal(reason, 300, 450, instrument)
    assert sentence.endswith(".") and reason.name not in sentence and (sentence[0].isupper() or sentence[0].isdigit())
