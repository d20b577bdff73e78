"""The embedded exchange as its operator sees it: phases and bands, the trades that can be amended, who takes part.

How a market stands is read off it when the panel looks, so that it is right after any start; why it came to its phase, when trades
were, and what became of the last operation is folded from what was said.
"""

from collections import deque
from collections.abc import Callable, Mapping
from typing import Any

from core.domain.enums import Phase, PhaseCause
from core.domain.units import SECOND
from core.messages.events import RequestRefused, RunStarted
from core.messages.market_data import (
    OperationRefused,
    ParticipantBlocked,
    ParticipantReadmitted,
    PhaseChanged,
    TradeBusted,
    TradeCorrected,
    TradePrinted,
)
from core.messages.operations import (
    BlockParticipant,
    BustTrade,
    ChangePhase,
    CorrectTrade,
    ReadmitParticipant,
    SetMark,
    SetReference,
    SetRules,
    SetSchedule,
)
from core.messages.participants import MassCancel
from core.messages.reasons import Reason
from core.messages.rejections import Rejection
from core.projections.board import Fold
from core.projections.operations_pictures import SHOWN_TRADES, Happened, MarketReading, OperationsLook, OperationsPicture, Part
from core.projections.people import Seating
from core.projections.session import Session

REQUESTS = (
    "set rules", "set schedule", "set reference", "set mark", "change phase", "bust trade", "correct trade", "block participant",
    "readmit participant", "mass cancel",
)
"""As the machine calls what it refuses for want of a right."""
SAID = (MassCancel, SetRules, SetSchedule, SetReference, SetMark)
"""Operations that are told as they were said."""
Read = Callable[[Part, int, "Operations"], MarketReading]
STAMPS = 2 * SHOWN_TRADES


class Operations:
    """causes by instrument; stamps: (trade id, time) of the newest trades, by instrument. read: off the machine. seq: of its last entry."""

    def __init__(self, read: Read, seq: Callable[[], int], seating: Seating, session: Session) -> None:
        self._read, self._seq, self._seating, self._session = read, seq, seating, session
        self.version = 0
        self.folds: Mapping[type, Fold] = {
            TradePrinted: self._on_trade, PhaseChanged: self._on_phase, TradeBusted: self._on_done, TradeCorrected: self._on_done,
            ParticipantBlocked: self._on_done, ParticipantReadmitted: self._on_done, OperationRefused: self._on_refused,
            SetRules: self._on_set, SetSchedule: self._on_set, SetReference: self._on_set, SetMark: self._on_set,
            RequestRefused: self._on_denied, ChangePhase: self._on_said, BustTrade: self._on_said, CorrectTrade: self._on_said,
            BlockParticipant: self._on_said, ReadmitParticipant: self._on_said, MassCancel: self._on_mass_cancel, RunStarted: self._on_run,
        }
        self._clear()

    def _clear(self) -> None:
        self.causes: dict[int, PhaseCause] = {}
        self.stamps: dict[int, deque[tuple[int, int]]] = {}
        self.happened: Happened | None = None
        self.refused: Reason | Rejection | None = None
        self.refused_request = ""
        self.refused_of = self.refused_value = 0
        self.refused_in: Phase | None = None
        self._phases: dict[int, Phase] = {}
        self._said = (0, "", "")

    def picture(self, look: OperationsLook) -> OperationsPicture | None:
        session, seating = self._session, self._seating
        version = (self.version + seating.version << 80) + (self._seq() << 40) + session.at // SECOND
        if version == look.version:
            return None
        roles = () if seating.locked else seating.roles_of(seating.person)
        return OperationsPicture(
            version, session.at, look.part, self._read(look.part, look.instrument, self), self.happened, self.refused,
            self.refused_request, seating.person, roles, self.refused_of, self.refused_value, self.refused_in,
            seating.answers.told,
        )

    def _on_run(self, at: int, e: RunStarted) -> None:
        self._clear()
        self.version += 1

    def _on_trade(self, at: int, e: TradePrinted) -> None:
        kept = self.stamps.get(e.instrument)
        if kept is None:
            kept = self.stamps[e.instrument] = deque(maxlen=STAMPS)
        kept.append((e.trade_id, at))

    def _on_said(self, at: int, message: Any) -> None:
        """What follows in its entry is told in this name."""
        self._said = (at, message.origin.person if message.origin is not None else "", message.why)

    def _on_mass_cancel(self, at: int, message: MassCancel) -> None:
        self._on_said(at, message)
        self._on_done(at, message)

    def _on_set(self, at: int, message: Any) -> None:
        """What a person set; a refusal in the same entry takes it back."""
        if message.origin is not None:
            self._on_said(at, message)
            self._on_done(at, message)

    def _on_phase(self, at: int, e: PhaseChanged) -> None:
        self.causes[int(e.instrument)] = e.cause
        self._phases[int(e.instrument)] = e.phase
        self._on_done(at, e, by_person=e.cause is PhaseCause.OPERATOR)

    def _on_done(self, at: int, event: Any, by_person: bool = True) -> None:
        said, who, why = self._said
        who, why = (who, why) if by_person and said == at else ("", "")
        self.happened, self.refused = Happened(at, event, who, why), None
        self.version += 1

    def _on_refused(self, at: int, e: OperationRefused) -> None:
        self.refused, self.refused_request = e.reason, e.request
        self.refused_of, self.refused_value = int(e.instrument), e.value
        self.refused_in = self._phases.get(int(e.instrument))
        self._not_done(at)
        self.version += 1

    def _on_denied(self, at: int, e: RequestRefused) -> None:
        if e.request in REQUESTS:
            self.refused, self.refused_request = e.reason, e.request
            self._not_done(at)
            self.version += 1

    def _not_done(self, at: int) -> None:
        """It was said, and not done."""
        if self.happened is not None and isinstance(self.happened.event, SAID) and self.happened.at == at:
            self.happened = None
