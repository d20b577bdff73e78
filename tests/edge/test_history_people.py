"""The audit trail tells who came and went, whose roles changed, and both names of a step of two people."""

import json
from pathlib import Path

from core.edge.history.queries import Wanted, audit_page, reading
from core.edge.history.store import Store, catch_up
from tests.edge.history_entries import CONVERSATIONS, conversation


def audited(tmp_path: Path, name: str, *kinds: str) -> list[dict[str, object]]:
    url = f"sqlite:///{tmp_path}/history.db"
    with Store(url) as store:
        catch_up(store, conversation(CONVERSATIONS / f"{name}.txt"))
    with reading(url) as connection:
        return audit_page(connection, Wanted(kinds=kinds)).rows


def test_the_door(tmp_path: Path) -> None:
    rows = audited(tmp_path, "people_rights", "SIGNED_IN", "SIGN_IN_FAILED", "SIGNED_OUT", "TERMINAL_LOCKED")
    assert [(row["kind"], row["person"]) for row in rows] == [
        ("SIGNED_IN", "tess"), ("SIGN_IN_FAILED", ""), ("SIGN_IN_FAILED", "tess"), ("TERMINAL_LOCKED", "tess"), ("SIGNED_OUT", "tess"),
    ]


def test_a_denied_command_is_told_with_its_author(tmp_path: Path) -> None:
    rows = audited(tmp_path, "people_rights", "REQUEST_REFUSED", "ORDER_REFUSED")
    denied = [row["person"] for row in rows if "NOT_PERMITTED" in str(row["data"])]
    assert {"vera", "rita", "omar", "gone", "tess", ""} <= set(denied)


def test_both_names_of_an_approval(tmp_path: Path) -> None:
    rows = audited(tmp_path, "people_two_persons", "APPROVAL")
    given = [json.loads(str(row["data"])) for row in rows if json.loads(str(row["data"]))["what"] == "ApprovalGiven"]
    assert {(row["by"], row["approved_by"]) for row in given} == {("omar", "rita"), ("rita", "omar"), ("rita", "rolf")}
