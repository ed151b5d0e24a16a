"""An open office: every service over one store, one vault and one clock."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from hvacdesk.domain.backups.backups import BroughtUpToDate
from hvacdesk.domain.clock import Clock
from hvacdesk.domain.office.office import OfficeFacts
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor
from hvacdesk.services.backups.backups import Backups
from hvacdesk.services.backups.drills import Drills
from hvacdesk.services.backups.restore_certificates import RestoreCertificates
from hvacdesk.services.billing.bank_imports import BankImports
from hvacdesk.services.billing.billing_terms import BillingTerms
from hvacdesk.services.billing.cancelled_deposits import CancelledDeposits
from hvacdesk.services.billing.collective import Collective
from hvacdesk.services.billing.estimates import Estimates
from hvacdesk.services.billing.filed_invoices import FiledInvoices
from hvacdesk.services.billing.handover import BooksHandover
from hvacdesk.services.billing.invoice_index import InvoiceIndexes, InvoiceSearch
from hvacdesk.services.billing.invoices import Invoices
from hvacdesk.services.billing.month_summaries import MonthSummaries
from hvacdesk.services.billing.open_items import OpenItems
from hvacdesk.services.billing.outside_invoices import OutsideInvoices
from hvacdesk.services.billing.payment_reminders import PaymentReminders
from hvacdesk.services.billing.payments import Payments
from hvacdesk.services.billing.prices import Prices
from hvacdesk.services.billing.receipts import Receipts
from hvacdesk.services.calendar.dispatch import Dispatch
from hvacdesk.services.calendar.plans import Plans
from hvacdesk.services.calendar.reminders import Reminders
from hvacdesk.services.calls.call_notes import CallNotes
from hvacdesk.services.changes import Changes
from hvacdesk.services.customers.contacts import Contacts
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.customers.merging import Merging
from hvacdesk.services.disposal.disposal import Disposal
from hvacdesk.services.disposal.media import Media
from hvacdesk.services.entry.key_changes import KeyChanges
from hvacdesk.services.entry.keys import Keys
from hvacdesk.services.entry.recovery import Recovery
from hvacdesk.services.exchange.exporting import Exporting
from hvacdesk.services.exchange.import_history import ImportHistory
from hvacdesk.services.exchange.importing import Importing
from hvacdesk.services.exchange.outside_lists import OutsideLists
from hvacdesk.services.incidents.incidents import Incidents
from hvacdesk.services.jobs.ahead import JobsAhead
from hvacdesk.services.jobs.electrical import ElectricalLedger
from hvacdesk.services.jobs.jobs import Jobs
from hvacdesk.services.jobs.refrigerant import Refrigerant
from hvacdesk.services.jobs.results import Results
from hvacdesk.services.jobs.visit_contracts import VisitContracts
from hvacdesk.services.office.beside import Beside
from hvacdesk.services.office.drafts import Drafts
from hvacdesk.services.office.first_week import FirstWeek
from hvacdesk.services.office.integrity import Integrity
from hvacdesk.services.office.quick_search import QuickSearch
from hvacdesk.services.office.settings import Settings
from hvacdesk.services.office.today import Today
from hvacdesk.services.oversight.access_review import AccessReview
from hvacdesk.services.oversight.audit_log import AuditLog
from hvacdesk.services.oversight.clock_behind import ClockCheck
from hvacdesk.services.oversight.duties import Duties
from hvacdesk.services.oversight.log_witness import LogWitness
from hvacdesk.services.oversight.regular_duties import StandingDuties
from hvacdesk.services.oversight.saves import Saves
from hvacdesk.services.papers.completion_report import Completion
from hvacdesk.services.papers.layout import Layout
from hvacdesk.services.papers.other_papers import OtherPapers
from hvacdesk.services.papers.printed_lists import PrintedLists
from hvacdesk.services.papers.register import Papers
from hvacdesk.services.papers.work_orders import WorkOrders
from hvacdesk.services.partners.client_data import ClientData
from hvacdesk.services.partners.handovers import Handovers
from hvacdesk.services.partners.partner_orders import PartnerOrders
from hvacdesk.services.partners.partners import Partners
from hvacdesk.services.permissions import anybody_logged_in
from hvacdesk.services.report_box.report_box import Reports
from hvacdesk.services.requests.disclosure import Disclosing
from hvacdesk.services.requests.openness import OpennessPages
from hvacdesk.services.requests.purposes_notice import Notices
from hvacdesk.services.requests.requests import Requests
from hvacdesk.services.retention.retention_choices import RetentionChoices
from hvacdesk.services.staff.accounts import Accounts
from hvacdesk.services.staff.rule_texts import Rules
from hvacdesk.services.staff.standing import Standings
from hvacdesk.services.staff.training import Training
from hvacdesk.services.staff.violations import Violations
from hvacdesk.services.undo import Edits
from hvacdesk.services.workplace import Workplace
from hvacdesk.vault.login_ended import LoginEnded

if TYPE_CHECKING:
    from hvacdesk.services.seats.office_pc import OfficePc
    from hvacdesk.services.seats.seat_list import SeatList


class Office:
    """What a window or a command works with after a login.

    Attributes:
        recovery: the steps after a recovery; None after anybody's login.
        brought_up: what this login did to an office of an older version; None where nothing had to be done.
    """

    def __init__(
        self,
        workplace: Workplace,
        recovery: Recovery | None = None,
        brought_up: BroughtUpToDate | None = None,
    ) -> None:
        self._workplace = workplace
        self.brought_up = brought_up
        self.settings = Settings(workplace)
        self.audit = AuditLog(workplace)
        self.log_witness = LogWitness(workplace)
        self.backups = Backups(workplace)
        self.integrity = Integrity(workplace, self.audit, self.backups)
        self.clock_check = ClockCheck(workplace)
        changes = KeyChanges(workplace, self.backups)
        self.accounts = Accounts(workplace, changes)
        self.keys = Keys(workplace, changes)
        self.recovery = recovery
        self.drafts = Drafts(workplace)
        self.saves = Saves(workplace)
        self.beside = Beside(workplace)
        self.customers = Customers(workplace)
        self.call_notes = CallNotes(workplace)
        self.contacts = Contacts(workplace)
        self.merging = Merging(workplace)
        self.importing = Importing(workplace)
        self.import_history = ImportHistory(workplace)
        self.exporting = Exporting(workplace)
        self.outside_lists = OutsideLists(workplace)
        self.media = Media(workplace)
        self.notices = Notices(workplace)
        self.requests = Requests(workplace)
        self.disclosing = Disclosing(workplace)
        self.openness = OpennessPages(workplace, self.notices, self.requests)
        self.reports = Reports(workplace)
        self.jobs = Jobs(workplace)
        self.jobs_ahead = JobsAhead(workplace)
        self.results = Results(workplace)
        self.completion = Completion(workplace)
        self.electrical = ElectricalLedger(workplace)
        self.printed_lists = PrintedLists(workplace)
        self.refrigerant = Refrigerant(workplace)
        self.dispatch = Dispatch(workplace)
        self.prices = Prices(workplace)
        self.estimates = Estimates(workplace)
        self.invoices = Invoices(workplace)
        self.filed_invoices = FiledInvoices(workplace)
        self.collective = Collective(workplace)
        self.open_items = OpenItems(workplace)
        self.invoice_search = InvoiceSearch(workplace)
        self.cancelled_deposits = CancelledDeposits(workplace)
        self.invoice_indexes = InvoiceIndexes(workplace)
        self.payments = Payments(workplace)
        self.payment_reminders = PaymentReminders(workplace)
        self.month_summaries = MonthSummaries(workplace)
        self.bank_imports = BankImports(workplace)
        self.outside_invoices = OutsideInvoices(workplace)
        self.receipts = Receipts(workplace)
        self.books_handover = BooksHandover(workplace)
        self.billing_terms = BillingTerms(workplace)
        self.plans = Plans(workplace)
        self.reminders = Reminders(workplace)
        self.visit_contracts = VisitContracts(workplace)
        self.work_orders = WorkOrders(workplace)
        self.layout = Layout(workplace)
        self.papers = Papers(workplace, self.work_orders)
        self.other_papers = OtherPapers(workplace, self.work_orders)
        self.incidents = Incidents(workplace, self.papers)
        self.access_review = AccessReview(workplace)
        self.retention = RetentionChoices(workplace)
        self.disposal = Disposal(workplace, self.backups, workplace.forget)
        self.rules = Rules(workplace)
        self.training = Training(workplace)
        self.standings = Standings(workplace)
        self.violations = Violations(workplace)
        self.drills = Drills(workplace)
        self.handovers = Handovers(workplace, self.work_orders)
        self.client_data = ClientData(workplace)
        self.partners = Partners(workplace)
        self.partner_orders = PartnerOrders(workplace)
        self.quick_search = QuickSearch(self.customers, self.jobs, self.papers, self.partners)
        standing = StandingDuties(workplace, self.papers, self.outside_lists)
        named_on_the_page = (
            standing.disposal,
            standing.recovery_sheet,
            standing.lists,
            standing.papers,
            self.standings.duties,
            self.reminders.duties,
        )
        others = (
            standing.manifests,
            self.drills.duties,
            self.partners.duties,
            self.partner_orders.duties,
            self.handovers.duties,
            self.client_data.duties,
            self.incidents.duties,
            self.access_review.duties,
            self.requests.duties,
            self.visit_contracts.duties,
            self.reports.duties,
        )
        # Today's page has lines or cards of its own for the first group, so it lists the others alone.
        self.duties = Duties(workplace, (*named_on_the_page, *others))
        self.restore_certificates = RestoreCertificates(workplace)
        self.first_week = FirstWeek(workplace, self.settings, self.backups)
        self.today_page = Today(
            workplace,
            self.first_week,
            self.jobs,
            self.call_notes,
            self.papers,
            self.plans,
            self.disposal,
            self.incidents,
            self.rules,
            self.standings,
            self.reports,
            Duties(workplace, others),
            self.reminders,
            self.open_items,
        )

    @property
    def edits(self) -> Edits:
        """What this login changed and can undo."""
        return self._workplace.edits

    @property
    def session_actor(self) -> Actor:
        """The person who opened the office."""
        return self._workplace.session_actor

    @property
    def changes(self) -> Changes:
        """Tells in which rooms each commit changed something."""
        return self._workplace.changes

    @property
    def folder(self) -> Path:
        """Where the office's files lie."""
        return self._workplace.vault.database_path.parent

    @property
    def clock(self) -> Clock:
        """The present moment."""
        return self._workplace.clock

    @anybody_logged_in
    def facts(self) -> OfficeFacts:
        """The office's facts."""
        return self.settings.facts()

    def today(self) -> date:
        """The calendar day in the office."""
        return self._workplace.today()

    def seat_list(self, office_pc: OfficePc) -> SeatList:
        """The other PCs of the office, at its own PC and in this login."""
        from hvacdesk.services.seats.seat_list import SeatList

        return SeatList(self._workplace, office_pc)

    def when_forgotten(self, drop: Callable[[], None]) -> None:
        """Call ``drop`` when what memory keeps of customers is to go: after a disposal, and at the end."""
        self._workplace.held.append(drop)

    def require_login(self) -> None:
        """Raise LoginEnded if a person responsible ended this login, and VaultClosed after its end."""
        self._workplace.vault.require_keys()

    def stop(self) -> None:
        """Have nothing more committed that runs in this login: its seat was locked or revoked."""
        self._workplace.stopped = True

    def when_shut_out(self, tell: Callable[[], object]) -> None:
        """Call ``tell``, on any thread, once a person responsible has ended this login."""
        self._workplace.vault.when_shut_out(tell)

    @anybody_logged_in
    def leave(self, actor: Actor) -> None:
        """Log the actor out and :meth:`close`, even if the log cannot be written."""
        self._workplace.stopped = False  # nothing runs any more, and the log tells when it ended
        try:
            with suppress(LoginEnded), self._workplace.transaction() as session:
                self._workplace.record(session, actor, Action.LOGGED_OUT, f"account:{actor.account}")
        finally:
            self.close()

    def close(self) -> None:
        """Note the log's head, and drop this login's keys and what it keeps of customers.

        The last login closes every connection, too. One that was ended is left without a word.
        """
        try:
            with suppress(LoginEnded):
                self.audit.write_anchor()
        finally:
            self._workplace.leave()
