"""An error in what Qt calls must reach whoever reports it, and not end the program.

Where Python calls Qt and Qt calls an override (show(), then paintEvent()), PySide6 keeps what the override raised until Qt has returned,
and writes a note into it. Before Python 3.12 an error that Python's own C code raises is still a bare text at that moment, until an except
clause has seen it; PySide6 6.11 takes the text for an exception and the process dies. So each override gets such a clause around it.
"""

import sys
from collections.abc import Callable
from functools import wraps
from types import FunctionType
from typing import Any

NAMES = frozenset((
    "event", "eventFilter", "viewportEvent", "notify", "sizeHint", "minimumSizeHint", "heightForWidth", "hasHeightForWidth",
    "focusNextPrevChild", "scrollContentsBy", "setVisible", "nextCheckState", "paint", "boundingRect", "shape", "itemChange",
    "doLayout", "setGeometry", "itemAt", "takeAt", "count", "data", "rowCount", "columnCount", "headerData", "flags",
))  # fmt: skip
"""Beside everything that ends with "Event". What is also connected to signals is not here: Qt counts a slot's arguments."""


def survive() -> None:
    """From here on, for each class of ours and of libraries that is defined over one of Qt's."""
    if sys.version_info >= (3, 12):
        return
    from shiboken6 import Shiboken

    base: Any = Shiboken.Object

    def defined(cls: type, /, **options: Any) -> None:
        super(base, cls).__init_subclass__(**options)
        for name, method in list(vars(cls).items()):
            if isinstance(method, FunctionType) and (name.endswith("Event") or name in NAMES):
                setattr(cls, name, _seen(method))

    base.__init_subclass__ = classmethod(defined)


def _seen(method: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(method)
    def call(*arguments: Any, **named: Any) -> Any:
        try:
            return method(*arguments, **named)
        except BaseException:
            raise

    return call
