"""The screens of contacts, cautions and merging; each makes what the sample office does not have."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import islice

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.customers.cautions import Caution, CautionKind
from hvacdesk.domain.customers.contacts import ContactRecord, ContactView
from hvacdesk.domain.customers.customers import CustomerKind, CustomerRecord, PersonName, Phone, PhoneKind
from hvacdesk.domain.customers.typed_customer import TypedCustomer
from hvacdesk.domain.oversight.audit_log import RevealReason
from hvacdesk.ui.customers.contact_form import ContactForm
from hvacdesk.ui.customers.duplicate_notes import DuplicateQuestion
from hvacdesk.ui.customers.form import CustomerForm
from hvacdesk.ui.customers.merge_dialog import MergeDialog
from hvacdesk.ui.finder.finder import CustomerFinder
from hvacdesk.ui.jobs.form import changing
from tests.helpers.screens import Screen
from tests.helpers.screens.customers import new_customer
from tests.helpers.screens.stage import Stage

CALL = RevealReason.CALL
CLERKS = (
    ContactRecord(
        "総務部 施設管理課",
        PersonName("長谷川", "真由美", "ハセガワ", "マユミ"),
        "052-001-0022",
        "m@example.jp",
    ),
    ContactRecord("夜間受付", phone="052-001-0099"),
)


def organisation(stage: Stage) -> str:
    """An organisation with two contacts and cautions."""
    office, actor = stage.office, stage.actor
    rows = office.customers.search(actor, "").rows
    details = (office.customers.detail(actor, row.customer) for row in rows)
    found = next(one for one in details if one.kind is CustomerKind.ORGANISATION)
    if not found.cautions:
        for clerk in CLERKS:
            office.contacts.add(actor, found.customer, clerk)
        cautions = (Caution(CautionKind.VISIT_TIMES, "平日9時から17時"), Caution(CautionKind.NARROW_PARKING))
        office.customers.change(actor, found.customer, found.version, {"cautions": cautions})
    return found.customer


def with_contacts(stage: Stage) -> QWidget:
    stage.go("customers", customer=organisation(stage))
    return stage.window


def contact_form(*, new: bool) -> Callable[[Stage], QWidget]:
    def make(stage: Stage) -> QWidget:
        customer = organisation(stage)
        first: ContactView = stage.office.contacts.of(stage.actor, customer)[0]
        return stage.show(ContactForm(stage.ctx, customer, None if new else first))

    return make


def removal(stage: Stage) -> QWidget:
    form = contact_form(new=False)(stage)
    form._ask_removal()  # type: ignore[attr-defined]
    return stage.dialog()


def pair(stage: Stage) -> tuple[str, str]:
    """Two persons; the office's only firm is wanted by other screens."""
    customers, actor = stage.office.customers, stage.actor
    details = (customers.detail(actor, row.customer) for row in customers.search(actor, "").rows)
    first, second = islice((one.customer for one in details if one.kind is CustomerKind.PERSON), 2)
    return first, second


def asked_before_saving(stage: Stage) -> QWidget:
    """The question before somebody is registered who is there already by their phone."""
    customers, actor = stage.office.customers, stage.actor
    first = customers.search(actor, "").rows[0]
    phone, _address = customers.reveal_contact(actor, first.customer, CALL)
    form = CustomerForm(stage.ctx)
    stage.show(form)
    form.begin_with(TypedCustomer(PersonName("佐野", "一"), phone=phone))
    form.save()
    stage.wait(lambda: isinstance(stage.dialog(), DuplicateQuestion))
    return stage.dialog()


def merge(stage: Stage) -> QWidget:
    return stage.show(MergeDialog(stage.ctx, *pair(stage)))


def apart(stage: Stage) -> QWidget:
    """The last question before two of whom nothing agrees are merged."""
    rows = stage.office.customers.search(stage.actor, "").rows
    kinds = {stage.office.customers.detail(stage.actor, row.customer).kind: row.customer for row in rows}
    dialog = MergeDialog(stage.ctx, kinds[CustomerKind.PERSON], kinds[CustomerKind.ORGANISATION])
    stage.show(dialog)
    stage.calm()
    dialog._merge()
    return stage.dialog()


