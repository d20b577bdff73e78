"""What the chart holds of one instrument: its bars, what is worked out of them, our fills and orders, trades, and another
instrument's bars to compare with. Qt-free.

Invariants: prices stay integers here, to_price() makes the floats that only drawing uses. A picture that does not fit what
is held (another interval, a gap) is never half taken: everything is asked for again. What is worked out of bars follows the
bars that changed, and no others.
"""

from enum import Enum

import numpy as np

from core.domain.enums import Side
from core.domain.instrument import Instrument
from core.projections.chart_pictures import CandlesLook, CandlesPicture
from core.projections.pictures import OwnOrder
from core.projections.prints import FIELDS as PRINT_FIELDS
from core.projections.prints import TRADES_A_PICTURE
from widgets.chart.candles import AT, CLOSE, HIGH, LOTS, LOW, OPEN, Candles, Ints
from widgets.chart.kinds import DEFAULT_MEASURE, Drawn, Measure
from widgets.chart.smoothing import Floats, follow
from widgets.chart.studies import Study, Unit
from widgets.chart.trades import NO_CELLS, Cells, Trades
from widgets.moves import Touch
from widgets.scales import clock_text
from widgets.sizes import size_text
from widgets.tongue import tr


class Change(Enum):
    NOTHING = 0
    """What is on screen is still right."""
    GROWN = 1
    RESTARTED = 2
    """Another market, run or interval: nothing of the old view holds."""


class HeikinAshi:
    """Smoothed bars: the close is the mean of a bar's four prices, the open the mean of the smoothed bar before."""

    def __init__(self) -> None:
        self.candles = Candles()
        self._opens: Floats = np.zeros(1024)

    def extend(self, bars: Candles, changed: int) -> None:
        first = min(changed, self.candles.count)
        if first >= bars.count:
            return
        while len(self._opens) < bars.count + 1:
            self._opens = np.concatenate((self._opens, np.zeros_like(self._opens)))
        prices = [bars.field(one, max(first - 1, 0), bars.count).astype(np.float64) for one in (OPEN, HIGH, LOW, CLOSE)]
        closes = (prices[0] + prices[1] + prices[2] + prices[3]) / 4
        if first == 0:
            self._opens[0] = (prices[0][0] + prices[3][0]) / 2
        if bars.count > 1:
            # The open of a bar is halfway between the open and the close before: an average that follows with one half.
            start = max(first, 1)
            follow(self._opens[start - 1:], np.concatenate(([0.0], closes[start - max(first - 1, 0) - 1:])), 0.5, 1, bars.count - start + 1)
        closes = closes[first - max(first - 1, 0):]
        opens = self._opens[first:bars.count]
        part = self.candles.shape_like(bars, first)
        part[OPEN], part[CLOSE] = np.rint(opens), np.rint(closes)
        part[HIGH] = np.maximum(part[HIGH], np.maximum(part[OPEN], part[CLOSE]))
        part[LOW] = np.minimum(part[LOW], np.minimum(part[OPEN], part[CLOSE]))
        self.candles.settle(first, bars.count)


