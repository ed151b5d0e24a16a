"""The disposals of an open office: one service in four parts."""

from __future__ import annotations

from collections.abc import Callable

from hvacdesk.domain.retention import RetentionRule
from hvacdesk.domain.roles import Actor
from hvacdesk.services.disposal.approval import Approvals
from hvacdesk.services.disposal.certificates import Certificates
from hvacdesk.services.disposal.destruction import Destruction
from hvacdesk.services.disposal.review import Reviews
from hvacdesk.services.retention import shipped_rules
from hvacdesk.services.workplace import Workplace


def _nothing_in_memory() -> None:
    """Nothing of a customer is kept outside the database."""


class Disposal:
    """Everything about disposals.

    Args:
        forget: called when customers are gone, to forget what is kept of them in memory.
    """

    def __init__(self, workplace: Workplace, forget: Callable[[], None] = _nothing_in_memory) -> None:
        reviews = Reviews(workplace)
        self.review = reviews.review
        self.open_batch = reviews.open_batch
        self.batches = reviews.batches
        self.verdict = reviews.verdict
        self.decide = reviews.decide
        self.papers = reviews.papers
        self.shred = reviews.shred
        self.propose = reviews.propose
        approvals = Approvals(workplace)
        self.approvers = approvals.approvers
        self.only_one_eligible = approvals.only_one_eligible
        self.approve = approvals.approve
        self.approve_as = approvals.approve_as
        self.confirm_alone = approvals.confirm_alone
        self.reject = approvals.reject
        self.destroy = Destruction(workplace, forget).destroy
        certificates = Certificates(workplace)
        self.certificate_of = certificates.certificate_of
        self.certificate_pdf = certificates.certificate_pdf
        self.certificate_printed = certificates.certificate_printed
        self.ledger = certificates.ledger

    def rules(self, _actor: Actor) -> tuple[RetentionRule, ...]:
        """The retention rules in force, with law, source and date; everybody may read them."""
        return shipped_rules()
