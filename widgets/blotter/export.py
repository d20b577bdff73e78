"""The shown rows as a CSV file, through a dialog that never blocks the window."""

import csv
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from widgets.blotter.model import heading, line
from widgets.blotter.rows import RowModel


def write_csv(path: Path, rows: RowModel) -> int:
    """Returns how many rows were written. Raises OSError."""
    count = 0
    with path.open("w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(heading(rows.columns))
        for row in rows.shown_rows():
            out.writerow(line(rows.columns, row))
            count += 1
    return count


def ask_and_write(parent: QWidget, rows: RowModel, name: str, said: Callable[[str, str], None]) -> QFileDialog:
    """said: takes one sentence and its theme token when it is done or failed."""
    dialog = QFileDialog(parent, f"Export {name}", f"{name.lower()}.csv", "CSV (*.csv)")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("csv")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def save(chosen: str) -> None:
        try:
            count = write_csv(Path(chosen), rows)
        except OSError as error:
            said(f"Not exported: {error.strerror}. Choose another place.", "warning")
        else:
            said(f"{count} rows exported to {Path(chosen).name}", "muted")

    dialog.fileSelected.connect(save)
    dialog.open()
    return dialog
