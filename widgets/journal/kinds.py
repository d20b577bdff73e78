"""The names of what an entry may hold, in the language of now, and which of them a typed text means. No Qt."""

from typing import get_args

from core.messages.approvals import ApprovalCommand
from core.messages.commands import Command
from core.messages.events import Event
from core.messages.groups import Groups
from core.messages.notes import Note
from core.messages.operations import Operation
from core.messages.outside import Outside
from core.messages.participants import Participant
from widgets.tongue import Table, Told

SAID = Command | Participant | Operation | Note | Outside | Groups | ApprovalCommand | Event
"""What an entry may hold, but the other participants' orders and the passing of time."""
KIND = Table({
    "PlaceOrder": "Place order", "CancelOrder": "Cancel order", "ReplaceOrder": "Replace order", "CancelAllOrders": "Cancel all orders",
    "EngageKill": "Engage kill", "ReleaseKill": "Release kill", "SetLimits": "Set limits", "StartRun": "Start run", "EndRun": "End run",
    "ChangeLimits": "Change limits", "SetAccount": "Set account", "SetRate": "Set rate", "SetInstrumentFacts": "Set instrument facts",
    "Restrict": "Restrict", "Enable": "Enable", "SetConservative": "Set conservative", "BeginTradingDay": "Begin trading day",
    "Tighten": "Tighten", "RequestRelease": "Request release", "ApproveRelease": "Approve release", "SetStage": "Set stage",
    "SetStopping": "Set stopping", "SetTrigger": "Set trigger", "Flatten": "Flatten", "RequestOverride": "Request override",
    "ApproveOverride": "Approve override", "SetPerson": "Set person", "OpenSession": "Open session", "CloseSession": "Close session",
    "EnterOrder": "Enter order", "AmendOrder": "Amend order", "WithdrawOrder": "Withdraw order", "MassCancel": "Mass cancel",
    "MassQuote": "Mass quote", "SetQuoteProtection": "Set quote protection", "SetRules": "Set rules", "ChangePhase": "Change phase",
    "SetSchedule": "Set schedule", "SetReference": "Set reference", "SetMark": "Set mark", "BlockParticipant": "Block participant",
    "ReadmitParticipant": "Readmit participant", "BustTrade": "Bust trade", "CorrectTrade": "Correct trade",
    "TailTruncated": "Tail truncated", "SegmentsDropped": "Segments dropped", "ClockStepped": "Clock stepped", "DiskSpace": "Disk space",
    "SendFenced": "Send fenced", "TroubleFound": "Trouble found", "SignedIn": "Signed in", "SignInFailed": "Sign in failed",
    "SignedOut": "Signed out", "TerminalLocked": "Terminal locked", "ActionDenied": "Action denied", "BreaksFound": "Breaks found",
    "SetVenue": "Set venue", "OutsideReport": "Outside report", "AnswerOverdue": "Answer overdue", "AcknowledgeBreak": "Acknowledge break",
    "PlaceLinked": "Place linked", "PlaceBasket": "Place basket", "PlaceParent": "Place parent", "RequestApproval": "Request approval",
    "Approve": "Approve", "Decline": "Decline", "InstrumentListed": "Instrument listed", "BookSeeded": "Book seeded",
    "DepthChanged": "Depth changed", "TradePrinted": "Trade printed", "TapeDiverged": "Tape diverged", "PhaseChanged": "Phase changed",
    "BandsChanged": "Bands changed", "IndicativeChanged": "Indicative changed", "AuctionPriced": "Auction priced",
    "TopChanged": "Top changed", "StatisticsChanged": "Statistics changed", "OrderAdded": "Order added", "OrderReduced": "Order reduced",
    "OrderRemoved": "Order removed", "TradeBusted": "Trade busted", "TradeCorrected": "Trade corrected", "MarkChanged": "Mark changed",
    "RulesChanged": "Rules changed", "ScheduleChanged": "Schedule changed", "SessionChanged": "Session changed",
    "ParticipantBlocked": "Participant blocked", "ParticipantReadmitted": "Participant readmitted", "QuotesPulled": "Quotes pulled",
    "OperationRefused": "Operation refused", "Accepted": "Accepted##a report", "Filled": "Filled##a report",
    "Cancelled": "Cancelled##a report", "Replaced": "Replaced##a report", "Rejected": "Rejected##a report", "Held": "Held##a report",
    "Triggered": "Triggered##a report", "Restated": "Restated##a report", "Busted": "Busted##a report", "Corrected": "Corrected##a report",
    "Status": "Status##a report", "Doubted": "Doubted##a report", "OrderRefused": "Order refused", "OrderSent": "Order sent",
    "OrderWorking": "Order working", "OrderFilled": "Order filled", "OrderCancelled": "Order cancelled", "OrderReplaced": "Order replaced",
    "RequestRefused": "Request refused", "PositionChanged": "Position changed", "OrderRejected": "Order rejected",
    "RequestRejected": "Request rejected", "OrderTriggered": "Order triggered", "OrderRestated": "Order restated",
    "FillBusted": "Fill busted", "FillCorrected": "Fill corrected", "CancelSent": "Cancel sent", "ReplaceSent": "Replace sent",
    "QuerySent": "Query sent", "OrderAnomaly": "Order anomaly", "OrderStands": "Order stands", "VenueSet": "Venue set",
    "BreakAcknowledged": "Break acknowledged", "ConservationBroken": "Conservation broken", "ParentOpened": "Parent opened",
    "ParentChanged": "Parent changed", "BasketRefused": "Basket refused", "GroupOpened": "Group opened", "LegChanged": "Leg changed",
    "GroupClosed": "Group closed", "KillEngaged": "Kill engaged", "KillReleased": "Kill released", "LimitsSet": "Limits set",
    "RunStarted": "Run started", "RunEnded": "Run ended", "LimitChanged": "Limit changed", "LimitWarning": "Limit warning",
    "OrderModified": "Order modified", "ScopeDisabled": "Scope disabled", "RiskTold": "Risk told", "StageChanged": "Stage changed",
    "CancelKept": "Cancel kept", "ReleaseApproved": "Release approved", "OrderFenced": "Order fenced", "StoppingSet": "Stopping set",
    "FlattenChanged": "Flatten changed", "TriggerFired": "Trigger fired", "TriggerSet": "Trigger set",
    "OverrideChanged": "Override changed", "PersonSet": "Person set", "ApprovalRequested": "Approval requested",
    "ApprovalGiven": "Approval given", "ApprovalDeclined": "Approval declined", "ApprovalExpired": "Approval expired",
    "ListInstrument": "List instrument", "SeedBook": "Seed book", "FlowLimit": "Flow limit", "FlowMarket": "Flow market",
    "FlowCancel": "Flow cancel", "FlowFilled": "Flow filled", "TimePassed": "Time passed",
})
"""By the name of its type, which is what the record writes."""


def kind(part: object) -> str:
    """In the language of now."""
    return KIND[type(part).__name__]


def offered() -> list[Told]:
    """What may be looked for as a kind, as the panel writes it."""
    return sorted(KIND.told(one.__name__) for one in get_args(SAID))


def meant(typed: str) -> frozenset[str]:
    """Kinds with the typed text in their name, on the screen or in the record."""
    wanted = _bare(typed)
    return frozenset(name for name, words in KIND.items() if wanted in name.casefold() or wanted in _bare(words))


def _bare(text: str) -> str:
    return text.casefold().replace(" ", "")
