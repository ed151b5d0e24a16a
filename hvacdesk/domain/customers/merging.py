"""Merging two registrations of one customer: what differs, what is chosen, what becomes of the rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from hvacdesk.domain.billing.pay_terms import PayTerms
from hvacdesk.domain.customers.customer_fields import CUSTOMER_FIELDS
from hvacdesk.domain.customers.customers import CustomerField
from hvacdesk.domain.customers.duplicates import Unlike
from hvacdesk.domain.errors import RecordGone, UserFacingError
from hvacdesk.domain.fields import Use
from hvacdesk.domain.masked import Masked
from hvacdesk.domain.text.wording import Phrase, phrase


class MergeField(StrEnum):
    """What is chosen from one of the two as a whole; everything else of both is kept."""

    NAME = "name"
    KANA = "kana"
    ADDRESS = "address"
    EMAIL = "email"
    NOTE = "note"
    PAYMENT_METHOD = "payment_method"
    PAY_TERMS = "pay_terms"


_DESCRIBED = {MergeField(one.key): one for one in CUSTOMER_FIELDS.used(Use.MERGED)}

MERGE_FIELD_NAMES: dict[MergeField, Phrase] = {field: one.label for field, one in _DESCRIBED.items()} | {
    MergeField.NAME: phrase("Merging", "Name"),
    MergeField.NOTE: phrase("Merging", "Note"),
    MergeField.PAYMENT_METHOD: phrase("Merging", "Payment"),
    MergeField.PAY_TERMS: phrase("Merging", "Payment terms"),
}
"""As elsewhere, except that a name may be an organisation's too, and that payment is only the method."""

MERGE_COLUMNS: Mapping[MergeField, tuple[str, ...]] = {
    **{field: one.columns for field, one in _DESCRIBED.items()},
    MergeField.PAYMENT_METHOD: ("payment_method",),
    MergeField.PAY_TERMS: ("closing_day", "pay_months", "pay_day", "carries_balance"),
}
"""The columns that are taken together: half of one address and half of another is nobody's."""

TOGETHER: tuple[tuple[MergeField, ...], ...] = (
    (MergeField.NAME, MergeField.KANA),
    *((field,) for field in MergeField if field not in (MergeField.NAME, MergeField.KANA)),
)
"""What goes back together when a merge is undone: a name with the reading of another one is nobody's."""

REVEALS: Mapping[MergeField, CustomerField] = {field: one.key for field, one in _DESCRIBED.items()}
"""Which field a reveal shows for the hidden part; a payment method and terms have none."""


class Take(StrEnum):
    """Whose value the kept customer has afterwards. ``BOTH`` is for notes only, one below the other."""

    KEPT = "kept"
    MERGED = "merged"
    BOTH = "both"


class PaymentFate(StrEnum):
    """What becomes of the duplicate's sealed payment details."""

    NONE = "none"
    TAKEN = "taken"
    KEPT_STAYS = "kept_stays"
    NOT_READABLE = "not_readable"


@dataclass(frozen=True)
class MergeSide:
    """One of the two.

    Attributes:
        jobs: how many jobs name this customer.
    """

    customer: str
    number: str
    version: int
    name: Masked
    address: Masked
    phones: tuple[Masked, ...]
    registered_on: str
    last_contact_on: str
    jobs: int


@dataclass(frozen=True)
class MergeLine:
    """A field in which the two differ, and what is proposed: the kept one's value unless it has none.

    The payment method is given as its code, and the payment terms by :attr:`MergeView.terms`.
    """

    field: MergeField
    kept: Masked
    merged: Masked
    proposed: Take

    @property
    def hides_the_difference(self) -> bool:
        """Whether nobody can choose by what is shown: it is alike, or nothing of one of them is shown."""
        both = (self.kept, self.merged)
        alike = self.kept.text == self.merged.text and any(one.hidden for one in both)
        return alike or any(one.wholly_hidden for one in both)

    @property
    def only_one(self) -> bool:
        """Whether one of the two has nothing here, so that there is little to choose."""
        return not (self.kept.text and self.merged.text)


