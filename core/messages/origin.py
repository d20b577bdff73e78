"""Who and what is behind a command: carried by every command, and so in the journal with whatever came of it."""

import msgspec


class Origin(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """person: the operator's account name. desk, strategy: names. signal: the strategy's id of the reason it acted on.
    correlation: an id that follows everything one decision causes. session: the line it came in on. Empty: not given."""

    person: str = ""
    desk: str = ""
    strategy: str = ""
    signal: str = ""
    correlation: str = ""
    session: str = ""
