"""What the program notes about itself and its machine: sequenced like everything else, so that it is in the record, and in
order. Only DiskSpace changes a decision."""

from enum import IntEnum

import msgspec

from core.messages.people import DoorNote
from core.messages.stopping import StopNote


class Space(IntEnum):
    ENOUGH = 0
    LOW = 1
    """Told, so that somebody makes room."""
    BLOCKED = 2
    """So little that new orders are refused; what cancels, ends and records still goes through."""


class TailTruncated(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=150):
    """At the start: an unfinished batch at the journal's end was cut. after_seq: the last entry kept. cut_bytes: what was there
    after it. missing: entries that had been acknowledged, by the head's second place, and are gone."""

    segment: str
    after_seq: int
    cut_bytes: int
    missing: int


class SegmentsDropped(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=151):
    """Retention removes these segments: they hold market messages only, and a snapshot is newer. first_seqs: their first
    entries. size: bytes on disk."""

    first_seqs: tuple[int, ...]
    size: int


class ClockStepped(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=152):
    """The machine's clock went back by so much; the record's times do not."""

    back_ns: int


class DiskSpace(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=153):
    """free: bytes left for the journal."""

    space: Space
    free: int


class BreaksFound(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=248):
    """Our record and an outside venue's do not agree. breaks: one sentence each."""

    venue: str
    breaks: tuple[str, ...]


Note = TailTruncated | SegmentsDropped | ClockStepped | DiskSpace | StopNote | DoorNote | BreaksFound
