"""The statistics panel: the equity curve with the figures, then by strategy, instrument and hour, then day by day.

Invariants: net and gross, and total and closed, are named apart wherever they stand; money is never without its currency; what is not
defined is a dash; a hidden section is not asked for. It asks for nothing.
"""

from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.projections.results import EquityPicture, Grouping, PerformanceLook, PerformancePicture, StatisticsPicture
from widgets.flat import Caption, FlatButton
from widgets.line_plot import LinePlot
from widgets.pace import Pace
from widgets.sections import Sections
from widgets.sheet import Sheet
from widgets.statistics import model
from widgets.statistics.grid import FactGrid
from widgets.style import GRID_PX, ROW_PX, Theme, px
from widgets.tongue import tr

EVERY_FRAMES = 30
"""Once a second at 30 frames: a picture goes through every round trip of the run."""
SECTIONS = (Grouping.ALL, Grouping.STRATEGY, Grouping.INSTRUMENT, Grouping.HOUR, Grouping.ALL)
OVERVIEW, DAYS = 0, 4
FIRST = {Grouping.STRATEGY: (3, True), Grouping.INSTRUMENT: (3, True), Grouping.HOUR: (0, False)}
"""By which column a table begins sorted, and whether the largest comes first."""


class StatisticsView(QWidget):
    asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pace = Pace(EVERY_FRAMES)
        self._equity: EquityPicture | None = None
        self._statistics: StatisticsPicture | None = None
        self.figures = FactGrid(theme, tr("Figures"), model.NO_CURVE)
        self.curve = LinePlot(theme, tr("Equity, net"), model.axis_text, model.NO_CURVE)
        self.groups = {
            by: Sheet(
                theme, tr("Statistics by {lower}", lower=word.lower()), model.columns(by), model.NOTHING, FIRST[by], sideways=True,
            ) for by, word in model.BY.items()
        }
        self.days = Sheet(theme, tr("P&L by trading day"), model.DAYS, model.NO_DAYS)
        self.currency = FlatButton("", theme, tr("Currency"), tr("The next currency that something was won or lost in"))
        self.currency.clicked.connect(self._next_currency)
        self.currency.hide()
        self.unit = Caption(theme, token="muted")
        """Where there is nothing to choose."""
        self.unit.hide()
        self._lay_out()
        self.sections.turned.connect(self._turned)
        self.setAccessibleName(tr("Statistics"))
        self.setFocusProxy(self.sections.buttons[0])
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def _lay_out(self) -> None:
        first = QWidget()
        line = QHBoxLayout(first)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2 * GRID_PX)
        line.addWidget(self.figures, 3)
        line.addWidget(self.curve, 2)
        self.sections = Sections(self._theme, (
            (tr("Overview"), tr("The equity curve and the figures of the run"), first),
            (tr("Strategies"), tr("Round trips and execution by strategy"), self.groups[Grouping.STRATEGY]),
            (tr("Instruments"), tr("Round trips and execution by instrument"), self.groups[Grouping.INSTRUMENT]),
            (tr("Hours"), tr("By the hour of the day, on the session's clock"), self.groups[Grouping.HOUR]),
            (tr("Days"), tr("P&L of each trading day"), self.days),
        ), (self.unit, self.currency))  # fmt: skip
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.sections)

    def sizeHint(self) -> QSize:
        return QSize(px(900), px(300))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(320), 5 * ROW_PX)

    def look(self) -> PerformanceLook | None:
        if not self._pace.due():
            return None
        equity, statistics = self._equity, self._statistics
        by = SECTIONS[self.sections.front]
        return PerformanceLook(
            by, equity.currency if equity is not None else "", equity.version if equity is not None else -1,
            statistics.version if statistics is not None and statistics.by is by else -1,
        )

    def draw(self, picture: PerformancePicture) -> None:
        if picture.equity is not None:
            self._equity = picture.equity if picture.equity.currency else None
        if picture.statistics is not None:
            self._statistics = picture.statistics
        self._show()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        parts: list[Any] = [self.figures, self.curve, *self.groups.values(), self.days, self.currency, self.unit, self.sections]
        for part in parts:
            part.set_theme(theme)
        self.update()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._pace.hurry()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self._theme.color("panel"))

    def _turned(self, number: int) -> None:
        self._pace.hurry()
        self._show()

    def _next_currency(self) -> None:
        if self._equity is not None and self._equity.currencies:
            known = self._equity.currencies
            following = known[(known.index(self._equity.currency) + 1) % len(known)]
            # Nothing of the other one is drawn yet.
            self._equity = replace(self._equity, currency=following, version=-1)
            self._pace.hurry()

    def _show(self) -> None:
        front, equity, statistics = self.sections.front, self._equity, self._statistics
        by = SECTIONS[front]
        told = statistics if statistics is not None and statistics.by is by else None
        self._say_currency(equity)
        if front == OVERVIEW:
            currency = equity.currency if equity is not None else ""
            row = model.pick(told.rows, currency) if told is not None else None
            self.figures.show_facts(model.facts(equity, row))
            self.curve.show_points(equity.points if equity is not None else (), currency)
        elif front == DAYS:
            self.days.show_rows(model.day_rows(equity) if equity is not None else [])
        elif told is not None:
            self.groups[by].show_rows(model.group_rows(told.rows, by))

    def _say_currency(self, equity: EquityPicture | None) -> None:
        """Figures without their unit are none, also where there is but one."""
        currency = equity.currency if equity is not None else ""
        words = tr("In {currency}", currency=currency) if currency else ""
        several = equity is not None and len(equity.currencies) > 1
        self.currency.setText(words)
        self.currency.setVisible(several)
        self.unit.say(words, shorter=(currency,))
        self.unit.setMinimumWidth(self.unit.width_of(currency) + GRID_PX)
        self.unit.setMaximumWidth(self.unit.width_of(words) + GRID_PX)
        self.unit.setVisible(bool(words) and not several)
