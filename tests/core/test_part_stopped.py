"""A part that is stopped, as seen: what the rest does, the widest first, and counts of each scope."""

import msgspec

from core.domain.enums import Side
from core.domain.scope import WIDEST_FIRST, ScopeKind
from core.messages.commands import EngageKill, SetLimits
from core.messages.operations import TimePassed
from core.messages.origin import Origin
from core.projections.pictures import KillPicture, VersionLook
from tests.core.test_projections import BID, LOT, Stage
from tests.sessions import limit

MAKER = Origin(person="ann", strategy="maker")
ANN = Origin(person="ann")


def seen(stage: Stage) -> KillPicture:
    picture = stage.projections.kill.picture(VersionLook())
    assert picture is not None and stage.faults == []
    return picture


def stop(stage: Stage, source: str, generation: int, scope: str) -> None:
    """With the steps of cancels that follow it."""
    stage.tell(EngageKill(source, generation, ANN, scope))
    while stage.engine.next_due() <= stage.at:
        stage.tell(TimePassed())


def placed(stage: Stage, name: str, origin: Origin) -> None:
    stage.tell(msgspec.structs.replace(limit(name, Side.BUY, BID - 100, LOT), origin=origin))


def trading() -> Stage:
    stage = Stage()
    stage.play(30)
    stage.tell(SetLimits(1, 10 * LOT, 10**16, 500, 25 * LOT, 20))  # type: ignore[arg-type]
    placed(stage, "by maker", MAKER)
    placed(stage, "by hand", ANN)
    return stage


def test_every_kind_of_scope_has_its_width() -> None:
    assert sorted(WIDEST_FIRST) == sorted(ScopeKind) and WIDEST_FIRST[0] is ScopeKind.EVERYTHING


def test_with_a_part_stopped_the_rest_goes_on() -> None:
    stage = trading()
    assert not seen(stage).engaged and not seen(stage).whole and not seen(stage).part
    stop(stage, "stops panel", 4, "strategy:maker")
    picture = seen(stage)
    assert picture.engaged and picture.part and not picture.whole
    assert (picture.orders_hit, picture.cancelled, picture.open_orders) == (1, 1, 1)
    placed(stage, "more by hand", ANN)
    assert seen(stage).open_orders == 2 and seen(stage).refused_since == 0
    assert not stage.projections.kill.blocks(stage.projections.market.quotes[1].instrument)


def test_the_counts_are_of_the_scope_and_the_widest_is_first() -> None:
    stage = trading()
    stop(stage, "stops panel", 4, "strategy:maker")
    placed(stage, "again", MAKER)
    assert [(row.scope, row.refused) for row in seen(stage).stops] == [("strategy:maker", 1)]
    stop(stage, "stop key", 5, "everything")
    placed(stage, "third", MAKER)
    placed(stage, "hand", ANN)
    picture = seen(stage)
    assert picture.whole and not picture.part
    rows = [(row.scope, row.hit, row.cancelled, row.refused) for row in picture.stops]
    assert rows == [("everything", 1, 1, 2), ("strategy:maker", 1, 1, 2)]
    assert (picture.generation, picture.source, picture.orders_hit, picture.refused_since) == (5, "stop key", 1, 2)


def test_a_narrow_stop_after_the_whole_one_does_not_stand_before_it() -> None:
    stage = trading()
    stop(stage, "stop key", 4, "everything")
    for number, scope in enumerate(("order:x", "session:s", "strategy:maker", "account:1", "instrument:BTC-USD", "venue:COINBASE"), 5):
        stop(stage, "stops panel", number, scope)
    assert [row.scope for row in seen(stage).stops] == [
        "everything", "venue:COINBASE", "instrument:BTC-USD", "account:1", "strategy:maker", "session:s", "order:x",
    ]
    assert seen(stage).generation == 4


def test_orders_by_hand_are_blocked_by_the_scopes_of_hands_only() -> None:
    stage = trading()
    stages = stage.projections.kill.stages
    stop(stage, "stops panel", 4, "strategy:maker")
    assert stages.engaged and not stages.everything and stages.by_hand == 0
    stop(stage, "stops panel", 5, "account:1")
    assert stages.by_hand > 0 and not stages.everything
