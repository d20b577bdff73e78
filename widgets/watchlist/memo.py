"""What a workspace keeps of a watchlist, as text. Pure."""

import msgspec


class Memo(msgspec.Struct, frozen=True):
    """symbols: names in a person's order, None: every listed instrument. dense: one line an instrument."""

    symbols: tuple[str, ...] | None = None
    dense: bool = False


def written(memo: Memo) -> str:
    return msgspec.json.encode(memo).decode()


def read(text: str) -> Memo | None:
    """None: the text is no memo."""
    try:
        return msgspec.json.decode(text, type=Memo)
    except (msgspec.MsgspecError, UnicodeError):
        return None
