"""The letter that answers a customer's request: 開示請求への回答書 and its siblings."""

from __future__ import annotations

from collections.abc import Sequence

from hvacdesk.documents.kit.dates import calendar_day
from hvacdesk.documents.kit.flow import Band
from hvacdesk.documents.kit.form import listed, paragraph, section
from hvacdesk.documents.kit.letter_heading import letter_heading
from hvacdesk.documents.kit.letterhead import footer_lines, office_line
from hvacdesk.documents.kit.page import BODY, Sheet
from hvacdesk.documents.kit.single import draw_single, head
from hvacdesk.documents.kit.text import Typesetter
from hvacdesk.documents.requests.erasure_requests import erasure_sentence
from hvacdesk.domain.papers.letterhead import Letterhead
from hvacdesk.domain.requests.refusal_grounds import REFUSAL_GROUNDS
from hvacdesk.domain.requests.request_letter import RequestLetter
from hvacdesk.domain.requests.requests import (
    IDENTITY_NAMES,
    REQUEST_KIND_NAMES,
    REQUEST_LAWS,
    RequestKind,
    RequestOutcome,
    RequestRow,
)
from hvacdesk.domain.text.wording import Phrase, Words, phrase

_TITLES: dict[RequestKind, Phrase] = {
    RequestKind.DISCLOSURE: phrase("Answer letter", "Answer to a request for disclosure"),
    RequestKind.CORRECTION: phrase("Answer letter", "Answer to a request for correction"),
    RequestKind.SUSPENSION: phrase("Answer letter", "Answer to a request for suspension of use"),
    RequestKind.ERASURE: phrase("Answer letter", "Answer to a request for erasure"),
    RequestKind.PROVISION_STOP: phrase(
        "Answer letter", "Answer to a request to end provision to third parties"
    ),
    RequestKind.PURPOSE: phrase("Answer letter", "Answer to a request for the purpose of use"),
}
_NUMBER = phrase("Answer letter", "No. {number}")
_OPENING = phrase("Answer letter", "You asked us about your personal data. This is our answer.")
_REQUEST = phrase("Answer letter", "Your request")
_KIND = phrase("Answer letter", "What you asked for")
_LAW = phrase("Answer letter", "By")
_RECEIVED = phrase("Answer letter", "Received on")
_KNOWN_BY = phrase("Answer letter", "Identity confirmed by")
_ANSWER = phrase("Answer letter", "Our answer")
_GROUND = phrase("Answer letter", "Reason")
_DESK = phrase("Answer letter", "Complaints and questions")
_ENCLOSED = phrase("Answer letter", "The enclosed paper says what it includes.")
_LIFTED: dict[RequestKind, Phrase] = {
    RequestKind.SUSPENSION: phrase("Answer letter", "The suspension was lifted on {date}."),
    RequestKind.PROVISION_STOP: phrase("Answer letter", "The stop of provision was lifted on {date}."),
}
_REFUSED = phrase("Answer letter", "We do not comply with your request.")
_DONE: dict[RequestKind, Phrase] = {
    RequestKind.DISCLOSURE: phrase("Answer letter", "We disclose what we hold; it is enclosed."),
    RequestKind.CORRECTION: phrase("Answer letter", "We have corrected what you pointed out."),
    RequestKind.SUSPENSION: phrase(
        "Answer letter", "We no longer use your data from {date}: it is locked and shown to nobody."
    ),
    RequestKind.PROVISION_STOP: phrase(
        "Answer letter", "From {date} we no longer provide your data to third parties."
    ),
    RequestKind.PURPOSE: phrase("Answer letter", "We tell you what we use your data for; it is enclosed."),
}
_PARTLY: dict[RequestKind, Phrase] = {
    RequestKind.DISCLOSURE: phrase("Answer letter", "We disclose a part of what we hold; it is enclosed."),
    RequestKind.CORRECTION: phrase("Answer letter", "We have corrected a part of what you pointed out."),
    RequestKind.SUSPENSION: phrase("Answer letter", "From {date} we use your data only as laws require."),
    RequestKind.PROVISION_STOP: phrase(
        "Answer letter", "From {date} we provide your data to third parties only as laws require."
    ),
    RequestKind.PURPOSE: phrase("Answer letter", "We tell you a part of what we use your data for."),
}


def draw_request_answer(letter: RequestLetter, words: Words, letterhead: Letterhead) -> bytes:
    """The letter as a PDF."""
    row = letter.row
    title = words(_TITLES[row.kind])
    sheet = Sheet(words, f"{title} {row.number}", letter.written_on)
    setter = sheet.set
    facts = [setter.say(_NUMBER, number=row.number), calendar_day(words, letter.written_on)]
    bands = [
        *head(setter, title, facts),
        letter_heading(setter, letter.to, letterhead),
        *paragraph(setter.wrap(setter.say(_OPENING), BODY, 11), gap=14),
        *_asked(setter, row),
        *_answered(setter, letter),
        *_desk(setter, letter.desk),
        *paragraph(footer_lines(setter, letterhead), gap=8),
    ]
    return draw_single(sheet, bands, office_line(setter, letterhead))


def _asked(setter: Typesetter, row: RequestRow) -> list[Band]:
    say = setter.say
    facts = [
        (say(_KIND), say(REQUEST_KIND_NAMES[row.kind])),
        (say(_LAW), REQUEST_LAWS[row.kind]),
        (say(_RECEIVED), calendar_day(setter.words, row.received_on)),
        (say(_KNOWN_BY), say(IDENTITY_NAMES[row.identity]) if row.identity else ""),
    ]
    return _section(setter, _REQUEST, facts)


def _answered(setter: Typesetter, letter: RequestLetter) -> list[Band]:
    row, say = letter.row, setter.say
    date = calendar_day(setter.words, letter.written_on)
    if row.outcome is None:
        decision = say(_REFUSED)
    elif row.kind is RequestKind.ERASURE:
        decision = say(erasure_sentence(letter.erasure)) if letter.erasure else ""
    else:
        decision = say((_DONE if row.outcome is RequestOutcome.GRANTED else _PARTLY)[row.kind], date=date)
    bands = [section(setter, say(_ANSWER)), *paragraph(setter.wrap(decision, BODY, 12, bold=True), gap=4)]
    if row.kind is RequestKind.ERASURE and row.outcome is not None:
        bands += paragraph(setter.wrap(say(_ENCLOSED), BODY, 11), gap=3)
    if row.lifted_on:
        lifted = say(_LIFTED[row.kind], date=calendar_day(setter.words, row.lifted_on))
        bands += paragraph(setter.wrap(lifted, BODY, 11), gap=3)
    ground = REFUSAL_GROUNDS.get(row.ground)
    if ground is not None:
        bands += listed(
            setter, [(say(_GROUND), say(ground.text)), (say(_LAW), ground.law_of(row.kind))], size=10.5
        )
    return [*bands, *paragraph(setter.wrap(letter.text, BODY, 11), gap=8)]


def _desk(setter: Typesetter, desk: str) -> list[Band]:
    if not desk:
        return []
    return [section(setter, setter.say(_DESK)), *paragraph(setter.wrap(desk, BODY, 10), gap=3)]


def _section(setter: Typesetter, title: Phrase, facts: Sequence[tuple[str, str]]) -> list[Band]:
    return [
        section(setter, setter.say(title)),
        *listed(setter, [fact for fact in facts if fact[1]], size=10.5),
    ]
