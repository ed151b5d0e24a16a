"""Who may do what: the five roles of an office and the one table of their permissions.

Source: the office's own rule 2, "limited access", and the role table of the design (product owner, 2026-11).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum, StrEnum

from hvacdesk.domain.errors import NotPermitted
from hvacdesk.domain.text.wording import Phrase, Words, phrase


class Role(StrEnum):
    """A part that a person plays in the office; one person may play several."""

    OWNER = "owner"
    DESK = "desk"
    ACCOUNTING = "accounting"
    TECHNICIAN = "technician"
    INSPECTOR = "inspector"


class Permission(Enum):
    """One thing that a role may be allowed to do."""

    FIND_CUSTOMERS = "find customers"
    EDIT_CUSTOMERS = "edit customers"
    REVEAL_CONTACT = "reveal contact fields"
    REVEAL_ADDRESSEE = "reveal addressee and address for a document"
    SEE_PAYMENT = "see payment fields"
    EDIT_JOBS = "edit jobs"
    SEE_ALL_JOBS = "see all jobs"
    SEE_OWN_JOBS = "see own jobs"
    ISSUE_WORK_ORDERS = "issue work orders"
    REGISTER_COPIES = "register copies"
    PROPOSE_DISPOSAL = "propose disposal"
    APPROVE_DISPOSAL = "approve disposal"
    HOLD_DISPOSAL = "hold disposal"
    READ_AUDIT = "read audit log"
    READ_LEDGER = "read disposal ledger"
    MANAGE_ACCOUNTS = "manage accounts"
    MANAGE_OFFICE = "manage office"
    EXPORT_CUSTOMERS = "export customers"
    LOOSEN_MASK = "loosen a mask"
    KEEP_PARTNERS = "keep partner firms"
    REPORT_INCIDENT = "report an incident"
    HANDLE_INCIDENTS = "handle incidents"
    REVIEW_ACCESS = "sign the access review"
    KEEP_REQUESTS = "keep notices, consents and requests"
    ANSWER_REQUESTS = "answer requests"
    MANAGE_RULES = "manage rules"
    READ_TRAINING = "read training record"
    RECORD_VIOLATIONS = "record violations"
    READ_REPORTS = "read reports of the report box"
    TAKE_CALLS = "take call notes"
    KEEP_CALLS = "change everybody's call notes"
    BACK_UP = "take backups and see how they stand"
    SEE_BILLING = "see what is billed and open"
    BILL = "make invoices and book payments"


_EVERYBODY = frozenset({Permission.REPORT_INCIDENT, Permission.BACK_UP})
_DESK = _EVERYBODY | frozenset(
    {
        Permission.FIND_CUSTOMERS,
        Permission.EDIT_CUSTOMERS,
        Permission.REVEAL_CONTACT,
        Permission.EDIT_JOBS,
        Permission.SEE_ALL_JOBS,
        Permission.SEE_OWN_JOBS,
        Permission.ISSUE_WORK_ORDERS,
        Permission.REGISTER_COPIES,
        Permission.PROPOSE_DISPOSAL,
        Permission.KEEP_REQUESTS,
        Permission.TAKE_CALLS,
        Permission.KEEP_CALLS,
        Permission.SEE_BILLING,
    }
)
_ACCOUNTING = _EVERYBODY | frozenset(
    {
        Permission.FIND_CUSTOMERS,
        Permission.REVEAL_ADDRESSEE,
        Permission.SEE_PAYMENT,
        Permission.SEE_ALL_JOBS,
        Permission.TAKE_CALLS,
        Permission.SEE_BILLING,
        Permission.BILL,
    }
)
_TECHNICIAN = _EVERYBODY | frozenset({Permission.SEE_OWN_JOBS})
_INSPECTOR = _EVERYBODY | frozenset({Permission.READ_AUDIT, Permission.READ_LEDGER, Permission.READ_TRAINING})

PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.OWNER: frozenset(Permission),
    Role.DESK: _DESK,
    Role.ACCOUNTING: _ACCOUNTING,
    Role.TECHNICIAN: _TECHNICIAN,
    Role.INSPECTOR: _INSPECTOR,
}
"""The whole of the office's access rules; nothing else grants anything."""

ASSIGNABLE = frozenset({Role.OWNER, Role.TECHNICIAN})
"""Who holds one of these can be sent to a job."""

ROLE_NAMES: dict[Role, Phrase] = {
    Role.OWNER: phrase("Roles", "Person responsible"),
    Role.DESK: phrase("Roles", "Front desk"),
    Role.ACCOUNTING: phrase("Roles", "Accounting"),
    Role.TECHNICIAN: phrase("Roles", "Technician"),
    Role.INSPECTOR: phrase("Roles", "Inspector"),
}


ROLE_ABOUT: dict[Role, Phrase] = {
    Role.OWNER: phrase(
        "Roles",
        "Everything: staff and keys, settings, exports, approving disposal, leaks and reports, all records.",
    ),
    Role.DESK: phrase(
        "Roles",
        "Finds and keeps customers, shows contact fields with a reason, books jobs, prints and takes back "
        "papers, sees what is billed and open, proposes disposal. Exports nothing.",
    ),
    Role.ACCOUNTING: phrase(
        "Roles",
        "Finds customers, keeps payment fields, sees all jobs, shows name and address for a document. "
        "Makes invoices and books payments, but no jobs.",
    ),
    Role.TECHNICIAN: phrase(
        "Roles", "Sees the own jobs and what they need on their day. Finds no customers."
    ),
    Role.INSPECTOR: phrase(
        "Roles", "Reads the audit log, the disposal ledger and the training record. Sees no customers."
    ),
}
"""What :data:`PERMISSIONS` come to, in words to choose by."""


def in_order(roles: Iterable[str]) -> tuple[Role, ...]:
    """Roles as every list has them: from who answers for the office to who sees least of it."""
    held = frozenset(roles)
    return tuple(role for role in Role if role in held)


def role_words(roles: Iterable[str], words: Words) -> str:
    """The roles' names in one line."""
    return "・".join(words(ROLE_NAMES[role]) for role in in_order(roles))


def holds_payment_key(roles: Iterable[Role]) -> bool:
    """Whether these roles are given the payment key."""
    return any(Permission.SEE_PAYMENT in PERMISSIONS[role] for role in roles)


def holds_signing_key(roles: Iterable[Role]) -> bool:
    """Whether these roles are given the office's signing key: only owners are."""
    return Role.OWNER in roles


@dataclass(frozen=True)
class Actor:
    """The person in whose name something is done.

    Attributes:
        account: the account's record id, 32 hexadecimal digits.
        name: the staff member's name as shown on screen and paper.
        roles: every role that the person plays.
    """

    account: str
    name: str
    roles: frozenset[Role] = field(default_factory=frozenset)

    def may(self, permission: Permission) -> bool:
        """Whether any of the actor's roles grants the permission."""
        return any(permission in PERMISSIONS[role] for role in self.roles)

    @property
    def may_address(self) -> bool:
        """Whether the actor may see whom a paper is for, and where they live."""
        return self.may(Permission.REVEAL_CONTACT) or self.may(Permission.REVEAL_ADDRESSEE)

    def require(self, permission: Permission) -> None:
        """Raise :class:`NotPermitted` unless the actor holds the permission."""
        if not self.may(permission):
            raise NotPermitted(permission=permission.value)
