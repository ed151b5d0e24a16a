"""A bank's file at the desk: whose invoice a deposit would pay, what is asked, and what is taken back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from hvacdesk.domain.bank.bank_matching import MatchReason
from hvacdesk.domain.billing.payments import PaymentRecord, PaymentWay
from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.domain.roles import Role
from hvacdesk.ui.billing.deposit_form import DepositForm
from hvacdesk.ui.pages.billing import BillingPage
from hvacdesk.ui.widgets.notice import Notice
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import FrontDesk, type_in
from tests.helpers.people import customer as new_customer
from tests.ui.billing.test_payments import (
    CTRL,
    YEN,
    bank_file,
    billed,
    billing,
    book_it,
    books,
    free_invoice,
    save,
)

__all__ = ["billed", "books"]


def number_of_first(desk: FrontDesk) -> str:
    """The number of the invoice that is open, as a payer types it."""
    return desk.office.open_items.open(desk.actor)[0].number.replace("-", "")


def deposit(desk: FrontDesk, page: BillingPage, at: int = 0) -> DepositForm:
    """The form of one of the file's deposits."""
    row = page.bank.table.rows()[at]
    page.bank.table.select(lambda one: one is row)
    desk.click(page.bank.one_button)
    form = desk.dialog()
    assert isinstance(form, DepositForm)
    desk.wait(form.isActiveWindow)
    return form


def test_the_form_says_whose_invoices_it_pays_for_and_what_they_ask_for(
    books: FrontDesk, tmp_path: Path
) -> None:
    page = bank_file(books, tmp_path, (YEN, "ｼﾗﾅｲﾋﾄ"))
    (item,) = books.office.open_items.open(books.actor)
    form = deposit(books, page)
    assert form.invoices.text() == item.number
    assert (item.number in form.whose.text(), "田中 ●●" in form.whose.text()) == (True, True)
    assert "¥18,150 open" in form.whose.text()
    form.invoices.clear()
    assert form.whose.isHidden()
    type_in(form.invoices, item.number.lower())
    assert "田中 ●●" in form.whose.text()
    assert not form.whose.isHidden()


def test_a_deposit_of_another_name_is_asked_about(books: FrontDesk, tmp_path: Path) -> None:
    page = bank_file(books, tmp_path, (YEN, "ｼﾗﾅｲ ﾋﾄ"))
    form = deposit(books, page)
    books.key(form, Qt.Key.Key_S, CTRL)
    books.wait(lambda: books.dialog() is not form)
    asked = texts_in(books.dialog())
    assert "ｼﾗﾅｲ ﾋﾄ" in asked
    assert "田中 ●●" in asked
    assert books.office.payments.latest(books.actor) == ()
    book_it(books, form)
    assert len(books.office.payments.latest(books.actor)) == 1


def test_a_deposit_of_the_customers_own_name_is_not_asked_about(books: FrontDesk, tmp_path: Path) -> None:
    page = bank_file(books, tmp_path, (8_000, f"{number_of_first(books)} ﾀﾅｶ"))
    form = deposit(books, page)
    save(books, form)
    assert len(books.office.payments.latest(books.actor)) == 1


def test_a_deposit_is_not_offered_what_another_one_pays_for_certain(books: FrontDesk, tmp_path: Path) -> None:
    owner = replace(books.actor, roles=frozenset({Role.OWNER}))
    who = books.office.customers.add(owner, new_customer(name=PersonName("鈴木", "春子", "スズキ", "ハルコ")))
    free_invoice(books, who)
    page = bank_file(
        books,
        tmp_path,
        (YEN, f"{number_of_first(books)}ﾀﾅｶ"),
        (YEN, "ｽｽﾞｷ ｲﾁﾛｳ"),
        (7_700, "ｽｽﾞｷ ｲﾁﾛｳ"),
    )
    rows = page.bank.table.rows()
    assert [(one.certain, len(one.invoices)) for one in rows] == [(True, 1), (False, 0), (False, 1)]
    assert rows[2].reasons == {MatchReason.FAMILY_AND_SUM}
    assert deposit(books, page, 1).invoices.text() == ""


