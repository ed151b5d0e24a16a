"""The permissions in plain words."""

from __future__ import annotations

from hvacdesk.domain.roles import Permission
from hvacdesk.domain.text.wording import Phrase, phrase

PERMISSION_NAMES: dict[Permission, Phrase] = {
    Permission.SEE_BILLING: phrase("Permissions", "See what is billed and open"),
    Permission.BILL: phrase("Permissions", "Make invoices and book payments"),
    Permission.FIND_CUSTOMERS: phrase("Permissions", "Find customers (masked)"),
    Permission.EDIT_CUSTOMERS: phrase("Permissions", "Register and change customers"),
    Permission.REVEAL_CONTACT: phrase("Permissions", "Show contact fields, with a reason"),
    Permission.REVEAL_ADDRESSEE: phrase("Permissions", "Show name and address for one document"),
    Permission.SEE_PAYMENT: phrase("Permissions", "See payment fields"),
    Permission.EDIT_JOBS: phrase("Permissions", "Book and change jobs"),
    Permission.SEE_ALL_JOBS: phrase("Permissions", "See all jobs"),
    Permission.SEE_OWN_JOBS: phrase("Permissions", "See own jobs"),
    Permission.ISSUE_WORK_ORDERS: phrase("Permissions", "Print work orders"),
    Permission.REGISTER_COPIES: phrase("Permissions", "Register returned copies"),
    Permission.PROPOSE_DISPOSAL: phrase("Permissions", "Propose disposal"),
    Permission.APPROVE_DISPOSAL: phrase("Permissions", "Approve disposal"),
    Permission.HOLD_DISPOSAL: phrase("Permissions", "Hold disposal"),
    Permission.READ_AUDIT: phrase("Permissions", "Read the audit log"),
    Permission.READ_LEDGER: phrase("Permissions", "Read the disposal ledger"),
    Permission.MANAGE_ACCOUNTS: phrase("Permissions", "Invite staff and give roles"),
    Permission.MANAGE_OFFICE: phrase("Permissions", "Change the office's settings"),
    Permission.EXPORT_CUSTOMERS: phrase("Permissions", "Export the customer list"),
    Permission.LOOSEN_MASK: phrase("Permissions", "Loosen a mask"),
    Permission.KEEP_PARTNERS: phrase("Permissions", "Keep and check partner firms"),
    Permission.REPORT_INCIDENT: phrase("Permissions", "Report that something happened"),
    Permission.HANDLE_INCIDENTS: phrase("Permissions", "Handle incidents"),
    Permission.REVIEW_ACCESS: phrase("Permissions", "Sign the access review"),
    Permission.KEEP_REQUESTS: phrase("Permissions", "Record notices, consents and customers' requests"),
    Permission.ANSWER_REQUESTS: phrase("Permissions", "Answer requests, disclose, suspend use"),
    Permission.MANAGE_RULES: phrase("Permissions", "Put office rules in force"),
    Permission.READ_TRAINING: phrase("Permissions", "Read the training record"),
    Permission.RECORD_VIOLATIONS: phrase("Permissions", "Record violations"),
    Permission.TAKE_CALLS: phrase("Permissions", "Take call notes, and see to the own ones"),
    Permission.KEEP_CALLS: phrase("Permissions", "Change and close everybody's call notes"),
    Permission.BACK_UP: phrase("Permissions", "Take backups and see how they stand"),
    Permission.READ_REPORTS: phrase("Permissions", "Read the report box, as far as chosen by who reports"),
}
