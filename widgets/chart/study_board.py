"""The sheet of studies over the chart: those shown with their parameters, and those that can be added.

Invariants: a parameter takes effect when its text is right; a wrong one is marked, said in one sentence, and changes nothing.
It computes nothing.
"""

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from widgets.chart import form
from widgets.chart.studies import KINDS, Study
from widgets.flat import Caption, FlatButton, FlatField
from widgets.style import GRID_PX, Theme, px
from widgets.tongue import tr

MOST: int = 12
"""Studies at once: more could not be told apart."""
FIELD_PX = 48
COLUMNS = 3


class StudyBoard(QWidget):
    """changed: the list of studies wanted. closed: by Escape or its button."""

    changed = Signal(object)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.studies: list[Study] = []
        self.fields: list[list[FlatField]] = []
        self.removers: list[FlatButton] = []
        self.adders: dict[str, FlatButton] = {}
        self._rows = QWidget(self)
        self.note = Caption(theme, token="critical")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID_PX, 2 * GRID_PX, 3 * GRID_PX, 2 * GRID_PX)
        layout.setSpacing(GRID_PX)
        layout.addWidget(self._rows)
        layout.addWidget(self.note)
        grid = QGridLayout()
        grid.setSpacing(GRID_PX)
        for number, kind in enumerate(KINDS.values()):
            button = FlatButton(tr(kind.title), theme, tr("Add {title}", title=tr(kind.title)), tr("Adds {title}", title=tr(kind.title)))
            button.clicked.connect(partial(self._add, kind.id))
            grid.addWidget(button, number // COLUMNS, number % COLUMNS)
            self.adders[kind.id] = button
        layout.addLayout(grid)
        self.close_button = FlatButton(tr("Done"), theme, tr("Close the studies"), tr("Back to the chart   Esc"))
        self.close_button.clicked.connect(lambda _on=False: self.closed.emit())
        layout.addWidget(self.close_button)
        self.setAccessibleName(tr("Studies"))
        self.hide()
        self.show_studies([])

    def show_studies(self, studies: list[Study]) -> None:
        self.studies = list(studies)
        self._fill()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for button in (*self.adders.values(), self.close_button):
            button.set_theme(theme)
        self.note.set_theme(theme)
        self._fill()
        self.update()

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(px(300), 0))

    def _fill(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID_PX)
        self.fields, self.removers = [], []
        rows = QWidget(self)
        if not self.studies:
            empty = Caption(self._theme, token="muted")
            empty.say(tr("No studies. Add one:"))
            column.addWidget(empty)
        for number, study in enumerate(self.studies):
            column.addLayout(self._row(number, study))
        rows.setLayout(column)
        layout = self.layout()
        assert layout is not None
        layout.replaceWidget(self._rows, rows)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = rows
        rows.show()
        self.note.say("")
        self.adjustSize()

    def _row(self, number: int, study: Study) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(GRID_PX)
        name = Caption(self._theme)
        name.say(tr(study.kind.title))
        line.addWidget(name, 1)
        fields = []
        for parameter, value in zip(study.kind.parameters, study.parameters, strict=True):
            field = FlatField(self._theme, f"{tr(study.kind.title)} {tr(parameter.name)}", tr(parameter.name).capitalize())
            field.setText(form.text_of(parameter, value))
            field.setAlignment(Qt.AlignmentFlag.AlignRight)
            field.setFixedWidth(FIELD_PX)
            field.textChanged.connect(partial(self._type, number))
            line.addWidget(field)
            fields.append(field)
        self.fields.append(fields)
        remove = FlatButton(tr("Remove"), self._theme, tr("Remove {title}", title=study.title), tr("Takes this study away"))
        remove.clicked.connect(partial(self._remove, number))
        line.addWidget(remove)
        self.removers.append(remove)
        return line

    # hands -----------------------------------------------------------------------------------------------------------

    def _add(self, kind: str, _on: bool = False) -> None:
        if len(self.studies) >= MOST:
            self.note.say(tr("At most {most} studies at once: remove one first.", most=MOST))
            return
        self.studies.append(Study(KINDS[kind]))
        self._fill()
        self.changed.emit(list(self.studies))
        if self.fields[-1]:
            self.fields[-1][0].setFocus()
            self.fields[-1][0].selectAll()

    def _remove(self, number: int, _on: bool = False) -> None:
        del self.studies[number]
        self._fill()
        self.setFocus()
        self.changed.emit(list(self.studies))

    def _type(self, number: int, _text: str) -> None:
        study, fields = self.studies[number], self.fields[number]
        wrong = ""
        for parameter, field in zip(study.kind.parameters, fields, strict=True):
            try:
                form.value_of(parameter, field.text())
                field.set_wrong(False)
            except ValueError as error:
                field.set_wrong(True)
                wrong = wrong or str(error)
        try:
            parameters = form.parameters_of(study.kind, [field.text() for field in fields])
        except ValueError as error:
            self.note.say(wrong or str(error))
            return
        self.note.say("")
        if parameters != study.parameters:
            self.studies[number] = Study(study.kind, parameters)
            self.changed.emit(list(self.studies))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            # Nothing typed here may move the chart below.
            event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("panel"))
        painter.setPen(self._theme.color("hairline"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
