"""The certificate of disposal 廃棄・消去証明書: what was erased, what was checked, and what is not claimed.

Words follow NIST SP 800-88 Rev. 2 (2025-09): erasing chosen records in a medium that stays in use is *partial
sanitization*, never "Clear" or "Purge". Nothing on the page says "destroyed" where the check did not
confirm it.
"""

from __future__ import annotations

from collections.abc import Sequence

from hvacdesk.documents.kit.dates import day_with_era, moment_with_era, month_with_era
from hvacdesk.documents.kit.flow import Band
from hvacdesk.documents.kit.form import Cell, listed, paragraph, row, section
from hvacdesk.documents.kit.page import BODY, LEFT, MUTED, Sheet
from hvacdesk.documents.kit.signed_head import ROOM, signed_head
from hvacdesk.documents.kit.signing import signing_boxes
from hvacdesk.documents.kit.single import draw_single, head
from hvacdesk.documents.kit.text import PrintedLine, Typesetter
from hvacdesk.domain.disposal.disposal import BATCH_STATE_NAMES, RESULTS, BatchState, CertificateFacts
from hvacdesk.domain.disposal.place_decisions import exceptions_said
from hvacdesk.domain.disposal.shredding import SHRED_METHOD_NAMES
from hvacdesk.domain.retention.record_fields import RECORD_FIELD_NAMES, RecordField
from hvacdesk.domain.retention.retention import legal_ground
from hvacdesk.domain.text.wording import Phrase, Words, phrase

_TITLE = phrase("Certificate", "Certificate of disposal")
_DOCUMENT = phrase("Documents", "Certificate of disposal {number}")
_NUMBER = phrase("Certificate", "No. {number}")
_ISSUED_ON = phrase("Certificate", "Issued {date}")
_RESULT = phrase("Certificate", "Result")
_MEANING: dict[BatchState, Phrase] = {
    BatchState.VERIFIED: phrase(
        "Documents",
        "Every page and every row was checked: no erased value was found but where a living record rightly "
        "holds the same (a namesake's name, a shared phone number).",
    ),
    BatchState.EXCEPTIONS: phrase("Documents", "The erasure is not confirmed for the exceptions below."),
    BatchState.FAILED: phrase("Documents", "The erasure is not confirmed. This paper certifies no erasure."),
}
_EXCEPTIONS = phrase("Documents", "Exceptions")
_SUBJECT = phrase("Documents", "What the disposal covered")
_MONTH = phrase("Documents", "Month of the review")
_ON_REQUEST = phrase("Documents", "On the customer's request")
_OF_REVIEW = phrase("Documents", "Disposal review {number}")
_CUSTOMERS = phrase("Documents", "Customers")
_WHOLE = phrase("Documents", "Customers, whole")
_PARTLY = phrase("Documents", "Customers, reduced")
_RECORDS = phrase("Documents", "Records")
_VALUES = phrase("Documents", "Values sought")
_SHREDDED = phrase("Documents", "Papers shredded")
_RULES = phrase("Documents", "Retention periods that had ended, with their basis")
_RULE_COLUMNS = (
    phrase("Documents", "Rule"),
    phrase("Certificate", "Law"),
    phrase("Documents", "Customers"),
)
_REDUCED = phrase(
    "Documents",
    "Customers reduced to the ledger: {count}; of them only these fields stay: {fields} ({rule}, {law})",
)
_CALL_NOTES = phrase(
    "Documents",
    "Call notes without a customer whose time had run out, destroyed besides (office rule): {count}",
)
_OTHER_PLACES = phrase(
    "Documents",
    "In other records: values of these customers blacked out in {cleaned} places, {taken} records deleted "
    "besides.",
)
_COMMA = phrase("Certificate", ", ")
_PAPERS = phrase("Documents", "Papers: {how}")
_WITNESS = phrase("Documents", "witness {name}")
_CONTRACTOR = phrase("Documents", "contractor's certificate {number}")
_HOW = phrase("Documents", "Method and check")
_METHOD = phrase("Documents", "Method used")
_CHECKED = phrase("Certificate", "Check")
_PAGES = phrase("Documents", "Decrypted and searched: database pages {pages}, log frames {frames}")
_CARRIED_OUT = phrase("Documents", "Carried out")
_WHO = phrase("Documents", "Proposed and approved")
_PROPOSED = phrase("Documents", "Proposed by")
_APPROVED = phrase("Documents", "Approved by")
_RESPONSIBLE = phrase("Certificate", "Person responsible")
_SAME_PERSON = phrase(
    "Documents", "The same person proposed and, on a later day, confirmed: no one else could."
)
_HEAD = phrase("Documents", "Audit log: last entry no. {sequence}")
_HEAD_WHY = phrase("Documents", "The log's last hash. A log altered later no longer matches this paper.")
_LIMITS = phrase("Documents", "What this certificate does not claim")
_NOT_CLAIMED = (
    phrase("Documents", "It concerns chosen records only: a partial sanitization (NIST SP 800-88 Rev. 2)."),
    phrase("Documents", "The storage device as a whole was not sanitized; it stays in use."),
    phrase(
        "Documents",
        "No cryptographic erase: copies of the key store that other programs made were not checked.",
    ),
    phrase(
        "Documents",
        "Other writings were not all looked for: nicknames; a name, street or number in part.",
    ),
    phrase(
        "Documents",
        "Copies elsewhere (exported files, mail, photos) and unregistered papers were not checked.",
    ),
)


