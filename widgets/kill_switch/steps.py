"""The next step on the way back from a stop, as a command and in words: who takes it, and what it lets through. Qt-free."""

from dataclasses import dataclass
from typing import Any

from core.domain.scope import parse_scope
from core.domain.stages import Stage
from core.messages.origin import Origin
from core.messages.stopping import ApproveRelease, RequestRelease, SetStage
from core.projections.stop_pictures import KillPicture, StopRow
from widgets.labels import STAGE
from widgets.scopes import scope_words as in_words
from widgets.tongue import Table, tr

FIRST, SECOND = "demo-risk", "demo-operator"
"""A simulation's risk officer and operator: who acts here, while nobody signs in."""
LETS = Table({
    Stage.CANCEL_ONLY: "Still nothing new passes, cancels do.", Stage.REDUCE_ONLY: "Orders that reduce a position pass again.",
    Stage.CAPPED: "Small orders pass again.", Stage.RELEASED: "Every order passes again.",
})


@dataclass(frozen=True)
class Step:
    """label: of the button; says: what it does, with the person who does it; ask: the command."""

    label: str
    says: str
    ask: Any
    person: str


def next_step(row: StopRow, why: str = "", first: str = FIRST, second: str = SECOND) -> Step | None:
    """None: the stop is still at work. why: of a request for release; the step is shown before it is typed, and not taken."""
    if row.stage in (Stage.BLOCKING, Stage.CANCELLING):
        return None
    if row.stage in (Stage.HOLDING, Stage.VERIFIED, Stage.UNVERIFIED):
        left = tr("{left} of its orders may still live. ", left=row.left) if row.left else ""
        says = tr("{left}{first} asks for the release; then another person approves it.", left=left, first=first)
        return Step(tr("Ask for release"), says, RequestRelease(row.scope, row.generation, why, Origin(first)), first)
    if row.stage is Stage.REQUESTED:
        says = tr(
            "{second} approves what {asked_by} asked for. {cancel_only}",
            second=second, asked_by=row.asked_by, cancel_only=LETS[Stage.CANCEL_ONLY],
        )
        return Step(tr("Approve release"), says, ApproveRelease(row.scope, row.generation, Origin(second)), second)
    after = Stage(row.stage - 1)
    label = tr("Release") if after is Stage.RELEASED else tr("To {stage}", stage=STAGE[after].lower())
    says = tr("{second} lets trading come back a step: {lets}", second=second, lets=f"{LETS[after][0].lower()}{LETS[after][1:]}")
    return Step(label, says, SetStage(row.scope, after, Origin(second)), second)


def asks_why(step: Step | None) -> bool:
    """Whether the record keeps a reason of it, so that a person has to type one."""
    return step is not None and isinstance(step.ask, RequestRelease)


def widest(picture: KillPicture | None) -> StopRow | None:
    """The stop that the panel's one button is about."""
    return picture.stops[0] if picture is not None and picture.stops else None


def scope_words(row: StopRow) -> str:
    return in_words(parse_scope(row.scope).words)
