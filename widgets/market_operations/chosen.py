"""What stands chosen and typed in the panel -> the operation that a button would ask for, and what it would do in words. Pure, no Qt."""

from dataclasses import dataclass

from core.domain.enums import Phase
from core.projections.operations_pictures import OperationsPicture, ParticipantRow, PhaseRow, TradeRow
from widgets.market_operations import form, model
from widgets.tongue import tr

HALT_ALL, BUST, CORRECT, CANCEL, BLOCK = "halt all", "bust", "correct", "cancel", "block"
"""Keys of the buttons."""
MOVE = "move "
"""With its number: key of a button that changes the phase."""


@dataclass(frozen=True)
class Chosen:
    """row, trade, participant: chosen in its list; None: nothing is. The rest as it was typed."""

    picture: OperationsPicture | None
    row: PhaseRow | None
    trade: TradeRow | None
    participant: ParticipantRow | None
    why: str
    lasts: str
    price: str
    qty: str

    def operation(self, key: str) -> form.Said:
        picture, why = self.picture, self.why
        if picture is None:
            return tr("Waiting for the core.")
        if key == HALT_ALL:
            return form.halt_everything(self.lasts, why, picture)
        if key == BUST:
            return form.bust(self.trade, why, picture)
        if key == CORRECT:
            return form.correct(self.trade, self.price, self.qty, why, picture)
        if key == CANCEL:
            return form.cancel(self.participant, why, picture)
        if key == BLOCK:
            return form.block(self.participant, why, picture)
        to = self.move(key)
        if self.row is None or to is None:
            return tr("Choose an instrument.")
        return form.phase(self.row, to, self.lasts, why, picture)

    def move(self, key: str) -> Phase | None:
        """The phase that the button leads to."""
        row, number = self.row, int(key.removeprefix(MOVE) or 0)
        return row.allowed[number] if row is not None and number < len(row.allowed) else None

    def preview(self, key: str) -> str:
        picture, row, trade, participant = self.picture, self.row, self.trade, self.participant
        if key == HALT_ALL and picture is not None:
            ns = form.lasting(self.lasts)
            return ns if isinstance(ns, str) else model.everything_preview(picture.reading.phases, ns)
        if key == BUST and trade is not None:
            return model.bust_preview(trade)
        if key == CORRECT and trade is not None:
            found = form.corrected(trade, self.price, self.qty)
            return found if isinstance(found, str) else model.correct_preview(trade, *found)
        if participant is not None and key in (CANCEL, BLOCK):
            return model.cancel_preview(participant) if key == CANCEL else model.block_preview(participant)
        to = self.move(key) if key.startswith(MOVE) else None
        if row is None or to is None:
            return ""
        ns = form.lasting(self.lasts) if to in form.LASTS else 0
        return ns if isinstance(ns, str) else model.preview(row, to, ns)
