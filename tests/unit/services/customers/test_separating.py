"""What is made while two customers are one goes back with what it hangs on, or the undo is refused."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date

import pytest

from hvacdesk.domain.bank.bank_matching import ConfirmedDeposit
from hvacdesk.domain.billing.accounting_export import AccountingProgram
from hvacdesk.domain.billing.handover import NothingToHandOver
from hvacdesk.domain.billing.invoices import InvoiceState
from hvacdesk.domain.billing.payment_papers import ReminderTone
from hvacdesk.domain.billing.payments import (
    BankLine,
    PaidBackAlready,
    PaymentWay,
)
from hvacdesk.domain.billing.receipts import ReceiptRecord
from hvacdesk.domain.billing.reminding import ReminderOrder
from hvacdesk.domain.calls.call_notes import CallNoteRecord, CallWay
from hvacdesk.domain.customers.contacts import ContactRecord
from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.domain.exchange.taken_imports import ImportKind, StayReason
from hvacdesk.domain.jobs.jobs import JobRecord, Party, WorkKind
from hvacdesk.domain.papers.register import PaperKind
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.bank_imports import BankImports
from hvacdesk.services.billing.handover import BooksHandover
from hvacdesk.services.billing.invoice_index import InvoiceIndexes
from hvacdesk.services.billing.payment_reminders import PaymentReminders
from hvacdesk.services.calls.call_notes import CallNotes
from hvacdesk.services.customers.contacts import Contacts
from hvacdesk.services.exchange.import_history import ImportHistory
from hvacdesk.services.papers.register import Papers
from hvacdesk.services.papers.work_orders import WorkOrders
from hvacdesk.store.models import CustomerMerge, IssuedDocument, Paper
from tests.helpers.billed import GROSS
from tests.helpers.two_merged import Two


class TestMoney:
    def test_what_was_paid_back_goes_with_its_payment(self, two: Two) -> None:
        invoice = two.office.issued(two.office.job(two.other))
        payment = two.pay(two.other, GROSS + 5_000, (invoice.invoice, GROSS))
        merge = two.merge()
        back = two.pay_back(payment, two.kept, 3_000)
        two.undo(merge)
        assert two.rows(two.kept) == ()
        assert {one.payment for one in two.rows(two.other)} == {payment, back}
        with pytest.raises(PaidBackAlready):
            two.take_back(payment, two.other)
        two.take_back(back, two.other)
        assert two.payments.of_customer(two.office.books, two.other).credit == 5_000
        two.take_back(payment, two.other)
        assert two.payments.of_customer(two.office.books, two.other).credit == 0

    def test_no_credit_comes_back_to_a_payment_that_was_taken_back(self, two: Two) -> None:
        """As an office may hold them from before both went back together."""
        payment = two.pay(two.kept, 5_000)
        back = two.pay_back(payment, two.kept, 5_000)
        with two.office.ground.workplace.transaction() as session:
            session.connection().exec_driver_sql(
                "UPDATE payments SET taken_back_on = '2026-11-24' WHERE record_id = ?", (payment,)
            )
        two.take_back(back, two.kept)
        assert two.payments.of_customer(two.office.books, two.kept).credit == 0

    def test_one_that_went_back_to_another_registration_holds_its_payment(self, two: Two) -> None:
        """As an office may hold them from before both went back together."""
        payment = two.pay(two.other, 5_000)
        two.pay_back(payment, two.other, 5_000)
        with two.office.ground.workplace.transaction() as session:
            session.connection().exec_driver_sql("UPDATE payments SET customer_id = 2 WHERE yen < 0")
        with pytest.raises(PaidBackAlready):
            two.take_back(payment, two.other)

    def test_a_payment_booked_since_goes_with_the_invoice_that_it_pays(self, two: Two) -> None:
        invoice = two.office.issued(two.office.job(two.other))
        merge = two.merge()
        payment = two.pay(two.kept, GROSS + 1_000, (invoice.invoice, GROSS))
        alone = two.pay(two.kept, 700)
        wrong = two.pay(two.kept, 500)
        two.take_back(wrong, two.kept)
        two.undo(merge)
        assert [(one.payment, one.credit) for one in two.rows(two.other)] == [(payment, 1_000)]
        assert {one.payment for one in two.rows(two.kept)} == {alone, wrong}

    def test_what_was_booked_for_the_duplicate_since_is_the_duplicates(self, two: Two) -> None:
        """From a form that was opened before the merge: nothing of it is allotted yet."""
        merge = two.merge()
        theirs, mine = two.pay(two.other, 5_000), two.pay(two.kept, 700)
        back = two.pay_back(theirs, two.kept, 1_000)
        undone = two.merging.undo(two.office.ground.desk, merge)
        assert {one.payment: one.credit for one in two.rows(two.other)} == {theirs: 4_000, back: 0}
        assert [one.payment for one in two.rows(two.kept)] == [mine]
        assert undone.undecided == (two.row(mine, two.kept).number,), "it may be the duplicate's"

    def test_what_a_banks_file_brought_for_the_duplicate_is_the_duplicates(self, two: Two) -> None:
        merge = two.merge()
        banks = BankImports(two.office.ground.workplace)
        line = BankLine("2026-11-20", 3_000, "ﾍﾞﾂﾌﾟ", "", "ref1")
        deposit = ConfirmedDeposit(line, two.other, ())
        banks.confirm(two.office.books, [deposit], PaymentWay.BANK, "a" * 64)
        two.undo(merge)
        assert [one.yen for one in two.rows(two.other)] == [3_000]

    def test_what_was_drafted_for_the_duplicate_since_is_the_duplicates(self, two: Two) -> None:
        merge = two.merge()
        draft = two.office.invoices.draft_free(two.office.books, two.other)
        mine = two.office.invoices.draft_free(two.office.books, two.kept)
        undone = two.merging.undo(two.office.ground.desk, merge)
        rows = two.office.invoices.of_customer
        assert [one.invoice for one in rows(two.office.books, two.other)] == [draft]
        assert [one.invoice for one in rows(two.office.books, two.kept)] == [mine]
        assert undone.undecided == ()

    def test_what_was_booked_for_the_duplicate_and_paid_for_the_other_stays_there(self, two: Two) -> None:
        invoice = two.office.issued(two.office.job(two.kept))
        merge = two.merge()
        payment = two.pay(two.other, GROSS, (invoice.invoice, GROSS))
        undone = two.merging.undo(two.office.ground.desk, merge)
        assert [one.payment for one in two.rows(two.kept)] == [payment]
        assert undone.undecided == ()

    def test_what_was_booked_for_who_lives_on_in_the_duplicate_goes_all_the_way_back(self, two: Two) -> None:
        third = two.office.someone(name=PersonName("別府", "三枝"))
        inner = two.merge(two.other, third)
        outer = two.merge()
        payment = two.pay(third, 5_000)
        for merge, holder in ((outer, two.other), (inner, third)):
            two.undo(merge)
            assert [one.payment for one in two.rows(holder)] == [payment]

    def test_one_that_was_booked_and_taken_back_since_goes_there_too(self, two: Two) -> None:
        invoice = two.office.issued(two.office.job(two.other))
        merge = two.merge()
        payment = two.pay(two.kept, GROSS, (invoice.invoice, GROSS))
        two.take_back(payment, two.kept)
        two.undo(merge)
        assert [one.payment for one in two.rows(two.other)] == [payment]

    def test_money_of_one_that_paid_for_the_other_keeps_them_together(self, two: Two) -> None:
        invoice = two.office.issued(two.office.job(two.other))
        payment = two.pay(two.kept, GROSS)
        merge = two.merge()
        two.use(payment, two.kept, invoice.invoice, 1_000)
        assert two.refused(merge) == two.row(payment, two.kept).number
        assert two.open(two.kept) == [(invoice.number, GROSS - 1_000)], "nothing was changed"
        two.take_back(payment, two.kept)
        two.undo(merge)
        assert [one.payment for one in two.rows(two.kept)] == [payment]
        assert two.open(two.other) == [(invoice.number, GROSS)]

    def test_one_payment_for_both_keeps_them_together(self, two: Two) -> None:
        mine, theirs = (two.office.issued(two.office.job(who)) for who in (two.kept, two.other))
        merge = two.merge()
        payment = two.pay(two.kept, 300, (mine.invoice, 100), (theirs.invoice, 200))
        assert two.refused(merge) == two.row(payment, two.kept).number

    def test_what_another_duplicate_brought_is_not_made_since(self, two: Two) -> None:
        theirs = two.office.issued(two.office.job(two.other))
        merge = two.merge()
        third = two.office.someone(name=PersonName("三宅", "三", "ミヤケ", "ミツ"))
        payment = two.pay(third, GROSS)
        later = two.merge(two.kept, third)
        two.use(payment, two.kept, theirs.invoice, 100)
        number = two.row(payment, two.kept).number
        assert two.refused(merge) == two.refused(later) == number
        two.take_back(payment, two.kept)
        two.undo(merge)
        assert [one.payment for one in two.rows(two.kept)] == [payment]
        two.undo(later)
        assert [one.payment for one in two.rows(third)] == [payment]

    def test_of_a_merge_that_noted_no_beginning_nothing_counts_as_made_since(self, two: Two) -> None:
        invoice = two.office.issued(two.office.job(two.other))
        merge = two.merge()
        with two.office.ground.workplace.transaction() as session:
            row = session.query(CustomerMerge).one()
            row.moved = row.moved.replace('"had"', '"former"')
        payment = two.pay(two.kept, GROSS, (invoice.invoice, GROSS))
        assert two.refused(merge) == two.row(payment, two.kept).number

    def test_an_import_is_not_undone_for_what_was_paid_back(self, two: Two) -> None:
        work, books = two.office.ground.workplace, two.office.books
        line = BankLine("2026-11-20", 9_000, "ﾍﾞﾂﾌﾟ", "", "ref1")
        BankImports(work).confirm(books, [ConfirmedDeposit(line, two.other, ())], PaymentWay.BANK, "a" * 64)
        (payment,) = two.rows(two.other)
        merge = two.merge()
        back = two.pay_back(payment.payment, two.kept, 9_000)
        two.undo(merge)
        history = ImportHistory(work)
        (taken,) = history.all(books, ImportKind.DEPOSITS)
        (stays,) = history.look(books, ImportKind.DEPOSITS, taken.record).rows
        assert stays.reason is StayReason.PAID_BACK
        assert {(one.payment, one.taken_back_on) for one in two.rows(two.other)} == {
            (payment.payment, ""),
            (back, ""),
        }

    def test_the_books_balance_after_it(self, two: Two) -> None:
        payment = two.pay(two.other, 5_000)
        merge = two.merge()
        back = two.pay_back(payment, two.kept, 5_000)
        two.undo(merge)
        two.take_back(back, two.other)
        two.take_back(payment, two.other)
        with pytest.raises(NothingToHandOver):
            BooksHandover(two.office.ground.workplace).export(
                two.office.books, AccountingProgram.MONEY_FORWARD, "2026-11-01", "2026-11-24"
            )


class TestInvoices:
    def test_the_draft_that_takes_an_invoices_place_goes_with_it(self, two: Two) -> None:
        invoice = two.office.issued(two.office.job(two.other))
        merge = two.merge()
        draft = two.office.invoices.reissue(two.office.books, invoice.invoice)
        two.undo(merge)
        issued = two.office.issue(draft)
        assert issued.page.name.startswith("別府")
        row = two.office.invoices.detail(two.office.books, invoice.invoice).row
        assert row.state is InvoiceState.REPLACED, "nothing else is on the page"
        assert two.open(two.kept) == []
        assert two.open(two.other) == [(issued.number, GROSS)]

    def test_a_credit_note_and_its_page_go_with_the_invoice(self, two: Two) -> None:
        invoice = two.office.issued(two.office.job(two.other))
        merge = two.merge()
        note = two.office.issue(two.office.invoices.credit(two.office.books, invoice.invoice, english))
        two.undo(merge)
        whose = {one.number for one in two.office.invoices.of_customer(two.office.books, two.other)}
        assert whose == {invoice.number, note.number}
        assert two.holders(IssuedDocument) == dict.fromkeys(whose, two.other)
        assert two.holders(Paper) == dict.fromkeys(whose, two.other)

    def test_a_printed_draft_goes_with_its_job(self, two: Two) -> None:
        """No invoice has its label for a number."""
        ground, jobs = two.office.ground, {one: two.office.job(one) for one in (two.kept, two.other)}
        papers = Papers(ground.workplace, WorkOrders(ground.workplace))
        merge = two.merge()
        for whose, job in jobs.items():
            for kind, label in (
                (PaperKind.INVOICE, "Draft"),
                (PaperKind.ESTIMATE, "E2026-000001 (replaced)"),
            ):
                said = f"{label} {whose}"
                papers.also_printed(two.office.books, kind, two.kept, said, "Office", job=job)
        two.undo(merge)
        assert len(two.holders(Paper)) == 4
        assert all(label.endswith(whose) for label, whose in two.holders(Paper).items())

    def test_an_invoice_of_their_job_goes_with_the_job_and_its_payment_with_it(self, two: Two) -> None:
        job, mine = two.office.job(two.other), two.office.job(two.kept)
        merge = two.merge()
        theirs, own = two.office.issued(job), two.office.issued(mine)
        payment = two.pay(two.kept, GROSS - 1, (theirs.invoice, GROSS - 1))
        back = two.office.issued(two.office.job(two.kept))
        two.office.invoices.void(two.office.books, back.invoice)
        two.undo(merge)
        assert two.open(two.other) == [(theirs.number, 1)]
        assert two.open(two.kept) == [(own.number, GROSS)]
        assert [one.payment for one in two.rows(two.other)] == [payment]
        assert two.holders(Paper) == {
            theirs.number: two.other,
            own.number: two.kept,
            back.number: two.kept,
        }

    def test_a_void_one_of_their_job_goes_with_the_job(self, two: Two) -> None:
        job = two.office.job(two.other)
        merge = two.merge()
        theirs = two.office.issued(job)
        two.office.invoices.void(two.office.books, theirs.invoice)
        two.undo(merge)
        assert two.holders(IssuedDocument) == {theirs.number: two.other}

    def test_what_the_kept_one_pays_for_their_job_stays(self, two: Two) -> None:
        job = two.office.job(two.other, payer=two.kept)
        merge = two.merge()
        issued = two.office.issued(job)
        two.undo(merge)
        assert two.open(two.kept) == [(issued.number, GROSS)]
        assert two.holders(Paper) == {issued.number: two.kept}


class TestReceipts:
    def test_a_receipt_goes_with_its_payment_in_list_and_index(self, two: Two) -> None:
        payment = two.pay(two.other, 7_000)
        merge = two.merge()
        issued = two.receipts.issue(
            two.office.books, payment, ReceiptRecord("工事代金", "2026-11-24"), english
        )
        two.undo(merge)
        (row,) = two.receipts.listed(two.office.books).rows
        assert row.customer == two.other
        indexes = InvoiceIndexes(two.office.ground.workplace)
        index = indexes.as_csv(two.office.books, date(2026, 1, 1), date(2026, 11, 24), english)
        (line,) = list(csv.reader(io.StringIO(index.content.decode("utf-8-sig"))))[1:]
        assert line[5] == "別府 仁"
        assert two.holders(IssuedDocument) == {issued.page.number: two.other}
        assert two.holders(Paper) == {issued.page.number: two.other}


class TestWork:
    def test_a_job_at_their_site_goes_there_and_what_it_names_with_it(self, two: Two) -> None:
        desk, jobs = two.office.ground.desk, two.office.jobs
        two.office.job(two.other)
        (site,) = jobs.sites(desk, two.other)
        merge = two.merge()
        contact = Contacts(two.office.ground.workplace).add(
            desk, two.kept, ContactRecord("総務", PersonName("森"))
        )
        parties = {Party.REQUESTER: two.kept, Party.PAYER: two.kept}
        job = jobs.add(desk, JobRecord(site.site, WorkKind.REPAIR, parties, contact=contact))
        two.undo(merge)
        assert job in {one.job for one in jobs.of_customer(desk, two.other)}
        assert jobs.of_customer(desk, two.kept) == ()
        named = jobs.detail(desk, job).parties
        assert {one.customer for one in named} == {two.other}

    def test_a_contact_person_of_one_named_for_the_other_keeps_them_together(self, two: Two) -> None:
        desk, jobs = two.office.ground.desk, two.office.jobs
        contact = Contacts(two.office.ground.workplace).add(
            desk, two.kept, ContactRecord("総務", PersonName("森"))
        )
        job = two.office.job(two.other)
        merge = two.merge()
        detail = jobs.detail(desk, job)
        jobs.change(desk, job, detail.version, replace(jobs.record_for_edit(desk, job), contact=contact))
        assert two.refused(merge) == detail.row.number

    def test_a_letter_and_a_call_about_their_invoices_go_with_them(self, two: Two) -> None:
        books, work = two.office.books, two.office.ground.workplace
        theirs = two.office.issued(two.office.job(two.other))
        mine = two.office.issued(two.office.job(two.kept))
        two.office.ground.clock.pass_time(days=90)
        merge = two.merge()
        today = work.today().isoformat()
        for invoice in (theirs, mine):
            order = ReminderOrder(ReminderTone.SOFT, frozenset({invoice.invoice}), today)
            PaymentReminders(work).write(books, two.kept, order, english)
        note = CallNotes(work).take(
            two.office.ground.desk,
            CallNoteRecord(customer=two.kept, text="督促", way=CallWay.MADE, invoice=theirs.invoice),
        )
        two.undo(merge)
        letters = {label: who for label, who in two.holders(Paper).items() if ":" in label}
        assert letters == {f"1/3: {theirs.number}": two.other, f"1/3: {mine.number}": two.kept}
        notes = CallNotes(work).of_customer(two.office.ground.desk, two.other)
        assert [one.note for one in notes] == [note]
