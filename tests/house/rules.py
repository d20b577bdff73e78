"""The rules of the house, in the order of house.md: each takes a root folder and returns findings, "file:line: sentence"."""

from collections.abc import Callable
from pathlib import Path

from tests.house import direction, purity, shape, shipped, spoken

RULES: tuple[Callable[[Path], list[str]], ...] = (
    direction.imports_point_one_way,
    direction.libraries_stay_in_their_place,
    direction.panels_do_not_know_each_other,
    purity.pure_parts_ask_nothing_outside,
    purity.no_float_decides,
    purity.sets_are_not_walked,
    purity.compiled_parts_stay_plain,
    shape.files_are_short,
    shape.functions_are_short,
    shape.names_say_the_subject,
    shape.modules_say_what_they_are,
    shape.no_widget_waits,
    shape.no_item_of_a_layout_is_wrapped,
    shape.no_screen_is_asked_of_a_widget,
    shape.the_core_does_not_print,
    shape.colours_come_from_the_theme,
    spoken.display_text_is_translated,
    shipped.locks_have_hashes_and_no_addresses,
    shipped.nothing_points_at_a_machine,
    shipped.the_top_folder_is_tidy,
)
