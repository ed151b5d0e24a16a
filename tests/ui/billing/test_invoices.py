"""Invoices at the desk: from a done job to paper, the lists of billing, and who sees what of them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLineEdit,
    QMenu,
    QPushButton,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from hvacdesk.domain.billing.accounting_export import AccountingProgram
from hvacdesk.domain.billing.billing_facts import OfficeBilling
from hvacdesk.domain.billing.invoices import BankAccount, InvoiceKind, InvoiceState
from hvacdesk.domain.billing.open_items import ApartReason
from hvacdesk.domain.billing.pay_terms import PayTerms
from hvacdesk.domain.billing.prices import PriceRecord
from hvacdesk.domain.billing.tax import InvoiceSums, RateSum, TaxClass
from hvacdesk.domain.customers.customers import PaymentMethod
from hvacdesk.domain.exchange.outside_lists import ListKind
from hvacdesk.domain.jobs.job_events import EventKind, JobEvent
from hvacdesk.domain.jobs.jobs import WORK_KIND_NAMES, JobRecord, JobState, Party
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.wording import english
from hvacdesk.ui.billing import invoices_view
from hvacdesk.ui.billing.billing_facts_form import BillingFactsForm
from hvacdesk.ui.billing.closing_view import ClosingView
from hvacdesk.ui.billing.customer_invoices import CustomerInvoices
from hvacdesk.ui.billing.document_saving import save_copy
from hvacdesk.ui.billing.invoice_acts import InvoiceActs
from hvacdesk.ui.billing.invoice_form import InvoiceForm
from hvacdesk.ui.billing.invoice_forms import ShareForm, VoidForm
from hvacdesk.ui.billing.issue_preview import IssuePreview
from hvacdesk.ui.billing.terms_form import TermsForm, choose_number, open_terms
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.exchange.outside_dialog import ListDestroyedDialog
from hvacdesk.ui.finder.finder import CustomerFinder
from hvacdesk.ui.jobs.detail import JobDialog
from hvacdesk.ui.jobs.form import JobForm
from hvacdesk.ui.pages.billing import BillingPage
from hvacdesk.ui.pages.today import TodayPage
from hvacdesk.ui.printing.paper_preview import PaperPreview
from hvacdesk.ui.printing.preview import PreviewDialog
from hvacdesk.ui.widgets.choices import choose
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.notice import Notice
from hvacdesk.ui.widgets.numbers import sums_text
from hvacdesk.ui.widgets.text import WORD_JOINER
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import TODAY, FrontDesk, open_desk, type_in
from tests.helpers.real_office import RealOffice
from tests.helpers.visible import visible

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def books(template: RealOffice, tmp_path: Path, qtbot: QtBot) -> Iterator[FrontDesk]:
    """The window of who keeps the books, with one job that is done."""
    with open_desk(template, tmp_path / "office", qtbot, Role.ACCOUNTING) as desk:
        job = job_of(desk)
        owner = replace(desk.actor, roles=frozenset({Role.OWNER}))
        priced(desk, None)
        desk.office.jobs.set_state(owner, job, JobState.DONE)
        desk.calm()
        yield desk


def job_of(desk: FrontDesk) -> str:
    return desk.office.jobs.day(desk.actor, desk.office.today())[0].job


def priced(desk: FrontDesk, yen: int | None) -> JobRecord:
    """Let the job have this amount to collect; its record."""
    owner, job = replace(desk.actor, roles=frozenset({Role.OWNER})), job_of(desk)
    record = desk.office.jobs.record_for_edit(owner, job)
    version = desk.office.jobs.detail(owner, job).version
    record = replace(record, amount_to_collect=yen)
    desk.office.jobs.change(owner, job, version, record)
    return record


def issued(desk: FrontDesk, yen: int = 16_500) -> str:
    """An issued invoice of the job; its record id."""
    invoices, actor = desk.office.invoices, desk.actor
    made = invoices.draft(actor, job_of(desk), InvoiceKind.WHOLE, english)
    detail = invoices.detail(actor, made)
    lines = (replace(detail.record.lines[0], yen=yen, quantity=1.0),)
    invoices.issue(actor, made, detail.row.version, english, replace(detail.record, lines=lines))
    desk.calm()
    return made


def tab_of(desk: FrontDesk) -> JobDialog:
    """The job's page with its invoices in front."""
    desk.go("schedule", job=job_of(desk))
    dialog = desk.dialog()
    assert isinstance(dialog, JobDialog)
    dialog.tabs.show_tab(dialog.tabs.stack.indexOf(dialog.invoices))
    desk.calm()
    return dialog


def billing(desk: FrontDesk, tab: str) -> BillingPage:
    desk.go("billing", tab=tab)
    page = desk.page
    assert isinstance(page, BillingPage)
    return page


def plain_text(widget: QWidget) -> str:
    """What it says, with spaces as they are typed."""
    return texts_in(widget).replace("\u00a0", " ").replace("\u2060", "")


def agree(desk: FrontDesk, form: InvoiceForm) -> list[str]:
    """Look at what is to be issued, and issue it; what the look said."""
    desk.click(form.issue_button)
    desk.wait(lambda: isinstance(desk.dialog(), IssuePreview))
    look = desk.dialog()
    assert isinstance(look, IssuePreview)
    said = plain_text(look).splitlines()
    desk.click(look.primary)
    desk.wait(lambda: not form.isVisible())
    return said


def test_a_double_click_in_the_jobs_to_bill_opens_the_job_and_makes_nothing(books: FrontDesk) -> None:
    page = billing(books, "to_bill")
    page.to_bill.table.select_first()
    books.key(page.to_bill.table, Qt.Key.Key_Return)
    books.wait(lambda: isinstance(books.dialog(), JobDialog))
    books.calm()
    assert books.office.invoices.of_job(books.actor, job_of(books)) == ()


def test_what_is_left_to_bill_says_why_nobody_knows_it(books: FrontDesk) -> None:
    table = billing(books, "to_bill").to_bill.table
    (row,) = table.rows()
    assert "a price is missing" in str(table.texts_of(row))


def test_from_the_list_to_paper(books: FrontDesk) -> None:
    page = billing(books, "to_bill")
    assert len(page.to_bill.table.rows()) == 1
    books.click(page.to_bill.bill_button)
    form = books.dialog()
    assert isinstance(form, InvoiceForm)
    for at, (price, quantity) in enumerate((("16,500", "1"), ("3,300", "2.5"))):
        row = form.rows.rows[at]
        row.quantity.setText(quantity)
        row.yen.clear()
        type_in(row.yen, price)
    books.calm()
    assert "¥27,225" in form.sum.text().replace("\u00a0", "")
    books.click(form.issue_button)
    books.wait(lambda: isinstance(books.dialog(), IssuePreview))
    look = books.dialog()
    assert "¥27,225" in plain_text(look)
    assert form._detail.name.text in plain_text(look)
    assert "No bank account is entered" in plain_text(look), "said once more where it is decided"
    books.click(look.way_back)
    assert form.isVisible()
    assert books.office.invoices.of_job(books.actor, job_of(books))[0].state is InvoiceState.DRAFT
    agree(books, form)
    preview = books.dialog()
    assert isinstance(preview, PaperPreview)
    preview.printed.emit("プリンター")
    preview.accept()
    books.calm()
    (row,) = books.office.invoices.of_job(books.actor, job_of(books))
    assert (row.number, row.state, row.sums.gross) == ("I2026-000001", InvoiceState.ISSUED, 27_225)
    assert books.office.jobs.detail(books.actor, job_of(books)).row.state is JobState.INVOICED
    assert QApplication.activeModalWidget() is None
    books.calm()
    books.wait(lambda: page.to_bill.table.rows() == ())


