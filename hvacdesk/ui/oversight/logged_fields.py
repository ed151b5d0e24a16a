"""What the log calls the fields of records: every name that a change may write, in plain words."""

from __future__ import annotations

from typing import Any

from hvacdesk.domain.customers.contacts import CONTACT_FIELDS
from hvacdesk.domain.customers.customers import PAYMENT_FIELD_NAMES
from hvacdesk.domain.customers.field_names import FIELD_NAMES
from hvacdesk.domain.fields import FieldSet
from hvacdesk.domain.incidents.incident_texts import PART_NAMES, REPORT_TITLES
from hvacdesk.domain.jobs.job_fields import JOB_FIELDS
from hvacdesk.domain.jobs.site_fields import SITE_FIELDS
from hvacdesk.domain.jobs.unit_fields import UNIT_FIELDS
from hvacdesk.domain.text.wording import Phrase, phrase

_OFFICE: dict[str, Phrase] = {
    "curtain_minutes": phrase("Audit", "minutes until the curtain"),
    "lock_minutes": phrase("Audit", "minutes until the lock"),
    "disposal_waiting_days": phrase("Audit", "waiting days before destruction"),
    "legal_form": phrase("Audit", "legal form"),
    "fiscal_year_end_month": phrase("Audit", "end of the fiscal year"),
    "construction_licence": phrase("Audit", "construction licence"),
    "electrical_registration": phrase("Audit", "registration for electrical work"),
    "electrical_incidental": phrase("Audit", "electrical work with sales only"),
    "loss_years": phrase("Audit", "loss years"),
    "return_extension": phrase("Audit", "extension of the tax return"),
    "books_here": phrase("Audit", "records serve as accounting books"),
    "working_hours": phrase("Audit", "working hours"),
    "label_shifts": phrase("Audit", "shift of the label sheets"),
    "privacy_manager": phrase("Audit", "person responsible for personal data"),
    "fax": phrase("Audit", "FAX number"),
    "representative": phrase("Audit", "representative"),
    "invoice_registration": phrase("Audit", "invoice registration number"),
}
_BILLING: dict[str, Phrase] = {
    "rounding": phrase("Audit", "rounding of the tax"),
    "closing_day": phrase("Audit", "closing day"),
    "pay_months": phrase("Audit", "months until the payment"),
    "pay_day": phrase("Audit", "day of payment"),
    "carries_balance": phrase("Audit", "former balance on collective invoices"),
    "holder": phrase("Audit", "holder of the account"),
}
_CUSTOMER: dict[str, Phrase] = {
    "phones": phrase("Audit", "phones"),
    "payment_method": phrase("Audit", "payment method"),
    "cautions": phrase("Audit", "cautions"),
    "organisation": phrase("Audit", "organisation"),
    "kind": phrase("Audit", "kind"),
    "family": phrase("Audit", "family name"),
    "given": phrase("Audit", "given name"),
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
    "number": phrase("Audit", "number"),
    "reduced_on": phrase("Audit", "day of reducing"),
    "reduced_to": phrase("Audit", "what was kept"),
    "erasure_asked_on": phrase("Audit", "day on which erasure was asked for"),
    "suspended_on": phrase("Audit", "suspension of use"),
    "duplicate": phrase("Audit", "likely duplicate"),
}
_CALL: dict[str, Phrase] = {
    "caller": phrase("Audit", "caller check"),
    "caller_name": phrase("Audit", "caller's name"),
    "customer": phrase("Audit", "which customer"),
    "subject": phrase("Audit", "subject"),
    "text": phrase("Audit", "text"),
    "for_account": phrase("Audit", "for whom"),
    "call_back_by": phrase("Audit", "call back by"),
    "way": phrase("Audit", "by whom it was begun"),
    "invoice": phrase("Audit", "invoice that it is about"),
    "urgent": phrase("Audit", "urgent"),
    "digits": phrase("Audit", "digits of the phone"),
    "outcome": phrase("Audit", "outcome"),
    "taken_by": phrase("Audit", "taken by"),
}
_SITE_AND_UNIT: dict[str, Phrase] = {
    "label": phrase("Audit", "name of it"),
    "detached": phrase("Audit", "detached house or flat"),
    "floor": phrase("Audit", "floor"),
    "attends": phrase("Audit", "who attends"),
    "manager_permission": phrase("Audit", "building manager's permission"),
    "building_started_on": phrase("Audit", "start of building"),
    "access": phrase("Audit", "parking and carry-in"),
    "lock_codes": phrase("Audit", "keys and lock codes"),
    "place": phrase("Audit", "place"),
    "outdoor": phrase("Audit", "place outdoors"),
    "maker": phrase("Audit", "maker"),
    "model": phrase("Audit", "model"),
    "serial": phrase("Audit", "serial number"),
    "capacity_kw": phrase("Audit", "capacity"),
    "year": phrase("Audit", "year"),
    "design_years": phrase("Audit", "design period in years"),
    "refrigerant": phrase("Audit", "refrigerant"),
    "charge_kg": phrase("Audit", "charge"),
    "volts": phrase("Audit", "voltage"),
    "outlet": phrase("Audit", "outlet"),
    "commercial": phrase("Audit", "for commercial use"),
}
_JOB: dict[str, Phrase] = {
    "site": phrase("Audit", "site"),
    "site_id": phrase("Audit", "site"),
    "work_kind": phrase("Audit", "kind of work"),
    "parties": phrase("Audit", "parties"),
    "customer_id": phrase("Audit", "which customer"),
    "resident_id": phrase("Audit", "resident"),
    "building_manager_id": phrase("Audit", "building manager"),
    "payer_id": phrase("Audit", "payer"),
    "on": phrase("Audit", "day"),
    "starts": phrase("Audit", "beginning"),
    "ends": phrase("Audit", "end"),
    "staff": phrase("Audit", "who goes"),
    "partner_firm": phrase("Audit", "partner firm"),
    "units": phrase("Audit", "units"),
    "items": phrase("Audit", "work"),
    "amount_to_collect": phrase("Audit", "amount to collect"),
    "client_contractor": phrase("Audit", "client contractor"),
    "client_slip": phrase("Audit", "client's slip number"),
    "new_housing": phrase("Audit", "new housing"),
    "contact": phrase("Audit", "contact"),
    "contact_id": phrase("Audit", "contact"),
    "plan_id": phrase("Audit", "recurring work"),
    "received_on": phrase("Audit", "day of receipt"),
    "state": phrase("Audit", "state"),
    "every_months": phrase("Audit", "interval in months"),
    "next_on": phrase("Audit", "next day"),
    "active": phrase("Audit", "in use"),
    "basis": phrase("Audit", "basis"),
    "lines": phrase("Audit", "lines"),
    "valid_until": phrase("Audit", "valid until"),
    "with_tax": phrase("Audit", "prices with tax"),
    "costs_apart": phrase("Audit", "costs named apart"),
    "deposit_percent": phrase("Audit", "share of the deposit"),
    "position": phrase("Audit", "place in the list"),
    "item": phrase("Audit", "kind of work"),
    "unit": phrase("Audit", "unit"),
    "yen": phrase("Audit", "price"),
    "added": phrase("Audit", "added"),
    "removed": phrase("Audit", "taken out"),
}
_FIRM: dict[str, Phrase] = {
    "firm": phrase("Audit", "name of the firm"),
    "partner": phrase("Audit", "works for us"),
    "client": phrase("Audit", "gives us work"),
    "seat": phrase("Audit", "seat"),
    "one_person": phrase("Audit", "one-person firm"),
    "invoice_number": phrase("Audit", "invoice registration number"),
    "contract": phrase("Audit", "contract"),
    "contract_on": phrase("Audit", "day of the contract"),
    "contract_number": phrase("Audit", "number of the contract"),
    "contract_ends": phrase("Audit", "end of the contract"),
    "terms": phrase("Audit", "terms"),
    "confidentiality": phrase("Audit", "confidentiality"),
    "reentrustment": phrase("Audit", "passing work on"),
    "contract_terms": phrase("Audit", "terms"),
    "data_after": phrase("Audit", "what becomes of the data"),
    "data_days": phrase("Audit", "days until then"),
    "leak_first": phrase("Audit", "a leak goes to the client first"),
    "leak_hours": phrase("Audit", "hours until then"),
    "leak_contact": phrase("Audit", "whom to tell of a leak"),
    "used_by": phrase("Audit", "who uses it"),
}
_INCIDENT: dict[str, Phrase] = {
    "known_on": phrase("Audit", "day of knowing"),
    "happened_from": phrase("Audit", "happened from"),
    "happened_until": phrase("Audit", "happened until"),
    "batch": phrase("Audit", "disposal"),
    "account": phrase("Audit", "staff member"),
    "papers": phrase("Audit", "papers"),
    "client_told_on": phrase("Audit", "day on which the client contractor was told"),
    "substitute_on": phrase("Audit", "day of the published notice"),
    "timeline": phrase("Audit", "timeline"),
    "prevention": phrase("Audit", "prevention"),
}
_VIOLATION: dict[str, Phrase] = {
    "happened_on": phrase("Audit", "day"),
    "what": phrase("Audit", "what happened"),
    "consequence": phrase("Audit", "what followed"),
    "followed": phrase("Audit", "what was done"),
}

_SETS: tuple[FieldSet[Any, Any], ...] = (CONTACT_FIELDS, SITE_FIELDS, UNIT_FIELDS, JOB_FIELDS)
_DESCRIBED: dict[str, Phrase] = {one.key.value: one.label for fields in _SETS for one in fields}
"""What the descriptions call a field for which nobody chose words that fit into a sentence."""

FIELD_WORDS: dict[str, Phrase] = {
    **_DESCRIBED,
    **_OFFICE,
    **_BILLING,
    **_CUSTOMER,
    **_CALL,
    **_SITE_AND_UNIT,
    **_JOB,
    **_FIRM,
    **_INCIDENT,
    **{code.value: name for code, name in PART_NAMES.items()},
    **{code.value: name for code, name in REPORT_TITLES.items()},
    **_VIOLATION,
    **{str(code): name for code, name in PAYMENT_FIELD_NAMES.items()},
    **{code.value: name for code, name in FIELD_NAMES.items()},
}
"""By the name that the log has. The fields of customers come last: their words are those of the screens."""