class ChartModel:
    """instrument_id, measure, compare_id: what is wanted; the rest is what is held. shown: the bars that are drawn."""

    def __init__(self) -> None:
        self.instrument_id = 0
        self.measure = DEFAULT_MEASURE
        self.drawn = Drawn.CANDLES
        self.compare_id = 0
        self.profile = self.armed = False
        self.instrument: Instrument | None = None
        self.candles = Candles()
        self.fills: list[tuple[int, int, Side, int]] = []
        self.own: tuple[OwnOrder, ...] = ()
        self.trades = Trades()
        self.compared = Candles()
        self.compared_with: Instrument | None = None
        self.studies: list[Study] = []
        self.listed: tuple[Instrument, ...] = ()
        self.bid = self.ask = 0
        self._smoothed: HeikinAshi | None = None
        self._held = Measure(-1)
        self._amended = 0
        self._trades_whole = False
        self._generation = -1
        self._version = -1

    @property
    def shown(self) -> Candles:
        return self._smoothed.candles if self._smoothed is not None else self.candles

    def look(self) -> CandlesLook:
        fits = self._held == self.measure
        units, lots, interval_ns = self.measure.units, 0, self.measure.interval_ns
        if units and self.instrument is not None:
            lots = self.measure.lots(self.instrument)
        elif units:
            # How many lots that is, the first answer will tell.
            interval_ns = DEFAULT_MEASURE.interval_ns
        prints = self.trades.cursor if self.drawn is Drawn.FOOTPRINT or self.profile else -1
        # Beside itself it would be its own line: the comparison rests while its instrument is the one that is shown.
        shown = self.instrument.id if self.instrument is not None else self.instrument_id
        compare = self.compare_id if self.measure.interval_ns and self.compare_id != shown else 0
        return CandlesLook(
            self._version if fits else -1, self._generation, self.instrument_id, interval_ns,
            self.candles.count if fits else 0, len(self.fills), lots, prints, compare, self.compared.count if fits and compare else 0,
            self._amended, self.armed,
        )

    # what is wanted --------------------------------------------------------------------------------------------------

    def want_measure(self, measure: Measure) -> None:
        """The candles held stay until those of the new measure come, for one frame."""
        self.measure = measure

    def want_instrument(self, instrument_id: int) -> None:
        self.instrument_id = instrument_id
        self._forget()

    def want_drawn(self, drawn: Drawn) -> None:
        self.drawn = drawn
        if drawn is not Drawn.HEIKIN_ASHI:
            self._smoothed = None
        elif self._smoothed is None:
            self._smoothed = HeikinAshi()
            self._smoothed.extend(self.candles, 0)

    def want_profile(self, on: bool) -> None:
        self.profile = on

    def want_compared(self, instrument_id: int) -> None:
        """0: none."""
        self.compare_id = instrument_id
        self.compared_with = None
        self.compared.clear(self.measure.interval_ns)
        self._version = -1

    def want_studies(self, studies: list[Study]) -> None:
        """Those that are held already go on as they are."""
        for study in studies:
            if study not in self.studies:
                study.clear()
                study.extend(self.candles, 0)
        self.studies = studies

    # what comes ------------------------------------------------------------------------------------------------------

    def take(self, picture: CandlesPicture) -> Change:
        if self.instrument_id not in (0, picture.instrument.id):
            return Change.NOTHING  # an answer to what was asked before somebody chose something else
        lots = self.measure.lots(picture.instrument) if self.measure.units else 0
        if (picture.interval_ns, picture.lots) != (self.measure.interval_ns, lots):
            if lots and self.instrument is None:
                self.instrument = picture.instrument
            return Change.NOTHING
        held = self.instrument.id if self.instrument is not None else picture.instrument.id
        if picture.generation == self._generation and held != picture.instrument.id:
            self._forget()
            return Change.RESTARTED
        restarted = (picture.generation, self.measure, picture.instrument.id) != (self._generation, self._held, held)
        if picture.first > (0 if restarted else self.candles.count):
            self._forget()
            return Change.RESTARTED
        if restarted:
            self._restart(picture)
        return self._fill(picture, restarted)

    def _restart(self, picture: CandlesPicture) -> None:
        self.candles.clear(picture.interval_ns)
        self.compared.clear(picture.interval_ns)
        for study in self.studies:
            study.clear()
        if self._smoothed is not None:
            self._smoothed.candles.clear(picture.interval_ns)
        if picture.generation != self._generation:
            self.fills.clear()
            self.trades.clear()

    def _fill(self, picture: CandlesPicture, restarted: bool) -> Change:
        self.instrument, self._held = picture.instrument, self.measure
        self._generation, self._version = picture.generation, picture.version
        self.bid, self.ask, self.listed = picture.bid, picture.ask, picture.listed
        changed = self.candles.replace(picture.first, picture.candles)
        if changed:
            for study in self.studies:
                study.extend(self.candles, picture.first)
            if self._smoothed is not None:
                self._smoothed.extend(self.candles, picture.first)
        amended, self._amended = picture.amended != self._amended, picture.amended
        if amended:
            self.fills.clear()
        self.fills.extend(picture.fills)
        given = len(picture.prints) // (8 * PRINT_FIELDS)
        self.trades.take(picture.print_first, picture.prints)
        self._trades_whole = given < TRADES_A_PICTURE and picture.print_first + given == self.trades.cursor
        changed |= self._take_compared(picture) or bool(picture.fills) or amended or bool(picture.prints) or picture.own != self.own
        self.own = picture.own
        if restarted:
            return Change.RESTARTED
        return Change.GROWN if changed else Change.NOTHING

    def _take_compared(self, picture: CandlesPicture) -> bool:
        given = picture.compared
        if given is None or given.instrument.id != self.compare_id or given.instrument.id == picture.instrument.id:
            gone, self.compared_with = self.compared_with is not None, None
            return gone
        if given.first > self.compared.count:
            self.want_compared(self.compare_id)
            return False
        self.compared_with = given.instrument
        return self.compared.replace(given.first, given.candles)

    def _forget(self) -> None:
        self.instrument = None
        self.candles.clear(self.measure.interval_ns)
        self.compared.clear(self.measure.interval_ns)
        self.compared_with = None
        if self._smoothed is not None:
            self._smoothed.candles.clear(self.measure.interval_ns)
        for study in self.studies:
            study.clear()
        self.fills.clear()
        self.trades.clear()
        self.own = ()
        self._held, self._generation, self._version = Measure(-1), -1, -1

    # for drawing -----------------------------------------------------------------------------------------------------

    def footprint_at(self, first: int, end: int, group: int) -> Cells:
        if self.measure.units:
            # Only when the trades end where the bars do is it known which trades are in which bar.
            lots, after = self.candles.field(LOTS, first, end), int(self.candles.field(LOTS, end).sum())
            return self.trades.footprint_of_volume(lots, after, group) if self._trades_whole else NO_CELLS
        starts = self.candles.field(AT, first, end)
        last = self.candles.end_of(int(self.candles.row(end - 1)[-1])) if end > first else 0
        return self.trades.footprint(starts, last, group)

    def compared_line(self, base_at: int, base_price: int, low: int, high: int) -> tuple[Ints, Floats]:
        """(slots among our bars from low to high, prices as ours would be had both moved alike since base_at)."""
        bars = self.compared
        if not bars.count or not self.candles.count:
            return np.zeros(0, dtype=np.int64), np.zeros(0)
        index = max(int(np.searchsorted(bars.field(AT), base_at, side="right")) - 1, 0)
        start, interval = self.candles.time_of(0), max(self.measure.interval_ns, 1)
        first, end = np.searchsorted(bars.field(AT), (start + low * interval, start + (high + 1) * interval))
        closes = bars.field(CLOSE, first, end).astype(np.float64)
        return (bars.field(AT, first, end) - start) // interval, closes * float(base_price / bars.field(CLOSE)[index])

    def touch(self) -> Touch:
        return Touch(self.bid, self.ask, self.last_price())

    def last_price(self) -> int:
        return int(self.candles.field(CLOSE)[-1]) if self.candles.count else 0

    def last_rises(self) -> bool:
        return bool(self.candles.count) and self.last_price() >= int(self.candles.field(OPEN)[-1])

    # words -----------------------------------------------------------------------------------------------------------

    def facts(self, slot: int | None) -> dict[str, str]:
        """What the header says of a slot, or of the latest candle: time, o, h, l, c, v, own."""
        instrument = self.instrument
        if instrument is None or not self.candles.count:
            return {}
        index = self.candles.count - 1 if slot is None else self.candles.index_at(slot)
        if index is None:
            assert slot is not None
            return {"time": clock_text(self.candles.time_of(slot)), "note": tr("no trades")}
        cells, price = self.candles.row(index), instrument.price_text
        smooth = self.shown.row(index)
        return {
            "time": clock_text(cells[AT]), "o": price(smooth[OPEN]), "h": price(smooth[HIGH]), "l": price(smooth[LOW]),
            "c": price(smooth[CLOSE]), "v": size_text(instrument, cells[LOTS]), "own": self._own_text(cells, instrument),
        }

    def study_text(self, study: Study, line: int, slot: int | None) -> str:
        """The value at a slot, or the latest; empty where there is none."""
        index = self.candles.count - 1 if slot is None else self.candles.index_at(slot)
        if self.instrument is None or index is None or not 0 <= index < study.count:
            return ""
        value = float(study.line(line)[index])
        if np.isnan(value):
            return ""
        return self.value_text(study.kind.unit, value)

    def value_text(self, unit: Unit, value: float) -> str:
        if self.instrument is None:
            return ""
        if unit is Unit.PRICE:
            return self.instrument.price_text(round(value))
        return size_text(self.instrument, round(value)) if unit is Unit.LOTS else f"{value:.1f}"

    def _own_text(self, cells: list[int], instrument: Instrument) -> str:
        at, end = cells[AT], self.candles.end_of(cells[-1])
        sums = [0, 0]
        for filled_at, _, side, lots in self.fills:
            if at <= filled_at < end:
                sums[side] += lots
        words = ((tr("bought"), sums[Side.BUY]), (tr("sold"), sums[Side.SELL]))
        return ", ".join(f"{word} {size_text(instrument, lots)}" for word, lots in words if lots)


