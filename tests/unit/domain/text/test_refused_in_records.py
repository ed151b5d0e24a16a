"""A card number is refused in every text of every record that somebody types, and no new field is forgotten.

Whoever adds a field to a record meets it here: its check refuses the number, or the field says below why it
may hold one. A new kind of record says how it is checked, or that nobody types it.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from typing import Any

import pytest

import hvacdesk.domain
from hvacdesk.domain.billing.estimates import EstimateLineRecord, EstimateRecord, check_estimate
from hvacdesk.domain.billing.invoice_rules import check_invoice
from hvacdesk.domain.billing.invoices import InvoiceLineRecord, InvoiceRecord
from hvacdesk.domain.billing.payments import PaymentRecord, PaymentWay, check_pay_back, check_payment
from hvacdesk.domain.billing.prices import PriceRecord, check_price
from hvacdesk.domain.billing.receipts import ReceiptRecord, check_receipt
from hvacdesk.domain.calendar.dispatch import AbsenceRecord
from hvacdesk.domain.calendar.plans import AGREED, PlanRecord, check_plan
from hvacdesk.domain.calls.call_notes import CallNoteRecord, check_note
from hvacdesk.domain.customers.contacts import ContactRecord, check_contact
from hvacdesk.domain.customers.customer_rules import check_record
from hvacdesk.domain.customers.customers import CustomerRecord, PersonName
from hvacdesk.domain.entry.keys import SheetRecord
from hvacdesk.domain.errors import InvalidInput
from hvacdesk.domain.jobs.electrical import Inspection, LedgerRecord, check_entry
from hvacdesk.domain.jobs.job_rules import check_job, check_site, check_unit
from hvacdesk.domain.jobs.jobs import ItemLine, JobRecord, Party, SiteRecord, UnitRecord, WorkItem, WorkKind
from hvacdesk.domain.jobs.refrigerant import (
    GasRecord,
    LoggedRefrigerant,
    RefrigerantKind,
    RefrigerantRecord,
    check_handed_on,
    check_refrigerant,
)
from hvacdesk.domain.jobs.results import JobResults, UnitResultRecord, check_results
from hvacdesk.domain.jobs.surveys import Survey, SurveyOutcome
from hvacdesk.domain.jobs.visit_contracts import VisitException, VisitRecord, checked_visit
from hvacdesk.domain.oversight.chain_report import TiedRecord
from hvacdesk.domain.retention.retention import HoldRecord
from hvacdesk.domain.staff.violations import ViolationKind, ViolationRecord, checked_violation
from tests.helpers.people import customer, organisation, payment

CARD = "4111111111111111"
ON = "2026-11-20"
TODAY = date(2026, 11, 24)
ID = "a" * 32

GAS = RefrigerantRecord(RefrigerantKind.RECOVERED, ON, 1.0)
ADDRESS = customer().address


@dataclass(frozen=True)
class Typed:
    """A record that the check takes, and the check; what stands within it is walked, too."""

    sample: Any
    check: Callable[[Any], object]


TYPED = (
    Typed(organisation(payment=payment()), check_record),
    Typed(ContactRecord("総務", PersonName("佐々木", "", "", "")), check_contact),
    Typed(SiteRecord(ADDRESS), lambda one: check_site(one, TODAY)),
    Typed(UnitRecord(), lambda one: check_unit(one, TODAY.year)),
    Typed(
        JobRecord(ID, WorkKind.REPAIR, {Party.REQUESTER: ID}, items=(ItemLine(WorkItem.DRILLING),)),
        lambda one: check_job(one, TODAY),
    ),
    Typed(
        JobResults(
            ON,
            survey=Survey(ON, "山本", SurveyOutcome.NONE_FOUND),
            units=(UnitResultRecord(ID, text="異音"),),
        ),
        lambda one: check_results(one, TODAY),
    ),
    Typed(
        VisitRecord(ON, "受付", VisitException.ASKED, ON, "取付", confirmed=True),
        lambda one: checked_visit(one, TODAY),
    ),
    Typed(GAS, lambda one: check_refrigerant(one, TODAY)),
    Typed(
        GasRecord(ON, 1.0, "再生業者", certificate="1", certified_on=ON),
        lambda one: check_handed_on(one, LoggedRefrigerant(ID, GAS, "", ON, ""), TODAY),
    ),
    Typed(
        LedgerRecord(ON, "配線", "主任", "作業者", "図1", result=Inspection.PASSED),
        lambda one: check_entry(one, TODAY),
    ),
    Typed(CallNoteRecord(ID, "林", text="冷えない"), lambda one: check_note(one, TODAY)),
    Typed(PlanRecord(ID, ID, WorkKind.REPAIR, AGREED, 12, ON), lambda one: check_plan(one, TODAY, ())),
    Typed(
        ViolationRecord(ON, ID, ViolationKind.OTHER, "持ち出し"), lambda one: checked_violation(one, TODAY)
    ),
    Typed(ReceiptRecord("工事代", ON), lambda one: check_receipt(one, date(2026, 11, 1), TODAY)),
    Typed(
        EstimateRecord((EstimateLineRecord("工事", 1, "式", 1_000),)), lambda one: check_estimate(one, TODAY)
    ),
    Typed(
        InvoiceRecord(lines=(InvoiceLineRecord("工事", 1, "式", 1_000),), delivered_from=ON, delivered_to=ON),
        lambda one: check_invoice(one, TODAY),
    ),
    Typed(PaymentRecord(ON, 1_000, PaymentWay.CASH), lambda one: check_payment(one, {}, TODAY)),
    Typed(PaymentRecord(ON, -1_000, PaymentWay.CASH), lambda one: check_pay_back(one, 1_000, ON, TODAY)),
    Typed(PriceRecord(None, "工事"), check_price),
)

NOT_TYPED = {AbsenceRecord, HoldRecord, SheetRecord, TiedRecord}
"""They hold days and ids; what else stands in them, the program puts there."""

_CHOSEN = "a record id, of something that is chosen and looked up"
_OWN_KIND = "a number of its own kind, which may look like a card's"
MAY_HOLD_ONE = {
    "CallNoteRecord.customer": _CHOSEN,
    "CallNoteRecord.for_account": _CHOSEN,
    "CallNoteRecord.invoice": _CHOSEN,
    "InvoiceLineRecord.job": _CHOSEN,
    "JobRecord.site": _CHOSEN,
    "JobRecord.contact": _CHOSEN,
    "PaymentRecord.collected_by": _CHOSEN,
    "PlanRecord.customer": _CHOSEN,
    "PlanRecord.site": _CHOSEN,
    "UnitResultRecord.unit": _CHOSEN,
    "ViolationRecord.account": _CHOSEN,
    "ReceiptRecord.number": "the number of a blank receipt, which has to be one that is out",
    "JobRecord.client_slip": _OWN_KIND,
    "UnitRecord.model": _OWN_KIND,
    "UnitRecord.serial": _OWN_KIND,
    "LedgerRecord.diagram": _OWN_KIND,
    "RefrigerantRecord.certificate": _OWN_KIND,
    "GasRecord.certificate": _OWN_KIND,
    "PaymentRecord.payer": "as the bank wrote it, and sealed with the payment key",
}


def texts_of(record: Any) -> Iterator[tuple[str, Any]]:
    """Every text of a record and of what stands within it: its name, and the record with the number there."""
    for one in fields(record):
        value = getattr(record, one.name)
        if type(value) is str:
            yield f"{type(record).__name__}.{one.name}", replace(record, **{one.name: CARD})
        elif is_dataclass(value):
            for name, inside in texts_of(value):
                yield name, replace(record, **{one.name: inside})
        elif isinstance(value, tuple) and value and is_dataclass(value[0]):
            for name, inside in texts_of(value[0]):
                yield name, replace(record, **{one.name: (inside, *value[1:])})


CASES = [(name, made, typed.check) for typed in TYPED for name, made in texts_of(typed.sample)]


@pytest.mark.parametrize("typed", TYPED, ids=lambda one: type(one.sample).__name__)
def test_each_record_is_taken_without_a_card_number(typed: Typed) -> None:
    typed.check(typed.sample)


@pytest.mark.parametrize(
    ("name", "made", "check"),
    [case for case in CASES if case[0] not in MAY_HOLD_ONE],
    ids=[name for name, _made, _check in CASES if name not in MAY_HOLD_ONE],
)
def test_no_text_of_a_typed_record_takes_a_card_number(
    name: str, made: Any, check: Callable[[Any], object]
) -> None:
    with pytest.raises(InvalidInput):
        check(made)


def test_every_exception_is_about_a_field_that_there_is() -> None:
    assert set(MAY_HOLD_ONE) <= {name for name, _made, _check in CASES}


def records() -> set[type]:
    """Every dataclass of the domain that calls itself a record."""
    found = set()
    for module in pkgutil.walk_packages(hvacdesk.domain.__path__, "hvacdesk.domain."):
        for one in vars(importlib.import_module(module.name)).values():
            if isinstance(one, type) and one.__name__.endswith("Record"):
                found.add(one)
    return found


def test_every_record_says_how_it_is_checked_or_that_nobody_types_it() -> None:
    walked = {name.partition(".")[0] for name, _made, _check in CASES}
    forgotten = {one.__name__ for one in records() - NOT_TYPED} - walked
    assert not forgotten, "add them to TYPED with their check, or to NOT_TYPED"
    assert CustomerRecord.__name__ in walked
