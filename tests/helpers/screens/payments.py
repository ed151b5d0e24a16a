"""The screens of payments: booked, put right, a file of the bank, and the hand-over to the books."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QWidget

from hvacdesk.domain.billing.accounting_export import AccountingProgram
from hvacdesk.domain.billing.collected_cash import CashCounted, CashToCome
from hvacdesk.domain.billing.handover import NothingToHandOver
from hvacdesk.domain.billing.payment_doubts import PaymentAlike
from hvacdesk.domain.billing.payments import PaymentRecord, PaymentWay
from hvacdesk.domain.customers.customers import CustomerField
from hvacdesk.domain.oversight.audit_log import RevealReason
from hvacdesk.domain.roles import Role
from hvacdesk.ui.billing.cash_counts import CashCountsDialog, CountBackForm, CountCorrectForm
from hvacdesk.ui.billing.payment_form import PaymentForm
from hvacdesk.ui.billing.payment_forms import TakeBackForm
from hvacdesk.ui.billing.receipt_form import ReceiptVoidForm, print_again, show_receipt
from hvacdesk.ui.billing.receipt_page import open_receipt_page
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.pages.billing import BillingPage
from tests.helpers.bank_files import notices
from tests.helpers.booked import book_another
from tests.helpers.screens import Screen
from tests.helpers.screens.billing import page, row, to_bill
from tests.helpers.screens.stage import Stage


def paid(stage: Stage, *, way: PaymentWay = PaymentWay.BANK, collected_by: str = "") -> str:
    """A payment of a customer with an open invoice, of which all is left over."""
    record = PaymentRecord("2026-11-20", 5_000, way, collected_by=collected_by, payer="ﾀﾅｶ ﾊﾅｺ")
    return book_another(stage.office.payments, stage.actor, row(stage).customer, record)


def payments(stage: Stage) -> QWidget:
    paid(stage)
    technician = stage.office.jobs.staff(stage.actor)[0].account
    paid(stage, way=PaymentWay.CASH, collected_by=technician)
    return page(stage, "payments")


def bank(stage: Stage) -> QWidget:
    """A file with a deposit for an open invoice, and one of somebody unknown."""
    number = row(stage).number.replace("-", "")
    open_yen = stage.office.open_items.open(stage.actor)[0].open_yen
    shown = page(stage, "bank")
    with TemporaryDirectory() as folder:
        path = Path(folder) / "notice.txt"
        deposits = [("081120", open_yen, f"{number}ﾀﾅｶ ﾊﾅｺ"), ("081121", 4_400, "ｶ)ｱｵﾊﾞｼﾖｳﾃﾝ")]
        path.write_bytes(notices(deposits, "081124"))
        assert isinstance(stage.page, BillingPage)
        stage.page.bank.read_file(str(path))
        stage.calm()
    return shown


def deposit(stage: Stage) -> QWidget:
    bank(stage)
    assert isinstance(stage.page, BillingPage)
    stage.page.bank.table.select_first()
    stage.page.bank.book_one()
    stage.calm()
    return stage.dialog()


def outside(stage: Stage) -> QWidget:
    """Another program's list: one invoice that is certain, one to look at, and one that is left out."""
    job = to_bill(stage)
    owner = replace(stage.actor, roles=frozenset({Role.OWNER}))
    week = stage.office.jobs.week(owner, date(2026, 11, 23))
    other = next(row for row in week if row.job != job.job)
    asked = stage.office.customers.reveal(owner, job.customer, CustomerField.NAME, RevealReason.DOCUMENT)
    asked_yen = job.agreed_yen or 88_000
    shown = page(stage, "outside")
    with TemporaryDirectory() as folder:
        path = Path(folder) / "export.csv"
        rows = (
            f"INV-2026-0031,2026-11-24,{asked} 様,工事 {job.number},{asked_yen},入金済み,2026-11-24",
            f"INV-2026-0032,2016-11-24,見本 太郎 様,追加工事 {other.number},12100,入金済み,",
            "INV-2026-0033,2026-11-24,株式会社見本商会,修理,33000,未入金,",
            "INV-2026-0034,2026-11-24,見本 花子,洗浄,11000,下書き,",
        )
        head = "請求書番号,請求日,取引先,件名,合計金額,入金ステータス,入金日"
        path.write_text("\n".join((head, *rows)) + "\n", encoding="utf-8")
        assert isinstance(stage.page, BillingPage)
        stage.page.outside.read_file(str(path))
        stage.calm()
    return shown


def outside_invoice(stage: Stage) -> QWidget:
    outside(stage)
    assert isinstance(stage.page, BillingPage)
    stage.page.outside.table.select_first()
    stage.page.outside.take_one()
    stage.calm()
    return stage.dialog()


def payment(stage: Stage) -> QWidget:
    stage.go("billing", pay=row(stage).customer)
    stage.calm()
    return stage.dialog()


