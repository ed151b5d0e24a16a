"""Dated events of jobs: their kinds, from some of which retention counts, and what is known of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from hvacdesk.domain.text.wording import Phrase, phrase


class EventKind(StrEnum):
    """A dated fact about a job; from some of them the shipped retention rules count."""

    CONTACT = "contact"
    ESTIMATE = "estimate"
    CONTRACT = "contract"
    COMPLETION = "completion"
    HANDOVER = "handover"
    INVOICE = "invoice"
    SETTLEMENT = "settlement"
    LEDGER_ENTRY = "ledger_entry"
    SLIP_RETURN = "slip_return"
    REFRIGERANT = "refrigerant"
    RECOVERY_SLIP = "recovery_slip"
    GAS_CERTIFICATE = "gas_certificate"
    MANIFEST = "manifest"
    MANIFEST_B2 = "manifest_b2"
    MANIFEST_D = "manifest_d"
    MANIFEST_E = "manifest_e"
    SURVEY = "survey"
    PROVISION = "provision"
    PROVISION_BY_CONTRACT = "provision_by_contract"


EVENT_NAMES: dict[EventKind, Phrase] = {
    EventKind.CONTACT: phrase("Jobs", "Last contact"),
    EventKind.ESTIMATE: phrase("Jobs", "Estimate issued"),
    EventKind.CONTRACT: phrase("Jobs", "Contract"),
    EventKind.COMPLETION: phrase("Jobs", "Completion"),
    EventKind.HANDOVER: phrase("Jobs", "Handover"),
    EventKind.INVOICE: phrase("Jobs", "Invoice"),
    EventKind.SETTLEMENT: phrase("Jobs", "Settlement"),
    EventKind.LEDGER_ENTRY: phrase("Jobs", "Electrical-work ledger entry"),
    EventKind.SLIP_RETURN: phrase("Jobs", "Retailer's part of the recycling slip received"),
    EventKind.REFRIGERANT: phrase("Jobs", "Refrigerant record"),
    EventKind.RECOVERY_SLIP: phrase("Jobs", "Refrigerant recovery slip"),
    EventKind.GAS_CERTIFICATE: phrase("Jobs", "Certificate of reclaimed or destroyed gas"),
    EventKind.MANIFEST: phrase("Jobs", "Waste manifest issued (A slip)"),
    EventKind.MANIFEST_B2: phrase("Jobs", "Waste manifest: B2 slip received"),
    EventKind.MANIFEST_D: phrase("Jobs", "Waste manifest: D slip received"),
    EventKind.MANIFEST_E: phrase("Jobs", "Waste manifest: E slip received (the last)"),
    EventKind.SURVEY: phrase("Jobs", "Asbestos survey"),
    EventKind.PROVISION: phrase("Jobs", "Provision to a third party"),
    EventKind.PROVISION_BY_CONTRACT: phrase("Jobs", "Provision to a third party, by contract"),
}


TOLD_ELSEWHERE = frozenset(
    {
        EventKind.SURVEY,
        EventKind.PROVISION,
        EventKind.PROVISION_BY_CONTRACT,
        EventKind.GAS_CERTIFICATE,
    }
)
"""Events that are never recorded by hand: results, hand-over ledger and refrigerant log tell them."""


class EventStrikeReason(StrEnum):
    """Why an event is removed from a job's list. Codes only: the log stores them."""

    WRONG_DAY = "wrong_day"
    WRONG_JOB = "wrong_job"
    RECORDED_TWICE = "recorded_twice"
    NOT_SO = "not_so"


EVENT_STRIKE_REASON_NAMES: dict[EventStrikeReason, Phrase] = {
    EventStrikeReason.WRONG_DAY: phrase("Jobs", "Wrong day, number or amount"),
    EventStrikeReason.WRONG_JOB: phrase("Jobs", "Belongs to another job"),
    EventStrikeReason.RECORDED_TWICE: phrase("Jobs", "Recorded twice"),
    EventStrikeReason.NOT_SO: phrase("Jobs", "Did not happen"),
}


MONEY_EVENTS = frozenset({EventKind.CONTRACT, EventKind.INVOICE, EventKind.SETTLEMENT})
"""Events that carry an amount."""


@dataclass(frozen=True)
class JobEvent:
    """A dated event of a job. ``amount`` in yen; ``number`` an invoice's or slip's."""

    kind: EventKind
    on: str
    number: str = ""
    amount: int | None = None


def expected_amount(kind: EventKind, events: Iterable[JobEvent], to_collect: int | None) -> int | None:
    """The amount that a new event most likely carries: what was agreed last, in yen.

    A settlement follows its invoice, an invoice its contract; without either it is what is to be collected.
    """
    before = {
        EventKind.INVOICE: (EventKind.CONTRACT,),
        EventKind.SETTLEMENT: (EventKind.INVOICE, EventKind.CONTRACT),
    }
    known = {event.kind: event.amount for event in events if event.amount is not None}
    found = (known[earlier] for earlier in before.get(kind, ()) if earlier in known)
    return next(found, to_collect) if kind in MONEY_EVENTS else None
