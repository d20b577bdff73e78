"""Codes to words: the only display text for enums and reasons. Sentences say what, and what to do."""

from functools import partial

from core.domain.breaks import BreakKind
from core.domain.enums import (
    Ability,
    AnomalyKind,
    CancelReason,
    LegState,
    LinkKind,
    Liquidity,
    Mode,
    OrderState,
    OrderType,
    Peg,
    Phase,
    PhaseCause,
    PhaseOfRun,
    PostOnly,
    Request,
    Side,
    TimeInForce,
    TriggerBy,
)
from core.domain.instrument import Instrument
from core.domain.limits import Rule
from core.domain.roles import Role
from core.domain.stages import Stage
from core.domain.triggers import Severity, TriggerAction, TriggerKind
from core.messages.limits import Condition, Restriction
from core.messages.reasons import Reason
from core.messages.rejections import Rejection
from widgets.scopes import SCOPE_KIND as SCOPE_KIND
from widgets.sizes import plain_qty_text
from widgets.tongue import Table, ended, tr

SIDE = Table({Side.BUY: "Buy", Side.SELL: "Sell"})
SIDE_TOKEN = {Side.BUY: "bid", Side.SELL: "ask"}
ORDER_TYPE = Table({
    OrderType.MARKET: "Market", OrderType.LIMIT: "Limit", OrderType.STOP: "Stop", OrderType.STOP_LIMIT: "Stop limit",
    OrderType.TRAILING_STOP: "Trailing stop", OrderType.MARKET_IF_TOUCHED: "Market if touched",
    OrderType.LIMIT_IF_TOUCHED: "Limit if touched", OrderType.PEGGED: "Pegged",
})
TIME_IN_FORCE = Table({
    TimeInForce.GTC: "GTC", TimeInForce.IOC: "IOC", TimeInForce.FOK: "FOK", TimeInForce.DAY: "Day", TimeInForce.GTD: "GTD",
    TimeInForce.OPG: "At open", TimeInForce.ATC: "At close", TimeInForce.GFA: "Auction",
})
TIME_IN_FORCE_SAYS = Table({
    TimeInForce.GTC: "Good till cancelled: rests until it is filled or cancelled",
    TimeInForce.IOC: "Immediate or cancel: takes what is there, the rest is cancelled",
    TimeInForce.FOK: "Fill or kill: all of it at once, or nothing", TimeInForce.DAY: "For the day: ends with the trading day",
    TimeInForce.GTD: "Good till a date: ends at the time that you type", TimeInForce.OPG: "Only in the opening auction",
    TimeInForce.ATC: "Only in the closing auction", TimeInForce.GFA: "Only in the next auction, whichever it is",
})
TRIGGER_BY = Table({TriggerBy.LAST: "Last", TriggerBy.QUOTE: "Quote", TriggerBy.MARK: "Mark"})
POST_ONLY = Table({PostOnly.NO: "May take", PostOnly.REJECT: "Post only", PostOnly.SLIDE: "Post, slide"})
PEG = Table({Peg.PRIMARY: "Own side", Peg.MARKET: "Other side", Peg.MIDPOINT: "Middle"})
ORDER_STATE = Table({
    OrderState.SENT: "Sent", OrderState.WORKING: "Working", OrderState.FILLED: "Filled",
    OrderState.CANCELLED: "Cancelled", OrderState.REJECTED: "Rejected", OrderState.REFUSED: "Refused",
    OrderState.CANCELLING: "Cancelling", OrderState.REPLACING: "Replacing", OrderState.EXPIRED: "Expired", OrderState.IN_DOUBT: "In doubt",
})


def order_state(state: OrderState, filled: int, undone: int) -> str:
    """filled: lots that stand; undone: lots of its fills that the venue took back. Without them an order is not just filled."""
    if state is not OrderState.FILLED or undone <= 0:
        return ORDER_STATE[state]
    return tr("Filled, part undone") if filled else tr("Busted")


def short_order_state(state: OrderState, filled: int, undone: int) -> str:
    """For cells; the tip has the whole one."""
    return tr("Part undone") if state is OrderState.FILLED and undone > 0 and filled > 0 else order_state(state, filled, undone)


