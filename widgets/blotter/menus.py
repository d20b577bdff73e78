"""The menus of a blotter: columns, groups, saved views, exports. Each row does something of the panel's own; nothing here decides, and
who makes one shows it."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from widgets.action_keys import in_menu
from widgets.tongue import tr

if TYPE_CHECKING:
    from widgets.blotter.panel import BlotterPanel


def below(button: QWidget) -> QPoint:
    return button.mapToGlobal(button.rect().bottomLeft())


def made(panel: QWidget, name: str) -> QMenu:
    menu = QMenu(panel)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setAccessibleName(name)
    return menu


def columns(panel: "BlotterPanel", at: QPoint) -> QMenu:
    table = panel.table
    menu = made(panel, tr("Columns"))
    place = table.place_at(table.viewport().mapFromGlobal(at).x())
    if place is not None:
        column = place.column
        menu.addAction(tr("Sort by {words}", words=column.words), lambda: table.sort_by(column.name))
        if column.groups:
            menu.addAction(tr("Group by {words}", words=column.words), lambda: table.group_by(column.name))
        hiding = menu.addAction(tr("Hide {words}", words=column.words), lambda: _hide(panel, column.name))
        hiding.setEnabled(len(table.places) > 1)
        menu.addSeparator()
    menu.addAction(in_menu(tr("Columns\u2026"), "blotter.columns"), panel.chooser.open)
    menu.addAction(in_menu(tr("Filter row"), "blotter.filter"), lambda: panel.show_filters(True))
    menu.addAction(tr("As ever"), panel.as_ever)
    return menu


def _hide(panel: "BlotterPanel", name: str) -> None:
    panel.table.layout_.toggle(name, panel.table.viewport().width())
    panel.table.relaid()


def groups(panel: "BlotterPanel") -> QMenu:
    menu = made(panel, tr("Group by"))
    _fill_groups(panel, menu)
    return menu


def _fill_groups(panel: "BlotterPanel", menu: QMenu) -> None:
    table = panel.table
    for name, words in [("", tr("No groups")), *((one.name, one.words) for one in panel.rows.table.columns if one.groups)]:
        action = menu.addAction(words, partial(table.group_by, name))
        action.setCheckable(True)
        action.setChecked(table.lines.group_column == name)
    if table.lines.group_column:
        menu.addSeparator()
        menu.addAction(tr("Open all"), lambda: _open_all(panel, True))
        menu.addAction(tr("Shut all"), lambda: _open_all(panel, False))


def _open_all(panel: "BlotterPanel", is_open: bool) -> None:
    panel.table.lines.open_all(is_open)
    panel.table.relaid()


def views(panel: "BlotterPanel") -> QMenu:
    menu = made(panel, tr("View"))
    for view in panel.views.saved:
        menu.addAction(view.name.replace("&", "&&"), partial(panel.show_view, view))
    if panel.views.saved:
        menu.addSeparator()
    menu.addAction(tr("Save view as\u2026"), panel.ask_name)
    if panel.views.saved:
        forget = menu.addMenu(tr("Forget view"))
        for view in panel.views.saved:
            forget.addAction(view.name.replace("&", "&&"), partial(panel.forget_view, view.name))
    menu.addSeparator()
    _fill_groups(panel, menu.addMenu(in_menu(tr("Group by"), "blotter.groups")))
    menu.addAction(in_menu(tr("Columns\u2026"), "blotter.columns"), panel.chooser.open)
    menu.addAction(in_menu(tr("Filter row"), "blotter.filter"), lambda: panel.show_filters(True))
    menu.addAction(tr("As ever"), panel.as_ever)
    return menu


def exports(panel: "BlotterPanel") -> QMenu:
    menu = made(panel, tr("Export"))
    menu.addAction(tr("CSV file\u2026"), lambda: panel.export_file("csv"))
    menu.addAction(tr("JSON lines file\u2026"), lambda: panel.export_file("jsonl"))
    menu.addSeparator()
    menu.addAction(tr("Copy all shown rows"), panel.copy_shown)
    menu.addAction(tr("Copy chosen rows\tCtrl+C"), panel.copy_chosen)
    return menu
