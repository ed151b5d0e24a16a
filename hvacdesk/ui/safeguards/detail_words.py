"""What stands in an entry of the audit log, in plain words: codes of the log against the office's terms."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hvacdesk.domain.audit import REVEAL_REASON_NAMES, AuditEntry
from hvacdesk.domain.client_data import CLIENT_ENDING_NAMES
from hvacdesk.domain.consents import CONSENT_WAY_NAMES, CONSENTS
from hvacdesk.domain.customers import PAYMENT_FIELD_NAMES
from hvacdesk.domain.disposal import BATCH_STATE_NAMES
from hvacdesk.domain.drills import DRILL_OUTCOME_NAMES, DRILL_WAY_NAMES
from hvacdesk.domain.electrical import LEDGER_REASON_NAMES
from hvacdesk.domain.erasure_requests import OUTCOME_NAMES
from hvacdesk.domain.field_names import FIELD_NAMES
from hvacdesk.domain.handovers import ENDING_NAMES, HANDED_FIELD_NAMES, MEDIUM_NAMES
from hvacdesk.domain.jobs import EVENT_NAMES, JOB_STATE_NAMES
from hvacdesk.domain.papers import KIND_NAMES as PAPER_KIND_NAMES
from hvacdesk.domain.papers import STATE_NAMES as PAPER_STATE_NAMES
from hvacdesk.domain.partner_checks import CHECK_RESULT_NAMES
from hvacdesk.domain.partners import BASIS_NAMES
from hvacdesk.domain.purposes_notice import NOTICE_WAY_NAMES
from hvacdesk.domain.quantities import MEASURES
from hvacdesk.domain.refrigerant import REFRIGERANT_KIND_NAMES, STRIKE_REASON_NAMES
from hvacdesk.domain.refusal_grounds import REFUSAL_GROUNDS
from hvacdesk.domain.requests import IDENTITY_NAMES, REQUEST_KIND_NAMES
from hvacdesk.domain.requests import OUTCOME_NAMES as ANSWER_NAMES
from hvacdesk.domain.results import SURVEY_NAMES
from hvacdesk.domain.retention import STANDING_NAMES
from hvacdesk.domain.roles import ROLE_NAMES
from hvacdesk.domain.violations import CONSEQUENCE_NAMES, VIOLATION_NAMES
from hvacdesk.domain.wording import Phrase, Words, phrase
from hvacdesk.domain.work_orders import COPY_STATE_NAMES, PROFILE_NAMES, REPRINT_REASON_NAMES
from hvacdesk.services.backup_standing import FAILURES

SUBJECTS: dict[str, Phrase] = {
    "account": phrase("Audit", "Staff"),
    "batch": phrase("Audit", "Batch"),
    "call": phrase("Audit", "Call note"),
    "cabinet": phrase("Audit", "Cabinet"),
    "customer": phrase("Audit", "Customer"),
    "firm": phrase("Audit", "Firm"),
    "handover": phrase("Audit", "Hand-over"),
    "request": phrase("Audit", "Request"),
    "incident": phrase("Audit", "Incident"),
    "job": phrase("Audit", "Job"),
    "login": phrase("Audit", "Computer login"),
    "place": phrase("Audit", "Backup folder"),
    "price": phrase("Audit", "Price list position"),
    "drill": phrase("Audit", "Backup drill"),
    "estimate": phrase("Audit", "Estimate"),
    "plan": phrase("Audit", "Recurring work"),
    "rule": phrase("Audit", "Retention rule"),
    "sheet": phrase("Audit", "Recovery sheet"),
    "site": phrase("Audit", "Site"),
    "unit": phrase("Audit", "Unit"),
    "rule_text": phrase("Audit", "Rule text"),
    "violation": phrase("Audit", "Violation"),
}

KEYS: dict[str, Phrase] = {
    "after": phrase("Audit", "Now"),
    "asked": phrase("Audit", "Questions"),
    "consequence": phrase("Audit", "What followed"),
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
    "left": phrase("Audit", "Backups left there"),
    "lines": phrase("Audit", "Ledger lines"),
    "list": phrase("Audit", "List"),
    "lost": phrase("Audit", "Lost copies"),
    "medium": phrase("Audit", "On what"),
    "outcome": phrase("Audit", "Outcome"),
    "number": phrase("Audit", "Number"),
    "pages": phrase("Audit", "Pages"),
    "paper": phrase("Audit", "Paper"),
    "paper_kind": phrase("Audit", "Kind of paper"),
    "printer": phrase("Audit", "Printer"),
    "profiles": phrase("Audit", "Kinds of copy"),
    "reason": phrase("Audit", "Reason"),
    "records": phrase("Audit", "Records"),
    "refrigerant": phrase("Audit", "Refrigerant"),
    "removed": phrase("Audit", "Backups removed"),
    "result": phrase("Audit", "Result"),
    "roles": phrase("Audit", "Roles"),
    "rows": phrase("Audit", "Rows"),
    "schema_before": phrase("Audit", "Version of the data before"),
    "shredded": phrase("Audit", "Shredded"),
    "state": phrase("Audit", "State"),
    "tries": phrase("Audit", "Tries"),
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

_PAIR = phrase("Audit", "{name}: {value}")

_OWN_VALUES: dict[str, Phrase] = {
    "passphrase": phrase("Audit", "passphrase"),
    "pin": phrase("Audit", "PIN"),
    "roster": phrase("Audit", "the key file"),
    "curtain_minutes": phrase("Audit", "minutes until the curtain"),
    "lock_minutes": phrase("Audit", "minutes until the lock"),
    "disposal_waiting_days": phrase("Audit", "waiting days before destruction"),
    "legal_form": phrase("Audit", "legal form"),
    "fiscal_year_end_month": phrase("Audit", "end of the fiscal year"),
    "construction_licence": phrase("Audit", "construction licence"),
    "electrical_registration": phrase("Audit", "registration for electrical work"),
    "loss_years": phrase("Audit", "loss years"),
    "books_here": phrase("Audit", "records serve as accounting books"),
    "working_hours": phrase("Audit", "working hours"),
    "label_shifts": phrase("Audit", "shift of the label sheets"),
    "phones": phrase("Audit", "phones"),
    "payment_method": phrase("Audit", "payment method"),
    "cautions": phrase("Audit", "cautions"),
    "organisation": phrase("Audit", "organisation"),
    "kind": phrase("Audit", "person or organisation"),
    "family_name": phrase("Audit", "family name"),
    "given_name": phrase("Audit", "given name"),
    "family_kana": phrase("Audit", "kana of the family name"),
    "given_kana": phrase("Audit", "kana of the given name"),
    "postal_code": phrase("Audit", "postal code"),
    "prefecture": phrase("Audit", "prefecture"),
    "city": phrase("Audit", "city"),
    "town": phrase("Audit", "town"),
    "street": phrase("Audit", "block and number"),
    "building": phrase("Audit", "building"),
    "department": phrase("Audit", "department"),
    "registered_on": phrase("Audit", "day of registering"),
    "last_contact_on": phrase("Audit", "last contact"),
    "organisation_kana": phrase("Audit", "organisation's kana"),
    "caller": phrase("Audit", "caller check"),
    "customer": phrase("Audit", "which customer"),
    "duplicate": phrase("Audit", "likely duplicate"),
    "subject": phrase("Audit", "subject"),
    "text": phrase("Audit", "text"),
    "for_account": phrase("Audit", "for whom"),
    "call_back_by": phrase("Audit", "call back by"),
    "urgent": phrase("Audit", "urgent"),
    "happened_on": phrase("Audit", "day"),
    "account": phrase("Audit", "staff member"),
    "what": phrase("Audit", "what happened"),
    "consequence": phrase("Audit", "what followed"),
    "followed": phrase("Audit", "what was done"),
}

_BY_KEY: dict[str, Mapping[Any, Phrase]] = {
    "after": JOB_STATE_NAMES,
    "basis": BASIS_NAMES,
    "before": JOB_STATE_NAMES,
    "check_result": CHECK_RESULT_NAMES,
    "ending": {**ENDING_NAMES, **CLIENT_ENDING_NAMES},
    "failure": FAILURES,
    "field": FIELD_NAMES,
    "handed": HANDED_FIELD_NAMES,
    "medium": MEDIUM_NAMES,
    "fields": FIELD_NAMES,
    "kind": EVENT_NAMES,
    "paper_kind": PAPER_KIND_NAMES,
    "profiles": PROFILE_NAMES,
    "confirmed": {quantity: measure.name for quantity, measure in MEASURES.items()},
    "consent": {kind: facts.name for kind, facts in CONSENTS.items()},
    "consent_way": CONSENT_WAY_NAMES,
    "ground": {code: ground.text for code, ground in REFUSAL_GROUNDS.items()},
    "identity": IDENTITY_NAMES,
    "notice_way": NOTICE_WAY_NAMES,
    "request_kind": REQUEST_KIND_NAMES,
    "outcome": {**SURVEY_NAMES, **OUTCOME_NAMES, **ANSWER_NAMES, **DRILL_OUTCOME_NAMES},
    "standing": STANDING_NAMES,
    "reason": {
        **REVEAL_REASON_NAMES,
        **REPRINT_REASON_NAMES,
        **STRIKE_REASON_NAMES,
        **LEDGER_REASON_NAMES,
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


def detail_text(entry: AuditEntry, words: Words) -> str:
    """Subject and details on one line. Ids are shortened; keys for the program alone are left out."""
    kind, _, record = entry.subject.partition(":")
    parts = [f"{words(SUBJECTS[kind])} {record[:8]}"] if kind in SUBJECTS else []
    parts += [
        words(_PAIR).format(name=words(KEYS[key]), value=_value(key, value, words))
        for key, value in entry.details.items()
        if key in KEYS and value not in ("", [])
    ]
    return "  ".join(parts)


def _value(key: str, value: object, words: Words) -> str:
    if isinstance(value, list):
        return "・".join(_value(key, one, words) for one in value)
    code = str(value)
    if code in _OWN_VALUES:
        return words(_OWN_VALUES[code])
    names = _BY_KEY.get(key, {})
    if code in names:
        return words(names[code])
    return words(PAYMENT_FIELD_NAMES[code]) if code in PAYMENT_FIELD_NAMES else code