def test_a_deposit_due_when_the_work_has_begun_is_warned_of(books: FrontDesk) -> None:
    """The job is of today, and so is the deposit's invoice."""
    priced(books, 100_000)
    made = books.office.invoices.draft(books.actor, job_of(books), InvoiceKind.DEPOSIT, english)
    dialog = tab_of(books)
    dialog.invoices.list.acts.open_draft(made)
    books.wait(lambda: isinstance(books.dialog(), InvoiceForm))
    form = books.dialog()
    assert isinstance(form, InvoiceForm)
    books.calm()
    assert form.due.text() == f"It would be to pay by {day_text(TODAY)}."
    assert not form.due_late.isVisible(), "no earlier day can be chosen"
    form.days["due_on"].set_iso("2026-12-31")
    form.days["due_on"].editingFinished.emit()
    books.wait(lambda: day_text("2026-12-31") in form.due_late.text())
    assert not form.due.isVisible(), "a day is chosen"
    assert "so its deposit is due at once" in form.due_late.text()
    assert any("so its deposit is due at once" in line for line in agree(books, form))


@pytest.mark.parametrize(
    ("on", "said"),
    [
        (
            "2026-12-08",
            "It would be to pay by {before}: a deposit is paid before the work, which begins {on}.",
        ),
        ("2026-11-20", "It would be to pay by {usual}."),
    ],
)
def test_what_is_said_of_a_deposits_day_follows_its_work(books: FrontDesk, on: str, said: str) -> None:
    """Of work that lies behind nothing can be due before it, and nothing says so."""
    record = priced(books, 100_000)
    owner = replace(books.actor, roles=frozenset({Role.OWNER}))
    job = books.office.jobs.add(owner, replace(record, on=on))
    made = books.office.invoices.draft(books.actor, job, InvoiceKind.DEPOSIT, english)
    InvoiceActs(books.window.context, books.window).open_draft(made)
    books.wait(lambda: isinstance(books.dialog(), InvoiceForm))
    form = books.dialog()
    assert isinstance(form, InvoiceForm)
    books.wait(lambda: bool(form.due.text()))
    days = {"before": day_text("2026-12-07"), "usual": day_text("2026-12-31"), "on": day_text(on)}
    assert form.due.text() == said.format(**days)
    assert "the day before the work" not in plain_text(form)


def test_a_line_that_brings_known_prices_to_the_agreed_amount_is_pointed_out(books: FrontDesk) -> None:
    owner = replace(books.actor, roles=frozenset({Role.OWNER}))
    books.office.prices.set_with_tax(owner, True)
    record = priced(books, 12_000)
    work = english(WORK_KIND_NAMES[record.work_kind])
    books.office.prices.keep(owner, PriceRecord(None, work, "台", 16_500))
    books.go("schedule", job=job_of(books), invoice="yes")
    form = books.dialog()
    assert isinstance(form, InvoiceForm)
    assert form.rows.rows[0].yen.text() == "16,500", "the price that the customer knows"
    told = f"“Discount”, {form.rows.rows[-1].amount.text()}, was added because the known"
    assert told in plain_text(form)
    assert "do not come to the ¥12,000 with tax noted at the job" in plain_text(form), "of what it makes up"
    assert form.adjusted.isVisible()
    beside = form.form.column.indexOf(form.rows.parentWidget()) + 1
    assert form.form.column.indexOf(form.adjusted) == beside, "right below the lines that it is about"
    assert any(told in line for line in agree(books, form)), "said once more where it is decided"


def test_of_a_line_without_tax_beside_an_amount_with_it_that_is_said(books: FrontDesk) -> None:
    owner = replace(books.actor, roles=frozenset({Role.OWNER}))
    books.office.prices.set_with_tax(owner, False)
    record = priced(books, 11_000)
    work = english(WORK_KIND_NAMES[record.work_kind])
    books.office.prices.keep(owner, PriceRecord(None, work, "台", 15_000))
    books.go("schedule", job=job_of(books), invoice="yes")
    form = books.dialog()
    assert isinstance(form, InvoiceForm)
    assert not form.with_tax.isChecked()
    assert "“Discount”, −¥5,000 without tax, was added because the known" in plain_text(form)


def test_once_a_price_is_changed_it_is_said_by_how_much_the_whole_differs(books: FrontDesk) -> None:
    owner = replace(books.actor, roles=frozenset({Role.OWNER}))
    books.office.prices.set_with_tax(owner, True)
    record = priced(books, 12_000)
    work = english(WORK_KIND_NAMES[record.work_kind])
    books.office.prices.keep(owner, PriceRecord(None, work, "台", 16_500))
    books.go("schedule", job=job_of(books), invoice="yes")
    form = books.dialog()
    assert isinstance(form, InvoiceForm)
    for price, said in (
        ("17,500", "The whole is ¥13,000, ¥1,000 more."),
        ("16,000", "The whole is ¥11,500, ¥500 less."),
    ):
        form.rows.rows[0].yen.clear()
        type_in(form.rows.rows[0].yen, price)
        books.calm()
        told = plain_text(form)
        assert "to the ¥12,000 noted at the job" in told
        assert said in told
        assert "was added because" not in told
    form.rows.rows[0].yen.clear()
    type_in(form.rows.rows[0].yen, "16,500")
    books.calm()
    assert "was added because" in plain_text(form)
    form.rows.rows[0].yen.clear()
    type_in(form.rows.rows[0].yen, "16,000")
    assert any(said in line for line in agree(books, form)), "said once more where it is decided"


def test_a_discount_that_the_clerk_gives_is_not_taken_for_one_that_the_program_added(
    books: FrontDesk,
) -> None:
    priced(books, 16_500)
    books.go("schedule", job=job_of(books), invoice="yes")
    form = books.dialog()
    assert isinstance(form, InvoiceForm)
    books.click(form.adding.discount)
    assert form.rows.rows[-1].label.text() == "Discount"
    type_in(form.rows.rows[-1].yen, "500")
    books.calm()
    assert form.adjusted.isHidden()


def test_a_reissue_says_where_the_line_comes_from_not_that_its_sum_is_the_agreed_one(
    books: FrontDesk,
) -> None:
    owner = replace(books.actor, roles=frozenset({Role.OWNER}))
    books.office.prices.set_with_tax(owner, True)
    record = priced(books, 12_000)
    work = english(WORK_KIND_NAMES[record.work_kind])
    books.office.prices.keep(owner, PriceRecord(None, work, "台", 16_500))
    invoices = books.office.invoices
    made = invoices.draft(books.actor, job_of(books), InvoiceKind.WHOLE, english)
    issued = invoices.issue(books.actor, made, invoices.detail(books.actor, made).row.version, english)
    again = invoices.reissue(books.actor, made)
    books.go("schedule", job=job_of(books), invoice=again)
    form = books.dialog()
    assert isinstance(form, InvoiceForm)
    line = f"“Discount”, {form.rows.rows[-1].amount.text()}"
    assert f"{line}, brought invoice {issued.number} to the amount agreed on." in plain_text(form)
    assert "was added because" not in plain_text(form), "other prices may be typed here"


def test_a_credit_note_says_nothing_of_agreed_sums(books: FrontDesk) -> None:
    owner = replace(books.actor, roles=frozenset({Role.OWNER}))
    books.office.prices.set_with_tax(owner, True)
    record = priced(books, 12_000)
    books.office.prices.keep(
        owner, PriceRecord(None, english(WORK_KIND_NAMES[record.work_kind]), "台", 16_500)
    )
    invoices = books.office.invoices
    made = invoices.draft(books.actor, job_of(books), InvoiceKind.WHOLE, english)
    invoices.issue(books.actor, made, invoices.detail(books.actor, made).row.version, english)
    books.calm()
    dialog = tab_of(books)
    dialog.invoices.list.acts.credit(dialog.invoices.list.rows[0])
    books.wait(lambda: isinstance(books.dialog(), InvoiceForm))
    assert not books.dialog().adjusted.isVisible()


