"""Pictures of the tape: prints, their speed, and what was asked for. As in pictures.py: frozen, and the same to everybody."""

from enum import IntEnum

import msgspec

from core.domain.enums import Side
from core.domain.instrument import Instrument


class TapeLook(msgspec.Struct, frozen=True):
    """second: the second of the speed that it shows, -1: it shows none that could still fall."""

    generation: int = -1
    instrument: int = 0
    cursor: int = 0
    second: int = -1


class PrintKind(IntEnum):
    TRADE = 0
    BUSTED = 1
    CORRECTED = 2


class Print(msgspec.Struct, frozen=True, gc=False):
    """taker: the order that came last, 0: nobody knows. kind: an earlier trade that was undone, or is this one now."""

    at: int
    price: int
    qty: int
    aggressor: Side
    own: bool
    taker: int = 0
    kind: PrintKind = PrintKind.TRADE


class Speed(msgspec.Struct, frozen=True, gc=False):
    """Of the last core.projections.tape.SPEED_NS, at a second of session time. lots: traded; bought: by buying aggressors."""

    second: int
    prints: int
    lots: int
    bought: int


class TapePicture(msgspec.Struct, frozen=True):
    """prints: oldest first. skipped: how many were left out because the view was too far behind."""

    generation: int
    cursor: int
    instrument: Instrument
    prints: tuple[Print, ...]
    skipped: int
    speed: Speed = Speed(0, 0, 0, 0)


# our side ---------------------------------------------------------------------------------------------------------------