def test_the_words_claim_nothing_of_files_that_are_not_read(books: FrontDesk, tmp_path: Path) -> None:
    page = billing(books, "bank")
    books.wait(lambda: page.bank.pane.empty is not None)
    said = texts_in(page.bank)
    assert "No deposit is listed" in said
    assert "once you choose that file again" in said
    assert "waits here" not in said
    page = bank_file(books, tmp_path, (777, "ｽｽﾞｷ"))
    assert "waits here: you find it again" in page.bank.summary.text()
    page.bank.table.select_first()
    books.click(page.bank.aside_button)
    books.wait(lambda: len(page.bank.table.rows()) == 0)
    assert "waits here" not in page.bank.summary.text()


def test_a_booked_batch_is_undone_from_the_notice(books: FrontDesk, tmp_path: Path) -> None:
    page = bank_file(books, tmp_path, (YEN, f"{number_of_first(books)}ﾀﾅｶ"))
    books.click(page.bank.all_button)
    books.wait(lambda: books.office.open_items.open(books.actor) == ())
    offered = next(one for one in books.window.findChildren(Notice) if one.isVisible())
    assert "1 payment was booked" in offered.accessibleName()
    books.click(offered.findChildren(QPushButton)[0])
    books.wait(lambda: len(books.office.open_items.open(books.actor)) == 1)
    books.wait(lambda: len(page.bank.table.rows()) == 1)
    assert page.bank.all_button.isEnabled()
    assert books.office.payments.latest(books.actor)[0].row.taken_back_on


def test_a_whole_file_is_taken_back_from_the_earlier_imports(books: FrontDesk, tmp_path: Path) -> None:
    page = bank_file(books, tmp_path, (YEN, f"{number_of_first(books)}ﾀﾅｶ"))
    books.click(page.bank.all_button)
    books.wait(lambda: books.office.open_items.open(books.actor) == ())
    books.click(page.bank.earlier_button)
    earlier = books.dialog()
    assert "1 payment" in texts_in(earlier)
    books.press(earlier, "Undo")
    books.wait(lambda: books.dialog() is not earlier)
    asked = books.dialog()
    assert "is taken back at once: 1 payment." in texts_in(asked)
    books.press(asked, "Take 1 back")
    books.wait(lambda: len(books.office.open_items.open(books.actor)) == 1)
    books.calm()
    assert "all of it was taken back" in texts_in(earlier)
    assert len(page.bank.table.rows()) == 1
    earlier.accept()


def kept_file(desk: FrontDesk, tab: str = "bank") -> object:
    """Which file is kept for the person, or None."""
    kept = desk.office.drafts.find(desk.actor, f"{tab}_file", "file")
    return kept and kept["typed"]["path"]


def test_a_file_in_which_something_waits_is_found_again_by_who_comes_back(
    books: FrontDesk, tmp_path: Path
) -> None:
    page = bank_file(books, tmp_path, (777, "ｽｽﾞｷ"), (888, "ｽｽﾞｷ"))
    books.window.lock()
    books.window.uncover()
    assert kept_file(books) == str(tmp_path / "notice.txt")
    books.window.rebuild()
    offered = next(one for one in books.window.findChildren(Notice) if one.isVisible())
    assert "Unfinished work is waiting: 1" in offered.accessibleName()
    books.click(offered.findChildren(QPushButton)[0])
    books.wait(lambda: isinstance(books.page, BillingPage) and books.page is not page)
    page = books.page
    books.wait(lambda: len(page.bank.table.rows()) == 2)
    assert page.bank.isVisible()
    for left in (1, 0):
        assert kept_file(books) is not None
        page.bank.table.select_first()
        books.click(page.bank.aside_button)
        books.wait(lambda left=left: len(page.bank.table.rows()) == left)
    books.calm()
    assert kept_file(books) is None, "nothing in it waits any more"
    books.click(page.bank.again_button)
    books.wait(lambda: len(page.bank.table.rows()) == 2)
    books.window.drafts.keep_all()
    assert kept_file(books) is not None


