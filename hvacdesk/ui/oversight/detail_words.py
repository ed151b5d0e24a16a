"""An audit log entry's content in plain words: for each code of the log, the office's term."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hvacdesk.domain.backups.drills import DRILL_OUTCOME_NAMES, DRILL_WAY_NAMES
from hvacdesk.domain.bank.bank_matching import MATCH_REASON_NAMES
from hvacdesk.domain.billing.accounting_export import ACCOUNTING_PROGRAM_NAMES
from hvacdesk.domain.billing.estimates import ESTIMATE_STATE_NAMES
from hvacdesk.domain.billing.invoice_rules import Stated
from hvacdesk.domain.billing.invoices import INVOICE_KIND_NAMES, STORED_STATE_NAMES
from hvacdesk.domain.billing.outside_doubts import OUTSIDE_REASON_NAMES
from hvacdesk.domain.billing.payment_doubts import PAYMENT_ALIKE
from hvacdesk.domain.billing.payment_papers import REMINDER_TONE_NAMES
from hvacdesk.domain.calendar.reminders import REMINDER_KIND_NAMES, REMINDER_OUTCOME_NAMES
from hvacdesk.domain.disposal.disposal import BATCH_STATE_NAMES
from hvacdesk.domain.disposal.media import (
    DESTINATION_NAMES,
    MEDIUM_KIND_NAMES,
    SANITIZATION_NAMES,
    TECHNIQUE_NAMES,
    VERIFICATION_NAMES,
)
from hvacdesk.domain.disposal.place_decisions import KEEP_REASON_NAMES, PLACE_DECISION_NAMES
from hvacdesk.domain.disposal.shredding import SHRED_METHOD_NAMES
from hvacdesk.domain.exchange.exporting import EXPORT_EXTENT_NAMES, EXPORT_FORM_NAMES, EXPORT_REASON_NAMES
from hvacdesk.domain.exchange.outside_lists import LIST_METHOD_NAMES
from hvacdesk.domain.exchange.taken_imports import IMPORT_NAMES
from hvacdesk.domain.incidents.concerned import EXTENT_NAMES, FOUND_NAMES, LIST_REASON_NAMES
from hvacdesk.domain.incidents.concerned import OUTCOME_NAMES as TOLD_NAMES
from hvacdesk.domain.incidents.incident_texts import REPORT_TITLES
from hvacdesk.domain.incidents.leak_rules import KIND_NAMES as INCIDENT_KIND_NAMES
from hvacdesk.domain.incidents.leak_rules import VERDICT_NAMES
from hvacdesk.domain.jobs.electrical import LEDGER_REASON_NAMES
from hvacdesk.domain.jobs.job_events import EVENT_NAMES, EVENT_STRIKE_REASON_NAMES
from hvacdesk.domain.jobs.jobs import JOB_STATE_NAMES
from hvacdesk.domain.jobs.quantities import MEASURES
from hvacdesk.domain.jobs.refrigerant import REFRIGERANT_KIND_NAMES, STRIKE_REASON_NAMES
from hvacdesk.domain.jobs.surveys import SURVEY_NAMES
from hvacdesk.domain.jobs.visit_contracts import VISIT_EXCEPTION_NAMES
from hvacdesk.domain.office.integrity import DAMAGE_SENTENCES
from hvacdesk.domain.oversight.audit_log import REVEAL_REASON_NAMES, Action, AuditEntry
from hvacdesk.domain.papers.letterhead import IMAGE_NAMES
from hvacdesk.domain.papers.register import KIND_NAMES as PAPER_KIND_NAMES
from hvacdesk.domain.papers.register import STATE_NAMES as PAPER_STATE_NAMES
from hvacdesk.domain.papers.work_orders import COPY_STATE_NAMES, PROFILE_NAMES, REPRINT_REASON_NAMES
from hvacdesk.domain.partners.client_data import CLIENT_ENDING_NAMES
from hvacdesk.domain.partners.handovers import ENDING_NAMES, HANDED_FIELD_NAMES, MEDIUM_NAMES
from hvacdesk.domain.partners.partner_checks import CHECK_RESULT_NAMES
from hvacdesk.domain.partners.partner_orders import ORDER_STEP_NAMES
from hvacdesk.domain.partners.partners import BASIS_NAMES
from hvacdesk.domain.requests.consents import CONSENT_WAY_NAMES, CONSENTS
from hvacdesk.domain.requests.erasure_requests import OUTCOME_NAMES
from hvacdesk.domain.requests.purposes_notice import NOTICE_WAY_NAMES
from hvacdesk.domain.requests.refusal_grounds import REFUSAL_GROUNDS
from hvacdesk.domain.requests.requests import IDENTITY_NAMES, REQUEST_KIND_NAMES
from hvacdesk.domain.requests.requests import OUTCOME_NAMES as ANSWER_NAMES
from hvacdesk.domain.retention.retention import STANDING_NAMES
from hvacdesk.domain.roles import ROLE_NAMES
from hvacdesk.domain.staff.violations import CONSEQUENCE_NAMES, VIOLATION_NAMES
from hvacdesk.domain.text.wording import Phrase, Words, phrase
from hvacdesk.services.backups.backup_state import FAILURES
from hvacdesk.services.incidents.printing import NOTICE, RECORD
from hvacdesk.ui.oversight.list_names import LIST_NAMES
from hvacdesk.ui.oversight.logged_fields import FIELD_WORDS

SUBJECTS: dict[str, Phrase] = {
    "account": phrase("Audit", "Staff"),
    "batch": phrase("Audit", "Batch"),
    "call": phrase("Audit", "Call note"),
    "cabinet": phrase("Audit", "Cabinet"),
    "customer": phrase("Audit", "Customer"),
    "firm": phrase("Audit", "Firm"),
    "partner_order": phrase("Audit", "Order to a firm"),
    "handover": phrase("Audit", "Hand-over"),
    "request": phrase("Audit", "Request"),
    "incident": phrase("Audit", "Incident"),
    "job": phrase("Audit", "Job"),
    "login": phrase("Audit", "Computer login"),
    "seat": phrase("Audit", "Seat"),
    "place": phrase("Audit", "Backup folder"),
    "price": phrase("Audit", "Price list position"),
    "drill": phrase("Audit", "Backup drill"),
    "estimate": phrase("Audit", "Estimate"),
    "invoice": phrase("Audit", "Invoice"),
    "plan": phrase("Audit", "Recurring work"),
    "rule": phrase("Audit", "Retention rule"),
    "sheet": phrase("Audit", "Recovery sheet"),
    "site": phrase("Audit", "Site"),
    "unit": phrase("Audit", "Unit"),
    "rule_text": phrase("Audit", "Rule text"),
    "violation": phrase("Audit", "Violation"),
    "list": phrase("Audit", "File outside"),
    "medium": phrase("Audit", "Medium"),
}

KEYS: dict[str, Phrase] = {
    "active": phrase("Audit", "In use"),
    "added": phrase("Audit", "Added"),
    "addresses": phrase("Audit", "Addresses of this PC"),
    "after": phrase("Audit", "Now"),
    "alone": phrase("Audit", "Without a second person"),
    "destination": phrase("Audit", "Where it went"),
    "document": phrase("Audit", "Document"),
    "drill": phrase("Audit", "Drill"),
    "estimate": phrase("Audit", "Estimate"),
    "estimate_state": phrase("Audit", "State of the estimate"),
    "first_day": phrase("Audit", "From"),
    "payment_number": phrase("Audit", "Payment"),
    "kept_yen": phrase("Audit", "Yen kept"),
    "back_yen": phrase("Audit", "Yen to be paid back"),
    "collected_yen": phrase("Audit", "Yen collected"),
    "counted_yen": phrase("Audit", "Yen counted"),
    "count": phrase("Audit", "How many"),
    "receipt": phrase("Audit", "Receipt"),
    "program": phrase("Audit", "Accounting program"),
    "invoices": phrase("Audit", "Invoices"),
    "imported": phrase("Audit", "What was imported"),
    "paid": phrase("Audit", "Jobs paid by it"),
    "file_hash": phrase("Audit", "Hash of the file (SHA-256)"),
    "doubts": phrase("Audit", "Decided in spite of"),
    "invoice_kind": phrase("Audit", "Kind of invoice"),
    "invoice_state": phrase("Audit", "State of the invoice"),
    "extent": phrase("Audit", "Extent"),
    "findings": phrase("Audit", "Findings"),
    "first": phrase("Audit", "First customer number"),
    "found": phrase("Audit", "Found by"),
    "image": phrase("Audit", "Picture"),
    "incident": phrase("Audit", "Incident"),
    "joined": phrase("Audit", "Joined incident"),
    "last": phrase("Audit", "Last customer number"),
    "left_out": phrase("Audit", "Left out"),
    "level": phrase("Audit", "Shredder level"),
    "method": phrase("Audit", "Method"),
    "month": phrase("Audit", "Month"),
    "open": phrase("Audit", "Call back open"),
    "papers": phrase("Audit", "Papers"),
    "passed": phrase("Audit", "Passed"),
    "reduced": phrase("Audit", "Reduced to the ledger"),
    "report": phrase("Audit", "Report"),
    "sanitization": phrase("Audit", "Way of erasing"),
    "technique": phrase("Audit", "Technique"),
    "verdict": phrase("Audit", "Duty to report"),
    "verification": phrase("Audit", "Checked by"),
    "asked": phrase("Audit", "Questions"),
    "consequence": phrase("Audit", "What followed"),
    "order_number": phrase("Audit", "Order to a firm"),
    "order_step": phrase("Audit", "Step"),
    "reminder": phrase("Audit", "Reminder"),
    "reminder_outcome": phrase("Audit", "Outcome"),
    "reminder_tone": phrase("Audit", "Tone of the reminder"),
    "visit_exception": phrase("Audit", "Exception"),
    "paper_handed": phrase("Audit", "Paper handed over"),
    "withdrawn": phrase("Audit", "Withdrawn"),
    "right": phrase("Audit", "Right answers"),
    "version": phrase("Audit", "Version"),
    "violation_kind": phrase("Audit", "What happened"),
    "year": phrase("Audit", "Year"),
    "backup": phrase("Audit", "Backup"),
    "basis": phrase("Audit", "Basis"),
    "before": phrase("Audit", "Before"),
    "by": phrase("Audit", "By"),
    "call_notes": phrase("Audit", "Call notes without a customer"),
    "certificate": phrase("Audit", "Certificate"),
    "check_result": phrase("Audit", "Finding"),
    "confirmed": phrase("Audit", "Unusual values confirmed"),
    "consent": phrase("Audit", "Consent"),
    "consent_way": phrase("Audit", "How"),
    "form": phrase("Audit", "Form"),
    "ground": phrase("Audit", "Ground"),
    "identity": phrase("Audit", "Identity checked by"),
    "notice_way": phrase("Audit", "How"),
    "request_kind": phrase("Audit", "Request for"),
    "copies": phrase("Audit", "Copies"),
    "customers": phrase("Audit", "Customers"),
    "duties": phrase("Audit", "Duties"),
    "dropped": phrase("Audit", "Dropped out"),
    "ending": phrase("Audit", "What became of it"),
    "entries_lost": phrase("Audit", "Log entries lost"),
    "epoch": phrase("Audit", "Epoch"),
    "epochs": phrase("Audit", "Epochs"),
    "failure": phrase("Audit", "Failure"),
    "field": phrase("Audit", "Field"),
    "fields": phrase("Audit", "Fields"),
    "frames": phrase("Audit", "Log frames"),
    "handed": phrase("Audit", "What was handed over"),
    "handover": phrase("Audit", "Hand-over"),
    "hits": phrase("Audit", "Hits"),
    "kind": phrase("Audit", "Kind"),
    "lists": phrase("Audit", "Lists of destroyed customers used"),
    "lists_damaged": phrase("Audit", "Lists of destroyed customers that were damaged"),
    "left": phrase("Audit", "Backups left there"),
    "lines": phrase("Audit", "Ledger lines"),
    "gone": phrase("Audit", "Customers on it who are not in the register"),
    "listing": phrase("Audit", "List"),
    "lost": phrase("Audit", "Lost copies"),
    "medium": phrase("Audit", "On what"),
    "outcome": phrase("Audit", "Outcome"),
    "number": phrase("Audit", "Number"),
    "pages": phrase("Audit", "Pages"),
    "places": phrase("Audit", "Places"),
    "place_decision": phrase("Audit", "Decision"),
    "keep_reason": phrase("Audit", "Reason"),
    "cleaned": phrase("Audit", "Places blacked out"),
    "taken": phrase("Audit", "Places destroyed as well"),
    "paper": phrase("Audit", "Paper"),
    "paper_kind": phrase("Audit", "Kind of paper"),
    "pc": phrase("Audit", "Seat"),
    "port": phrase("Audit", "Port"),
    "printer": phrase("Audit", "Printer"),
    "profiles": phrase("Audit", "Kinds of copy"),
    "reason": phrase("Audit", "Reason"),
    "records": phrase("Audit", "Records"),
    "strange": phrase("Audit", "Triggers, views and indexes taken away"),
    "refrigerant": phrase("Audit", "Refrigerant"),
    "removed": phrase("Audit", "Backups removed"),
    "result": phrase("Audit", "Result"),
    "roles": phrase("Audit", "Roles"),
    "rows": phrase("Audit", "Rows"),
    "schema_before": phrase("Audit", "Version of the data before"),
    "shredded": phrase("Audit", "Shredded"),
    "state": phrase("Audit", "State"),
    "numbers_free": phrase("Audit", "Numbers given back"),
    "stopped_after": phrase("Audit", "The printer stopped after so many pages"),
    "stayed": phrase("Audit", "Rows that stayed"),
    "tries": phrase("Audit", "Tries"),
    "count_missing": phrase("Audit", "The count of earlier ones was missing"),
    "units": phrase("Audit", "Units"),
    "until": phrase("Audit", "Until"),
    "values": phrase("Audit", "Values sought"),
    "way": phrase("Audit", "How"),
    "waiting_days": phrase("Audit", "Waiting days"),
    "years": phrase("Audit", "Years"),
    "months": phrase("Audit", "Months"),
    "asked_on": phrase("Audit", "Asked on"),
    "standing": phrase("Audit", "Retention"),
}

_YES, _NO = phrase("Audit", "yes"), phrase("Audit", "no")
_PAIR = phrase("Audit", "{name}: {value}")

_ELSEWHERE = phrase("Audit", "the job is noted as billed elsewhere")
_ALIKE = phrase("Audit", "the same sum was booked for the customer before")

_SEEN_BY: dict[str, Phrase] = {
    "passphrase": phrase("Audit", "passphrase"),
    "pin": phrase("Audit", "PIN"),
    "roster": phrase("Audit", "the key file"),
}

DOCUMENTS: dict[str, Phrase] = {
    Action.ANSWER_PRINTED.value: phrase("Audit", "Answer letter"),
    Action.ERASURE_ANSWERED.value: phrase("Audit", "Answer to a request for erasure"),
    Action.ELECTRICAL_LEDGER_PRINTED.value: phrase("Audit", "Electrical-work ledger"),
    Action.PROVISION_PRINTED.value: phrase("Audit", "Record of a provision"),
    NOTICE: phrase("Audit", "Notice in place of letters"),
    RECORD: phrase("Audit", "Record of the incident"),
}
DISCLOSURE_FORMS: dict[str, Phrase] = {
    "pdf": phrase("Audit", "PDF"),
    "json": phrase("Audit", "file for another program"),
}

_BY_KEY: dict[str, Mapping[Any, Phrase]] = {
    "order_step": ORDER_STEP_NAMES,
    "visit_exception": VISIT_EXCEPTION_NAMES,
    "reminder": REMINDER_KIND_NAMES,
    "reminder_outcome": REMINDER_OUTCOME_NAMES,
    "reminder_tone": REMINDER_TONE_NAMES,
    "after": JOB_STATE_NAMES,
    "basis": BASIS_NAMES,
    "before": JOB_STATE_NAMES,
    "check_result": CHECK_RESULT_NAMES,
    "ending": {**ENDING_NAMES, **CLIENT_ENDING_NAMES},
    "failure": FAILURES,
    "by": _SEEN_BY,
    "field": FIELD_WORDS,
    "fields": FIELD_WORDS,
    "handed": HANDED_FIELD_NAMES,
    "medium": MEDIUM_NAMES,
    "kind": {**MEDIUM_KIND_NAMES, **DAMAGE_SENTENCES, **EVENT_NAMES, **INCIDENT_KIND_NAMES},
    "destination": DESTINATION_NAMES,
    "document": {**DOCUMENTS, **REPORT_TITLES},
    "estimate_state": ESTIMATE_STATE_NAMES,
    "invoice_kind": INVOICE_KIND_NAMES,
    "program": ACCOUNTING_PROGRAM_NAMES,
    "invoice_state": STORED_STATE_NAMES,
    "doubts": {
        **OUTSIDE_REASON_NAMES,
        **MATCH_REASON_NAMES,
        Stated.ASKS_FOR_ELSE: _ELSEWHERE,
        PAYMENT_ALIKE: _ALIKE,
    },
    "extent": {**EXPORT_EXTENT_NAMES, **EXTENT_NAMES},
    "form": {**EXPORT_FORM_NAMES, **DISCLOSURE_FORMS},
    "found": FOUND_NAMES,
    "image": IMAGE_NAMES,
    "imported": IMPORT_NAMES,
    "listing": LIST_NAMES,
    "method": {**SHRED_METHOD_NAMES, **LIST_METHOD_NAMES},
    "report": REPORT_TITLES,
    "sanitization": SANITIZATION_NAMES,
    "technique": TECHNIQUE_NAMES,
    "verification": VERIFICATION_NAMES,
    "place_decision": PLACE_DECISION_NAMES,
    "keep_reason": KEEP_REASON_NAMES,
    "verdict": VERDICT_NAMES,
    "paper_kind": PAPER_KIND_NAMES,
    "profiles": PROFILE_NAMES,
    "confirmed": {quantity: measure.name for quantity, measure in MEASURES.items()},
    "consent": {kind: facts.name for kind, facts in CONSENTS.items()},
    "consent_way": CONSENT_WAY_NAMES,
    "ground": {code: ground.text for code, ground in REFUSAL_GROUNDS.items()},
    "identity": IDENTITY_NAMES,
    "notice_way": NOTICE_WAY_NAMES,
    "request_kind": REQUEST_KIND_NAMES,
    "outcome": {
        **SURVEY_NAMES,
        **OUTCOME_NAMES,
        **ANSWER_NAMES,
        **DRILL_OUTCOME_NAMES,
        **TOLD_NAMES,
    },
    "standing": STANDING_NAMES,
    "reason": {
        **REVEAL_REASON_NAMES,
        **REPRINT_REASON_NAMES,
        **STRIKE_REASON_NAMES,
        **EVENT_STRIKE_REASON_NAMES,
        **LEDGER_REASON_NAMES,
        **EXPORT_REASON_NAMES,
        **LIST_REASON_NAMES,
    },
    "refrigerant": REFRIGERANT_KIND_NAMES,
    "result": BATCH_STATE_NAMES,
    "roles": ROLE_NAMES,
    "state": {**PAPER_STATE_NAMES, **COPY_STATE_NAMES},
    "consequence": CONSEQUENCE_NAMES,
    "violation_kind": VIOLATION_NAMES,
    "way": DRILL_WAY_NAMES,
}
"""The members are string enumerations, so a code finds its name by itself."""


_OF_ACTION: dict[tuple[Action, str], Mapping[Any, Phrase]] = {
    (Action.CUSTOMERS_EXPORTED, "reason"): EXPORT_REASON_NAMES,
    (Action.MEDIUM_REGISTERED, "kind"): MEDIUM_KIND_NAMES,
}
"""Where one code means one thing here and another there."""


def detail_text(entry: AuditEntry, words: Words) -> str:
    """Subject and details on one line. Ids are shortened; keys for the program alone are left out."""
    kind, _, record = entry.subject.partition(":")
    parts = [f"{words(SUBJECTS[kind])} {record[:8]}"] if kind in SUBJECTS else []
    parts += [
        words(_PAIR).format(name=words(KEYS[key]), value=_value(names_of(entry.action, key), value, words))
        for key, value in entry.details.items()
        if key in KEYS and value not in ("", [])
    ]
    return "  ".join(parts)


def names_of(action: Action, key: str) -> Mapping[Any, Phrase]:
    """The names of the codes that an entry of this kind writes under a key; empty for numbers and dates."""
    return _OF_ACTION.get((action, key)) or _BY_KEY.get(key, {})


def _value(names: Mapping[Any, Phrase], value: object, words: Words) -> str:
    if isinstance(value, list):
        return "・".join(_value(names, one, words) for one in value)
    if isinstance(value, bool):
        return words(_YES if value else _NO)
    code = str(value)
    name = names.get(code)
    return words(name) if name is not None else code