def draw_certificate(facts: CertificateFacts, words: Words) -> bytes:
    """The certificate as a PDF. Raises :class:`ValueError` for a batch that has no result yet.

    Also raised when the result contradicts the exceptions: a verified disposal has none, one with exceptions
    names at least one.
    """
    if facts.result not in RESULTS:
        raise ValueError(f"a batch in state {facts.result} has no result to certify")
    if (
        bool(facts.exceptions) == (facts.result is BatchState.VERIFIED)
        and facts.result is not BatchState.FAILED
    ):
        raise ValueError("result and exceptions contradict each other")
    sheet = Sheet(words, words(_DOCUMENT).format(number=facts.number), facts.issued_on[:10])
    setter = sheet.set
    bands = [
        *head(
            setter,
            setter.say(_TITLE),
            [
                setter.say(_NUMBER, number=facts.number),
                *([setter.say(_OF_REVIEW, number=facts.batch_number)] if facts.batch_number else []),
                setter.say(_ISSUED_ON, date=day_with_era(words, facts.issued_on)),
                facts.office_name,
            ],
        ),
        _result(setter, facts),
        *_exceptions(setter, facts),
        *_subject(setter, facts),
        *_method(setter, facts),
        *_people(setter, facts),
        *_log_end(setter, facts),
        *_limits(setter),
    ]
    return draw_single(sheet, bands, setter.say(_DOCUMENT, number=facts.number))


def _result(setter: Typesetter, facts: CertificateFacts) -> Band:
    """The result in a frame, told by words and by its mark: a check, a warning or a cross."""
    inner = BODY - 84
    label = PrintedLine(setter.clean(setter.say(_RESULT)), 9.5, grey=MUTED)
    lines = setter.fit(setter.say(BATCH_STATE_NAMES[facts.result]), inner, (24, 16), bold=True)
    lines += setter.fit(setter.say(_MEANING[facts.result]), inner, (10.5, 8.5))
    height = label.height + sum(line.height for line in lines) + 20

    def draw(sheet: Sheet, top: float, height: float) -> None:
        sheet.frame(LEFT, top, BODY, height, weight=2.0, radius=6)
        mark = {BatchState.VERIFIED: sheet.check, BatchState.EXCEPTIONS: sheet.warning}
        mark.get(facts.result, sheet.cross)(LEFT + 16, top - (height - 42) / 2, 42)
        sheet.column(LEFT + 74, top - 10, [label, *lines])

    return Band(height, draw, gap=6)


def _exceptions(setter: Typesetter, facts: CertificateFacts) -> list[Band]:
    """Every exception under its number, and where something of the destroyed was kept."""
    bands = [section(setter, setter.say(_EXCEPTIONS))] if facts.exceptions else []
    said = exceptions_said(facts.exceptions, facts.remnants, facts.kept, setter.words)
    for number, (exception, places) in enumerate(said, 1):
        mark = PrintedLine(f"{number}.", 11, bold=True)
        lines = setter.wrap(exception, BODY - 24, 11)
        bands += row([Cell(LEFT, [mark]), Cell(LEFT + 22, lines)], pad=2)
        for place in places:
            lines = setter.wrap(place, BODY - 36, 10)
            bands += row([Cell(LEFT + 22, [PrintedLine("・", 10)]), Cell(LEFT + 34, lines)], pad=1)
    return bands


