"""Letters about open invoices 督促 in three tones, for a window envelope.

None of them threatens: 最終のご案内 asks once more in plain words, which counts as a demand 催告 (民法150条
1項), and says that it is the last letter. Each leaves room for a payment under way and for questions.
"""

from __future__ import annotations

from typing import NamedTuple

from hvacdesk.documents.billing.issuer import account_bands, cash_bands
from hvacdesk.documents.billing.lines_and_sums import (
    SMALL,
    Align,
    GridColumn,
    GridPlan,
    SumRow,
    closing_sums,
    framed_sum,
    lined,
    with_day,
)
from hvacdesk.documents.kit.amounts import figures, money
from hvacdesk.documents.kit.dates import calendar_day
from hvacdesk.documents.kit.flow import Band
from hvacdesk.documents.kit.form import paragraph
from hvacdesk.documents.kit.letterhead import footer_lines, office_line
from hvacdesk.documents.kit.page import BODY, RIGHT, Sheet
from hvacdesk.documents.kit.single import draw_single
from hvacdesk.documents.kit.text import Typesetter
from hvacdesk.documents.kit.window_head import LetterTo, window_head, window_office
from hvacdesk.domain.billing.payment_papers import PaymentReminder, ReminderTone
from hvacdesk.domain.papers.letterhead import Letterhead
from hvacdesk.domain.text.wording import Phrase, Words, phrase


class _Wording(NamedTuple):
    """What a tone says: the title, what is the matter, what is asked, and what if it cannot be paid.

    Somebody who paid a part is not told that nothing arrived: ``part`` and ``rest`` take the place of what is
    the matter and what is asked.
    """

    title: Phrase
    matter: Phrase
    asked: Phrase
    part: Phrase
    rest: Phrase
    otherwise: Phrase


_WORDINGS: dict[ReminderTone, _Wording] = {
    ReminderTone.SOFT: _Wording(
        phrase("Payment reminder", "Please check a payment"),
        phrase(
            "Payment reminder",
            "As of {today} we could not find your payment of the invoices below. It may simply have been "
            "overlooked.",
        ),
        phrase("Payment reminder", "Please check it, and pay by {pay_by} if it is still open."),
        phrase(
            "Payment reminder",
            "We have received a part of the invoices below, thank you. As of {today} the rest is still open. "
            "It may simply have been overlooked.",
        ),
        phrase("Payment reminder", "Please check it, and pay the rest by {pay_by} if it is still open."),
        phrase("Payment reminder", "If anything about an invoice is unclear, please call us at any time."),
    ),
    ReminderTone.FIRM: _Wording(
        phrase("Payment reminder", "Request for payment"),
        phrase(
            "Payment reminder",
            "The invoices below are past their due day, and as of {today} we could not find your payment.",
        ),
        phrase("Payment reminder", "We ask you to pay by {pay_by}."),
        phrase(
            "Payment reminder",
            "The invoices below are past their due day. We have received a part of them, but as of {today} "
            "the rest is still open.",
        ),
        phrase("Payment reminder", "We ask you to pay the rest by {pay_by}."),
        phrase(
            "Payment reminder",
            "If you cannot pay by that day, or if anything about an invoice is unclear, please call us "
            "before it: we will talk it over with you.",
        ),
    ),
    ReminderTone.LAST: _Wording(
        phrase("Payment reminder", "Last notice"),
        phrase(
            "Payment reminder",
            "We have written to you before about the invoices below. As of {today} we could not find your "
            "payment.",
        ),
        phrase(
            "Payment reminder",
            "With this letter we ask once more for their payment by {pay_by}. It is the last letter that we "
            "send you about it.",
        ),
        phrase(
            "Payment reminder",
            "We have written to you before about the invoices below. We have received a part of them, but as "
            "of {today} the rest is still open.",
        ),
        phrase(
            "Payment reminder",
            "With this letter we ask once more that you pay the rest by {pay_by}. It is the last letter that "
            "we send you about it.",
        ),
        phrase(
            "Payment reminder",
            "If you cannot pay by that day, or if you see an invoice differently, please tell us by then: we "
            "will talk it over with you.",
        ),
    ),
}
_FIRM = _WORDINGS[ReminderTone.FIRM]
_NO_DAY = {
    _FIRM.matter: phrase(
        "Payment reminder", "As of {today} we could not find your payment of the invoices below."
    ),
    _FIRM.part: phrase(
        "Payment reminder",
        "We have received a part of the invoices below, but as of {today} the rest is still open.",
    ),
}
"""What is the matter where an invoice named no due day that could be past."""

