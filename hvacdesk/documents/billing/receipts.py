"""Receipts 領収書: the customer's and the office's counterfoil 控 on one sheet, to be cut; blank ones too.

Whether a revenue stamp 収入印紙 is due says the paper's maker (印紙税法 別表第一 17号); one that is sent as a
file is no document on paper and needs none.
"""

from __future__ import annotations

from collections.abc import Sequence

from hvacdesk.documents.billing.issuer import as_issued
from hvacdesk.documents.billing.lines_and_sums import framed_sum
from hvacdesk.documents.billing.rates_table import rate_name, rate_notes, rates_table
from hvacdesk.documents.kit.dates import calendar_day
from hvacdesk.documents.kit.letterhead import office_block
from hvacdesk.documents.kit.page import BODY, HEIGHT, LEFT, MUTED, RIGHT, WIDTH, Sheet
from hvacdesk.documents.kit.paper_code import code_line
from hvacdesk.documents.kit.text import PrintedLine, Typesetter, at_largest
from hvacdesk.domain.billing.payment_papers import RECEIVED_BY, BlankReceipt, ReceiptPaper
from hvacdesk.domain.billing.payments import FILLED_IN_ON_SITE, RECEIPT_WAY_NAMES, PaymentWay
from hvacdesk.domain.billing.tax import InvoiceSums, TaxClass
from hvacdesk.domain.papers.letterhead import Letterhead
from hvacdesk.domain.text.wording import Words, phrase

_TITLE = phrase("Receipt paper", "Receipt")
_BLANKS = phrase("Receipt paper", "Blank receipts, {count}")
_NUMBER = phrase("Receipt paper", "No. {number}")
_ISSUED_ON = phrase("Receipt paper", "Issued {date}")
_REISSUED = phrase("Receipt paper", "Reissue")
_COUNTERFOIL = phrase("Receipt paper", "Office's counterfoil")
_NAMED = phrase("Receipt paper", "{name} {honorific}")
_SUM = phrase("Receipt paper", "Received")
_TAX_INCLUDED = phrase("Receipt paper", "(tax included)")
_EXACTLY = phrase("Receipt paper", "¥{amount}")
_PROVISO = phrase("Receipt paper", "For: {what}")
_RECEIVED = RECEIVED_BY[PaymentWay.CASH]
_RECEIVED_ON = phrase("Receipt paper", "Received {date}, {way}")
_INVOICE = phrase("Receipt paper", "Invoice no. {number}")
_FOR_INVOICE = phrase("Receipt paper", "Of it for the invoice ¥{amount}")
_KEPT = phrase("Receipt paper", "kept for you ¥{amount}")
_SET_OFF = phrase("Receipt paper", "Set off")
_SET_OFF_ON = phrase("Receipt paper", "Set off {date}")
_LEFT = phrase("Receipt paper", "left of the set-off ¥{amount}")
_WENT_BACK = phrase("Receipt paper", "given back ¥{amount}")
_AND = phrase("Receipt paper", ", ")
_IN_CHARGE = phrase("Receipt paper", "In charge: {name}")
_STAMP = phrase("Receipt paper", "Revenue stamp")
_STAMP_OF = phrase("Receipt paper", "worth ¥{amount}")
_NO_STAMP = phrase("Receipt paper", "Issued electronically, no revenue stamp due")
_JOB = phrase("Receipt paper", "Job no. {number}")
_MADE_ON = phrase("Receipt paper", "Printed {date}")
_HOLDER = phrase("Receipt paper", "Held by: {name}")
_FOR_NAME = phrase("Receipt paper", "Mr/Ms")
_DATE = phrase("Receipt paper", "Date (year, month, day)")
_TICK_TAX_INCLUDED = phrase("Receipt paper", "tax included")
_AT_RATE = phrase("Receipt paper", "{rate}, tax included")
_PROVISO_BLANK = phrase("Receipt paper", "For")
_TAX = phrase("Receipt paper", "tax")
_STAMP_FROM = phrase("Receipt paper", "from ¥{amount}, unless a credit card is used")
_TAKER = phrase("Receipt paper", "Taken by")
_BRING_BACK = phrase("Receipt paper", "Bring this counterfoil back, and the receipt if it was spoiled.")

_HALF = HEIGHT / 2
_EDGE = 30.0
"""From a half's upper edge to its first line."""

_QR = 46.0
_NAME_AT, _SUM_AT, _PROVISO_AT, _OFFICE_AT = 66.0, 110.0, 158.0, 214.0
"""Where a half's parts begin, in points under its first line."""

