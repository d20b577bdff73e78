"""Which rows the ladder shows: the grouping, and when the prices may move.

Invariant: prices stand still unless a person asks, or auto is on, nobody has scrolled since the last centring, and the
touch left the middle 60 % of the rows. Qt-free.
"""

from core.projections.pictures import LadderPicture
from widgets.ladder import model
from widgets.ladder.model import TICKS_A_ROW, Window


class Framing:
    """ticks: how many a row stands for, 0 until a market was seen. rows: how many fit on screen."""

    def __init__(self) -> None:
        self.window: Window | None = None
        self.ticks = 0
        self.auto = True
        self.scrolled = False
        self.rows = 1

    @property
    def follows(self) -> bool:
        return self.auto and not self.scrolled

    @property
    def is_finest(self) -> bool:
        return self.ticks == TICKS_A_ROW[0]

    @property
    def is_coarsest(self) -> bool:
        return self.ticks == TICKS_A_ROW[-1]

    def forget(self) -> None:
        self.window, self.ticks, self.scrolled = None, 0, False

    def follow(self, picture: LadderPicture, in_hand: bool) -> None:
        """in_hand: somebody may be about to click, so the prices must not move by themselves."""
        if not model.has_market(picture):
            self.window = None
            return
        if not self.ticks:
            self.ticks = model.default_ticks(picture.instrument, model.ends(picture)[0])
        if self.window is None or (self.follows and not in_hand and self._has_left_the_middle(picture, self.window)):
            self.window = model.centred(picture, self.ticks * picture.instrument.tick, self.rows)

    def recentre(self, picture: LadderPicture) -> None:
        self.scrolled = False
        if self.window is not None:
            self.window = model.centred(picture, self.window.group, self.rows)

    def scroll(self, rows: int) -> None:
        """Positive: towards higher prices."""
        if self.window is not None:
            self.window = model.clamped(self.window.high + rows * self.window.group, self.rows, self.window.group)
            self.scrolled = True

    def regroup(self, picture: LadderPicture, steps: int) -> None:
        """The next coarser or finer rows, around the touch when it is on screen, else around the middle row."""
        if self.window is None:
            return
        index = min(max(TICKS_A_ROW.index(self.ticks) + steps, 0), len(TICKS_A_ROW) - 1)
        middle = self.window.price(self.window.rows // 2)
        if model.touch_is_inside(picture, self.window, 0):
            middle = model.ends(picture)[0]
        self.ticks = TICKS_A_ROW[index]
        self._put_middle(middle, self.ticks * picture.instrument.tick)

    def resize(self, rows: int, keep_top: bool = False) -> None:
        """Keeps the middle row's price, or the top one's: then no price moves on the screen."""
        self.rows = rows
        if self.window is not None and self.window.rows != rows and keep_top:
            self.window = model.clamped(self.window.high, rows, self.window.group)
        elif self.window is not None and self.window.rows != rows:
            self._put_middle(self.window.price(self.window.rows // 2), self.window.group)

    def touch_is(self, picture: LadderPicture) -> str:
        """'above' or 'below' when it is off the rows, else ''."""
        if self.window is None or model.touch_is_inside(picture, self.window, 0):
            return ""
        return "above" if model.ends(picture)[0] > self.window.low else "below"

    def _has_left_the_middle(self, picture: LadderPicture, window: Window) -> bool:
        return not model.touch_is_inside(picture, window, window.rows // model.AUTO_MARGIN)

    def _put_middle(self, price: int, group: int) -> None:
        self.window = model.clamped((price // group + self.rows // 2) * group, self.rows, group)
