"""The invoices of a closing day on paper, all at once; and a printer that gives up in the middle of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from hvacdesk.domain.billing.invoices import InvoiceLineRecord, InvoiceState
from hvacdesk.domain.billing.open_items import ClosingPreview, InvoiceQuery
from hvacdesk.domain.billing.pay_terms import PayTerms
from hvacdesk.domain.billing.payments import PaymentRecord, PaymentWay
from hvacdesk.domain.billing.prices import PriceRecord
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.papers.register import PaperKind, PaperState, RegisterQuery
from hvacdesk.domain.periods import months_after
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.wording import english
from hvacdesk.ui.billing.closing_look import ClosingLook
from hvacdesk.ui.billing.closing_view import ClosingView
from hvacdesk.ui.billing.invoice_form import InvoiceForm
from hvacdesk.ui.billing.issue_preview import IssuePreview
from hvacdesk.ui.billing.terms_form import TermsForm, choose_number
from hvacdesk.ui.jobs.detail import JobDialog
from hvacdesk.ui.printing import cups
from hvacdesk.ui.printing.came_out import CameOutDialog
from hvacdesk.ui.printing.paper_preview import PaperPreview
from hvacdesk.ui.printing.preview import PreviewDialog
from hvacdesk.ui.widgets.errors import ErrorDialog
from tests.helpers.cups import CupsPrinter
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import FrontDesk, open_desk
from tests.helpers.paper import read_text
from tests.helpers.people import customer as new_customer
from tests.helpers.real_office import RealOffice

NUMBERS = ["I2026-000001", "I2026-000002"]


@pytest.fixture
def books(template: RealOffice, tmp_path: Path, qtbot: QtBot) -> Iterator[FrontDesk]:
    """The window of who keeps the books, on the closing day of two customers whose work is done."""
    with open_desk(template, tmp_path / "office", qtbot, Role.ACCOUNTING) as desk:
        office, owner = desk.office, replace(desk.actor, roles=frozenset({Role.OWNER}))
        office.prices.keep(owner, PriceRecord(None, "Installation", "台", 20_000))
        for row in office.jobs.day(desk.actor, office.today()):
            record = office.jobs.record_for_edit(owner, row.job)
            priced = replace(record, items=tuple(replace(one, yen=1_000) for one in record.items))
            version = office.jobs.detail(owner, row.job).version
            office.jobs.change(owner, row.job, version, replace(priced, amount_to_collect=None))
            office.jobs.set_state(owner, row.job, JobState.DONE)
            office.billing_terms.change_customer(
                desk.actor, row.customer, None, PayTerms(office.today().day, 1, 31)
            )
        desk.calm()
        yield desk


def issued(desk: FrontDesk) -> PaperPreview:
    """The preview of what was issued."""
    desk.go("billing", tab="closing")
    view = desk.page.closing
    assert isinstance(view, ClosingView)
    desk.wait(lambda: len(view.table.rows()) == 2)
    desk.click(view.issue_button)
    assert "No bank account is entered" in texts_in(desk.dialog())
    desk.click(desk.dialog().primary)
    desk.wait(lambda: "2 invoices were issued." in view._told.text())
    desk.wait(lambda: isinstance(desk.dialog(), PaperPreview))
    preview = desk.dialog()
    assert isinstance(preview, PaperPreview)
    return preview


def send(desk: FrontDesk, preview: PreviewDialog) -> None:
    desk.click(preview.primary)
    desk.wait(lambda: preview.findChildren(QPrintDialog))
    desk.qtbot.keyClick(preview.findChildren(QPrintDialog)[-1], Qt.Key.Key_Return)
    desk.wait(lambda: not preview.isVisible())
    desk.calm()


def papers(desk: FrontDesk) -> dict[str, PaperState]:
    """The invoices in the register of papers, by their numbers."""
    query = RegisterQuery(kinds=frozenset({PaperKind.INVOICE}))
    rows = desk.office.papers.rows(replace(desk.actor, roles=frozenset({Role.OWNER})), query)
    return {row.label: row.state for row in rows}


def test_all_of_them_are_printed_at_once_and_handed_over(books: FrontDesk, cups_printer: CupsPrinter) -> None:
    send(books, issued(books))
    text = read_text(cups_printer.printed(1)[0])
    assert all(number in text for number in NUMBERS)
    books.wait(lambda: papers(books) == dict.fromkeys(NUMBERS, PaperState.HANDED_OVER))


def test_closed_without_printing_they_stay_issued(books: FrontDesk) -> None:
    books.key(issued(books), Qt.Key.Key_Escape)
    books.wait(lambda: papers(books) == dict.fromkeys(NUMBERS, PaperState.STRUCK))
    found = books.office.invoice_search.search(books.actor, InvoiceQuery()).listed
    assert {one.row.state for one in found} == {InvoiceState.ISSUED}


def test_a_jam_after_the_first_strikes_the_other_and_leaves_both_issued(
    books: FrontDesk, cups_printer: CupsPrinter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cups, "available", lambda: False)
    monkeypatch.setattr(QPrinter, "newPage", lambda _printer: False)
    send(books, issued(books))
    question = books.dialog()
    assert isinstance(question, CameOutDialog)
    assert [box.isChecked() for box in question.boxes.values()] == [True, False]
    told = [box.text() for box in question.boxes.values()]
    assert all(number in text for number, text in zip(NUMBERS, told, strict=True)), "as the pages say it"
    books.click(question.primary)
    first, second = NUMBERS
    expected = {first: PaperState.HANDED_OVER, second: PaperState.STRUCK}
    books.wait(lambda: papers(books) == expected)
    found = books.office.invoice_search.search(books.actor, InvoiceQuery()).listed
    assert sorted(one.row.number for one in found) == NUMBERS
    assert {one.row.state for one in found} == {InvoiceState.ISSUED}


def test_a_closing_day_is_printed_again_together_and_uses_no_number(
    books: FrontDesk, cups_printer: CupsPrinter
) -> None:
    send(books, issued(books))
    view = books.page.closing
    books.wait(view.again_button.isEnabled)
    books.click(view.again_button)
    books.wait(lambda: isinstance(books.dialog(), PreviewDialog))
    preview = books.dialog()
    assert "No number is used up" in texts_in(preview)
    send(books, preview)
    again = read_text(cups_printer.printed(2)[1])
    assert [again.count(f"No. {number}") for number in NUMBERS] == [1, 1]
    found = books.office.invoice_search.search(books.actor, InvoiceQuery()).listed
    assert sorted(one.row.number for one in found) == NUMBERS
    view.day.set_iso("2026-01-31")
    books.click(view.again_button)
    books.wait(lambda: "No collective invoice of the closing day" in view._told.text())


@pytest.mark.parametrize("again", [False, True])
def test_each_of_them_is_saved_as_a_file_of_its_own(books: FrontDesk, tmp_path: Path, again: bool) -> None:
    preview = issued(books)
    if again:
        books.key(preview, Qt.Key.Key_Escape)
        view = books.page.closing
        books.wait(view.again_button.isEnabled)
        books.click(view.again_button)
        books.wait(lambda: isinstance(books.dialog(), PreviewDialog))
        preview = books.dialog()
    folder = tmp_path / "sent"
    folder.mkdir()
    files = [folder / f"{number}.pdf" for number in NUMBERS]
    choose(books, preview, folder)
    books.wait(lambda: all(file.exists() for file in files))
    for number, other, file in zip(NUMBERS, reversed(NUMBERS), files, strict=True):
        text = read_text(file)
        assert number in text
        assert other not in text, "each is another customer's"
    books.wait(lambda: "2 files stay saved" in texts_in(preview))
    out = books.office.outside_lists.out(books.actor)
    assert sorted(one.document for one in out) == NUMBERS
    choose(books, preview, folder)
    books.wait(lambda: isinstance(books.dialog(), ErrorDialog))
    assert f"“{NUMBERS[0]}.pdf” is in that folder already." in texts_in(books.dialog())
    assert len(books.office.outside_lists.out(books.actor)) == 2, "nothing more was made for it"


def choose(desk: FrontDesk, preview: PreviewDialog, folder: Path) -> None:
    desk.press(preview, "Save each as PDF…")
    chooser = [one for one in preview.findChildren(QFileDialog) if one.isVisible()][-1]
    chooser.fileSelected.emit(str(folder))
    chooser.close()


def test_what_was_said_of_a_closing_day_goes_with_that_day(books: FrontDesk) -> None:
    books.key(issued(books), Qt.Key.Key_Escape)
    view = books.page.closing
    assert not view._told.isHidden()
    view.day.set_iso("2026-10-31")
    assert view._told.isHidden()
    view._tell("The day of issue is too early.")
    view.dated.set_iso("2026-11-20")
    assert view._told.isHidden()


def test_a_closing_day_with_work_is_shown_by_a_click(books: FrontDesk) -> None:
    books.go("billing", tab="closing")
    view = books.page.closing
    books.wait(lambda: len(view.table.rows()) == 2)
    assert view.other_button.isHidden()
    due = view.day.text()
    view.day.set_iso("2026-10-31")
    view.refresh()
    books.wait(lambda: not view.other_button.isHidden())
    assert not view.table.rows()
    books.click(view.other_button)
    books.wait(lambda: len(view.table.rows()) == 2)
    assert (view.day.text(), view.other_button.isHidden()) == (due, True)


def test_what_brings_prices_to_an_agreed_sum_is_told_with_customer_and_amount(books: FrontDesk) -> None:
    office, owner = books.office, replace(books.actor, roles=frozenset({Role.OWNER}))
    row = office.jobs.day(books.actor, office.today())[0]
    record = replace(office.jobs.record_for_edit(owner, row.job), amount_to_collect=110_000)
    office.jobs.change(owner, row.job, office.jobs.detail(owner, row.job).version, record)
    books.go("billing", tab="closing")
    view = books.page.closing
    assert isinstance(view, ClosingView)
    books.wait(lambda: any(one.adjusted for one in view.table.rows()))
    (adjusted,) = (one for one in view.table.rows() if one.adjusted)
    ((name, amount),) = adjusted.adjusted
    books.click(view.issue_button)
    told = texts_in(books.dialog())
    said = "The known prices do not come to the amount noted at the job (contract or amount to collect)"
    assert f"{adjusted.name.text}: {said}: “{name}” ¥{amount:,} make the difference." in told
    books.dialog().reject()
    view.table.activated_row.emit(adjusted)
    books.wait(lambda: isinstance(books.dialog(), ClosingLook))
    assert f"“{name}” ¥{amount:,}" in texts_in(books.dialog())


def test_each_customers_page_is_looked_at_before_numbers_are_given(books: FrontDesk) -> None:
    books.go("billing", tab="closing")
    view = books.page.closing
    assert isinstance(view, ClosingView)
    books.wait(lambda: len(view.table.rows()) == 2)
    view.table.activated_row.emit(view.table.rows()[0])
    books.wait(lambda: isinstance(books.dialog(), ClosingLook))
    look = books.dialog()
    assert "It has no number yet" in texts_in(look)
    books.press(look, "Open the jobs…")
    books.wait(lambda: isinstance(books.dialog(), JobDialog))
    books.dialog().reject()
    books.calm()
    books.click(view.issue_button)
    question = books.dialog()
    links = [one for one in question.findChildren(QPushButton) if one.text() == "Look at the invoice…"]
    assert len(links) == 2
    books.click(links[1])
    books.wait(lambda: isinstance(books.dialog(), ClosingLook))
    look = books.dialog()
    assert view.table.rows()[1].name.text in texts_in(look)
    look.reject()
    books.calm()
    assert books.dialog() is question, "the question is still there"
    question.reject()
    assert books.office.invoice_search.search(books.actor, InvoiceQuery()).listed == ()


def test_what_is_carried_over_is_agreed_on_in_the_terms_and_told_before_numbers_are_given(
    books: FrontDesk,
) -> None:
    office, actor = books.office, books.actor
    books.go("billing", tab="closing")
    view = books.page.closing
    books.wait(lambda: len(view.table.rows()) == 2)
    shown = view.table.rows()[0]
    owes = PaymentRecord(office.today().isoformat(), 3_000, PaymentWay.CASH)
    office.payments.book(actor, shown.customer, owes)
    books.calm()
    view.table.select(lambda row: row.customer == shown.customer)
    books.click(view.terms_button)
    form = books.dialog()
    assert isinstance(form, TermsForm)
    assert not form.carries.isChecked(), "nobody gets another page unasked"
    choose_number(form.closing, 0)
    assert not form.carries.isEnabled(), "without a closing day nothing is carried over"
    choose_number(form.closing, shown_day(shown))
    form.carries.setChecked(True)
    books.click(form.primary)
    books.wait(lambda: not form.isVisible())
    own = office.billing_terms.of_customer(actor, shown.customer)
    assert own is not None
    assert own.carries_balance
    books.wait(lambda: any(row.balance for row in view.table.rows()))
    (carrying,) = (row for row in view.table.rows() if row.balance)
    assert (carrying.customer, carrying.balance.carried) == (shown.customer, -3_000)
    books.click(view.issue_button)
    told = f"carried over ¥{carrying.gross - 3_000:,} to pay in all"
    assert texts_in(books.dialog()).count(told) == 1
    books.dialog().reject()
    view.table.select(lambda row: row.customer == shown.customer)
    books.click(view.look_button)
    books.wait(lambda: isinstance(books.dialog(), ClosingLook))
    assert f"so ¥{carrying.gross - 3_000:,} are to be paid in all." in texts_in(books.dialog())
    books.dialog().reject()


def shown_day(shown: ClosingPreview) -> int:
    return int(shown.closed_on[-2:])


def owing(desk: FrontDesk) -> str:
    """A customer whose invoice of two months ago is open, and of whom nothing new is to bill."""
    office, owner, today = (
        desk.office,
        replace(desk.actor, roles=frozenset({Role.OWNER})),
        desk.office.today(),
    )
    who = office.customers.add(owner, new_customer())
    office.billing_terms.change_customer(owner, who, None, PayTerms(today.day, 1, 31, carries_balance=True))
    draft = office.invoices.draft_free(owner, who)
    detail, before = office.invoices.detail(owner, draft), months_after(today, -2).isoformat()
    line = InvoiceLineRecord("Filter", 1.0, "", 7_000)
    record = replace(
        detail.record, lines=(line,), delivered_from=before, delivered_to=before, issue_on=before
    )
    office.invoices.issue(owner, draft, detail.row.version, english, record)
    desk.calm()
    return who


def test_who_owes_from_before_and_has_nothing_new_gets_a_page_as_well(books: FrontDesk) -> None:
    who = owing(books)
    books.go("billing", tab="closing")
    view = books.page.closing
    assert isinstance(view, ClosingView)
    books.wait(lambda: len(view.table.rows()) == 3)
    view.table.select(lambda row: row.customer == who)
    row = view.table.current()
    assert isinstance(row, ClosingPreview)
    assert (row.alone, view._apart(row)) == (True, "only what is carried over")
    books.click(view.look_button)
    books.wait(lambda: isinstance(books.dialog(), ClosingLook))
    look = books.dialog()
    assert "nothing new is asked for in this period; ¥7,700 with tax are owed from before." in texts_in(look)
    assert not [one for one in look.findChildren(QPushButton) if one.text() == "Open the jobs…"]
    look.reject()
    books.calm()
    books.click(view.issue_button)
    assert f"{row.name.text}: nothing new, ¥7,700 carried over" in texts_in(books.dialog())
    books.click(books.dialog().primary)
    books.wait(lambda: "3 invoices were issued." in view._told.text())
    books.wait(lambda: isinstance(books.dialog(), PaperPreview))
    books.key(books.dialog(), Qt.Key.Key_Escape)
    books.wait(lambda: not view.table.rows())
    found = books.office.invoice_search.search(books.actor, InvoiceQuery()).listed
    (alone,) = (one.row for one in found if not one.row.sums.gross)
    draft = books.office.invoices.reissue(books.actor, alone.invoice)
    view.acts.open_draft(draft)
    books.wait(lambda: isinstance(books.dialog(), InvoiceForm))
    form = books.dialog()
    assert isinstance(form, InvoiceForm)
    books.click(form.issue_button)
    books.wait(lambda: isinstance(books.dialog(), IssuePreview))
    books.click(books.dialog().primary)
    books.wait(lambda: not form.isVisible())
    books.wait(lambda: isinstance(books.dialog(), PaperPreview))


def test_what_is_printed_again_is_in_the_register_and_asked_about(books: FrontDesk) -> None:
    owner = replace(books.actor, roles=frozenset({Role.OWNER}))

    def states() -> list[PaperState]:
        found = books.office.papers.rows(owner, RegisterQuery(kinds=frozenset({PaperKind.INVOICE})))
        return [paper.state for paper in found]

    issued(books).reject()
    books.wait(lambda: states() == [PaperState.STRUCK] * 2)
    for papers in (2, 4):
        books.page.closing.print_again()
        books.wait(lambda: isinstance(books.dialog(), PreviewDialog))
        preview = books.dialog()
        assert "one more paper in the register" in texts_in(preview)
        preview.printed.emit("プリンター")
        preview.accept()
        books.wait(lambda papers=papers: states() == [PaperState.HANDED_OVER] * papers)
        books.wait(lambda: "Sent to the printer." in texts_in(books.window))
    books.press(books.window, "It did not come out")
    question = books.dialog()
    assert isinstance(question, CameOutDialog)
    books.press(question, "None came out")
    books.wait(lambda: sorted(states()) == sorted([PaperState.HANDED_OVER] * 2 + [PaperState.STRUCK] * 2))
