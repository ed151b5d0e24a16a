"""A payment that somebody else booked meanwhile is asked about in the form, and booked on an answer alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hvacdesk.domain.billing.payments import PaymentRecord, PaymentWay
from hvacdesk.domain.roles import Role
from hvacdesk.ui.billing.payment_form import PaymentForm, open_payment
from hvacdesk.ui.billing.payment_forms import CreditForm
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.widgets.choices import choose
from hvacdesk.ui.widgets.dialog import Dialog
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import TANAKA, FrontDesk, open_desk
from tests.helpers.real_office import RealOffice
from tests.helpers.two_pcs import TwoPcs, press


def asked(pcs: TwoPcs, form: Dialog, title: str) -> Dialog:
    """The question over the form that says this."""
    pcs.wait(lambda: pcs.dialog(Dialog) is not form and title in texts_in(pcs.dialog(Dialog)))
    return pcs.dialog(Dialog)


def save(pcs: TwoPcs, form: PaymentForm) -> Dialog:
    """Save at the seat, and answer that the sum is right; the question that comes then."""
    press(form, "Save")
    press(asked(pcs, form, "more than is open"), "Book it like this")
    return asked(pcs, form, "Is this booked already?")


def test_a_form_that_was_open_while_the_office_pc_booked_it_asks(pcs: TwoPcs) -> None:
    pcs.join()
    pcs.log_in(pcs.seat, Role.ACCOUNTING)
    office, owner = pcs.real_owner()
    who = office.customers.search(owner, TANAKA.phones[0].number).rows[0].customer
    window = pcs.seat.window
    assert window is not None
    open_payment(window, window.context, who, "")
    form = pcs.dialog(PaymentForm)
    choose(form.way, PaymentWay.CASH)
    form.yen.setText("5000")
    today = window.context.today().isoformat()
    office.payments.book(owner, who, PaymentRecord(today, 5_000, PaymentWay.CASH))

    def booked() -> int:
        return len(office.payments.of_customer(owner, who).payments)

    question = save(pcs, form)
    assert f"by {owner.name}" in texts_in(question)
    assert day_text(today) in texts_in(question)
    assert today not in texts_in(question)
    press(question, "Back to the form")
    pcs.calm()
    assert form.isVisible()
    assert booked() == 1
    press(save(pcs, form), "It is another one: book it")
    pcs.wait(lambda: not form.isVisible())
    assert booked() == 2


@pytest.fixture
def books(template: RealOffice, tmp_path: Path, qtbot: QtBot) -> Iterator[FrontDesk]:
    with open_desk(template, tmp_path / "office", qtbot, Role.ACCOUNTING) as opened:
        yield opened


def test_money_that_went_back_by_the_same_sum_is_asked_about(books: FrontDesk) -> None:
    payments, actor, who = books.office.payments, books.actor, books.customer(TANAKA)
    today = books.office.today().isoformat()
    payment = payments.book(actor, who, PaymentRecord(today, 9_000, PaymentWay.CASH))
    payments.pay_back(actor, payment, 1, PaymentRecord(today, -3_000, PaymentWay.CASH))
    row = next(one for one in payments.of_customer(actor, who).payments if one.payment == payment)
    form = CreditForm(books.window.context, row, ())
    form.open()
    books.calm()
    form.yen.setText("3000")
    assert form.primary is not None
    books.click(form.primary)
    books.wait(lambda: books.dialog() is not form)
    question = books.dialog()
    said = texts_in(question)
    assert "Is this booked already?" in said
    assert "The same sum was booked for this customer before" in said
    assert "another payment" not in said
    press(question, "It is another one: book it")
    books.wait(lambda: not form.isVisible())
    row = next(one for one in payments.of_customer(actor, who).payments if one.payment == payment)
    assert row.credit == 3_000
