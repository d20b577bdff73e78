"""Sizes in columns that have not the room for all their digits."""

from collections.abc import Callable

from core.domain.instrument import NARROW_SPACE

MORE = "\u2026"
SHORT = 7
"""Characters that a narrow column has room for."""


def fitting(size: str, width: Callable[[str], float], room: float) -> str:
    """The size with as many decimals as have room; where others than zeros are left out, a sign says so."""
    if width(size) <= room:
        return size
    whole, _, decimals = size.partition(".")
    for count in range(len(decimals) - 1, -1, -1):
        kept = f"{whole}.{decimals[:count]}" if count else whole
        if decimals[count:].strip("0"):
            kept += MORE
        if width(kept) <= room:
            return kept
    kept = _thousands(whole) + MORE
    return kept if width(kept) <= room else MORE


def short(size: str, width: Callable[[str], float], room: float) -> str:
    """A size or volume in at most seven characters, fewer where those have no room beside the next column: decimals go first, cut and
    not rounded, then thousands and millions."""
    return next((text for most in (SHORT, SHORT - 1, SHORT - 2) if width(text := _short(size, most)) <= room), _short(size, SHORT - 2))


def _short(size: str, most: int) -> str:
    if len(size) <= most:
        return size
    whole, _, decimals = size.partition(".")
    if len(whole) < most - 1:
        return f"{whole}.{decimals[:most - 1 - len(whole)]}"
    if len(whole) <= most:
        return whole
    return _thousands(whole)


def _thousands(whole: str) -> str:
    """Cut, not rounded; nothing of what has none."""
    if len(whole) < 9:
        return f"{whole[:-4]}{NARROW_SPACE}k" if NARROW_SPACE in whole else ""
    millions, tenth = whole[:-8], f".{whole[-7]}" if len(whole) < 10 else ""
    return f"{millions}{tenth}{NARROW_SPACE}M"
