"""What people ask of the kill switch beyond engaging it, what the program's outside reports to it, and what it then says.

scope: as core.domain.scope writes it. Who asked is in the command's origin. Engaging itself is EngageKill, in commands.
"""

import msgspec

from core.domain.stages import Stage
from core.domain.triggers import Severity, TriggerAction, TriggerKind
from core.domain.units import InstrumentId, OrderId, Qty
from core.messages.origin import Origin
from core.messages.rejections import Rejection

# commands ---------------------------------------------------------------------------------------------------------------


class RequestRelease(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=180):
    """The first of two people. generation: the newest engagement that the person saw. why: in words; it must be given."""

    scope: str
    generation: int
    why: str
    origin: Origin | None = None


class ApproveRelease(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=181):
    """The second person; the two must be a risk officer and an operator. Trading comes back stage by stage from here."""

    scope: str
    generation: int
    origin: Origin | None = None


class SetStage(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=182):
    """One stage further on the way back, or any number of stages down again."""

    scope: str
    stage: Stage
    origin: Origin | None = None


class SetStopping(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=183):
    """How stops go. request_ns: how long a request waits for its second person. cap_bp: of the largest order that limits allow,
    in hundredths of a percent. cancels: in one step. verify_ns: after the last cancel, before an open order counts as a straggler.
    capital: millionths of the currency that losses are measured against; 0: not known, and then no loss triggers anything.
    """

    request_ns: int
    cap_bp: int
    cancels: int
    verify_ns: int
    origin: Origin | None = None
    capital: int = 0


class SetTrigger(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=184):
    """A row of the table of triggers, new or in the place of the one with its number. on False: not looked at."""

    number: int
    kind: TriggerKind
    threshold: int
    window_ns: int
    severity: Severity
    action: TriggerAction
    scope: str = "everything"
    on: bool = True
    origin: Origin | None = None


class Flatten(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=185):
    """Engage the scope, unless it is, and when its orders are gone bring its positions to zero by market orders that only reduce.
    scope: everything, a venue, an instrument or an account: nobody else has positions."""

    scope: str
    source: str
    origin: Origin | None = None


class RequestOverride(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=186):
    """Let orders that reduce this position pass a stop, up to qty lots in all, for so long from the approval on."""

    account: int
    instrument: InstrumentId
    qty: Qty
    for_ns: int
    why: str
    origin: Origin | None = None


class ApproveOverride(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=187):
    """number: of the entry that asked."""

    number: int
    origin: Origin | None = None


StopCommand = RequestRelease | ApproveRelease | SetStage | SetStopping | SetTrigger | Flatten | RequestOverride | ApproveOverride

# from the program's outside ---------------------------------------------------------------------------------------------


class SendFenced(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=189):
    """An edge did not send an order that was approved before an engagement that concerns it. generation: the engagement's."""

    order_id: OrderId
    epoch: int
    generation: int


class TroubleFound(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=188):
    """What the machine cannot see: an outside venue's line is down, a reconciliation does not come out even, and so on."""

    kind: TriggerKind
    words: str


StopNote = SendFenced | TroubleFound

# events -----------------------------------------------------------------------------------------------------------------


class StageChanged(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=190):
    """left: orders that the engagement hit and that are not known to be gone. who: the person behind it, if any."""

    scope: str
    generation: int
    stage: Stage
    left: int
    who: str = ""
    why: str = ""


class CancelKept(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=191):
    """A cancel of the kill switch was refused, and stays as an intent. attempts: how often it was asked for so far."""

    order_id: OrderId
    attempts: int
    reason: Rejection


class ReleaseApproved(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=192):
    scope: str
    generation: int
    asked_by: str
    approved_by: str
    why: str


class OrderFenced(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=193):
    """An edge held back an order of ours: see SendFenced."""

    order_id: OrderId
    epoch: int
    generation: int


class StoppingSet(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=194):
    request_ns: int
    cap_bp: int
    cancels: int
    verify_ns: int
    capital: int = 0


class FlattenChanged(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=195):
    """left: positions that are not zero. going: orders are still being sent for them."""

    scope: str
    generation: int
    left: int
    going: bool
    who: str = ""


class TriggerFired(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=196):
    """After whatever it did. value and limit in the kind's own unit."""

    number: int
    kind: TriggerKind
    severity: Severity
    action: TriggerAction
    value: int
    limit: int
    words: str = ""


class TriggerSet(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=197):
    number: int
    kind: TriggerKind
    threshold: int
    window_ns: int
    severity: Severity
    action: TriggerAction
    scope: str
    on: bool


class OverrideChanged(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=198):
    """until: 0 while nobody has approved it, and when it is over. left: lots that may still pass."""

    number: int
    account: int
    instrument: InstrumentId
    left: Qty
    until: int
    asked_by: str
    approved_by: str
    why: str


StopEvent = (
    StageChanged | CancelKept | ReleaseApproved | OrderFenced | StoppingSet | FlattenChanged | TriggerFired | TriggerSet | OverrideChanged
)

# inside other messages --------------------------------------------------------------------------------------------------


class CarriedStop(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A stop that a new run begins with."""

    scope: str
    generation: int
    source: str
    stage: Stage
