"""What the screens know, to bytes and back, so that a snapshot also spares them the beginning of the run.

Python's own pickle, because projections look at each other; but it makes nothing except our projections and plain containers,
whatever the bytes say, and bytes of other sources than these (`fits`) are not read at all: the run is folded again instead.
The machine is not part of it: where a projection points to it, the one at hand is put in.
"""

import hashlib
import io
import pickle
import sys
from pathlib import Path
from types import FunctionType, MethodType
from typing import Any

from core.domain.depth import Depth
from core.domain.instrument import Instrument
from core.machine.engine import Engine

ROOT = Path(__file__).parents[1]
PLAIN = {"collections": {"OrderedDict", "deque"}, "array": {"array", "_array_reconstructor"}}
OURS = ("core.projections.", "core.messages.", "core.domain.", "app.projections")


class Forgotten(Exception):
    """The bytes hold something that is no projection."""


def fits() -> str:
    """Names the sources that bytes made now belong to."""
    hashed = hashlib.sha256()
    for folder in ("core/projections", "core/messages", "core/domain"):
        for path in sorted((ROOT / folder).glob("*.py")):
            hashed.update(path.read_bytes())
    return hashed.hexdigest()


def remember(projections: Any) -> bytes:
    into = io.BytesIO()
    _Pickler(into, protocol=5).dump(projections)
    return into.getvalue()


def recall(kept: bytes, engine: Engine) -> Any:
    """Raises Forgotten."""
    try:
        return _Unpickler(io.BytesIO(kept), engine).load()
    except Exception as error:
        raise Forgotten(f"the screens' part of the snapshot cannot be read ({error})") from error


class _Pickler(pickle.Pickler):
    def persistent_id(self, value: Any) -> str | None:
        return "engine" if isinstance(value, Engine) else None

    def reducer_override(self, value: Any) -> Any:
        # Classes of the compiled core do not pickle by themselves.
        if type(value) is Instrument:
            i = value
            return Instrument, (i.id, i.symbol, i.venue, i.base, i.quote, i.price_decimals, i.qty_decimals, i.tick, i.lot)
        if type(value) is Depth:
            return _depth, (value.bids, value.asks, value.bid_prices, value.ask_prices)
        if type(value) is MethodType:
            # Folds are bound methods. Python would write them with getattr, which a reader must not be given.
            return _method, (value.__self__, value.__name__)
        return NotImplemented


def _depth(bids: dict[int, int], asks: dict[int, int], bid_prices: list[int], ask_prices: list[int]) -> Depth:
    depth = Depth()
    depth.bids, depth.asks, depth.bid_prices, depth.ask_prices = bids, asks, bid_prices, ask_prices
    return depth


def _method(owner: Any, name: str) -> Any:
    """A fold: a plain method of one of our classes."""
    if not type(owner).__module__.startswith(OURS) or not isinstance(vars(type(owner)).get(name), FunctionType):
        raise Forgotten(f"{name} does not belong there")
    return getattr(owner, name)


class _Unpickler(pickle.Unpickler):
    def __init__(self, file: io.BytesIO, engine: Engine) -> None:
        super().__init__(file)
        self._engine = engine

    def find_class(self, module: str, name: str) -> Any:
        if name in PLAIN.get(module, ()):
            return super().find_class(module, name)
        if module == __name__ and name in ("_depth", "_method"):
            return {"_depth": _depth, "_method": _method}[name]
        found = getattr(sys.modules.get(module), name, None) if module.startswith(OURS) else None
        # A class that is defined there: not what that module imported, nor a function of it.
        if not (isinstance(found, type) and found.__module__ == module):
            raise Forgotten(f"{module}.{name} does not belong there")
        return found

    def persistent_load(self, key: Any) -> Engine:
        return self._engine