def test_the_tax_of_two_rates_is_told_apart() -> None:
    sums = InvoiceSums(
        (
            RateSum(TaxClass.STANDARD, 10, 10_000, 1_000, 11_000),
            RateSum(TaxClass.REDUCED, 8, 1_000, 80, 1_080),
        ),
        False,
        0,
    )
    said = sums_text(sums).replace(WORD_JOINER, "").replace("\u00a0", " ")
    assert "Sum without tax ¥11,000 + tax ¥1,080 = ¥12,080" in said
    assert "10 %: without tax ¥10,000 + tax ¥1,000, 8 %: without tax ¥1,000 + tax ¥80" in said


def test_whom_a_job_of_a_main_contractor_asks_is_explained(books: FrontDesk) -> None:
    jobs, desk = books.office.jobs, replace(books.actor, roles=frozenset({Role.OWNER}))
    job = job_of(books)
    record = replace(jobs.record_for_edit(desk, job), client_contractor="東海建設")
    jobs.change(desk, job, jobs.detail(desk, job).version, record)
    dialog = tab_of(books)
    books.wait(lambda: "東海建設 is noted as the main contractor alone" in plain_text(dialog))
    assert "ask the front desk or the person responsible" in plain_text(dialog)
    assert "Change booking" not in plain_text(dialog), "accounting has no such button"


def test_zero_yen_is_said_at_the_lines_and_stays_typed(books: FrontDesk) -> None:
    books.go("schedule", job=job_of(books), invoice="yes")
    form = books.dialog()
    assert isinstance(form, InvoiceForm)
    for row in form.rows.rows:
        row.yen.setText("0")
    form.remarks.setPlainText("お振込みください")
    books.click(form.issue_button)
    assert form.isVisible()
    assert "zero yen" in form.form.fields["lines"].error.text()
    assert form.remarks.toPlainText() == "お振込みください"


def test_a_line_without_a_price_is_named_before_it_is_issued(books: FrontDesk) -> None:
    books.go("schedule", job=job_of(books), invoice="yes")
    form = books.dialog()
    assert isinstance(form, InvoiceForm)
    form.rows.rows[0].yen.setText("0")
    form.rows.rows[1].yen.setText("3,000")
    free = form.rows.rows[0].label.text()
    assert any(line == f"Without a price: {free}" for line in agree(books, form))


def test_a_draft_says_whose_it_is_and_what_its_page_would_lack(books: FrontDesk) -> None:
    books.go("schedule", job=job_of(books), invoice="yes")
    form = books.dialog()
    assert isinstance(form, InvoiceForm)
    said = plain_text(form)
    assert f"To {form._detail.name.text}, for job {form._detail.job_numbers[0]}" in said
    assert "No bank account is entered" in said
    owner = replace(books.actor, roles=frozenset({Role.OWNER}))
    account = BankAccount("名古屋銀行", "栄支店", "普通", "1234567", "シケンクウチョウ")
    books.office.billing_terms.change_office(
        owner, OfficeBilling(account=account), books.office.billing_terms.office(owner)
    )
    form.reject()
    books.calm()
    books.dialog().reject()
    books.go("schedule", job=job_of(books), invoice="yes")
    assert "No bank account is entered" not in plain_text(books.dialog())


def test_cancelling_keeps_no_draft_that_nobody_saved(books: FrontDesk) -> None:
    invoices = books.office.invoices
    books.go("schedule", job=job_of(books), invoice="yes")
    books.dialog().reject()
    books.wait(lambda: invoices.of_job(books.actor, job_of(books)) == ())
    books.dialog().reject()
    books.go("schedule", job=job_of(books), invoice="yes")
    form = books.dialog()
    assert isinstance(form, InvoiceForm)
    books.click(form.primary)
    books.wait(lambda: not form.isVisible())
    books.dialog().reject()
    books.go("schedule", job=job_of(books), invoice="yes")
    assert isinstance(books.dialog(), InvoiceForm)
    books.dialog().reject()
    books.calm()
    assert len(invoices.of_job(books.actor, job_of(books))) == 1


def test_a_draft_is_deleted_from_its_own_window(books: FrontDesk) -> None:
    """Nothing entered, nothing asked; else what was saved or typed in it is asked about."""
    invoices, job = books.office.invoices, job_of(books)
    view = billing(books, "to_bill").to_bill

    def opened() -> InvoiceForm:
        books.click(view.bill_button)
        books.wait(lambda: isinstance(books.dialog(), InvoiceForm))
        form = books.dialog()
        assert isinstance(form, InvoiceForm)
        return form

    form = opened()
    books.click(form.delete_button)
    books.wait(lambda: not form.isVisible())
    assert invoices.of_job(books.actor, job) == ()
    form = opened()
    type_in(form.remarks, "値引き済み")
    books.click(form.delete_button)
    question = books.dialog()
    assert "Delete this draft?" in texts_in(question)
    books.click(question.primary)
    assert form.isVisible()
    books.click(form.primary)
    books.wait(lambda: not form.isVisible())
    form = opened()
    books.click(form.delete_button)
    books.press(books.dialog(), "Delete the draft")
    books.wait(lambda: not form.isVisible())
    assert invoices.of_job(books.actor, job) == ()
    assert len(view.table.rows()) == 1


def test_a_draft_in_which_something_was_saved_is_not_deleted_unasked_from_the_list(books: FrontDesk) -> None:
    invoices, actor, job = books.office.invoices, books.actor, job_of(books)
    made = invoices.draft(actor, job, InvoiceKind.WHOLE, english)
    detail = invoices.detail(actor, made)
    invoices.change(actor, made, detail.row.version, detail.record)
    books.calm()
    dialog = tab_of(books)
    books.press(dialog, "Delete Invoice")
    assert len(invoices.of_job(actor, job)) == 1
    books.press(books.dialog(), "Delete the draft")
    books.wait(lambda: invoices.of_job(actor, job) == ())


def test_a_share_names_the_whole(books: FrontDesk) -> None:
    priced(books, 100_000)
    dialog = tab_of(books)
    books.click(dialog.invoices.share_button)
    form = books.dialog()
    assert isinstance(form, ShareForm)
    told = "¥30,000 (of which ¥2,727 consumption tax; 30 % of the sum with tax)"
    books.wait(lambda: form.told.text() == f"The whole: ¥100,000 with tax. Of this: {told}")
    form.percent.setText("x")
    assert form.told.text() == ""


def test_what_a_credit_note_took_back_is_said_and_why_nothing_else_is_offered(books: FrontDesk) -> None:
    issued(books)
    dialog = tab_of(books)
    dialog.invoices.list.acts.credit(dialog.invoices.list.rows[0])
    books.wait(lambda: isinstance(books.dialog(), InvoiceForm))
    form = books.dialog()
    form.rows.rows[0].yen.clear()
    type_in(form.rows.rows[0].yen, "-6,500")
    agree(books, form)
    books.dialog().reject()
    books.calm()
    assert "Taken back with C2026-000001: ¥7,150" in plain_text(dialog)
    assert "Set off" in plain_text(dialog)
    books.press(dialog, "Put right… Invoice  I2026-000001")
    menu = next(one for one in QApplication.topLevelWidgets() if isinstance(one, QMenu) and one.isVisible())
    assert [one.isEnabled() for one in menu.actions()] == [True, False, False, False]
    assert "credit note took some of it back" in menu.actions()[3].text()
    menu.close()


