"""Health picture -> rows of words, and where comfort ends. No Qt.

Comfort is the operator's: nothing is decided by these limits. A value outside says so by a word as well as by a colour.
"""

from dataclasses import dataclass

from core.domain.instrument import NARROW_SPACE, decimal_text
from core.messages.notes import Space
from core.projections.pictures import HealthPicture
from widgets.tongue import Table, tr

LAG_US = 50_000
"""Chosen: more than one frame (33 ms) and a half, the eye sees it."""
INBOX_PART = 0.5
JOURNAL_WAITING = 20_000
"""Chosen: a quarter second of the tape at full speed."""
BATCH_US = 100_000
"""fdatasync stalls of 30-460 ms were measured on ordinary disks; above 100 ms orders wait visibly."""
ORDER_US = 150_000
SPACE = Table({Space.ENOUGH: "", Space.LOW: "low##disk space", Space.BLOCKED: "no new orders"})
FPS_LOW = 25
"""The frame clock gives 30."""
FRAME_US = 33_000
"""Longer than the time between two frames."""
RSS_BYTES = 1_500_000_000
CPU_PERCENT = 95


@dataclass(frozen=True)
class Frames:
    fps: int = 0
    p50_us: int = 0
    p99_us: int = 0


@dataclass(frozen=True)
class Row:
    """group: only on its first row. word: what is wrong, when something is. part: 0 to 1 for a bar, or -1. trail: which
    history to draw, or empty."""

    group: str
    name: str
    value: str
    word: str = ""
    part: float = -1.0
    trail: str = ""
    tip: str = ""


def rows(picture: HealthPicture, frames: Frames) -> list[Row]:
    p = picture
    inbox = p.inbox / p.inbox_limit if p.inbox_limit else 0.0
    return [
        Row(tr("Core"), tr("Entries"), f"{count(p.entries_per_s)} /s"),
        Row("", tr("Events"), f"{count(p.events_per_s)} /s"),
        Row(
            "", tr("Lag"), pair(p.core_lag_p50_us, p.core_lag_p99_us), tr("slow##it takes too long") if p.core_lag_p99_us > LAG_US else "",
            trail="lag",
        ),
        Row("", tr("Inbox"), count(p.inbox), tr("filling") if inbox > INBOX_PART else "", part=inbox),
        Row(tr("Journal"), tr("Waiting"), count(p.journal_waiting), tr("behind") if p.journal_waiting > JOURNAL_WAITING else ""),
        Row(
            "", tr("Batch"), pair(p.journal_batch_p50_us, p.journal_batch_p99_us),
            tr("slow##it takes too long") if p.journal_batch_p99_us > BATCH_US else "",
        ),
        Row("", tr("Size"), size(p.journal_bytes)),
        Row(
            "", tr("Snapshot"), tr("{count} entries ago", count=count(p.since_snapshot)), tr("failing") if p.journal_trouble else "",
            tip=p.journal_trouble,
        ),
        Row("", tr("Disk free"), size(p.disk_free) if p.disk_free >= 0 else "–", SPACE[p.space]),
        Row(
            tr("Orders"), tr("To disk"), pair(p.order_p50_us, p.order_p99_us),
            tr("slow##it takes too long") if p.order_p99_us > ORDER_US else "",
        ),
        Row(tr("Screen"), tr("Frames"), tr("{fps} fps", fps=frames.fps), tr("low##too few frames") if 0 < frames.fps < FPS_LOW else ""),
        Row(
            "", tr("Frame"), pair(frames.p50_us, frames.p99_us), tr("slow##it takes too long") if frames.p99_us > FRAME_US else "",
            trail="frame",
        ),
        Row(tr("Process"), tr("Memory"), size(p.rss_bytes), tr("large") if p.rss_bytes > RSS_BYTES else ""),
        Row("", tr("CPU"), f"{p.cpu_percent} %", tr("busy") if p.cpu_percent > CPU_PERCENT else ""),
        Row("", tr("Core build"), tr("compiled") if p.compiled else tr("plain Python")),
    ]


def fault_texts(picture: HealthPicture) -> list[str]:
    return [
        tr("{where} is off: {error}", where=fault.where, error=fault.error) + (
            tr(" ({count} times)", count=fault.count) if fault.count > 1 else ""
        )
        for fault in picture.faults
    ]


def count(number: int) -> str:
    return decimal_text(number, 0)


def milliseconds(us: int) -> str:
    return f"{us / 1000:.2f}" if us < 10_000 else f"{us / 1000:.1f}" if us < 100_000 else decimal_text(us // 1000, 0)


def pair(p50_us: int, p99_us: int) -> str:
    """Median and 99th percentile. Percentile 0 means that nothing was measured yet."""
    if not p99_us:
        return "\u2013"
    return tr("{milliseconds} / {milliseconds_2} ms", milliseconds=milliseconds(p50_us), milliseconds_2=milliseconds(p99_us))


def size(number: int) -> str:
    for unit, scale in (("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1_000)):
        if number >= scale:
            return f"{number / scale:.1f}{NARROW_SPACE}{unit}"
    return f"{number}{NARROW_SPACE}B"