def test_a_file_in_hand_at_another_pc_is_not_offered_here_and_ends_once_it_was_seen_to_here(
    books: FrontDesk, tmp_path: Path
) -> None:
    page = bank_file(books, tmp_path, (777, "ｽｽﾞｷ"))
    books.window.drafts.keep_all()
    drafts, actor = books.office.drafts, books.actor
    payload = drafts.find(actor, "bank_file", "file")
    assert payload is not None
    there = {**payload, "typed": {**payload["typed"], "path": "C:/Users/keiri/notice.txt"}}
    drafts.keep(actor, "bank_file", "file@5ea7000", there)
    drafts.keep(actor, "outside_file", "file@5ea7000", there)
    assert [(one.form, one.seat) for one in books.window.drafts.left_open()] == [("bank_file", "")]
    page.bank.table.select_first()
    books.click(page.bank.aside_button)
    books.wait(lambda: kept_file(books) is None)
    assert [form for form, *_rest in drafts.list(actor)] == ["outside_file"]


def test_a_file_that_is_gone_is_told_of_and_not_kept(books: FrontDesk, tmp_path: Path) -> None:
    bank_file(books, tmp_path, (777, "ｽｽﾞｷ"))
    books.window.drafts.keep_all()
    (tmp_path / "notice.txt").unlink()
    books.window.rebuild()
    page = billing(books, "bank")
    books.wait(lambda: kept_file(books) is None)
    books.calm()
    assert "the file is still there" in texts_in(page.bank)
    assert page.bank.table.rows() == ()


def test_a_file_is_put_away_after_one_question_while_something_in_it_waits(
    books: FrontDesk, tmp_path: Path
) -> None:
    page = bank_file(books, tmp_path, (777, "ｽｽﾞｷ"))
    books.window.drafts.keep_all()
    books.click(page.bank.away_button)
    question = books.dialog()
    assert "1 deposit of this file is not seen to yet" in texts_in(question)
    books.click(question.primary)
    assert len(page.bank.table.rows()) == 1
    books.click(page.bank.away_button)
    books.press(books.dialog(), "Put it away")
    books.wait(lambda: page.bank.table.rows() == ())
    books.calm()
    assert kept_file(books) is None
    assert not page.bank.away_button.isVisible()
    assert page.bank.summary.text() == ""


def test_what_a_cheque_brought_is_named_and_taken_off_the_list(books: FrontDesk, tmp_path: Path) -> None:
    (item,) = books.office.open_items.open(books.actor)
    for way in (PaymentWay.CHEQUE, PaymentWay.CLAIM):
        record = PaymentRecord("2026-11-02", YEN, way)
        books.office.payments.book(books.actor, item.customer, record)
    page = bank_file(books, tmp_path, (YEN, f"{number_of_first(books)}ﾀﾅｶ"))
    assert not page.bank.all_button.isEnabled()
    (row,) = page.bank.table.rows()
    columns = {column.key: column for column in page.bank.table.columns}
    cheque, claim = sorted(one.row.number for one in books.office.payments.latest(books.actor))
    assert f"taken before ({cheque}, {claim})" in columns["reasons"].of(row)
    assert columns["certain"].of(row).text == "look at it"
    form = deposit(books, page)
    assert f"taken before: {cheque}, {claim}. If this is its money" in texts_in(form)
    form.reject()
    books.click(page.bank.aside_button)
    books.wait(lambda: len(page.bank.table.rows()) == 0)
    with_what_is_left = bank_file(books, tmp_path, (YEN, f"{number_of_first(books)}ﾀﾅｶ"), (YEN, "ﾃﾞﾝｻｲ"))
    assert [one.taken for one in with_what_is_left.bank.table.rows()] == [(claim,)]