LIQUIDITY = Table({Liquidity.MAKER: "Maker", Liquidity.TAKER: "Taker", Liquidity.AUCTION: "Auction"})
CANCEL_REASON = Table({
    CancelReason.REQUESTED: "on request", CancelReason.KILL_SWITCH: "kill switch",
    CancelReason.IMMEDIATE_REMAINDER: "remainder not filled at once", CancelReason.RUN_ENDED: "run ended",
    CancelReason.SELF_MATCH: "would have met an order of ours", CancelReason.EXPIRED: "expired", CancelReason.MASS_CANCEL: "mass cancel",
    CancelReason.DISCONNECTED: "line went down", CancelReason.PARTICIPANT_BLOCKED: "blocked by the exchange",
    CancelReason.QUOTE_PROTECTION: "quote protection", CancelReason.AUCTION_ENDED: "left over from the auction",
    CancelReason.QUOTE_REPLACED: "quote taken out", CancelReason.NOT_TRADEABLE: "fired, and found nothing to trade with",
    CancelReason.FENCED: "held back by the kill switch",
    CancelReason.LINKED: "the order linked to it filled or ended", CancelReason.PARENT_CANCELLED: "its parent order was cancelled",
    CancelReason.NOT_AT_VENUE: "the venue does not have it", CancelReason.VENUE: "by the venue, without a reason",
    CancelReason.RESTRICTED: "closed by a restriction",
})
ABILITY = Table({
    Ability.ICEBERG: "iceberg orders", Ability.HIDDEN: "hidden orders", Ability.POST_ONLY: "post-only orders", Ability.PEG: "pegged orders",
    Ability.AT_OPEN: "orders for the opening auction", Ability.AT_CLOSE: "orders for the closing auction",
    Ability.AUCTION_ONLY: "orders for auctions alone", Ability.MIN_QTY: "orders with a least quantity",
})
"""What a venue may lack: it has no ..."""
MODE = Table({Mode.LIVE_SIM: "LIVE SIM", Mode.REPLAY: "REPLAY", Mode.PAUSED: "PAUSED", Mode.DRILL: "DRILL", Mode.ENDED: "ENDED"})
ROLE = Table({Role.VIEWER: "viewer", Role.TRADER: "trader", Role.RISK_OFFICER: "risk officer", Role.OPERATOR: "operator"})
A_ROLE = Table({Role.VIEWER: "a viewer", Role.TRADER: "a trader", Role.RISK_OFFICER: "a risk officer", Role.OPERATOR: "an operator"})
PHASE_OF_RUN = Table({PhaseOfRun.IDLE: "idle", PhaseOfRun.RUNNING: "running", PhaseOfRun.ENDED: "ended"})


def _ability(number: int) -> str:
    return ABILITY[Ability(number)] if number in list(Ability) else tr("such orders")


def refusal(reason: Reason, limit: int, value: int, instrument: Instrument | None) -> str:
    """One sentence for a refused request: the rule, its number and ours."""
    if instrument is None:
        return ended(reason_words(reason))
    qty, price, money = partial(plain_qty_text, instrument), instrument.price_text, instrument.money_text
    sentences = {
        Reason.VENUE_LACKS: tr("The venue {venue} has no {kind}", venue=instrument.venue, kind=_ability(value)),
        Reason.MAX_ORDER_QTY: tr(
            "Order of {qty} {base} is above the limit of {qty_2}",
            qty=qty(value), base=instrument.base, qty_2=qty(limit),
        ),
        Reason.PRICE_COLLAR: tr(
            "Price {price} is outside the collar, which ends at {price_2}",
            price=price(value), price_2=price(limit),
        ),
        Reason.MAX_ORDER_VALUE: tr(
            "Order worth {money} {quote} is above the limit of {money_2}",
            money=money(value), quote=instrument.quote, money_2=money(limit),
        ),
        Reason.MAX_POSITION: tr(
            "Position could reach {qty} {base}; the limit is {qty_2}",
            qty=qty(value), base=instrument.base, qty_2=qty(limit),
        ),
        Reason.MAX_OPEN_ORDERS: tr("{value} orders would be open; the limit is {limit}", value=value, limit=limit),
        Reason.BASKET_LINES: tr("A basket of {value} orders; the limit is {limit}", value=value, limit=limit),
        Reason.PARENT_QTY: tr(
            "The parent order has {qty} {base} left, this needs {qty_2}",
            qty=qty(limit), base=instrument.base, qty_2=qty(value),
        ),
    }
    found = sentences.get(reason) or _limit_words(reason, limit, value)
    return ended(found or reason_words(reason))


