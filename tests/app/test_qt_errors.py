"""What an override raises while Python waits in Qt for it is reported like any other error."""

import subprocess
import sys

import pytest

from tests.sessions import ROOT

NESTED = """
import sys
import tests
if sys.argv[1] == "guarded":
    from app import qt_errors
    qt_errors.survive()
from PySide6.QtWidgets import QApplication, QWidget

class Wrong(QWidget):
    def paintEvent(self, event):
        int("no number")  # raised by Python's own C code

app = QApplication([])
widget = Wrong()
widget.show()
app.processEvents()
try:
    widget.repaint()
except ValueError as error:
    print("reported:", error)
"""


def nested(how: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([sys.executable, "-c", NESTED, how], cwd=ROOT, capture_output=True, text=True, check=False)


def test_it_is_raised_where_qt_was_called() -> None:
    done = nested("guarded")
    assert done.returncode == 0 and "reported:" in done.stdout and "'no number'" in done.stdout, done.stderr


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="later Pythons raise nothing that is no exception")
def test_without_it_the_process_dies() -> None:
    assert nested("as it comes").returncode < 0, "PySide6 does not die of it any more: app/qt_errors.py can go"