def payment_alike(stage: Stage) -> QWidget:
    """The question about a payment like one that somebody else booked meanwhile."""
    paid(stage)
    form = payment(stage)
    assert isinstance(form, PaymentForm)
    try:
        stage.office.payments.book(
            stage.actor, row(stage).customer, PaymentRecord("2026-11-20", 5_000, PaymentWay.BANK)
        )
    except PaymentAlike as asked:
        form.show_failure(asked)
    return stage.dialog()


def take_back(stage: Stage) -> QWidget:
    paid(stage)
    return stage.show(TakeBackForm(stage.ctx, stage.office.payments.latest(stage.actor)[0]))


def credit(stage: Stage) -> QWidget:
    stage.go("billing", tab="payments", credit=paid(stage))
    stage.calm()
    return stage.dialog()


def credit_note(stage: Stage) -> QWidget:
    invoices = stage.office.invoices
    (item, *_others) = stage.office.open_items.open(stage.actor)
    money = PaymentRecord(
        stage.office.today().isoformat(),
        item.open_yen,
        PaymentWay.BANK,
        allocations=((item.invoice, item.open_yen),),
    )
    book_another(stage.office.payments, stage.actor, item.customer, money)
    note = invoices.credit(stage.actor, item.invoice, stage.ctx.words)
    version = invoices.detail(stage.actor, note).row.version
    invoices.issue(stage.actor, note, version, stage.ctx.words)
    stage.go("billing", tab="open_items", credit_note=note)
    stage.calm()
    return stage.dialog()


def cash(stage: Stage) -> QWidget:
    technician = stage.office.jobs.staff(stage.actor)[0].account
    paid(stage, way=PaymentWay.CASH, collected_by=technician)
    stage.go("billing", tab="payments", cash="yes")
    stage.calm()
    return stage.dialog()


def cash_to_come(stage: Stage) -> QWidget:
    """Nothing to count, and jobs whose cash may have been collected."""
    shown = page(stage, "payments")
    assert isinstance(stage.page, BillingPage)
    numbers = tuple(f"2026-00000{count}" for count in range(1, 8))
    stage.page.payments._open_cash((), CashToCome(numbers, numbers[:1]))
    assert shown.isVisible()
    return stage.dialog()


def cash_counts(stage: Stage) -> QWidget:
    """One count that the books have, corrected by another, and one that was taken back."""
    made, actor, today = stage.office.payments, stage.actor, stage.office.today()
    technician = stage.office.jobs.staff(actor)[0].account
    for counted in (4_550, 4_000):
        money = paid(stage, way=PaymentWay.CASH, collected_by=technician)
        made.hand_in(actor, [money], counted, "釣銭の渡し間違い")
    newest, older = made.cash_counts(actor)[:2]
    made.take_count_back(actor, newest.count, "別の封筒を数えた")
    days = (today.replace(day=1).isoformat(), today.isoformat())
    with suppress(NothingToHandOver):
        stage.office.books_handover.export(actor, AccountingProgram.YAYOI, *days)
    if made.cash_counts(actor)[1].can_be_corrected:
        made.correct_count(actor, older.count, 5_000, "車内で見つかった")
    return stage.show(CashCountsDialog(stage.ctx))


def count_form(stage: Stage, form: Callable[[DeskContext, CashCounted], QWidget]) -> QWidget:
    technician = stage.office.jobs.staff(stage.actor)[0].account
    money = paid(stage, way=PaymentWay.CASH, collected_by=technician)
    stage.office.payments.hand_in(stage.actor, [money], 4_000, "釣銭の渡し間違い")
    return stage.show(form(stage.ctx, stage.office.payments.cash_counts(stage.actor)[0]))


def books(stage: Stage) -> QWidget:
    payments(stage)
    assert isinstance(stage.page, BillingPage)
    stage.page.payments.hand_over()
    stage.calm()
    return stage.dialog()


def receipts(stage: Stage) -> QWidget:
    """A receipt that was made out, and blank ones with a technician."""
    latest = paid(stage)
    record = stage.office.receipts.beginning(stage.actor, latest, stage.ctx.words)
    stage.office.receipts.issue(stage.actor, latest, record, stage.ctx.words)
    technician = stage.office.jobs.staff(stage.actor)[0].account
    stage.office.receipts.give_out(stage.actor, technician, 2, stage.ctx.words)
    return page(stage, "receipts")


def receipt(stage: Stage) -> QWidget:
    stage.go("billing", tab="payments", receipt=paid(stage))
    stage.calm()
    return stage.dialog()


def receipt_beyond(stage: Stage) -> QWidget:
    """The receipt of more than its invoice asked for."""
    there = row(stage)
    parts = ((there.invoice, there.open_yen),)
    money = PaymentRecord("2026-11-20", there.open_yen + 16_001, PaymentWay.CASH, allocations=parts)
    made = book_another(stage.office.payments, stage.actor, there.customer, money)
    stage.go("billing", tab="payments", receipt=made)
    stage.calm()
    return stage.dialog()


