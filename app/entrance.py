"""Between the person and the seat: shows the sheet when the seat is empty or locked, and takes what is typed there to be checked.

Invariants: what covers the window follows the seat, never the other way round; what one person armed is disarmed for the next; what was
wrong is one sentence, and does not say whether the name or the password was; the stop button stays in sight and works.
"""

from PySide6.QtCore import QObject

from app.assembly import Assembly
from app.disarming import disarm
from app.idle import Idle
from app.signing import Signing
from app.window import TerminalWindow
from core.domain.roles import DEMO
from core.edge.accounts import Accounts, Outcome, Tried
from core.messages.people import Failure
from widgets.labels import ROLE
from widgets.sign_in.view import SignInSheet
from widgets.style import Theme
from widgets.tongue import Table, mark, tr

WRONG = Table({
    Failure.UNKNOWN_NAME: "The name or the password is wrong.", Failure.WRONG_PASSWORD: "The name or the password is wrong.",
    Failure.WRONG_CODE: "The code is wrong, too old, or was used already.",
    Failure.DISABLED: "This account is disabled: ask an operator and a risk officer.",
})
DEMO_LINE = (
    mark("There are no accounts yet, so these demo people need no password. Steps of two people: ask as one, then change person and "
    "approve as the other.")
)


class Entrance(QObject):
    """Made with the window, closed before the core stops. lock_after_s: idle seconds, 0: never."""

    def __init__(self, window: TerminalWindow, assembly: Assembly, accounts: Accounts, lock_after_s: int) -> None:
        super().__init__(window)
        self._window = window
        self.signing = Signing(assembly, accounts)
        self.sheet = self._made()
        self.idle = Idle(lock_after_s, self._on_idle)
        self._asked = False
        self._person = ""
        self.signing.changed.connect(self._follow)
        self.signing.answered.connect(self._answer)
        window.seat_asked.connect(self.ask)
        window.theme_changed.connect(self._set_theme)
        window.renewed.connect(self._say_again)

    def _set_theme(self, theme: Theme) -> None:
        self.sheet.set_theme(theme)

    def _made(self) -> SignInSheet:
        sheet = SignInSheet(self._window.theme, self._window)
        sheet.tried.connect(self.signing.try_in)
        sheet.chosen.connect(self._choose)
        sheet.switched.connect(self._switch)
        sheet.left.connect(self._back)
        return sheet

    def _say_again(self) -> None:
        """Another language: another sheet, empty, and in front if the old one was."""
        before, self.sheet = self.sheet, self._made()
        if not before.isHidden():
            self._follow()
        before.hide()
        before.deleteLater()

    def start(self) -> None:
        self.signing.start()
        self.idle.start()

    def close(self) -> None:
        self.idle.stop()
        self.signing.changed.disconnect(self._follow)
        self.signing.close()

    def ask(self, what: str) -> None:
        """change, lock or out."""
        if what == "change":
            self._asked = True
            self._follow()
        elif what == "lock":
            self.signing.lock()
        elif what == "out":
            self.signing.sign_out()

    def _follow(self) -> None:
        seat = self.signing.seat
        if seat.person != self._person:
            self._person = seat.person
            disarm(self._window.docks.values(), tr("disarmed: another person sits here"))
        if seat.person and not seat.locked and not self._asked:
            self.sheet.forget()
            self.sheet.hide()
            self._window.cover(None)
            self._window.setFocus()
            return
        may_leave = bool(seat.person) and not seat.locked
        if self.signing.demo:
            title = tr("Change person") if may_leave else tr("Locked") if seat.locked else tr("Sign in")
            people = tuple((name, tr(" and ").join(ROLE[role] for role in roles)) for name, roles in DEMO.items())
            self.sheet.offer(people, title, tr(DEMO_LINE), may_leave)
        elif seat.locked and not self._asked:
            self.sheet.ask_back(seat.person, tr("{person} is signed in here. The session goes on.", person=seat.person))
        else:
            self.sheet.ask_in(may_leave, tr("{person} is signed in.", person=seat.person) if seat.person else "")
        self._window.cover(self.sheet)

    def _choose(self, name: str) -> None:
        self._asked = False
        self.signing.sit_as_demo(name)

    def _switch(self) -> None:
        self._asked = True
        self._follow()

    def _back(self) -> None:
        self._asked = False
        self._follow()

    def _answer(self, found: object) -> None:
        if not isinstance(found, Tried):
            self.sheet.say(str(found))
        elif found.outcome is Outcome.CODE_WANTED:
            self.sheet.want_code()
        elif found.outcome is Outcome.WAIT:
            self.sheet.say(tr("Too many failed tries: wait {wait_s} s.", wait_s=found.wait_s))
        elif found.outcome is Outcome.FAILED and found.failure is not None:
            self.sheet.say(WRONG[found.failure])
        else:
            self._asked = False
            self._follow()

    def _on_idle(self) -> None:
        if not self.signing.demo:
            self.signing.lock(idle=True)
