"""A tape as Flow: what is due by a session time, one message at a time. Pulled by the core; it never pushes.

Recorded trades on the way go to `on_recorded`, never into the machine.
"""

from collections.abc import Callable, Iterator

from core.edge.tape_file import OPENING, Record, RecordedTrade, Tape
from core.messages.flow import Flow


class RecordedFeed:
    """played: Flow messages handed out after the opening book. next_at: session time of the next one; -1 at the end."""

    def __init__(self, tape: Tape, on_recorded: Callable[[RecordedTrade], None]) -> None:
        self.tape = tape
        self._on_recorded = on_recorded
        self._records: Iterator[tuple[int, Record]] = tape.play()
        self._next: Flow | None = None
        self.next_at = tape.head.first_at
        self.played = 0
        self.opening: list[Flow] = []
        self._advance()
        while self._next is not None and isinstance(self._next, OPENING):
            self.opening.append(self._next)
            self._advance()

    def pull(self) -> Flow:
        """The next message, due at next_at. Only while next_at is not -1."""
        message = self._next
        assert message is not None
        self.played += 1
        self._advance()
        return message

    def skip(self, count: int) -> None:
        """Passes over messages that a journal already holds."""
        for _ in range(count):
            if self._next is None:
                return
            self.pull()

    def _advance(self) -> None:
        for at, record in self._records:
            if isinstance(record, RecordedTrade):
                self._on_recorded(record)
                continue
            self._next, self.next_at = record, at
            return
        self._next, self.next_at = None, -1
