"""What the heatmap holds of one instrument: the ring of books, the trades, our orders; and the words about a point. Qt-free.

Invariants: a step is a half second since 1970; a picture that does not follow what is held starts it anew. Delta counts from
the first trade held: what buyers took less what sellers hit.
"""

from typing import Final

import numpy as np

from core.domain.instrument import MINUS, Instrument
from core.projections.chart_pictures import HeatLook, HeatPicture
from core.projections.heatmap import STEP_NS
from core.projections.pictures import OwnOrder
from widgets.heatmap.ring import Ints, Ring, Window
from widgets.scales import clock_text
from widgets.sizes import size_text
from widgets.tongue import tr

MOST_TRADES: Final = 200_000
AT, PRICE, LOTS = range(3)


class HeatmapModel:
    def __init__(self) -> None:
        self.instrument_id = 0
        self.instrument: Instrument | None = None
        self.ring = Ring()
        self.own: tuple[OwnOrder, ...] = ()
        self.bid = self.ask = self.at = 0
        self.trades: Ints = np.zeros((3, 0), dtype=np.int64)
        self.deltas: Ints = np.zeros(0, dtype=np.int64)
        self._prints = 0
        self._generation = -1
        self._version = -1

    def look(self) -> HeatLook:
        return HeatLook(self._version, self._generation, self.instrument_id, self.ring.count, self._prints)

    def want_instrument(self, instrument_id: int) -> None:
        self.instrument_id = instrument_id
        self._forget()

    def take(self, picture: HeatPicture) -> bool | None:
        """True: started anew. None: an answer to what was asked before somebody chose another instrument."""
        if self.instrument_id not in (0, picture.instrument.id):
            return None
        restarted = self.instrument is None or (picture.generation, picture.instrument.id) != (self._generation, self.instrument.id)
        if restarted:
            self._forget()
        self.instrument, self._generation, self._version = picture.instrument, picture.generation, picture.version
        times = np.frombuffer(picture.times, dtype=np.int64)
        counts = np.frombuffer(picture.counts, dtype=np.int64)
        levels = np.column_stack([np.frombuffer(one, dtype=np.int64) for one in (picture.prices, picture.lots)])
        self.ring.take(picture.first, times // STEP_NS, counts, levels)
        self._take_trades(picture.print_first, np.frombuffer(picture.prints, dtype=np.int64).reshape(-1, 3).T)
        self.own, self.bid, self.ask, self.at = picture.own, picture.bid, picture.ask, picture.at
        return restarted

    def _take_trades(self, first: int, new: Ints) -> None:
        if not new.shape[1]:
            return
        if first != self._prints:
            self.trades, self.deltas = self.trades[:, :0], self.deltas[:0]
        before = int(self.deltas[-1]) if len(self.deltas) else 0
        self.trades = np.concatenate((self.trades, new), axis=1)[:, -MOST_TRADES:]
        self.deltas = np.concatenate((self.deltas, before + np.cumsum(new[LOTS])))[-MOST_TRADES:]
        self._prints = first + new.shape[1]

    def _forget(self) -> None:
        self.instrument = None
        self.ring.clear()
        self.own, self.bid, self.ask = (), 0, 0
        self.trades, self.deltas = np.zeros((3, 0), dtype=np.int64), np.zeros(0, dtype=np.int64)
        self._prints, self._generation, self._version = 0, -1, -1

    # where -----------------------------------------------------------------------------------------------------------

    @property
    def is_empty(self) -> bool:
        return self.instrument is None or self.ring.count == self.ring.first

    def middle(self) -> int:
        """Of the touch; a missing side is taken to be where the other one is."""
        return ((self.bid or self.ask) + (self.ask or self.bid)) // 2

    def last_step(self) -> int:
        return max(self.ring.last_step(), self.at // STEP_NS if not self.is_empty else 0)

    def trades_between(self, first_step: float, end_step: float) -> slice:
        times = self.trades[AT]
        return slice(
            int(np.searchsorted(times, int(first_step * STEP_NS))), int(np.searchsorted(times, int(end_step * STEP_NS), side="right"))
        )

    def delta_at(self, step: int) -> int:
        """After everything that traded up to the end of the step."""
        index = int(np.searchsorted(self.trades[AT], (step + 1) * STEP_NS)) - 1
        return int(self.deltas[index]) if index >= 0 else 0

    # words -----------------------------------------------------------------------------------------------------------

    def standing(self, step: int | None, row_price: int | None, window: Window | None) -> int | None:
        """Lots in a price row at a step; less than 0: offered. None: no such place was seen."""
        column = self.ring.column_at(step) if step is not None else None
        if column is None or row_price is None or window is None:
            return None
        return self.ring.standing(column, row_price, row_price + window.group - 1)

    def facts(self, step: int | None, row_price: int | None, window: Window | None) -> dict[str, str]:
        """Of a point: time, price row and what stood there; or of now. Delta and imbalance in both."""
        instrument = self.instrument
        if instrument is None or self.is_empty:
            return {}
        wanted = self.last_step() if step is None else step
        column = self.ring.column_at(wanted)
        said = {"time": clock_text(wanted * STEP_NS)}
        if column is None:
            return said | {"note": tr("not seen yet")}
        lots = self.standing(step, row_price, window)
        if lots is not None and row_price is not None:
            said["price"] = instrument.price_text(row_price)
            said["size"] = _standing(size_text(instrument, abs(lots)), lots)
        delta = self.delta_at(wanted)
        sign = "+" if delta > 0 else ""
        return said | {"delta": sign + size_text(instrument, delta), "tilt": f"{100 * self.ring.tilt(column):+.0f} %".replace("-", MINUS)}


def _standing(size: str, lots: int) -> str:
    """Less than 0: offered."""
    if not lots:
        return tr("nothing")
    return tr("offered {size}", size=size) if lots < 0 else tr("bid {size}", size=size)