def reason_words(reason: Reason) -> str:
    """Without its numbers: the sentence, or what the limit bounds."""
    if reason in _PLAIN:
        return _PLAIN[reason]
    rule = Rule.PRICE_AGE if reason is Reason.STALE_PRICE else Rule.__members__.get(reason.name)
    return RULE[rule] if rule is not None else reason.name.replace("_", " ").capitalize()


def _limit_words(reason: Reason, limit: int, value: int) -> str:
    """Of limits in units that no instrument knows: shares, ratios, times, and money of the base currency. Empty: another reason."""
    if reason in _SHARES:
        return tr(
            "{reason} comes to {value:.2f} %; the limit is {limit:.2f} %",
            reason=_SHARES[reason], value=value / 100, limit=limit / 100,
        )
    if reason in _RATIOS:
        return tr(
            "{reason} comes to {value:.2f}; the limit is {limit:.2f}",
            reason=_RATIOS[reason], value=value / 100, limit=limit / 100,
        )
    if reason in _WORTHS:
        return tr(
            "{reason} comes to {value:,.2f} in the base currency; the limit is {limit:,.2f}",
            reason=_WORTHS[reason], value=value / 1000000.0, limit=limit / 1000000.0,
        )
    if reason in _COUNTS:
        return tr("{reason} come to {value}; the limit is {limit}", reason=_COUNTS[reason], value=value, limit=limit)
    if reason is Reason.STALE_PRICE:
        return tr("The market's newest message is older than {limit:g} s: nothing to judge a price by", limit=limit / 1000000000.0)
    if reason is Reason.OPEN_QUIET:
        return tr(
            "No new risk outside continuous trading and in its first {limit:g} minutes: only orders that reduce the position pass",
            limit=limit / 60000000000.0,
        )
    if reason is Reason.CLOSE_QUIET:
        return tr(
            "No new risk in the last {limit:g} minutes before the market closes: only orders that reduce the position pass",
            limit=limit / 60000000000.0,
        )
    return ""


_SHARES = Table({
    Reason.POSITION_SHARE: "The position's share of the account's equity", Reason.DAILY_LOSS: "Today's loss",
    Reason.DRAWDOWN: "The drawdown",
    Reason.DEPTH_SHARE: "The order's share of what is displayed", Reason.VOLUME_SHARE: "The order's share of a day's volume",
    Reason.VELOCITY: "The market's move", Reason.OWN_PRICE_WALK: "The move of one's own fills",
})
_RATIOS = Table({
    Reason.SIZE_OUTLIER: "The order's size against the usual one", Reason.LEVERAGE: "Exposure against equity",
    Reason.ORDER_TO_TRADE: "Messages to trades", Reason.VOLUME_TO_TRADE: "Lots ordered to lots traded",
    Reason.AMEND_TO_NEW: "Changes to new orders",
})
_WORTHS = Table({
    Reason.MAX_ORDER_WORTH: "The order", Reason.MAX_OPEN_WORTH: "All working orders", Reason.GROSS_EXPOSURE: "Gross exposure",
    Reason.NET_EXPOSURE: "Net exposure", Reason.SECTOR_EXPOSURE: "Exposure to the sector",
    Reason.CLUSTER_EXPOSURE: "Exposure to instruments that move together", Reason.BASKET_WORTH: "The whole basket",
})
_COUNTS = Table({
    Reason.MAX_POSITIONS: "The instruments held", Reason.MESSAGE_RATE: "Orders and changes in the time allowed",
    Reason.REPEATED_EXECUTIONS: "Orders filled without a person looking",
})


