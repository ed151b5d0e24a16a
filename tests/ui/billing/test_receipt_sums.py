"""Over which sum a receipt is made out where money went back, and what is said of that."""

from __future__ import annotations

from hvacdesk.domain.billing.payments import PaymentRecord, PaymentWay
from hvacdesk.domain.billing.receipts import MoneyBack
from hvacdesk.domain.text.wording import english
from hvacdesk.ui.billing.receipt_form import ReceiptForm
from hvacdesk.ui.printing.paper_preview import PaperPreview
from hvacdesk.ui.wording.payments import given_back_text
from tests.helpers.front_desk import FrontDesk
from tests.ui.billing import test_payments
from tests.ui.billing.test_payments import billing, paid

billed, books = test_payments.billed, test_payments.books
PROVES = "The receipt says ¥{yen:,}. Whoever holds it can prove that sum"


def opened(books: FrontDesk, payment: str) -> ReceiptForm:
    billing(books, "payments", receipt=payment)
    books.wait(lambda: isinstance(books.dialog(), ReceiptForm))
    form = books.dialog()
    assert isinstance(form, ReceiptForm)
    return form


def pay_back(books: FrontDesk, payment: str, version: int, yen: int) -> None:
    record = PaymentRecord(books.office.today().isoformat(), -yen, PaymentWay.BANK)
    books.office.payments.pay_back(books.actor, payment, version, record)


def issued_over(books: FrontDesk, form: ReceiptForm) -> int:
    """The sum of the receipt that the form makes out."""
    books.click(form.primary)
    books.wait(lambda: isinstance(books.dialog(), PaperPreview))
    books.dialog().reject()
    return books.office.receipts.listed(books.actor).rows[0].yen


def test_a_receipt_that_was_written_on_site_is_recorded_over_what_it_says(books: FrontDesk) -> None:
    technician = books.office.jobs.staff(books.actor)[0].account
    given = books.office.receipts.give_out(books.actor, technician, 1, english)
    payment = paid(books, 60_000)
    pay_back(books, payment, 1, 25_000)
    form = opened(books, payment)
    assert "¥35,000" in form.over.currentText()
    form.number.setCurrentIndex(form.number.findData(given.numbers[0]))
    assert "¥60,000" in form.over.currentText()
    assert PROVES.format(yen=60_000) in form.back.text()
    form.number.setCurrentIndex(0)
    assert "¥35,000" in form.over.currentText(), "a new one is over what was kept"
    form.number.setCurrentIndex(form.number.findData(given.numbers[0]))
    assert issued_over(books, form) == 60_000


def test_what_the_paper_says_can_be_what_was_kept(books: FrontDesk) -> None:
    technician = books.office.jobs.staff(books.actor)[0].account
    given = books.office.receipts.give_out(books.actor, technician, 1, english)
    payment = paid(books, 60_000)
    pay_back(books, payment, 1, 25_000)
    form = opened(books, payment)
    form.number.setCurrentIndex(form.number.findData(given.numbers[0]))
    form.over.setCurrentIndex(form.over.findData(True))
    assert issued_over(books, form) == 35_000


def test_the_choice_stays_where_more_went_back_meanwhile(books: FrontDesk) -> None:
    for whole, back in ((True, 5_000), (False, 4_000)):
        payment = paid(books, 60_000)
        pay_back(books, payment, 1, back)
        form = opened(books, payment)
        form.over.setCurrentIndex(form.over.findData(not whole))
        pay_back(books, payment, 2, 6_000 - back)
        books.click(form.primary)
        books.wait(lambda form=form, back=back: f"{6_000 - back:,}" in form.back.text())
        assert bool(form.over.currentData()) is not whole
        assert issued_over(books, form) == (60_000 if whole else 54_000)


def test_a_receipt_over_what_was_kept_is_not_called_one_over_the_whole() -> None:
    own = MoneyBack("P2026-000002", "2026-11-20", 5_000, PaymentWay.BANK)
    by_note = MoneyBack("P2026-000003", "2026-11-21", 10_000, PaymentWay.BANK, "C2026-000001")
    assert "prove" not in given_back_text([own], english, 55_000, 5_000)
    for back, left_out in (([own, by_note], 5_000), ([by_note], 0)):
        assert PROVES.format(yen=55_000) in given_back_text(back, english, 55_000, left_out)
