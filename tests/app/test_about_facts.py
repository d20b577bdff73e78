"""Help > About: the licence of everything that is installed with the program, as it says of itself."""

import re
from importlib import metadata

import pytest
from packaging.utils import canonicalize_name

from app.about_facts import LICENCES, facts
from app.settings import load
from tests.sessions import ROOT

LOCKED = {canonicalize_name(name) for name in re.findall(r"^([A-Za-z0-9_.-]+)==", (ROOT / "requirements.txt").read_text(), re.MULTILINE)}
ELSEWHERE = {"colorama"}
"""Only installed on Windows."""


def test_every_package_of_the_lock_is_there() -> None:
    assert set(LICENCES) == LOCKED - ELSEWHERE


@pytest.mark.parametrize("name", LICENCES)
def test_the_licence_is_the_one_that_the_package_names(name: str) -> None:
    said = metadata.metadata(name)
    named = " ".join([said.get("License-Expression") or "", said.get("License") or "", *(said.get_all("Classifier") or [])])
    words = LICENCES[name].replace("-", " ").split()[:1]
    assert all(word.lower() in named.lower() for word in words), named
    assert "gpl" not in LICENCES[name].lower().replace("lgpl", "")


def test_data_folder_and_versions_are_told(tmp_path) -> None:
    said = " ".join(facts(load(["--data", str(tmp_path)], {})))
    assert str(tmp_path) in said and f"msgspec {metadata.version('msgspec')} (BSD-3-Clause)" in said
