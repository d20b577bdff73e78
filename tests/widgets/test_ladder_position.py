"""The ladder's line about what is held and what it is worth."""

import pytest

from core.projections.pictures import LadderLook
from tests.widgets.ladder_desk import LOT, picture, shown
from widgets.ladder import model


@pytest.fixture
def desk(qtbot):
    return shown(qtbot)


def test_position_and_profit_are_exact_integers_in_words():
    long = picture(LadderLook(), position=3 * LOT // 2, cost=3 * LOT // 2 * 618_812)
    assert model.open_profit(long) == 3 * LOT // 2 * 619_085 - long.cost
    assert model.position_texts(long) == ("Long 1.5 BTC @ 6\u202f188.12", "Long 1.5 @ 6\u202f188.12", "Long 1.5")
    assert model.profit_texts(long) == ("Open P&L +4.10 USD", "P&L +4.10 USD", "+4.10 USD")
    short = picture(LadderLook(), position=-LOT, cost=-LOT * 618_000)
    assert model.position_texts(short)[0] == "Short 1 BTC @ 6\u202f180.00"
    assert model.profit_texts(short)[-1].startswith("\u221210.8")
    flat = picture(LadderLook())
    assert (model.position_texts(flat), model.profit_texts(flat), model.profit_tip(flat)) == (("Flat",), ("",), "")


def test_open_profit_is_that_of_the_other_panels_and_says_what_it_is(desk):
    """The last trade was far from the touch: the mark of positions, risk and account stays with it."""
    desk.draw(position=LOT, cost=LOT * 619_000, last=618_000, mark=618_000)
    strip = desk.view.trade
    assert strip.profit.text() == "Open P&L \u221210.00 USD" == strip.profit.seen()
    assert strip.profit.toolTip() == (
        "Open P&L of the position at the last trade, 6\u202f180.00, before fees; as in the positions blotter"
    )
    desk.draw(position=LOT, cost=LOT * 619_000, last=0, mark=619_084)
    assert "the middle of bid and ask" in strip.profit.toolTip()
    desk.draw(position=LOT, cost=LOT * 619_000, bid=0, last=0, mark=0)
    assert strip.profit.text() == "Open P&L \u2013" and "no price" in strip.profit.toolTip()
    desk.draw(position=LOT, cost=LOT * 619_000)


def test_of_position_and_profit_the_words_give_way_before_a_digit_does(desk):
    """At every width: what is seen of each is whole, and the shorter of them never comes with room for the longer."""
    strip, seen = desk.view.trade, []
    desk.draw()
    desk.draw(position=250_909_437, cost=250_909_437 * 619_000)
    assert strip.profit.geometry().right() == strip.money.width() - 1 and strip.profit.seen(), "in the very frame that says it"
    for width in range(620, 250, -4):
        strip.money.resize(width, strip.money.height())
        seen.append((strip.position.seen(), strip.profit.seen()))
        assert "…" not in "".join(seen[-1]), (width, seen[-1])
    kinds = list(dict.fromkeys(seen))
    held, said = model.position_texts(desk.view.picture), model.profit_texts(desk.view.picture)
    assert kinds[:3] == [(held[0], said[0]), (held[0], said[1]), (held[0], said[2])]
    assert kinds[3:] == [(held[1], said[2]), (held[2], said[2])][:len(kinds) - 3]
