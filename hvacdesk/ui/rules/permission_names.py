"""The permissions in plain words."""

from __future__ import annotations

from hvacdesk.domain.roles import Permission
from hvacdesk.domain.wording import Phrase, phrase

PERMISSION_NAMES: dict[Permission, Phrase] = {
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
    Permission.LOOSEN_MASK: phrase("Permissions", "Loosen a mask"),
}
