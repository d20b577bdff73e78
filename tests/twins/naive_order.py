"""What the naive order management knows: orders as the list of what was asked and said about them, read anew each time."""

from dataclasses import dataclass, field

from core.domain.enums import CancelReason, LinkKind, OrderState, Side

S = OrderState


@dataclass
class Stand:
    """Where an order is, as its story says."""

    qty: int
    filled: int = 0
    undone: int = 0
    known: bool = False
    """The venue has shown that it has it."""
    cancelling: bool = False
    asked: list[int] = field(default_factory=list)
    """Totals of replaces since the last time when none was on its way."""
    answered: int = 0
    doubt: bool = False
    end: OrderState | None = None

    @property
    def on_their_way(self) -> int:
        return len(self.asked) - self.answered

    @property
    def leaves(self) -> int:
        return 0 if self.end is not None else self.qty - self.filled

    @property
    def extra(self) -> int:
        return max(max(self.asked) - self.qty, 0) if self.on_their_way and self.end is None else 0

    @property
    def state(self) -> OrderState:
        if self.end is not None:
            return self.end
        if self.doubt:
            return S.IN_DOUBT
        if self.cancelling:
            return S.CANCELLING
        if self.on_their_way:
            return S.REPLACING
        return S.WORKING if self.known else S.SENT

    def answer(self) -> None:
        """One replace on its way, if any, is answered."""
        if self.on_their_way:
            self.answered += 1
        if not self.on_their_way:
            self.asked, self.answered = [], 0

    def tell(self, fact: str, *numbers: int) -> None:
        open_ = self.end is None
        match fact:
            case "cancel asked":
                self.cancelling = self.cancelling or not self.doubt
            case "replace asked":
                self.asked.append(numbers[0])
            case "accepted":
                self.known = True
            case "shrunk":
                self.qty = self.filled + numbers[0]
            case "replaced":
                self.qty = numbers[0]
                self.known = True
                self.answer()
            case "cancel refused" if open_:
                self.known = self.known or self.cancelling or bool(self.on_their_way)
                self.cancelling = False
            case "replace refused" if open_:
                self.known = self.known or self.cancelling or bool(self.on_their_way)
                self.answer()
            case "doubted":
                self.doubt, self.cancelling = True, False
            case "found":
                if self.doubt:
                    self.doubt, self.asked, self.answered = False, [], 0
                self.known = True
                self.qty = self.filled + numbers[0]
            case "filled":
                self._fill(*numbers)
            case "undone":
                self.undone += numbers[0]
            case "ended":
                state, left = numbers
                if left:
                    # What the venue took out counts; the rest of what we thought open had gone otherwise.
                    self.qty = self.filled + left
                self.end = OrderState(state)

    def _fill(self, lots: int, said_open: int) -> None:
        self.filled += lots
        if self.end is not None:
            self.qty = max(self.qty, self.filled)
        elif self.filled >= self.qty:
            # More than its total can only be of a larger one, if one was asked for.
            more = max(self.asked) - self.filled if self.on_their_way else 0
            still = max(more if self.filled > self.qty else min(said_open, more), 0)
            self.qty = self.filled + still
            if not still:
                self.end = S.FILLED


@dataclass
class Order:
    id: int
    name: str
    side: Side
    qty: int
    venue: str = ""
    parent: int = 0
    group: int = 0
    story: list[tuple[str, tuple[int, ...]]] = field(default_factory=list)
    reasons: list[CancelReason] = field(default_factory=list)
    """Of our cancels."""
    refused: bool = False
    why: CancelReason | None = None
    """It was cancelled for."""

    @property
    def asked_why(self) -> CancelReason:
        return self.reasons[-1] if self.reasons else CancelReason.VENUE

    @property
    def now(self) -> Stand:
        stand = Stand(self.qty)
        for fact, numbers in self.story:
            stand.tell(fact, *numbers)
        return stand

    def tell(self, fact: str, *numbers: int) -> None:
        self.story.append((fact, numbers))


@dataclass
class Trade:
    order: int
    side: Side
    lots: int
    """That stand."""
    arrived: bool = True


@dataclass
class Parent:
    id: int
    side: Side
    qty: int
    done: bool = False


@dataclass
class Leg:
    name: str
    side: Side
    orders: list[Order] = field(default_factory=list)
    lost: bool = False
    renew: bool = False
    pulled: bool = False
    short: int = 0
    asked: int = 0


@dataclass
class Group:
    id: int
    kind: LinkKind
    qty: int
    legs: list[Leg]
    parent: int = 0
    done: bool = False
