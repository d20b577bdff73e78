"""The state strip at the top of every window: mode, kill switch, session, clock, age of the data, lag, profit.

Invariants: the mode is told by word, shape and tone together; an engaged kill switch outranks every mode in the
window's tone, in red when everything is stopped and in amber when a part is; only what changed is repainted (the clock
ten times a second). It shows and asks nothing: the stop button on its right belongs to whoever sets it.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from core.domain.enums import Mode
from core.projections.lines import Line, LinesPicture
from core.projections.people import ApprovalsPicture, PeoplePicture
from core.projections.pictures import HealthPicture, KillPicture, PositionsPicture, SessionPicture, VersionLook
from core.projections.results import DayPicture
from core.projections.stop_pictures import Rehearsed
from widgets import shapes
from widgets.banner import model
from widgets.banner.blocks import MODE_SHAPE
from widgets.banner.notice import Notice
from widgets.facts import FactStrip, Slot
from widgets.labels import MODE
from widgets.pace import Pace
from widgets.rehearsed import tested_caption, tested_line, tested_word
from widgets.scopes import part_caption
from widgets.style import BIG_PX, GRID_PX, Theme
from widgets.tongue import again, mark, tr
from widgets.type_face import TypeFace

HEIGHT_PX = 40
CLOCK_FRAMES = 3
"""Between two looks at the session: its milliseconds are for when it stands still; running, ten a second are more than one reads."""
SIGN_PX = 16
SLOTS = (
    Slot("person", "trader", "demo-operator", drop=8),
    Slot("alerts", mark("Alerts"), mark("12 unread"), drop=2),
    Slot("waits", mark("Approvals"), mark("2 wait"), drop=5),
    Slot("kill", mark("Kill switch"), mark("REDUCE ONLY")),
    Slot("rehearsal", mark("Rehearsal"), "", drop=10),
    Slot("line", mark("Venue"), mark("embedded"), drop=4),
    Slot("clock", "0000-00-00 UTC", "00:00:00.000", drop=1, heading=True),
    Slot("title", mark("Session"), "BTC-USD, C", drop=9, grows=True),
    Slot("diverged", mark("Tape diverged"), mark("by 10 messages"), drop=7),
    Slot("profit", mark("Day P&L"), mark("+10\u202f000.00 USD"), drop=3, heading=True),
    Slot("age", mark("Data age"), mark("1.0 s late"), drop=2),
    Slot("lag", mark("Core lag p99"), mark("10.0 ms"), drop=6),
    Slot("speed", mark("Speed"), "100×", drop=11),
    Slot("journal", mark("Journal"), mark("durable"), drop=12),
)
"""What a desk is run by gives way last: the clock, then the data's age, the day's result, the line to the venue."""
DIVERGED_TIP = (
    mark("Our own orders changed who traded with whom, so these recorded messages could not happen as recorded. The market "
    "from here on is the embedded exchange's, no longer exactly history's.")
)


class ModeBlock(QWidget):
    """The mode as a filled block with its own shape and word."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._mode = Mode.ENDED
        self._word = tr("NO SESSION")
        self._face = TypeFace(BIG_PX - 4, strong=True)
        widest = max(self._face.width(word) for word in (*MODE.values(), self._word))
        self.setFixedSize(QSize(int(widest) + SIGN_PX + 9 * GRID_PX, HEIGHT_PX - 1))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self._word)

    def show_mode(self, mode: Mode, word: str) -> None:
        if (mode, word) != (self._mode, self._word):
            self._mode, self._word = mode, word
            self.setAccessibleName(word)
            self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._theme.color(model.MODE_FILL[self._mode]))
        path = MODE_SHAPE[self._mode](SIGN_PX)
        path.translate(3 * GRID_PX, (self.height() - SIGN_PX) / 2)
        token = model.MODE_TOKEN[self._mode]
        painter.fillPath(path, self._theme.color("text" if token == "hairline" else token))
        self._face.use(painter)
        painter.setPen(self._theme.color("text"))
        self._face.left(painter, 3 * GRID_PX + SIGN_PX + 2 * GRID_PX, 0, self.height(), self._word)


class Part(QObject):
    """One projection's share of the banner, with the look() and draw() of a panel's view; it goes when the banner does."""

    def __init__(self, draw: Callable[[Any], None], banner: QWidget, every: int = 1) -> None:
        super().__init__(banner)
        self._draw = draw
        self._version = -1
        self._pace = Pace(every)

    def look(self) -> VersionLook | None:
        return VersionLook(self._version) if self._pace.due() else None

    def draw(self, picture: Any) -> None:
        self._version = picture.version
        self._draw(picture)


