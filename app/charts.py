"""What all charts share: the drawings, kept in a file as soon as one is made, and how a new chart begins.

How each chart is looked at is the workspace's to keep; the file holds how one was looked at last, for the next chart that is opened.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from app.chart_file import ChartFile
from widgets.chart.drawing_store import DrawingStore
from widgets.chart.kept import Kept, Looks, kept_of


class Charts(QObject):
    """on_unsaved: called with one sentence when the file could not be written. trouble: one about the file that was read, or nothing.
    keep: whether there is a file at all."""

    def __init__(self, path: Path, on_unsaved: Callable[[str], None], keep: bool = True) -> None:
        super().__init__()
        self._file = ChartFile(path)
        self._on_unsaved, self._keep = on_unsaved, keep
        kept, self.trouble = self._file.restore() if keep else (Kept(), "")
        self._looks: Looks = kept.looks
        self.store = DrawingStore(kept.drawings, self)
        # Not a lambda: it would keep this, and the terminal, for as long as Qt keeps the store.
        self.store.changed.connect(self._on_drawn)

    def furnish(self, view: Any) -> None:
        view.share(self.store)
        view.begin_as(self._looks)
        view.memo_changed.connect(lambda: self._looked(view.looks))

    def _looked(self, looks: Looks) -> None:
        self._looks = looks

    def _on_drawn(self, name: str) -> None:
        self.save()

    def save(self) -> None:
        sentence = self._file.save(kept_of(self.store.drawings, self._looks)) if self._keep else ""
        if sentence:
            self._on_unsaved(sentence)
