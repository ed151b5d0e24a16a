"""Customers with everything that can belong to them, written straight into the tables."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from itertools import count

from hvacdesk.domain.jobs.job_events import EventKind
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.text.text_forms import digits, fold
from hvacdesk.store.billing.filed_pages import digest_of
from hvacdesk.store.engine import Session
from hvacdesk.store.models import (
    CallNote,
    Customer,
    CustomerCaution,
    CustomerContact,
    CustomerFinding,
    CustomerPhone,
    ElectricalEntry,
    Estimate,
    EstimateLine,
    InspectionPlan,
    Invoice,
    InvoiceJob,
    InvoiceLine,
    IssuedDocument,
    Job,
    JobEventRow,
    JobItem,
    JobResult,
    JobStaff,
    JobUnitLink,
    Paper,
    Payment,
    PaymentAllocation,
    Receipt,
    RefrigerantEntry,
    ReminderSeen,
    Site,
    Unit,
    UnitResult,
    VisitContract,
)

_numbers = count(1)

HIDDEN_DIGITS = re.compile("(?<![0-9A-Fa-f])987(?![0-9A-Fa-f])|9876543")
"""What every mask hides of the samples' phone number, by itself or in the whole number: record ids, codes and
hashes hold three such figures by chance."""
STAMP = "2026-11-24T01:00:00Z"
ACCOUNT = "0" * 32


@dataclass(frozen=True, kw_only=True)
class Person:
    """What a sample customer says of themselves; named one by one, so that a further field moves no other."""

    family: str = "柳川"
    given: str = "美沙緒"
    phone: str = "052-987-6543"
    email: str = "misao@yanagawa.example"
    lock_code: str = "キーボックス 4826"
    city: str = "名古屋市千種区"
    town: str = "唐山町"
    street: str = "3丁目41-7"
    building: str = "メゾン唐山 502号室"
    access: str = "南側の来客用に駐車"
    note: str = "犬がいるため裏口から"
    attends: str = ""
    serial: str = "SN-77120415"
    organisation: str = ""


def add_customer(session: Session, person: Person, **columns: object) -> Customer:
    """A customer with a phone and the text they are found by."""
    values = {
        "number": f"C{next(_numbers):05}",
        "kind": "organisation" if person.organisation else "person",
        "family_name": person.family,
        "given_name": person.given,
        "organisation": person.organisation,
        "postal_code": "4640811",
        "prefecture": "愛知県",
        "city": person.city,
        "town": person.town,
        "street": person.street,
        "building": person.building,
        "email": person.email,
        "note": person.note,
        "payment_method": "transfer",
        "registered_on": "2010-04-01",
        "last_contact_on": "2010-04-01",
        "used_at": STAMP,
    }
    customer = Customer(**(values | columns))
    customer.phones = [
        CustomerPhone(position=0, kind="home", number=person.phone, digits=digits(person.phone))
    ]
    session.add(customer)
    session.flush()
    session.add(
        CustomerFinding(
            customer_id=customer.id,
            shown=f"{person.family} {person.city}{person.town}",
            whole_name=fold(person.family + person.given),
            whole_kana="",
            whole_email=fold(person.email),
            whole_address=fold(person.town + person.street),
        )
    )
    session.add_all(
        (
            CustomerContact(
                customer_id=customer.id,
                department="総務部",
                family_name=person.family,
                given_name=person.given,
                phone=person.phone,
                digits=digits(person.phone),
                email=person.email,
            ),
            CustomerCaution(customer_id=customer.id, kind="quiet_hours", detail=person.note),
        )
    )
    session.add(
        CallNote(
            customer_id=customer.id,
            taken_by=ACCOUNT,
            taken_at=STAMP,
            caller_name=person.family + "の家族",
            phone=person.phone,
            digits=digits(person.phone),
            subject="breakdown",
            text=person.note,
            outcome=person.access,
            done_at=STAMP,
            done_by=ACCOUNT,
        )
    )
    return customer


def add_job(
    session: Session,
    customer: Customer,
    person: Person,
    *,
    state: JobState = JobState.PAID,
    on: str = "2010-05-10",
    staff: str = "",
    events: dict[EventKind, str] | None = None,
    detail: str = "",
    **columns: object,
) -> Job:
    """A job at a site of the customer, with a unit, an item and dated events."""
    site = Site(
        customer_id=customer.id,
        prefecture="愛知県",
        city=person.city,
        town=person.town,
        street=person.street,
        building=person.building,
        access=person.access,
        lock_codes=person.lock_code,
        attends=person.attends,
    )
    session.add(site)
    session.flush()
    unit = Unit(site_id=site.id, place="寝室", maker="三菱", model="MSZ", serial=person.serial)
    session.add(unit)
    session.flush()
    values: dict[str, object] = {
        "number": f"{on[:4] or '2026'}-{next(_numbers):06}",
        "customer_id": customer.id,
        "site_id": site.id,
        "work_kind": "install",
        "state": state.value,
        "on": on,
        "amount_to_collect": 33_000,
        "received_on": on or "2026-11-01",
        "note": person.note,
    }
    job = Job(**(values | columns))
    job.units = [JobUnitLink(unit_id=unit.id, part="install")]
    job.items = [JobItem(item="drilling", quantity=1, detail=detail)]
    job.staff = [JobStaff(account=staff)] if staff else []
    job.events = [
        JobEventRow(kind=kind.value, on=day, number="", recorded_by=ACCOUNT, recorded_at=STAMP)
        for kind, day in (events or {}).items()
    ]
    session.add(job)
    session.flush()
    _add_results(session, job, unit, person)
    _add_estimate_and_plan(session, job, person)
    _add_invoice(session, job, person)
    return job


def _add_estimate_and_plan(session: Session, job: Job, person: Person) -> None:
    """An accepted estimate, and recurring work that has ended: active work would prevent a disposal."""
    said = f"{person.family}{person.given}様ご希望の時間帯あり"
    session.add(
        Estimate(
            job_id=job.id,
            number=f"E{next(_numbers):06}",
            state="accepted",
            issued_on="2010-04-20",
            tax_percent=10,
            text=said,
            lines=[EstimateLine(position=1, label=f"{person.family}邸 出張費", quantity=1, yen=3_000)],
        )
    )
    session.add(
        InspectionPlan(
            customer_id=job.customer_id,
            site_id=job.site_id,
            work_kind="inspect",
            every_months=12,
            next_on="2011-05-10",
            text=said,
            active=False,
        )
    )
    session.add(
        ReminderSeen(
            customer_id=job.customer_id,
            kind="warranty",
            subject=job.record_id,
            due="2011-04-20",
            outcome="called",
            on="2011-04-01",
            recorded_by=ACCOUNT,
            recorded_at=STAMP,
        )
    )
    session.add(
        VisitContract(
            job_id=job.id,
            contract_on="2010-04-20",
            seller="受付 花子",
            asked_for=said,
            payment=f"{person.family}様が工事の日に現金で",
            terms=said,
            recorded_by=ACCOUNT,
            recorded_at=STAMP,
        )
    )
    session.flush()


def _add_invoice(session: Session, job: Job, person: Person) -> None:
    """A settled invoice with what was filed of it: an open one would prevent a disposal."""
    number = f"I2010-{next(_numbers):06}"
    said = f"{person.family}{person.given}様 振込手数料はご負担ください"
    row = Invoice(
        customer_id=job.customer_id,
        kind="whole",
        state="settled",
        number=number,
        issued_on="2010-05-12",
        due_on="2010-06-30",
        net_yen=3_000,
        tax_yen=150,
        gross_yen=3_150,
        rates='[["standard", 5, 3000, 150, 3150]]',
        remarks=said,
        issued_by=ACCOUNT,
        lines=[InvoiceLine(position=1, label=f"{person.family}邸 工事一式", quantity=1, yen=3_000)],
        jobs=[InvoiceJob(job_id=job.id)],
    )
    session.add(row)
    session.flush()
    data = json.dumps({"name": f"{person.family} {person.given}", "remarks": said}, ensure_ascii=False)
    session.add(
        IssuedDocument(
            customer_id=job.customer_id,
            invoice_id=row.id,
            kind="invoice",
            number=number,
            issued_on=row.issued_on,
            yen=row.gross_yen,
            data=data,
            data_sha256=digest_of(data),
            pdf=b"%PDF-1.7 " + number.encode(),
            sha256="0" * 64,
            filed_by=ACCOUNT,
            filed_at="2010-05-12T01:00:00Z",
        )
    )
    session.flush()
    _add_payment(session, row, person)


def _add_payment(session: Session, invoice: Invoice, person: Person) -> None:
    """What paid for an invoice, with its receipt; who paid is sealed elsewhere."""
    said = f"{person.family}{person.given}様のご家族がお支払い"
    row = Payment(
        customer_id=invoice.customer_id,
        number=f"P2010-{next(_numbers):06}",
        received_on="2010-06-28",
        yen=invoice.gross_yen,
        way="bank",
        note=said,
        booked_by=ACCOUNT,
        booked_at=STAMP,
        allocations=[PaymentAllocation(invoice_id=invoice.id, yen=invoice.gross_yen, on="2010-06-28")],
    )
    session.add(row)
    session.flush()
    session.add(
        Receipt(
            customer_id=invoice.customer_id,
            payment_id=row.id,
            number=f"R2010-{next(_numbers):06}",
            state="issued",
            issued_on="2010-06-28",
            proviso=f"{person.family}邸 工事代として",
            issued_by=ACCOUNT,
        )
    )
    session.flush()


def _add_results(session: Session, job: Job, unit: Unit, person: Person) -> None:
    """What was found on site, the refrigerant log and the electrical-work ledger."""
    noted = {"recorded_by": ACCOUNT, "recorded_at": STAMP}
    said = f"{person.family}{person.given}様より水漏れの相談"
    number = next(_numbers)
    session.add(JobResult(job_id=job.id, worked_on=job.on, text=said, **noted))
    session.add(UnitResult(job_id=job.id, unit_id=unit.id, text=f"{said} {number}"))
    session.add(
        RefrigerantEntry(
            unit_id=unit.id,
            job_id=job.id,
            on=job.on or "2026-11-01",
            kind="charged",
            kg=0.2,
            refrigerant="R32",
            certificate=f"CERT-{number:08}",
            text=said,
            **noted,
        )
    )
    session.add(
        ElectricalEntry(
            job_id=job.id,
            on=job.on or "2026-11-01",
            work=f"{person.family}邸 専用回路の増設",
            diagram=f"DIAGRAM-{number:08}",
            text=said,
            **noted,
        )
    )
    session.flush()


def add_paper(session: Session, job: Job, *, state: str = "shredded", **columns: object) -> Paper:
    """A paper about a job's customer, with what only people say of it."""
    count = next(_numbers)
    values: dict[str, object] = {
        "number": f"P2010-{count:05}",
        "code": f"7{count:011}",
        "kind": "contract",
        "label": "玄関先の写真つき契約書",
        "holder_note": "奥様が署名",
        "state": state,
        "registered_by": ACCOUNT,
        "registered_at": STAMP,
        "changed_at": "2010-05-11T00:00:00Z",
    }
    paper = Paper(customer_id=job.customer_id, job_id=job.id, **(values | columns))
    session.add(paper)
    session.flush()
    return paper
