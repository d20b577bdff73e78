"""What a workspace keeps of a ladder, as text. Pure."""

import msgspec


class Memo(msgspec.Struct, frozen=True):
    """sizes: the five order sizes by venue and symbol. profits: the column of what the position is worth along the prices."""

    sizes: dict[str, tuple[str, ...]] = {}
    profits: bool = False


def written(memo: Memo) -> str:
    return msgspec.json.encode(memo).decode()


def read(text: str) -> Memo | None:
    """None: the text is no memo."""
    try:
        return msgspec.json.decode(text, type=Memo)
    except (msgspec.MsgspecError, UnicodeError):
        return None
