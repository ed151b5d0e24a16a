"""Which answers are true: an answer says what was done, so it is possible once that was done.

Source: 個人情報保護法 33–35条 (the person is told what was done, or why it was not).
"""

from __future__ import annotations

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.requests.erasure_requests import STOPPED, ErasureOutcome
from hvacdesk.domain.requests.refusal_grounds import KEPT_BY_LAW, grounds_for
from hvacdesk.domain.requests.requests import (
    ERASABLE_REQUESTS,
    OPEN_REQUESTS,
    STOPPING_KINDS,
    RequestAnswer,
    RequestDetail,
    RequestDone,
    RequestKind,
    RequestOutcome,
    RequestState,
)
from hvacdesk.domain.text.wording import Phrase, phrase

WITHOUT_CHECK = frozenset({"not_identified", "not_held"})
"""Grounds on which a request may be refused before anybody's identity was checked."""

_NOT_HELD = "not_held"

_ERASED = {
    ErasureOutcome.ERASED: RequestOutcome.GRANTED,
    ErasureOutcome.REDUCED: RequestOutcome.PARTLY,
}
_NEVER_REFUSED = frozenset({*_ERASED, ErasureOutcome.UNDER_WAY, ErasureOutcome.UNCONFIRMED})
"""What is destroyed, or is being destroyed, cannot be refused any more."""

Possible = dict[RequestOutcome | None, frozenset[str]]
"""The outcomes that are possible now, each with the grounds it may name; None is a refusal."""


class AnswerNotTrue(UserFacingError):
    """The answer would say what has not happened."""

    what = phrase("Errors", "This answer would say something that has not happened.")
    safe = phrase("Errors", "The request is still open.")
    todo = phrase("Errors", "Do first what was asked for, as the request's page says; then answer.")


NOT_YET: dict[RequestKind, Phrase] = {
    RequestKind.DISCLOSURE: phrase(
        "Requests", "No disclosure has been made yet. Make it first; then it can be answered as done."
    ),
    RequestKind.CORRECTION: phrase(
        "Requests",
        "Nothing was changed in the customer's record since the request came. Correct it first; then it can "
        "be answered as done.",
    ),
    RequestKind.PURPOSE: phrase(
        "Requests",
        "The purposes notice has not been given since the request came. Print it, or note on the customer's "
        "page how it was given; then it can be answered as done.",
    ),
}

ERASURE_NOT_YET: dict[ErasureOutcome, Phrase] = {
    ErasureOutcome.MAY_GO: phrase(
        "Requests", "Nothing has been erased yet. Begin the erasure; once it is done, it can be answered."
    ),
    ErasureOutcome.UNDER_WAY: phrase(
        "Requests", "The erasure is under way. Once it is carried out, the request can be answered."
    ),
    ErasureOutcome.BLOCKED: phrase(
        "Requests",
        "Nothing has been erased yet: something of this customer is still open or on hold. See to what is "
        "listed below; then the erasure can begin.",
    ),
    ErasureOutcome.REFUSED: phrase(
        "Requests", "Laws keep everything that is there, as listed below. Nothing was erased."
    ),
    ErasureOutcome.UNCONFIRMED: phrase(
        "Requests",
        "The records were deleted, but the check of the erasure did not succeed. Check it again in the "
        "month's disposal; once it succeeds, the request can be answered.",
    ),
}


def possible_answers(detail: RequestDetail) -> Possible:
    """What may truly be answered now. Empty where something has to be done first."""
    row = detail.row
    if not row.open:
        return {}
    unknown = not row.customer_number
    if row.state is not RequestState.CHECKED:
        return {None: WITHOUT_CHECK if unknown else WITHOUT_CHECK - {_NOT_HELD}}
    codes = {ground.code for ground in grounds_for(row.kind)} - {"not_identified"}
    if not unknown:
        codes.discard(_NOT_HELD)
    if row.kind is RequestKind.ERASURE:
        return _erasure(detail.done, codes)
    possible: Possible = {None: frozenset(codes)}
    if row.customer and (row.kind in STOPPING_KINDS or detail.done.on):
        possible = {RequestOutcome.GRANTED: frozenset(), RequestOutcome.PARTLY: frozenset(codes), **possible}
    return possible


def _erasure(done: RequestDone, codes: set[str]) -> Possible:
    """Only what the disposal did counts; laws are named as a reason only where they keep something."""
    outcome = done.erasure
    made = _ERASED.get(outcome) if outcome is not None else None
    if made is RequestOutcome.GRANTED:
        return {made: frozenset()}
    if made is RequestOutcome.PARTLY:
        return {made: frozenset({KEPT_BY_LAW})}
    if outcome in _NEVER_REFUSED:
        return {}
    if outcome is not ErasureOutcome.REFUSED:
        codes.discard(KEPT_BY_LAW)
    return {None: frozenset(codes)}


def check_true(detail: RequestDetail, answer: RequestAnswer) -> None:
    """Accept only an answer that says what happened.

    Raises:
        AnswerNotTrue: what it says was not done, or its ground does not hold.
    """
    possible = possible_answers(detail)
    if answer.outcome not in possible:
        raise AnswerNotTrue
    if answer.outcome is not RequestOutcome.GRANTED and answer.ground not in possible[answer.outcome]:
        raise AnswerNotTrue


def missing_act(detail: RequestDetail) -> Phrase | None:
    """What has to be done before the request can be answered as done; None once it was done."""
    row, done = detail.row, detail.done
    if row.state is not RequestState.CHECKED or row.state not in OPEN_REQUESTS:
        return None
    if row.kind is RequestKind.ERASURE:
        return ERASURE_NOT_YET.get(done.erasure) if done.erasure is not None else None
    return None if done.on or not row.customer else NOT_YET.get(row.kind)


def erasure_waits(detail: RequestDetail) -> bool:
    """Whether the erasure is noted already and begins once nothing prevents it any more."""
    stopped = detail.done.in_the_way if detail.done.erasure in STOPPED else None
    return stopped is not None and bool(stopped.asked_on)


def may_begin_erasure(detail: RequestDetail) -> bool:
    """Whether the erasure that somebody asked for can be begun, carried on, or noted for when it can.

    This holds too for a request that an older program closed although nothing had been erased.
    """
    row = detail.row
    return (
        row.kind is RequestKind.ERASURE
        and row.state in ERASABLE_REQUESTS
        and bool(row.customer)
        and detail.done.erasure not in _ERASED
        and not erasure_waits(detail)
    )
