"""The kill switch: engaged or released. It blocks first; its cancels follow in the same step; it never blocks a cancel.

A release clears only up to the generation that its author saw. Who may engage or release, and the latch on disk, are not
here: this is the machine's copy, told by messages.
"""


class KillSwitch:
    """generation counts engagements, over restarts; source: who or what engaged or released last, in words."""

    __slots__ = ("engaged", "generation", "source")

    def __init__(self) -> None:
        self.engaged: bool = False
        self.generation: int = 0
        self.source: str = ""
