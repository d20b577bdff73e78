"""The epoch fence: whether an order that was approved may still leave, asked by an edge right before it writes to the wire.

An order carries the number of the newest engagement that its approval knew. One that concerns it and is newer, lifted since or not,
holds it back: it was approved by somebody who did not know. An engagement that its approval knew does not (an order that only
reduces may pass one). Pure, but for what the latch says; the edge answers with SendFenced in place of the venue's answer.
Deliberately absent: cancels, which are never held back.
"""

from collections.abc import Callable

from core.domain.instrument import Instrument
from core.messages.events import OrderSent
from core.messages.stopping import SendFenced

NewestFor = Callable[..., int]
"""The latch's newest_for: number of the newest engagement for an order with these names, lifted or not."""


def may_leave(epoch: int, newest: int) -> bool:
    return newest <= epoch


def held_back(sent: OrderSent, instrument: Instrument, newest_for: NewestFor) -> SendFenced | None:
    """What to report instead of sending; None: send it. Some microseconds, and no lock, file or wait."""
    origin = sent.origin
    names = {"account": str(sent.account), "instrument": instrument.symbol, "venue": instrument.venue}
    if origin is not None:
        names |= {"strategy": origin.strategy, "trader": origin.person, "desk": origin.desk, "session": origin.session}
    newest = max(newest_for(**names, order=str(sent.order_id)), newest_for(order=sent.client_order_id))
    return None if may_leave(sent.epoch, newest) else SendFenced(sent.order_id, sent.epoch, newest)