_WIDE = BODY * 0.62
_BESIDE = LEFT + BODY * 0.56
_STAMP_SIZE = (66.0, 76.0)


def draw_receipt(paper: ReceiptPaper, words: Words, letterhead: Letterhead) -> bytes:
    """One receipt as a PDF: over its counterfoil on a sheet of A4, or alone on half of one if it is sent."""
    title = f"{words(_TITLE)} {paper.number}"
    size = (WIDTH, _HALF) if paper.electronic else None
    sheet = Sheet(words, title, paper.issued_on, size=size)
    office = as_issued(letterhead, paper.issuer_number)
    if paper.electronic:
        _draw_half(sheet, paper, office, _HALF)
    else:
        _draw_half(sheet, paper, office, HEIGHT)
        sheet.dashed(0, WIDTH, _HALF)
        _draw_half(sheet, paper, office, _HALF, counterfoil=True)
    sheet.next_page()
    return sheet.finish()


def draw_blank_receipts(blanks: Sequence[BlankReceipt], words: Words, letterhead: Letterhead) -> bytes:
    """Receipts numbered beforehand, one to a sheet of A4 with its counterfoil, to be filled in by hand."""
    sheet = Sheet(words, words(_BLANKS).format(count=len(blanks)), blanks[0].made_on)
    for blank in blanks:
        sheet.set.begin()
        office = as_issued(letterhead, blank.issuer_number)
        _draw_blank(sheet, blank, office, HEIGHT)
        sheet.dashed(0, WIDTH, _HALF)
        _draw_blank(sheet, blank, office, _HALF, counterfoil=True)
        sheet.next_page()
    return sheet.finish()


def _draw_half(
    sheet: Sheet, paper: ReceiptPaper, office: Letterhead, edge: float, *, counterfoil: bool = False
) -> None:
    setter, say, top = sheet.set, sheet.set.say, edge - _EDGE
    marks = [say(_COUNTERFOIL) if counterfoil else "", say(_REISSUED) if paper.reissue else ""]
    dated = say(_ISSUED_ON, date=calendar_day(setter.words, paper.issued_on))
    _draw_head(sheet, top, [say(_NUMBER, number=paper.number), dated], paper.code, marks)
    named = say(_NAMED, name=paper.name, honorific=paper.honorific).strip()
    name = at_largest(lambda share: [*setter.fit(named, _WIDE, (17 * share, 11 * share), bold=True)], 36)
    sheet.column(LEFT, top - _SUM_AT + 10 + _tall(name), name)
    sheet.rule(LEFT, LEFT + _WIDE, top - _SUM_AT + 8)
    amount = say(_EXACTLY, amount=f"{paper.yen:,}")
    taxed = (paper.taxed if paper.sums is None else paper.sums.taxed) and not paper.kept_yen + paper.back_yen
    named_sum, tax = say(_SET_OFF if paper.set_off else _SUM), say(_TAX_INCLUDED) if taxed else ""
    framed = framed_sum(setter, named_sum, amount, tax, width=_WIDE)
    framed.draw(sheet, top - _SUM_AT, framed.height)
    told = [
        *at_largest(lambda share: _proviso(setter, paper, share), 34),
        *setter.wrap(paper.said or say(_RECEIVED), _WIDE, 10),
    ]
    sheet.column(LEFT, top - _PROVISO_AT, told)
    if paper.electronic:
        left = LEFT + _WIDE + 10
        sheet.column(left, top - _SUM_AT - 12, setter.wrap(say(_NO_STAMP), RIGHT - left, 10))
    elif paper.stamp_due and not counterfoil:
        of = say(_STAMP_OF, amount=f"{paper.stamp_yen:,}") if paper.stamp_yen else ""
        _draw_stamp_box(sheet, top - _SUM_AT + 24, of)
    _draw_office(sheet, top - _OFFICE_AT, office, seal=not counterfoil)
    y = sheet.column(LEFT, top - _OFFICE_AT, _facts(setter, paper))
    if paper.sums:
        _draw_rates(sheet, y - 6, paper.sums)


def _proviso(setter: Typesetter, paper: ReceiptPaper, share: float) -> list[PrintedLine]:
    return [*setter.fit(setter.say(_PROVISO, what=paper.proviso), _WIDE, (12 * share, 9 * share))]


