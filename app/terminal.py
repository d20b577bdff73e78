"""The terminal with a window: Qt, the frame clock and the core thread put together, and taken apart again in order.

Closing: a question when orders work, layout saved, intake off, the run ended cleanly, last batch written, threads joined within
five seconds. What a slot raises is logged and told in a sheet, and the rest goes on.
"""

import asyncio
import logging
import os
import signal
import sys
import time
from typing import Any

import psutil
import qasync
from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QApplication

from app import about_facts, collector, emblem, runtime, theme, which_core
from app.aids import Aids
from app.assembly import Assembly
from app.blotter_views import BlotterViews
from app.charts import Charts
from app.complaint import complain
from app.core_thread import INBOX_LIMIT
from app.crash import CrashSheet
from app.entrance import Entrance
from app.frame import FrameClock, Viewed
from app.frame_link import FrameLink
from app.hand_first import HandFirst
from app.headless import Ended
from app.journal_panel import JournalPanel
from app.keys import Keys
from app.language import CHINESE, ENGLISH, Languages
from app.leaving import Leaving
from app.limits_trying import LimitsTrying
from app.log_panel import LogPanel
from app.palette_rows import PaletteRows
from app.presets import Presets
from app.recovery_window import Patience
from app.rehearsing import Rehearsing
from app.settings import VERSION, Settings
from app.settings_panel import COMES_FIRST, SettingsPanel
from app.stop_signal import StopSignal
from app.stopping import Outside
from app.watching import Watching
from app.window import TerminalWindow
from app.workspaces import Workspaces
from core.domain.units import SECOND, Nanos
from core.edge.accounts import Accounts
from core.edge.tape_file import Tape
from core.messages.approvals import RequestApproval
from core.messages.outside import SetVenue
from core.projections.market import Market
from core.projections.pictures import Fault, HealthPicture
from core.projections.stop_pictures import Rehearse
from widgets import lengths
from widgets.core_words import heard
from widgets.full_name import full_name
from widgets.kill_switch.view import StopButton
from widgets.panels import PANELS
from widgets.style import THEMES
from widgets.tongue import english, told, tr

log = logging.getLogger(__name__)
REHEARSE_AFTER_MS = 2_000
"""After the first picture: the start has its own work to do."""


def run_window(settings: Settings, tape: Tape, stop_signal: StopSignal | None = None) -> int:
    """Opens the terminal and returns when it is closed; with --shot renders it offscreen and returns by itself."""
    if settings.shot:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if settings.scale != 100:
        os.environ["QT_SCALE_FACTOR"] = f"{settings.scale / 100:g}"
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("Quarterdeck")
    app.setQuitOnLastWindowClosed(False)
    app.setWindowIcon(emblem.icon())
    missing = theme.load_fonts(runtime.RESOURCES)
    terminal = Terminal(app, settings, tape, stop_signal)
    if missing:
        names = ", ".join(missing)
        terminal.warn(told("Fonts that could not be loaded: {names}. Another is used, and figures may not line up.", names=names))
    loop = qasync.QEventLoop(app)
    asyncio.set_event_loop(loop)
    with loop:
        running = loop.create_task(terminal.run())
        try:
            loop.run_until_complete(running)
        except RuntimeError:
            if running.done():
                raise
            # Qt ends its loop by itself when the screen has gone: an X server that died, a session that was logged out.
            terminal.shut()
            if not terminal.exit_code:
                terminal.exit_code = complain(tr("the screen is gone: the terminal has closed in order, the journal is whole"))
    return terminal.exit_code


