"""A tab on the page of one record, such as a customer's calls or a job's estimates."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.requests.consents import ConsentKind


class RecordTab(QWidget):
    """Made empty, and read when it first comes to the front.

    Signals:
        changed(): something was done that the rest of the record's page shows too.
    """

    changed = Signal()

    def read(self) -> None:
        """Read what the tab shows."""


class EstimatesPart(RecordTab):
    """The tab of a job's estimates, as far as the job's page asks it for something."""

    def draft(self) -> None:
        """Open the form for a new estimate."""

    def open_draft(self, estimate: str) -> None:
        """Open the form of one draft."""

    def accept_later(self, estimate: str) -> None:
        """Open the form for an estimate's acceptance once the estimates are read."""


class InvoicesPart(RecordTab):
    """The tab of a job's invoices, as far as the job's page asks it for something."""

    def draft(self) -> None:
        """Open the draft that there is, or make the next one."""

    def ask_share(self) -> None:
        """Ask what share of the whole is asked for in advance."""

    def open_draft(self, invoice: str) -> None:
        """Open the form of one draft."""


class OpennessPart(RecordTab):
    """The tab of what a customer was told and agreed to, as far as the customer's page asks for something."""

    def change_consent(self, kind: ConsentKind, *, given: bool) -> None:
        """Open the form for what the customer agreed to, or took back."""