_PLAIN = Table({
    Reason.KILL_SWITCH_ENGAGED: "Kill switch is engaged: release it first",
    Reason.REDUCE_ONLY: "Kill switch is being released: only orders that reduce the position pass",
    Reason.CAPPED_SIZE: "Kill switch is being released: orders are small for now",
    Reason.NO_RIGHT_TO_STOP: "This person may not do that to the kill switch",
    Reason.BAD_SCOPE: "The kill switch knows no such scope",
    Reason.NO_REASON_GIVEN: "A release needs a reason in words",
    Reason.NO_REQUEST: "Nobody asked for it, or the request lapsed: ask again",
    Reason.ROLES_NOT_COVERED: "It takes a risk officer and an operator",
    Reason.WRONG_STAGE: "Trading comes back one stage at a time, after two people agreed",
    Reason.BAD_STOP_SETTING: "This setting of the kill switch cannot be",
    Reason.NOT_RUNNING: "No session is running",
    Reason.NO_DISK_SPACE: "The disk is almost full",
    Reason.UNKNOWN_INSTRUMENT: "This instrument is not listed",
    Reason.UNKNOWN_ACCOUNT: "There is no such account",
    Reason.DUPLICATE_CLIENT_ORDER_ID: "This ticket was sent already",
    Reason.UNKNOWN_ORDER: "No such order of ours",
    Reason.ORDER_NOT_WORKING: "The order is no longer working",
    Reason.ORDER_IN_DOUBT: "Nobody knows what the venue holds: wait for its answer, or cancel",
    Reason.UNKNOWN_PARENT: "No such parent order for this account, instrument and side",
    Reason.PARENT_DONE: "The parent order was cancelled",
    Reason.BAD_LINK: "These orders do not fit together",
    Reason.BAD_QTY: "Quantity must be more than zero and a whole number of lots",
    Reason.BAD_PRICE: "Price is not on the tick grid",
    Reason.BAD_TIME_IN_FORCE: "A market order cannot rest: use IOC or FOK",
    Reason.NO_REFERENCE_PRICE: "No market price to judge this order by",
    Reason.ALREADY_RELEASED: "Kill switch is released already",
    Reason.NEWER_ENGAGEMENT: "Kill switch was engaged again since: look, then release again",
    Reason.NOTHING_CHANGES: "The order has this price and quantity already",
    Reason.BAD_LIMITS: "Such a limit cannot be",
    Reason.UNKNOWN_SCOPE: "There is no such scope for a limit",
    Reason.RESTRICTED: "The instrument is restricted: only orders that reduce the position pass, or none",
    Reason.SCOPE_DISABLED: "A rule has taken this out: a person has to enable it",
    Reason.RISK_ERROR: "A check could not be made: something that it needs is missing",
    Reason.NO_RATE: "No rate of exchange into the base currency, or one that is too old",
    Reason.NO_EQUITY: "Nobody has said what the account's equity is, or nothing is left of it",
    Reason.DUPLICATE_ORDER: "The same order was sent a moment ago",
    Reason.SELF_MATCH: "It could trade with an order of ours",
    Reason.CONSERVATIVE_MODE: "Conservative mode: no new instruments for now",
    Reason.NOT_PERMITTED: "Your role does not allow this",
    Reason.NEEDS_SECOND_PERSON: "This takes two people: ask for approval",
    Reason.UNKNOWN_REQUEST: "This request no longer waits",
    Reason.SAME_PERSON: "Nobody approves their own request: another person must",
    Reason.TOO_MANY_REQUESTS: "Too many requests wait already",
    Reason.DEMO_PEOPLE: "An outside venue takes people with accounts: add them first",
    Reason.BAD_NAME: "An id or name is too long, or has characters that nobody can read",
    Reason.VENUE_LACKS: "The venue has no such orders",
    Reason.BAD_PERSON: "Not an account name: small letters, digits, dot, hyphen and underscore",
    Reason.PARENT_QTY: "More than its parent order has left",
    Reason.LAST_OF_ROLE: "No operator and risk officer would be left to change roles",
})
REJECTION = Table({
    Rejection.UNKNOWN_INSTRUMENT: "The exchange does not list this instrument",
    Rejection.UNKNOWN_SESSION: "Our line to the exchange is not up",
    Rejection.PARTICIPANT_BLOCKED: "The exchange has blocked us: ask its operator",
    Rejection.UNKNOWN_ORDER: "The exchange does not know this order",
    Rejection.ORDER_NOT_WORKING: "The order is done already",
    Rejection.FOREIGN_ORDER: "The order is another session's",
    Rejection.WRONG_PHASE: "The market takes no such order in its present phase",
    Rejection.ID_IN_USE: "This order number is used already",
    Rejection.BAD_TERMS: "These settings do not go together",
    Rejection.BAD_QTY: "The exchange does not take this quantity",
    Rejection.BAD_PRICE: "The exchange does not take this price: look at its tick size",
    Rejection.BAD_TRIGGER: "The trigger price is not on the tick grid",
    Rejection.BAD_DISPLAY: "The displayed quantity must be a whole number of lots",
    Rejection.BAD_EXPIRY: "A GTD order needs an end in the future",
    Rejection.TOO_LARGE: "The order is larger than the exchange can book",
    Rejection.OUTSIDE_BAND: "The price is outside the exchange's price band",
    Rejection.WOULD_TRADE: "A post-only order that would trade at once",
    Rejection.NO_LIQUIDITY: "Nothing to trade with on the other side",
    Rejection.QUOTES_BLOCKED: "Quote protection struck: set it again first",
    Rejection.ILLEGAL_TRANSITION: "This phase does not follow the present one",
    Rejection.UNKNOWN_TRADE: "No such trade, or it is too old",
    Rejection.BAD_RULES: "These market rules contradict each other",
})
"""Why the exchange said no, in words."""
THEME = Table({
    "dark": "Dark", "light": "Light", "contrast": "High contrast", "dark-classic": "Dark, green and red",
    "light-classic": "Light, green and red", "contrast-classic": "High contrast, green and red",
})
RULE = Table({
    Rule.MAX_ORDER_QTY: "Order quantity", Rule.MAX_ORDER_VALUE: "Order value", Rule.PRICE_COLLAR: "Price collar",
    Rule.MAX_POSITION: "Position", Rule.MAX_OPEN_ORDERS: "Open orders", Rule.MAX_ORDER_WORTH: "Order worth",
    Rule.MAX_OPEN_WORTH: "Worth of open orders", Rule.PRICE_AGE: "Age of prices", Rule.SIZE_OUTLIER: "Size against usual",
    Rule.OWN_PRICE_WALK: "Walk of own fills", Rule.MESSAGE_RATE: "Messages", Rule.CANCEL_RATE: "Cancels",
    Rule.ORDER_TO_TRADE: "Orders to trades", Rule.VOLUME_TO_TRADE: "Volume to trades", Rule.AMEND_TO_NEW: "Changes to new",
    Rule.DUPLICATE_ORDER: "Same order again", Rule.REPEATED_EXECUTIONS: "Fills unattended", Rule.BASKET_LINES: "Lines of a basket",
    Rule.BASKET_WORTH: "Worth of a basket", Rule.GROSS_EXPOSURE: "Gross exposure", Rule.NET_EXPOSURE: "Net exposure",
    Rule.SECTOR_EXPOSURE: "Sector exposure", Rule.CLUSTER_EXPOSURE: "Cluster exposure", Rule.POSITION_SHARE: "Position of equity",
    Rule.LEVERAGE: "Leverage", Rule.DAILY_LOSS: "Loss of the day", Rule.DRAWDOWN: "Drawdown", Rule.DEPTH_SHARE: "Share of depth",
    Rule.VOLUME_SHARE: "Share of day volume", Rule.VELOCITY: "Market velocity", Rule.OPEN_QUIET: "Quiet after open",
    Rule.CLOSE_QUIET: "Quiet before close", Rule.SELF_MATCH: "Match with ourselves", Rule.MAX_POSITIONS: "Instruments held",
})
"""Of a limit, what it bounds."""
CONDITION = Table({
    Condition.VOLATILITY: "Volatility", Condition.SPREAD: "Spread", Condition.DRAWDOWN: "Drawdown", Condition.TIME_OF_DAY: "Time of day",
})
RESTRICTION = Table({
    Restriction.NONE: "no restriction", Restriction.REDUCE_ONLY: "only reducing", Restriction.CLOSED: "closed##to trading",
})
PHASE = Table({
    Phase.CLOSED: "Closed", Phase.PRE_OPEN: "Pre-open", Phase.OPENING_CALL: "Opening auction", Phase.CONTINUOUS: "Continuous",
    Phase.HALT: "Halted", Phase.VOLATILITY_CALL: "Auction", Phase.CLOSING_CALL: "Closing auction", Phase.POST_TRADE: "After trading",
})
PHASE_CAUSE = Table({
    PhaseCause.OPERATOR: "by the operator", PhaseCause.SCHEDULE: "by the schedule", PhaseCause.LIMIT_STATE: "stood at a price band",
    PhaseCause.VELOCITY: "price moved too fast", PhaseCause.PAUSE_ENDED: "the halt ended", PhaseCause.CALL_ENDED: "the auction ended",
    PhaseCause.EXTENDED: "extended: it would price outside the band",
})
LINK_KIND = Table({
    LinkKind.BRACKET: "bracket", LinkKind.OCO: "one cancels the other", LinkKind.OTO: "one triggers the other",
    LinkKind.HELD_STOP: "stop that the desk holds",
})
LEG_STATE = Table({
    LegState.HELD: "held by the desk", LegState.FIRED: "fired", LegState.LOST: "lost: it is not sent again",
    LegState.SHORT: "is too small, and could not grow", LegState.EXPIRED: "expired while the desk held it",
})
ASKED = Table({
    "cancel": "cancel##a request", "cancel order": "cancel##a request", "replace": "replace##a request",
    "replace order": "replace##a request", "cancel all orders": "cancel all orders##a request",
})
"""What was asked for about orders that stand, as the core calls it; a group's own words are its panel's."""


