"""What is drawn on charts, and how the chart was looked at, as one JSON file in the data folder.

Invariants: the file is replaced whole or not at all; one that cannot be used is put aside under another name, never written
over, and one sentence says so. It keeps nothing that changes a decision.
"""

from pathlib import Path

import msgspec

from app import kept_file
from widgets.chart.kept import Kept, read
from widgets.tongue import told


class ChartFile:
    def __init__(self, path: Path) -> None:
        self._path = path
        self._saved = Kept()

    def restore(self) -> tuple[Kept, str]:
        """What was kept, and one sentence when that could not be used, else nothing."""
        try:
            self._saved = read(self._path.read_bytes())
        except FileNotFoundError:
            return self._saved, ""
        except OSError as error:
            return self._saved, told(
                "The chart's drawings in {name} could not be read: {strerror}.",
                name=self._path.name, strerror=error.strerror,
            )
        except ValueError as error:
            return self._saved, told(
                "The chart's file {name} {error}: {put_aside}, and the charts are empty.",
                name=self._path.name, error=error, put_aside=self._put_aside(),
            )
        return self._saved, ""

    def save(self, kept: Kept) -> str:
        """Returns one sentence when it could not be written, else nothing."""
        if kept == self._saved:
            return ""
        try:
            kept_file.write(self._path, msgspec.json.format(msgspec.json.encode(kept)))
        except OSError as error:
            return told("The chart's drawings could not be saved to {path}: {strerror}.", path=self._path, strerror=error.strerror)
        self._saved = kept
        return ""

    def _put_aside(self) -> str:
        aside = kept_file.set_aside(self._path)
        return told("it was put aside as {name}", name=aside) if aside else told("it could not be put aside")
