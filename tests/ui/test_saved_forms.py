"""What is typed into each field of a form is stored: it stands there again once the form is opened anew.

These forms write by hand what of their fields makes a record, so that a new field can be forgotten there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from hvacdesk.domain.billing.payments import PaymentRecord, PaymentWay
from hvacdesk.domain.billing.prices import PriceRecord
from hvacdesk.domain.calls.call_notes import CallNoteRecord
from hvacdesk.domain.disposal.media import MediumFacts, MediumKind
from hvacdesk.domain.oversight.audit_log import RevealReason
from hvacdesk.domain.partners.partners import Basis, FirmFacts
from hvacdesk.domain.roles import Role
from hvacdesk.domain.staff.violations import ViolationKind, ViolationRecord
from hvacdesk.ui.billing.payment_form import PaymentForm
from hvacdesk.ui.billing.price_form import PriceForm
from hvacdesk.ui.billing.receipt_form import ReceiptForm
from hvacdesk.ui.calls.form import CallNoteForm
from hvacdesk.ui.disposal.media_forms import MediumForm
from hvacdesk.ui.partners.firm_form import FirmForm
from hvacdesk.ui.staff.violation_form import ViolationForm
from hvacdesk.ui.widgets.date_field import DateField
from hvacdesk.ui.widgets.form_dialog import FormDialog
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import TANAKA, TODAY, FrontDesk, build_front_desk, open_desk
from tests.helpers.real_office import RealOffice
from tests.helpers.secret_service import SecretService
from tests.helpers.typing_forms import text_fields

YESTERDAY = "2026-11-23"


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory, secret_service: SecretService) -> RealOffice:
    return build_front_desk(tmp_path_factory.mktemp("office") / "office")


@pytest.fixture
def desk(template: RealOffice, tmp_path: Path, qtbot: QtBot) -> Iterator[FrontDesk]:
    with open_desk(template, tmp_path / "office", qtbot, Role.OWNER) as opened:
        yield opened


def name_in(form: FormDialog, control: QWidget) -> str:
    """What the form calls a field; what stands on a box that has no name there."""
    named = {id(field.control): key for key, field in form.form.fields.items()}
    return named.get(id(control)) or (control.text() if isinstance(control, QCheckBox) else "")


def fields_of(form: FormDialog) -> list[QWidget]:
    """Everything in it that somebody types into, ticks or chooses from."""
    picked = [one for kind in (QCheckBox, QComboBox) for one in form.form.findChildren(kind)]
    return [*text_fields(form.form), *(one for one in picked if one.isVisibleTo(form) and one.isEnabled())]


def held(field: QWidget) -> object:
    if isinstance(field, QCheckBox):
        return field.isChecked()
    if isinstance(field, DateField):
        return field.iso("on")
    if isinstance(field, QComboBox):
        return field.currentText() if field.isEditable() else field.currentData()
    return field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()


def put(field: QWidget, text: str) -> None:
    """Type it, or tick the box the other way, or choose the next."""
    if isinstance(field, QCheckBox):
        field.toggle()
    elif isinstance(field, QComboBox) and field.isEditable():
        field.setEditText(text)
    elif isinstance(field, QComboBox):
        field.setCurrentIndex((field.currentIndex() + 1) % field.count())
    elif isinstance(field, DateField):
        field.set_iso(YESTERDAY)
    elif isinstance(field, QPlainTextEdit):
        field.setPlainText(text)
    else:
        assert isinstance(field, QLineEdit)
        field.setText(text)


def type_and_save(
    desk: FrontDesk, form: FormDialog, typed: Mapping[str, str], agree: str = ""
) -> dict[str, object]:
    """Fill every field with something of its own and save; returns what the fields held.

    Args:
        typed: what is typed into a field that takes no words; an empty text leaves it as it is.
        agree: what the button says that answers the question before saving.
    """
    form.open()
    desk.calm()
    for number, field in enumerate(fields_of(form)):
        name = name_in(form, field)
        if typed.get(name, "-"):
            before = held(field)
            put(field, typed.get(name, f"字{number}"))
            assert held(field) != before, f"{name} has nothing else to choose"
    told = {f"{at} {name_in(form, one)}": held(one) for at, one in enumerate(fields_of(form))}
    form.save()
    desk.calm()
    if agree:
        desk.press(desk.dialog(), agree)
    assert not form.isVisible(), " ".join(texts_in(desk.dialog()).split())
    return told


@dataclass(frozen=True)
class Form:
    """A form over a record that is there, and what those of its fields take that take no words."""

    prepare: Callable[[FrontDesk], str]
    opened: Callable[[FrontDesk, str], FormDialog]
    typed: Mapping[str, str]


def a_firm(desk: FrontDesk) -> str:
    facts = FirmFacts("見本設備", client=True, basis=Basis.ENTRUSTMENT)
    return desk.office.partners.register(desk.actor, facts)


def firm_form(desk: FrontDesk, record: str) -> FormDialog:
    (row,) = (one for one in desk.office.partners.all(desk.actor) if one.record == record)
    return FirmForm(desk.window.context, row)


def medium_form(desk: FrontDesk, record: str) -> FormDialog:
    (row,) = (one for one in desk.office.media.all(desk.actor) if one.medium == record)
    return MediumForm(desk.window.context, row)


def price_form(desk: FrontDesk, _record: str) -> FormDialog:
    (row,) = (one for one in desk.office.prices.listed(desk.actor).rows if one.record.item is None)
    return PriceForm(desk.window.context, row)


def a_price(desk: FrontDesk) -> str:
    desk.office.prices.keep(desk.actor, PriceRecord(None, "出張費", "回", 3_000))
    return ""


def a_note(desk: FrontDesk) -> str:
    return desk.office.call_notes.take(
        desk.actor, CallNoteRecord(caller_name="林", text="冷えない", call_back_by=TODAY)
    )


def note_form(desk: FrontDesk, record: str) -> FormDialog:
    return CallNoteForm(desk.window.context, desk.office.call_notes.detail(desk.actor, record))


def a_violation(desk: FrontDesk) -> str:
    account = desk.office.violations.staff(desk.actor)[0].account
    record = ViolationRecord(TODAY, account, ViolationKind.OTHER, "持ち出し")
    return desk.office.violations.record(desk.actor, record)


def violation_form(desk: FrontDesk, record: str) -> FormDialog:
    (row,) = (one for one in desk.office.violations.all(desk.actor) if one.violation == record)
    return ViolationForm(desk.window.context, desk.office.violations.staff(desk.actor), row)


FORMS = {
    "firm": Form(
        a_firm,
        firm_form,
        {"partner": "", "invoice_number": "T7000012050002", "days": "11", "leak_hours": "13"},
    ),
    "medium": Form(
        lambda desk: desk.office.media.register(desk.actor, MediumFacts(MediumKind.USB_STICK, "控えA")),
        medium_form,
        {},
    ),
    "price": Form(a_price, price_form, {"item": "", "yen": "4,100"}),
    "call note": Form(a_note, note_form, {}),
    "violation": Form(a_violation, violation_form, {}),
}


@pytest.mark.parametrize("name", FORMS)
def test_what_was_typed_stands_in_the_form_again(desk: FrontDesk, name: str) -> None:
    form = FORMS[name]
    record = form.prepare(desk)
    typed = type_and_save(desk, form.opened(desk, record), form.typed)
    assert len(typed) >= 5
    again = form.opened(desk, record)
    again.open()
    desk.calm()
    assert {f"{at} {name_in(again, one)}": held(one) for at, one in enumerate(fields_of(again))} == typed
    again.reject()


def test_a_payment_holds_every_typed_value(desk: FrontDesk) -> None:
    office, actor, customer = desk.office, desk.actor, desk.customer(TANAKA)
    money, staff = office.payments.of_customer(actor, customer), office.jobs.staff(actor)
    form = PaymentForm(desk.window.context, customer, "", money, staff)
    values = {"way": "", "collected_by": "", "yen": "5,000", "fee": "", "payer": "タナカ", "note": "二口"}
    type_and_save(desk, form, values, "Book it like this")
    (row,) = office.payments.of_customer(actor, customer).payments
    assert (row.received_on, row.yen, row.way, row.note) == (*(YESTERDAY, 5_000, PaymentWay.BANK, "二口"),)
    assert office.payments.payer(actor, row.payment, RevealReason.CALL) == "タナカ"


def test_a_receipt_holds_every_typed_value(desk: FrontDesk) -> None:
    office, actor, customer = desk.office, desk.actor, desk.customer(TANAKA)
    office.payments.book(actor, customer, PaymentRecord(YESTERDAY, 5_000, PaymentWay.CASH))
    (row,) = office.payments.of_customer(actor, customer).payments
    begun = office.receipts.beginning(actor, row.payment, desk.window.context.words)
    form = ReceiptForm(desk.window.context, row, begun, ())
    type_and_save(desk, form, {"number": "", "proviso": "室内機の洗浄代"})
    (receipt,) = office.payments.of_customer(actor, customer).payments
    (listed,) = (one for one in office.receipts.listed(actor).rows if one.number == receipt.receipt)
    assert (listed.proviso, listed.issued_on, listed.electronic) == ("室内機の洗浄代", YESTERDAY, True)
