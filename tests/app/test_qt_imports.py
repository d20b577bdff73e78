"""What importing Qt costs the imports after it."""

import subprocess
import sys

from tests.sessions import ROOT

KEPT = """
import sys, linecache
import tests
if sys.argv[1] == "spared":
    from app import qt_imports
    qt_imports.spare_sources()
import PySide6.QtWidgets
import sqlalchemy
print(sum(kept[0] for kept in linecache.cache.values()))
"""


def kept(how: str) -> int:
    said = subprocess.run([sys.executable, "-c", KEPT, how], cwd=ROOT, capture_output=True, text=True, check=True)
    return int(said.stdout)


def test_the_sources_of_what_is_imported_after_qt_are_not_kept_in_memory() -> None:
    assert kept("spared") < 200_000
    assert kept("as it comes") > 1_000_000, "PySide6 does not read them any more: spare_sources can go"
