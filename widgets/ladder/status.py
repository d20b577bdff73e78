"""What the ladder's line says now: of what is in the hand, else the sentence of the moment, else what is wrong with the size, else what a
click or a key would do, else how it rests. Asks nothing and changes nothing."""

from core.projections.pictures import LadderPicture
from widgets.hint import Hint
from widgets.ladder import form, words
from widgets.ladder.grid import LadderGrid
from widgets.moves import Said


def line(picture: LadderPicture | None, grid: LadderGrid, hint: Hint, typed: str, armed: bool, by_keys: bool, group: int) -> Said:
    """typed: in the field of the size. by_keys: the cursor is aimed with, not the pointer. group: price units of a row, 0: no rows yet."""
    drag = grid.drag
    if drag is not None and drag.moved and picture is not None:
        return words.dragging(picture, drag)
    wrong = form.wrong_size(picture.instrument, typed) if picture is not None else ""
    if hint.text or wrong:
        return Said(hint.text, hint.token) if hint.text else Said(wrong, "critical")
    if armed and picture is not None and group:
        side, price = grid.pointed()
        if side is not None and not by_keys:
            return words.pointing(picture, side, form.size(picture.instrument, typed), price, group)
        if grid.hasFocus() and grid.row_at(grid.cursor_price) is not None:
            return words.aiming(picture, form.size(picture.instrument, typed), grid.cursor_price, group)
    return words.resting(armed, picture)
