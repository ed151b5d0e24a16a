"""Which of a customer's fields are exposed when a paper is lost or an entry of the log leaked."""

from __future__ import annotations

from collections.abc import Mapping

from hvacdesk.domain.customers.customer_fields import CUSTOMER_FIELDS
from hvacdesk.domain.customers.customers import CustomerField
from hvacdesk.domain.exchange.exporting import ExportExtent
from hvacdesk.domain.fields import Use
from hvacdesk.domain.oversight.audit_log import REVEALS, Action
from hvacdesk.domain.papers.register import PaperKind
from hvacdesk.domain.papers.work_orders import PROFILE_RULES, PrintExtent, Profile

Fields = frozenset[CustomerField]

NAME_AND_ADDRESS: Fields = frozenset({CustomerField.NAME, CustomerField.ADDRESS})
_CONTACT: Fields = NAME_AND_ADDRESS | {CustomerField.PHONE}
EVERY_FIELD: Fields = frozenset(CustomerField)


def fields_of_profile(profile: Profile) -> Fields:
    """What a copy of a work order says, if only in part.

    Of the place it may say more, which is no field of a customer's: cautions, parking, who attends.
    """
    rules = PROFILE_RULES[profile]
    return frozenset(
        one.key for one in CUSTOMER_FIELDS if one.printed and rules[one.printed] is not PrintExtent.NONE
    )


_OF_PAPER: dict[PaperKind, Fields] = {
    PaperKind.CONTACT_SLIP: frozenset({CustomerField.PHONE}),
    PaperKind.LABEL: NAME_AND_ADDRESS,
    PaperKind.ENVELOPE: NAME_AND_ADDRESS,
    PaperKind.REMINDER: frozenset({CustomerField.NAME}),
    PaperKind.PAYMENT_REMINDER: NAME_AND_ADDRESS,
    PaperKind.FAX: fields_of_profile(Profile.PARTNER),
    PaperKind.ESTIMATE: fields_of_profile(Profile.CUSTOMER),
    PaperKind.INVOICE: fields_of_profile(Profile.CUSTOMER) | {CustomerField.ADDRESS},
    PaperKind.RECEIPT: frozenset({CustomerField.NAME}),
    PaperKind.REPORT: fields_of_profile(Profile.CUSTOMER),
    PaperKind.CONTRACT: _CONTACT | {CustomerField.PAYMENT},
    PaperKind.REFRIGERANT_LOG: NAME_AND_ADDRESS,
    PaperKind.ELECTRICAL_LEDGER: NAME_AND_ADDRESS,
}


def fields_of_paper(kind: PaperKind, profile: Profile | None) -> Fields:
    """What is printed on a paper; of one that the office did not print, what it usually says."""
    if profile is not None:
        return fields_of_profile(profile)
    return _OF_PAPER.get(kind, _CONTACT)


EXPORTED: dict[ExportExtent, Fields] = {
    ExportExtent.MASKED: NAME_AND_ADDRESS,
    ExportExtent.FULL: frozenset(one.key for one in CUSTOMER_FIELDS.used(Use.EXPORTED)),
}

EXPOSING = (
    *REVEALS,
    Action.WORK_ORDER_ISSUED,
    Action.WORK_ORDER_PRINTED,
    Action.PAPER_REGISTERED,
    Action.PAPER_PRINTED,
    Action.PAPER_SHOWN,
    Action.ESTIMATE_SHOWN,
    Action.ESTIMATE_ISSUED,
    Action.ESTIMATE_SAVED,
    Action.INVOICE_ISSUED,
    Action.INVOICE_SHOWN,
    Action.INVOICE_SAVED,
    Action.RECEIPT_SAVED,
    Action.PAYMENT_REMINDER_SAVED,
    Action.INVOICES_EXPORTED,
    Action.BOOKS_EXPORTED,
    Action.RECEIPT_ISSUED,
    Action.RECEIPT_REISSUED,
    Action.ELECTRICAL_LEDGER_PRINTED,
    Action.CUSTOMERS_EXPORTED,
    Action.LIST_PRINTED,
)
"""Acts that put a customer's data before somebody's eyes or onto paper. A search that found somebody by a
whole number is logged without saying whom it found, so it is not among them."""


def fields_of_entry(action: Action, details: Mapping[str, object]) -> Fields:
    """What an entry of the log showed of the customers of its subject.

    Codes of later versions are left out.
    """
    if action is Action.CUSTOMERS_EXPORTED:
        return EXPORTED[ExportExtent(str(details.get("extent", ExportExtent.FULL.value)))]
    named = frozenset(field for field in CustomerField if field.value in _listed(details, "fields"))
    if action in REVEALS or named:
        return named
    profiles = [one for one in Profile if one.value in _listed(details, "profiles")]
    if profiles:
        return frozenset().union(*map(fields_of_profile, profiles))
    kind = str(details.get("paper_kind", ""))
    if kind in set(PaperKind):
        return fields_of_paper(PaperKind(kind), None)
    return NAME_AND_ADDRESS


def _listed(details: Mapping[str, object], key: str) -> list[str]:
    value = details.get(key, ())
    return [str(one) for one in value] if isinstance(value, list) else []
