"""What one room of the windows asks of another: a customer's page of the calls, a job's page of the papers.

Rooms do not import each other. Each asks through :attr:`DeskContext.rooms`, which knows all of them
(:class:`hvacdesk.ui.shell.desk_rooms.DeskRooms`); so a room can be read, changed and tested by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtWidgets import QMenu, QWidget

from hvacdesk.domain.calls.call_notes import CallSubject
from hvacdesk.domain.customers.customers import CustomerDetail
from hvacdesk.domain.customers.typed_customer import TypedCustomer
from hvacdesk.domain.exchange.taken_imports import ImportKind
from hvacdesk.domain.jobs.jobs import JobRow, WorkKind
from hvacdesk.domain.requests.consents import ConsentKind
from hvacdesk.ui.widgets.record_tab import EstimatesPart, InvoicesPart, OpennessPart, RecordTab

Finished = Callable[[], object]
Taken = Callable[[str], object]
"""Is given the record id of what was made or chosen."""


class Rooms(Protocol):
    """Each call opens a window over the desk, or makes a part of the page that asks."""

    # Customers

    def register_caller(self, caller: TypedCustomer, taken: Taken) -> None:
        """Register a customer from what a call note holds, or choose one who is registered already."""

    def add_site(self, customer: str, taken: Taken) -> None:
        """Add a site to a customer."""

    def add_units(self, site: str, customer: str, taken: Callable[[tuple[str, ...]], object]) -> None:
        """Add units to a customer's site."""

    # Jobs

    def open_job(self, job: str) -> None:
        """Show a job."""

    def price_job(self, job: str) -> None:
        """Open the booking form of a job, with its work and prices."""

    def book_job(
        self,
        customer: CustomerDetail,
        finished: Finished,
        reported: str = "",
        kind: WorkKind | None = None,
    ) -> None:
        """Book a job for a customer, perhaps for what they reported on the phone and with that work."""

    def show_refrigerant(self, unit: str) -> None:
        """Show a unit's refrigerant log."""

    # Calendar

    def add_plan(self, customer: str, name: str, site: str, kind: WorkKind) -> None:
        """Plan work that recurs, at one of a customer's sites."""

    # Calls

    def calls_tab(self, customer: str) -> RecordTab:
        """The calls of a customer."""

    def note_call(self, caller: tuple[str, str], text: str, subject: CallSubject) -> None:
        """Note a call with a customer, given by record id and shown name."""

    def note_own_call(self, customer: tuple[str, str], invoice: tuple[str, str]) -> None:
        """Note that somebody called a customer about an invoice, each given by record id and shown name."""

    # Requests

    def openness_tab(self, customer: str, name: str) -> OpennessPart:
        """What is held of a customer and why, and what they were told, agreed to and asked for."""

    def record_consent(
        self,
        customer: str,
        kind: ConsentKind,
        *,
        given: bool,
        named: str,
        declined: bool,
    ) -> None:
        """Record what a customer agreed to, took back or declined."""

    # Billing

    def estimates_tab(self, job: str) -> EstimatesPart:
        """The estimates of a job."""

    def open_invoices(self, job: str) -> None:
        """Show a job at its invoices."""

    def open_customer_invoices(self, customer: str, name: str) -> None:
        """Show what a customer, given by record id and shown name, is asked for, with jobs or without."""

    def open_payment_terms(self, owner: QWidget, customer: str, name: str) -> None:
        """Open the form for when a customer, given by record id and shown name, is billed and pays."""

    def invoices_tab(self, job: str) -> InvoicesPart:
        """The invoices of a job."""

    # Exchange

    def show_imports(self, kind: ImportKind) -> None:
        """List the last imports of a kind, each with the way to take it back."""

    # Papers

    def print_work_order(self, row: JobRow) -> None:
        """Ask for the copies of a job's work order, and print them."""

    def send_fax(self, row: JobRow) -> None:
        """Open the form for a FAX to the partner firm that does a job."""

    def offer_job_papers(self, anchor: QWidget, row: JobRow) -> None:
        """Offer a job's other papers in a menu below a button."""

    def offer_customer_papers(self, menu: QMenu, customer: CustomerDetail) -> None:
        """Add label and envelope to a customer's menu."""

    def print_labels(self, customers: Mapping[str, str], only: str) -> None:
        """Print address labels.

        Args:
            customers: shown names by record id.
            only: why nobody else can be added.
        """
