"""Which moves of an order of ours are legal: one row a move, for every venue.

Invariant: a state that is not one of OPEN is final. Rows exist for what the wire really does, too: requests cross with fills,
answers cross with requests, and what is late still counts. A move without a row is an outside venue's anomaly, or a bug of ours.
"""

from enum import IntEnum
from typing import Final

from core.domain.enums import OrderState as S


class Happening(IntEnum):
    ACCEPTED = 0
    FILLED_PART = 1
    FILLED_WHOLE = 2
    CANCELLED = 3
    REPLACED = 4
    """And no other replace of ours is on its way."""
    REJECTED = 5
    TRIGGERED = 6
    RESTATED = 7
    EXPIRED = 8
    CANCEL_ASKED = 9
    REPLACE_ASKED = 10
    CANCEL_REJECTED = 11
    REPLACE_REJECTED = 12
    REPLACED_MORE = 13
    """And another replace of ours is on its way."""
    CANCEL_REJECTED_MORE = 14
    REPLACE_REJECTED_MORE = 15
    DOUBTED = 16
    FOUND = 17
    """The venue was asked, and has it."""


H = Happening

NEXT: Final[dict[tuple[S, Happening], S]] = {
    (S.SENT, H.ACCEPTED): S.WORKING,
    # a marketable order trades before, or instead of, resting
    (S.SENT, H.FILLED_PART): S.SENT,
    (S.SENT, H.FILLED_WHOLE): S.FILLED,
    (S.SENT, H.CANCELLED): S.CANCELLED,
    (S.SENT, H.EXPIRED): S.EXPIRED,
    (S.SENT, H.REJECTED): S.REJECTED,
    # a market order that fires, an opening price that moves a peg, before anybody said that it rests
    (S.SENT, H.TRIGGERED): S.SENT,
    (S.SENT, H.RESTATED): S.SENT,
    # the word that it was accepted is late, or lost
    (S.SENT, H.REPLACED): S.WORKING,
    (S.SENT, H.CANCEL_ASKED): S.CANCELLING,
    (S.SENT, H.REPLACE_ASKED): S.REPLACING,
    (S.SENT, H.DOUBTED): S.IN_DOUBT,
    (S.SENT, H.FOUND): S.WORKING,

    (S.WORKING, H.FILLED_PART): S.WORKING,
    (S.WORKING, H.FILLED_WHOLE): S.FILLED,
    (S.WORKING, H.CANCELLED): S.CANCELLED,
    (S.WORKING, H.EXPIRED): S.EXPIRED,
    # asked for and answered in one step, or by the venue's own desk
    (S.WORKING, H.REPLACED): S.WORKING,
    # a stop that fired is still the same working order
    (S.WORKING, H.TRIGGERED): S.WORKING,
    # the venue changed it unasked: a peg, a self match that took quantity off
    (S.WORKING, H.RESTATED): S.WORKING,
    # a replace that crosses trades before it rests again
    (S.WORKING, H.ACCEPTED): S.WORKING,
    (S.WORKING, H.CANCEL_ASKED): S.CANCELLING,
    (S.WORKING, H.REPLACE_ASKED): S.REPLACING,
    (S.WORKING, H.DOUBTED): S.IN_DOUBT,
    (S.WORKING, H.FOUND): S.WORKING,

    # the cancel crosses with everything that the venue does before it arrives
    (S.CANCELLING, H.ACCEPTED): S.CANCELLING,
    (S.CANCELLING, H.FILLED_PART): S.CANCELLING,
    (S.CANCELLING, H.FILLED_WHOLE): S.FILLED,
    (S.CANCELLING, H.CANCELLED): S.CANCELLED,
    (S.CANCELLING, H.EXPIRED): S.EXPIRED,
    (S.CANCELLING, H.REJECTED): S.REJECTED,
    (S.CANCELLING, H.TRIGGERED): S.CANCELLING,
    (S.CANCELLING, H.RESTATED): S.CANCELLING,
    # a replace that went out before it
    (S.CANCELLING, H.REPLACED): S.CANCELLING,
    (S.CANCELLING, H.REPLACED_MORE): S.CANCELLING,
    (S.CANCELLING, H.REPLACE_REJECTED): S.CANCELLING,
    (S.CANCELLING, H.REPLACE_REJECTED_MORE): S.CANCELLING,
    # asked again: the first may be lost
    (S.CANCELLING, H.CANCEL_ASKED): S.CANCELLING,
    (S.CANCELLING, H.REPLACE_ASKED): S.CANCELLING,
    (S.CANCELLING, H.CANCEL_REJECTED): S.WORKING,
    (S.CANCELLING, H.CANCEL_REJECTED_MORE): S.REPLACING,
    (S.CANCELLING, H.DOUBTED): S.IN_DOUBT,
    (S.CANCELLING, H.FOUND): S.CANCELLING,

    (S.REPLACING, H.ACCEPTED): S.REPLACING,
    (S.REPLACING, H.FILLED_PART): S.REPLACING,
    (S.REPLACING, H.FILLED_WHOLE): S.FILLED,
    (S.REPLACING, H.CANCELLED): S.CANCELLED,
    (S.REPLACING, H.EXPIRED): S.EXPIRED,
    (S.REPLACING, H.REJECTED): S.REJECTED,
    (S.REPLACING, H.TRIGGERED): S.REPLACING,
    (S.REPLACING, H.RESTATED): S.REPLACING,
    (S.REPLACING, H.REPLACED): S.WORKING,
    (S.REPLACING, H.REPLACED_MORE): S.REPLACING,
    (S.REPLACING, H.REPLACE_REJECTED): S.WORKING,
    (S.REPLACING, H.REPLACE_REJECTED_MORE): S.REPLACING,
    (S.REPLACING, H.CANCEL_REJECTED_MORE): S.REPLACING,
    (S.REPLACING, H.REPLACE_ASKED): S.REPLACING,
    (S.REPLACING, H.CANCEL_ASKED): S.CANCELLING,
    (S.REPLACING, H.DOUBTED): S.IN_DOUBT,
    (S.REPLACING, H.FOUND): S.REPLACING,

    # only an answer to the query ends the doubt: everything else may be older than it
    (S.IN_DOUBT, H.FILLED_PART): S.IN_DOUBT,
    (S.IN_DOUBT, H.FILLED_WHOLE): S.FILLED,
    (S.IN_DOUBT, H.ACCEPTED): S.IN_DOUBT,
    (S.IN_DOUBT, H.REPLACED): S.IN_DOUBT,
    (S.IN_DOUBT, H.REPLACED_MORE): S.IN_DOUBT,
    (S.IN_DOUBT, H.TRIGGERED): S.IN_DOUBT,
    (S.IN_DOUBT, H.RESTATED): S.IN_DOUBT,
    (S.IN_DOUBT, H.CANCELLED): S.CANCELLED,
    (S.IN_DOUBT, H.EXPIRED): S.EXPIRED,
    (S.IN_DOUBT, H.REJECTED): S.REJECTED,
    (S.IN_DOUBT, H.CANCEL_REJECTED): S.IN_DOUBT,
    (S.IN_DOUBT, H.CANCEL_REJECTED_MORE): S.IN_DOUBT,
    (S.IN_DOUBT, H.REPLACE_REJECTED): S.IN_DOUBT,
    (S.IN_DOUBT, H.REPLACE_REJECTED_MORE): S.IN_DOUBT,
    # a cancel is tried whatever is known
    (S.IN_DOUBT, H.CANCEL_ASKED): S.IN_DOUBT,
    (S.IN_DOUBT, H.FOUND): S.WORKING,

    # what is done stays what it is, whatever else is filled
    (S.FILLED, H.FILLED_PART): S.FILLED,
    (S.CANCELLED, H.FILLED_PART): S.CANCELLED,
    (S.EXPIRED, H.FILLED_PART): S.EXPIRED,
    (S.REJECTED, H.FILLED_PART): S.REJECTED,
}

OPEN: Final = (S.SENT, S.WORKING, S.CANCELLING, S.REPLACING, S.IN_DOUBT)
IN_FLIGHT: Final = (S.CANCELLING, S.REPLACING, S.IN_DOUBT)
"""Open, and more than the venue's own last word is needed to say how."""
