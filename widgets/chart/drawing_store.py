"""The drawings of all charts, by instrument: one store, so that two charts of an instrument show the same, and neither overwrites what
was drawn in the other."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from widgets.chart.drawings import Drawing

Drawings = tuple[Drawing, ...]


class DrawingStore(QObject):
    """drawings: by the instrument's full name; an instrument without any is not in it."""

    changed = Signal(str)
    """Full name of an instrument whose drawings are others now."""

    def __init__(self, drawings: Mapping[str, Drawings] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.drawings: dict[str, Drawings] = dict(drawings or {})

    def of(self, name: str) -> Drawings:
        return self.drawings.get(name, ())

    def put(self, name: str, drawings: Drawings) -> None:
        if drawings == self.of(name):
            return
        if drawings:
            self.drawings[name] = drawings
        else:
            del self.drawings[name]
        self.changed.emit(name)
