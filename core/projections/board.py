"""Routes published entries to projections, and keeps one that raises from hurting the others or the core."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from core.journal.entry import Entry
from core.projections.pictures import Fault

Fold = Callable[[int, Any], None]


class Projection(Protocol):
    @property
    def folds(self) -> Mapping[type, Fold]:
        """Type of an event, or of a message -> fold(at, it)."""

    def picture(self, look: Any) -> Any:
        """An immutable picture, or None when nothing changed since the look."""


class Board:
    """projections by name. A projection that raises is off until the next start: its fault is kept and told once.

    A message is folded before what came of it: what nobody but it says (who is behind an order) is known when its events come.
    """

    def __init__(self, projections: Mapping[str, Projection], on_fault: Callable[[str, BaseException], None]) -> None:
        self.projections = dict(projections)
        self._on_fault = on_fault
        self.faults: dict[str, Fault] = {}
        self._routes: dict[type, tuple[tuple[str, Fold], ...]] = {}
        self._subscribers: dict[str, Callable[[Entry], None]] = {}
        self._of_all: dict[str, Callable[[Entry], None]] = {}
        self._route()

    def subscribe(self, name: str, subscriber: Callable[[Entry], None], ours_only: bool = False) -> None:
        """Gets every published entry, in order; ours_only: those that touch ours, which are few. Isolated like a projection."""
        self._subscribers[name] = subscriber
        if not ours_only:
            self._of_all[name] = subscriber

    def publish(self, entry: Entry) -> None:
        routes = self._routes
        at = entry.at
        for name, fold in routes.get(type(entry.message), ()):
            try:
                fold(at, entry.message)
            except Exception as error:
                self._fault(name, error)
        for event in entry.events:
            for name, fold in routes.get(type(event), ()):
                try:
                    fold(at, event)
                except Exception as error:
                    self._fault(name, error)
        subscribers = self._subscribers if entry.touches_ours else self._of_all
        if subscribers:
            for name, subscriber in list(subscribers.items()):
                try:
                    subscriber(entry)
                except Exception as error:
                    self._fault(name, error)

    def pictures(self, looks: Mapping[str, tuple[str, Any]]) -> dict[str, Any]:
        """looks: key -> (projection's name, look). Returns only the pictures that changed, by key."""
        made: dict[str, Any] = {}
        for key, (name, look) in looks.items():
            if name in self.faults:
                continue
            try:
                picture = self.projections[name].picture(look)
            except Exception as error:
                self._fault(name, error)
                continue
            if picture is not None:
                made[key] = picture
        return made

    def _fault(self, name: str, error: Exception) -> None:
        known = self.faults.get(name)
        self.faults[name] = Fault(name, known.count + 1 if known else 1, f"{type(error).__name__}: {error}")
        self._subscribers.pop(name, None)
        self._of_all.pop(name, None)
        self._route()
        if known is None:
            self._on_fault(name, error)

    def _route(self) -> None:
        routes: dict[type, list[tuple[str, Fold]]] = {}
        for name, projection in self.projections.items():
            if name not in self.faults:
                for kind, fold in projection.folds.items():
                    routes.setdefault(kind, []).append((name, fold))
        self._routes = {kind: tuple(folds) for kind, folds in routes.items()}