def asked(request: str) -> str:
    """In words; a request of another kind as the core calls it."""
    return ASKED.get(request, request)


def request_refused(request: str, why: str) -> str:
    """By us. why: a sentence."""
    return tr("{request} refused: {why}", request=asked(request), why=why)


def request_rejected(request: str, why: str) -> str:
    """By the venue. why: a sentence."""
    return tr("{request} rejected: {why}", request=asked(request), why=why)


REQUEST = Table({Request.NEW: "Order", Request.CANCEL: "Cancel", Request.REPLACE: "Replace"})
ANOMALY = Table({
    AnomalyKind.DOUBLED: "said before; nothing is booked twice", AnomalyKind.UNKNOWN_ORDER: "about an order that we never sent there",
    AnomalyKind.UNKNOWN_FILL: "a fill of an order that we never sent there", AnomalyKind.UNEXPECTED: "does not fit the order's state",
    AnomalyKind.LATE_FILL: "a fill after the end; booked", AnomalyKind.OVERFILL: "more than was open; booked",
    AnomalyKind.UNKNOWN_TRADE: "about a fill that we have not heard of", AnomalyKind.BUSTED_BEFORE: "had been undone before it came",
    AnomalyKind.GREW: "larger than anybody asked; booked", AnomalyKind.FILLS_MISSING: "the venue counts other fills than we do",
    AnomalyKind.MALFORMED: "numbers that cannot be", AnomalyKind.NO_ANSWER: "the venue did not answer in time",
})
"""How an outside venue's report does not fit, and what that did to the books."""
TRIGGER_KIND = Table({
    TriggerKind.DAILY_LOSS: "Loss of the day", TriggerKind.DRAWDOWN: "Drawdown", TriggerKind.MESSAGES: "Messages of ours",
    TriggerKind.CONSERVATION: "Positions against fills", TriggerKind.RECONCILIATION: "Reconciliation",
    TriggerKind.VENUE_DOWN: "Line to a venue", TriggerKind.FEED_STALE: "Old market data", TriggerKind.ERRORS: "Errors",
    TriggerKind.WINDOW_SILENT: "Silent window", TriggerKind.REJECTS: "Refused and rejected",
    TriggerKind.DISK: "Full disk", TriggerKind.CLOCK: "Clock went back",
})
TRIGGER_ACTION = Table({
    TriggerAction.TELL: "Tell", TriggerAction.STOP_NEW: "Stop new", TriggerAction.CANCEL_ALL: "Cancel all",
    TriggerAction.FLATTEN: "Flatten",
})
SEVERITY = Table({Severity.WARNING: "Warning", Severity.HALT: "Halt", Severity.EMERGENCY: "Emergency"})
STAGE = Table({
    Stage.RELEASED: "Released", Stage.CAPPED: "Small orders", Stage.REDUCE_ONLY: "Reduce only", Stage.CANCEL_ONLY: "Cancel only",
    Stage.REQUESTED: "Release asked for", Stage.VERIFIED: "Stopped", Stage.UNVERIFIED: "Not verified", Stage.CANCELLING: "Cancelling",
    Stage.HOLDING: "Nothing new", Stage.BLOCKING: "Blocking",
})
"""How far a stop stands."""
LINK_TITLE = Table({LinkKind.BRACKET: "Bracket", LinkKind.OCO: "OCO", LinkKind.OTO: "OTO", LinkKind.HELD_STOP: "Held stop"})
BREAK_KIND = Table({
    BreakKind.UNKNOWN_FILL: "Fill only there", BreakKind.MISSING_FILL: "Fill only here", BreakKind.FILL_DIFFERS: "Another fill",
    BreakKind.UNKNOWN_ORDER: "Open only there", BreakKind.MISSING_ORDER: "Open only here", BreakKind.LEAVES_DIFFER: "Open quantity",
    BreakKind.POSITION_DIFFERS: "Position",
})
