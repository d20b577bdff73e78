"""Sounds of our own making, distinct by meaning, through whatever small player the system has; silent without one.

Invariants: nothing waits for a sound; a missing player, device or file is silence, never a message; a fourth sound while three
wait is left out. Each meaning has its own melody: a stop falls and is long, an alert beats, a warning is two even
tones, a refusal is two low tones, a fill rises.
"""

import io
import math
import queue
import shutil
import struct
import subprocess
import sys
import tempfile
import threading
import wave
from pathlib import Path

RATE = 22_050
MELODIES: dict[str, tuple[tuple[float, int], ...]] = {
    "stop": ((880.0, 180), (660.0, 180), (440.0, 420)),
    "alert": ((988.0, 90), (0.0, 60), (988.0, 90), (0.0, 60), (988.0, 160)),
    "warning": ((740.0, 110), (0.0, 80), (740.0, 110)),
    "refusal": ((330.0, 120), (247.0, 200)),
    "fill": ((659.0, 70), (988.0, 130)),
}
"""Tone in Hz (0: silence) and length in ms."""
FADE_MS = 8
"""Chosen: without it each tone begins and ends with a click."""
PLAYERS = (("pw-play",), ("paplay",), ("aplay", "-q"), ("afplay",))
LONGEST_S = 5
MOST_WAITING = 3
MOST_FAILURES = 3


def tones(name: str, volume: int) -> bytes:
    """A WAV file, mono, 16 bit. volume: percent."""
    samples: list[int] = []
    fade = RATE * FADE_MS // 1000
    loudest = 32_767 * max(0, min(volume, 100)) / 100 * 0.6
    for hertz, length_ms in MELODIES[name]:
        count = RATE * length_ms // 1000
        for number in range(count):
            edge = min(1.0, number / fade, (count - 1 - number) / fade)
            samples.append(round(loudest * edge * math.sin(2 * math.pi * hertz * number / RATE)))
    made = io.BytesIO()
    with wave.open(made, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(struct.pack(f"<{len(samples)}h", *samples))
    return made.getvalue()


class Sounds:
    """volume: percent; 0 is mute. One thread, one sound at a time."""

    def __init__(self, volume: int) -> None:
        self.volume = volume
        self.muted = False
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._waiting: queue.Queue[str | None] = queue.Queue(MOST_WAITING)
        self._failures = 0
        self._thread: threading.Thread | None = None
        self._player = _player()

    def play(self, name: str) -> None:
        if self.muted or not self.volume or self._player is None or self._failures >= MOST_FAILURES:
            return
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="sounds", daemon=True)
            self._thread.start()
        try:
            self._waiting.put_nowait(name)
        except queue.Full:
            return

    def close(self) -> None:
        if self._thread is not None:
            self._waiting.put(None)
            self._thread.join(LONGEST_S + 1)
        if self._folder is not None:
            self._folder.cleanup()

    def _run(self) -> None:
        while True:
            name = self._waiting.get()
            if name is None:
                return
            try:
                self._play_now(name)
                self._failures = 0
            except (OSError, subprocess.SubprocessError, RuntimeError):
                self._failures += 1

    def _play_now(self, name: str) -> None:
        path = self._file(name)
        if sys.platform == "win32":
            import winsound

            winsound.PlaySound(str(path), winsound.SND_FILENAME | winsound.SND_NODEFAULT)
            return
        assert self._player is not None
        subprocess.run(
            [*self._player, str(path)], check=True, timeout=LONGEST_S, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def _file(self, name: str) -> Path:
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="quarterdeck-")
        path = Path(self._folder.name) / f"{name}-{self.volume}.wav"
        if not path.exists():
            path.write_bytes(tones(name, self.volume))
        return path


def _player() -> tuple[str, ...] | None:
    if sys.platform == "win32":
        return ()
    for command in PLAYERS:
        found = shutil.which(command[0])
        if found is not None:
            return (found, *command[1:])
    return None