def test_a_reissue_says_what_it_replaces(books: FrontDesk) -> None:
    issued(books)
    dialog = tab_of(books)
    dialog.invoices.list.acts.reissue(dialog.invoices.list.rows[0])
    books.wait(lambda: isinstance(books.dialog(), InvoiceForm))
    form = books.dialog()
    assert isinstance(form, InvoiceForm)
    assert "takes the place of invoice I2026-000001" in plain_text(form)
    before = form.days["due_on"].iso("due_on")
    assert before == dialog.invoices.list.rows[0].due_on
    assert f"Invoice I2026-000001 is to pay by {day_text(before)}" in plain_text(form)
    assert "next hand-over" not in plain_text(form)
    books.click(form.issue_button)
    books.wait(lambda: isinstance(books.dialog(), IssuePreview))
    assert f"Pay by {day_text(before)}, as invoice I2026-000001 says" in texts_in(books.dialog())
    books.dialog().reject()
    later = books.office.today() + timedelta(days=50)
    form.days["due_on"].set_iso(later.isoformat())
    books.click(form.issue_button)
    books.wait(lambda: isinstance(books.dialog(), IssuePreview))
    said = f"Pay by {day_text(later.isoformat())}; invoice I2026-000001 says {day_text(before)}"
    assert said in texts_in(books.dialog())


def test_what_the_books_have_says_that_they_get_the_reverse(books: FrontDesk) -> None:
    issued(books)
    today = books.office.today()
    month = (today.replace(day=1).isoformat(), today.isoformat())
    dialog = tab_of(books)
    acts = dialog.invoices.list.acts
    for in_books in (False, True):
        acts.void(dialog.invoices.list.rows[0])
        books.wait(lambda: isinstance(books.dialog(), VoidForm))
        assert ("The next hand-over takes it out" in plain_text(books.dialog())) is in_books
        books.dialog().reject()
        if not in_books:
            books.office.books_handover.export(books.actor, AccountingProgram.YAYOI, *month)
    acts.reissue(dialog.invoices.list.rows[0])
    books.wait(lambda: isinstance(books.dialog(), InvoiceForm))
    assert "The next hand-over takes it out" in plain_text(books.dialog())


def test_from_the_lists_of_billing_a_job_opens_at_its_invoices(books: FrontDesk) -> None:
    priced(books, 12_000)
    page = billing(books, "to_bill")
    assert page.to_bill.table.rows()[0].left_yen == 12_000
    books.click(page.to_bill.open_button)
    dialog = books.dialog()
    assert isinstance(dialog, JobDialog)
    assert dialog.invoices.isVisible()


def test_the_tax_of_a_line_is_not_cut_off(books: FrontDesk) -> None:
    books.go("schedule", job=job_of(books), invoice="yes")
    form = books.dialog()
    assert isinstance(form, InvoiceForm)
    tax = form.rows.rows[0].tax
    assert tax is not None
    option = QStyleOptionComboBox()
    tax.initStyleOption(option)
    field = QStyle.SubControl.SC_ComboBoxEditField
    room = tax.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, tax).width()
    assert tax.fontMetrics().horizontalAdvance("Standard rate") <= room


def test_what_was_typed_survives_a_lock(books: FrontDesk) -> None:
    books.go("schedule", job=job_of(books), invoice="yes")
    form = books.dialog()
    assert isinstance(form, InvoiceForm)
    type_in(form.rows.rows[0].label, "追加の出張")
    assert form.rows.rows[0].tax is not None
    choose(form.rows.rows[0].tax, "reduced")
    books.window.lock()
    books.calm()
    kept = books.office.drafts.find(books.actor, "invoice", form._detail.row.invoice)
    assert kept is not None
    assert "追加の出張" in str(kept)
    assert "reduced" in str(kept)


def test_a_deposit_asks_for_a_share(books: FrontDesk) -> None:
    dialog = tab_of(books)
    books.click(dialog.invoices.share_button)
    form = books.dialog()
    assert isinstance(form, ShareForm)
    form.percent.setText("15")
    form.percent.setText("150")  # before the answer for 15 % is there
    books.calm()
    assert form.told.text() == ""
    books.click(form.primary)
    assert form.isVisible()
    form.percent.setText("４０％")
    books.click(form.primary)
    books.wait(lambda: isinstance(books.dialog(), InvoiceForm))
    (row,) = books.office.invoices.of_job(books.actor, job_of(books))
    assert (row.kind, row.state) == (InvoiceKind.DEPOSIT, InvoiceState.DRAFT)


def test_an_issued_invoice_is_shown_sent_and_put_right_from_its_line(books: FrontDesk) -> None:
    invoice = issued(books)
    dialog = tab_of(books)
    assert "I2026-000001" in texts_in(dialog)
    books.press(dialog, "Show Invoice  I2026-000001")
    shown = books.dialog()
    assert isinstance(shown, PreviewDialog)
    shown.reject()
    books.calm()
    books.press(dialog, "It was sent Invoice  I2026-000001")
    assert books.office.invoices.detail(books.actor, invoice).row.state is InvoiceState.SENT
    books.press(dialog, "Put right… Invoice  I2026-000001")
    menu = next(one for one in QApplication.topLevelWidgets() if isinstance(one, QMenu) and one.isVisible())
    assert [one.text() for one in menu.actions()] == ["Credit note…", "Put right and issue again…", "Void…"]
    menu.actions()[2].trigger()
    menu.close()
    books.calm()
    asked = books.dialog()
    assert isinstance(asked, VoidForm)
    books.click(asked.primary)
    books.wait(lambda: not asked.isVisible())
    assert books.office.invoices.detail(books.actor, invoice).row.state is InvoiceState.VOID
    assert books.office.jobs.detail(books.actor, job_of(books)).row.state is JobState.DONE
    (row,) = books.office.invoices.of_job(books.actor, job_of(books))
    assert (row.state, row.sent_on) == (InvoiceState.VOID, TODAY)
    books.wait(lambda: "Void" in plain_text(dialog))
    assert f"Sent {day_text(TODAY)}" in plain_text(dialog), "it went out all the same"
    dialog.reject()
    page = billing(books, "invoices")
    books.wait(lambda: len(page.invoices.table.rows()) == 1)
    shown = {column.key: column for column in page.invoices.table.columns}
    assert shown["sent_on"].of(page.invoices.table.rows()[0]) == TODAY
    page.invoices.table.select(lambda _one: True)
    books.click(page.invoices.open_button)
    books.wait(lambda: isinstance(books.dialog(), PreviewDialog))
    preview = books.dialog()
    assert preview.windowTitle() == "Invoice I2026-000001: Void"
    assert "“VOID” stands across each page" in plain_text(preview)


def test_a_credit_note_begins_with_the_whole_below_zero(books: FrontDesk) -> None:
    invoice = issued(books)
    dialog = tab_of(books)
    dialog.invoices.list.acts.credit(dialog.invoices.list.rows[0])
    books.wait(lambda: isinstance(books.dialog(), InvoiceForm))
    form = books.dialog()
    assert form.rows.rows[0].yen.text() == "-16,500"
    agree(books, form)
    assert books.office.invoices.detail(books.actor, invoice).row.open_yen == 0


