"""What is typed into each field of a form is stored: it stands there again once the form is opened anew.

These forms write by hand what of their fields makes a record, so that a new field can be forgotten there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from hvacdesk.domain.billing.pay_terms import PayTerms
from hvacdesk.domain.billing.payments import PaymentRecord, PaymentWay
from hvacdesk.domain.billing.prices import PriceRecord
from hvacdesk.domain.calendar.plans import AGREED, PlanRecord
from hvacdesk.domain.calls.call_notes import CallNoteRecord
from hvacdesk.domain.customers.contacts import ContactRecord
from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.domain.disposal.media import MediumFacts, MediumKind
from hvacdesk.domain.incidents.leak_rules import IncidentKind
from hvacdesk.domain.jobs.electrical import Inspection
from hvacdesk.domain.jobs.jobs import UnitRecord, WorkKind
from hvacdesk.domain.oversight.audit_log import RevealReason
from hvacdesk.domain.partners.partner_orders import NewOrder
from hvacdesk.domain.partners.partners import Basis, FirmFacts
from hvacdesk.domain.requests.purposes_notice import first_texts
from hvacdesk.domain.roles import Role
from hvacdesk.domain.staff.violations import ViolationKind, ViolationRecord
from hvacdesk.domain.text.wording import english
from hvacdesk.services.incidents.incidents import Happening
from hvacdesk.ui.billing.billing_facts_form import BillingFactsForm
from hvacdesk.ui.billing.payment_form import PaymentForm
from hvacdesk.ui.billing.price_form import PriceForm
from hvacdesk.ui.billing.receipt_form import ReceiptForm
from hvacdesk.ui.billing.terms_form import TermsForm
from hvacdesk.ui.calendar.plan_form import Kept, PlanForm
from hvacdesk.ui.calls.form import CallNoteForm
from hvacdesk.ui.customers.unit_form import UnitForm
from hvacdesk.ui.disposal.media_forms import MediumForm
from hvacdesk.ui.incidents.forms import FactsForm
from hvacdesk.ui.jobs.form import changing
from hvacdesk.ui.jobs.ledger_form import LedgerForm
from hvacdesk.ui.partners.firm_form import FirmForm
from hvacdesk.ui.partners.order_forms import OrderForm
from hvacdesk.ui.requests.notice_view import NoticeForm
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
    """What the form calls a field; what stands on one that has no name there, or is read out for it."""
    named = {id(field.control): key for key, field in form.form.fields.items()}
    said = control.text() if isinstance(control, QCheckBox) else control.accessibleName()
    return named.get(id(control)) or said


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
        data = None if field.isEditable() else field.currentData()
        return field.currentText() if data is None else data
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
    """A form over a record that is there, what of its fields takes no words, and what is agreed to."""

    prepare: Callable[[FrontDesk], str]
    opened: Callable[[FrontDesk, str], FormDialog]
    typed: Mapping[str, str]
    agree: str = ""


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


def a_unit(desk: FrontDesk) -> str:
    site = desk.office.jobs.sites(desk.actor, desk.customer(TANAKA))[0].site
    return desk.office.jobs.add_unit(desk.actor, site, UnitRecord(maker="試験工業", year=2015))


def unit_form(desk: FrontDesk, record: str) -> FormDialog:
    customer = desk.customer(TANAKA)
    site = desk.office.jobs.sites(desk.actor, customer)[0]
    (unit,) = (one for one in site.units if one.unit == record)
    return UnitForm(desk.window.context, site.site, unit, customer=customer)


def an_entry(desk: FrontDesk) -> str:
    job = desk.office.jobs.of_customer(desk.actor, desk.customer(TANAKA))[0].job
    draft = desk.office.electrical.draft(desk.actor, job)
    entry = replace(draft.record, on=TODAY, work="回路", chief="青木", workers="山本", diagram="図-1")
    entry = replace(entry, insulation_mohm=100.0, result=Inspection.PASSED)
    desk.office.electrical.save(desk.actor, job, draft.version, entry)
    return job


def an_order(desk: FrontDesk) -> str:
    firm = desk.office.partners.register(desk.actor, FirmFacts("協力一号"))
    desk.office.partners.register(desk.actor, FirmFacts("協力二号"))
    order = NewOrder(firm, "交換工事", "2026-12-01", 66_000, "2026-12-25", place="当社倉庫")
    return desk.office.partner_orders.write(desk.actor, order)


def order_form(desk: FrontDesk, _record: str) -> FormDialog:
    (row,) = desk.office.partner_orders.all(desk.actor)
    return OrderForm(desk.window.context, desk.office.partners.all(desk.actor), written=row)


def an_incident(desk: FrontDesk) -> str:
    happening = Happening(IncidentKind.LOST_PAPER, "作業指示書が見当たらない")
    desk.office.incidents.report(desk.actor, happening)
    return desk.office.incidents.all(desk.actor)[0].incident


def incident_form(desk: FrontDesk, record: str) -> FormDialog:
    staff = tuple((one.account, one.name) for one in desk.office.jobs.staff(desk.actor))
    return FactsForm(desk.window.context, desk.office.incidents.get(desk.actor, record), staff, ())


def a_notice(desk: FrontDesk) -> str:
    desk.office.notices.write(desk.actor, first_texts(english), shown=0)
    return ""


def notice_form(desk: FrontDesk, _record: str) -> FormDialog:
    return NoticeForm(desk.window.context, desk.office.notices.versions(desk.actor)[0])


def agreed_terms(desk: FrontDesk) -> str:
    customer = desk.customer(TANAKA)
    desk.office.billing_terms.change_customer(desk.actor, customer, None, PayTerms(20, 1, 10))
    return customer


def terms_form(desk: FrontDesk, record: str) -> FormDialog:
    own = desk.office.billing_terms.of_customer(desk.actor, record)
    return TermsForm(desk.window.context, record, "", own)


def a_plan(desk: FrontDesk) -> str:
    customer = desk.customer(TANAKA)
    site = desk.office.jobs.sites(desk.actor, customer)[0].site
    record = PlanRecord(customer, site, WorkKind.INSPECT, AGREED, 12, "2026-12-01")
    return desk.office.plans.keep(desk.actor, record)


def plan_form(desk: FrontDesk, record: str) -> FormDialog:
    customer = desk.customer(TANAKA)
    (row,) = (one for one in desk.office.plans.of_customer(desk.actor, customer) if one.plan == record)
    kept = Kept(record, row.version, desk.office.plans.record_for_edit(desk.actor, record))
    return PlanForm(desk.window.context, customer, "", kept)


def a_job(desk: FrontDesk) -> str:
    desk.office.contacts.add(desk.actor, desk.customer(TANAKA), ContactRecord(name=PersonName("林")))
    return desk.office.jobs.of_customer(desk.actor, desk.customer(TANAKA))[0].job


def job_form(desk: FrontDesk, record: str) -> FormDialog:
    detail = desk.office.jobs.detail(desk.actor, record)
    return changing(desk.window.context, detail, desk.office.jobs.record_for_edit(desk.actor, record))


FORMS = {
    "job": Form(
        a_job,
        job_form,
        {
            "Site": "",  # units are of their site, and would not be asked for again
            "Extra pipe": "",
            "Quantity: Extra pipe": "3.5",
            "Price of one: Extra pipe": "1,200",
            "amount_to_collect": "44,000",
        },
        "Save all the same",
    ),
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
    "unit": Form(
        a_unit, unit_form, {"capacity_kw": "2.8", "year": "2016", "charge_kg": "0.9", "design_years": "12"}
    ),
    "ledger of electrical work": Form(
        an_entry,
        lambda desk, record: LedgerForm(
            desk.window.context, desk.office.electrical.draft(desk.actor, record)
        ),
        {"insulation_mohm": "90", "earth_ohm": "17.5", "volts": "201"},
    ),
    "order": Form(an_order, order_form, {"yen": "77,000", "job": ""}),
    "incident": Form(an_incident, incident_form, {"batch": ""}),
    "purposes notice": Form(a_notice, notice_form, {}),
    "billing settings": Form(
        lambda _desk: "",
        lambda desk, _record: BillingFactsForm(
            desk.window.context, desk.office.billing_terms.office(desk.actor)
        ),
        {"number": "7654321", "holder": "カラヤマクウチョウ"},
    ),
    "payment terms": Form(agreed_terms, terms_form, {"Our own usual terms hold": ""}),
    "plan": Form(a_plan, plan_form, {"site": ""}),
}


@pytest.mark.parametrize("name", FORMS)
def test_what_was_typed_stands_in_the_form_again(desk: FrontDesk, name: str) -> None:
    form = FORMS[name]
    record = form.prepare(desk)
    typed = type_and_save(desk, form.opened(desk, record), form.typed, form.agree)
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