def test_a_deposit_that_was_booked_by_hand_meanwhile_is_asked_about(books: FrontDesk, tmp_path: Path) -> None:
    """At another PC, after the form was opened, which said nothing of it."""
    page = bank_file(books, tmp_path, (8_000, f"{number_of_first(books)} ﾀﾅｶ"))
    form = deposit(books, page)
    line, (item,) = form._proposal.line, books.office.open_items.open(books.actor)
    parts = ((item.invoice, 8_000),)
    record = PaymentRecord(line.on, 8_000, PaymentWay.BANK, payer=line.payer, allocations=parts)
    books.office.payments.book(books.actor, item.customer, record)
    books.calm()
    books.key(form, Qt.Key.Key_S, CTRL)
    books.wait(lambda: books.dialog() is not form)
    question = books.dialog()
    assert question.windowTitle() == "Book it all the same?"
    assert "the same day, sum and payer" in texts_in(question)
    books.press(question, "Back to the form")
    assert books.dialog() is form
    assert len(books.office.payments.latest(books.actor)) == 1
    form.save()
    books.wait(lambda: books.dialog() is not form)
    books.press(books.dialog(), "Book it")
    assert len(books.office.payments.latest(books.actor)) == 2
    assert "The payment of ¥8,000 was booked." in texts_in(books.window)


@pytest.mark.parametrize("aside", [False, True])
def test_a_deposit_that_was_seen_to_at_another_pc_is_not_said_to_be_booked_here(
    books: FrontDesk, tmp_path: Path, aside: bool
) -> None:
    page = bank_file(books, tmp_path, (8_000, f"{number_of_first(books)} ﾀﾅｶ"))
    form = deposit(books, page)
    imports, booked = books.office.bank_imports, form._deposit()
    if aside:
        imports.set_aside(books.actor, [booked.line])
        said = "noted meanwhile as no customer's payment"
    else:
        imports.confirm(books.actor, [booked])
        said = "This deposit was booked meanwhile: it is payment P"
    form.save()
    books.wait(lambda: said in texts_in(form))
    assert form.isVisible()
    assert "was booked." not in texts_in(books.window)
    assert len(books.office.payments.latest(books.actor)) == (0 if aside else 1)
    form.reject()


def test_who_agreed_to_one_payment_is_asked_about_the_next_and_each_is_named(
    books: FrontDesk, tmp_path: Path
) -> None:
    """One was there when the form was opened, the other came from another PC since."""
    (item,) = books.office.open_items.open(books.actor)
    payments = books.office.payments
    page = bank_file(books, tmp_path, (8_000, f"{number_of_first(books)} ﾀﾅｶ"))
    on = page.bank.table.rows()[0].line.on
    shown = payments.book(books.actor, item.customer, PaymentRecord(on, 8_000, PaymentWay.BANK, payer="別人"))
    page.bank.refresh()
    books.calm()
    columns = {column.key: column for column in page.bank.table.columns}
    (row,) = page.bank.table.rows()
    (first,) = (one.row.number for one in payments.latest(books.actor))
    assert f"seems to be booked by hand ({first})" in columns["reasons"].of(row)
    form = deposit(books, page)
    assert f"near that day: {first}. Look whether it is this deposit" in texts_in(form)
    record = PaymentRecord(on, 8_440, PaymentWay.BANK, payer="別人")
    payments.book(books.actor, item.customer, record, another=(shown,))
    (second,) = {one.row.number for one in payments.latest(books.actor)} - {first}
    form.save()
    books.wait(lambda: books.dialog() is not form)
    asked = texts_in(books.dialog())
    assert (second in asked, first in asked) == (True, False)
    books.press(books.dialog(), "Book it")
    books.wait(lambda: "The payment of ¥8,000 was booked." in texts_in(books.window))
    books.calm()
    assert len(payments.latest(books.actor)) == 3


def test_payments_that_were_typed_in_other_parts_than_the_banks_are_named(
    books: FrontDesk, tmp_path: Path
) -> None:
    (item,) = books.office.open_items.open(books.actor)
    payments, number = books.office.payments, number_of_first(books)
    page = bank_file(books, tmp_path, (8_000, f"{number} ﾀﾅｶ"), (500, f"{number} ﾀﾅｶ"))
    on = page.bank.table.rows()[0].line.on
    for yen in (5_000, 3_000, 8_500):
        payments.book(books.actor, item.customer, PaymentRecord(on, yen, PaymentWay.BANK, payer="別人"))
    first, second, whole = sorted(one.row.number for one in payments.latest(books.actor))
    page.bank.refresh()
    books.calm()
    form = deposit(books, page)
    told = texts_in(form)
    assert f"come to this sum together: {first}, {second}. Look" in told
    assert f"come to its sum: {whole}. Look whether this deposit is a part of it" in told
    form.reject()
