"""What became of what a panel asked for, ladder or chart: only a refusal is worth words, the rest is seen on rows and lines.

Invariants: an order is waited for under the client order id of its click, a cancel or a move under the order's number, and only refusals
that are later than the asking count; what is answered is forgotten, and never more than MOST are waited for.
"""

from typing import Protocol

from core.domain.enums import OrderState
from core.domain.instrument import Instrument
from core.messages.commands import CancelAllOrders, CancelOrder, PlaceOrder, ReplaceOrder
from core.projections.ticket_pictures import Fate, Refused
from widgets import labels
from widgets.tongue import tr
from widgets.untaken import NOT_TAKEN

MOST = 16
"""Chosen: more clicks than a hand makes before the first of them is answered."""


class Counted(Protocol):
    @property
    def refusals(self) -> int: ...


class Answered(Counted, Protocol):
    """The part of a picture that answers; the fields are LadderPicture's."""

    @property
    def instrument(self) -> Instrument: ...
    @property
    def fates(self) -> tuple[Fate, ...]: ...
    @property
    def refused(self) -> tuple[Refused, ...]: ...


class Answers:
    """count: how often something was asked for. sent, about: what is waited for. since: the last refusal that is old news."""

    def __init__(self) -> None:
        self.count = self.since = 0
        self.sent: tuple[str, ...] = ()
        self.about: tuple[int, ...] = ()
        self._before: tuple[tuple[str, ...], tuple[int, ...]] = (self.sent, self.about)

    def asked(self, command: object, picture: Counted | None) -> None:
        self.count += 1
        self._before = self.sent, self.about
        if not self.about and picture is not None:
            self.since = picture.refusals
        if isinstance(command, PlaceOrder):
            self.sent = (*self.sent, command.client_order_id)[-MOST:]
        elif isinstance(command, CancelOrder | ReplaceOrder):
            self._wait_for(command.order_id)
        elif isinstance(command, CancelAllOrders):
            self._wait_for(0)

    def leave(self) -> str:
        """The core did not take what was asked just now: no answer to it is waited for. The sentence for that."""
        self.sent, self.about = self._before
        return tr(NOT_TAKEN.text)

    def hear(self, picture: Answered) -> str:
        """The sentence of the newest refusal, or nothing."""
        said = ""
        for fate in picture.fates:
            if fate.state is not OrderState.SENT and fate.client_order_id in self.sent:
                self.sent = tuple(name for name in self.sent if name != fate.client_order_id)
                said = _of_order(fate, picture.instrument) or said
        for one in sorted(picture.refused, key=lambda one: one.number):
            if one.number > self.since and one.order_id in self.about:
                self.since = one.number
                said = _of_request(one, picture.instrument)
        return said

    def _wait_for(self, order_id: int) -> None:
        self.about = (*(id for id in self.about if id != order_id), order_id)[-MOST:]


def _of_order(fate: Fate, instrument: Instrument) -> str:
    if fate.reason is not None:
        return labels.refusal(fate.reason, fate.limit, fate.value, instrument)
    return labels.REJECTION[fate.rejection] if fate.state is OrderState.REJECTED and fate.rejection is not None else ""


def _of_request(one: Refused, instrument: Instrument) -> str:
    if one.reason is not None:
        return labels.request_refused(one.request, labels.refusal(one.reason, one.limit, one.value, instrument))
    return labels.request_rejected(one.request, labels.REJECTION[one.rejection]) if one.rejection is not None else ""