def _subject(setter: Typesetter, facts: CertificateFacts) -> list[Band]:
    say = setter.say
    counts = [
        (say(_ON_REQUEST if facts.on_request else _MONTH), month_with_era(setter.words, facts.month)),
        *_customers(setter, facts),
        (say(_RECORDS), f"{facts.records:,}"),
        (say(_VALUES), f"{facts.values:,}"),
        (say(_SHREDDED), f"{facts.copies_shredded:,}"),
    ]
    return [
        section(setter, say(_SUBJECT)),
        _figures(setter, counts),
        *_rules(setter, facts),
        *_reduced(setter, facts),
        *_shredding(setter, facts),
        *_call_notes(setter, facts),
        *_other_places(setter, facts),
    ]


def _customers(setter: Typesetter, facts: CertificateFacts) -> list[tuple[str, str]]:
    """How many customers were destroyed as a whole, and how many were reduced: one figure would hide them."""
    reduced = sum(one.customers for one in facts.reduced)
    if not reduced:
        return [(setter.say(_CUSTOMERS), f"{facts.customers:,}")]
    counts = [(setter.say(_WHOLE), facts.customers)] if facts.customers else []
    return [(name, f"{count:,}") for name, count in (*counts, (setter.say(_PARTLY), reduced))]


def _reduced(setter: Typesetter, facts: CertificateFacts) -> list[Band]:
    """Of whom something was kept, what, and which law asks for it."""
    bands: list[Band] = []
    for one in facts.reduced:
        fields = setter.say(_COMMA).join(
            setter.say(RECORD_FIELD_NAMES[RecordField(name)]) for name in one.fields
        )
        text = setter.say(
            _REDUCED,
            count=f"{one.customers:,}",
            fields=fields,
            rule=one.rule,
            law=legal_ground(one.law, setter.words),
        )
        bands += paragraph(setter.wrap(text, BODY, 10), gap=4)
    return bands


def _call_notes(setter: Typesetter, facts: CertificateFacts) -> list[Band]:
    """Notes of callers who never became customers, which no customer number names."""
    if not facts.call_notes:
        return []
    return paragraph(setter.wrap(setter.say(_CALL_NOTES, count=f"{facts.call_notes:,}"), BODY, 10), gap=4)


def _other_places(setter: Typesetter, facts: CertificateFacts) -> list[Band]:
    """What was decided, and done, about places outside the records of the destroyed customers."""
    if not (facts.cleaned or facts.taken):
        return []
    text = setter.say(_OTHER_PLACES, cleaned=f"{facts.cleaned:,}", taken=f"{facts.taken:,}")
    return paragraph(setter.wrap(text, BODY, 10), gap=4)


def _shredding(setter: Typesetter, facts: CertificateFacts) -> list[Band]:
    """How the papers were destroyed."""
    how = facts.shredding
    if how is None:
        return []
    parts = [setter.say(SHRED_METHOD_NAMES[how.method]), how.level]
    parts += [setter.say(_WITNESS, name=how.witness)] if how.witness else []
    parts += [setter.say(_CONTRACTOR, number=how.certificate)] if how.certificate else []
    text = setter.say(_PAPERS, how=setter.say(_COMMA).join(filter(None, parts)))
    return paragraph(setter.wrap(text, BODY, 10), gap=4)


def _figures(setter: Typesetter, figures: Sequence[tuple[str, str]]) -> Band:
    """Figures side by side, each under its label; the first one has the most room."""
    first = BODY * 0.34
    width = (BODY - first) / (len(figures) - 1)
    columns = [
        (setter.fit(label, room - 8, (9, 5), grey=MUTED)[0], setter.fit(figure, room - 8, (14, 7), bold=True))
        for (label, figure), room in zip(figures, (first, *[width] * (len(figures) - 1)), strict=True)
    ]
    label_height = 13.0
    height = max(sum(line.height for line in figure) for _, figure in columns) + label_height + 5

    def draw(sheet: Sheet, top: float, height: float) -> None:
        for index, (label, figure) in enumerate(columns):
            left = LEFT + (first + (index - 1) * width if index else 0)
            sheet.middle(left, top - 2, label_height, label)
            sheet.column(left, top - 2 - label_height, figure)

    return Band(height, draw)


