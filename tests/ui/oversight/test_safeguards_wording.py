"""What the audit log's codes are in plain words."""

from __future__ import annotations

import ast
import dataclasses
import inspect
import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import pytest

import hvacdesk
from hvacdesk.domain.backups.drills import DrillOutcome, DrillWay
from hvacdesk.domain.bank.bank_matching import MatchReason
from hvacdesk.domain.billing.accounting_export import AccountingProgram
from hvacdesk.domain.billing.estimates import EstimateRecord
from hvacdesk.domain.billing.outside_doubts import OutsideReason
from hvacdesk.domain.billing.payment_papers import ReminderTone
from hvacdesk.domain.billing.prices import PriceRecord
from hvacdesk.domain.calendar.plans import PlanRecord
from hvacdesk.domain.calendar.reminders import ReminderKind, ReminderOutcome
from hvacdesk.domain.calls.call_notes import CallNoteRecord
from hvacdesk.domain.customers.contacts import ContactRecord
from hvacdesk.domain.customers.customers import (
    Address,
    CustomerField,
    CustomerRecord,
    PaymentDetails,
    PersonName,
)
from hvacdesk.domain.disposal.disposal import BatchState
from hvacdesk.domain.disposal.media import (
    Destination,
    MediumFacts,
    MediumKind,
    Sanitization,
    Technique,
    Verification,
)
from hvacdesk.domain.disposal.place_decisions import KeepReason, PlaceDecision
from hvacdesk.domain.disposal.shredding import ShredMethod
from hvacdesk.domain.exchange.exporting import ExportExtent, ExportForm, ExportReason
from hvacdesk.domain.exchange.outside_lists import ListMethod
from hvacdesk.domain.exchange.taken_imports import ImportKind
from hvacdesk.domain.incidents.concerned import Extent, Found, ListReason
from hvacdesk.domain.incidents.concerned import Outcome as Told
from hvacdesk.domain.incidents.incident_texts import CommissionReport, IncidentPart
from hvacdesk.domain.incidents.incidents import IncidentFacts
from hvacdesk.domain.incidents.leak_rules import IncidentKind, LeakVerdict
from hvacdesk.domain.jobs.electrical import LedgerReason
from hvacdesk.domain.jobs.job_events import EventKind
from hvacdesk.domain.jobs.jobs import JobRecord, JobState, SiteRecord, UnitRecord
from hvacdesk.domain.jobs.refrigerant import RefrigerantKind, StrikeReason
from hvacdesk.domain.jobs.surveys import SurveyOutcome
from hvacdesk.domain.jobs.visit_contracts import VisitException
from hvacdesk.domain.office.integrity import DamageKind
from hvacdesk.domain.office.office import OfficeFacts
from hvacdesk.domain.oversight.action_names import ACTION_NAMES
from hvacdesk.domain.oversight.audit_log import Action, AuditEntry, RevealReason
from hvacdesk.domain.papers.letterhead import ImageKind
from hvacdesk.domain.papers.register import PaperKind, PaperState
from hvacdesk.domain.papers.work_orders import CopyState, Profile, ReprintReason
from hvacdesk.domain.partners.client_data import ClientEnding
from hvacdesk.domain.partners.handovers import Ending
from hvacdesk.domain.partners.partner_checks import CheckResult
from hvacdesk.domain.partners.partner_orders import OrderStep
from hvacdesk.domain.partners.partners import FirmFacts
from hvacdesk.domain.requests.consents import ConsentKind, ConsentWay
from hvacdesk.domain.requests.erasure_requests import ErasureOutcome
from hvacdesk.domain.requests.purposes_notice import NoticeWay
from hvacdesk.domain.requests.requests import IdentityCheck, RequestOutcome
from hvacdesk.domain.retention.retention import Standing
from hvacdesk.domain.staff.violations import Consequence, ViolationRecord
from hvacdesk.domain.text.wording import english
from hvacdesk.services.language import words_for
from hvacdesk.services.office.settings import DEFAULTS
from hvacdesk.services.requests.disclosure import DisclosureForm
from hvacdesk.services.workplace import Workplace
from hvacdesk.store import models  # models registers the tables
from hvacdesk.store.base import Base
from hvacdesk.store.oversight import audit_log
from hvacdesk.ui.oversight.detail_words import KEYS, SUBJECTS, detail_text, names_of
from hvacdesk.ui.oversight.logged_fields import FIELD_WORDS

assert models


