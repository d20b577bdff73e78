"""The statistics panel over the real session: what it shows is what the projections say, and what is not defined is a dash."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from core.domain.enums import OrderType, Side, TimeInForce
from core.messages.commands import PlaceOrder, SetLimits
from core.messages.operations import SetRules
from core.messages.origin import Origin
from core.messages.terms import Fees, MarketRules
from core.projections.results import EquityPicture, Grouping, PerformanceLook, PerformancePicture, StatisticsLook
from tests.core.test_projections import LOT, Stage
from widgets.money import money
from widgets.statistics import model
from widgets.statistics.view import StatisticsView
from widgets.style import ROW_PX, THEMES
from widgets.tongue import tr

UNIT = 10**24


def order(name: str, side: Side, strategy: str) -> PlaceOrder:
    return PlaceOrder(name, 1, side, OrderType.MARKET, LOT // 10, 0, TimeInForce.IOC, origin=Origin("demo", strategy=strategy))  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def stage() -> Stage:
    made = Stage()
    made.play(30)
    made.tell(SetRules(1, MarketRules(fees=Fees(taker_ppm=1000))))  # type: ignore[arg-type]
    made.tell(SetLimits(1, 10 * LOT, 10**18, 5_000, 25 * LOT, 20))  # type: ignore[arg-type]
    for number in range(6):
        for side in (Side.BUY, Side.SELL):
            made.tell(order(f"{side.name}{number}", side, "maker" if number % 2 else ""))
            made.play(700)
    return made


@pytest.fixture
def view(qtbot):
    made = StatisticsView(THEMES["dark"])
    qtbot.addWidget(made)
    made.resize(760, 300)
    with qtbot.waitExposed(made):
        made.show()
    return made


def look(view: StatisticsView, stage: Stage) -> None:
    asked = None
    while asked is None:
        asked = view.look()
    assert isinstance(asked, PerformanceLook)
    picture = stage.projections.performance.picture(asked)
    if picture is not None:
        view.draw(picture)


def test_an_empty_panel_says_what_would_fill_it(view):
    assert view.figures.facts == [] and "first fill" in model.NO_CURVE
    assert "round trip ends" in view.groups[Grouping.HOUR].empty


def test_net_gross_and_fees_are_all_named(view, stage):
    look(view, stage)
    held = stage.projections.positions.held(1)
    gross, fees = held.realised, held.fees
    assert held.qty == 0 and fees > 0
    assert view.figures.value("Total P&L, gross") == money(gross * 10**14, True)
    assert view.figures.value("Fees") == money(fees * 10**14)
    assert view.figures.value("Total P&L, net") == money((gross - fees) * 10**14, True)
    assert view.figures.facts[0].name == "Total P&L, net" and view.figures.facts[0].strong


def test_one_heading_means_one_thing(view):
    """With what is held at the mark, or of closed round trips only: never both under the same words."""
    total = {column.head for column in model.DAYS if "P&L" in column.head}
    closed = {column.head for by in model.BY for column in model.columns(by) if "P&L" in column.head}
    assert total == {"Total P&L, net"} and closed == {"Closed P&L, net", "Closed P&L, gross"}
    assert all(face.width(head) <= 108 for head in closed for face in (view.days._small,))


def test_figures_are_the_projections(view, stage):
    look(view, stage)
    row = stage.projections.statistics.picture(StatisticsLook()).rows[0]
    assert view.figures.value("Round trips") == "6" and view.figures.value("Win rate") == f"{row.win_rate * 100:.1f} %"
    assert view.figures.value("Orders done") == "12" and view.figures.value("Filled of order") == "100.0 %"
    assert view.figures.value("Slippage, arrival").endswith(" bp")


def test_what_is_not_defined_is_a_dash(view, stage):
    look(view, stage)
    assert view.figures.value("Sharpe") == view.figures.value("Sortino") == "\u2013"
    assert model.percent(None) == model.number(None) == model.time(None) == "\u2013"
    assert model.number(-0.001) == "0.00" and model.number(1.234, True) == "+1.23" and model.number(-1.5) == "\u22121.50"


def test_groups_are_asked_for_one_at_a_time(view, stage):
    view.sections.turn(1)
    asked = view.look()
    assert asked is not None and asked.by is Grouping.STRATEGY
    view.draw(stage.projections.performance.picture(asked))
    rows = view.groups[Grouping.STRATEGY].rows()
    assert {row.cells[0].text for row in rows} == {"by hand", "maker"}
    assert [row.cells[3].value for row in rows] == sorted((row.cells[3].value for row in rows), reverse=True)
    view.sections.turn(3)
    look(view, stage)
    assert [row.cells[0].text for row in view.groups[Grouping.HOUR].rows()] == ["20:00"]


def test_a_figure_sorts_the_largest_first_and_a_second_click_turns_it(view, stage, qtbot):
    view.sections.turn(1)
    look(view, stage)
    sheet = view.groups[Grouping.STRATEGY]
    sheet.sort_by(1)
    once = [row.cells[1].value for row in sheet.rows()]
    sheet.sort_by(1)
    assert [row.cells[1].value for row in sheet.rows()] == once[::-1] and once == sorted(once, reverse=True)
    qtbot.keyClick(sheet, Qt.Key.Key_End)
    assert sheet.key == sheet.rows()[-1].key


def test_days_with_the_present_one_first(view, stage):
    look(view, stage)
    view.sections.turn(4)
    rows = view.days.rows()
    assert [row.cells[0].text for row in rows] == ["Fri 13 Jul (now)"] and rows[0].cells[2].bar == 1.0


def test_day_bars_are_shares_of_the_largest():
    days = ((736_001, -4 * UNIT), (736_002, 2 * UNIT))
    equity = EquityPicture(1, "USD", ("USD",), 0, 0, 0, 0, 0, 0, 0, 0, None, 0, 0, None, 736_003, UNIT, days, (), None, None)
    rows = model.day_rows(equity)
    assert [cell.cells[2].bar for cell in rows] == [0.25, 0.5, 1.0]
    assert [cell.cells[1].text for cell in rows] == ["\u25b2 +1.00", "\u25b2 +2.00", "\u25bc \u22124.00"]


def test_it_looks_once_a_second(view, stage):
    assert [view.look() is not None for _ in range(60)].count(True) == 2


@pytest.mark.parametrize(("width", "height"), [(190, 66), (400, 150), (900, 600)])
def test_every_figure_is_in_sight_or_scrolled_to(view, stage, width, height, qtbot):
    look(view, stage)
    figures = view.figures
    figures.setFixedSize(width, height)
    QApplication.processEvents()
    seen: list[str] = []
    figures.setFocus()
    for _ in range(len(figures.facts)):
        assert not figures.grab().isNull()
        room = figures.viewport().height() // ROW_PX * ROW_PX
        seen += [fact.name for fact, _, top, _ in figures.places() if 0 <= top < room and fact.name not in seen]
        qtbot.keyClick(figures, Qt.Key.Key_Down)
    assert set(seen) == {fact.name for fact in figures.facts} and seen[0] == figures.facts[0].name
    assert figures.verticalScrollBar().maximum() == 0 or height < 600
    figures.verticalScrollBar().setValue(0)
    assert figures.facts[0].tip in figures.tip_at(10, 5)


@pytest.mark.parametrize("width", [420, 1000, 1600])
def test_every_column_of_a_table_is_in_sight_or_scrolled_to(view, stage, width, qtbot):
    view.sections.turn(1)
    look(view, stage)
    table = view.groups[Grouping.STRATEGY]
    view.resize(width, 300)
    QApplication.processEvents()
    names = {tr(column.tip) for column in model.columns(Grouping.STRATEGY) if column.tip}
    first, seen = table.tip_at(12, 5), set()
    for _ in range(40):
        seen |= {table.tip_at(x, 5) for x in range(0, table.viewport().width(), 4)}
        assert table.tip_at(12, 5) == first, "the group stays"
        qtbot.keyClick(table, Qt.Key.Key_Right)
    assert names <= seen and (table.horizontalScrollBar().maximum() > 0) == (width < 1600)
    assert not table.grab().isNull()


def test_money_has_its_currency_also_where_there_is_but_one(view, stage):
    assert not view.unit.isVisible(), "before anything was held there is no money"
    look(view, stage)
    for section in range(5):
        view.sections.turn(section)
        assert view.unit.isVisible() and view.unit.text() == "In USD" and not view.currency.isVisible()
    assert view.curve.said(0).endswith(" USD")
    view.draw(PerformancePicture(replace(view._equity, currencies=("USD", "EUR")), None))
    assert view.currency.isVisible() and view.currency.text() == "In USD" and not view.unit.isVisible()


def test_the_next_currency_begins_anew(view, stage):
    look(view, stage)
    view._equity = type(view._equity)(*[
        ("USD", "EUR") if name == "currencies" else getattr(view._equity, name) for name in view._equity.__struct_fields__
    ])
    view.currency.click()
    asked = view.look()
    assert asked is not None and (asked.currency, asked.equity) == ("EUR", -1)


@pytest.mark.parametrize("name", THEMES)
def test_every_theme(view, stage, name):
    view.set_theme(THEMES[name])
    for section in range(5):
        view.sections.turn(section)
        look(view, stage)
        assert not view.grab().isNull()
