"""What is kept of charts: how one is looked at, which a workspace keeps of each, and what is drawn on all of them. Qt-free.

Invariant: only what could have been chosen or drawn is ever taken from a file.
"""

from typing import Final

import msgspec

from widgets.chart import form
from widgets.chart.drawings import Drawing, check_drawings
from widgets.chart.kinds import DEFAULT_MEASURE, MEASURES, Drawn, Measure
from widgets.chart.studies import KINDS, Study
from widgets.tongue import tr

VERSION: Final = 1
MOST_STUDIES: Final = 12
MOST_NAME: Final = 200


class KeptStudy(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kind: str
    parameters: tuple[int, ...]


class Looks(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a chart is looked at. interval_ns, units: a Measure. compared: full name of the instrument it is compared with, or nothing."""

    studies: tuple[KeptStudy, ...] = ()
    drawn: str = Drawn.CANDLES.value
    interval_ns: int = DEFAULT_MEASURE.interval_ns
    units: int = 0
    ratio: bool = False
    profile: bool = False
    compared: str = ""

    @property
    def measure(self) -> Measure:
        found = Measure(self.interval_ns, self.units)
        return found if found in MEASURES else DEFAULT_MEASURE

    def restored_studies(self) -> list[Study]:
        return [Study(KINDS[one.kind], one.parameters) for one in self.studies]


class Kept(Looks, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Of all charts: drawings by the instrument's full name, and how one was looked at last, as the next new one begins."""

    version: int = VERSION
    drawings: dict[str, tuple[Drawing, ...]] = {}

    @property
    def looks(self) -> Looks:
        return Looks(**{name: getattr(self, name) for name in Looks.__struct_fields__})


def kept_of(drawings: dict[str, tuple[Drawing, ...]], looks: Looks) -> Kept:
    return Kept(drawings=dict(drawings), **msgspec.structs.asdict(looks))


def read(text: bytes) -> Kept:
    """Raises ValueError with what is wrong with it, in words that follow "the file"."""
    try:
        kept = msgspec.json.decode(text, type=Kept)
    except msgspec.DecodeError as error:
        raise ValueError(tr("is not readable ({error})", error=error)) from error
    if kept.version != VERSION:
        raise ValueError(tr("has version {version}, this program writes {version_2}", version=kept.version, version_2=VERSION))
    for name, drawings in kept.drawings.items():
        check_drawings(name, drawings)
    _check_looks(kept)
    return kept


def written_looks(looks: Looks) -> str:
    return msgspec.json.encode(looks).decode()


def read_looks(text: str) -> Looks | None:
    """None: the text is none."""
    try:
        looks = msgspec.json.decode(text, type=Looks)
        _check_looks(looks)
    except (msgspec.MsgspecError, UnicodeError, ValueError):
        return None
    return looks


def _check_looks(looks: Looks) -> None:
    if len(looks.studies) > MOST_STUDIES or not all(map(_can_be, looks.studies)):
        raise ValueError(tr("holds a study that cannot be"))
    if looks.drawn not in {one.value for one in Drawn}:
        raise ValueError(tr("names a way to draw bars that there is not"))
    if len(looks.compared) > MOST_NAME:
        raise ValueError(tr("names an instrument that cannot be"))


def _can_be(study: KeptStudy) -> bool:
    kind = KINDS.get(study.kind)
    if kind is None or len(study.parameters) != len(kind.parameters):
        return False
    try:
        texts = [form.text_of(one, value) for one, value in zip(kind.parameters, study.parameters, strict=True)]
        return form.parameters_of(kind, texts) == study.parameters
    except ValueError:
        return False
