"""The painted table, the line over time and the sections: rows, groups, keys, finding, and how often a panel asks."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from widgets.cells import Cell, Column, Group, Row, placed
from widgets.line_plot import LinePlot
from widgets.pace import Pace
from widgets.sections import Sections
from widgets.sheet import Sheet
from widgets.statistics.model import axis_text
from widgets.style import GRID_PX, ROW_PX, THEMES

COLUMNS = (Column("Name", tip="Who"), Column("Use", 80, True), Column("Note", 80, drop=2))
GROUPS = (Group("a", "First"), Group("b", "Second", "2 rows"))
ROWS = (
    Row("one", (Cell("one", value="one"), Cell("1\u202f000", value=1000), Cell("x")), "a"),
    Row("two", (Cell("two", value="two"), Cell("\u22125", value=-5), Cell("y", "critical", sign="stop")), "b"),
    Row("three", (Cell("three", value="three"), Cell("\u2013", "muted", None), Cell("", bar=0.5)), "b"),
)


@pytest.fixture
def sheet(qtbot):
    made = Sheet(THEMES["dark"], "Rows", COLUMNS, "Nothing yet.")
    qtbot.addWidget(made)
    made.resize(400, 8 * ROW_PX)
    with qtbot.waitExposed(made):
        made.show()
    made.show_rows(ROWS, GROUPS)
    return made


def keys(sheet) -> list[str]:
    return [row.key for row in sheet.rows()]


def test_rows_stand_under_their_groups(sheet):
    assert keys(sheet) == ["one", "two", "three"] and sheet.key == "one"
    assert sheet.accessibleDescription() == "3 rows" and not sheet.grab().isNull()


def test_a_group_is_shut_by_a_click_and_by_keys(sheet, qtbot):
    heard = []
    sheet.shut_changed.connect(lambda: heard.append(sheet.shut))
    qtbot.mouseClick(sheet.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, ROW_PX + 4))
    assert keys(sheet) == ["two", "three"] and sheet.shut == ("a",)
    qtbot.keyClick(sheet, Qt.Key.Key_Home)
    qtbot.keyClick(sheet, Qt.Key.Key_Right)
    assert keys(sheet) == ["one", "two", "three"] and heard == [("a",), ()]


def test_keys_move_the_choice_and_enter_opens(sheet, qtbot):
    chosen, opened = [], []
    sheet.chosen.connect(chosen.append)
    sheet.opened.connect(opened.append)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(sheet, key)
    assert sheet.key == "three" and chosen == ["two", "three"] and opened == ["three"]


def test_what_has_no_value_sorts_last_either_way(sheet, qtbot):
    sheet.show_rows([Row(row.key, row.cells) for row in ROWS])
    qtbot.mouseClick(sheet.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(sheet._places.left[1] + 10, 4))
    assert keys(sheet) == ["one", "two", "three"]
    sheet.sort_by(1)
    assert keys(sheet) == ["two", "one", "three"]
    sheet.sort_by(0)
    assert keys(sheet) == ["one", "three", "two"]


def test_the_chosen_row_is_kept_by_its_key(sheet):
    sheet.choose("three")
    sheet.show_rows(ROWS[1:], GROUPS)
    assert sheet.key == "three"
    sheet.show_rows(ROWS[:2], GROUPS)
    assert sheet.key == "one"


def test_finding_looks_at_cells_and_headings(sheet):
    sheet.search("SECOND two")
    assert keys(sheet) == ["two"]
    sheet.search("")
    assert len(keys(sheet)) == 3


def test_the_same_rows_are_not_painted_again(sheet, qtbot):
    QApplication.processEvents()
    painted = []
    paint = sheet._paint_line
    sheet._paint_line = lambda *given: (painted.append(given[1].row.key if given[1].row else "head"), paint(*given))
    sheet.show_rows(list(ROWS), GROUPS)
    QApplication.processEvents()
    assert painted == []
    changed = Row("two", (ROWS[1].cells[0], Cell("6", value=6), ROWS[1].cells[2]), "b")
    sheet.show_rows((ROWS[0], changed, ROWS[2]), GROUPS)
    QApplication.processEvents()
    assert painted == ["two"]


def test_a_long_table_scrolls_to_what_is_chosen(sheet, qtbot):
    many = [Row(str(number), (Cell(str(number), value=number), Cell(""), Cell(""))) for number in range(300)]
    sheet.show_rows(many)
    qtbot.keyClick(sheet, Qt.Key.Key_End)
    assert sheet.key == "299" and sheet.verticalScrollBar().value() > 280
    qtbot.keyClick(sheet, Qt.Key.Key_PageUp)
    assert int(sheet.key) == 299 - 7


def test_copying_is_for_other_programs(sheet):
    assert sheet.as_text() == "Name\tUse\tNote\none\t1000\tx\ntwo\t-5\ty\nthree\t\u2013\t\n"


def test_tips_have_the_whole_row_and_what_a_column_means(sheet):
    assert sheet.tip_at(20, 4) == "Who"
    assert sheet.tip_at(20, 2 * ROW_PX + 4) == "Name: one\nUse: 1\u202f000\nNote: x"


def test_columns_leave_where_room_is_short():
    assert [width > 0 for width in placed(COLUMNS, 230).width] == [True, True, False]
    assert [width > 0 for width in placed(COLUMNS, 400).width] == [True, True, True]
    assert placed((), 100).left == []


def test_an_empty_sheet_says_what_would_fill_it(sheet):
    sheet.show_rows([])
    assert sheet.rows() == [] and sheet.key == "" and not sheet.grab().isNull()


# the others -------------------------------------------------------------------------------------------------------------


def test_a_line_says_its_last_point_and_the_one_under_the_pointer(qtbot):
    plot = LinePlot(THEMES["light"], "Equity", lambda value, _step: str(value), "Nothing yet.")
    qtbot.addWidget(plot)
    plot.resize(300, 120)
    assert not plot.grab().isNull() and plot.said(0) == ""
    plot.show_points([(10**9 * n, n * n - 5) for n in range(20)])
    assert plot.accessibleDescription() == "00:00:19 UTC  356" and plot.said(3) == "00:00:03 UTC  4"
    qtbot.mouseMove(plot, QPoint(10, 40))
    assert not plot.grab().isNull()
    plot.show_points([(7, 7)])
    assert not plot.grab().isNull()


@pytest.mark.parametrize("height", [90, 300, 900])
@pytest.mark.parametrize("range_", [3 * 10**18, 45 * 10**20, 10**22, 7 * 10**24, 10**30])
@pytest.mark.parametrize("way", [1, -1])
def test_no_two_labels_of_a_curve_say_the_same(qtbot, height, range_, way):
    """However small the range: cents do not tell tenths of a cent apart."""
    plot = LinePlot(THEMES["dark"], "Equity", axis_text, "Nothing yet.")
    qtbot.addWidget(plot)
    plot.resize(400, height)
    plot.show_points([(10**9 * n, way * range_ * n // 20) for n in range(21)])
    texts = [text for _, text in plot._ticks]
    assert len(texts) == len(set(texts)) >= 2 or height == 90
    assert all("." in text and len(text.split(".")[1]) >= 2 for text in texts), "money has its cents"
    assert not plot.grab().isNull()


def test_one_section_at_a_time_by_click_and_key(qtbot):
    parts = [QWidget(), QWidget()]
    sections = Sections(THEMES["dark"], [("One", "The first", parts[0]), ("Two", "The second", parts[1])])
    qtbot.addWidget(sections)
    heard = []
    sections.turned.connect(heard.append)
    with qtbot.waitExposed(sections):
        sections.show()
    assert parts[0].isVisible() and not parts[1].isVisible() and "Alt+2" in sections.buttons[1].toolTip()
    qtbot.mouseClick(sections.buttons[1], Qt.MouseButton.LeftButton)
    assert parts[1].isVisible() and heard == [1] and sections.buttons[1].isChecked() and not sections.buttons[0].isChecked()


def test_a_pace_begins_at_once_and_can_be_hurried():
    pace = Pace(3)
    assert [pace.due() for _ in range(7)] == [True, False, False, True, False, False, True]
    pace.hurry()
    assert pace.due()


def test_it_has_its_columns_before_qt_gives_it_a_size(qtbot):
    """A window that is painted in the middle of a change paints parts of it that were never resized."""
    made = Sheet(THEMES["dark"], "Rows", COLUMNS, "Nothing yet.")
    qtbot.addWidget(made)
    assert made.tip_at(3 * GRID_PX, 2) == "Who"
