"""Every conversation goes on from a snapshot taken after any of its lines as if nothing had happened: positions, fees and the
fills that a bust may still take back included.
"""

from pathlib import Path

import pytest

from core.machine.engine import Engine
from core.machine.memory import restore, rows
from core.machine.state import State, digest
from core.messages.packing import pack, unpack
from tests.scenarios.conversation import Conversation
from tests.scenarios.test_conversations import FOLDER


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_it_goes_on_from_a_snapshot(path: Path) -> None:
    talk = Conversation()
    talk.play(path.read_text())
    engine = Engine(State())
    for seq, at, message in talk.said:
        resumed = Engine(restore(unpack(pack(rows(engine.state)))))
        assert digest(resumed.state) == digest(engine.state)
        assert resumed.apply(seq, at, message) == engine.apply(seq, at, message)
        assert digest(resumed.state) == digest(engine.state)
        assert rows(resumed.state) == rows(engine.state)
