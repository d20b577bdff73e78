"""Every conversation in conversations/ goes as written; then the same messages go again and must end in the same state.

`pytest tests/scenarios --rewrite` writes the machine's answers into the files: read the diff before committing it.
"""

from pathlib import Path

import pytest

from core.machine.engine import Engine
from core.machine.state import State, digest
from tests.scenarios.conversation import Conversation

FOLDER = Path(__file__).parent / "conversations"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_conversation(path: Path, request: pytest.FixtureRequest) -> None:
    written = path.read_text()
    talk = Conversation()
    spoken = talk.play(written)
    if request.config.getoption("--rewrite"):
        path.write_text(spoken)
    assert spoken == written
    again = Engine(State())
    for seq, at, message in talk.said:
        again.apply(seq, at, message)
    assert digest(again.state) == talk.digest()
