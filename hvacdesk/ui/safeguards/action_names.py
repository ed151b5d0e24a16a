"""The audit log's actions in plain words."""

from __future__ import annotations

from hvacdesk.domain.audit import Action
from hvacdesk.domain.wording import Phrase, phrase

ACTION_NAMES: dict[Action, Phrase] = {
    Action.OFFICE_CREATED: phrase("Audit", "Office set up"),
    Action.OFFICE_CHANGED: phrase("Audit", "Office settings changed"),
    Action.LOGGED_IN: phrase("Audit", "Logged in"),
    Action.LOGIN_FAILED: phrase("Audit", "Failed logins before this one"),
    Action.LOGGED_OUT: phrase("Audit", "Logged out"),
    Action.LOCKED: phrase("Audit", "Screen locked"),
    Action.UNLOCKED: phrase("Audit", "Screen unlocked"),
    Action.ACCOUNT_ADDED: phrase("Audit", "Staff member invited"),
    Action.ACCOUNT_CHANGED: phrase("Audit", "Roles changed"),
    Action.PASSPHRASE_CHANGED: phrase("Audit", "Passphrase changed"),
    Action.CUSTOMER_ADDED: phrase("Audit", "Customer registered"),
    Action.CUSTOMER_CHANGED: phrase("Audit", "Customer changed"),
    Action.REVEALED: phrase("Audit", "Hidden value shown"),
    Action.EXACT_SEARCH: phrase("Audit", "Searched by a whole hidden value"),
    Action.NUMBER_ALLOWED: phrase("Audit", "Number allowed: not a card or My Number"),
    Action.SITE_ADDED: phrase("Audit", "Site registered"),
    Action.SITE_CHANGED: phrase("Audit", "Site changed"),
    Action.UNIT_ADDED: phrase("Audit", "Unit registered"),
    Action.UNIT_CHANGED: phrase("Audit", "Unit changed"),
    Action.JOB_ADDED: phrase("Audit", "Job booked"),
    Action.JOB_CHANGED: phrase("Audit", "Job changed"),
    Action.JOB_STATE_CHANGED: phrase("Audit", "Job state changed"),
    Action.JOB_EVENT_RECORDED: phrase("Audit", "Job event recorded"),
    Action.WORK_ORDER_ISSUED: phrase("Audit", "Work order issued"),
    Action.WORK_ORDER_PRINTED: phrase("Audit", "Work order printed"),
    Action.COPY_CHANGED: phrase("Audit", "Copy registered"),
    Action.HOLD_SET: phrase("Audit", "Disposal put on hold"),
    Action.HOLD_LIFTED: phrase("Audit", "Hold lifted"),
    Action.DISPOSAL_PROPOSED: phrase("Audit", "Disposal proposed"),
    Action.DISPOSAL_APPROVED: phrase("Audit", "Disposal approved"),
    Action.DISPOSAL_REJECTED: phrase("Audit", "Disposal sent back"),
    Action.DISPOSAL_STARTED: phrase("Audit", "Destruction started"),
    Action.DISPOSAL_FINISHED: phrase("Audit", "Destruction finished"),
    Action.CERTIFICATE_PRINTED: phrase("Audit", "Certificate printed"),
    Action.CHAIN_REANCHORED: phrase("Audit", "Chain anchored anew"),
}
