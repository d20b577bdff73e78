"""Every text can be read on every ground it is painted on: contrast of at least 4.5:1 (WCAG 2.1, 1.4.3), in every theme."""

import pytest

from app.settings import THEMES as NAMES
from widgets.style import LINK_FILLS, THEMES, Theme

GROUNDS = ("window", "panel", "raised", "hover", "selection_fill")
TONES = ("text", "muted", "bid", "ask", "own", "warning", "critical", "selection", "stale")
FILLS = ("bid_fill", "ask_fill", "own_fill", "warning_fill", "critical_fill", "selection_fill", "stale_fill", *LINK_FILLS.values())
ON_THEIR_FILL = ("bid", "ask", "own", "warning")
"""Tones that are also painted on their own fill."""


def luminance(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(theme: Theme, ink: str, ground: str) -> float:
    light, dark = sorted((luminance(getattr(theme, ink)), luminance(getattr(theme, ground))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


PAIRS = [
    *((ink, ground) for ink in TONES for ground in GROUNDS),
    *(("text", fill) for fill in FILLS),
    *((tone, f"{tone}_fill") for tone in ON_THEIR_FILL),
]


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_every_text_can_be_read(theme: Theme) -> None:
    weak = {f"{ink} on {ground}": round(contrast(theme, ink, ground), 2) for ink, ground in PAIRS if contrast(theme, ink, ground) < 4.5}
    assert weak == {}


@pytest.mark.parametrize("theme", [theme for theme in THEMES.values() if not theme.dark], ids=lambda theme: theme.name)
def test_the_stop_button_in_light_themes(theme: Theme) -> None:
    assert contrast(theme, "panel", "critical") >= 4.5


def test_the_settings_know_the_same_themes() -> None:
    assert tuple(THEMES) == NAMES