class Terminal:
    """One window over one core."""

    def __init__(self, app: QApplication, settings: Settings, tape: Tape, stop_signal: StopSignal | None = None) -> None:
        self._app = app
        self._settings = settings
        self.languages = Languages(app, runtime.RESOURCES)
        trouble = self.languages.speak(settings.language)
        lengths.resize(settings.font_scale, settings.density)
        self.link = FrameLink()
        self._ended = Ended()
        patience = Patience(THEMES[settings.theme])
        try:
            self.assembly: Assembly = runtime.assemble(settings, tape, self.link, self._ended, patience)
        finally:
            patience.end()
        self.core = self.assembly.core
        self.outside = Outside(self.assembly, settings.dead_man_s, stop_signal)
        self.assembly.session.tell(*runtime.opening_lines(self.assembly)[1:], settings.file_problem, trouble)
        self.window = TerminalWindow(PANELS, THEMES[settings.theme], StopButton(THEMES[settings.theme]))
        self.window.set_version(
            told("Quarterdeck {version}, core: {said}", version=VERSION, said=heard(which_core.present().said)),
            *about_facts.facts(settings),
        )
        self.rehearsing = Rehearsing(settings.data, self.assembly.projections.kill, self.assembly.session.tell)
        self._rehearsal = QTimer()
        self._rehearsal.setSingleShot(True)
        self._rehearsal.setInterval(REHEARSE_AFTER_MS)
        self._rehearsal.timeout.connect(self.rehearsing.begin)
        self.window.asked.connect(self._on_asked)
        self.leaving = Leaving(self.window, self._working, self.close)
        self.window.closing.connect(self.leaving.ask)
        self.entrance = Entrance(self.window, self.assembly, Accounts(settings.data), settings.lock_after_s)
        self.presets = Presets(settings.data / "presets.json", self._on_unsaved)
        self.charts = Charts(settings.data / "charts.json", self._on_unsaved, keep=not settings.shot)
        for trouble in filter(None, (self.presets.trouble, self.charts.trouble)):
            self.warn(trouble)
        self.blotter_views = BlotterViews(settings.data / "blotters.json", self.assembly.session.tell)
        if not settings.shot:
            self.blotter_views.furnish(self.window.docking)
        for panel, furnish in (("ticket", self._furnish_ticket), ("basket", self._furnish_basket), ("chart", self.charts.furnish)):
            self.window.docking.furnish(panel, furnish)
        self.outside_venue = runtime.outside_of(settings, self.assembly)
        self.window.seat_asked.connect(self._ask_venue)
        self.workspaces = Workspaces(
            self.window, settings.data, self.assembly.session.tell, keep=not settings.shot,
            theme_is_chosen=settings.sources["theme"] != "default",
        )
        self.window.docking.links.listed = lambda: names(self.assembly.projections.market)
        self.keys = Keys(self.window, settings.data / "keys.json", self.assembly.session.tell)
        self.log_panel = LogPanel(self.window, settings.log_folder)
        self.journal_panel = JournalPanel(self.window, self.assembly, self.assembly.folders.journal)
        self.limits_trying = LimitsTrying(self.window, settings.data)
        self.aids = Aids(self.window, self.assembly, settings)
        self.settings_panel = SettingsPanel(self.window, settings, {
            "language": self.speak, "density": self.resize, "font_scale": self.resize,
            "sound_volume": self.aids.set_volume, "notifications": self.aids.set_notifications,
        })
        self.palette_rows = PaletteRows(self.window, self.assembly.projections, self.settings_panel)
        self.window.language_asked.connect(self._next_language)
        self.clock = FrameClock(
            self.link, self.window, self._viewed, self.core.wake, self.window.draw_frames, self._on_view_fault,
            settings.frame_rate,
        )
        self.window.paints_later = self.clock.paints_later
        self.hand_first = HandFirst(self.link)
        self.vitals = Vitals(self.assembly)
        self.watching = Watching(settings, self.outside.heartbeat, self.assembly.session.tell)
        self._stopped: asyncio.Event | None = None
        self.exit_code = 0
        self.crash = CrashSheet(self.window, self.window.about)

    async def run(self) -> None:
        self._stopped = asyncio.Event()
        self.open()
        for number in (signal.SIGINT, signal.SIGTERM):
            # Qt's loop never returns to Python while it sleeps; the frame timer lets the handler run within a frame.
            signal.signal(number, lambda *_: self.close())
        if self._settings.shot:
            QTimer.singleShot(round((self._settings.seconds or 20) * 1000), self._shoot)
        elif self._settings.seconds:
            QTimer.singleShot(round(self._settings.seconds * 1000), self.close)
        await self._stopped.wait()
        self.shut()

    def open(self) -> None:
        """Shows the window and sets core, frame clock and vitals going."""
        self._show()
        collector.window()
        self.assembly.start(time.monotonic_ns())
        self.entrance.start()
        if self.outside_venue is not None:
            self.outside_venue.start()
        self.clock.first_drawn = self._on_first_drawn
        self.clock.rests = collector.turn
        self.clock.start()
        self.hand_first.listen()
        self.vitals.start()
        self.watching.start(self.window)
        self.aids.open()

    def _furnish_ticket(self, view: Any) -> None:
        self._furnish_basket(view)
        self.presets.furnish(view)

    def _furnish_basket(self, view: Any) -> None:
        """The desk answers a question as it would its author's order."""
        view.signed = self.core.seat.signed

    def _on_unsaved(self, sentence: str) -> None:
        """Of a file of this window, which is in nobody's record."""
        log.warning("%s", english(sentence))
        self.window.show_notice(sentence)

    def _on_asked(self, asked: Any) -> None:
        if isinstance(asked, Rehearse):
            self.rehearsing.begin()
        elif not self.core.submit_now(asked):
            self.window.docking.not_taken(asked)
            self.window.stop_button.not_taken(asked)

    def _on_first_drawn(self) -> None:
        log.info("first moving picture painted")
        self.watching.watch()
        self.window.docking.links.meet()
        # Not with --shot: a picture of it is to be the same each time.
        if not self._settings.shot:
            self._rehearsal.start()

    def speak(self, language: str) -> None:
        """The whole window in it, at once; one of app.settings.LANGUAGES."""
        trouble = self.languages.speak(language)
        self.watching.speak(language)
        self.window.renew()
        if trouble:
            self.assembly.session.tell(trouble)

    def resize(self, _: object = None) -> None:
        """Type and rows as the settings have them now."""
        now = self.settings_panel.in_force
        if lengths.resize(now.font_scale, now.density):
            theme.apply(self._app, self.window.theme)
            self.window.renew()

    def _next_language(self) -> None:
        self.settings_panel.choose("language", CHINESE if self.languages.now == ENGLISH else ENGLISH)

    def close(self) -> None:
        """Asks run() to end."""
        if self._stopped is not None:
            self._stopped.set()

    def _show(self) -> None:
        width, height = self._settings.size_px
        self.window.resize(width, height)
        theme.apply(self._app, THEMES[self._settings.theme])
        self.window.show()
        self.workspaces.open()
        if self._settings.sources["size"].startswith(COMES_FIRST) and self.window.size() != QSize(width, height):
            # Whoever says it now means this start, whatever the layout was.
            self.window.showNormal()
            self.window.resize(width, height)
        if not self._settings.shot:
            self.settings_panel.follow_theme()

    def shut(self) -> None:
        """Takes everything apart, in order; at most five seconds."""
        self.clock.stop()
        self.hand_first.deafen()
        self.vitals.stop()
        self.watching.stop()
        self.entrance.close()
        self._rehearsal.stop()
        if self.outside_venue is not None and not self.outside_venue.stop():
            log.error("the line to %s did not end within five seconds", self.outside_venue.venue)
        self.rehearsing.close()
        self.outside.closing()
        self.aids.close()
        self.charts.save()
        self.blotter_views.save()
        self.workspaces.close()
        if not self.assembly.stop("the terminal was closed"):
            log.error("the core did not stop within five seconds")
            self.exit_code = 1
        self.outside.close()
        self.watching.close()
        problem = self._ended.problem or self.assembly.journal.error
        if problem:
            self.exit_code = complain(problem)
        self.log_panel.close()
        self.journal_panel.close()
        self.limits_trying.close()
        self.crash.close()
        for number in list(self.window.docking.sides):
            self.window.docking.close_side(number, tell=False)
        self.window.hide()
        self.window.deleteLater()

    def _viewed(self) -> Viewed:
        return [*self.window.visible_views(), ("stop", "kill", self.window.stop_button)]

    def _ask_venue(self, what: str) -> None:
        """One person asks; the People panel shows the request to the second one."""
        if what != "venue":
            return
        if self.outside_venue is None:
            self.assembly.session.tell(told("No outside venue is set: start with --outside-venue NAME:PORT."))
            return
        name = self.outside_venue.venue
        outside = name not in self.assembly.engine.state.outside.stops
        lacks = self.outside_venue.remote.lacks
        venue = SetVenue(name, outside, answer_ns=Nanos(self._settings.outside_answer_s * SECOND), lacks=lacks)
        self.core.submit(RequestApproval(venue, "asked at the terminal"))

    def warn(self, sentence: str) -> None:
        """To the operator and to the log."""
        log.warning("%s", english(sentence))
        self.assembly.session.tell(sentence)

    def _working(self) -> int:
        """Orders of ours that work now; read from this thread, so it may be one off, and the question is only asked."""
        return len(self.assembly.engine.state.oms.open)

    def _shoot(self) -> None:
        if not self.window.grab().save(self._settings.shot):
            self.exit_code = complain(f"cannot write the picture {self._settings.shot}: check that its folder exists and can be written")
            self.close()
            return
        print(f"{self._settings.shot}: {self.window.width()}x{self.window.height()} after {self.assembly.session.messages:,} messages")
        self.close()

    def _on_view_fault(self, key: str, error: Exception) -> None:
        log.error("panel %s raised and is off until the next start", key, exc_info=error)
        self.assembly.board.faults[f"panel {key}"] = Fault(told("panel {key}", key=key), 1, f"{type(error).__name__}: {error}")
        self.assembly.session.tell(told("Panel {key} failed and is off; everything else goes on. Details are in the log.", key=key))