FOR_THE_PROGRAM = frozenset(
    {
        *(
            "batch",
            "call",
            "contact",
            "copy",
            "entry",
            "job",
            "list",
            "listed",
            "merged",
            "order",
            "sat_at",
            "site",
            "undoes",
        ),
        *("exceptions", "figures", "lost_heads", "payment", "sha256", "signing"),
        *("answered", "generation", "noted", "notes_gone", "signature", "tied"),
    }
)
"""Record ids and marks that say nothing to a reader; the subject says what an entry is about."""


@pytest.mark.parametrize(
    ("action", "subject", "details", "text"),
    [
        (
            Action.BACKUP_FAILED,
            "place:0a1b2c3d4e5f",
            {"failure": "full"},
            "Backup folder 0a1b2c3d  Failure: The backup folder has too little free space.",
        ),
        (
            Action.BACKUP_TAKEN,
            "place:0a1b2c3d4e5f",
            {"backup": "hvacdesk-backup-1", "rows": 12, "removed": 0},
            "Backup folder 0a1b2c3d  Backup: hvacdesk-backup-1  Rows: 12  Backups removed: 0",
        ),
        (
            Action.RESULTS_RECORDED,
            "job:0a1b2c3d4e5f",
            {"units": 2, "confirmed": ["insulation_mohm"]},
            "Job 0a1b2c3d  Units: 2  Unusual values confirmed: Insulation resistance",
        ),
        (
            Action.REFRIGERANT_STRUCK,
            "unit:0a1b2c3d4e5f",
            {"entry": "f" * 32, "reason": "wrong_amount"},
            "Unit 0a1b2c3d  Reason: Wrong amount or day",
        ),
        (Action.SHEET_SHREDDED, "sheet:2", {}, "Recovery sheet 2"),
        (Action.FORMER_KEYS_DISCARDED, "", {"epochs": [1, 2]}, "Epochs: 1・2"),
        (Action.KEYS_ROTATED, "", {"epoch": 3, "payment": True, "signing": False}, "Epoch: 3"),
    ],
)
def test_keys_and_backups_are_told_in_words(
    action: Action, subject: str, details: dict[str, object], text: str
) -> None:
    entry = AuditEntry(1, "2026-11-24T00:00:00Z", "0" * 32, "N", action, subject, details, "")
    assert detail_text(entry, english) == text


def test_every_action_has_a_name() -> None:
    assert set(ACTION_NAMES) == set(Action)


SERVICES = Path(hvacdesk.__file__).parent / "services"
WRITERS = {"record", "_record", "_log", "_note"}
NO_DETAILS = {
    *inspect.signature(Workplace.record).parameters,
    *inspect.signature(audit_log.append).parameters,
}
"""What a writer takes beside an entry's details."""


