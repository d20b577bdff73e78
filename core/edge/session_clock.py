"""Session time: where a tape is, at a speed, frozen while paused. Absolute: elapsed wall time from one anchor, so that no
error adds up however often it is read.

Wall time is an argument (monotonic ns), so that tests play a session without waiting.
"""

AS_FAST_AS_POSSIBLE = 0


class SessionClock:
    """speed_milli: thousandths of session time per wall time; AS_FAST_AS_POSSIBLE follows the tape."""

    def __init__(self, at: int, mono_ns: int, speed_milli: int, paused: bool = False) -> None:
        self._anchor_at = at
        self._anchor_mono = mono_ns
        self.speed_milli = speed_milli
        self.paused = paused

    def now(self, mono_ns: int) -> int:
        """Session time, UTC ns. As fast as possible it stands where it was last moved to."""
        if self.paused or self.speed_milli == AS_FAST_AS_POSSIBLE:
            return self._anchor_at
        return self._anchor_at + (mono_ns - self._anchor_mono) * self.speed_milli // 1000

    def due(self, at: int) -> int:
        """Monotonic ns at which session time reaches at; 0 when as fast as possible. Meaningless while paused."""
        if self.speed_milli == AS_FAST_AS_POSSIBLE:
            return 0
        return self._anchor_mono + (at - self._anchor_at) * 1000 // self.speed_milli

    def move(self, at: int, mono_ns: int) -> None:
        """Sets session time, for as fast as possible and for a restart."""
        self._anchor_at, self._anchor_mono = at, mono_ns

    def set_speed(self, speed_milli: int, mono_ns: int) -> None:
        self.move(self.now(mono_ns), mono_ns)
        self.speed_milli = speed_milli

    def pause(self, mono_ns: int) -> None:
        self.move(self.now(mono_ns), mono_ns)
        self.paused = True

    def resume(self, mono_ns: int) -> None:
        self._anchor_mono = mono_ns
        self.paused = False
