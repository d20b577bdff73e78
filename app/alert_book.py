"""The alerts of this run, as one list: equal ones are one with a count, each until somebody has read it, and afterwards.

Invariants: it is bounded, and what nobody has to read, or has read, goes first; one that is raised again is unread again; a critical
one is never shelved. In the window's thread and memory alone: the record has what happened, not who looked at it here. Qt-free.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

from app.alert_words import Held, Kind, Named
from core.domain.units import SECOND
from widgets.alerts.model import Alert, Picture, Severity, Source, Standing
from widgets.tongue import english, mark, told

MOST = 1_000
"""Chosen: more than anybody reads in a day, and drawn at once."""
SEVERITY = {
    Kind.STOP: Severity.CRITICAL, Kind.ALERT: Severity.CRITICAL, Kind.WARNING: Severity.WARNING, Kind.REFUSAL: Severity.NOTE,
    Kind.FILL: Severity.NOTE,
}
NOBODY = mark("this terminal##nobody is signed in")
"""Who acknowledges where nobody is signed in."""
MINUTE_NS = 60 * SECOND


class AlertBook:
    """now: a clock that only goes forward, ns, for shelves alone."""

    def __init__(self, now: Callable[[], int], most: int = MOST) -> None:
        self._now, self._most = now, most
        self._alerts: dict[int, Alert] = {}
        """The newest last."""
        self._keys: dict[tuple[Severity, Source, str], int] = {}
        self._held: dict[Held, int] = {}
        """What holds -> the alert that says so."""
        self._shelves: dict[Source, int] = {}
        self._next = 1
        self.dropped = 0

    def raise_(self, one: Named, at: int) -> tuple[Alert, bool]:
        """As it stands in the list now, and whether it is a new one there. at: session time."""
        made = Alert(
            0, SEVERITY[one.kind], one.source, one.sentence, at, at, standing=Standing.ACTIVE if one.held else Standing.ONCE,
            target=one.target,
        )
        return self._put(made, one.held)

    def note(self, sentence: str, at: int) -> tuple[Alert, bool]:
        """What the strip says beside alerts."""
        return self._put(Alert(0, Severity.NOTE, Source.TERMINAL, sentence, at, at), ())

    def _put(self, made: Alert, held: Held) -> tuple[Alert, bool]:
        key = (made.severity, made.source, english(made.sentence))
        id = self._keys.get(key, 0)
        before = self._alerts.pop(id, None)
        if before is None:
            id, self._next = self._next, self._next + 1
            self._keys[key] = id
            made = replace(made, id=id)
        else:
            made = replace(made, id=id, first=before.first, count=before.count + 1)
        if made.severity is Severity.WARNING and self.is_shelved(made.source):
            made = replace(made, by=told("shelved"), read_at=made.last)
        self._alerts[id] = made
        if held:
            self._held[held] = id
        if len(self._alerts) > self._most:
            self._drop()
        return made, before is None

    def _drop(self) -> None:
        """The oldest that nobody has to read any more; if there is none, the oldest."""
        id = next((id for id, one in self._alerts.items() if not one.unread), next(iter(self._alerts)))
        gone = self._alerts.pop(id)
        self._keys.pop((gone.severity, gone.source, english(gone.sentence)), None)
        self._held = {held: one for held, one in self._held.items() if one != id}
        self.dropped += 1

    def end(self, ends: Held) -> bool:
        """What begins so holds no more. Returns whether any alert said that it did."""
        over = [held for held in self._held if held[: len(ends)] == ends]
        for held in over:
            id = self._held.pop(held)
            if id in self._alerts and id not in self._held.values():
                self._alerts[id] = replace(self._alerts[id], standing=Standing.OVER)
        return bool(over)

    def open_limits(self) -> list[Held]:
        """Of which somebody has to look whether they still hold: nothing tells when a use goes down."""
        return [held for held in self._held if held[0] == "limit"]

    def measured(self, held: Held, holds: bool) -> bool:
        """Somebody looked. Returns whether it is other than it was; it may hold again."""
        one = self._alerts[self._held[held]]
        standing = Standing.ACTIVE if holds else Standing.OVER
        self._alerts[one.id] = replace(one, standing=standing)
        return standing is not one.standing

    def acknowledge(self, ids: Iterable[int], person: str, at: int) -> int:
        """How many were unread. at: session time."""
        count = 0
        for id in ids:
            one = self._alerts.get(id)
            if one is not None and one.unread:
                self._alerts[id] = replace(one, by=person or told(NOBODY), read_at=at)
                count += 1
        return count

    def newest(self, sentence: str) -> Alert | None:
        """The last one that says so."""
        wanted = english(sentence)
        return next((one for one in reversed(self._alerts.values()) if english(one.sentence) == wanted), None)

    # shelves --------------------------------------------------------------------------------------------------------

    def shelve(self, source: Source, minutes: int) -> None:
        """0: it is told again from now on."""
        self._shelves.pop(source, None)
        if minutes:
            self._shelves[source] = self._now() + minutes * MINUTE_NS

    def is_shelved(self, source: Source) -> bool:
        until = self._shelves.get(source)
        if until is not None and until <= self._now():
            del self._shelves[source]
            return False
        return until is not None

    def shelved(self) -> dict[Source, int]:
        """Minutes left, begun ones counted."""
        now = self._now()
        return {source: -(-(self._shelves[source] - now) // MINUTE_NS) for source in list(self._shelves) if self.is_shelved(source)}

    # pictures -------------------------------------------------------------------------------------------------------

    def unread(self) -> tuple[int, int]:
        """Critical ones, and warnings."""
        left = [one.severity for one in self._alerts.values() if one.unread]
        return left.count(Severity.CRITICAL), left.count(Severity.WARNING)

    def picture(self) -> Picture:
        return Picture(tuple(reversed(self._alerts.values())), self._most, self.dropped, self.shelved())
