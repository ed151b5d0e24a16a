"""What stands in an entry of the audit log, in plain words: codes of the log against the office's terms."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hvacdesk.domain.audit import REVEAL_REASON_NAMES, AuditEntry
from hvacdesk.domain.customers import PAYMENT_FIELD_NAMES
from hvacdesk.domain.disposal import BATCH_STATE_NAMES
from hvacdesk.domain.electrical import LEDGER_REASON_NAMES
from hvacdesk.domain.jobs import EVENT_NAMES, JOB_STATE_NAMES
from hvacdesk.domain.papers import KIND_NAMES as PAPER_KIND_NAMES
from hvacdesk.domain.papers import STATE_NAMES as PAPER_STATE_NAMES
from hvacdesk.domain.quantities import MEASURES
from hvacdesk.domain.refrigerant import REFRIGERANT_KIND_NAMES, STRIKE_REASON_NAMES
from hvacdesk.domain.results import SURVEY_NAMES
from hvacdesk.domain.roles import ROLE_NAMES
from hvacdesk.domain.wording import Phrase, Words, phrase
from hvacdesk.domain.work_orders import COPY_STATE_NAMES, PROFILE_NAMES, REPRINT_REASON_NAMES
from hvacdesk.services.backup_standing import FAILURES
from hvacdesk.ui.customers.field_names import FIELD_NAMES

SUBJECTS: dict[str, Phrase] = {
    "account": phrase("Audit", "Staff"),
    "batch": phrase("Audit", "Batch"),
    "call": phrase("Audit", "Call note"),
    "cabinet": phrase("Audit", "Cabinet"),
    "customer": phrase("Audit", "Customer"),
    "incident": phrase("Audit", "Incident"),
    "job": phrase("Audit", "Job"),
    "login": phrase("Audit", "Computer login"),
    "place": phrase("Audit", "Backup folder"),
    "price": phrase("Audit", "Price list position"),
    "estimate": phrase("Audit", "Estimate"),
    "plan": phrase("Audit", "Recurring work"),
    "sheet": phrase("Audit", "Recovery sheet"),
    "site": phrase("Audit", "Site"),
    "unit": phrase("Audit", "Unit"),
}

KEYS: dict[str, Phrase] = {
    "after": phrase("Audit", "Now"),
    "backup": phrase("Audit", "Backup"),
    "before": phrase("Audit", "Before"),
    "by": phrase("Audit", "By"),
    "call_notes": phrase("Audit", "Call notes without a customer"),
    "certificate": phrase("Audit", "Certificate"),
    "confirmed": phrase("Audit", "Unusual values confirmed"),
    "copies": phrase("Audit", "Copies"),
    "customers": phrase("Audit", "Customers"),
    "dropped": phrase("Audit", "Dropped out"),
    "entries_lost": phrase("Audit", "Log entries lost"),
    "epoch": phrase("Audit", "Epoch"),
    "epochs": phrase("Audit", "Epochs"),
    "failure": phrase("Audit", "Failure"),
    "field": phrase("Audit", "Field"),
    "fields": phrase("Audit", "Fields"),
    "frames": phrase("Audit", "Log frames"),
    "hits": phrase("Audit", "Hits"),
    "kind": phrase("Audit", "Kind"),
    "left": phrase("Audit", "Backups left there"),
    "lines": phrase("Audit", "Ledger lines"),
    "lost": phrase("Audit", "Lost copies"),
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
    "shredded": phrase("Audit", "Shredded"),
    "state": phrase("Audit", "State"),
    "tries": phrase("Audit", "Tries"),
    "units": phrase("Audit", "Units"),
    "until": phrase("Audit", "Until"),
    "values": phrase("Audit", "Values sought"),
    "waiting_days": phrase("Audit", "Waiting days"),
}

_PAIR = phrase("Audit", "{name}: {value}")

_OWN_VALUES: dict[str, Phrase] = {
    "passphrase": phrase("Audit", "passphrase"),
    "pin": phrase("Audit", "PIN"),
    "roster": phrase("Audit", "the key file"),
    "curtain_minutes": phrase("Audit", "minutes until the curtain"),
    "lock_minutes": phrase("Audit", "minutes until the lock"),
    "disposal_waiting_days": phrase("Audit", "waiting days before destruction"),
    "working_hours": phrase("Audit", "working hours"),
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
}

_BY_KEY: dict[str, Mapping[Any, Phrase]] = {
    "after": JOB_STATE_NAMES,
    "before": JOB_STATE_NAMES,
    "failure": FAILURES,
    "field": FIELD_NAMES,
    "fields": FIELD_NAMES,
    "kind": EVENT_NAMES,
    "paper_kind": PAPER_KIND_NAMES,
    "profiles": PROFILE_NAMES,
    "confirmed": {quantity: measure.name for quantity, measure in MEASURES.items()},
    "outcome": SURVEY_NAMES,
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
