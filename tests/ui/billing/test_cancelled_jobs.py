"""The money of a cancelled job: told before it is cancelled, and where somebody says what becomes of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from hvacdesk.domain.billing.invoices import BankAccount, InvoiceKind
from hvacdesk.domain.billing.payments import PaymentRecord, PaymentWay
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.wording import english
from hvacdesk.ui.billing.answer_form import DeclinedForm
from hvacdesk.ui.billing.held_deposit_form import HeldDepositForm, open_held_deposit
from hvacdesk.ui.billing.issue_preview import IssuePreview
from hvacdesk.ui.jobs.cancel_question import CancelQuestion
from hvacdesk.ui.jobs.detail import JobDialog
from hvacdesk.ui.pages.billing import BillingPage
from hvacdesk.ui.printing.paper_preview import PaperPreview
from hvacdesk.ui.wording.advances import read_advances
from tests.helpers.booked import book_another
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import FrontDesk, open_desk, type_in
from tests.helpers.real_office import RealOffice


@pytest.fixture(params=[Role.OWNER, Role.DESK])
def desk(
    request: pytest.FixtureRequest, template: RealOffice, tmp_path: Path, qtbot: QtBot
) -> Iterator[FrontDesk]:
    """The window of who cancels jobs."""
    with open_desk(template, tmp_path / "office", qtbot, request.param) as opened:
        yield opened


def owner(desk: FrontDesk):
    return replace(desk.actor, roles=frozenset({Role.OWNER}))


def job_of(desk: FrontDesk) -> str:
    return desk.office.jobs.day(owner(desk), desk.office.today())[1].job


def asked(desk: FrontDesk, kind: InvoiceKind, yen: int, *payments: int, too_much: int = 0) -> str:
    """An invoice in advance of so many yen with 10 % tax, and payments of it; its number."""
    invoices, actor = desk.office.invoices, owner(desk)
    made = invoices.draft(actor, job_of(desk), kind, english)
    detail = invoices.detail(actor, made)
    record = replace(detail.record, lines=(replace(detail.record.lines[0], quantity=1.0, yen=yen),))
    issued = invoices.issue(actor, made, detail.row.version, english, replace(record, with_tax=False))
    row = invoices.detail(actor, issued.invoice).row
    for part in payments:
        money = PaymentRecord(
            desk.office.today().isoformat(),
            part + too_much,
            PaymentWay.BANK,
            allocations=((row.invoice, part),),
        )
        book_another(desk.office.payments, actor, row.customer, money)
    desk.calm()
    return issued.number


def question(desk: FrontDesk) -> CancelQuestion:
    desk.go("schedule", job=job_of(desk))
    dialog = desk.dialog()
    assert isinstance(dialog, JobDialog)
    desk.click(dialog.steps[JobState.CANCELLED])
    desk.wait(lambda: isinstance(desk.dialog(), CancelQuestion))
    found = desk.dialog()
    assert isinstance(found, CancelQuestion)
    return found


def test_the_question_names_the_deposit_and_says_where_it_is_seen_to(desk: FrontDesk) -> None:
    first = asked(desk, InvoiceKind.DEPOSIT, 900, 330, 330)
    part = asked(desk, InvoiceKind.PART, 200, 220)
    said = texts_in(question(desk))
    assert f"Deposit: ¥660 received ({first})." in said
    assert f"¥330 of the deposit invoice are not paid ({first})." in said
    assert f"Part invoices ({part}) stay as they are: ¥220 asked for, ¥220 received." in said
    bills = Role.OWNER in desk.actor.roles
    assert ("Once it is cancelled, go to “Billing”, “Open”" in said) == bills
    assert ("Tell accounting or the person responsible" in said) != bills
    desk.click(desk.dialog().primary)
    desk.wait(lambda: desk.office.jobs.detail(owner(desk), job_of(desk)).row.state is JobState.CANCELLED)


def test_without_money_the_question_is_as_short_as_it_was(desk: FrontDesk) -> None:
    said = texts_in(question(desk))
    assert "A cancelled job cannot be taken up again" in said
    assert "deposit" not in said


@pytest.mark.parametrize("desk", [Role.OWNER], indirect=True)
def test_the_form_tells_each_deposit_each_payment_and_the_whole(desk: FrontDesk) -> None:
    first = asked(desk, InvoiceKind.DEPOSIT, 300, 110, 220)
    second = asked(desk, InvoiceKind.DEPOSIT, 600, 660, too_much=40)
    third = asked(desk, InvoiceKind.DEPOSIT, 100)
    part = asked(desk, InvoiceKind.PART, 200, 220)
    desk.office.jobs.set_state(owner(desk), job_of(desk), JobState.CANCELLED)
    (held,) = desk.office.cancelled_deposits.held(owner(desk))
    open_held_deposit(desk.window.context, held)
    form = desk.dialog()
    assert isinstance(form, HeldDepositForm)
    about = form.about.text()
    assert f"{first}: ¥330 asked for, ¥330 received" in about
    assert about.count("Received ") == 3
    assert f"{second}: ¥660 asked for, ¥660 received" in about
    assert f"{third}: ¥110 asked for, ¥0 received" in about
    said = texts_in(form)
    assert "Deposit in all: ¥990 received" in said
    assert f"Part invoice {part} is not among it: ¥220 asked for, ¥220 received." in said
    assert "Beside that the customer paid ¥40 too much." in said
    assert "Credit note: ¥1,100 (of it ¥110 were never paid" in form.told.text()
    assert "Goes back: ¥990" in form.told.text()


@pytest.mark.parametrize("desk", [Role.OWNER], indirect=True)
def test_who_ends_the_job_with_a_declined_estimate_is_told_as_well(desk: FrontDesk) -> None:
    estimates, actor, job = desk.office.estimates, owner(desk), job_of(desk)
    draft = estimates.draft(actor, job, english)
    row = estimates.of_job(actor, job)[0]
    first = asked(desk, InvoiceKind.DEPOSIT, 300, 330)
    desk.go("schedule", job=job)
    dialog = desk.dialog()
    assert isinstance(dialog, JobDialog)
    assert row.estimate == draft
    dialog.estimates.decline(row)
    desk.wait(lambda: isinstance(desk.dialog(), DeclinedForm))
    form = desk.dialog()
    assert isinstance(form, DeclinedForm)
    said = f"Deposit: ¥330 received ({first})."
    assert said not in shown_in(form)
    form.cancel.setChecked(True)
    assert said in shown_in(form)


def shown_in(form: QWidget) -> str:
    return "\n".join(one.text() for one in form.findChildren(QLabel) if one.isVisible())


@pytest.mark.parametrize("desk", [Role.OWNER], indirect=True)
def test_the_form_tells_what_a_credit_note_has_taken_back_of_a_paid_deposit(desk: FrontDesk) -> None:
    first = asked(desk, InvoiceKind.DEPOSIT, 900, 330, 330, 330)
    invoices, actor = desk.office.invoices, owner(desk)
    (row,) = [one for one in invoices.of_job(actor, job_of(desk)) if one.number == first]
    note = invoices.credit(actor, row.invoice, english)
    detail = invoices.detail(actor, note)
    record = replace(detail.record, lines=(replace(detail.record.lines[0], yen=-600),))
    invoices.issue(actor, note, detail.row.version, english, record)
    desk.office.jobs.set_state(actor, job_of(desk), JobState.CANCELLED)
    (held,) = desk.office.cancelled_deposits.held(actor)
    open_held_deposit(desk.window.context, held)
    form = desk.dialog()
    assert isinstance(form, HeldDepositForm)
    assert f"{first}: ¥990 asked for, ¥990 received" in form.about.text()
    assert "A credit note took ¥660 of it back already." in form.about.text()
    assert "Deposit in all: ¥990 received; of it to be decided on here: ¥330" in texts_in(form)
    assert "Credit note: ¥330　Kept: ¥0　Goes back: ¥330" in form.told.text()


@pytest.mark.parametrize("desk", [Role.OWNER], indirect=True)
def test_a_deposit_that_nobody_paid_is_not_worded_as_one_to_be_paid_back(desk: FrontDesk) -> None:
    asked(desk, InvoiceKind.DEPOSIT, 300)
    desk.office.jobs.set_state(owner(desk), job_of(desk), JobState.CANCELLED)
    (held,) = desk.office.cancelled_deposits.held(owner(desk))
    desk.go("billing", tab="open_items")
    page = desk.page
    assert isinstance(page, BillingPage)
    desk.calm()
    said = shown_in(page)
    assert "Nothing came in for the deposit invoice of 1 cancelled job" in said
    assert "received" not in page.open_items._deposits.text()
    open_held_deposit(desk.window.context, held)
    form = desk.dialog()
    assert isinstance(form, HeldDepositForm)
    said = shown_in(form)
    assert "No deposit was received, so none is to be paid back." in said
    assert "Paid back" not in said
    assert form.what.currentText() == "The invoice is taken back, nothing more"
    assert "Goes back" not in form.told.text()


@pytest.mark.parametrize("desk", [Role.OWNER], indirect=True)
def test_the_banks_fee_is_told_apart_from_what_came_in(desk: FrontDesk) -> None:
    first = asked(desk, InvoiceKind.DEPOSIT, 900)
    invoices, actor = desk.office.invoices, owner(desk)
    (row,) = [one for one in invoices.of_job(actor, job_of(desk)) if one.number == first]
    today = desk.office.today().isoformat()
    money = PaymentRecord(today, 550, PaymentWay.BANK, fee=440, allocations=((row.invoice, 990),))
    desk.office.payments.book(actor, row.customer, money)
    told = "¥990 paid (¥550 received, and ¥440 of bank's fees that the office bears)"
    assert f"Deposit: {told} ({first})." in texts_in(question(desk))
    desk.click(desk.dialog().primary)
    desk.wait(lambda: desk.office.jobs.detail(actor, job_of(desk)).row.state is JobState.CANCELLED)
    desk.calm()
    (held,) = desk.office.cancelled_deposits.held(actor)
    desk.go("billing", tab="open_items")
    desk.calm()
    assert f"{held.number}: {told}" in shown_in(desk.page)
    open_held_deposit(desk.window.context, held)
    form = desk.dialog()
    assert isinstance(form, HeldDepositForm)
    assert f"{first}: ¥990 asked for, {told}" in form.about.text()
    assert f"Deposit in all: {told}" in texts_in(form)


@pytest.mark.parametrize("desk", [Role.OWNER], indirect=True)
def test_the_name_of_the_fee_follows_its_tax(desk: FrontDesk) -> None:
    asked(desk, InvoiceKind.DEPOSIT, 300, 330)
    desk.office.jobs.set_state(owner(desk), job_of(desk), JobState.CANCELLED)
    (held,) = desk.office.cancelled_deposits.held(owner(desk))
    open_held_deposit(desk.window.context, held)
    form = desk.dialog()
    assert isinstance(form, HeldDepositForm)
    assert form.form.fields["fee"].plain_name == "Cancellation fee, not taxed"
    form.tax.setCurrentIndex(1)
    assert form.form.fields["fee"].plain_name == "Cancellation fee, tax included"


@pytest.mark.parametrize("desk", [Role.OWNER], indirect=True)
@pytest.mark.parametrize("way", [PaymentWay.CASH, PaymentWay.BANK])
def test_a_deposit_goes_back_as_it_came(desk: FrontDesk, way: PaymentWay) -> None:
    first = asked(desk, InvoiceKind.DEPOSIT, 300)
    actor = owner(desk)
    (row,) = [one for one in desk.office.invoices.of_job(actor, job_of(desk)) if one.number == first]
    money = PaymentRecord(desk.office.today().isoformat(), 330, way, allocations=((row.invoice, 330),))
    desk.office.payments.book(actor, row.customer, money)
    desk.office.jobs.set_state(actor, job_of(desk), JobState.CANCELLED)
    (held,) = desk.office.cancelled_deposits.held(actor)
    open_held_deposit(desk.window.context, held)
    form = desk.dialog()
    assert isinstance(form, HeldDepositForm)
    assert form.way.currentData() == way.value


@pytest.mark.parametrize("desk", [Role.OWNER], indirect=True)
def test_pages_that_would_be_others_by_now_are_looked_at_again(desk: FrontDesk) -> None:
    asked(desk, InvoiceKind.DEPOSIT, 300)
    actor = owner(desk)
    desk.office.jobs.set_state(actor, job_of(desk), JobState.CANCELLED)
    (held,) = desk.office.cancelled_deposits.held(actor)
    open_held_deposit(desk.window.context, held)
    form = desk.dialog()
    assert isinstance(form, HeldDepositForm)
    form.what.setCurrentIndex(form.what.findData("keep"))
    type_in(form.fee, "5000")
    desk.click(form.primary)
    desk.wait(lambda: isinstance(desk.dialog(), IssuePreview))
    before = desk.office.billing_terms.office(actor)
    account = BankAccount("別銀行", "本店", "普通", "7654321", "シケン")
    desk.office.billing_terms.change_office(actor, replace(before, account=account), before)
    desk.click(desk.dialog().primary)
    desk.wait(lambda: desk.dialog() is form and "changed after you opened it" in texts_in(form))
    assert desk.office.cancelled_deposits.held(actor) == (held,)
    assert form.fee.text() == "5000"
    desk.click(form.primary)
    desk.wait(lambda: isinstance(desk.dialog(), IssuePreview))
    desk.click(desk.dialog().primary)
    desk.wait(lambda: isinstance(desk.dialog(), PaperPreview))
    desk.dialog().reject()
    assert desk.office.cancelled_deposits.held(actor) == ()


def test_money_that_came_while_the_question_was_open_is_asked_about(desk: FrontDesk) -> None:
    """At another PC: the job would be cancelled for good by a question that named none."""
    first = question(desk)
    assert "Deposit" not in texts_in(first)
    number = asked(desk, InvoiceKind.DEPOSIT, 300, 330)
    desk.click(first.primary)
    desk.wait(lambda: isinstance(desk.dialog(), CancelQuestion) and desk.dialog() is not first)
    again = desk.dialog()
    assert isinstance(again, CancelQuestion)
    said = texts_in(again)
    assert "Since you were asked, money was booked" in said
    assert f"Deposit: ¥330 received ({number})." in said
    state = desk.office.jobs.detail(owner(desk), job_of(desk)).row.state
    assert state is not JobState.CANCELLED
    desk.click(again.primary)
    desk.wait(lambda: desk.office.jobs.detail(owner(desk), job_of(desk)).row.state is JobState.CANCELLED)


def test_money_that_came_while_it_was_declined_is_shown_before_the_job_ends(desk: FrontDesk) -> None:
    estimates, actor, job = desk.office.estimates, owner(desk), job_of(desk)
    made = estimates.draft(actor, job, english)
    detail = estimates.detail(actor, made)
    lines = (replace(detail.record.lines[0], yen=10_000, quantity=1.0),)
    estimates.issue(actor, made, detail.row.version, replace(detail.record, lines=lines))
    row = estimates.detail(actor, made).row
    state = desk.office.jobs.detail(actor, job).row.state
    form = DeclinedForm(desk.window.context, row, "", job, state, read_advances(desk.window.context, job))
    form.open()
    form.cancel.setChecked(True)
    assert form._told.isHidden()
    number = asked(desk, InvoiceKind.DEPOSIT, 300, 330)
    form.save()
    desk.calm()
    assert desk.dialog() is form
    assert f"Deposit: ¥330 received ({number})." in texts_in(form)
    assert "Since you were asked, money was booked" in texts_in(form)
    assert desk.office.jobs.detail(actor, job).row.state is state
    form.save()
    desk.calm()
    assert desk.office.jobs.detail(actor, job).row.state is JobState.CANCELLED