class Banner(QWidget):
    """tone: the token for the window's frame; it changes with mode and kill switch. stopped: what is, in words; empty: nothing.
    parts: by projection's name. told_to: number of the newest sentence for the operator that needs no telling here."""

    asked = Signal(object)
    tone_changed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None, told_to: int = 0) -> None:
        super().__init__(parent)
        self._theme = theme
        self.tone = "hairline"
        draws: dict[str, Callable[[Any], None]] = {
            "session": self.draw_session, "kill": self.draw_kill, "health": self.draw_health, "positions": self.draw_positions,
            "day": self.draw_day, "lines": self.draw_lines, "people": self.draw_people, "approvals": self.draw_approvals,
        }
        self.parts = {name: Part(draw, self, CLOCK_FRAMES if name == "session" else 1) for name, draw in draws.items()}
        self._session: SessionPicture | None = None
        self._health: HealthPicture | None = None
        self._told = told_to
        self.stopped = ""
        self._kill_tone = ""
        self._version_text = ""
        self._lines: tuple[Line, ...] = ()
        self._tips: dict[str, list[str]] = {"kill": [], "profit": [], "line": [], "rehearsal": []}
        """For the tooltip, below the facts."""
        self._mode = ModeBlock(theme, self)
        self._facts = FactStrip(theme, SLOTS, HEIGHT_PX - 1, self)
        self.notice = Notice(theme, self)
        self._line = QHBoxLayout()
        self._line.setContentsMargins(0, 0, 0, 1)
        self._line.setSpacing(GRID_PX)
        self._line.addWidget(self._mode)
        self._line.addWidget(self._facts, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._line)
        column.addWidget(self.notice)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("State of the terminal: no session yet"))
        self._facts.say("kill", tr("unknown"), "stale", sign=shapes.ring)
        self._facts.say("title", tr("Waiting for the core"), "muted")

    def take_over(self, before: "Banner") -> None:
        """In its place, as it stood: a notice that was dismissed does not come again."""
        self.tone, self.stopped = before.tone, before.stopped
        self._told = before._told
        self.notice.take_over(before.notice)
        self.set_version(before._version_text)

    def set_stop_button(self, button: QWidget) -> None:
        """Its right end, always in sight."""
        self._line.addSpacing(GRID_PX)
        self._line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._line.addSpacing(GRID_PX)

    def set_version(self, text: str) -> None:
        self._version_text = text
        self._set_tip()

    def show_notice(self, sentence: str) -> None:
        """An answer, or an alert, under the strip until it is dismissed or the next one comes."""
        self.notice.say(sentence)

    def fact(self, key: str) -> str:
        return self._facts.value(key)

    def fact_token(self, key: str) -> str:
        return self._facts.token(key)

    def draw_session(self, picture: SessionPicture) -> None:
        before = self._session
        self._session = picture
        self._facts.say("clock", model.clock_text(picture.at), caption=model.date_text(picture.at))
        if before is not None and _steady(before) == _steady(picture):
            return
        environment = model.environment_said(picture.environment)
        self._mode.show_mode(picture.mode, MODE[picture.mode])
        self._facts.say(
            "title", picture.title, caption=environment.text, caption_token=environment.token,
            kept=model.is_production(picture.environment),
        )
        self._facts.say("speed", model.speed_text(picture.speed))
        self._facts.say("journal", tr(picture.durability))
        self._facts.say("diverged", model.diverged_text(picture), "warning", sign=shapes.warning)
        news = [sentence for number, sentence in picture.told if number > self._told]
        if news:
            self._told = picture.told[-1][0]
            self.notice.tell(news)
        self._draw_age()
        self._set_tone()

    def draw_kill(self, picture: KillPicture) -> None:
        before = self.stopped
        self._kill_tone, self.stopped = model.kill_tone(picture), model.stopped_said(picture)
        word = model.kill_word(picture)
        if picture.part:
            value = model.part_scope(picture) if word == part_caption(len(picture.blocked)) else word
            caption = part_caption(len(picture.blocked))
            self._facts.say("kill", value, caption=caption, fill="warning_fill", sign=shapes.warning)
        elif picture.engaged:
            self._facts.say("kill", word, fill="critical_fill", sign=shapes.octagon)
        elif picture.stops:
            self._facts.say("kill", word, "warning", sign=shapes.warning)
        else:
            self._facts.say("kill", word, sign=shapes.ring)
        self._tips["kill"] = [self.stopped] if picture.part else []
        self._draw_rehearsal(picture.tested)
        self._set_tone(self.stopped != before)

    def _draw_rehearsal(self, tested: Rehearsed | None) -> None:
        """A switch that failed when it was tried is not one to rely on: that stays in sight, however little room there is."""
        word, caption = tested_word(tested), tested_caption(tested)
        if tested is None:
            self._facts.say("rehearsal", word, "warning", caption, sign=shapes.warning, kept=True)
        elif tested.problem:
            self._facts.say("rehearsal", word, caption=caption, fill="critical_fill", sign=shapes.warning, kept=True)
        else:
            self._facts.say("rehearsal", word, caption=caption)
        self._tips["rehearsal"] = [tested_line(tested)[0]]

    def draw_health(self, picture: HealthPicture) -> None:
        self._health = picture
        lag = model.lag_said(picture.core_lag_p99_us)
        self._facts.say("lag", lag.text, lag.token)
        self._draw_age()
        self._set_tip()

    def draw_day(self, picture: DayPicture) -> None:
        self._facts.say("profit", model.day_said(picture.rows), caption=model.day_caption(picture.day))

    def draw_positions(self, picture: PositionsPicture) -> None:
        self._tips["profit"] = model.profit_parts(picture.rows)
        self._set_tip()

    def draw_lines(self, picture: LinesPicture) -> None:
        """A lost line stays in sight: what stands at the venue is not known."""
        self._lines = picture.lines
        said = model.line_said(picture.lines)
        if said.lost:
            self._facts.say("line", said.text, caption=said.caption, fill="critical_fill", sign=shapes.warning, kept=True)
        elif said.waits:
            self._facts.say("line", said.text, "warning", said.caption, sign=shapes.warning, kept=True)
        else:
            self._facts.say("line", said.text, caption=said.caption)
        self._tips["line"] = model.line_sentences(picture.lines)
        self._set_tone()

    def draw_people(self, picture: PeoplePicture) -> None:
        said = model.person_said(picture)
        self._facts.say("person", said.text, said.token, caption=model.person_caption(picture))

    def draw_approvals(self, picture: ApprovalsPicture) -> None:
        self._facts.say("waits", model.waits_text(picture), "warning", sign=shapes.warning)

    def show_unread(self, critical: int, warnings: int) -> None:
        """Alerts that nobody acknowledged. A critical one stays in sight."""
        count = critical + warnings
        words = tr("{count} unread", count=count) if count else ""
        if critical:
            self._facts.say("alerts", words, fill="critical_fill", sign=shapes.octagon, kept=True)
        else:
            self._facts.say("alerts", words, "warning", sign=shapes.warning)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for part in (self._mode, self._facts, self.notice):
            part.set_theme(theme)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.color("panel"))
        painter.setPen(QPen(self._theme.color("hairline")))
        painter.drawLine(0, HEIGHT_PX - 1, self.width(), HEIGHT_PX - 1)

    def _draw_age(self) -> None:
        if self._health is not None and self._session is not None:
            age = model.data_age_said(self._health, self._session.mode)
            self._facts.say("age", age.text, age.token)

    def _set_tone(self, restate: bool = False) -> None:
        """restate: what is stopped has changed, whether it changes the tone or not."""
        mode = self._session.mode if self._session is not None else None
        tone = model.tone(mode, self._kill_tone)
        if self._session is not None and mode is not None:
            self.setAccessibleName(model.spoken(self._session, MODE[mode], self.stopped, self._lines))
        if tone != self.tone or restate:
            self.tone = tone
            self.tone_changed.emit(tone)
        self._set_tip()

    def _set_tip(self) -> None:
        lines = [again(self._version_text)] if self._version_text else []
        if self._session is not None and self._session.diverged:
            lines.append(tr(
                "Tape diverged {diverged}. {diverged_tip}",
                diverged=model.diverged_text(self._session), diverged_tip=tr(DIVERGED_TIP),
            ))
        self._mode.setToolTip("\n".join(lines))
        self._facts.set_tip("\n".join([*(line for tips in self._tips.values() for line in tips), *lines]))


def _steady(picture: SessionPicture) -> tuple[object, ...]:
    """Everything but the clock and the counters."""
    return (
        picture.mode, picture.environment, picture.title, picture.speed, picture.durability, picture.diverged,
        picture.told,
    )
