"""Closing while orders work: one question with the number of orders, then the end within its deadline.

Invariants: a signal from outside and a person who says so twice are never asked; nothing is closed by not answering.
"""

from collections.abc import Callable

from app.window import TerminalWindow
from widgets.offer import Choice, Question
from widgets.tongue import told

KEY = "leaving"


class Leaving:
    """working: how many orders of ours work now. leave: begins the end."""

    def __init__(self, window: TerminalWindow, working: Callable[[], int], leave: Callable[[], None]) -> None:
        self._window, self._working, self._leave = window, working, leave

    def ask(self) -> None:
        count = self._working()
        if count == 0 or self._window.offers.is_waiting(KEY):
            self._window.offers.withdraw(KEY)
            self._leave()
            return
        orders = told("1 order works") if count == 1 else told("{count} orders work", count=count)
        self._window.offers.ask(Question(
            KEY, told("{orders}: closing ends the run and takes them out of the market.", orders=orders),
            told("The end takes at most five seconds. Closing a second time means yes."),
            (
                Choice("close", told("Close and cancel them"), told("Ends the run now")),
                Choice("", told("Stay"), told("Nothing is closed (Esc)")),
            ),
            self._on_answer, "warning", takes_focus=True,
        ))

    def _on_answer(self, choice: str, typed: str) -> None:
        if choice == "close":
            self._leave()
