"""`journal show --correlation` follows one decision through everything that it caused: exits that a fill set off, reports from
outside, and what became of them.
"""

from app.journal_commands import _wanted
from core.journal.entry import Entry, decode, encode
from tests.edge.history_entries import CONVERSATIONS, conversation


def followed(name: str, correlation: str) -> list[Entry]:
    orders: set[int] = set()
    # As they come out of a journal.
    entries = [decode(encode(entry), entry.seq, entry.wall_ns, entry.mono_ns) for entry in conversation(CONVERSATIONS / name)]
    return [entry for entry in entries if _wanted(entry, 0, correlation, orders)]


def test_a_bracket_and_what_its_fills_set_off() -> None:
    found = followed("bracket.txt", "6")
    sent = [event.client_order_id for entry in found for event in entry.events if type(event).__name__ == "OrderSent"]
    assert sent == ["entry", "loss", "profit"]
    ended = [type(event).__name__ for event in found[-1].events]
    assert "GroupClosed" in ended and "OrderCancelled" in ended


def test_reports_from_outside() -> None:
    found = followed("bracket_outside.txt", "22")
    assert {event.client_order_id for entry in found for event in entry.events if type(event).__name__ == "OrderSent"} == {"e2", "l2", "p2"}
    assert sum(type(entry.message).__name__ == "OutsideReport" for entry in found) == 4