def _rules(setter: Typesetter, facts: CertificateFacts) -> list[Band]:
    if not facts.rules:
        return []
    edges = (LEFT, LEFT + BODY * 0.46, LEFT + BODY * 0.86)
    widths = (BODY * 0.46 - 10, BODY * 0.4 - 10, BODY * 0.14)

    def cells(texts: Sequence[str], size: float, grey: float = 0.0) -> list[Cell]:
        return [
            Cell(left, setter.fit(text, width, (size, size - 2), grey=grey))
            for text, left, width in zip(texts, edges, widths, strict=True)
        ]

    titles = row(cells([setter.say(name) for name in _RULE_COLUMNS], 8.5, MUTED), pad=2, rule=True)[0]
    bands = paragraph(setter.wrap(setter.say(_RULES), BODY, 9.5), gap=4, keep=True)
    bands[-1] = Band(bands[-1].height, bands[-1].draw, bands[-1].gap, keep=True)
    bands.append(Band(titles.height, titles.draw, keep=True))
    for rule, law, count in facts.rules:
        bands += row(
            cells([rule, legal_ground(law, setter.words), f"{count:,}"], 10),
            pad=2.5,
            rule=True,
            repeat=titles,
        )
    return bands


def _method(setter: Typesetter, facts: CertificateFacts) -> list[Band]:
    say = setter.say
    facts_said = [
        (say(_METHOD), say(facts.method)),
        (say(_CHECKED), say(_PAGES, pages=f"{facts.pages:,}", frames=f"{facts.frames:,}")),
        (say(_CARRIED_OUT), moment_with_era(setter.words, facts.destroyed_at)),
    ]
    return [section(setter, say(_HOW)), *listed(setter, facts_said)]


def _people(setter: Typesetter, facts: CertificateFacts) -> list[Band]:
    """Three boxes to sign and seal: who proposed, who approved, and who answers for personal data."""
    say, words = setter.say, setter.words
    boxes = [
        (say(_PROPOSED), facts.proposed_by, day_with_era(words, facts.proposed_on)),
        (say(_APPROVED), facts.approved_by, day_with_era(words, facts.approved_on)),
        (say(_RESPONSIBLE), "", ""),
    ]
    bands = [section(setter, say(_WHO)), *signing_boxes(setter, boxes)]
    if facts.same_person:
        bands += paragraph(setter.wrap(say(_SAME_PERSON), BODY, 10, bold=True), gap=5)
    return bands


def _log_end(setter: Typesetter, facts: CertificateFacts) -> list[Band]:
    """The log's last hash, and the signed state under it, both beside the code of that state."""
    width = ROOM if facts.checkpoint else BODY
    title, *head = chain_head(setter, facts.head_sequence, facts.head_hash, width)
    return [title, *signed_head(setter, facts.checkpoint, head)]


def chain_head(setter: Typesetter, sequence: int, digest: str, width: float = BODY) -> list[Band]:
    """The log's last hash in full, in groups of four on a grid, so that two people can compare it aloud."""
    hash_text = setter.clean(digest)
    groups = [PrintedLine(hash_text[at : at + 4], 12) for at in range(0, len(hash_text), 4)]
    step = width / 8

    def draw(sheet: Sheet, top: float, height: float) -> None:
        for index, line in enumerate(groups):
            at, below = index % 8, index // 8
            sheet.middle(LEFT + at * step, top - below * 17, 17, line)

    title = section(setter, setter.say(_HEAD, sequence=sequence))
    grid = Band(17 * -(-len(groups) // 8), draw, keep=True)
    return [title, grid, *paragraph(setter.wrap(setter.say(_HEAD_WHY), width, 9, grey=MUTED), gap=3)]


def _limits(setter: Typesetter) -> list[Band]:
    bands = [section(setter, setter.say(_LIMITS))]
    for claim in _NOT_CLAIMED:
        lines = setter.wrap(setter.say(claim), BODY - 14, 9.5)
        bands += row([Cell(LEFT, [PrintedLine("・", 9.5)]), Cell(LEFT + 12, lines)], pad=0.8)
    return bands
