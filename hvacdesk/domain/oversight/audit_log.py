"""The audit log: what is written of each act, and the hash chain that shows a missing or changed entry.

Entries hold record ids, field names and codes, never personal data. A free-text note lives in a table of its
own and the chain holds only its salted hash, so that a note can be erased while the chain still verifies.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hvacdesk.domain.clock import moment_of, office_day
from hvacdesk.domain.text.wording import Phrase, phrase


class Action(StrEnum):
    """Every act that an entry is written for."""

    OFFICE_CREATED = "office_created"
    OFFICE_CHANGED = "office_changed"
    LOGGED_IN = "logged_in"
    LOGIN_FAILED = "login_failed"
    LOGGED_OUT = "logged_out"
    LOCKED = "locked"
    UNLOCKED = "unlocked"
    ACCOUNT_ADDED = "account_added"
    ACCOUNT_CHANGED = "account_changed"
    ACCOUNT_REMOVED = "account_removed"
    ACCOUNT_RESET = "account_reset"
    INVITATION_PRINTED = "invitation_printed"
    PASSPHRASE_CHANGED = "passphrase_changed"
    CUSTOMER_ADDED = "customer_added"
    CUSTOMER_CHANGED = "customer_changed"
    EDIT_UNDONE = "edit_undone"
    CONTACT_ADDED = "contact_added"
    CONTACT_CHANGED = "contact_changed"
    CONTACT_REMOVED = "contact_removed"
    CUSTOMERS_MERGED = "customers_merged"
    MERGE_UNDONE = "merge_undone"
    REVEALED = "revealed"
    SHOWN_FOR_INCIDENT = "shown_for_incident"
    EXACT_SEARCH = "exact_search"
    NUMBER_ALLOWED = "number_allowed"
    CUSTOMERS_IMPORTED = "customers_imported"
    IMPORT_UNDONE = "import_undone"
    CUSTOMERS_EXPORTED = "customers_exported"
    LEFT_OUT_SAVED = "left_out_saved"
    LIST_DESTROYED = "list_destroyed"
    CALL_NOTED = "call_noted"
    CALL_CHANGED = "call_changed"
    CALL_DONE = "call_done"
    CALL_REOPENED = "call_reopened"
    SITE_ADDED = "site_added"
    SITE_CHANGED = "site_changed"
    UNIT_ADDED = "unit_added"
    UNIT_CHANGED = "unit_changed"
    JOB_ADDED = "job_added"
    JOB_CHANGED = "job_changed"
    JOB_STATE_CHANGED = "job_state_changed"
    JOB_EVENT_RECORDED = "job_event_recorded"
    JOB_EVENT_STRUCK = "job_event_struck"
    RESULTS_RECORDED = "results_recorded"
    SURVEY_RECORDED = "survey_recorded"
    REFRIGERANT_LOGGED = "refrigerant_logged"
    REFRIGERANT_STRUCK = "refrigerant_struck"
    REFRIGERANT_HANDED_ON = "refrigerant_handed_on"
    REFRIGERANT_CERTIFIED = "refrigerant_certified"
    ELECTRICAL_ENTRY = "electrical_entry"
    ELECTRICAL_LEDGER_PRINTED = "electrical_ledger_printed"
    ABSENCE_KEPT = "absence_kept"
    ABSENCE_DROPPED = "absence_dropped"
    PRICES_CHANGED = "prices_changed"
    LEDGER_EXPORTED = "ledger_exported"
    SHREDDING_NOTED = "shredding_noted"
    MEDIUM_REGISTERED = "medium_registered"
    MEDIUM_CHANGED = "medium_changed"
    MEDIUM_SANITIZED = "medium_sanitized"
    ESTIMATE_DRAFTED = "estimate_drafted"
    ESTIMATE_CHANGED = "estimate_changed"
    ESTIMATE_SHOWN = "estimate_shown"
    ESTIMATE_ISSUED = "estimate_issued"
    ESTIMATE_SAVED = "estimate_saved"
    ESTIMATE_DROPPED = "estimate_dropped"
    ESTIMATE_ANSWERED = "estimate_answered"
    ESTIMATE_ANSWER_TAKEN_BACK = "estimate_answer_taken_back"
    INVOICE_DRAFTED = "invoice_drafted"
    INVOICE_CHANGED = "invoice_changed"
    INVOICE_DROPPED = "invoice_dropped"
    INVOICE_ISSUED = "invoice_issued"
    INVOICE_STATE_CHANGED = "invoice_state_changed"
    INVOICE_SHOWN = "invoice_shown"
    INVOICE_SAVED = "invoice_saved"
    RECEIPT_SAVED = "receipt_saved"
    INVOICES_EXPORTED = "invoices_exported"
    PAYMENT_BOOKED = "payment_booked"
    PAYMENT_ALLOTTED = "payment_allotted"
    PAYMENT_TAKEN_BACK = "payment_taken_back"
    DEPOSIT_ENDED = "deposit_ended"
    CASH_HANDED_IN = "cash_handed_in"
    CASH_COUNT_TAKEN_BACK = "cash_count_taken_back"
    CASH_COUNT_CORRECTED = "cash_count_corrected"
    DEPOSITS_SET_ASIDE = "deposits_set_aside"
    DEPOSITS_BROUGHT_BACK = "deposits_brought_back"
    OUTSIDE_INVOICES_TAKEN = "outside_invoices_taken"
    RECEIPT_ISSUED = "receipt_issued"
    RECEIPT_REISSUED = "receipt_reissued"
    RECEIPT_VOIDED = "receipt_voided"
    RECEIPTS_GIVEN_OUT = "receipts_given_out"
    RECEIPTS_RETURNED = "receipts_returned"
    PAYMENT_REMINDER_WRITTEN = "payment_reminder_written"
    PAYMENT_REMINDER_SAVED = "payment_reminder_saved"
    BOOKS_EXPORTED = "books_exported"
    BILLING_FACTS_CHANGED = "billing_facts_changed"
    BILLING_TERMS_CHANGED = "billing_terms_changed"
    PLAN_KEPT = "plan_kept"
    PLAN_CHANGED = "plan_changed"
    REMINDER_SEEN = "reminder_seen"
    REMINDER_PUT_BACK = "reminder_put_back"
    VISIT_CONTRACT_RECORDED = "visit_contract_recorded"
    WORK_ORDER_ISSUED = "work_order_issued"
    WORK_ORDER_PRINTED = "work_order_printed"
    COPY_CHANGED = "copy_changed"
    PAPER_REGISTERED = "paper_registered"
    PAPER_PRINTED = "paper_printed"
    PAPER_SHOWN = "paper_shown"
    PAPER_CHANGED = "paper_changed"
    LIST_PRINTED = "list_printed"
    CABINET_CHANGED = "cabinet_changed"
    INCIDENT_OPENED = "incident_opened"
    INCIDENT_SEEN = "incident_seen"
    INCIDENT_BEGUN = "incident_begun"
    INCIDENT_CHANGED = "incident_changed"
    INCIDENT_CUSTOMERS = "incident_customers"
    INCIDENT_TOLD = "incident_told"
    INCIDENT_LETTERS = "incident_letters"
    INCIDENT_SENT = "incident_sent"
    INCIDENT_PRINTED = "incident_printed"
    INCIDENT_JOINED = "incident_joined"
    INCIDENT_CLOSED = "incident_closed"
    INCIDENT_REOPENED = "incident_reopened"
    ACCESS_REVIEWED = "access_reviewed"
    ACCESS_REVIEW_PRINTED = "access_review_printed"
    LAYOUT_CHANGED = "layout_changed"
    HOLD_SET = "hold_set"
    HOLD_LIFTED = "hold_lifted"
    RETENTION_CHOSEN = "retention_chosen"
    ERASURE_ASKED = "erasure_asked"
    ERASURE_WITHDRAWN = "erasure_withdrawn"
    ERASURE_ANSWERED = "erasure_answered"
    DISPOSAL_PROPOSED = "disposal_proposed"
    PLACES_DECIDED = "places_decided"
    DISPOSAL_APPROVED = "disposal_approved"
    DISPOSAL_REJECTED = "disposal_rejected"
    DISPOSAL_STARTED = "disposal_started"
    DISPOSAL_FINISHED = "disposal_finished"
    CERTIFICATE_PRINTED = "certificate_printed"
    CERTIFICATE_SAVED = "certificate_saved"
    CHAIN_REANCHORED = "chain_reanchored"
    RECORDS_TIED = "records_tied"
    CLOCK_CONFIRMED = "clock_confirmed"
    KEYS_ROTATED = "keys_rotated"
    FORMER_KEYS_DISCARDED = "former_keys_discarded"
    SHEET_RENEWED = "sheet_renewed"
    SHEET_SHREDDED = "sheet_shredded"
    SHEET_SAVED = "sheet_saved"
    RECOVERY_USED = "recovery_used"
    LOGIN_INVITED = "login_invited"
    LOGIN_ENROLLED = "login_enrolled"
    LOGIN_WITHDRAWN = "login_withdrawn"
    SEATS_SET_UP = "seats_set_up"
    SEATS_SWITCHED_ON = "seats_switched_on"
    SEATS_SWITCHED_OFF = "seats_switched_off"
    SEAT_INVITED = "seat_invited"
    SEAT_INVITATION_ENDED = "seat_invitation_ended"
    SEAT_JOINED = "seat_joined"
    SEAT_RENAMED = "seat_renamed"
    SEAT_LOCKED = "seat_locked"
    SEAT_UNLOCKED = "seat_unlocked"
    SEAT_REVOKED = "seat_revoked"
    SEAT_CERTIFICATE_RENEWED = "seat_certificate_renewed"
    BACKUP_PLACE_ADDED = "backup_place_added"
    BACKUP_PLACE_REMOVED = "backup_place_removed"
    BACKUP_TAKEN = "backup_taken"
    BACKUP_FAILED = "backup_failed"
    BACKUP_RESTORED = "backup_restored"
    BROUGHT_UP_TO_DATE = "brought_up_to_date"
    DISPOSALS_REPLAYED = "disposals_replayed"
    SET_ASIDE_REMOVED = "set_aside_removed"
    UNREADABLE = "unreadable"
    DAMAGE_FOUND = "damage_found"
    NOTICE_WRITTEN = "notice_written"
    NOTICE_PRINTED = "notice_printed"
    NOTICE_GIVEN = "notice_given"
    NOTICE_NOT_GIVEN = "notice_not_given"
    CONSENT_GIVEN = "consent_given"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    CONSENT_DECLINED = "consent_declined"
    REQUEST_RECEIVED = "request_received"
    REQUEST_ASSIGNED = "request_assigned"
    REQUEST_CORRECTED = "request_corrected"
    REQUEST_CHECKED = "request_checked"
    REQUEST_ANSWERED = "request_answered"
    REQUEST_REFUSED = "request_refused"
    REQUEST_WITHDRAWN = "request_withdrawn"
    REQUEST_FORGOTTEN = "request_forgotten"
    DISCLOSURE_MADE = "disclosure_made"
    ANSWER_PRINTED = "answer_printed"
    USE_SUSPENDED = "use_suspended"
    SUSPENSION_LIFTED = "suspension_lifted"
    PROVISION_STOPPED = "provision_stopped"
    PROVISION_ALLOWED = "provision_allowed"
    RULE_DRAFTED = "rule_drafted"
    RULE_DRAFT_DROPPED = "rule_draft_dropped"
    RULE_IN_FORCE = "rule_in_force"
    RULE_WITHDRAWN = "rule_withdrawn"
    RULE_ACKNOWLEDGED = "rule_acknowledged"
    TRAINING_TAKEN = "training_taken"
    TRAINING_PRINTED = "training_printed"
    VIOLATION_RECORDED = "violation_recorded"
    VIOLATION_CHANGED = "violation_changed"
    VIOLATION_CLOSED = "violation_closed"
    VIOLATIONS_PRINTED = "violations_printed"
    DRILL_NOTED = "drill_noted"
    CALENDAR_SAVED = "calendar_saved"
    FIRM_REGISTERED = "firm_registered"
    FIRM_CHANGED = "firm_changed"
    FIRM_CHECKED = "firm_checked"
    WORK_ORDERED = "work_ordered"
    ORDER_STEP_NOTED = "order_step_noted"
    ORDER_PRINTED = "order_printed"
    ORDER_CORRECTED = "order_corrected"
    HANDED_OVER = "handed_over"
    HANDOVER_SETTLED = "handover_settled"
    HANDOVERS_PRINTED = "handovers_printed"
    PROVISION_PRINTED = "provision_printed"
    CLIENT_DATA_BACK = "client_data_back"


REVEALS = (Action.REVEALED, Action.SHOWN_FOR_INCIDENT)
"""Acts that show hidden values: at the desk, or to tell the persons concerned of a leak (個人情報保護法
26条2項). Only the first is closed to a person who is overdue, and for a customer whose data is suspended."""


class RevealReason(StrEnum):
    """Why a hidden value was shown. Codes only: free text would itself be personal data."""

    CALL = "call"
    TODAYS_JOB = "todays_job"
    BOOKING = "booking"
    CORRECTION = "correction"
    DOCUMENT = "document"
    COMPLAINT = "complaint"
    CUSTOMER_REQUEST = "customer_request"
    INCIDENT = "incident"


REVEAL_REASON_NAMES: dict[RevealReason, Phrase] = {
    RevealReason.CALL: phrase("Audit", "On the phone with the customer"),
    RevealReason.TODAYS_JOB: phrase("Audit", "Today's job"),
    RevealReason.BOOKING: phrase("Audit", "Booking a job"),
    RevealReason.CORRECTION: phrase("Audit", "Correcting the record"),
    RevealReason.DOCUMENT: phrase("Audit", "Addressing a document"),
    RevealReason.COMPLAINT: phrase("Audit", "Handling a complaint"),
    RevealReason.CUSTOMER_REQUEST: phrase("Audit", "The customer asked"),
    RevealReason.INCIDENT: phrase("Audit", "Telling about an incident"),
}


@dataclass(frozen=True)
class AuditEntry:
    """One entry as read back.

    Attributes:
        subject: ``kind:record-id``, or empty.
        details: codes and counts.
    """

    sequence: int
    at: str
    actor: str
    actor_name: str
    action: Action
    subject: str
    details: dict[str, object]
    hash: str


def day_of(stamp: str) -> date:
    """The day in the office; the first of all days for a stamp that somebody made unreadable."""
    try:
        return office_day(moment_of(stamp))
    except ValueError:
        return date.min
