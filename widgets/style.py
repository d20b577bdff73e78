"""The look as data: colours with one meaning each, sizes, fonts. Themes are rows; app/theme.py applies them to Qt.

Seven meanings have a hue of their own and are used for nothing else: bid, ask, own, warning, critical, selection, stale.
Everything else is neutral. tests/widgets/test_style.py holds 4.5:1 contrast for every text colour on its backgrounds
(WCAG 2.1, 1.4.3).
"""

from dataclasses import dataclass
from functools import cache

from PySide6.QtGui import QColor, QFont


@dataclass(frozen=True)
class Theme:
    """Colours as #rrggbb. *_fill: the same meaning as a background, on which `text` must be readable; on the selection's, a chosen row's,
    and on raised and hover, a button's and the same under the pointer, every tone.

    link_*_fill: grounds of the link groups' letters; the first group's is the selection's."""

    name: str
    dark: bool
    window: str
    panel: str
    raised: str
    hover: str
    hairline: str
    text: str
    muted: str
    bid: str
    bid_fill: str
    ask: str
    ask_fill: str
    own: str
    own_fill: str
    warning: str
    warning_fill: str
    critical: str
    critical_fill: str
    selection: str
    selection_fill: str
    stale: str
    stale_fill: str
    link_b_fill: str
    link_c_fill: str
    link_d_fill: str

    def color(self, token: str, alpha: int = 255) -> QColor:
        """token: a field's name. alpha 0..255. The same object each time: whoever changes it takes a copy."""
        return _color(getattr(self, token), alpha)


@cache
def _color(text: str, alpha: int) -> QColor:
    """A frame asks for hundreds, and there are a few dozen."""
    color = QColor(text)
    color.setAlpha(alpha)
    return color


_DARK = dict(
    dark=True, window="#0f1216", panel="#151a20", raised="#1e252d", hover="#28303a", hairline="#2b343e",
    text="#e6eaee", muted="#98a3ae",
    own="#e3c341", own_fill="#4a3f10", warning="#f0a640", warning_fill="#543708", critical="#ff6b62",
    critical_fill="#7d1a16", selection="#b79cf2", selection_fill="#322a4f", stale="#9a94a3", stale_fill="#35323b",
    link_b_fill="#124a4c", link_c_fill="#5c2050", link_d_fill="#3f4c14",
)
_LIGHT = dict(
    dark=False, window="#e9ecef", panel="#fbfcfd", raised="#eef1f4", hover="#d9dfe4", hairline="#cfd6dd",
    text="#171c21", muted="#55606b",
    own="#6f5600", own_fill="#f6e8ae", warning="#8a4b00", warning_fill="#ffdfae", critical="#b3130d",
    critical_fill="#ffd3cf", selection="#5b39b0", selection_fill="#e3daf8", stale="#66606f", stale_fill="#dedbe3",
    link_b_fill="#c3eaea", link_c_fill="#f6d1e8", link_d_fill="#e1ecb6",
)
_CONTRAST = dict(
    dark=True, window="#000000", panel="#000000", raised="#161616", hover="#363636", hairline="#6a6a6a",
    text="#ffffff", muted="#d0d0d0",
    own="#ffe34d", own_fill="#5c4d00", warning="#ffb84d", warning_fill="#663d00", critical="#ff7a72",
    critical_fill="#8f0d06", selection="#cdb8ff", selection_fill="#3a2874", stale="#bdb6c8", stale_fill="#3b3742",
    link_b_fill="#0d5a5e", link_c_fill="#761f64", link_d_fill="#48590f",
)
_SAFE_ON_DARK = dict(bid="#5aa9f5", bid_fill="#12395f", ask="#f58f4c", ask_fill="#5c2c0b")
_SAFE_ON_LIGHT = dict(bid="#0b5cad", bid_fill="#cfe4fa", ask="#a34100", ask_fill="#ffdcc4")
_CLASSIC_ON_DARK = dict(bid="#41b883", bid_fill="#0f4330", ask="#f47882", ask_fill="#5a1a23")
_CLASSIC_ON_LIGHT = dict(bid="#0a6b43", bid_fill="#c9eedd", ask="#b01f35", ask_fill="#ffd5da")

THEMES: dict[str, Theme] = {
    theme.name: theme
    for theme in (
        Theme(name="dark", **_DARK, **_SAFE_ON_DARK),  # type: ignore[arg-type]
        Theme(name="light", **_LIGHT, **_SAFE_ON_LIGHT),  # type: ignore[arg-type]
        Theme(name="contrast", **_CONTRAST, **_SAFE_ON_DARK),  # type: ignore[arg-type]
        Theme(name="dark-classic", **_DARK, **_CLASSIC_ON_DARK),  # type: ignore[arg-type]
        Theme(name="light-classic", **_LIGHT, **_CLASSIC_ON_LIGHT),  # type: ignore[arg-type]
        Theme(name="contrast-classic", **_CONTRAST, **_CLASSIC_ON_DARK),  # type: ignore[arg-type]
    )
}
DEFAULT_THEME = "dark"
LINK_FILLS = {"A": "selection_fill", "B": "link_b_fill", "C": "link_c_fill", "D": "link_d_fill"}
"""Link groups by letter; panels of one group follow the same instrument."""

GRID_PX = 4
ROW_PX = 22
PAD_PX = 8
FLASH_MS = 150

FAMILY, HAN_FAMILY = "Inter", "Noto Sans SC"
"""The second has the Chinese characters, which the first lacks."""
DATA_PX, HEADING_PX, BIG_PX, SMALL_PX = 12, 13, 22, 11


class _Type:
    percent = 100


def grow(percent: int) -> None:
    """The size of type from now on; lengths.py has the lengths that go with it."""
    _Type.percent = percent


def px(length: int) -> int:
    """A length or a font size that is named as at 100 %, as it is now."""
    return (length * _Type.percent + 50) // 100


def font(size_px: int = DATA_PX, strong: bool = False) -> QFont:
    """The interface font with tabular figures, of size_px pixels at 100 % (scaled by Qt's device pixel ratio)."""
    made = QFont()
    made.setFamilies([FAMILY, HAN_FAMILY])
    made.setPixelSize(px(size_px))
    made.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    made.setFeature(QFont.Tag("tnum"), 1)
    made.setFeature(QFont.Tag("zero"), 0)
    return made
