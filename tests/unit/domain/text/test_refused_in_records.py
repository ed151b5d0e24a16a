"""No text of what somebody types takes a card number or control characters, and no new field is forgotten.

Whoever adds a field to a record meets it here: its check refuses the number, or the field says below why it
may hold one. A new kind of record, and whatever else has a check, says how it is checked, or that
nobody types it.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, fields, is_dataclass, replace
from datetime import date
from typing import Any, get_type_hints

import pytest

import hvacdesk.domain
from hvacdesk.domain.backups import drills
from hvacdesk.domain.backups.drills import Drill, DrillOutcome, DrillWay
from hvacdesk.domain.billing.billing_facts import OfficeBilling, check_billing
from hvacdesk.domain.billing.estimates import EstimateLineRecord, EstimateRecord, check_estimate
from hvacdesk.domain.billing.invoice_rules import check_invoice
from hvacdesk.domain.billing.invoices import BankAccount, InvoiceLineRecord, InvoiceRecord
from hvacdesk.domain.billing.open_items import DepositEnd
from hvacdesk.domain.billing.pay_terms import PayTerms
from hvacdesk.domain.billing.payments import PaymentRecord, PaymentWay, check_pay_back, check_payment
from hvacdesk.domain.billing.prices import PriceRecord, check_price
from hvacdesk.domain.billing.receipts import ReceiptRecord, check_receipt
from hvacdesk.domain.billing.reminding import ReminderOrder
from hvacdesk.domain.calendar.dispatch import AbsenceRecord
from hvacdesk.domain.calendar.plans import AGREED, PlanRecord, check_plan
from hvacdesk.domain.calendar.slots import Slot
from hvacdesk.domain.calls.call_notes import CallNoteRecord, check_note
from hvacdesk.domain.customers.contacts import ContactRecord, check_contact
from hvacdesk.domain.customers.customer_rules import check_record
from hvacdesk.domain.customers.customers import CustomerRecord, PersonName
from hvacdesk.domain.disposal import media
from hvacdesk.domain.disposal.media import (
    Destination,
    MediumFacts,
    MediumKind,
    Sanitization,
    Sanitized,
    Technique,
    Verification,
    checked_sanitized,
)
from hvacdesk.domain.disposal.shredding import ShredFacts, checked_shredding
from hvacdesk.domain.entry.keys import SheetRecord
from hvacdesk.domain.errors import InvalidInput
from hvacdesk.domain.incidents import incidents
from hvacdesk.domain.incidents.incidents import IncidentFacts, Measure, checked_measure
from hvacdesk.domain.incidents.leak_rules import IncidentKind
from hvacdesk.domain.jobs.electrical import Inspection, LedgerRecord, check_entry
from hvacdesk.domain.jobs.job_events import EventKind, JobEvent
from hvacdesk.domain.jobs.job_rules import check_event, check_job, check_site, check_slot, check_unit
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
from hvacdesk.domain.papers.letterhead import PaperLayout, check_layout
from hvacdesk.domain.papers.printed_lists import PrintedList
from hvacdesk.domain.partners import handovers, partner_checks, partners
from hvacdesk.domain.partners.handovers import (
    HANDED_FIELDS,
    HandoverMedium,
    LedgerQuery,
    NewHandover,
    check_query,
)
from hvacdesk.domain.partners.partner_checks import CHECK_ITEMS, CheckAnswer, CheckResult, FirmCheck
from hvacdesk.domain.partners.partner_orders import NewOrder, checked_order
from hvacdesk.domain.partners.partners import Contract, FirmFacts
from hvacdesk.domain.requests.purposes_notice import NoticeTexts, checked_texts
from hvacdesk.domain.requests.requests import (
    NewRequest,
    RequestAnswer,
    RequestKind,
    RequestOutcome,
    RequestWay,
    checked_answer,
    checked_request,
)
from hvacdesk.domain.retention.record_fields import RecordField
from hvacdesk.domain.retention.retention import HoldRecord
from hvacdesk.domain.retention.retention_choices import OWN, Choice, check_choice
from hvacdesk.domain.staff.rule_texts import RuleDraft, checked_draft
from hvacdesk.domain.staff.violations import ViolationKind, ViolationRecord, checked_violation
from tests.helpers.people import customer, organisation, payment

CARD = "4111111111111111"
BELL = "\a"
ON = "2026-11-20"
TODAY = date(2026, 11, 24)
ISO_TODAY = TODAY.isoformat()
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
    Typed(
        Drill(ON, ON, DrillWay.OTHER_FOLDER, DrillOutcome.GOOD), lambda one: drills.checked(one, ISO_TODAY)
    ),
    Typed(
        OfficeBilling(account=BankAccount("銀行", "支店", "普通", "1234567", "カ）クウチヨウ")), check_billing
    ),
    Typed(MediumFacts(MediumKind.USB_STICK, "控えA"), media.checked_facts),
    Typed(
        Sanitized(
            *(ON, Sanitization.DESTROY, Technique.SHRED),
            *(Verification.SEEN, "佐藤", Destination.WASTE),
        ),
        lambda one: checked_sanitized(one, MediumKind.USB_STICK, ISO_TODAY),
    ),
    Typed(ShredFacts(), checked_shredding),
    Typed(IncidentFacts(IncidentKind.LOST_PAPER, ON), lambda one: incidents.checked_facts(one, TODAY)),
    Typed(Measure("", "鍵をかける", ID, ON), lambda one: checked_measure(one, TODAY)),
    Typed(JobEvent(EventKind.CONTRACT, ON), lambda one: check_event(one, TODAY)),
    Typed(Slot(ON, "09:00", "10:00"), lambda one: check_slot(one, TODAY)),
    Typed(PaperLayout(), check_layout),
    Typed(LedgerQuery(), check_query),
    Typed(
        NewHandover("山田設備", ON, frozenset(HANDED_FIELDS), HandoverMedium.PAPER, customer=ID, due=ON),
        lambda one: handovers.checked(one, ISO_TODAY),
    ),
    Typed(
        FirmCheck(ON, {one.code: CheckAnswer.YES for one in CHECK_ITEMS}, CheckResult.GOOD, "2026-12-20"),
        lambda one: partner_checks.checked(one, ISO_TODAY),
    ),
    Typed(
        NewOrder(ID, "取付", ON, 10_000, ON, place="名古屋市中区"),
        lambda one: checked_order(one, TODAY, one_person=False),
    ),
    Typed(FirmFacts("山田設備", contract=Contract(ON, ends=ON)), partners.checked_facts),
    Typed(NoticeTexts(*["本文"] * len(fields(NoticeTexts))), checked_texts),
    Typed(
        NewRequest(RequestKind.DISCLOSURE, RequestWay.COUNTER, ON, by_agent=True, name="林", person="森"),
        lambda one: checked_request(one, TODAY),
    ),
    Typed(
        RequestAnswer(RequestOutcome.GRANTED, RequestWay.COUNTER),
        lambda one: checked_answer(RequestKind.DISCLOSURE, one, frozenset()),
    ),
    Typed(
        Choice(f"{OWN}1", 5, 0, "見積", event=EventKind.ESTIMATE, keeps=frozenset(RecordField)),
        lambda one: check_choice(one, ()),
    ),
    Typed(RuleDraft("規程", "本文"), checked_draft),
)

NOT_TYPED = {
    *(AbsenceRecord, DepositEnd, HoldRecord, PayTerms, PrintedList, ReminderOrder, SheetRecord, TiedRecord),
}
"""They hold days, numbers and ids; what else stands in them, the program puts there."""

_CHOSEN = "a record id, of something that is chosen and looked up"
_PUT_THERE = "what the program puts there, whatever is typed"
_OWN_KIND = "a number of its own kind, which may look like a card's"
_OWN_WORDS = "the office's own words, of no customer; its numbers with the authorities may stand there"
_OFFICE_ACCOUNT = "the office's own account"
MAY_HOLD_ONE = {
    **dict.fromkeys(
        (
            *("IncidentFacts.account", "IncidentFacts.batch", "Measure.owner", "NewHandover.customer"),
            *("NewHandover.job", "NewOrder.firm", "NewOrder.job", "NewRequest.customer"),
            *("RuleDraft.code", "RuleDraft.text"),
        ),
        _CHOSEN,
    ),
    **dict.fromkeys(("Measure.measure", "Measure.owner_name", "Measure.done_on"), _PUT_THERE),
    **dict.fromkeys(("Choice.set_by", "Choice.set_on"), _PUT_THERE),
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
    "ReceiptRecord.number": _CHOSEN,
    "JobRecord.client_slip": _OWN_KIND,
    "UnitRecord.model": _OWN_KIND,
    "UnitRecord.serial": _OWN_KIND,
    **dict.fromkeys(("MediumFacts.model", "MediumFacts.serial", "JobEvent.number"), _OWN_KIND),
    **dict.fromkeys(("Sanitized.certificate", "ShredFacts.certificate", "Contract.number"), _OWN_KIND),
    **{f"BankAccount.{one}": _OFFICE_ACCOUNT for one in ("bank", "branch", "kind", "holder")},
    **{f"NoticeTexts.{one.name}": _OWN_WORDS for one in fields(NoticeTexts)},
    **dict.fromkeys(("RuleDraft.title", "RuleDraft.body", "PaperLayout.footer"), _OWN_WORDS),
    "LedgerQuery.firm": "a search",
    "RequestAnswer.ground": "a code; with an answer in full it is not stored",
    "LedgerRecord.diagram": _OWN_KIND,
    "RefrigerantRecord.certificate": _OWN_KIND,
    "GasRecord.certificate": _OWN_KIND,
    "PaymentRecord.payer": "as the bank wrote it, and sealed with the payment key",
}


def texts_of(record: Any, text: str) -> Iterator[tuple[str, Any]]:
    """Every text of a record and of what stands within it: its name, and the record with this text."""
    for one in fields(record):
        value = getattr(record, one.name)
        if type(value) is str:
            yield f"{type(record).__name__}.{one.name}", replace(record, **{one.name: text})
        elif is_dataclass(value):
            for name, inside in texts_of(value, text):
                yield name, replace(record, **{one.name: inside})
        elif isinstance(value, tuple) and value and is_dataclass(value[0]):
            for name, inside in texts_of(value[0], text):
                yield name, replace(record, **{one.name: (inside, *value[1:])})
        elif isinstance(value, tuple) and value and type(value[0]) is str:
            yield f"{type(record).__name__}.{one.name}", replace(record, **{one.name: (text, *value[1:])})


def holds_bell(value: Any) -> bool:
    """Whether it stands anywhere in a record that was made a mapping."""
    if isinstance(value, dict):
        return any(map(holds_bell, value.values()))
    return (
        BELL in value if isinstance(value, str) else isinstance(value, tuple) and any(map(holds_bell, value))
    )


CASES = [(name, made, typed.check) for typed in TYPED for name, made in texts_of(typed.sample, CARD)]
CONTROLS = [(name, made, typed.check) for typed in TYPED for name, made in texts_of(typed.sample, BELL)]


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


@pytest.mark.parametrize(
    ("name", "made", "check"),
    [case for case in CONTROLS if MAY_HOLD_ONE.get(case[0]) not in {_CHOSEN, _PUT_THERE}],
    ids=[name for name, _made, _check in CONTROLS if MAY_HOLD_ONE.get(name) not in {_CHOSEN, _PUT_THERE}],
)
def test_no_text_of_a_typed_record_takes_control_characters(
    name: str, made: Any, check: Callable[[Any], object]
) -> None:
    try:
        stored = check(made)
    except InvalidInput:
        return
    assert not holds_bell(asdict(stored))


def test_every_exception_is_about_a_field_that_there_is() -> None:
    assert set(MAY_HOLD_ONE) <= {name for name, _made, _check in CASES}


def records() -> set[type]:
    """Every dataclass of the domain that calls itself a record."""
    found = set()
    for module in pkgutil.walk_packages(hvacdesk.domain.__path__, "hvacdesk.domain."):
        for one in vars(importlib.import_module(module.name)).values():
            if isinstance(one, type) and one.__name__.endswith("Record"):
                found.add(one)
    return found | checked_classes()


def checked_classes() -> set[type]:
    """Whatever a check of the domain takes and gives back as it is stored."""
    found = set()
    for module in pkgutil.walk_packages(hvacdesk.domain.__path__, "hvacdesk.domain."):
        for name, one in vars(importlib.import_module(module.name)).items():
            if inspect.isfunction(one) and name.startswith("check"):
                hints = get_type_hints(one)
                given = hints.pop("return", None)
                found |= {hint for hint in hints.values() if hint is given and is_dataclass(hint)}
    return found


def test_every_record_says_how_it_is_checked_or_that_nobody_types_it() -> None:
    walked = {name.partition(".")[0] for name, _made, _check in CASES}
    walked |= {type(typed.sample).__name__ for typed in TYPED}
    forgotten = {one.__name__ for one in records() - NOT_TYPED} - walked
    assert not forgotten, "add them to TYPED with their check, or to NOT_TYPED"
    assert CustomerRecord.__name__ in walked
