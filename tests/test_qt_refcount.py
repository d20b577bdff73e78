"""Our Qt binding gives back the references that it takes.

PySide6 6.12.0 on Python 3.11 takes one reference too many or too few of None, True and False at each call that returns
them; after some thousand calls the interpreter ends at once. Python 3.12 made these objects immortal, so there is
nothing to count there.
"""

import sys

import pytest
from PySide6.QtCore import QObject

CALLS = 200
SLACK = 50
"""Chosen: far below one a call, far above what the test's own frames hold."""

counted = pytest.mark.skipif(sys.version_info >= (3, 12), reason="None, True and False are immortal from Python 3.12 on")


@counted
def test_none_is_given_back(qapp):
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("name")
    assert abs(sys.getrefcount(None) - before) < SLACK


@counted
@pytest.mark.parametrize("blocked", (True, False))
def test_booleans_are_given_back(qapp, blocked):
    thing = QObject()
    thing.blockSignals(blocked)
    before = sys.getrefcount(blocked)
    for _ in range(CALLS):
        thing.blockSignals(blocked)
    assert abs(sys.getrefcount(blocked) - before) < SLACK
