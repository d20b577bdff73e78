"""The keys of actions as they are now, for words that name one: a person may have given another.

Whoever binds keys gives their texts (app/keys.py), and calls say_keys() of everything that shows one. No Qt here.
"""

from collections.abc import Mapping

from widgets.tongue import tr

AT_FIRST: Mapping[str, str] = {
    "stop": "F12", "palette": "Ctrl+K", "help": "F1", "pause": "Space", "faster": "+", "slower": "-", "go_journal": "Ctrl+J",
    "operations_set_rules": "Ctrl+Alt+Shift+B", "operations_set_schedule": "Ctrl+Alt+Shift+S", "operations_set_price": "Ctrl+Alt+Shift+P",
}
"""Of the actions that words name; the table of actions has all of them (app/actions.py)."""


class _Now:
    """One keyboard a program."""

    keys: Mapping[str, str] = AT_FIRST


def give(keys: Mapping[str, str]) -> None:
    """Action -> its first key as this platform writes it; empty for none."""
    _Now.keys = {**AT_FIRST, **keys}


def key_of(id: str) -> str:
    """In a sentence: "the menu" for an action that has no key."""
    return _Now.keys[id] or tr("the menu")


def with_key(words: str, id: str) -> str:
    """A tip with the key behind it, if there is one."""
    key = _Now.keys[id]
    return tr("{words} ({key})", words=words, key=key) if key else words
