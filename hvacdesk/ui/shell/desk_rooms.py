"""The rooms of the desk, for each other: every call is carried out by the room it concerns."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QMenu, QWidget

from hvacdesk.domain.calls.call_notes import CallSubject
from hvacdesk.domain.customers.customers import CustomerDetail
from hvacdesk.domain.customers.typed_customer import TypedCustomer
from hvacdesk.domain.exchange.taken_imports import ImportKind
from hvacdesk.domain.jobs.jobs import JobRow, WorkKind
from hvacdesk.domain.requests.consents import ConsentKind
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.rooms import Finished, Taken
from hvacdesk.ui.widgets.record_tab import EstimatesPart, InvoicesPart, OpennessPart, RecordTab


class DeskRooms:
    """Carries out :class:`hvacdesk.ui.rooms.Rooms`; a room is imported when it is first asked for.

    Args:
        context: the desk's, once it is made: the rooms are a part of it.
    """

    def __init__(self, context: Callable[[], DeskContext]) -> None:
        self._context = context

    # Customers

    def register_caller(self, caller: TypedCustomer, taken: Taken) -> None:
        from hvacdesk.ui.customers.form import CustomerForm

        form = CustomerForm(self._context())
        form.begin_with(caller)
        form.saved.connect(lambda customer: taken(str(customer)))
        form.other_chosen.connect(taken)
        form.open()

    def add_site(self, customer: str, taken: Taken) -> None:
        from hvacdesk.ui.customers.site_form import SiteForm

        form = SiteForm(self._context(), customer)
        form.saved.connect(lambda site: taken(str(site)))
        form.open()

    def add_units(self, site: str, customer: str, taken: Callable[[tuple[str, ...]], object]) -> None:
        from hvacdesk.ui.customers.unit_form import UnitForm

        form = UnitForm(self._context(), site, customer=customer)
        form.saved.connect(taken)
        form.open()

    # Jobs

    def open_job(self, job: str) -> None:
        from hvacdesk.ui.jobs.opening import open_job

        open_job(self._context(), job)

    def price_job(self, job: str) -> None:
        from hvacdesk.ui.jobs.opening import edit_job

        edit_job(self._context(), job, lacks_price=True)

    def book_job(
        self,
        customer: CustomerDetail,
        finished: Finished,
        reported: str = "",
        kind: WorkKind | None = None,
    ) -> None:
        from hvacdesk.ui.jobs.opening import open_booking

        open_booking(self._context(), customer, finished, reported=reported, kind=kind)

    def show_refrigerant(self, unit: str) -> None:
        from hvacdesk.ui.jobs.refrigerant_dialog import RefrigerantDialog

        RefrigerantDialog(self._context(), unit).open()

    # Calendar

    def add_plan(self, customer: str, name: str, site: str, kind: WorkKind) -> None:
        from hvacdesk.ui.calendar.plan_form import PlanForm

        PlanForm(self._context(), customer, name, site=site, kind=kind).open()

    # Calls

    def calls_tab(self, customer: str) -> RecordTab:
        from hvacdesk.ui.calls.tab import CallsTab

        return CallsTab(self._context(), customer)

    def note_call(self, caller: tuple[str, str], text: str, subject: CallSubject) -> None:
        from hvacdesk.ui.calls.form import CallNoteForm

        CallNoteForm(self._context(), customer=caller, text=text, subject=subject).open()

    def note_own_call(self, customer: tuple[str, str], invoice: tuple[str, str]) -> None:
        from hvacdesk.ui.calls.opening import note_own_call

        note_own_call(self._context(), customer, invoice)

    # Requests

    def openness_tab(self, customer: str, name: str) -> OpennessPart:
        from hvacdesk.ui.requests.openness_tab import OpennessTab

        return OpennessTab(self._context(), customer, name)

    def record_consent(
        self,
        customer: str,
        kind: ConsentKind,
        *,
        given: bool,
        named: str,
        declined: bool,
    ) -> None:
        from hvacdesk.ui.requests.notice_forms import ConsentForm

        ConsentForm(self._context(), customer, kind, given=given, named=named, declined=declined).open()

    # Billing

    def estimates_tab(self, job: str) -> EstimatesPart:
        from hvacdesk.ui.billing.estimates_tab import EstimatesTab

        return EstimatesTab(self._context(), job)

    def open_invoices(self, job: str) -> None:
        from hvacdesk.ui.jobs.opening import open_job

        open_job(self._context(), job, {"invoices": "yes"})

    def open_customer_invoices(self, customer: str, name: str) -> None:
        from hvacdesk.ui.billing.customer_invoices import open_customer_invoices

        open_customer_invoices(self._context(), customer, name)

    def open_payment_terms(self, owner: QWidget, customer: str, name: str) -> None:
        from hvacdesk.ui.billing.terms_form import open_terms

        open_terms(owner, self._context(), customer, name)

    def invoices_tab(self, job: str) -> InvoicesPart:
        from hvacdesk.ui.billing.invoices_tab import InvoicesTab

        return InvoicesTab(self._context(), job)

    # Exchange

    def show_imports(self, kind: ImportKind) -> None:
        from hvacdesk.ui.exchange.imports_dialog import ImportsDialog

        ImportsDialog(self._context(), kind).open()

    # Papers

    def print_work_order(self, row: JobRow) -> None:
        from hvacdesk.ui.papers.issue import IssueDialog

        IssueDialog(self._context(), row).open()

    def send_fax(self, row: JobRow) -> None:
        from hvacdesk.ui.papers.fax_dialog import FaxDialog

        FaxDialog(self._context(), row).open()

    def offer_job_papers(self, anchor: QWidget, row: JobRow) -> None:
        from hvacdesk.ui.papers.other_papers import offer_job_papers

        offer_job_papers(self._context(), anchor, row)

    def offer_customer_papers(self, menu: QMenu, customer: CustomerDetail) -> None:
        from hvacdesk.ui.papers.other_papers import add_customer_papers

        add_customer_papers(menu, self._context(), customer)

    def print_labels(self, customers: Mapping[str, str], only: str) -> None:
        from hvacdesk.ui.papers.label_dialog import LabelDialog

        LabelDialog(self._context(), customers, only).open()