def _facts(setter: Typesetter, paper: ReceiptPaper) -> list[PrintedLine]:
    say = setter.say
    day = calendar_day(setter.words, paper.received_on)
    received = say(_RECEIVED_ON, date=day, way=paper.way)
    if paper.set_off:
        received = say(_SET_OFF_ON, date=day)
    texts = [
        received,
        say(_INVOICE, number=paper.invoice_number) if paper.invoice_number else "",
        _beyond_invoice(setter, paper),
        say(_IN_CHARGE, name=paper.issued_by) if paper.issued_by else "",
    ]
    return [line for text in texts for line in setter.fit(text, BODY * 0.5, (9.5, 7))]


def _beyond_invoice(setter: Typesetter, paper: ReceiptPaper) -> str:
    beyond = paper.kept_yen + paper.back_yen
    if not beyond:
        return ""
    kept = _LEFT if paper.set_off else _KEPT
    parts = ((_FOR_INVOICE, paper.yen - beyond), (kept, paper.kept_yen), (_WENT_BACK, paper.back_yen))
    return setter.say(_AND).join(setter.say(name, amount=f"{yen:,}") for name, yen in parts if yen)


def _draw_rates(sheet: Sheet, top: float, sums: InvoiceSums) -> None:
    for band in rates_table(sheet.set, sums, width=BODY * 0.52):
        band.draw(sheet, top, band.height)
        top -= band.height
    classes = [rate.tax_class for rate in sums.rates]
    sheet.column(LEFT, top - 3, rate_notes(sheet.set, classes, BODY * 0.52))


def _draw_head(sheet: Sheet, top: float, facts: Sequence[str], code: str, marks: Sequence[str]) -> None:
    """The title in the middle, marks at the left, number and day beside the code at the right."""
    setter = sheet.set
    title = setter.one_line(setter.say(_TITLE), BODY * 0.3, 26, bold=True)
    sheet.centred(LEFT, RIGHT, top - 28, title)
    y = top
    for mark in filter(None, marks):
        line = setter.one_line(mark, BODY * 0.3, 11, bold=True)
        sheet.frame(LEFT, y, setter.width(line.text, line.size, bold=True) + 12, 18, weight=1.0, radius=2.0)
        sheet.middle(LEFT + 6, y, 18, line)
        y -= 22
    sheet.qr(RIGHT - _QR, top, _QR, code, quick=True)
    digits = code_line(setter, code, 6)
    sheet.right(RIGHT, top - _QR - 8, digits)
    y = top
    for index, fact in enumerate(facts):
        line = setter.one_line(fact, BODY * 0.26, 9.5, bold=index == 0)
        y -= line.height + 1
        sheet.right(RIGHT - _QR - 10, y, line)


def _draw_office(sheet: Sheet, top: float, office: Letterhead, *, seal: bool) -> None:
    """Without a logo: half a sheet has no room for it."""
    shown = Letterhead(office.facts, office.layout, seal=office.seal if seal else b"")
    block = office_block(sheet.set, shown, left=_BESIDE)
    block.draw(sheet, top, block.height)


def _draw_stamp_box(sheet: Sheet, top: float, more: str) -> None:
    width, height = _STAMP_SIZE
    left = RIGHT - width
    sheet.frame(left, top, width, height, weight=0.5, radius=0.1)
    lines = [
        *sheet.set.fit(sheet.set.say(_STAMP), width - 8, (9, 6.5), grey=MUTED),
        *sheet.set.fit(more, width - 8, (8, 6), grey=MUTED),
    ]
    y = top - (height - _tall(lines)) / 2
    for line in lines:
        y -= line.height
        sheet.centred(left, RIGHT, y + line.size * 0.3, line)


def _tall(lines: Sequence[PrintedLine]) -> float:
    return sum(line.height for line in lines)


# Blank ones