def test_the_front_desk_sees_state_and_sum_and_makes_nothing(
    template: RealOffice, tmp_path: Path, qtbot: QtBot
) -> None:
    with open_desk(template, tmp_path / "office", qtbot) as desk:
        books = replace(desk.actor, roles=frozenset({Role.OWNER}))
        priced(desk, None)
        desk.office.jobs.set_state(books, job_of(desk), JobState.DONE)
        made = desk.office.invoices.draft(books, job_of(desk), InvoiceKind.WHOLE, english)
        detail = desk.office.invoices.detail(books, made)
        lines = (replace(detail.record.lines[0], yen=16_500, quantity=1.0),)
        record = replace(detail.record, lines=lines)
        desk.office.invoices.issue(books, made, detail.row.version, english, record)
        dialog = tab_of(desk)
        said = texts_in(dialog.invoices)
        assert "I2026-000001" in said
        assert "18,150" in said
        assert not any(word in said for word in ("Put right…", "Show", "Make an invoice"))
        dialog.reject()
        page = billing(desk, "open_items")
        assert page.tabs.names == ("to_bill", "open_items")
        assert len(page.open_items.table.rows()) == 1
        assert not page.open_items.show_button.isVisible()


def test_a_technician_finds_no_billing(template: RealOffice, tmp_path: Path, qtbot: QtBot) -> None:
    with open_desk(template, tmp_path / "office", qtbot, Role.TECHNICIAN) as desk:
        desk.go("billing")
        assert not isinstance(desk.page, BillingPage)


def test_the_home_page_counts_what_is_to_bill_and_overdue(books: FrontDesk) -> None:
    books.go("today")
    page = books.page
    assert isinstance(page, TodayPage)
    assert page.bill_tile._number.text() == "1"
    issued(books)
    books.wait(lambda: page.bill_tile._number.text() == "0")
    assert page.unpaid_tile._number.text() == "0"


