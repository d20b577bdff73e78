"""The keys of actions, and of what panels do, as they are now: for words that name one, and for panels that are given one.

An id without a dot is an action of the window, "ladder.buy" a row of the table of panels' keys. A person may have given another key.
Whoever binds keys gives them (app/keys.py), and calls say_keys() of everything that shows one. No Qt here.
"""

from collections.abc import Callable, Mapping

from widgets import panel_keys
from widgets.panel_keys import split
from widgets.tongue import tr

AT_FIRST: Mapping[str, str] = {
    "stop": "F12", "palette": "Ctrl+K", "help": "F1", "pause": "Space", "faster": "+", "slower": "-", "go_journal": "Ctrl+J",
    "operations_set_rules": "Ctrl+Alt+Shift+B", "operations_set_schedule": "Ctrl+Alt+Shift+S", "operations_set_price": "Ctrl+Alt+Shift+P",
}
"""Of the actions that words name; the table of actions has all of them (app/actions.py)."""
NONE = "\u2013"


class _Now:
    """One keyboard a program. said: id -> its first key as this platform writes it. meant: scope and key -> id."""

    said: Mapping[str, str] = {}
    meant: Mapping[tuple[str, str], str] = {}


def give(keys: Mapping[str, str], native: Callable[[str], str] = str) -> None:
    """Id -> its keys, portable; empty for none. native: how this platform writes one. What is not given has its key of the beginning."""
    whole = {**AT_FIRST, **panel_keys.AT_FIRST, **keys}
    _Now.said = {id: native(split(some)[0]) if some else "" for id, some in whole.items()}
    _Now.meant = {(id.partition(".")[0], key): id for id in panel_keys.AT_FIRST for key in split(whole[id])}


def meant(scope: str, key: str) -> str:
    """The id of what the key does in the panels of the scope, or nothing."""
    return _Now.meant.get((scope, key), "")


def now(id: str) -> str:
    """As this platform writes it; empty for none."""
    return _Now.said[id]


def key_of(id: str) -> str:
    """In a sentence: "the menu" for what has no key, and a menu."""
    return now(id) or tr("the menu")


def with_key(words: str, *ids: str) -> str:
    """A tip with the key behind it, if there is one; of several, all."""
    keys = [now(id) for id in ids]
    return tr("{words} ({key})", words=words, key=", ".join(key or NONE for key in keys)) if any(keys) else words


def in_menu(words: str, id: str) -> str:
    """A menu's row with its key at the right."""
    return f"{words}\t{now(id)}" if now(id) else words


give({})