def given_back(stage: Stage) -> str:
    """A payment of which a part went back to the customer."""
    payment = paid(stage)
    back = PaymentRecord(stage.office.today().isoformat(), -2_000, PaymentWay.BANK)
    stage.office.payments.pay_back(stage.actor, payment, 1, back)
    return payment


def receipt_given_back(stage: Stage) -> QWidget:
    stage.go("billing", tab="payments", receipt=given_back(stage))
    stage.calm()
    return stage.dialog()


def receipt_again(stage: Stage) -> QWidget:
    """The question before a receipt is printed again for money that went back since."""
    payment = given_back(stage)
    record = stage.office.receipts.beginning(stage.actor, payment, stage.ctx.words)
    back = stage.office.receipts.given_back(stage.actor, payment)
    whole = replace(record, over_kept=False)
    made = stage.office.receipts.issue(stage.actor, payment, whole, stage.ctx.words, back)
    page(stage, "receipts")
    row = next(one for one in stage.office.receipts.listed(stage.actor).rows if one.receipt == made.receipt)
    print_again(stage.window, stage.ctx, row)
    stage.calm()
    return stage.dialog()


def receipt_file(stage: Stage) -> QWidget:
    """A receipt that goes to the customer as a file."""
    latest = paid(stage)
    record = stage.office.receipts.beginning(stage.actor, latest, stage.ctx.words)
    sent = replace(record, electronic=True)
    show_receipt(stage.ctx, stage.office.receipts.issue(stage.actor, latest, sent, stage.ctx.words))
    stage.calm()
    return stage.dialog()


def blanks(stage: Stage) -> QWidget:
    stage.go("billing", tab="receipts", blanks="yes")
    stage.calm()
    return stage.dialog()


def receipt_void(stage: Stage) -> QWidget:
    receipts(stage)
    row = stage.office.receipts.listed(stage.actor).rows[0]
    return stage.show(ReceiptVoidForm(stage.ctx, row, stage.office.receipts.out(stage.actor, row.receipt)))


def receipt_opened(stage: Stage) -> QWidget:
    """One that is void, with what took its place."""
    latest = paid(stage)
    record = stage.office.receipts.beginning(stage.actor, latest, stage.ctx.words)
    made = stage.office.receipts.issue(stage.actor, latest, record, stage.ctx.words)
    stage.office.receipts.void(stage.actor, made.receipt, 1)
    stage.office.receipts.issue(stage.actor, latest, record, stage.ctx.words)
    page(stage, "receipts")
    row = next(one for one in stage.office.receipts.listed(stage.actor).rows if one.receipt == made.receipt)
    open_receipt_page(stage.window, stage.ctx, row, "")
    stage.calm()
    return stage.dialog()


PAYMENTS = (
    Screen("payments", payments, Role.ACCOUNTING),
    Screen("bank-file", bank, Role.ACCOUNTING),
    Screen("bank-deposit", deposit, Role.ACCOUNTING),
    Screen("outside-invoices", outside, Role.ACCOUNTING),
    Screen("outside-invoice", outside_invoice, Role.ACCOUNTING),
    Screen("payment", payment, Role.ACCOUNTING),
    Screen("payment-alike", payment_alike, Role.ACCOUNTING),
    Screen("payment-back", take_back, Role.ACCOUNTING),
    Screen("payment-credit", credit, Role.ACCOUNTING),
    Screen("payment-cash", cash, Role.ACCOUNTING),
    Screen("cash-to-come", cash_to_come, Role.ACCOUNTING),
    Screen("cash-counts", cash_counts, Role.ACCOUNTING),
    Screen("count-back", lambda stage: count_form(stage, CountBackForm), Role.ACCOUNTING),
    Screen("count-correct", lambda stage: count_form(stage, CountCorrectForm), Role.ACCOUNTING),
    Screen("books", books, Role.ACCOUNTING),
    Screen("receipts", receipts, Role.ACCOUNTING),
    Screen("receipt", receipt, Role.ACCOUNTING),
    Screen("receipt-given-back", receipt_given_back, Role.ACCOUNTING),
    Screen("receipt-beyond", receipt_beyond, Role.ACCOUNTING),
    Screen("receipt-again", receipt_again, Role.ACCOUNTING),
    Screen("receipt-file", receipt_file, Role.ACCOUNTING),
    Screen("receipt-void", receipt_void, Role.ACCOUNTING),
    Screen("receipt-opened", receipt_opened, Role.ACCOUNTING),
    Screen("receipts-out", blanks, Role.ACCOUNTING),
    Screen("credit-note-back", credit_note, Role.ACCOUNTING),
)
