"""A setting as the panel shows it, and which of them a search finds. No Qt.

What a setting is comes from outside; the panel changes nothing itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from widgets.tongue import begun, tr


@dataclass(frozen=True)
class SettingRow:
    """value: in force. default: as text, empty when it follows from something else. expected: what it may be, in words.
    source: where the value comes from. locked: why it cannot be changed here, or empty. saved: in the file, for the next start.
    choices: all that it may be, where they can be counted."""

    name: str
    group: str
    value: str
    default: str
    unit: str
    expected: str
    sentence: str
    source: str
    locked: str = ""
    saved: str | None = None
    choices: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        return tr(self.name.replace("_", " ").capitalize())

    @property
    def shown(self) -> str:
        return self.value if self.saved is None else self.saved

    @property
    def waits(self) -> bool:
        """Whether the next start will have another value."""
        return self.saved is not None and self.saved != self.value


def about(row: SettingRow) -> str:
    """The line under the name."""
    parts = [row.sentence]
    if row.expected and row.expected not in row.sentence:
        # An address is typed as it stands there, its first letter too.
        address = "://" in row.expected.split(" ")[0]
        parts.append(tr("{text}.", text=row.expected if address else begun(row.expected)))
    return " ".join(parts)


def state(row: SettingRow) -> tuple[str, str]:
    """What is said of the value, and its theme token."""
    if row.locked:
        return row.locked, "muted"
    if row.waits:
        return tr("At the next start; {value} now", value=row.value or tr("nothing")), "warning"
    default = tr("Default {default}", default=row.default) if row.default else tr("Default")
    if row.source == "default":
        return default, "muted"
    return tr("From {the_file}. {default}", the_file=row.source, default=default), "muted"


def found(rows: Sequence[SettingRow], typed: str) -> list[SettingRow]:
    """Rows in which every typed word occurs."""
    words = typed.casefold().split()
    return [row for row in rows if all(word in _text(row) for word in words)]


def _text(row: SettingRow) -> str:
    return " ".join((row.name, row.title, row.group, row.sentence, row.unit, row.shown, row.expected)).casefold()


def counted(shown: int, all_of_them: int, waiting: int) -> str:
    said = tr("{all_of_them} settings", all_of_them=all_of_them) if shown == all_of_them else tr(
        "{shown} of {all_of_them} settings",
        shown=shown, all_of_them=all_of_them,
    )
    if not waiting:
        return said
    return tr(
        "{said}; {waiting} {waits} for the next start",
        said=said, waiting=waiting, waits=tr("waits") if waiting == 1 else tr("wait"),
    )
