"""What every blotter has: the strip with its controls, the table, the totals, the columns' list at the right, saved views and exports.

Invariants: it holds exactly the rows that it was given since clear(); a sentence about what is wrong stays until the next thing is done;
it asks for nothing by itself.
"""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from widgets.blotter import export, menus, saved
from widgets.blotter.chooser import Chooser
from widgets.blotter.rows import Rows
from widgets.blotter.saved import PanelViews, SavedView
from widgets.blotter.table import COPY, BlotterTable
from widgets.blotter.tables import Table
from widgets.blotter.totals import TotalRow
from widgets.blotter.writing import Writing
from widgets.flat import Caption, FlatButton, FlatField
from widgets.keyboard import KeyTip
from widgets.style import GRID_PX, Theme, px
from widgets.tongue import mark, tr

CLIPBOARD_ROWS = 100_000
"""Chosen: more than a spreadsheet takes in one paste anyway; a file has no such end."""
BESIDE_PX = 480
"""Chosen: below it neither a table nor what stands beside it could be read."""
FORMATS = {"csv": (mark("CSV (*.csv)"), export.csv_lines), "jsonl": (mark("JSON lines (*.jsonl)"), export.json_lines)}


class BlotterPanel(QWidget):
    """always_strip: whether the strip also stands while it has nothing to say."""

    key_pressed = Signal(str)
    """What a key of the table means that is not for every blotter."""
    views_changed = Signal(object)
    memo_changed = Signal()

    def __init__(self, theme: Theme, table: Table, always_strip: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._kind, self._always = theme, table, always_strip
        self.rows = Rows(table)
        self.table = BlotterTable(theme, self.rows, self)
        self.totals = TotalRow(theme, self.table, tr("Total"), self)
        self.chooser = Chooser(theme, self.table, self)
        self.open_only = FlatButton(tr("Open only"), theme, tr("Show open orders only"), tr("Hide what has ended"))
        self.open_only.setCheckable(True)
        self.open_only.setVisible("cancel" in self.rows.columns)
        self.filter_button = FlatButton(tr("Filter"), theme, tr("Filter row"), tr("A filter for each column; Esc clears one"))
        self.filter_button.setCheckable(True)
        self.view_button = FlatButton(
            tr("View"), theme, tr("Columns, groups and saved views"), tr("Columns, groups and saved views"),
        )
        says = tr("CSV, JSON lines or clipboard: every row that passes")
        self.export_button = FlatButton(tr("Export"), theme, tr("Export the shown {noun}s", noun=tr(table.noun)), says)
        self.name = FlatField(theme, tr("Name of the view"), tr("Enter saves how this panel stands, Esc leaves it"))
        self.name.setPlaceholderText(tr("Name of the view"))
        self.said = Caption(theme, Qt.AlignmentFlag.AlignRight, token="muted")
        self.views = PanelViews()
        self._recalled = False
        self.writing: Writing | None = None
        self._sentence = ""
        self.summary: tuple[str, ...] = ()
        """The same in ever fewer words, for the room that there is."""
        KeyTip(self.filter_button, "blotter.filter")
        KeyTip(self.view_button, "blotter.columns", "blotter.groups", "blotter.views")
        KeyTip(self.export_button, "blotter.exports")
        self._arrange()
        self._connect()
        self.setFocusProxy(self.table)
        self.refresh()

    def _arrange(self) -> None:
        self.strip = QWidget(self)
        strip = QHBoxLayout(self.strip)
        strip.setContentsMargins(2 * GRID_PX, GRID_PX, 2 * GRID_PX, GRID_PX)
        strip.setSpacing(GRID_PX)
        for part in (self.open_only, self.filter_button, self.view_button, self.name):
            strip.addWidget(part)
        strip.addWidget(self.said, 1)
        strip.addWidget(self.export_button)
        self.name.setFixedWidth(px(140))
        self.name.hide()
        self.left = QWidget(self)
        left = QVBoxLayout(self.left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(self.table, 1)
        left.addWidget(self.totals)
        self.middle = QHBoxLayout()
        self.middle.setSpacing(0)
        self.middle.addWidget(self.left, 1)
        self.sheets: list[QWidget] = []
        self.add_sheet(self.chooser)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self.strip)
        self.column.addLayout(self.middle, 1)

    def add_sheet(self, sheet: Any) -> None:
        """At the right of the table, or instead of it where there is no room for both. It tells when it is shown and closed."""
        self.sheets.append(sheet)
        self.middle.addWidget(sheet)
        sheet.shown.connect(self._make_room)
        sheet.closed.connect(self._make_room)
        sheet.closed.connect(self.table.setFocus)

    def _make_room(self) -> None:
        beside = any(not sheet.isHidden() for sheet in self.sheets)
        self.left.setVisible(not beside or self.width() >= BESIDE_PX)

    def _connect(self) -> None:
        table = self.table
        self.open_only.toggled.connect(self.show_open_only)
        self.filter_button.clicked.connect(lambda: self.show_filters(self.filter_button.isChecked()))
        self.view_button.clicked.connect(lambda: menus.views(self).popup(menus.below(self.view_button)))
        self.export_button.clicked.connect(self._on_export)
        self.name.returnPressed.connect(self._save_view)
        table.filters.typed.connect(self._on_filter)
        table.filters.left.connect(table.setFocus)
        table.head.menu_wanted.connect(lambda at: menus.columns(self, at).popup(at))
        table.pressed_key.connect(self._on_key)
        table.laid_out.connect(self._on_laid_out)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for part in (
            self.table, self.totals, self.chooser, self.open_only, self.filter_button, self.view_button, self.export_button, self.name,
            self.said,
        ):
            part.set_theme(theme)
        self.update()

    # rows -----------------------------------------------------------------------------------------------------------

    def take(self, rows: tuple[Any, ...], flashing: bool = True) -> None:
        self.table.take(rows, flashing)
        self.refresh()

    def clear(self) -> None:
        """Another run: what was being written of the last one is gone."""
        if self.writing is not None:
            self.writing.leave(tr("its rows are gone, for a new run has begun."))
        self.table.clear()
        self.refresh()

    def refresh(self) -> None:
        """Counts, totals and what an empty table says."""
        shown, stored = self.rows.shown, self.rows.stored
        self.table.empty = tuple(map(tr, self._kind.empty)) if not stored else (
            tr("Nothing matches"), tr(
                "Clear the filters or Open only to see every {noun}.", noun=tr(self._kind.noun),
            ) if self.rows.open_only else tr(
                "Clear the filters to see every {noun}.", noun=tr(self._kind.noun),
            ),
        )
        totals = self.rows.totals() if shown else {}
        self.totals.setVisible(bool(totals))
        self.totals.say(totals)
        noun, s = tr(self._kind.noun), "" if stored == 1 else "s"
        counted = "" if not stored else tr("{stored:,} {noun}{s}", stored=stored, noun=noun, s=s) if shown == stored else tr(
            "{shown:,} of {stored:,} {noun}{s}", shown=shown, stored=stored, noun=noun, s=s,
        )
        counted = counted.replace(",", "\u202f")
        if self._sentence or self.rows.errors:
            self.say(self._sentence or next(iter(self.rows.errors.values())), "warning")
        else:
            # A summary of all counts them already.
            after = "" if self.summary and shown == stored else counted
            whole, *shorter = ["  ".join(part for part in (words, after) if part) for words in self.summary or ("",)]
            self.said.say(whole, "muted", (*shorter, counted))
            self.said.setToolTip(self.said.text())
        self._show_strip()

    def say(self, sentence: str, token: str = "muted") -> None:
        self.said.say(sentence, token)
        self.said.setToolTip(sentence)
        self._show_strip()

    def complain(self, sentence: str) -> None:
        """Stays until something else is done. Empty: nothing is wrong any more."""
        if sentence != self._sentence:
            self._sentence = sentence
            self.refresh()

    def _show_strip(self) -> None:
        busy = self.writing is not None or not self.name.isHidden()
        needed = bool(self._sentence or self.rows.texts or self.rows.errors or busy or self.table.filters.isVisibleTo(self.table))
        self.strip.setVisible(self._always or needed)

    # what is shown --------------------------------------------------------------------------------------------------

    def show_open_only(self, only: bool) -> None:
        self.open_only.setChecked(only)
        if only != self.rows.open_only:
            self.rows.show_open_only(only)
            self.table.relaid()

    def show_filters(self, shown: bool) -> None:
        """Without the row nothing is filtered by it: what is not seen must not hide anything."""
        self.filter_button.setChecked(shown)
        if not shown:
            for name in list(self.rows.texts):
                self.rows.filter(name, "")
        self.table.show_filters(shown)
        self.table.relaid()
        if shown:
            self.table.filters.edit()
        else:
            self.table.setFocus()

    def _on_filter(self, column: str, text: str) -> None:
        self.table.filter(column, text)

    def _on_laid_out(self) -> None:
        self._sentence = ""
        self.refresh()
        self._tell_views()

    # keys -----------------------------------------------------------------------------------------------------------

    def _on_key(self, meant: str) -> None:
        self.complain("")
        lists = {"blotter.groups": menus.groups, "blotter.views": menus.views, "blotter.exports": menus.exports}
        if meant in lists:
            lists[meant](self).popup(self.table.viewport().mapToGlobal(QPoint(2 * GRID_PX, 0)))
        elif meant == "blotter.filter":
            self.show_filters(True)
        elif meant == "blotter.columns":
            self.chooser.open()
        elif meant == COPY:
            self.copy_chosen()
        else:
            self.key_pressed.emit(meant)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.name.isVisible():
            self.name.hide()
            self._show_strip()
            self.table.setFocus()
        else:
            super().keyPressEvent(event)

    # views ----------------------------------------------------------------------------------------------------------

    def now(self, name: str = "") -> SavedView:
        table, lines = self.table, self.table.lines
        return SavedView(
            name, table.layout_.chosen, dict(table.layout_.widths), lines.sort_column, lines.descending, dict(self.rows.texts),
            lines.group_column, self.rows.open_only, table.filters.isVisibleTo(table),
        )

    def restore(self, views: PanelViews) -> None:
        """What was kept, how it stands only if no workspace said that; a wild one loses what the table does not know."""
        self.share(views.saved)
        if views.now is not None and not self._recalled:
            self.views = PanelViews(self.views.saved, views.now)
            self.show_view(views.now)

    def share(self, views: tuple[SavedView, ...]) -> None:
        """The views with names are those of every panel of the kind."""
        self.views = PanelViews(tuple(saved.fitting(view, self._kind) for view in views), self.views.now)

    def memo(self) -> str:
        """What a workspace keeps of this one: how it stands."""
        return saved.written(self.now())

    def recall(self, text: str) -> bool:
        """Whether the text could be read; when not, everything stays."""
        view = saved.read(text)
        if view is not None:
            self._recalled = True
            self.show_view(view)
            self.views = PanelViews(self.views.saved, self.now())
        return view is not None

    def show_view(self, view: SavedView) -> None:
        view, table = saved.fitting(view, self._kind), self.table
        table.layout_.chosen, table.layout_.widths = view.columns, dict(view.widths)
        for name in {*self.rows.texts, *view.filters}:
            self.rows.filter(name, view.filters.get(name, ""))
        if self.rows.open_only != view.open_only:
            self.rows.show_open_only(view.open_only)
        self.open_only.blockSignals(True)
        self.open_only.setChecked(view.open_only)
        self.open_only.blockSignals(False)
        self.filter_button.setChecked(view.filter_row or bool(view.filters))
        table.show_filters(view.filter_row or bool(view.filters))
        table.lines.group(view.group)
        table.sort(view.sort, view.descending)

    def as_ever(self) -> None:
        self.show_view(SavedView())

    def ask_name(self) -> None:
        self.name.show()
        self.strip.show()
        self.name.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _save_view(self) -> None:
        wrong = saved.wrong_name(self.name.text())
        self.name.set_wrong(bool(wrong))
        if wrong:
            self.say(wrong, "warning")
            return
        self.views = PanelViews(saved.with_one(self.views.saved, self.now(self.name.text().strip())), self.now())
        self.name.clear()
        self.name.hide()
        self.table.setFocus()
        self.refresh()
        self.views_changed.emit(self.views)

    def forget_view(self, name: str) -> None:
        self.views = PanelViews(saved.without(self.views.saved, name), self.now())
        self.views_changed.emit(self.views)

    def _tell_views(self) -> None:
        now = self.now()
        if now != self.views.now:
            self.views = PanelViews(self.views.saved, now)
            self.views_changed.emit(self.views)
            self.memo_changed.emit()

    # for other programs ---------------------------------------------------------------------------------------------

    def written_columns(self) -> list[Any]:
        """The chosen ones; all, when nobody has chosen."""
        chosen = self.table.layout_.chosen
        return [self.rows.columns[name] for name in chosen] if chosen else list(self._kind.columns)

    def copy_chosen(self) -> None:
        chosen = self.table.chosen_rows()
        if chosen:
            self._to_clipboard(chosen)
            self.say(tr("{chosen} {noun}{s} copied", chosen=len(chosen), noun=tr(self._kind.noun), s="s" if len(chosen) > 1 else ""))

    def copy_shown(self) -> None:
        if self.rows.shown > CLIPBOARD_ROWS:
            self.complain(tr("The clipboard takes {rows:,} rows: filter them, or export a file.", rows=CLIPBOARD_ROWS))
            return
        self._to_clipboard(self.rows.shown_rows())
        self.say(tr("{shown} {noun}{s} copied", shown=self.rows.shown, noun=tr(self._kind.noun), s="s" if self.rows.shown != 1 else ""))

    def _to_clipboard(self, rows: Any) -> None:
        QGuiApplication.clipboard().setText("".join(export.clipboard_lines(self.written_columns(), rows)))

    def export_file(self, kind: str) -> QFileDialog:
        """kind: csv or jsonl. A dialog that never blocks the window."""
        dialog = QFileDialog(self, tr("Export {name}", name=tr(self._kind.name)), f"{self._kind.name.lower()}.{kind}", tr(FORMATS[kind][0]))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(kind)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda chosen: self._write(Path(chosen), kind))
        dialog.open()
        return dialog

    def _write(self, path: Path, kind: str) -> None:
        if self.writing is not None:
            return
        count = self.rows.shown
        self.writing = Writing(path, FORMATS[kind][1](self.written_columns(), self.rows.shown_rows()), count, self)
        self.writing.progressed.connect(lambda percent: self.say(tr(
            "Exporting {count:,} rows: {percent} %",
            count=count, percent=percent,
        )))
        self.writing.ended.connect(lambda why: self._on_written(why, count, path.name))
        self.export_button.setText(tr("Stop export"))
        self.writing.begin()

    def _on_written(self, why: str, count: int, name: str) -> None:
        assert self.writing is not None
        self.writing.deleteLater()
        self.writing = None
        self.export_button.setText(tr("Export"))
        if why:
            self.complain(tr("Not exported: {why}", why=why))
        else:
            self.say(tr("{count:,} rows exported to {name}", count=count, name=name).replace(",", "\u202f"))

    def _on_export(self) -> None:
        if self.writing is not None:
            self.writing.leave()
        else:
            menus.exports(self).popup(menus.below(self.export_button))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self._theme.color("panel"))
