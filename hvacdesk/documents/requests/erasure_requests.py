"""The answer to a customer who asked for the erasure of their data 消去のご請求への回答書.

It says what was erased and what a law keeps until when. It never says "erased" where the check did not
confirm it. Source: 個人情報保護法 35条 7項 (the person is told what was done, or why it was not).
"""

from __future__ import annotations

from hvacdesk.documents.kit.dates import day_with_era
from hvacdesk.documents.kit.flow import Band
from hvacdesk.documents.kit.form import Cell, listed, paragraph, row, section
from hvacdesk.documents.kit.letterhead import footer_lines, office_block, office_line
from hvacdesk.documents.kit.page import BODY, LEFT, MUTED, Sheet
from hvacdesk.documents.kit.single import draw_single, head
from hvacdesk.documents.kit.text import Typesetter
from hvacdesk.domain.disposal.disposal import BLOCKER_NAMES, BatchState
from hvacdesk.domain.jobs.job_events import EVENT_NAMES, EventKind
from hvacdesk.domain.papers.letterhead import Letterhead
from hvacdesk.domain.requests.erasure_requests import ErasureAnswer, ErasureOutcome, KeptByLaw
from hvacdesk.domain.retention.record_fields import RECORD_FIELD_NAMES, RecordField
from hvacdesk.domain.text.wording import Phrase, Words, phrase

_TITLE = phrase("Documents", "Answer to your request for erasure")
_PREVIEW = phrase("Documents", "Erasure of your data: what can be done")
_NUMBER = phrase("Erasure answer", "Customer no. {number}")
_ISSUED_ON = phrase("Erasure answer", "Issued {date}")
_BLANK = "＿＿＿＿＿＿＿＿＿＿＿＿＿＿"
_ASKED_ON = phrase("Documents", "Request received")
_DONE_ON = phrase("Documents", "Erased on")
_DELETED_ON = phrase("Documents", "Deleted on")
_CERTIFICATE = phrase("Erasure answer", "Certificate of disposal")
_ERASED_FIELDS = phrase("Documents", "What was erased")
_DELETED_FIELDS = phrase("Documents", "What was deleted")
_GOING_FIELDS = phrase("Documents", "What can be erased")
_EVERYTHING = phrase("Documents", "Everything that was registered about you")
_KEPT = phrase("Documents", "What has to be kept, and why")
_KEPT_COLUMNS = (
    phrase("Erasure answer", "Law"),
    phrase("Documents", "Record"),
    phrase("Documents", "Data that is kept"),
    phrase("Documents", "Until"),
)
_UNTIL_UNKNOWN = phrase("Documents", "Its period begins with {event}; the day of that is not settled yet.")
_EVENTS: dict[EventKind, Phrase] = {
    EventKind.ESTIMATE: phrase("Erasure answer", "our estimate"),
    EventKind.CONTRACT: phrase("Erasure answer", "the contract for the work"),
    EventKind.COMPLETION: phrase("Erasure answer", "the completion of the work"),
    EventKind.HANDOVER: phrase("Erasure answer", "the handover of the work"),
    EventKind.INVOICE: phrase("Erasure answer", "our bill for the work"),
    EventKind.SETTLEMENT: phrase("Erasure answer", "your payment for the work"),
}
"""Events that a customer knows, in a customer's words; the others are papers with names of their own."""
_AFTERWARDS = phrase(
    "Documents", "What is kept is used for nothing else, and is erased when its period has ended."
)
_OPEN = phrase("Documents", "What has to be finished first")
_HOLD = phrase("Documents", "The disposal of your data is put off at present.")
_EXCEPTIONS = phrase("Documents", "What could not be confirmed")
_CLOSING = phrase(
    "Documents", "If you have a question or a complaint, please ask the person responsible for personal data."
)
_COMMA = phrase("Erasure answer", ", ")

_SAID: dict[ErasureOutcome, Phrase] = {
    ErasureOutcome.MAY_GO: phrase(
        "Documents",
        "The data below can be erased. We begin when you ask us to; another person has to approve it.",
    ),
    ErasureOutcome.UNDER_WAY: phrase(
        "Documents", "We received your request and are carrying it out. You will be told when it is done."
    ),
    ErasureOutcome.REFUSED: phrase(
        "Documents", "We cannot erase your data yet, since it has to be kept for the reasons below."
    ),
    ErasureOutcome.BLOCKED: phrase(
        "Documents", "We cannot erase your data yet, since something has to be finished first."
    ),
    ErasureOutcome.ERASED: phrase("Documents", "Your data was erased from our customer register."),
    ErasureOutcome.REDUCED: phrase(
        "Documents", "Your data was erased from our customer register, except what laws require us to keep."
    ),
    ErasureOutcome.UNCONFIRMED: phrase(
        "Documents",
        "Your records were deleted, but the check of the erasure did not succeed. We will write again.",
    ),
}
_WITH_EXCEPTIONS: dict[ErasureOutcome, Phrase] = {
    ErasureOutcome.ERASED: phrase(
        "Documents", "Your records were deleted. Their erasure is not confirmed for the points below."
    ),
    ErasureOutcome.REDUCED: phrase(
        "Documents",
        "Your records were deleted, except what laws require us to keep. The erasure is not confirmed for "
        "the points below.",
    ),
}
_PARTLY: dict[ErasureOutcome, Phrase] = {
    ErasureOutcome.MAY_GO: phrase(
        "Documents", "Part of your data can be erased. Laws require us to keep the rest as listed below."
    ),
}


