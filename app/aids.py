"""What helps the operator beside the panels: sounds, tray and notifications, pictures of the window, help pages, the tour.

Invariants: none of them changes a decision; each fails by being absent.
"""

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from app import picture
from app.alerts import Alerts, Kind
from app.alerts_panel import AlertsPanel
from app.assembly import Assembly
from app.settings import Settings
from app.sounds import Sounds
from app.tour import Example, Tour
from app.tray import Tray
from app.window import TerminalWindow
from core.domain.enums import Side
from core.domain.instrument import Instrument
from widgets.help.view import FRONT, HelpView
from widgets.ticket.steps import qty_step
from widgets.ticket.view import TicketView
from widgets.tongue import Table, joined, told

DOCS = Path(__file__).parents[1] / "docs"
PAGES = {
    "watchlist": "ladder#watchlist-ctrl1", "ladder": "ladder#ladder-ctrl2", "chart": "charts#chart-ctrl3", "depth": "ladder#depth-ctrl4",
    "heatmap": "charts#heatmap-ctrlshift4", "tape": "ladder#time-and-sales-ctrl5", "ticket": "ticket", "basket": "ticket#baskets",
    "orders": "blotters#orders-ctrl7", "groups": "orders#order-groups-ctrlshift7", "fills": "blotters#fills-ctrl8",
    "positions": "blotters#positions-ctrl9", "account": "blotters#account-ctrlshift9", "kill": "stopping#kill-switch-ctrl0",
    "stops": "stopping#stops-ctrlshift0", "triggers": "stopping#triggers", "reconciliation": "orders#reconciliation-ctrlshift8",
    "risk": "limits#at-the-terminal", "limits_try": "limits#the-time-machine", "statistics": "health#statistics-ctrlt",
    "operations": "venue#market-operations-ctrlm", "alerts": "alerts", "health": "health#health-ctrlh",
    "people": "people#at-the-terminal", "settings": "window#settings", "keys": "window#keys", "log": "health#log-ctrlshiftg",
    "journal": "journal#the-panel-ctrlj", "help": "window#help-ctrlshiftf1",
}
"""The page about each panel, and the heading where it begins to be about it; without a panel in focus it is the front page."""
TITLES = Table({Kind.STOP: "Stopped", Kind.ALERT: "Alert", Kind.WARNING: "Warning", Kind.REFUSAL: "Refused", Kind.FILL: "Filled"})
BELOW_BP = 200
"""Chosen: how far below the bid the tour's second order waits, in hundredths of a percent; within the collar and the bands of the
demonstration, and further than its market goes while somebody reads on."""


class Aids(QObject):
    """Made with the window, closed before the core stops."""

    def __init__(self, window: TerminalWindow, assembly: Assembly, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._assembly, self._settings = window, assembly, settings
        self.alerts = Alerts(self._instrument, self._instrument_of, self)
        self.alerts.told.connect(self._on_told)
        self.alerts_panel = AlertsPanel(window, assembly, self.alerts)
        assembly.board.subscribe("alerts", self.alerts.take, ours_only=True)
        # Where nobody sees the window, nobody listens.
        self._heard = not settings.shot and QGuiApplication.platformName() != "offscreen"
        self.sounds = Sounds(settings.sound_volume if self._heard else 0)
        self.tray = Tray(window, window.close)
        self.set_notifications(settings.notifications)
        self.tour = Tour(window, settings.data, self._fill_ticket)
        window.aid_asked.connect(self._do)
        window.help_asked.connect(self.show_help)
        window.docking.furnish("help", lambda view: view.give_folder(DOCS))

    def open(self) -> None:
        """After the window stands."""
        if not self._settings.shot and self._settings.sources["session"] == "default":
            self.tour.offer()

    def close(self) -> None:
        self.alerts.told.disconnect(self._on_told)
        self.tray.close()
        self.sounds.close()

    def set_volume(self, percent: int) -> None:
        self.sounds.volume = percent if self._heard else 0

    def set_notifications(self, on_or_off: str) -> None:
        self.tray.notifications = on_or_off == "on"

    def show_help(self, panel_id: str) -> None:
        self._window.focus_panel("help")
        view = self._window.view("help")
        assert isinstance(view, HelpView)
        view.open(PAGES.get(panel_id, FRONT))

    # parts ----------------------------------------------------------------------------------------------------------

    def _on_told(self, kind: Kind, sentence: str, count: int) -> None:
        self.sounds.play(kind.value)
        self.tour.hear(kind)
        if kind is not Kind.FILL:
            more = told(" (and {count} more)", count=count - 1) if count > 1 else ""
            self.tray.tell(TITLES[kind], sentence + more, critical=kind in (Kind.STOP, Kind.ALERT))
            if kind in (Kind.ALERT, Kind.WARNING):
                self.alerts_panel.show(sentence, joined(sentence, more.strip()))

    def _do(self, what: str) -> None:
        if what == "tour":
            self.tour.begin()
        elif what == "mute":
            self.sounds.muted = not self.sounds.muted
            self._window.show_notice(told("Sounds are off until they are put on again.") if self.sounds.muted else told("Sounds are on."))
        else:
            now = datetime.now(UTC)
            made = picture.stamped(
                self._window.in_front(), self._window.theme, picture.stamp(now, self._assembly.session.at, self._window.about[0])
            )
            folder = self._settings.data / "pictures"
            self._window.show_notice(picture.save(made, folder, now) if what == "picture_file" else picture.copy(made))

    def _instrument(self, id: int) -> Instrument | None:
        quote = self._assembly.projections.market.quotes.get(id)
        return quote.instrument if quote is not None else None

    def _instrument_of(self, order_id: int) -> Instrument | None:
        row = self._assembly.projections.orders.rows.get(order_id)
        return row.instrument if row is not None else None

    def _fill_ticket(self, example: Example) -> bool:
        """For the ticket's own instrument: what it is filled with must be an order there."""
        ticket = self._window.view("ticket")
        picture = ticket.picture if isinstance(ticket, TicketView) else None
        if picture is None or picture.bid <= 0 or picture.ask <= 0:
            return False
        tick = picture.instrument.tick
        if example is Example.TRADES:
            # Across the spread by a little, for the market goes on while somebody reads.
            price = picture.ask + 20 * tick
        else:
            price = max(picture.bid * (10_000 - BELOW_BP) // 10_000 // tick * tick, tick)
        ticket.prefill(Side.BUY, price, qty_step(picture.instrument))
        return True
