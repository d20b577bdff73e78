"""Client order ids as a person reads them: a ticket's or a click's long number cut, and after it what the leg is there for. Qt-free.

Invariants: each part of the short form, between its spaces, is a part of the whole, so a search for what is seen finds it; ids without
such a number stay as they are, for a strategy or another program chose them. The whole one is in tips, copies and exports.
"""

import re
from typing import Final

SEEN: Final = 6
"""Digits. Chosen: among a hundred tickets of a day, no two look alike but once in 3,400 days."""
LONG: Final = re.compile(r"(?<![0-9a-f])([0-9a-f]{32})(?:-(?=.)|(?![0-9a-f]))")


def short_id(client_order_id: str) -> str:
    """"ticket-3f2a9c" and, of its legs and lines, "ticket-3f2a9c target", "ticket-3f2a9c 2"."""
    found = LONG.search(client_order_id)
    if found is None:
        return client_order_id
    return f"{client_order_id[: found.start() + SEEN]} {client_order_id[found.end() :]}".rstrip()