def draw_erasure_answer(
    answer: ErasureAnswer, words: Words, letterhead: Letterhead, *, addressee: str, day: str
) -> bytes:
    """The answer as a PDF, dated ``day`` (ISO).

    Args:
        addressee: the name with its honorific; empty for a line to write it on.
    """
    title = _TITLE if answer.asked_on or answer.done_on else _PREVIEW
    sheet = Sheet(words, words(title), day)
    setter = sheet.set
    facts = [
        setter.say(_NUMBER, number=answer.customer_number),
        setter.say(_ISSUED_ON, date=day_with_era(words, day)),
    ]
    name = addressee or _BLANK
    bands = [
        *head(setter, setter.say(title), facts),
        *paragraph(setter.fit(name, BODY * 0.6, (14, 9), bold=True), gap=14),
        office_block(setter, letterhead, billing=False),
        *paragraph(setter.wrap(setter.say(erasure_sentence(answer)), BODY, 12, bold=True), gap=16),
        *_dates(setter, answer),
        *_fields(setter, answer),
        *_kept(setter, answer.kept),
        *_open(setter, answer),
        *_exceptions(setter, answer),
        *paragraph(setter.wrap(setter.say(_CLOSING), BODY, 10, grey=MUTED), gap=14),
        *paragraph(footer_lines(setter, letterhead), gap=6),
    ]
    return draw_single(sheet, bands, office_line(setter, letterhead))


def erasure_sentence(answer: ErasureAnswer) -> Phrase:
    """What has become of the erasure, in one sentence: never more than was done."""
    if answer.state is BatchState.EXCEPTIONS:
        return _WITH_EXCEPTIONS.get(answer.outcome, _SAID[answer.outcome])
    partly = _PARTLY.get(answer.outcome)
    return partly if partly is not None and answer.kept else _SAID[answer.outcome]


def _dates(setter: Typesetter, answer: ErasureAnswer) -> list[Band]:
    say = setter.say
    facts = []
    if answer.asked_on:
        facts.append((say(_ASKED_ON), day_with_era(setter.words, answer.asked_on)))
    if answer.done_on:
        done_on = _DONE_ON if answer.state is BatchState.VERIFIED else _DELETED_ON
        facts.append((say(done_on), day_with_era(setter.words, answer.done_on)))
    if answer.certificate:
        facts.append((say(_CERTIFICATE), answer.certificate))
    bands = listed(setter, facts, size=11) if facts else []
    return [Band(bands[0].height, bands[0].draw, gap=8), *bands[1:]] if bands else []


def _fields(setter: Typesetter, answer: ErasureAnswer) -> list[Band]:
    if not answer.goes or answer.outcome is ErasureOutcome.UNCONFIRMED:
        return []
    title = _GOING_FIELDS
    if answer.outcome in {ErasureOutcome.ERASED, ErasureOutcome.REDUCED}:
        title = _ERASED_FIELDS if answer.state is BatchState.VERIFIED else _DELETED_FIELDS
    text = setter.say(_EVERYTHING) if answer.outcome is ErasureOutcome.ERASED else _names(setter, answer.goes)
    return [
        section(setter, setter.say(title)),
        *paragraph(setter.wrap(text, BODY, 11), gap=3),
    ]


def _kept(setter: Typesetter, kept: tuple[KeptByLaw, ...]) -> list[Band]:
    """One line for each record that a law asks for."""
    if not kept:
        return []
    say = setter.say
    shares = (0.19, 0.2, 0.29, 0.32)  # the last one holds a day with its era on one line
    edges = [LEFT + BODY * sum(shares[:index]) for index in range(len(shares))]
    widths = [BODY * share - 8 for share in shares]

    def cells(texts: list[str], size: float, grey: float = 0.0) -> list[Cell]:
        return [
            Cell(left, setter.wrap(text, width, size, grey=grey))
            for text, left, width in zip(texts, edges, widths, strict=True)
        ]

    titles = row(cells([say(name) for name in _KEPT_COLUMNS], 8.5, MUTED), pad=2, rule=True)[0]
    bands = [section(setter, say(_KEPT)), Band(titles.height, titles.draw, keep=True)]
    for one in kept:
        texts = [one.law, say(one.title), _names(setter, one.fields), _until(setter, one)]
        bands += row(cells(texts, 10), pad=3, rule=True, repeat=titles)
    return [*bands, *paragraph(setter.wrap(say(_AFTERWARDS), BODY, 10), gap=5)]


def _until(setter: Typesetter, one: KeptByLaw) -> str:
    if one.until:
        return day_with_era(setter.words, one.until)
    if one.missing is None:
        return ""
    return setter.say(_UNTIL_UNKNOWN, event=setter.say(_EVENTS.get(one.missing, EVENT_NAMES[one.missing])))


def _open(setter: Typesetter, answer: ErasureAnswer) -> list[Band]:
    texts = [setter.say(BLOCKER_NAMES[blocker]) for blocker in answer.blockers]
    texts += [setter.say(_HOLD)] if answer.on_hold else []
    return _points(setter, _OPEN, texts)


def _exceptions(setter: Typesetter, answer: ErasureAnswer) -> list[Band]:
    return _points(setter, _EXCEPTIONS, [setter.say(exception) for exception in answer.exceptions])


def _points(setter: Typesetter, title: Phrase, texts: list[str]) -> list[Band]:
    if not texts:
        return []
    bands = [section(setter, setter.say(title))]
    for text in texts:
        bands += paragraph(setter.wrap(f"・{text}", BODY, 11), gap=3)
    return bands


def _names(setter: Typesetter, fields: tuple[RecordField, ...]) -> str:
    return setter.say(_COMMA).join(setter.say(RECORD_FIELD_NAMES[field]) for field in fields)
