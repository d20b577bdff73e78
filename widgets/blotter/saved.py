"""Saved views of a blotter: its columns, their order and widths, sorting, filters and grouping, under a name. Qt-free.

Invariant: `fitting` makes a view that the table can show out of any that was kept, however old or wild: what it does not know is left
out, the rest stays. Where views are kept is app's.
"""

from collections.abc import Sequence
from typing import Annotated

import msgspec

from widgets.blotter.conditions import LONGEST
from widgets.blotter.layout import LEAST_PX, MOST_PX
from widgets.blotter.tables import Table
from widgets.tongue import tr

MOST = 50
NAME_LENGTH = 40
Name = Annotated[str, msgspec.Meta(max_length=200)]


class SavedView(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """columns: those shown, in their order; empty: what fits. sort: empty: as the table begins."""

    name: Name = ""
    columns: tuple[Name, ...] = ()
    widths: dict[Name, int] = {}
    sort: Name = ""
    descending: bool = True
    filters: dict[Name, Name] = {}
    group: Name = ""
    open_only: bool = False
    filter_row: bool = False


class PanelViews(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """now: how the panel stood last."""

    saved: tuple[SavedView, ...] = ()
    now: SavedView | None = None


def written(view: SavedView) -> str:
    return msgspec.json.encode(view).decode()


def read(text: str) -> SavedView | None:
    """None: the text is no view."""
    try:
        return msgspec.json.decode(text, type=SavedView)
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return None


def fitting(view: SavedView, table: Table) -> SavedView:
    names = {column.name for column in table.columns}
    groups = {column.name for column in table.columns if column.groups}
    return SavedView(
        view.name[:NAME_LENGTH], tuple(dict.fromkeys(name for name in view.columns if name in names)),
        {name: min(max(width, LEAST_PX), MOST_PX) for name, width in view.widths.items() if name in names},
        view.sort if view.sort in names else table.sort[0], view.descending if view.sort in names else table.sort[1],
        {name: text[:LONGEST] for name, text in view.filters.items() if name in names and text.strip()},
        view.group if view.group in groups else "", view.open_only and "cancel" in names, view.filter_row,
    )


def wrong_name(name: str) -> str:
    """Why a view cannot have that name; empty: it can."""
    cleaned = name.strip()
    if not cleaned:
        return tr("Type a name for the view.")
    if len(cleaned) > NAME_LENGTH:
        return tr("The name of a view has at most {name_length} characters.", name_length=NAME_LENGTH)
    if not cleaned.isprintable():
        return tr("The name of a view has no control characters.")
    return ""


def with_one(views: Sequence[SavedView], view: SavedView) -> tuple[SavedView, ...]:
    """Instead of the one of its name, or at the end; the oldest leave when there are too many."""
    return (*(one for one in views if one.name != view.name), view)[-MOST:]


def without(views: Sequence[SavedView], name: str) -> tuple[SavedView, ...]:
    return tuple(one for one in views if one.name != name)
