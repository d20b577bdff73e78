"""The menus of a blotter: columns, groups, saved views, exports. Each row does something of the panel's own; nothing here decides, and
who makes one shows it."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

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
    menu = made(panel, "Columns")
    place = table.place_at(table.viewport().mapFromGlobal(at).x())
    if place is not None:
        column = place.column
        menu.addAction(f"Sort by {column.words}", lambda: table.sort_by(column.name))
        if column.groups:
            menu.addAction(f"Group by {column.words}", lambda: table.group_by(column.name))
        hiding = menu.addAction(f"Hide {column.words}", lambda: _hide(panel, column.name))
        hiding.setEnabled(len(table.places) > 1)
        menu.addSeparator()
    menu.addAction("Columns\u2026\tK", panel.chooser.open)
    menu.addAction("Filter row\tF", lambda: panel.show_filters(True))
    menu.addAction("As ever", panel.as_ever)
    return menu


def _hide(panel: "BlotterPanel", name: str) -> None:
    panel.table.layout_.toggle(name, panel.table.viewport().width())
    panel.table.relaid()


def groups(panel: "BlotterPanel") -> QMenu:
    menu = made(panel, "Group by")
    _fill_groups(panel, menu)
    return menu


def _fill_groups(panel: "BlotterPanel", menu: QMenu) -> None:
    table = panel.table
    for name, words in [("", "No groups"), *((one.name, one.words) for one in panel.rows.table.columns if one.groups)]:
        action = menu.addAction(words, partial(table.group_by, name))
        action.setCheckable(True)
        action.setChecked(table.lines.group_column == name)
    if table.lines.group_column:
        menu.addSeparator()
        menu.addAction("Open all", lambda: _open_all(panel, True))
        menu.addAction("Shut all", lambda: _open_all(panel, False))


def _open_all(panel: "BlotterPanel", is_open: bool) -> None:
    panel.table.lines.open_all(is_open)
    panel.table.relaid()


def views(panel: "BlotterPanel") -> QMenu:
    menu = made(panel, "View")
    for view in panel.views.saved:
        menu.addAction(view.name.replace("&", "&&"), partial(panel.show_view, view))
    if panel.views.saved:
        menu.addSeparator()
    menu.addAction("Save view as\u2026", panel.ask_name)
    if panel.views.saved:
        forget = menu.addMenu("Forget view")
        for view in panel.views.saved:
            forget.addAction(view.name.replace("&", "&&"), partial(panel.forget_view, view.name))
    menu.addSeparator()
    _fill_groups(panel, menu.addMenu("Group by\tG"))
    menu.addAction("Columns\u2026\tK", panel.chooser.open)
    menu.addAction("Filter row\tF", lambda: panel.show_filters(True))
    menu.addAction("As ever", panel.as_ever)
    return menu


def exports(panel: "BlotterPanel") -> QMenu:
    menu = made(panel, "Export")
    menu.addAction("CSV file\u2026", lambda: panel.export_file("csv"))
    menu.addAction("JSON lines file\u2026", lambda: panel.export_file("jsonl"))
    menu.addSeparator()
    menu.addAction("Copy all shown rows", panel.copy_shown)
    menu.addAction("Copy chosen rows\tCtrl+C", panel.copy_chosen)
    return menu