def likely(stage: Stage) -> QWidget:
    """The likely duplicates of a customer who is registered twice."""
    customers, actor = stage.office.customers, stage.actor
    first = customers.search(actor, "").rows[0]
    phone, _address = customers.reveal_contact(actor, first.customer, CALL)
    same = CustomerRecord(
        CustomerKind.PERSON, PersonName("佐野", "一"), phones=(Phone(PhoneKind.HOME, phone),)
    )
    customers.add(actor, same)
    asked = QCoreApplication.translate("CustomerPanel", "Which registration is the same customer?")
    return stage.show(CustomerFinder(stage.ctx, asked, duplicate_of=first.customer))


def merged(stage: Stage) -> QWidget:
    """A customer into whom another one was merged."""
    office, actor = stage.office, stage.actor
    kept, other = pair(stage)
    view = office.merging.compare(actor, kept, other)
    versions = (view.kept.version, view.merged.version)
    office.merging.merge(actor, kept, other, versions, {})
    stage.go("today")
    stage.go("customers", customer=kept)
    return stage.window


def duplicates(stage: Stage) -> QWidget:
    """A new customer with the names of two who are there."""
    stage.go("customers", new="yes")
    form = stage.dialog()
    row = stage.office.customers.search(stage.actor, "").rows[0]
    phone, _address = stage.office.customers.reveal_contact(stage.actor, row.customer, CALL)
    form.phones.lines[0].number.setText(phone)  # type: ignore[attr-defined]
    form._seek_duplicates()  # type: ignore[attr-defined]
    stage.calm()
    return form


def meanwhile(stage: Stage) -> QWidget:
    """A form over which somebody else saved."""
    page = stage.with_customer()
    page.edit_customer()
    form = stage.dialog()
    customer = stage.customer()
    change = {"note": "別の窓から", "email": "another@example.jp"}
    stage.office.customers.change(stage.actor, customer.customer, customer.version, change)
    form.texts["email"].setText("mine@example.jp")  # type: ignore[attr-defined]
    form.save()  # type: ignore[attr-defined]
    stage.calm()
    return stage.dialog()


def job_meanwhile(stage: Stage) -> QWidget:
    """A booking that somebody else moved to another day while a worker was added to it."""
    jobs, actor = stage.office.jobs, stage.actor
    row = next(one for one in jobs.day(actor, stage.office.today()) if not one.suspended)
    record, detail = jobs.record_for_edit(actor, row.job), jobs.detail(actor, row.job)
    form = changing(stage.ctx, detail, record)
    stage.show(form)
    stage.calm()
    form.slot.day.set_iso("2026-12-04")
    next(box for box in form.staff.values() if not box.isChecked()).setChecked(True)
    jobs.change(actor, row.job, detail.version, replace(record, on="2026-12-03"))
    form.save()
    stage.calm()
    return stage.dialog()


def with_cautions(stage: Stage) -> QWidget:
    form = new_customer(stage)
    form.cautions.fill([{"kind": kind.value, "detail": ""} for kind in CautionKind])  # type: ignore[attr-defined]
    stage.calm()
    form._scroll.ensureWidgetVisible(form.cautions.lines[CautionKind.PET].detail)  # type: ignore[attr-defined]
    return form


REGISTER = (
    Screen("customer-duplicates", duplicates),
    Screen("customer-cautions", with_cautions),
    Screen("customer-meanwhile", meanwhile),
    Screen("job-meanwhile", job_meanwhile),
    Screen("organisation", with_contacts),
    Screen("contact-new", contact_form(new=True)),
    Screen("contact-change", contact_form(new=False)),
    Screen("contact-removal", removal),
    Screen("customer-asked", asked_before_saving),
    Screen("merge", merge),
    Screen("merge-apart", apart),
    Screen("duplicate-finder", likely),
    Screen("customer-merged", merged),
)
