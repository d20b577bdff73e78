"""The guided tour over the demo session: six short steps that end with the reader's first filled order, one that waits, and
the first stop, which takes it out.

Invariants: it never sends an order or a stop, it only fills the ticket when asked; it can be left at every step; it is offered
once, at the first start of a data folder, and is in the menu ever after.
"""

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject

from app.alerts import Kind
from app.window import TerminalWindow
from widgets.action_keys import key_of
from widgets.offer import Choice, Question
from widgets.tongue import mark, told

KEY = "tour"
NAMED = ("stop", "palette", "help", "pause", "faster", "slower")
"""Actions whose keys the steps say."""


class Example(Enum):
    """An order that the ticket can be filled in with. value: what its button says of it."""

    TRADES = mark("A small buy order at a price that trades; you send it")
    WAITS = mark("A small buy order well below the market, so that it waits; you send it")


@dataclass(frozen=True)
class Step:
    """panel: shown and focused. waits_for: what ends the step by itself. fills: what the ticket can be filled in with for the reader."""

    heading: str
    words: str
    panel: str = ""
    waits_for: Kind | None = None
    fills: Example | None = None


STEPS = (
    Step(
        mark("1 of 6: this is a recorded market"),
        mark("Nothing here is real money. The strip on top always says so: LIVE SIM is a recorded session through the embedded exchange. "
        "{pause} pauses it, {faster} and {slower} change its speed."),
    ),
    Step(
        mark(
            "2 of 6: the market",
        ), mark("Chart, depth, ladder and time and sales follow the instrument chosen in the watchlist, because they "
        "carry the same letter in their title. A click on the letter links or unlinks a panel."), "chart",
    ),
    Step(
        mark(
            "3 of 6: your first order",
        ), mark("In the order ticket choose Buy, a small quantity and a price at the ask or a little above, then send. "
        "The tour goes on by itself when it is filled."), "ticket", Kind.FILL, Example.TRADES,
    ),
    Step(
        mark("4 of 6: filled"), mark("Fills has the trade, Positions what it made of you, and the chart a mark where it happened. "
        "{palette} finds every action by a few of its letters, {help} opens the page about the panel in focus."), "positions",
    ),
    # A stop that finds nothing to cancel teaches nothing.
    Step(
        mark(
            "5 of 6: an order that waits",
        ), mark("Send a second order, with a price well below the bid. Nobody sells so low: it stays under Orders as Working, with a mark "
        "in the ladder and the chart, until you or a stop cancel it."), "ticket", fills=Example.WAITS,
    ),
    Step(
        mark(
            "6 of 6: your first stop",
        ), mark("Press {stop} twice, or press and hold the red button. Every working order is cancelled and nothing new "
        "passes. The tour ends when it has taken hold."), "", Kind.STOP,
    ),
)
LAST = Step(
    mark("That was the tour: a filled order and a stop."),
    mark("Trading comes back in stages, after two people agreed: the Stops panel and its page ({help}) say how. In this demo you may be "
    "both: change person from the Session menu."), "stops",
)


class Tour(QObject):
    """fill_ticket: puts that order into the ticket; False when it cannot."""

    def __init__(self, window: TerminalWindow, data: Path, fill_ticket: Callable[[Example], bool]) -> None:
        super().__init__(window)
        self._window, self._fill_ticket = window, fill_ticket
        self._seen = data / "tour.seen"
        self.step = -1

    def offer(self) -> None:
        """Once."""
        if self._seen.exists():
            return
        self._window.offers.ask(Question(
            KEY, told("New here? A tour of two minutes ends with your first filled order and your first stop."),
            told("It runs over the recorded session that is playing now; no real market is reached."),
            (
                Choice("begin", told("Begin"), told("Six steps")),
                Choice("", told("Not now"), told("It stays in the Help menu (Esc)")),
            ), self._on_offer,
            "selection", patient=True,
        ))

    def begin(self) -> None:
        self._remember()
        self._go(0)

    def hear(self, kind: Kind) -> None:
        """What happened, as the alerts name it."""
        if 0 <= self.step < len(STEPS) and STEPS[self.step].waits_for is kind:
            self._go(self.step + 1)

    def _on_offer(self, choice: str, typed: str) -> None:
        self._remember()
        if choice == "begin":
            self._go(0)

    def _go(self, number: int) -> None:
        self.step = number
        step = STEPS[number] if number < len(STEPS) else LAST
        end = Choice("", told("End the tour"), told("It stays in the Help menu (Esc)"))
        choices: tuple[Choice, ...] = (end,)
        if step is LAST:
            choices = (Choice("", told("Done"), told("Ends the tour (Esc)")),)
        else:
            if step.waits_for is None:
                choices = (Choice("next", told("Next"), told("The next step")), *choices)
            if step.fills is not None:
                choices = (Choice("fill", told("Fill in the ticket"), told(step.fills.value), stays=True), *choices)
        if step.panel in self._window.docking.panels:
            self._window.focus_panel(step.panel)
        words = told(step.words, **{id: key_of(id) for id in NAMED})
        self._window.offers.ask(Question(KEY, told(step.heading), words, choices, self._on_answer, "selection", patient=True))

    def _on_answer(self, choice: str, typed: str) -> None:
        if choice == "next":
            self._go(self.step + 1)
        elif choice == "fill":
            wanted = STEPS[self.step].fills
            if wanted is not None and not self._fill_ticket(wanted):
                self._window.show_notice(told("There is no price yet to fill the ticket with: wait a moment, or resume the session."))
        else:
            self.step = -1

    def _remember(self) -> None:
        with contextlib.suppress(OSError):
            self._seen.parent.mkdir(parents=True, exist_ok=True)
            self._seen.touch()