def written() -> Iterator[tuple[str, ast.expr]]:
    """Every detail that a service writes into the log: its key and the expression of its value."""
    for path in sorted(SERVICES.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            names_action = any(
                isinstance(one, ast.Attribute) and getattr(one.value, "id", "") == "Action"
                for one in node.args
            )
            if names_action or name in WRITERS:
                yield from (
                    (word.arg, word.value)
                    for word in node.keywords
                    if word.arg and word.arg not in NO_DETAILS
                )


def test_every_key_that_a_service_writes_has_a_word_or_is_for_the_program_alone() -> None:
    keys = {key for key, _value in written()}
    assert len(keys) > 70
    assert keys - KEYS.keys() - FOR_THE_PROGRAM == set()
    assert KEYS.keys() & FOR_THE_PROGRAM == set()


def test_every_subject_that_a_service_writes_has_a_word() -> None:
    kinds = set()
    for path in sorted(SERVICES.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                start = str(node.values[0].value)
                if re.fullmatch("[a-z_]+:", start):
                    kinds.add(start[:-1])
    assert len(kinds) > 15
    assert kinds - SUBJECTS.keys() == set()


CHANGED_TABLES = (
    *("customers", "customer_contacts", "sites", "units", "jobs", "prices", "inspection_plans"),
    *("call_notes", "partner_firms", "violations", "office_facts"),
)
NEVER_CHANGED_BY_HAND = {
    *("id", "record_id", "version", "used_at", "merged_into_id", "key", "position", "taken_at"),
    *("done_at", "done_by", "registered_by", "recorded_by", "recorded_on", "closed_by", "closed_on"),
}
RECORDS = (
    *(CustomerRecord, PaymentDetails, PersonName, Address, ContactRecord, SiteRecord, UnitRecord),
    *(JobRecord, EstimateRecord, PlanRecord, PriceRecord, CallNoteRecord, MediumFacts, FirmFacts),
    *(ViolationRecord, OfficeFacts, IncidentFacts),
)
"""What services compare to find the fields that changed."""


def fields() -> set[str]:
    """Every name that may stand under ``fields``: columns, parts of records, and what services write out."""
    found = {
        column.name
        for table in CHANGED_TABLES
        for column in Base.metadata.tables[table].columns
        if column.name not in NEVER_CHANGED_BY_HAND
    }
    found |= {one.name for record in RECORDS for one in dataclasses.fields(record)}
    found |= {code.value for code in (*CustomerField, *IncidentPart, *CommissionReport)}
    found |= set(DEFAULTS)
    for key, value in written():
        if key in {"fields", "field"}:
            found |= {
                one.value
                for one in ast.walk(value)
                if isinstance(one, ast.Constant) and isinstance(one.value, str)
            }
    return found - {""}


def test_every_field_that_may_be_written_has_a_word() -> None:
    assert {"prevention", "timeline", "substitute_on", "site_id"} <= fields()
    assert fields() - FIELD_WORDS.keys() == set()


CODES: dict[str, tuple[type[StrEnum], ...]] = {
    "program": (AccountingProgram,),
    "doubts": (OutsideReason, MatchReason),
    "reminder_tone": (ReminderTone,),
    "keep_reason": (KeepReason,),
    "place_decision": (PlaceDecision,),
    "after": (JobState,),
    "before": (JobState,),
    "check_result": (CheckResult,),
    "consent": (ConsentKind,),
    "consent_way": (ConsentWay,),
    "consequence": (Consequence,),
    "destination": (Destination,),
    "document": (CommissionReport,),
    "ending": (Ending, ClientEnding),
    "extent": (Extent, ExportExtent),
    "fields": (CustomerField, IncidentPart, CommissionReport),
    "form": (DisclosureForm, ExportForm),
    "found": (Found,),
    "identity": (IdentityCheck,),
    "image": (ImageKind,),
    "imported": (ImportKind,),
    "kind": (IncidentKind, MediumKind, DamageKind, EventKind),
    "method": (ShredMethod, ListMethod),
    "notice_way": (NoticeWay,),
    "outcome": (ErasureOutcome, RequestOutcome, SurveyOutcome, DrillOutcome, Told),
    "order_step": (OrderStep,),
    "paper_kind": (PaperKind,),
    "profiles": (Profile,),
    "reason": (RevealReason, ReprintReason, StrikeReason, LedgerReason, ExportReason, ListReason),
    "refrigerant": (RefrigerantKind,),
    "reminder": (ReminderKind,),
    "reminder_outcome": (ReminderOutcome,),
    "report": (CommissionReport,),
    "result": (BatchState,),
    "sanitization": (Sanitization,),
    "standing": (Standing,),
    "state": (PaperState, CopyState),
    "technique": (Technique,),
    "verdict": (LeakVerdict,),
    "verification": (Verification,),
    "visit_exception": (VisitException,),
    "way": (DrillWay,),
}
"""Which codes services write under which key."""


def test_every_code_that_a_service_writes_has_a_word() -> None:
    with_codes = {
        key for key, value in written() if any(getattr(one, "attr", "") == "value" for one in ast.walk(value))
    }
    assert with_codes - CODES.keys() - {"confirmed", "field"} == set()
    for key, kinds in CODES.items():
        names = names_of(Action.OFFICE_CHANGED, key)
        missing = {code.value for kind in kinds for code in kind} - {str(code) for code in names}
        assert missing == set(), key


@pytest.mark.parametrize("language", ["ja", "en"])
def test_words_look_like_words(language: str) -> None:
    words = words_for(language)
    for code, name in (*FIELD_WORDS.items(), *KEYS.items(), *SUBJECTS.items()):
        said = words(name)
        assert "_" not in said, code
        assert language == "en" or not said.isascii(), code


def test_an_incidents_change_is_told_in_words() -> None:
    details = {"number": "I-0001", "fields": ["prevention"], "papers": ["2026-000037  1/3"]}
    entry = AuditEntry(
        1, "2026-11-24T00:00:00Z", "0" * 32, "N", Action.INCIDENT_CHANGED, "incident:0a1b2c3d", details, ""
    )
    said = detail_text(entry, words_for("ja"))
    assert "prevention" not in said
    assert "再発防止" in said
