"""Every limit at its edge: exactly the number passes, the next beyond it does not, and neither side is forgotten.

Conversations like the others, where the same is said often. `pytest tests/scenarios --rewrite` writes the answers anew.
"""

from pathlib import Path

import pytest

from core.machine.engine import Engine
from core.machine.state import State, digest
from tests.scenarios.incident import Incident

FOLDER = Path(__file__).parent / "edges"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_edge(path: Path, request: pytest.FixtureRequest) -> None:
    written = path.read_text()
    talk = Incident()
    spoken = talk.play(written)
    if request.config.getoption("--rewrite", default=False):
        path.write_text(spoken)
    assert spoken == written
    again = Engine(State())
    for seq, at, message in talk.said:
        again.apply(seq, at, message)
    assert digest(again.state) == talk.digest()