_WRITTEN_ON = phrase("Payment reminder", "{date}")
_IN_CHARGE = phrase("Payment reminder", "In charge: {name}")
_GREETING = phrase("Payment reminder", "Thank you for placing your trust in us.")
_CROSSED = phrase(
    "Payment reminder", "If your payment has crossed with this letter, please accept our apologies."
)
_CLOSING = phrase("Payment reminder", "Yours sincerely")
_OPEN = phrase("Payment reminder", "Open in all")
_TAX_INCLUDED = phrase("Payment reminder", "(tax included)")
_PAY_BY = phrase("Payment reminder", "Please pay by")
_NUMBER = phrase("Payment reminder", "Invoice no.")
_ISSUED = phrase("Payment reminder", "Issued")
_DUE = phrase("Payment reminder", "Due")
_IN_CASH = phrase("Payment reminder", "in cash")
_DAYS = phrase("Payment reminder", "Days past due")
_GROSS = phrase("Payment reminder", "Invoiced")
_OPEN_YEN = phrase("Payment reminder", "Still open")
_ALL = phrase("Payment reminder", "Sum")

_SIZE = 10.5


def draw_payment_reminder(letter: PaymentReminder, words: Words, letterhead: Letterhead) -> bytes:
    """The letter as a PDF."""
    sheet = Sheet(words, words(_WORDINGS[letter.tone].title), letter.written_on)
    setter = sheet.set
    bands = [
        _head(setter, letter, window_office(setter, letterhead, billing=False)),
        *_told(setter, letter),
        *_listed(setter, letter),
        *(cash_bands(setter) if letter.cash else account_bands(setter, letter.account)),
        *paragraph(footer_lines(setter, letterhead), gap=8),
    ]
    return draw_single(sheet, bands, office_line(setter, letterhead))


def _head(setter: Typesetter, letter: PaymentReminder, office: Band) -> Band:
    say = setter.say
    facts = [say(_WRITTEN_ON, date=calendar_day(setter.words, letter.written_on))]
    if letter.issued_by:
        facts.append(say(_IN_CHARGE, name=letter.issued_by))
    return window_head(
        setter,
        say(_WORDINGS[letter.tone].title),
        facts,
        LetterTo(letter.name, letter.honorific, letter.address, letter.contact),
        office,
        code=letter.code,
    )


def _told(setter: Typesetter, letter: PaymentReminder) -> list[Band]:
    words, say = _WORDINGS[letter.tone], setter.say
    today = calendar_day(setter.words, letter.written_on)
    pay_by = calendar_day(setter.words, letter.pay_by)
    part_paid = any(one.part_paid for one in letter.invoices)
    matter, asked = (words.part, words.rest) if part_paid else (words.matter, words.asked)
    if not all(one.due_on for one in letter.invoices):
        matter = _NO_DAY.get(matter, matter)
    texts = (
        say(_GREETING),
        f"{say(matter, today=today)}\n{say(asked, pay_by=pay_by)}",
        f"{say(words.otherwise)}\n{say(_CROSSED)}",
    )
    bands: list[Band] = []
    for number, text in enumerate(texts):
        bands += paragraph(setter.wrap(text, BODY, _SIZE), gap=6 if number else 16, keep=True)
    return [*bands, _closing(setter)]


def _closing(setter: Typesetter) -> Band:
    """The last words of a letter are at the right."""
    line = setter.one_line(setter.say(_CLOSING), BODY, _SIZE)

    def draw(sheet: Sheet, top: float, height: float) -> None:
        sheet.right(RIGHT, top - height + line.size * 0.3, line)

    return Band(line.height, draw)


def _listed(setter: Typesetter, letter: PaymentReminder) -> list[Band]:
    """The sum with its day, and the invoices that make it up."""
    say, words = setter.say, setter.words
    taxed = any(one.taxed for one in letter.invoices)
    framed = framed_sum(setter, say(_OPEN), money(letter.open_yen), say(_TAX_INCLUDED) if taxed else "")
    grid = GridPlan(
        (
            GridColumn(say(_NUMBER), 22, Align.MIDDLE),
            GridColumn(say(_ISSUED), 19, Align.MIDDLE, SMALL),
            GridColumn(say(_DUE), 19, Align.MIDDLE, SMALL),
            GridColumn(say(_DAYS), 12),
            GridColumn(say(_GROSS), 14),
            GridColumn(say(_OPEN_YEN), 14),
        )
    ).grid(setter)
    rows = []
    for one in letter.invoices:
        issued = calendar_day(words, one.issued_on)
        due = (calendar_day(words, one.due_on), f"{one.days:,}") if one.due_on else (say(_IN_CASH), "")
        rows.append((one.number, issued, *due, figures(one.gross), figures(one.open_yen)))
    *lines, last = lined(grid.head(), grid.rows(rows))
    return [
        with_day(setter, framed, say(_PAY_BY), calendar_day(words, letter.pay_by)),
        *lines,
        last,
        closing_sums(setter, grid, [SumRow(say(_ALL), letter.open_yen, bold=True)], first=4),
    ]
