"""One breach after another, each with the rule that must find it and a word of what it must say.

Texts that would break a rule by standing here are put together at run time.
"""

from collections.abc import Callable
from pathlib import Path

from tests.house import direction, purity, shape, shipped, spoken

HASHED = "msgspec==0.22.0 \\\n    --hash=sha256:" + "0" * 64 + "\n"
SOME_PATH = "/".join(["", "home", "me", "tape"])
SCRATCH = "/".join(["", "tmp", "tape"])
HOST = "packages.example"
LONG_FUNCTION = '"""Long."""\ndef long():\n' + "    x = 1\n" * shape.FUNCTION_LINES
STRUCT = '"""S."""\nimport msgspec\nclass A(msgspec.Struct, frozen=True):\n    x: int\n'

Row = tuple[Callable[[Path], list[str]], str, str, str]
BROKEN: list[Row] = [
    (direction.imports_point_one_way, "core/domain/a.py", "import core.machine.engine", "core.domain must not"),
    (direction.imports_point_one_way, "core/machine/a.py", "from core.journal.writer import JournalWriter", "must not"),
    (direction.imports_point_one_way, "core/machine/a.py", "def f():\n    from core import sequencer", "must not"),
    (direction.imports_point_one_way, "core/journal/entry.py", "from core.machine.state import State", "must not"),
    (direction.imports_point_one_way, "core/projections/a.py", "from core.journal import reader", "must not"),
    (direction.imports_point_one_way, "core/edge/a.py", "from core.machine.engine import Engine", "must not"),
    (direction.imports_point_one_way, "core/fix/a.py", "from core.edge import tape_file", "must not"),
    (direction.imports_point_one_way, "core/ledger/a.py", "", "without a row"),
    (direction.imports_point_one_way, "core/a.py", "import app.runtime", "without a row"),
    (direction.imports_point_one_way, "widgets/a.py", "from core.machine.state import State", "widgets must not"),
    (direction.imports_point_one_way, "widgets/a.py", "if False:\n    import app.window", "widgets must not"),
    (direction.imports_point_one_way, "main.py", "import core.sequencer", "main must not"),
    (direction.imports_point_one_way, "widgets/tape/a.py", "from .view import TapeView", "relative"),
    (direction.libraries_stay_in_their_place, "core/projections/a.py", "from PySide6.QtCore import QObject", "PySide6"),
    (direction.libraries_stay_in_their_place, "app/a.py", "import pyqtgraph as pg", "pyqtgraph"),
    (direction.libraries_stay_in_their_place, "widgets/a.py", "import qasync", "qasync"),
    (direction.libraries_stay_in_their_place, "app/a.py", "from sqlalchemy import text", "sqlalchemy"),
    (direction.libraries_stay_in_their_place, "core/edge/a.py", "from alembic import op", "alembic"),
    (direction.libraries_stay_in_their_place, "core/edge/a.py", "import simplefix", "simplefix"),
    (direction.panels_do_not_know_each_other, "widgets/tape/view.py", "from widgets.ladder import model", "another panel"),
    (direction.panels_do_not_know_each_other, "widgets/flat.py", "import widgets.ladder.view", "another panel"),
    (purity.pure_parts_ask_nothing_outside, "core/machine/a.py", "from time import time_ns", "time"),
    (purity.pure_parts_ask_nothing_outside, "core/domain/a.py", "import random", "random"),
    (purity.pure_parts_ask_nothing_outside, "core/messages/a.py", "import uuid", "uuid"),
    (purity.pure_parts_ask_nothing_outside, "core/machine/desk/a.py", "def f():\n    import os.path", "os"),
    (purity.pure_parts_ask_nothing_outside, "core/journal/entry.py", "import logging", "logging"),
    (purity.pure_parts_ask_nothing_outside, "core/machine/a.py", "x = hash('BTC')", "hash"),
    (purity.no_float_decides, "core/domain/a.py", "tick = 0.01", "0.01"),
    (purity.no_float_decides, "core/machine/a.py", "x = float('1')", "float"),
    (purity.no_float_decides, "core/machine/a.py", "middle = (bid + ask) / 2", "true division"),
    (purity.no_float_decides, "core/messages/a.py", "x = 1\nx /= 2", "true division"),
    (purity.no_float_decides, "core/messages/events.py", "class A:\n    price: float", "float"),
    (purity.sets_are_not_walked, "core/machine/a.py", "for x in {1, 2}:\n    pass", "walks a set"),
    (purity.sets_are_not_walked, "core/machine/a.py", "x = [y for y in set(ids)]", "walks a set"),
    (purity.sets_are_not_walked, "core/machine/a.py", "x = list(set(a) | b)", "walks a set"),
    (purity.sets_are_not_walked, "core/domain/a.py", "x = [*frozenset(a)]", "walks a set"),
    (purity.sets_are_not_walked, "core/machine/a.py", "self.ids = set()\nfor x in self.ids:\n    pass", "walks a set"),
    (purity.sets_are_not_walked, "core/machine/a.py", "def f(ids: set[int]):\n    return tuple(ids)", "walks a set"),
    (purity.compiled_parts_stay_plain, "core/machine/a.py", STRUCT, "Struct"),
    (purity.compiled_parts_stay_plain, "core/domain/a.py", "from msgspec import Struct as S\nclass A(S): pass", "defines none"),
    (purity.compiled_parts_stay_plain, "core/machine/a.py", "from core.messages.events import E\nclass A(E): pass", "Struct"),
    (purity.compiled_parts_stay_plain, "core/machine/desk/a.py", "from core.messages import events\nclass A(events.E): pass", "Struct"),
    (purity.compiled_parts_stay_plain, "core/sequencer.py", "class A(B, metaclass=C): pass", "keywords"),
    (purity.compiled_parts_stay_plain, "core/domain/deep/a.py", "def f():\n    class A(B, frozen=True): pass", "keywords"),
    (shape.files_are_short, "app/a.py", "x = 1\n" * (shape.FILE_LINES + 1), "401 lines"),
    (shape.functions_are_short, "app/a.py", LONG_FUNCTION, "::long: 51 lines"),
    (shape.names_say_the_subject, "app/utils.py", "", "subject"),
    (shape.names_say_the_subject, "core/order_helpers.py", "", "subject"),
    (shape.names_say_the_subject, "app/common/a.py", "", "subject"),
    (shape.names_say_the_subject, "app/a.py", "class OrderManager: pass", "OrderManager"),
    (shape.names_say_the_subject, "app/a.py", "class BaseView: pass", "BaseView"),
    (shape.modules_say_what_they_are, "widgets/a.py", "x = 1", "docstring"),
    (shape.no_widget_waits, "widgets/a.py", "dialog.exec()", "blocks"),
    (shape.no_widget_waits, "app/a.py", "QtWidgets.QMessageBox.question(self, 'Sure?', '')", "blocks"),
    (shape.no_widget_waits, "app/a.py", "name, _ = QFileDialog.getSaveFileName(self)", "blocks"),
    (shape.no_item_of_a_layout_is_wrapped, "tests/a.py", "item = layout.itemAt(0)", "layout.itemAt()"),
    (shape.no_screen_is_asked_of_a_widget, "widgets/a.py", "room = view.screen().geometry()", "view.screen()"),
    (shape.the_core_does_not_print, "core/replay.py", "def f():\n    print('x')", "print"),
    (shape.colours_come_from_the_theme, "widgets/tape/a.py", "pen = QColor('#ff0000')", "#ff0000"),
    (spoken.display_text_is_translated, "widgets/tape/a.py", "label.setText('Cancel all')", "Cancel all"),
    (spoken.display_text_is_translated, "app/a.py", "def f(n):\n    return f'There are {n} orders'", "not translated"),
    (spoken.display_text_is_translated, "widgets/a.py", "tr('{a}', a=x if y else 'Not yet known')", "Not yet known"),
    (shipped.locks_have_hashes_and_no_addresses, "requirements.txt", f"--index-url https://{HOST}/simple\n" + HASHED, "--index-url"),
    (shipped.locks_have_hashes_and_no_addresses, "requirements.txt", "msgspec==0.22.0\n", "no hash"),
    (shipped.locks_have_hashes_and_no_addresses, "requirements-dev.txt", HASHED + "msgspec>=0.22\n", "name==version"),
    (shipped.locks_have_hashes_and_no_addresses, "requirements.in", "-f wheels\n", "-f"),
    (shipped.nothing_points_at_a_machine, "Makefile", f"run:\n\tpip install -i https://{HOST}/simple x\n", "registry host"),
    (shipped.nothing_points_at_a_machine, "app/a.py", f"TAPE = '{SOME_PATH}'\n", "path of one machine"),
    (shipped.nothing_points_at_a_machine, "docs/a.md", f"Look in {SCRATCH} for it.\n", ":1: path of one machine"),
    (shipped.the_top_folder_is_tidy, "notes.md", "to do", "top folder"),
]
