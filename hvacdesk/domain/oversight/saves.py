"""Who saved a record since a form read it, and what: for the person whose own save was refused for that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Permission


class SavedKind(StrEnum):
    """The records that forms save with the version, or the facts, that they read."""

    CUSTOMER = "customer"
    CONTACT = "contact"
    SITE = "site"
    JOB = "job"
    RESULTS = "results"
    ELECTRICAL = "electrical"
    VISIT = "visit"
    CALL = "call"
    PLAN = "plan"
    VIOLATION = "violation"
    RULE = "rule"
    ESTIMATE = "estimate"
    INVOICE = "invoice"
    REQUEST = "request"
    FIRM = "firm"
    ORDER = "order"
    MEDIUM = "medium"
    INCIDENT = "incident"
    NOTICE = "notice"
    ACCOUNT = "account"
    BILLING_FACTS = "billing_facts"
    PRICE = "price"


@dataclass(frozen=True)
class SavedBy:
    """How the log tells of saves of one kind.

    Attributes:
        subject: the kind in the entry's subject; empty where the office has one such record.
        actions: each entry of these is one save of the record.
        seen_with: one of these permissions shows the record.
    """

    subject: str
    actions: tuple[Action, ...]
    seen_with: tuple[Permission, ...]


_DESK = (Permission.FIND_CUSTOMERS,)
_JOBS = (Permission.SEE_ALL_JOBS, Permission.SEE_OWN_JOBS, Permission.EDIT_JOBS)
_BILLS = (Permission.SEE_BILLING,)

SAVED_BY: Mapping[SavedKind, SavedBy] = MappingProxyType(
    {
        SavedKind.CUSTOMER: SavedBy(
            "customer",
            (Action.CUSTOMER_CHANGED, Action.EDIT_UNDONE, Action.CUSTOMERS_MERGED, Action.MERGE_UNDONE),
            _DESK,
        ),
        SavedKind.CONTACT: SavedBy("customer", (Action.CONTACT_CHANGED, Action.EDIT_UNDONE), _DESK),
        SavedKind.SITE: SavedBy("site", (Action.SITE_CHANGED, Action.EDIT_UNDONE), _DESK),
        SavedKind.JOB: SavedBy(
            "job",
            (Action.JOB_CHANGED, Action.JOB_STATE_CHANGED, Action.RESULTS_RECORDED, Action.EDIT_UNDONE),
            _JOBS,
        ),
        SavedKind.RESULTS: SavedBy("job", (Action.RESULTS_RECORDED, Action.SURVEY_RECORDED), _JOBS),
        SavedKind.ELECTRICAL: SavedBy("job", (Action.ELECTRICAL_ENTRY,), _JOBS),
        SavedKind.VISIT: SavedBy("job", (Action.VISIT_CONTRACT_RECORDED,), _JOBS),
        SavedKind.CALL: SavedBy(
            "call",
            (Action.CALL_CHANGED, Action.CALL_DONE, Action.CALL_REOPENED, Action.EDIT_UNDONE),
            (Permission.SEE_OWN_JOBS, Permission.FIND_CUSTOMERS),
        ),
        SavedKind.PLAN: SavedBy("plan", (Action.PLAN_CHANGED,), _JOBS),
        SavedKind.VIOLATION: SavedBy(
            "violation", (Action.VIOLATION_CHANGED, Action.VIOLATION_CLOSED), (Permission.RECORD_VIOLATIONS,)
        ),
        SavedKind.RULE: SavedBy("rule_text", (Action.RULE_DRAFTED,), (Permission.MANAGE_RULES,)),
        SavedKind.ESTIMATE: SavedBy(
            "estimate", (Action.ESTIMATE_CHANGED, Action.ESTIMATE_ISSUED, Action.ESTIMATE_ANSWERED), _JOBS
        ),
        SavedKind.INVOICE: SavedBy("invoice", (Action.INVOICE_CHANGED, Action.INVOICE_ISSUED), _BILLS),
        SavedKind.REQUEST: SavedBy(
            "request", (Action.REQUEST_CORRECTED, Action.REQUEST_CHECKED), (Permission.KEEP_REQUESTS,)
        ),
        SavedKind.FIRM: SavedBy("firm", (Action.FIRM_CHANGED,), (Permission.KEEP_PARTNERS,)),
        SavedKind.ORDER: SavedBy("partner_order", (Action.ORDER_CORRECTED,), (Permission.EDIT_JOBS,)),
        SavedKind.MEDIUM: SavedBy("medium", (Action.MEDIUM_CHANGED,), (Permission.PROPOSE_DISPOSAL,)),
        SavedKind.INCIDENT: SavedBy("incident", (Action.INCIDENT_CHANGED,), (Permission.HANDLE_INCIDENTS,)),
        SavedKind.NOTICE: SavedBy("", (Action.NOTICE_WRITTEN,), (Permission.MANAGE_OFFICE,)),
        SavedKind.ACCOUNT: SavedBy("account", (Action.ACCOUNT_CHANGED,), (Permission.MANAGE_ACCOUNTS,)),
        SavedKind.PRICE: SavedBy("price", (Action.PRICES_CHANGED,), (Permission.MANAGE_OFFICE,)),
        SavedKind.BILLING_FACTS: SavedBy("", (Action.BILLING_FACTS_CHANGED,), (Permission.MANAGE_OFFICE,)),
    }
)


@dataclass(frozen=True)
class Save:
    """One save: by whom, the log's stamp, and the columns that it changed as far as the log names them."""

    who: str
    at: str
    fields: tuple[str, ...]
