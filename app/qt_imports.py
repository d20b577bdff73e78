"""What importing Qt costs everything that is imported after it.

PySide6 puts itself in front of every later import: it reads the module's source and looks for its own name there, to know whether the
module may switch snake_case names on (doc.qt.io, "Qt for Python: feature switching"). Python keeps the sources that were read: 37 MB
for this program, which switches nothing.
"""

from importlib import import_module
from typing import Any


def spare_sources() -> None:
    """Before anything large is imported, and where nobody says `from __feature__ import`. A PySide6 that asks otherwise is left alone."""
    import PySide6.QtCore  # noqa: F401  (it brings the hook)

    try:
        hook: Any = import_module("shibokensupport.feature")
    except ImportError:
        return
    if callable(getattr(hook, "_mod_uses_pyside", None)):
        hook._mod_uses_pyside = lambda module: False
