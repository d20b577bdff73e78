"""Real things that tests share: the bundled session, cores over temporary folders, a wall clock that jumps."""

from pathlib import Path

from app.assembly import Assembly
from app.headless import Ended
from core.domain.enums import OrderType, Side, TimeInForce
from core.domain.stages import Stage
from core.edge.tape_file import Tape
from core.messages.commands import PlaceOrder
from core.messages.origin import Origin
from core.messages.stopping import ApproveRelease, RequestRelease, SetStage

ROOT = Path(__file__).parents[1]
BUNDLED = ROOT / "resources" / "sessions" / "coinbase-btcusd-2018-07-13.tape"
PRACTICE = BUNDLED.with_name("practice-six.tape")


def bundled() -> Tape:
    return Tape(BUNDLED)


def assemble(folder: Path, ended: Ended | None = None, **options: object) -> Assembly:
    """A core over the bundled session, as fast as possible unless told otherwise. Not started."""
    ended = ended or Ended()
    options.setdefault("speed_milli", 0)
    return Assembly(folder, bundled(), on_ended=ended.tape, on_broken=ended.broken, **options)  # type: ignore[arg-type]


def limit(name: str, side: Side, price: int, qty: int, tif: TimeInForce = TimeInForce.GTC) -> PlaceOrder:
    return PlaceOrder(name, 1, side, OrderType.LIMIT, qty, price, tif)  # type: ignore[arg-type]


def way_back(generation: int, scope: str = "everything") -> list[object]:
    """Everything that two people say to release a stop."""
    one, other = Origin("demo-risk"), Origin("demo-operator")
    stages = (Stage.REDUCE_ONLY, Stage.CAPPED, Stage.RELEASED)
    return [
        RequestRelease(scope, generation, "all is well", one), ApproveRelease(scope, generation, other),
        *(SetStage(scope, stage, one) for stage in stages),
    ]
