"""What the stored tables and columns are called to a customer who asks what is held.

A test derives the columns from the marks of the tables and fails for one that is not named here. If one is
missing nevertheless, the disclosure shows it under its stored name and does not leave it out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from hvacdesk.domain.billing.estimates import ESTIMATE_STATE_NAMES
from hvacdesk.domain.billing.invoices import DOCUMENT_KIND_NAMES, INVOICE_KIND_NAMES, STORED_STATE_NAMES
from hvacdesk.domain.billing.payments import PAYMENT_WAY_NAMES
from hvacdesk.domain.billing.receipts import RECEIPT_STATE_NAMES
from hvacdesk.domain.calls.call_notes import CALL_SUBJECT_NAMES, CALL_WAY_NAMES
from hvacdesk.domain.customers.cautions import CAUTION_NAMES
from hvacdesk.domain.customers.contacts import CONTACT_FIELDS, NUMBERS
from hvacdesk.domain.customers.customer_fields import CUSTOMER_FIELDS, WHOLE_FORMS
from hvacdesk.domain.customers.customers import (
    KIND_NAMES,
    PAYMENT_FIELD_NAMES,
    PAYMENT_METHOD_NAMES,
    PHONE_KIND_NAMES,
    CustomerField,
)
from hvacdesk.domain.fields import DescribedField, K, R, TextKind
from hvacdesk.domain.jobs.job_events import EVENT_NAMES
from hvacdesk.domain.jobs.job_fields import JOB_FIELDS
from hvacdesk.domain.jobs.jobs import JOB_STATE_NAMES, WORK_ITEM_NAMES, WORK_KIND_NAMES, SiteField
from hvacdesk.domain.jobs.refrigerant import REFRIGERANT_KIND_NAMES
from hvacdesk.domain.jobs.site_fields import SITE_FIELDS
from hvacdesk.domain.jobs.unit_fields import UNITS
from hvacdesk.domain.papers.register import KIND_NAMES as PAPER_KIND_NAMES
from hvacdesk.domain.requests.consents import CONSENTS
from hvacdesk.domain.text.wording import Phrase, phrase

Codes = Mapping[Any, Phrase]
"""Words by code; the codes are string enumerations or plain strings."""


@dataclass(frozen=True)
class TableNames:
    """One table: its title, its personal columns, and what tells one of its rows from another.

    Attributes:
        marks: plain columns that head a row; with the words of their codes where they hold codes.
        days: what the marks that hold a day or a moment are called: a bare date says nothing.
    """

    title: Phrase
    columns: Mapping[str, Phrase]
    marks: Mapping[str, Codes | None] = field(default_factory=dict)
    days: Mapping[str, Phrase] = field(default_factory=dict)


_FAMILY = phrase("Disclosure", "Family name")
_GIVEN = phrase("Disclosure", "Given name")
_FAMILY_KANA = phrase("Disclosure", "Kana of the family name")
_GIVEN_KANA = phrase("Disclosure", "Kana of the given name")
_PHONE = phrase("Disclosure", "Phone")
_NOTE = phrase("Disclosure", "Note")
_LABEL = phrase("Disclosure", "Designation")
_HOLDER_NOTE = phrase("Disclosure", "Note on who has it")
_DAY = phrase("Disclosure", "Day")
_WORK_DAY = phrase("Disclosure", "Day of the work")
_PLACE = {
    "postal_code": phrase("Disclosure", "Postal code"),
    "prefecture": phrase("Disclosure", "Prefecture"),
    "city": phrase("Disclosure", "City"),
    "town": phrase("Disclosure", "Town"),
    "street": phrase("Disclosure", "Block and number"),
    "building": phrase("Disclosure", "Building and room"),
}


def _disclosed(fields: Iterable[DescribedField[K, R]]) -> dict[str, Phrase]:
    return {one.key.value: one.disclosed or one.label for one in fields}


TABLES: dict[str, TableNames] = {
    "customers": TableNames(
        phrase("Disclosure", "Registration"),
        {
            "family_name": _FAMILY,
            "given_name": _GIVEN,
            "family_kana": _FAMILY_KANA,
            "given_kana": _GIVEN_KANA,
            "organisation": phrase("Disclosure", "Organisation"),
            "organisation_kana": phrase("Disclosure", "Kana of the organisation"),
            **_PLACE,
            **_disclosed(CUSTOMER_FIELDS.texts),
            **PAYMENT_FIELD_NAMES,
        },
        {
            "number": None,
            "kind": KIND_NAMES,
            "registered_on": None,
            "payment_method": PAYMENT_METHOD_NAMES,
        },
        {"registered_on": phrase("Disclosure", "Registered on")},
    ),
    "customer_phones": TableNames(
        phrase("Disclosure", "Phone numbers"), {"number": _PHONE}, {"kind": PHONE_KIND_NAMES}
    ),
    "customer_contacts": TableNames(
        phrase("Disclosure", "Contacts"),
        {
            **_disclosed(CONTACT_FIELDS.texts_of(TextKind.LINE)),
            "family_name": _FAMILY,
            "given_name": _GIVEN,
            "family_kana": _FAMILY_KANA,
            "given_kana": _GIVEN_KANA,
            **_disclosed(CONTACT_FIELDS.texts_of(TextKind.NUMBER, TextKind.MAILBOX, TextKind.PROSE)),
        },
    ),
    "customer_cautions": TableNames(
        phrase("Disclosure", "Cautions for a visit"),
        {"detail": phrase("Disclosure", "Detail")},
        {"kind": CAUTION_NAMES, "added_on": None},
        {"added_on": phrase("Disclosure", "Added on")},
    ),
    "customer_merges": TableNames(
        phrase("Disclosure", "Registrations that were joined"),
        {"before": phrase("Disclosure", "Values before joining")},
        {"merged_at": None},
        {"merged_at": phrase("Disclosure", "Joined on")},
    ),
    "sites": TableNames(
        phrase("Disclosure", "Sites"),
        {
            **_disclosed([SITE_FIELDS[SiteField.LABEL]]),
            **_PLACE,
            **_disclosed(one for one in SITE_FIELDS.texts if one.disclosed),
        },
    ),
    "units": TableNames(
        phrase("Disclosure", "Units"),
        _disclosed(one for one in UNITS if one.of_customer),
        {"maker": None, "model": None},
    ),
    "jobs": TableNames(
        phrase("Disclosure", "Jobs"),
        _disclosed(one for one in JOB_FIELDS if one.disclosed),
        {
            "number": None,
            "on": None,
            "work_kind": WORK_KIND_NAMES,
            "state": JOB_STATE_NAMES,
        },
        {"on": _WORK_DAY},
    ),
    "job_items": TableNames(
        phrase("Disclosure", "Work done"),
        {"detail": phrase("Disclosure", "Detail")},
        {"item": WORK_ITEM_NAMES},
    ),
    "job_events": TableNames(
        phrase("Disclosure", "Dated events of jobs"),
        {"number": phrase("Disclosure", "Number of the document")},
        {"kind": EVENT_NAMES, "on": None},
        {"on": _DAY},
    ),
    "job_results": TableNames(
        phrase("Disclosure", "Results of jobs"),
        {"survey_basis": phrase("Disclosure", "What the asbestos survey rests on"), "text": _NOTE},
        {"worked_on": None, "warranty_until": None},
        {"worked_on": _WORK_DAY, "warranty_until": phrase("Disclosure", "Warranty until")},
    ),
    "unit_results": TableNames(phrase("Disclosure", "Results of units"), {"text": _NOTE}),
    "electrical_ledger": TableNames(
        phrase("Disclosure", "Electrical-work ledger"),
        {
            "work": phrase("Disclosure", "Work"),
            "diagram": phrase("Disclosure", "Wiring diagram"),
            "text": _NOTE,
        },
        {"on": None},
        {"on": _WORK_DAY},
    ),
    "refrigerant_log": TableNames(
        phrase("Disclosure", "Refrigerant log"),
        {"certificate": phrase("Disclosure", "Certificate number"), "text": _NOTE},
        {"on": None, "kind": REFRIGERANT_KIND_NAMES},
        {"on": _WORK_DAY},
    ),
    "gas_handovers": TableNames(
        phrase("Disclosure", "Recovered refrigerant that was handed on"),
        {"certificate": phrase("Disclosure", "Certificate number")},
        {"on": None, "receiver": None},
        {"on": phrase("Disclosure", "Day it was handed on")},
    ),
    "estimates": TableNames(
        phrase("Disclosure", "Estimates"),
        {"text": phrase("Disclosure", "Remarks")},
        {"number": None, "issued_on": None, "state": ESTIMATE_STATE_NAMES},
        {"issued_on": phrase("Disclosure", "Issued on")},
    ),
    "estimate_lines": TableNames(phrase("Disclosure", "Lines of estimates"), {"label": _LABEL}),
    "invoices": TableNames(
        phrase("Disclosure", "Invoices"),
        {"remarks": phrase("Disclosure", "Remarks")},
        {"number": None, "kind": INVOICE_KIND_NAMES, "state": STORED_STATE_NAMES, "issued_on": None},
        {"issued_on": phrase("Disclosure", "Issued on")},
    ),
    "invoice_lines": TableNames(phrase("Disclosure", "Lines of invoices"), {"label": _LABEL}),
    "issued_documents": TableNames(
        phrase("Disclosure", "Invoices and receipts as they were issued"),
        {"data": phrase("Disclosure", "What the document says")},
        {"number": None, "kind": DOCUMENT_KIND_NAMES, "issued_on": None},
        {"issued_on": phrase("Disclosure", "Issued on")},
    ),
    "payments": TableNames(
        phrase("Disclosure", "Payments"),
        {
            "payer": phrase("Disclosure", "Payer as the bank wrote it"),
            "bank_text": phrase("Disclosure", "What else the bank wrote"),
            "note": _NOTE,
        },
        {"number": None, "received_on": None, "yen": None, "way": PAYMENT_WAY_NAMES},
        {"received_on": phrase("Disclosure", "Received on"), "yen": phrase("Disclosure", "Yen")},
    ),
    "receipts": TableNames(
        phrase("Disclosure", "Receipts"),
        {"proviso": phrase("Disclosure", "What was paid for")},
        {"number": None, "issued_on": None, "state": RECEIPT_STATE_NAMES},
        {"issued_on": phrase("Disclosure", "Issued on")},
    ),
    "visit_contracts": TableNames(
        phrase("Disclosure", "Contracts made on a visit"),
        {
            "asked_for": phrase("Disclosure", "What you had called us for"),
            "payment": phrase("Disclosure", "How it is paid"),
            "terms": phrase("Disclosure", "Special terms"),
        },
        {"contract_on": None, "paper_on": None},
        {
            "contract_on": phrase("Disclosure", "Day of the contract"),
            "paper_on": phrase("Disclosure", "Day the paper was received"),
        },
    ),
    "inspection_plans": TableNames(
        phrase("Disclosure", "Recurring work"),
        {"text": _NOTE},
        {"work_kind": WORK_KIND_NAMES, "next_on": None},
        {"next_on": phrase("Disclosure", "Due next on")},
    ),
    "papers": TableNames(
        phrase("Disclosure", "Papers"),
        {"label": _LABEL, "holder_note": _HOLDER_NOTE},
        {"number": None, "kind": PAPER_KIND_NAMES, "dated": None},
        {"dated": phrase("Disclosure", "Dated")},
    ),
    "copies": TableNames(
        phrase("Disclosure", "Copies of work orders"), {"holder_note": _HOLDER_NOTE}, {"code": None}
    ),
    "call_notes": TableNames(
        phrase("Disclosure", "Call notes"),
        {
            "caller_name": phrase("Disclosure", "Caller's name"),
            "phone": _PHONE,
            "text": phrase("Disclosure", "What was said"),
            "outcome": phrase("Disclosure", "Outcome"),
        },
        {"taken_at": None, "way": CALL_WAY_NAMES, "subject": CALL_SUBJECT_NAMES},
        {"taken_at": phrase("Disclosure", "Call on")},
    ),
    "consents": TableNames(
        phrase("Disclosure", "Consents"),
        {"note": _NOTE},
        {"kind": {kind.value: facts.name for kind, facts in CONSENTS.items()}, "on": None},
        {"on": _DAY},
    ),
    "request_words": TableNames(
        phrase("Disclosure", "Words of requests"),
        {
            "name": phrase("Disclosure", "Name given"),
            "person": phrase("Disclosure", "Person concerned"),
            "contact": phrase("Disclosure", "How to reach them"),
            "asked": phrase("Disclosure", "What was asked"),
            "answer": phrase("Disclosure", "What was answered"),
        },
    ),
    "holds": TableNames(
        phrase("Disclosure", "Disposals put off"),
        {"reason": phrase("Disclosure", "Reason")},
        {"until": None},
        {"until": phrase("Disclosure", "Put off until")},
    ),
    "audit_notes": TableNames(phrase("Disclosure", "Notes in the log"), {"text": _NOTE}),
    "drafts": TableNames(
        phrase("Disclosure", "Half-typed forms"),
        {
            "payload": phrase("Disclosure", "What was typed so far"),
            "sealed": phrase("Disclosure", "What was typed so far of payment details"),
        },
        {"kept_at": None},
        {"kept_at": phrase("Disclosure", "Kept since")},
    ),
}

SEARCH_COPIES: frozenset[tuple[str, str]] = frozenset(
    {
        ("customer_findings", "shown"),
        *(("customer_findings", form.column) for form in WHOLE_FORMS),
        ("customer_phones", "digits"),
        *(("customer_contacts", one.whole.column) for one in NUMBERS if one.whole),
        ("call_notes", "digits"),
        ("bank_lines", "salt"),
    }
)
"""Columns that hold again, in another form, what other columns of the disclosure say: named, not repeated."""

BY_WORD_ONLY: frozenset[tuple[str, str]] = frozenset(
    ("sites", name) for one in SITE_FIELDS if one.told_as is CustomerField.LOCK_CODE for name in one.columns
)
"""Columns whose values would open a door for a finder of the file: said to be held, told at the counter."""