def _draw_blank(
    sheet: Sheet, blank: BlankReceipt, office: Letterhead, edge: float, *, counterfoil: bool = False
) -> None:
    setter, say, top = sheet.set, sheet.set.say, edge - _EDGE
    facts = [
        say(_NUMBER, number=blank.number),
        say(_JOB, number=blank.job_number) if blank.job_number else "",
    ]
    marks = [say(_COUNTERFOIL)] if counterfoil else []
    _draw_head(sheet, top, [fact for fact in facts if fact], blank.code, marks)
    sheet.rule(LEFT, LEFT + _WIDE, top - _SUM_AT + 8)
    sheet.right(LEFT + _WIDE, top - _SUM_AT + 14, setter.one_line(say(_FOR_NAME), 60, 14, bold=True))
    _draw_sum_to_fill(sheet, top - _SUM_AT)
    proviso = setter.one_line(say(_PROVISO_BLANK), 60, 12)
    end = sheet.text(LEFT, top - _PROVISO_AT - 16, proviso)
    sheet.rule(end + 4, LEFT + _WIDE, top - _PROVISO_AT - 19)
    sheet.column(LEFT, top - _PROVISO_AT - 26, setter.wrap(say(_RECEIVED), _WIDE, 10))
    if blank.stamp_from and not counterfoil:
        _draw_stamp_box(sheet, top - _SUM_AT + 24, say(_STAMP_FROM, amount=f"{blank.stamp_from:,}"))
    y = top - _OFFICE_AT
    _draw_office(sheet, y, office, seal=not counterfoil)
    _draw_taker(sheet, top - _SUM_AT)
    y = _draw_day_and_way(sheet, y)
    for tax_class, percent in blank.rates:
        y = _draw_rate_line(sheet, y, say(_AT_RATE, rate=rate_name(setter, tax_class, percent)))
    if blank.rates:
        y = _draw_rate_line(sheet, y, rate_name(setter, TaxClass.OUTSIDE, 0), taxed=False)
    y = sheet.column(LEFT, y - 4, rate_notes(setter, [one[0] for one in blank.rates], BODY * 0.5))
    if counterfoil:
        made = say(_MADE_ON, date=calendar_day(setter.words, blank.made_on))
        texts = (say(_HOLDER, name=blank.holder), made, say(_BRING_BACK))
        lines = [line for text in texts for line in setter.fit(text, BODY * 0.5, (9, 7))]
        sheet.column(LEFT, y - 6, lines)


def _draw_sum_to_fill(sheet: Sheet, top: float) -> None:
    """A frame for the sum, with a box to tick if tax is included: nobody knows yet what the money is for."""
    setter, say = sheet.set, sheet.set.say
    ticked = say(_TICK_TAX_INCLUDED)
    framed = framed_sum(setter, say(_SUM), "", ticked, width=_WIDE)
    framed.draw(sheet, top, framed.height)
    sheet.tick_box(LEFT + _WIDE - 26 - setter.width(setter.clean(ticked), 10), top - framed.height / 2, 10)
    before, _, after = say(_EXACTLY, amount="\n").partition("\n")
    sheet.middle(LEFT + BODY * 0.18, top, framed.height, setter.one_line(before, 40, 23, bold=True))
    if after:
        sheet.middle(LEFT + BODY * 0.45, top, framed.height, setter.one_line(after, 40, 23, bold=True))


def _draw_day_and_way(sheet: Sheet, top: float) -> float:
    """A line for the day and boxes to tick for the way; returns the lower edge."""
    setter, say = sheet.set, sheet.set.say
    end = sheet.text(LEFT, top - 14, setter.one_line(say(_DATE), BODY * 0.3, 9.5))
    sheet.rule(end + 4, LEFT + BODY * 0.5, top - 17)
    x = LEFT
    for way in FILLED_IN_ON_SITE:
        sheet.tick_box(x, top - 33, 10)
        x = sheet.text(x + 14, top - 36, setter.one_line(say(RECEIPT_WAY_NAMES[way]), 100, 9.5)) + 14
    return top - 42


def _draw_rate_line(sheet: Sheet, top: float, name: str, *, taxed: bool = True) -> float:
    """A line to write a rate's sum and its tax on, as 適格簡易請求書 name them; returns the lower edge."""
    setter = sheet.set
    sheet.text(LEFT, top - 16, setter.one_line(name, BODY * 0.16, 9.5))
    middle = LEFT + BODY * 0.32
    sheet.rule(LEFT + BODY * 0.17, middle, top - 18)
    if not taxed:
        return top - 22
    end = sheet.text(middle + 4, top - 16, setter.one_line(setter.say(_TAX), 50, 9.5))
    sheet.rule(end + 4, LEFT + BODY * 0.5, top - 18)
    return top - 22


def _draw_taker(sheet: Sheet, top: float) -> None:
    """A box for the signature or seal of who took the money."""
    left = LEFT + _WIDE + 10
    width = RIGHT - _STAMP_SIZE[0] - 10 - left
    sheet.frame(left, top, width, 52, weight=0.5, radius=2.0)
    line = sheet.set.one_line(sheet.set.say(_TAKER), width - 10, 8, grey=MUTED)
    sheet.middle(left + 5, top - 3, 10, line)
