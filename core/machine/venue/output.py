"""Where a step's news goes: events for everybody, reports for our own order management, which books them before they are told."""

from core.messages.events import Event
from core.messages.reports import Report


class Output:
    __slots__ = ("events", "reports")

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.reports: list[Report] = []
