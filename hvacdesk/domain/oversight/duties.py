"""The calendar of duties: everything in the office that has a day on which it is due."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from hvacdesk.domain.text.wording import Phrase, phrase


class DutyKind(StrEnum):
    """What is due."""

    RULES = "rules"
    TRAINING = "training"
    PARTNER_CHECK = "partner_check"
    HANDOVER = "handover"
    REQUEST = "request"
    INCIDENT_CLIENT = "incident_client"
    INCIDENT_PRELIMINARY = "incident_preliminary"
    INCIDENT_FINAL = "incident_final"
    PREVENTION = "prevention"
    ACCESS_REVIEW = "access_review"
    REPORT = "report"
    DISPOSAL = "disposal"
    BACKUP_DRILL = "backup_drill"
    RECOVERY_SHEET = "recovery_sheet"
    CERTIFICATE = "certificate"
    OUTSIDE_LIST = "outside_list"
    PAPERS = "papers"
    CLIENT_DATA = "client_data"
    WARRANTIES = "warranties"
    DESIGN_PERIODS = "design_periods"
    RECURRING_WORK = "recurring_work"
    PARTNER_ORDER = "partner_order"
    PARTNER_PAYMENT = "partner_payment"
    VISIT_PAPER = "visit_paper"
    MANIFEST_SLIP = "manifest_slip"


STAYS_INSIDE = frozenset({DutyKind.REPORT})
"""Kinds that no calendar file names: it would tell others that there is a report, which only readers know."""

DUTY_NAMES: dict[DutyKind, Phrase] = {
    DutyKind.RULES: phrase("Duties", "Rules to acknowledge"),
    DutyKind.TRAINING: phrase("Duties", "Training"),
    DutyKind.PARTNER_CHECK: phrase("Duties", "Check of a partner firm"),
    DutyKind.HANDOVER: phrase("Duties", "Handed-over data to come back"),
    DutyKind.REQUEST: phrase("Duties", "Answer to a request"),
    DutyKind.INCIDENT_CLIENT: phrase("Duties", "Tell the client contractor of a leak first"),
    DutyKind.INCIDENT_PRELIMINARY: phrase("Duties", "Preliminary report of a leak"),
    DutyKind.INCIDENT_FINAL: phrase("Duties", "Final report of a leak"),
    DutyKind.PREVENTION: phrase("Duties", "Measure after an incident"),
    DutyKind.ACCESS_REVIEW: phrase("Duties", "Access review"),
    DutyKind.REPORT: phrase("Duties", "Answer to a report"),
    DutyKind.DISPOSAL: phrase("Duties", "Disposal review"),
    DutyKind.BACKUP_DRILL: phrase("Duties", "Backup drill"),
    DutyKind.RECOVERY_SHEET: phrase("Duties", "New recovery sheet"),
    DutyKind.CERTIFICATE: phrase("Duties", "Certificate to print and sign"),
    DutyKind.OUTSIDE_LIST: phrase("Duties", "Customer list outside to destroy"),
    DutyKind.PAPERS: phrase("Duties", "Papers not back in time"),
    DutyKind.CLIENT_DATA: phrase("Duties", "Client contractor's data to return or destroy"),
    DutyKind.WARRANTIES: phrase("Duties", "Warranties that end"),
    DutyKind.DESIGN_PERIODS: phrase("Duties", "Units past their design period"),
    DutyKind.RECURRING_WORK: phrase("Duties", "Agreed work to remind customers of"),
    DutyKind.PARTNER_ORDER: phrase("Duties", "Order to write to a one-person firm"),
    DutyKind.PARTNER_PAYMENT: phrase("Duties", "Payment of a firm"),
    DutyKind.VISIT_PAPER: phrase("Duties", "Contract paper to hand over after a visit"),
    DutyKind.MANIFEST_SLIP: phrase("Duties", "Waste manifest: slip to come back"),
}

AHEAD = timedelta(days=14)
"""Today's page names what is due within so many days."""

GRACE: dict[DutyKind, timedelta] = {
    DutyKind.CERTIFICATE: timedelta(days=7),
    DutyKind.OUTSIDE_LIST: timedelta(days=7),
}
"""How long the office gives itself from the event on. Source: office rule (product owner, 2026-11)."""


@dataclass(frozen=True)
class Duty:
    """One thing with a day. It names no customer, so that it may leave the office in a calendar file.

    Attributes:
        due: the last day on which it is in time.
        about: which one: a number, a month, a firm's or a staff member's name. Never a customer's name.
        record: the record id that the window of its kind opens; may be empty.
        untouched: somebody outside waits for it and nobody here has begun yet.
    """

    kind: DutyKind
    due: date
    about: str = ""
    record: str = ""
    untouched: bool = False

    def overdue(self, today: date) -> bool:
        """Whether its last day has passed."""
        return self.due < today


def in_order(duties: Iterable[Duty]) -> tuple[Duty, ...]:
    """By day, so that what is overdue the longest comes first."""
    return tuple(sorted(duties, key=lambda duty: (duty.due, duty.kind.value, duty.about, duty.record)))


def pressing(duties: Iterable[Duty], today: date) -> tuple[Duty, ...]:
    """What is overdue or due soon, in order."""
    return in_order(duty for duty in duties if duty.due <= today + AHEAD)