def test_all_invoices_are_narrowed_down_and_their_index_is_saved(books: FrontDesk, tmp_path: Path) -> None:
    issued(books)
    view = billing(books, "invoices").invoices
    assert len(view.table.rows()) == 1
    view.sums.lowest.setText("20000")
    view.refresh()
    books.calm()
    assert view.table.rows() == ()
    view.sums.lowest.setText("")
    view.sums.highest.setText("twenty")
    view.refresh()
    books.calm()
    assert "not a number" in view.wrong.text()
    assert view.wrong.isVisible()
    view.sums.highest.setText("20,000")
    view.days.first.set_iso(TODAY)
    view.refresh()
    books.calm()
    assert len(view.table.rows()) == 1
    assert not view.wrong.isVisible()
    view.save_to(str(tmp_path / "index.csv"))
    books.calm()
    rows = list(csv.reader((tmp_path / "index.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert rows[1][0] == "I2026-000001"
    owner = replace(books.actor, roles=frozenset({Role.OWNER}))
    assert len(books.office.outside_lists.out(owner)) == 1


@pytest.mark.parametrize("typed", ["abc", "2035-01-01", "2026-11-31"])
def test_no_index_is_saved_of_other_days_than_are_typed(
    books: FrontDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    issued(books)
    view = billing(books, "invoices").invoices
    asked: list[object] = []
    monkeypatch.setattr(invoices_view, "choose_new_file", lambda *_said: asked.append(1))
    view.days.last.setText(typed)
    view.days.last.editingFinished.emit()
    books.calm()
    assert view.wrong.isVisible()
    books.click(view.index_button)
    view.save_to(str(tmp_path / "index.csv"))
    books.calm()
    assert asked == []
    assert not (tmp_path / "index.csv").exists()
    view.days.last.setText("")
    books.click(view.index_button)
    assert asked == [1]


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        ("", "", ("2026-01-01", TODAY)),
        ("", "2025-12-31", ("1990-01-01", "2025-12-31")),
        ("2027-01-05", "", ("2027-01-05", "2027-01-05")),
        ("2026-11-01", "", ("2026-11-01", TODAY)),
        ("2025-04-01", "2026-03-31", ("2025-04-01", "2026-03-31")),
    ],
)
def test_the_index_is_of_the_days_that_the_list_shows(
    books: FrontDesk, first: str, last: str, days: tuple[str, str]
) -> None:
    """With a last day alone its first day was this year's: an empty index was saved, and nothing said so."""
    view = billing(books, "invoices").invoices
    view.days.first.set_iso(first)
    view.days.last.set_iso(last)
    found = view._index_days()
    assert found is not None
    assert tuple(day.isoformat() for day in found) == days


def test_nothing_is_billed_for_another_closing_day_than_is_typed(books: FrontDesk) -> None:
    view = billing(books, "closing").closing
    view.day.set_iso("2026-11-30")
    view.day.editingFinished.emit()
    view.day.setText("2026-11-31")
    view.day.editingFinished.emit()
    books.calm()
    assert view.wrong.isVisible()
    assert view.wrong.text() == "There is no such day."
    assert view.table.rows() == ()
    assert not view.issue_button.isEnabled()
    assert not visible(view, EmptyState), "it does not say that nothing is to be billed"
    view.print_again()
    books.calm()
    assert view.wrong.isVisible()
    assert not visible(view, EmptyState)
    view.day.set_iso("2026-11-30")
    view.day.editingFinished.emit()
    books.calm()
    assert not view.wrong.isVisible()


def test_the_form_of_the_terms_says_what_becomes_of_work_between_two_closing_days(books: FrontDesk) -> None:
    page = billing(books, "to_bill")
    books.click(page.to_bill.terms_button)
    form = books.dialog()
    assert isinstance(form, TermsForm)
    assert not form.between.isVisible()
    form.usual.setChecked(False)
    choose_number(form.closing, 31)
    assert form.between.isVisible()
    assert "by the next one, 30 Nov 2026, and not billed yet is on its invoice" in form.between.text()
    assert "(1 Nov 2026 to 30 Nov 2026)" in form.between.text()
    books.click(form.primary)
    books.wait(lambda: not form.isVisible())
    assert "not billed by 30 Nov 2026 is on the next collective" in texts_in(books.window)
    books.click(page.to_bill.terms_button)
    again = books.dialog()
    assert isinstance(again, TermsForm)
    assert not again.between.isVisible()
    choose_number(again.closing, 20)
    assert "20 Dec 2026" in again.between.text()


def test_a_closing_day_is_seen_and_issued(books: FrontDesk) -> None:
    page = billing(books, "to_bill")
    books.click(page.to_bill.terms_button)
    form = books.dialog()
    assert isinstance(form, TermsForm)
    assert not form.closing.isEnabled()
    form.usual.setChecked(False)
    choose_number(form.closing, 31)
    choose_number(form.months, 1)
    choose_number(form.day, 20)
    books.click(form.primary)
    books.wait(lambda: not form.isVisible())
    row = books.office.open_items.to_bill(books.actor)[0]
    assert books.office.billing_terms.of_customer(books.actor, row.customer) == PayTerms(31, 1, 20)
    view = billing(books, "closing").closing
    books.wait(lambda: view.day.iso("day") == "2026-11-30")  # the first one with work to bill
    books.calm()
    (seen,) = view.table.rows()
    assert (seen.jobs, len(seen.left_out)) == ((), 1)  # nobody has said what the work costs
    assert f"{seen.left_out[0].number} (a price is missing)" in str(view.table.texts_of(seen))
    assert not view.issue_button.isEnabled()
    owner = replace(books.actor, roles=frozenset({Role.OWNER}))
    job = books.office.jobs.record_for_edit(owner, row.job)
    version = books.office.jobs.detail(owner, row.job).version
    books.office.prices.keep(owner, PriceRecord(None, "Installation", "台", 20_000))
    priced = replace(job, items=tuple(replace(one, yen=one.yen or 1_000) for one in job.items))
    books.office.jobs.change(owner, row.job, version, priced)
    books.calm()
    view.refresh()
    books.calm()
    books.click(view.issue_button)
    question = books.dialog()
    asked = plain_text(question)
    assert seen.name.text in asked
    assert "Closing day 30 Nov 2026" in asked
    assert "pay by 20 Dec 2026" in asked
    assert "30 Nov 2026 is still to come" in asked
    books.click(question.way_back)
    assert len(view.table.rows()) == 1
    view.day.set_iso("2026-10-31")
    view.day.editingFinished.emit()
    books.wait(lambda: view.table.rows() == ())
    assert "On the closing day 30 Nov 2026 there is something to bill" in plain_text(view)
    view.day.set_iso("2026-11-30")
    view.day.editingFinished.emit()
    books.wait(lambda: len(view.table.rows()) == 1)
    assert "Work waits" not in plain_text(view)
    view.dated.set_iso("2026-11-30")
    books.click(view.issue_button)
    books.wait(lambda: "not dated later than today" in view._told.text())
    assert QApplication.activeModalWidget() is None, "nobody is asked what cannot be"
    view.dated.set_iso("2026-11-24")
    books.click(view.issue_button)
    assert "Dated 24 Nov 2026" in plain_text(books.dialog())
    books.click(books.dialog().primary)
    books.wait(lambda: "1 invoice was issued." in view._told.text())
    assert view.table.rows() == ()
    (made,) = books.office.open_items.open(books.actor)
    assert made.issued_on == "2026-11-24"


def closing_without_a_price(desk: FrontDesk) -> ClosingView:
    """The closing day's list, whose one job lacks its price."""
    (row,) = desk.office.open_items.to_bill(desk.actor)
    desk.office.billing_terms.change_customer(desk.actor, row.customer, None, PayTerms(31, 1, 20))
    view = billing(desk, "closing").closing
    desk.wait(lambda: len(view.table.rows()) == 1)
    view.dated.set_iso("2026-11-23")
    return view


def test_it_is_said_where_what_parts_two_jobs_can_be_made_equal(books: FrontDesk) -> None:
    view = closing_without_a_price(books)
    assert not view.hint.isVisible(), "to enter a price needs no explanation"
    (seen,) = view.table.rows()
    for reason, said in (
        (ApartReason.OTHER_TAX, "its accepted estimate says"),
        (ApartReason.OTHER_RATE, "the day on which the work was done"),
    ):
        parted = replace(seen.left_out[0], reason=reason)
        view.show_rows((replace(seen, left_out=(parted,)),))
        view.table.select_first()
        assert said in view.hint.text()
        assert view.hint.isVisible()


def test_a_job_billed_apart_gets_its_price_from_the_closing_days_list(books: FrontDesk) -> None:
    view = closing_without_a_price(books)
    books.click(view.apart_button)
    books.wait(lambda: isinstance(books.dialog(), InvoiceForm))
    form = books.dialog()
    for row in form.rows.rows:
        row.yen.clear()
        type_in(row.yen, "8,000")
    books.calm()
    agree(books, form)
    while (dialog := QApplication.activeModalWidget()) is not None:
        dialog.reject()
        books.calm()
    assert books.page is view.window().page
    assert view.isVisible(), "the list is where it was"
    books.wait(lambda: view.table.rows() == ())
    assert (view.day.iso("day"), view.dated.iso("day")) == ("2026-11-30", "2026-11-23")


def test_who_books_jobs_enters_the_price_so_that_it_is_billed_with_the_others(
    template: RealOffice, tmp_path: Path, qtbot: QtBot
) -> None:
    with open_desk(template, tmp_path / "office", qtbot, Role.OWNER) as desk:
        priced(desk, None)
        desk.office.jobs.set_state(desk.actor, job_of(desk), JobState.DONE)
        view = closing_without_a_price(desk)
        desk.click(view.apart_button)
        desk.wait(lambda: isinstance(desk.dialog(), JobForm))
        form = desk.dialog()
        assert form.edits["amount_to_collect"].hasFocus(), "it is opened for its price"
        assert "A price is missing" in texts_in(form)
        desk.calm()
        price = form.edits["amount_to_collect"]
        assert not price.visibleRegion().isEmpty(), "what is asked for is in sight"
        type_in(form.edits["amount_to_collect"], "33,000")
        desk.click(form.primary)
        desk.wait(lambda: not form.isVisible())
        desk.wait(view.issue_button.isEnabled)
        (seen,) = view.table.rows()
        assert (len(seen.jobs), seen.left_out, seen.gross) == (1, (), 33_000)
        assert view.isVisible()
        assert not view.apart_button.isEnabled()


def test_who_cancels_a_new_invoice_is_back_at_the_list_that_it_was_begun_from(books: FrontDesk) -> None:
    page = billing(books, "to_bill")
    books.wait(lambda: page.to_bill.table.select_first() or page.to_bill.bill_button.isEnabled())
    books.click(page.to_bill.bill_button)
    books.wait(lambda: isinstance(books.dialog(), InvoiceForm))
    books.dialog().reject()
    books.calm()
    assert QApplication.activeModalWidget() is None
    assert page.to_bill.isVisible()


def test_why_nothing_can_be_issued_is_said_and_a_double_click_opens_what_is_missing(
    template: RealOffice, tmp_path: Path, qtbot: QtBot
) -> None:
    with open_desk(template, tmp_path / "office", qtbot, Role.OWNER) as desk:
        priced(desk, None)
        desk.office.jobs.set_state(desk.actor, job_of(desk), JobState.DONE)
        view = closing_without_a_price(desk)
        assert not view.issue_button.isEnabled()
        assert "a price is missing" in view.issue_button.toolTip()
        assert "a price is missing" in texts_in(view)
        view.table.select_first()
        view.table.activated_row.emit(view.table.current())
        desk.wait(lambda: isinstance(desk.dialog(), JobForm))
        desk.dialog().reject()


def test_the_question_says_what_is_left_out_and_why(
    template: RealOffice, tmp_path: Path, qtbot: QtBot
) -> None:
    with open_desk(template, tmp_path / "office", qtbot, Role.OWNER) as desk:
        record = priced(desk, 33_000)
        desk.office.jobs.set_state(desk.actor, job_of(desk), JobState.DONE)
        second = desk.office.jobs.add(desk.actor, replace(record, amount_to_collect=None))
        desk.office.jobs.set_state(desk.actor, second, JobState.DONE)
        desk.office.billing_terms.change_customer(
            desk.actor, record.parties[Party.REQUESTER], None, PayTerms(31, 1, 20)
        )
        view = billing(desk, "closing").closing
        desk.wait(lambda: len(view.table.rows()) == 1 and view.issue_button.isEnabled())
        desk.click(view.issue_button)
        question = desk.dialog()
        desk.calm()
        assert "1 job" in texts_in(question)
        assert "not in them: a price is missing" in texts_in(question).replace("is not", "not")
        question.reject()


def test_what_the_office_bills_by_is_kept(template: RealOffice, tmp_path: Path, qtbot: QtBot) -> None:
    with open_desk(template, tmp_path / "office", qtbot, Role.OWNER) as desk:
        desk.go("billing", facts="yes")
        form = desk.dialog()
        assert isinstance(form, BillingFactsForm)
        choose(form.rounding, "up")
        type_in(form.bank, "名古屋銀行")
        type_in(form.number, "12")
        desk.click(form.primary)
        assert "bank account" in form.form.fields["number"].error.text()
        form.number.setText("１２３４５６７")
        desk.click(form.primary)
        assert form.form.fields["branch"].error.text()
        type_in(form.branch, "栄支店")
        type_in(form.holder, "シケンクウチョウ")
        desk.key(form, Qt.Key.Key_S, CTRL)
        desk.wait(lambda: not form.isVisible())
        facts = desk.office.billing_terms.office(desk.actor)
        assert (facts.rounding.value, facts.account.number, facts.account.kind) == ("up", "1234567", "普通")


def free_form(desk: FrontDesk) -> InvoiceForm:
    desk.wait(lambda: isinstance(desk.dialog(), InvoiceForm))
    form = desk.dialog()
    assert isinstance(form, InvoiceForm)
    return form


def test_parts_are_sold_over_the_counter_from_the_customers_window(books: FrontDesk) -> None:
    books.go("customers", customer=sample_customer(books))
    panel = books.page.panel
    panel.show_invoices()
    dialog = books.dialog()
    assert isinstance(dialog, CustomerInvoices)
    books.wait(lambda: "No invoice yet" in plain_text(dialog))
    books.click(dialog.free_button)
    form = free_form(books)
    assert "for no job" in plain_text(form)
    type_in(form.rows.rows[0].label, "交換用フィルター")
    form.rows.rows[0].yen.clear()
    type_in(form.rows.rows[0].yen, "2500")
    agree(books, form)
    books.wait(lambda: isinstance(books.dialog(), PaperPreview))
    books.dialog().reject()
    books.calm()
    assert "Invoice  I2026-000001" in plain_text(dialog)
    assert "Without a job" in plain_text(dialog)
    books.press(dialog, "It was sent Invoice  I2026-000001")
    books.calm()
    (row,) = books.office.invoices.of_customer(books.actor, sample_customer(books))
    assert (row.state, row.jobs) == (InvoiceState.SENT, ())


def test_a_draft_without_a_job_comes_back_after_a_lock(books: FrontDesk) -> None:
    made = books.office.invoices.draft_free(books.actor, sample_customer(books))
    books.go("billing", invoice=made)
    form = free_form(books)
    type_in(form.rows.rows[0].label, "年間保守契約")
    books.window.drafts.keep_all()
    (left,) = books.window.drafts.left_open()
    assert (left.page, left.arguments) == ("billing", {"invoice": made})


def test_an_invoice_without_a_job_begins_on_the_page_of_billing(books: FrontDesk) -> None:
    page = billing(books, "invoices")
    books.click(page.invoices.free_button)
    finder = books.dialog()
    assert isinstance(finder, CustomerFinder)
    finder.accept()
    customer = sample_customer(books)
    (row,) = books.office.customers.rows_of(books.actor, (customer,))
    finder.chosen.emit(row)
    form = free_form(books)
    assert form._detail.row.customer == customer
    form.reject()
    books.wait(lambda: books.office.invoices.of_customer(books.actor, customer) == ())


def test_one_without_a_job_opens_its_customers_invoices_from_the_lists(books: FrontDesk) -> None:
    customer = sample_customer(books)
    invoices, actor = books.office.invoices, books.actor
    made = invoices.draft_free(actor, customer)
    detail = invoices.detail(actor, made)
    lines = (replace(detail.record.lines[0], label="交換用フィルター", yen=2_500),)
    invoices.issue(actor, made, detail.row.version, english, replace(detail.record, lines=lines))
    for tab in ("invoices", "open_items"):
        page = billing(books, tab)
        books.click(getattr(page, tab).job_button)
        books.wait(lambda: isinstance(books.dialog(), CustomerInvoices))
        books.dialog().reject()
        books.calm()


def sample_customer(desk: FrontDesk) -> str:
    """The customer of the job."""
    return desk.office.jobs.detail(desk.actor, job_of(desk)).parties[0].customer


def test_what_was_noted_as_sent_by_mistake_is_taken_back(books: FrontDesk) -> None:
    made = issued(books)
    dialog = tab_of(books)
    books.press(dialog, "It was sent Invoice  I2026-000001")
    books.wait(lambda: "Not sent after all" in texts_of_buttons(dialog))
    books.press(dialog, "Not sent after all Invoice  I2026-000001")
    books.wait(lambda: "It was sent" in texts_of_buttons(dialog))
    assert books.office.invoices.detail(books.actor, made).row.state is InvoiceState.ISSUED


def texts_of_buttons(dialog: QWidget) -> set[str]:
    return {one.text() for one in dialog.findChildren(QPushButton) if one.isVisible()}


@pytest.mark.parametrize("way", ["shown", "just issued"])
def test_an_issued_invoice_is_saved_as_a_file(books: FrontDesk, tmp_path: Path, way: str) -> None:
    if way == "shown":
        made = issued(books)
        books.press(tab_of(books), "Show Invoice  I2026-000001")
    else:
        dialog = tab_of(books)
        books.click(dialog.invoices.draft_button)
        form = free_form(books)
        form.rows.rows[0].yen.clear()
        type_in(form.rows.rows[0].yen, "16500")
        agree(books, form)
        made = books.office.invoices.of_job(books.actor, job_of(books))[0].invoice
    books.wait(lambda: isinstance(books.dialog(), PreviewDialog))
    preview = books.dialog()
    books.press(preview, "Save as PDF…")
    chooser = next(one for one in preview.findChildren(QFileDialog) if one.isVisible())
    file = tmp_path / "invoice.pdf"
    chooser.fileSelected.emit(str(file))
    books.wait(file.exists)
    (document,) = books.office.invoices.detail(books.actor, made).documents
    assert file.read_bytes() == books.office.invoices.document(books.actor, document, english)
    books.calm()
    assert "“invoice.pdf” stays saved, whether this is printed or not." in texts_in(preview)
    books.go("today")
    card = books.page.lists_outside
    books.wait(lambda: [one.kind for one in card.shown] == [ListKind.INVOICE])
    assert not card.isHidden()
    assert "I2026-000001" in texts_in(card), "which invoice it is"
    note = card.rows.rows[0].line.note
    assert "“invoice.pdf”" in note, "which file is to be deleted"
    assert str(tmp_path) in note
    card.confirm(card.shown[0])
    asked = books.dialog()
    assert isinstance(asked, ListDestroyedDialog)
    assert "“invoice.pdf”" in texts_in(asked)
    assert str(tmp_path) in texts_in(asked)
    asked.confirm()
    books.wait(card.isHidden)
    assert books.office.outside_lists.out(books.actor) == ()


def test_a_saved_file_is_on_the_home_page_at_once(books: FrontDesk, tmp_path: Path) -> None:
    """Also where that page is in front, as with a job that was opened from there."""
    made = issued(books)
    (document,) = books.office.invoices.detail(books.actor, made).documents
    books.go("today")
    card = books.page.lists_outside
    books.calm()
    assert card.isHidden()
    filed, actor = books.office.filed_invoices, books.actor
    first, second = tmp_path / "one.pdf", tmp_path / "two.pdf"
    for path in (first, second):
        save_copy(books.page.ctx, lambda: filed.save_copy(actor, document, english), str(path))
    books.wait(lambda: {Path(one.place) for one in card.shown} == {first, second})
    assert card.isVisible()
    said = " ".join(texts_in(notice) for notice in books.window.findChildren(Notice))
    assert str(tmp_path) in said.replace(WORD_JOINER, "")


def test_a_file_that_cannot_be_written_is_not_reminded_of(books: FrontDesk, tmp_path: Path) -> None:
    made = issued(books)
    (document,) = books.office.invoices.detail(books.actor, made).documents
    billing(books, "invoices")
    filed, actor = books.office.filed_invoices, books.actor
    path = str(tmp_path / "no folder" / "invoice.pdf")
    save_copy(books.page._context, lambda: filed.save_copy(actor, document, english), path)
    books.calm()
    owner = replace(books.actor, roles=frozenset({Role.OWNER}))
    assert books.office.outside_lists.out(owner) == ()


def test_the_part_of_a_line_that_is_wrong_is_marked(books: FrontDesk) -> None:
    made = books.office.invoices.draft_free(books.actor, sample_customer(books))
    books.go("billing", invoice=made)
    form = free_form(books)
    (row,) = form.rows.rows

    def marked() -> list[QLineEdit]:
        return [one for one in row.edits if one.property("invalid") == "true"]

    row.yen.clear()
    type_in(row.yen, "2500")
    books.click(form.primary)
    books.calm()
    assert "marked field" in form.form.fields["lines"].error.text()
    assert marked() == [row.label]
    assert form.focusWidget() is row.label
    type_in(row.label, "交換用フィルター")
    assert (marked(), form.form.fields["lines"].error.text()) == ([], "")
    row.quantity.setText("一")
    books.click(form.primary)
    books.calm()
    assert marked() == [row.quantity]
    row.quantity.setText("1")
    row.yen.clear()
    type_in(row.yen, "0")
    form.save_and_issue()
    books.wait(lambda: bool(form.form.fields["lines"].error.text()))
    assert marked() == [row.yen], "the sum is the prices' matter"


def test_a_day_of_issue_that_cannot_be_is_said_at_its_field(books: FrontDesk) -> None:
    issued(books)
    made = books.office.invoices.draft_free(books.actor, sample_customer(books))
    books.go("billing", invoice=made)
    form = free_form(books)
    type_in(form.rows.rows[0].label, "交換用フィルター")
    form.rows.rows[0].yen.clear()
    type_in(form.rows.rows[0].yen, "2500")
    for day in form.days:
        form.days[day].set_iso("" if day == "due_on" else "2026-11-23")
    form.save_and_issue()
    books.wait(lambda: "I2026-000001 is dated" in form.form.fields["issue_on"].error.text())
    assert "2026-11-24" not in form.form.fields["issue_on"].error.text(), "days are written as everywhere"
    form.days["issue_on"].set_iso("2026-11-24")
    assert not form.form.fields["issue_on"].error.text()
    agree(books, form)
    books.wait(lambda: isinstance(books.dialog(), PaperPreview))
    assert books.office.invoices.detail(books.actor, made).row.issued_on == "2026-11-24"


def test_what_was_billed_elsewhere_is_issued_only_once_somebody_says_that_it_is_another(
    books: FrontDesk,
) -> None:
    owner = replace(books.actor, roles=frozenset({Role.OWNER}))
    books.office.jobs.record_event(
        owner, job_of(books), JobEvent(EventKind.INVOICE, "2026-11-24", "INV-7", 16_500)
    )
    priced(books, 16_500)
    dialog = tab_of(books)
    books.click(dialog.invoices.draft_button)
    books.wait(lambda: isinstance(books.dialog(), InvoiceForm))
    form = books.dialog()
    assert isinstance(form, InvoiceForm)
    assert "INV-7" in plain_text(form)
    books.click(form.issue_button)
    books.calm()
    assert books.dialog() is form
    assert "INV-7" in form.form.fields["another"].error.text()
    form.another.click()
    agree(books, form)
    rows = books.office.invoices.of_job(books.actor, job_of(books))
    assert [row.state for row in rows] == [InvoiceState.ISSUED]


def test_a_job_that_is_billed_in_full_is_offered_no_second_invoice(books: FrontDesk) -> None:
    made = issued(books)
    tab = tab_of(books).invoices
    why = "Invoice I2026-000001 asks for the whole of this job."
    assert why in plain_text(tab)
    for offered in (tab.draft_button, tab.share_button):
        assert not offered.isEnabled()
        assert why in offered.toolTip()
        assert offered.accessibleDescription() == offered.toolTip()
    books.office.invoices.reissue(books.actor, made)
    tab.read()
    books.wait(tab.draft_button.isEnabled)
    assert not tab.draft_button.toolTip()
    books.click(tab.draft_button)
    assert "takes the place of invoice I2026-000001" in plain_text(free_form(books)), (
        "a draft is still opened"
    )
    books.dialog().reject()
    books.office.invoices.void(books.actor, made)
    tab.read()
    books.wait(lambda: "asks for the whole of this job" not in plain_text(tab))
    assert tab.draft_button.isEnabled()
    assert tab.share_button.isEnabled()


def offered(desk: FrontDesk) -> dict[str, QAction]:
    """What the customer's menu "More" offers, by name."""
    desk.click(desk.page.panel.more_button)
    menu = desk.page.panel.findChildren(QMenu)[-1]
    return {action.text(): action for action in menu.actions()}


def test_the_page_of_who_pays_in_cash_says_so(books: FrontDesk) -> None:
    who, people = sample_customer(books), books.office.customers
    actor = replace(books.actor, roles=frozenset({Role.OWNER}))
    version = people.detail(actor, who).version
    people.change(actor, who, version, {"payment_method": PaymentMethod.CASH})
    books.go("customers", customer=who)
    books.wait(lambda: "cash, paid once the work is done" in texts_in(books.page.panel.contact.terms))


def test_the_payment_terms_are_reached_from_the_customers_window_and_their_invoices(books: FrontDesk) -> None:
    who = sample_customer(books)
    books.go("customers", customer=who)
    terms = books.page.panel.contact.terms
    books.wait(lambda: "our usual ones (each job by itself, paid in the next month" in texts_in(terms))
    offered(books)["Payment terms…"].trigger()
    books.wait(lambda: isinstance(books.dialog(), TermsForm))
    form = books.dialog()
    assert isinstance(form, TermsForm)
    form.usual.setChecked(False)
    choose_number(form.closing, 20)
    books.click(form.primary)
    books.wait(lambda: not form.isVisible())
    assert books.office.billing_terms.of_customer(books.actor, who) == PayTerms(20, 1, 31)
    notice = next(one for one in books.window.findChildren(Notice) if one.isVisible())
    assert "aved" in notice.accessibleName()
    said = "closed: day 20; paid in the next month, end of the month"
    books.wait(lambda: said in texts_in(terms))
    assert "our usual ones" not in texts_in(terms)
    books.click(notice.findChildren(QPushButton)[0])
    books.wait(lambda: "our usual ones" in texts_in(terms))
    assert books.office.billing_terms.of_customer(books.actor, who) is None
    books.page.panel.show_invoices()
    dialog = books.dialog()
    assert isinstance(dialog, CustomerInvoices)
    books.click(dialog.terms_button)
    books.wait(lambda: isinstance(books.dialog(), TermsForm))
    assert books.page.panel.detail.name.text in books.dialog().windowTitle()


def test_payment_terms_saved_at_another_pc_meanwhile_are_not_overwritten(books: FrontDesk) -> None:
    who, terms = sample_customer(books), books.office.billing_terms
    open_terms(books.window, books.window.context, who, "")
    books.wait(lambda: isinstance(books.dialog(), TermsForm))
    form = books.dialog()
    form.usual.setChecked(False)
    choose_number(form.closing, 20)
    terms.change_customer(books.actor, who, None, PayTerms(15, 1, 10))
    books.click(form.primary)
    books.wait(lambda: "This record was changed after you opened it" in texts_in(form))
    assert form.isVisible()
    assert terms.of_customer(books.actor, who) == PayTerms(15, 1, 10)


def test_who_makes_no_invoices_is_not_offered_the_payment_terms(
    template: RealOffice, tmp_path: Path, qtbot: QtBot
) -> None:
    with open_desk(template, tmp_path / "office", qtbot, Role.DESK) as desk:
        desk.go("customers", customer=sample_customer(desk))
        assert "Invoices…" in offered(desk)
        assert "Payment terms…" not in offered(desk)
        assert desk.page.panel.contact.terms.isHidden()


def test_who_makes_no_invoices_is_told_who_does(template: RealOffice, tmp_path: Path, qtbot: QtBot) -> None:
    with open_desk(template, tmp_path / "office", qtbot, Role.DESK) as desk:
        dialog = tab_of(desk)
        desk.wait(lambda: "No invoice yet. Accounting makes the invoices." in plain_text(dialog))