def names(market: Market) -> dict[int, str]:
    """Full name of each listed instrument, by id; read from the window's thread."""
    return {int(one.instrument.id): full_name(one.instrument) for one in list(market.quotes.values())}


class Vitals:
    """Measures the terminal once a second and puts the picture where the health projection shows it."""

    def __init__(self, assembly: Assembly) -> None:
        self._assembly = assembly
        self._process = psutil.Process()
        self._core = which_core.present()
        self._timer = QTimer()
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.sample)
        self._version = 0
        self._entries = self._events = 0
        self._at = time.monotonic()

    def start(self) -> None:
        self.sample()
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def sample(self) -> None:
        assembly, core = self._assembly, self._assembly.core
        sequencer, journal = assembly.sequencer, assembly.journal
        now = time.monotonic()
        elapsed = max(now - self._at, 0.001)
        batches = sorted(list(journal.batch_ns)[-600:])
        self._version += 1
        assembly.projections.health.current = HealthPicture(
            self._version, round((sequencer.seq - self._entries) / elapsed), round((sequencer.events - self._events) / elapsed),
            core.lag.percentile_us(50), core.lag.percentile_us(99), core.inbox, INBOX_LIMIT, journal.waiting,
            _rank(batches, 50), _rank(batches, 99), journal.bytes_written, core.times.all.percentile_us(50),
            core.times.all.percentile_us(99), self._process.memory_info().rss, round(self._process.cpu_percent()),
            core.data_age_ms(time.monotonic_ns()), self._core.compiled, tuple(assembly.board.faults.values()), self._core.said,
            assembly.watch.free, sequencer.seq - assembly.keeping.snapshot_seq, journal.head_problem or assembly.keeping.problem,
            assembly.watch.space,
        )
        self._entries, self._events, self._at = sequencer.seq, sequencer.events, now
        if self._version % 60 == 0:
            core.lag.fade()
            core.times.all.fade()


def _rank(ordered_ns: list[int], percent: int) -> int:
    return ordered_ns[min(len(ordered_ns) * percent // 100, len(ordered_ns) - 1)] // 1000 if ordered_ns else 0
