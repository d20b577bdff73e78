"""What is stopped, scope by scope, as told: for every projection that must know whether orders pass."""

from collections.abc import Mapping

from core.domain.instrument import Instrument
from core.domain.scope import EVERYTHING, Scope, ScopeKind, parse_scope
from core.domain.stages import BLOCKED, Stage
from core.messages.events import KillEngaged, KillReleased, RunStarted
from core.messages.stopping import StageChanged
from core.projections.board import Fold

BY_HAND = (ScopeKind.EVERYTHING, ScopeKind.ACCOUNT, ScopeKind.TRADER, ScopeKind.DESK)
"""Scopes that concern what a person at this terminal places, whatever the instrument."""


class Stages:
    """stage: by the scope's text, from the worst to RELEASED, which is not in it."""

    def __init__(self) -> None:
        self.stage: dict[str, Stage] = {}
        self.folds: Mapping[type, Fold] = {
            KillEngaged: self.on_engaged, StageChanged: self.on_stage, KillReleased: self.on_released, RunStarted: self.on_run,
        }

    @property
    def worst(self) -> Stage:
        return max(self.stage.values(), default=Stage.RELEASED)

    @property
    def engaged(self) -> bool:
        return self.worst >= BLOCKED

    @property
    def everything(self) -> bool:
        """Whether the whole is blocked, and not only a part."""
        return self.stage.get(EVERYTHING.text, Stage.RELEASED) >= BLOCKED

    @property
    def by_hand(self) -> Stage:
        """Of an order that a person places here, whatever its instrument."""
        return max((stage for text, stage in self.stage.items() if parse_scope(text).kind in BY_HAND), default=Stage.RELEASED)

    def stage_of(self, instrument: Instrument) -> Stage:
        """Of an order that a person places here in that instrument."""
        return max((stage for text, stage in self.stage.items() if _concerns(parse_scope(text), instrument)), default=Stage.RELEASED)

    def on_engaged(self, at: int, e: KillEngaged) -> None:
        if e.scope:
            self.stage[e.scope] = Stage.BLOCKING
        else:
            self.stage[EVERYTHING.text] = Stage.VERIFIED

    def on_stage(self, at: int, e: StageChanged) -> None:
        self.stage[e.scope] = e.stage

    def on_released(self, at: int, e: KillReleased) -> None:
        if e.scope:
            self.stage.pop(e.scope, None)
        else:
            self.stage.clear()

    def on_run(self, at: int, e: RunStarted) -> None:
        self.stage = {stop.scope: min(stop.stage, Stage.VERIFIED) for stop in e.stops}
        if e.kill_engaged and not self.engaged:
            self.stage[EVERYTHING.text] = Stage.VERIFIED


def names_of(account: int, person: str, strategy: str, desk: str, session: str, instrument: Instrument | None) -> frozenset[str]:
    """Texts of the scopes that concern what somebody asks for; of what is not known, none."""
    named = [
        (ScopeKind.ACCOUNT, str(account) if account else ""), (ScopeKind.TRADER, person), (ScopeKind.STRATEGY, strategy),
        (ScopeKind.DESK, desk), (ScopeKind.SESSION, session),
    ]
    if instrument is not None:
        named += [(ScopeKind.INSTRUMENT, instrument.symbol), (ScopeKind.VENUE, instrument.venue)]
    return frozenset([EVERYTHING.text, *(Scope(kind, name).text for kind, name in named if name)])


def _concerns(scope: Scope, instrument: Instrument) -> bool:
    names = {ScopeKind.INSTRUMENT: instrument.symbol, ScopeKind.VENUE: instrument.venue}
    return scope.kind in BY_HAND or names.get(scope.kind) == scope.name
