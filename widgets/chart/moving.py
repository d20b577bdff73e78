"""Moving an order of ours by its line: when that is allowed, what is said of it, and what is asked for.

Invariants: as in the ladder. Unarmed nothing is taken hold of; what would trade or fire at once moves with Shift only, judged by
the touch at the drop; it disarms by itself for the same reasons (widgets/arming.py), and what is in the hand is then let go of. A move
asked for here that is refused is said here.
"""

from collections.abc import Callable
from typing import NamedTuple

import msgspec
from PySide6.QtCore import QObject, Signal

from core.domain.instrument import Instrument
from core.projections.chart_pictures import CandlesLook, CandlesPicture
from core.projections.pictures import OwnOrder
from widgets.answers import Answers
from widgets.arming import Arming, Ground
from widgets.chart import form
from widgets.chart.header import ChartHeader
from widgets.chart.marks import Drag, arm_first
from widgets.chart.model import ChartModel
from widgets.chart.plot import ChartPlot
from widgets.hint import REFUSED_MS, Hint
from widgets.moves import GIVEN_UP, HELD_BACK, AtOnce, Said, Touch, at_once
from widgets.sizes import plain_qty_text
from widgets.tongue import tr


def carrying(instrument: Instrument, drag: Drag, touch: Touch) -> Said:
    """For an order in the hand."""
    order = drag.order
    if drag.price == order.at:
        return Said(tr("back where it was"), "text")
    was, price = instrument.price_text(order.at), instrument.price_text(drag.price)
    acts = at_once([order], drag.price, touch)
    if acts is AtOnce.FIRE:
        return Said(
            tr("{was} \u2192 {price} would fire at once: hold Shift", was=was, price=price), "warning",
            (tr("would fire at once: hold Shift"), tr("{to} fires at once: hold Shift", to=price)),
        )
    if acts:
        return Said(
            tr("{was} \u2192 {price} would trade at once: hold Shift", was=was, price=price), "warning",
            (tr("would trade at once: hold Shift"), tr("{to} crosses: hold Shift", to=price)),
        )
    moves = tr("move {plain_qty}: {was} \u2192 {price}", plain_qty=plain_qty_text(instrument, order.leaves), was=was, price=price)
    return Said(moves, "text", (f"{was} \u2192 {price}",))


class Heard(NamedTuple):
    """Of the last picture; not the picture, which may hold a million bars."""

    asked: int
    refusals: int


class Moving(QObject):
    asked = Signal(object)

    def __init__(self, header: ChartHeader, plot: ChartPlot, model: ChartModel, is_seen: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._header, self._plot, self._model = header, plot, model
        self._ground: Ground | None = None
        self._heard: Heard | None = None
        self.answers = Answers()
        self.arming = Arming(is_seen, tr("the chart is hidden"), self)
        self.hint = Hint(is_seen, self)
        self.hint.changed.connect(self.say)
        self.arming.changed.connect(self._show_armed)
        self.arming.said.connect(self.hint.give)
        header.arm_pressed.connect(self.toggle)
        plot.moved.connect(self._drop)
        plot.carried.connect(self._carry)
        plot.given_up.connect(lambda: self.hint.give(tr(GIVEN_UP)))
        plot.unarmed.connect(lambda: self.hint.give(arm_first()))

    def meet(self, picture: CandlesPicture) -> None:
        """Before it is shown."""
        ground = Ground(
            picture.instrument.id, picture.mode, picture.kill_engaged, picture.stale, bool(picture.bid or picture.ask or picture.candles),
        )
        self.arming.meet(self._ground, ground)
        self._ground, self._heard = ground, Heard(picture.asked, picture.refusals)
        refused = self.answers.hear(picture)
        if refused:
            self.hint.give(refused, "critical", REFUSED_MS)

    def forget(self) -> None:
        """Another instrument is asked for."""
        self.arming.disarm(tr("disarmed: another instrument"))
        self._ground = self._heard = None
        # A refusal's amounts are in its own instrument's units, and those are not shown any more.
        self.answers = Answers()

    def asks(self, look: CandlesLook) -> CandlesLook:
        """With what is waited for; until the last asking is known to the core, whatever came meanwhile is told again."""
        answers = self.answers
        if not answers.count:
            return look
        told = self._heard is not None and self._heard.asked == answers.count
        return msgspec.structs.replace(
            look, version=look.version if told else -1, asked=answers.count, sent=answers.sent, about=answers.about, since=answers.since,
        )

    def not_taken(self) -> None:
        """What was asked just now, by the core."""
        self.hint.give(self.answers.leave(), "critical", REFUSED_MS)

    def toggle(self) -> None:
        if self.arming.armed:
            self.arming.disarm()
        else:
            self.arming.arm(self._ground)

    def say(self) -> None:
        """What is in the hand, else the sentence of the moment, else nothing: then the header has the bar's values."""
        drag, instrument = self._plot.prices.own.drag, self._model.instrument
        if drag is not None and drag.moved and instrument is not None:
            self._header.tell(*carrying(instrument, drag, self._model.touch()))
        else:
            self._header.tell(self.hint.text, self.hint.token)

    def _show_armed(self, armed: bool) -> None:
        self._model.armed = armed
        self._header.arm.show_armed(armed)
        self._plot.set_armed(armed)
        self.say()

    def _carry(self) -> None:
        self.arming.touched()
        self.say()

    def _drop(self, order: OwnOrder, price: int, firmly: bool) -> None:
        if not self.arming.armed:
            return
        acts = at_once([order], price, self._model.touch())
        if acts and not firmly:
            self.hint.give(tr(HELD_BACK[acts]), "warning")
            return
        for command in form.dropped(order, price):
            self.answers.asked(command, self._heard)
            self.asked.emit(command)
