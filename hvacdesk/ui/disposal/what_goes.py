"""What a batch destroys and what it leaves, in the same words in the step and in the last question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QObject

from hvacdesk.domain.disposal.disposal import CertificateFacts, Decision, Review
from hvacdesk.domain.retention.record_fields import RECORD_FIELD_NAMES, RecordField
from hvacdesk.domain.text.wording import Words


class WhatGoes(QObject):
    """The sentences on one batch; a reduced customer keeps fields, so none says that all is destroyed.

    Args:
        several_pcs: whether it has to be said which PC is meant.
    """

    def __init__(self, review: Review, words: Words, *, several_pcs: bool = False) -> None:
        super().__init__()
        self._several_pcs = several_pcs
        self._review = review
        self._words = words
        self._reduced = review.chosen(Decision.REDUCE)
        self._destroyed = review.carried_out - self._reduced

    def title(self) -> str:
        """What is done and to how many."""
        if not self._review.carried_out:
            return self.tr("Destroy %n call note(s)", None, self._review.call_notes)
        if not self._reduced:
            return self.tr("Destroy %n customer(s)", None, self._destroyed)
        if not self._destroyed:
            return self.tr("Reduce %n customer(s) to the ledger", None, self._reduced)
        text = self.tr("Destroy {destroyed} and reduce {reduced} customers")
        return text.format(destroyed=f"{self._destroyed:,}", reduced=f"{self._reduced:,}")

    def button(self) -> str:
        """The red button's words in the last question."""
        if not self._reduced:
            return self.tr("Destroy")
        return self.tr("Destroy and reduce") if self._destroyed else self.tr("Reduce to the ledger")

    def goes_and_stays(self) -> Iterator[str]:
        """A sentence for data destroyed as a whole, one for each kind of reduction, one for call notes."""
        if self._destroyed:
            yield self.tr(
                "%n customer(s) go as a whole: names, addresses, phones, jobs and everything else.",
                None,
                self._destroyed,
            )
        for kept, count in self._kinds():
            text = self.tr(
                "%n customer(s) are reduced to the ledger. Stays: {kept}. Goes: {gone}.", None, count
            )
            gone = frozenset(RecordField) - kept
            yield text.format(kept=self._names(kept), gone=self._names(gone))
        if self._review.call_notes:
            yield self.tr("%n call note(s) without a customer go.", None, self._review.call_notes)

    def steps(self) -> tuple[str, ...]:
        """What happens one after the other, until the certificate."""
        return (
            *self.goes_and_stays(),
            self.tr("What stays is written into a new file under new keys."),
            self.tr(
                "Every page of the new file is decrypted and searched, to prove that nothing of what was "
                "erased is left in it."
            ),
            *self._where(),
        )

    def _where(self) -> tuple[str, str]:
        """What has to stay connected and on meanwhile, and where."""
        if self._several_pcs:
            return (
                self.tr(
                    "New backups take the place of the former ones: leave the backup disk connected to the "
                    "office PC."
                ),
                self.tr("A certificate is made. Until then leave the office PC switched on."),
            )
        return (
            self.tr("New backups take the place of the former ones: leave the backup disk connected."),
            self.tr("A certificate is made. Until then leave the computer switched on."),
        )

    def warnings(self) -> tuple[str, ...]:
        """What the last question says: what is destroyed, what stays, and that it cannot be undone."""
        return (
            *self.goes_and_stays(),
            self.tr("This cannot be undone, and no backup made from now on will hold what goes."),
        )

    def _kinds(self) -> list[tuple[frozenset[RecordField], int]]:
        """What is left of the reduced customers, and of how many."""
        rows = [row for row in self._review.rows if row.decision is Decision.REDUCE]
        return Counter(row.verdict.held_back for row in rows).most_common()

    def _names(self, fields: frozenset[RecordField]) -> str:
        names = [self._words(name) for field, name in RECORD_FIELD_NAMES.items() if field in fields]
        return self.tr(", ").join(names)


class CertificateTitle(QObject):
    """A certificate's heading: its number, the review it proves, and how many were destroyed and reduced."""

    def of(self, facts: CertificateFacts) -> str:
        """The heading for these facts."""
        heading = [self.tr("Certificate {number}").format(number=facts.number)]
        if facts.batch_number:
            heading.append(self.tr("for the disposal review {number}").format(number=facts.batch_number))
        return "\n".join((*heading, *self._counts(facts)))

    def _counts(self, facts: CertificateFacts) -> Iterator[str]:
        reduced = sum(one.customers for one in facts.reduced)
        if facts.customers:
            yield self.tr("disposal of %n customer(s)", None, facts.customers)
        if reduced:
            yield self.tr("reduction of %n customer(s) to the ledger", None, reduced)
        if facts.call_notes:
            yield self.tr("disposal of %n call note(s)", None, facts.call_notes)
