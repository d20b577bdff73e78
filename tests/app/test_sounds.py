"""What is heard: the system's own player into an ALSA device that writes down what it is given."""

import shutil
import wave
from pathlib import Path

import numpy as np
import pytest

from app import sounds
from app.sounds import MELODIES, RATE, Sounds

DEVICE = """
pcm.!default {{
  type file
  slave.pcm {{ type null }}
  file "{file}"
  format "wav"
}}
"""
QUIET = 0.02


@pytest.fixture
def device(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What the device was given last."""
    if shutil.which("aplay") is None:
        pytest.skip("needs ALSA's player (Debian: apt-get install alsa-utils)")
    (tmp_path / "asound.conf").write_text(DEVICE.format(file=tmp_path / "heard.wav"))
    monkeypatch.setenv("ALSA_CONFIG_PATH", str(tmp_path / "asound.conf"))
    # No sound server may stand before it.
    monkeypatch.setattr(sounds, "PLAYERS", (("aplay", "-q"),))
    return tmp_path / "heard.wav"


def heard(device: Path, name: str, volume: int) -> np.ndarray:
    """Samples, -1 to 1, without the silence behind."""
    made = Sounds(volume)
    made.play(name)
    made.close()
    with wave.open(str(device)) as file:
        assert file.getframerate() == RATE and file.getnchannels() == 1
        samples = np.frombuffer(file.readframes(file.getnframes()), np.int16) / 32_768
    return samples[: np.flatnonzero(samples)[-1] + 1]


@pytest.mark.parametrize("name", MELODIES)
def test_each_meaning_is_heard_as_its_melody(device: Path, name: str) -> None:
    samples, begin = heard(device, name, 60), 0
    for hertz, length_ms in MELODIES[name]:
        tone = samples[begin : begin + RATE * length_ms // 1000]
        begin += RATE * length_ms // 1000
        if not hertz:
            assert np.abs(tone).max() < QUIET
            continue
        spectrum = np.abs(np.fft.rfft(tone * np.hanning(len(tone)), 8 * RATE))
        assert abs(spectrum.argmax() / 8 - hertz) < 3, "Hz"
    assert abs(len(samples) - begin) < RATE / 100, "it ends where the melody does"


def test_the_volume_is_what_was_set(device: Path) -> None:
    loud, soft = (np.abs(heard(device, "stop", volume)).max() for volume in (80, 20))
    assert loud / soft == pytest.approx(4, rel=0.02) and loud < 1