@dataclass(frozen=True)
class MergeView:
    """Two customers side by side, masked as the actor may see them.

    Attributes:
        terms: what was agreed on with each; None where the office's usual terms hold.
        apart: what does not agree, where nothing says that the two are one customer.
    """

    kept: MergeSide
    merged: MergeSide
    lines: tuple[MergeLine, ...]
    payment: PaymentFate
    terms: tuple[PayTerms | None, PayTerms | None] = (None, None)
    apart: tuple[Unlike, ...] = ()


@dataclass(frozen=True)
class MergedRow:
    """A duplicate that lives on in a customer. ``merge`` is the record id by which it is undone."""

    merge: str
    number: str
    name: Masked
    merged_on: str
    merged_by: str


class Unsettled(StrEnum):
    """What an undo cannot settle, and somebody has to look at.

    ``PHONES``, ``CAUTIONS``: changed since the merge, so they stay at the kept one. ``CALLS``, ``REQUESTS``,
    ``CONSENTS``: noted for the kept one since, and possibly meant for the duplicate. ``HOLDS``: set since, so
    both keep one. ``SITES``: addresses of the duplicate's sites were changed since.
    """

    PHONES = "phones"
    CAUTIONS = "cautions"
    CALLS = "calls"
    REQUESTS = "requests"
    CONSENTS = "consents"
    HOLDS = "holds"
    SITES = "sites"


CHANGED_SINCE: Mapping[Unsettled, Phrase] = {
    Unsettled.PHONES: phrase("Merging", "Phone numbers"),
    Unsettled.CAUTIONS: phrase("Merging", "Cautions"),
}
APART: Mapping[Unlike, Phrase] = {
    Unlike.NAME: MERGE_FIELD_NAMES[MergeField.NAME],
    Unlike.KANA: MERGE_FIELD_NAMES[MergeField.KANA],
    Unlike.PHONES: CHANGED_SINCE[Unsettled.PHONES],
    Unlike.ADDRESS: MERGE_FIELD_NAMES[MergeField.ADDRESS],
    Unlike.KIND: phrase("Merging", "Person or organisation"),
}
NOTED_SINCE: Mapping[Unsettled, Phrase] = {
    Unsettled.CALLS: phrase("Merging", "Call notes"),
    Unsettled.REQUESTS: phrase("Merging", "Requests"),
    Unsettled.CONSENTS: phrase("Merging", "Consents"),
}


@dataclass(frozen=True)
class UndoneMerge:
    """Two that are apart again.

    Attributes:
        customer: the duplicate's record id.
        stayed: what is at the kept one as it was changed since the merge, and not as it was before.
        undecided: numbers of payments with something left over and of invoices that were entered for the kept
            one since the merge and hang on nothing: they stay there, and may be the duplicate's.
        unsettled: what else has to be looked at.
        requests: the numbers of the requests among that.
    """

    customer: str
    stayed: tuple[MergeField, ...] = ()
    undecided: tuple[str, ...] = ()
    unsettled: tuple[Unsettled, ...] = ()
    requests: tuple[str, ...] = ()


class SameCustomer(UserFacingError):
    """A customer and itself."""

    what = phrase("Errors", "These two are the same registration.")
    todo = phrase("Errors", "Choose the other registration of this customer.")


class CustomerMerged(RecordGone):
    """The record is a duplicate that lives on in another customer."""

    what = phrase("Errors", "This customer was merged into {number}.")
    todo = phrase("Errors", "Open {number}: everything that was kept here is there.")


class InDisposal(UserFacingError):
    """A disposal that is proposed or approved names one of the two."""

    what = phrase("Errors", "A disposal that waits for its destruction names one of these customers.")
    todo = phrase("Errors", "Finish that disposal or have it sent back first.")


class MergeMixed(UserFacingError):
    """Since the merge, money, work or a contact person of one of the two was used for the other."""

    what = phrase("Errors", "Since the merge, these belong to both customers: {numbers}.")
    todo = phrase(
        "Errors",
        "Take such a payment back, make such an invoice void, delete such a draft, or change the contact "
        "person of such a job. Then undo the merge.",
    )
