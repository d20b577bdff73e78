"""Between what is raised and its panel: the list of this run, who has read what of it, and the way to what an alert is about.

Invariants: everything that sounds, but a fill, and everything that the strip under the banner says is in the list; a sentence that a
person dismisses there is acknowledged by that person, and nothing else is; each new line is in the log, so what the list no longer
has is there. Panels are given a list only while they can be seen.
"""

import logging
import time

from PySide6.QtCore import QObject, QTimer

from app.alert_book import AlertBook
from app.alert_words import Held
from app.alerts import Alerts, Heard
from app.assembly import Assembly
from app.dock import FIRST_LINK
from app.window import TerminalWindow
from core.projections.risk_pictures import GaugeRow, RiskPicture
from widgets.alerts.model import SEVERITY, SOURCE, Alert, Source
from widgets.alerts.view import SHELF_MIN, AlertsView
from widgets.tongue import english

log = logging.getLogger(__name__)
PANEL = "alerts"
MEASURED_MS = 2_000
"""Between two looks at the limits that alerts say are full, and at the shelves' minutes, while the panel is seen. Chosen."""


class AlertsPanel(QObject):
    def __init__(self, window: TerminalWindow, assembly: Assembly, alerts: Alerts) -> None:
        super().__init__(window)
        self._window, self._assembly = window, assembly
        self.book = AlertBook(time.monotonic_ns)
        self._views: list[AlertsView] = []
        self._standing: tuple[str, str] = ("", "")
        """The notice that tells of an alert, and the alert's own sentence."""
        alerts.is_shelved = self.book.is_shelved
        alerts.heard.connect(self._hear)
        window.docking.furnish(PANEL, self._furnish)
        window.renewed.connect(self._follow_banner)
        self._follow_banner()
        self._measures = QTimer(self)
        self._measures.setInterval(MEASURED_MS)
        self._measures.timeout.connect(self._look)

    def show(self, sentence: str, notice: str) -> None:
        """Puts the alert that says so under the banner, as that notice."""
        self._standing = (notice, sentence)
        self._window.show_notice(notice)

    # what comes -----------------------------------------------------------------------------------------------------

    def _hear(self, batch: list[Heard]) -> None:
        for one in batch:
            if one.ends:
                self.book.end(one.ends)
            if one.named is not None:
                self._log(*self.book.raise_(one.named, one.at))
        self._show()

    def _on_said(self, notice: str) -> None:
        """What stands under the banner; an alert is in the list already."""
        if notice != self._standing[0]:
            self._log(*self.book.note(notice, self._assembly.session.at or self._assembly.tape.head.first_at))
            self._show()

    def _on_dismissed(self, notice: str) -> None:
        if notice == self._standing[0]:
            alert = self.book.newest(self._standing[1])
            if alert is not None:
                self._acknowledge((alert.id,))

    def _log(self, alert: Alert, is_new: bool) -> None:
        if is_new:
            log.info("alert %s, %s: %s", SEVERITY.source(alert.severity), SOURCE.source(alert.source), english(alert.sentence))

    # panels ---------------------------------------------------------------------------------------------------------

    def _furnish(self, view: AlertsView) -> None:
        self._views.append(view)
        view.destroyed.connect(lambda: self._views.remove(view))
        view.shown.connect(lambda: self._on_shown(view))
        view.acknowledged.connect(self._acknowledge)
        view.followed.connect(self._follow)
        view.shelved.connect(self._shelve)
        view.measured.connect(self._on_measured)

    def _on_shown(self, view: AlertsView) -> None:
        view.give(self.book.picture())
        self._measures.start()
        self._look()

    def _show(self) -> None:
        seen = [view for view in self._views if view.isVisible()]
        if seen:
            picture = self.book.picture()
            for view in seen:
                view.give(picture)
        self._window.banner.show_unread(*self.book.unread())

    def _follow_banner(self) -> None:
        """The one that the window has now, in another language or size of type."""
        banner = self._window.banner
        banner.notice.said.connect(self._on_said)
        banner.notice.dismissed.connect(self._on_dismissed)
        banner.show_unread(*self.book.unread())

    # what a person does ---------------------------------------------------------------------------------------------

    def _acknowledge(self, ids: tuple[int, ...]) -> None:
        """The record has no message for it: it is kept in this window's memory."""
        session, person = self._assembly.session, self._assembly.core.seat.person
        if self.book.acknowledge(ids, person, session.at):
            log.info("%d alerts acknowledged by %s", len(ids), person or "nobody")
        self._show()

    def _follow(self, alert: Alert) -> None:
        target = alert.target
        if target.instrument:
            self._window.docking.links.choose(FIRST_LINK, target.instrument)
        row = self._assembly.projections.orders.rows.get(target.order)
        self._window.focus_panel(target.panel)
        if row is not None and target.panel == "orders":
            self._window.view(target.panel).tell(row.key)

    def _shelve(self, source: Source) -> None:
        shelved = self.book.is_shelved(source)
        self.book.shelve(source, 0 if shelved else SHELF_MIN)
        log.info("alerts shelved for %d minutes: %s", 0 if shelved else SHELF_MIN, SOURCE.source(source))
        self._show()

    # whether limits still hold --------------------------------------------------------------------------------------

    def _look(self) -> None:
        seen = [view for view in self._views if view.isVisible()]
        if not seen:
            self._measures.stop()
            return
        seen[0].wants_uses = bool(self.book.open_limits())
        if self.book.shelved() or seen[0].shows_shelves():
            self._show()

    def _on_measured(self, picture: RiskPicture) -> None:
        changed = False
        for held in self.book.open_limits():
            full = _full(held, picture.reading.gauges)
            changed |= full is not None and self.book.measured(held, full)
        if changed:
            self._show()


def _full(held: Held, gauges: tuple[GaugeRow, ...]) -> bool | None:
    """Whether the limit's use is at the percent still, or again. None: it is not measured now."""
    _, rule, scope, instrument, percent = held
    for row in gauges:
        where = row.instrument.id if row.instrument is not None else 0
        whose = f"{row.kind.name.lower()} {row.name}".rstrip()
        if (int(row.limit.rule), where) == (rule, instrument) and scope.partition(", ")[0] == whose and row.used is not None:
            return bool(row.used * 100 >= percent * row.counts)
    return None

