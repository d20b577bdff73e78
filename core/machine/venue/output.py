"""The step that runs: its time, and where its news goes. Events are for everybody; reports are for our own order management,
which books them before they are told."""

from core.messages.events import Event
from core.messages.reports import Report


class Output:
    """at: session time of the step, ns."""

    __slots__ = ("at", "events", "reports")

    def __init__(self) -> None:
        self.at: int = 0
        self.events: list[Event] = []
        self.reports: list[Report] = []
