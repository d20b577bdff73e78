"""The house rules hold in this project."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.house.broken import BROKEN, HASHED
from tests.house.rules import RULES
from tests.sessions import ROOT

SOUND = {
    "core/machine/sound.py": '"""Walks a set in order, halves without a float."""\n\nx = [y // 2 for y in sorted({2, 4})]\n',
    "core/edge/sound.py": '"""A program."""\n\nif __name__ == "__main__":\n    print("done")\n',
    "widgets/panels.py": '"""The table of panels."""\n\nfrom widgets.ladder import view\n',
    "widgets/ladder/view.py": '"""A panel."""\n\nfrom widgets.ladder import model\n\ndialog = model.open()\n',
    "requirements.txt": HASHED,
    "README.md": "See ../shared and ~/.config.\n",
}
"""A small house in order, beside which each breach stands."""

Rule = Callable[[Path], list[str]]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_project_keeps(rule: Rule) -> None:
    assert rule(ROOT) == []


@pytest.mark.parametrize(("rule", "path", "text", "found"), BROKEN, ids=lambda value: getattr(value, "__name__", None))
def test_a_breach_is_found(rule: Rule, path: str, text: str, found: str, tmp_path: Path) -> None:
    for name in (path, *SOUND):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    for name, sound in SOUND.items():
        (tmp_path / name).write_text(sound)
    assert rule(tmp_path) == []
    (tmp_path / path).write_text(text)
    findings = rule(tmp_path)
    assert any(finding.startswith(path) and found in finding for finding in findings), findings


def test_every_rule_is_proven() -> None:
    assert {rule for rule, *_ in BROKEN} == set(RULES)
