"""One customer beside the list: who it is, how to reach them, their jobs, sites, papers and accesses."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from hvacdesk.domain.customers.customers import CustomerDetail, CustomerKind
from hvacdesk.domain.jobs.jobs import OPEN_STATES, JobRow, JobState
from hvacdesk.domain.oversight.audit_log import RevealReason
from hvacdesk.domain.requests.consents import ConsentKind
from hvacdesk.domain.roles import Permission
from hvacdesk.domain.rooms import Room
from hvacdesk.domain.text.written_names import names_a_company
from hvacdesk.ui import background
from hvacdesk.ui.change_notice import Freshness
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.customers.contact_card import ContactCard
from hvacdesk.ui.customers.contacts_tab import ContactsTab
from hvacdesk.ui.customers.list_tabs import AccessTab, JobsTab, PapersTab
from hvacdesk.ui.customers.merge_dialog import MergeDialog
from hvacdesk.ui.customers.merged_notes import MergedNotes
from hvacdesk.ui.customers.sites_tab import SitesTab
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.finder.finder import CustomerFinder
from hvacdesk.ui.finder.which_job import WhichJobDialog
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.chip import Chip
from hvacdesk.ui.widgets.deferred import Deferred
from hvacdesk.ui.widgets.flow_row import FlowRow
from hvacdesk.ui.widgets.kept_note import KeptNote
from hvacdesk.ui.widgets.record_tab import OpennessPart, RecordTab
from hvacdesk.ui.widgets.scroll_column import ScrollColumn
from hvacdesk.ui.widgets.tab_row import TabRow
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.widgets.warning_box import WarningBox
from hvacdesk.ui.wording.cautions import caution_lines
from hvacdesk.ui.wording.customer_tabs import history_tab, papers_tab
from hvacdesk.ui.wording.jobs import suspended_chip

_Tab = TypeVar("_Tab", bound=RecordTab)

BESIDE_BAR = 14
"""In design pixels: room for a scroll bar."""

TABS_LEAST = 340
"""In design pixels: the tabs and a dozen lines of their content. Lower, the panel scrolls instead."""

JOBS = frozenset({Room.JOBS, Room.PAPERS, Room.PARTNERS, Room.STAFF})
"""What the list of jobs is read from."""


class CustomerPanel(Card):
    """The detail of one customer; begun empty, and filled by :meth:`build`.

    Signals:
        edit_wanted(), job_wanted(): the buttons at the foot.
        job_opened(row), print_wanted(row): a job of the list is to be opened, or its work order printed.
        changed(): a site, unit or contact was changed.
        merged(customer): another registration was merged into this one, or parted from it again.
    """

    edit_wanted = Signal()
    job_wanted = Signal()
    job_opened = Signal(object)
    print_wanted = Signal(object)
    changed = Signal()
    merged = Signal(str)

    def __init__(self, ctx: DeskContext, detail: CustomerDetail, parent: QWidget | None = None) -> None:
        """With a ``parent`` from the start nothing has to be styled once more when it comes under one."""
        super().__init__(parent=parent)
        self._ctx = ctx
        self.detail = detail
        self.setAccessibleName(detail.name.text)
        self._jobs_reader = background.Reader(self)

    def build(self) -> Iterator[None]:
        """Make what the panel consists of, in pieces that take some milliseconds each."""
        self._add_heading()
        upper = self._scrolled()
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, theme.px(10), 0)
        column.setSpacing(theme.px(8))
        self._add_facts(column)
        yield
        self.contact = ContactCard(self._ctx, self.detail, upper)
        column.addWidget(self.contact)
        yield
        self.tabs = TabRow(upper, frugal=True)
        self.tabs.setMinimumHeight(theme.px(TABS_LEAST))
        self.tabs.changed.connect(self._ask_for_width)
        self.tabs.changed.connect(lambda _number: self._scroll.ensureWidgetVisible(self.tabs, 0, 0))
        column.addWidget(self.tabs, 1)
        self.kept = KeptNote(self._ctx)  # below the tabs: a small screen has room for a job first
        self.kept.read(self.detail.customer)
        column.addWidget(self.kept)
        self._add_tabs()
        self._add_actions()
        self._jobs_fresh = Freshness(self, self._ctx.changes, JOBS, self._read_jobs)
        yield
        _ = self.jobs
        yield
        self._ask_for_width()
        yield
        self.read_jobs()

    def _ask_for_width(self) -> None:
        """Ask for the width of the tab in front and a scroll bar: a scrolled part asks for none by itself."""
        inside = self._scroll.widget()
        assert inside is not None
        self._scroll.setMinimumWidth(inside.minimumSizeHint().width() + theme.px(BESIDE_BAR))

    @property
    def good_width(self) -> int:
        """The width in which tabs and buttons fit on one line each."""
        buttons = sum(one.sizeHint().width() + theme.px(8) for one in self._buttons)
        edges = self.body.contentsMargins()
        inside = max(self.tabs.line_width + theme.px(10) + theme.px(BESIDE_BAR), buttons)
        return inside + edges.left() + edges.right()

    def _scrolled(self) -> QWidget:
        """What lies between heading and buttons, in its place while it is empty."""
        upper = QWidget()
        upper.setProperty("role", "clear")
        self._scroll = ScrollColumn(upper, parent=self)
        self.body.addWidget(self._scroll, 1)
        return upper

    def _add_heading(self) -> None:
        detail = self.detail
        person = detail.kind is CustomerKind.PERSON and not names_a_company(detail.name.text)
        form = self.tr("{person}") if person else self.tr("{organisation}")
        name = form.format(person=detail.name.text, organisation=detail.name.text)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(label(name, "heading", wrap=True), 1)
        if detail.suspended_on:
            self.suspended_chip = Chip(*suspended_chip())
            row.addWidget(self.suspended_chip, 0, Qt.AlignmentFlag.AlignTop)
        if detail.provision_stopped:
            self.provision_chip = Chip(self.tr("Not given to third parties"), Tone.WARN)
            row.addWidget(self.provision_chip, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Chip(detail.number, Tone.INFO), 0, Qt.AlignmentFlag.AlignTop)
        may = self._ctx.actor.may
        acts = may(Permission.EDIT_CUSTOMERS) or may(Permission.SEE_BILLING) or self._ctx.actor.may_address
        if acts and not detail.suspended_on:
            more = button("", self._offer_more, kind="icon", icon="ellipsis", name=self.tr("More"))
            row.addWidget(more, 0, Qt.AlignmentFlag.AlignTop)
            self.more_button = more
        self.body.addLayout(row)
        self.call_chip = Chip("", Tone.GOOD)
        self.body.addWidget(self.call_chip)

    def _add_facts(self, column: QVBoxLayout) -> None:
        detail = self.detail
        if detail.kana.text:
            column.addWidget(label(detail.kana.text, "muted", wrap=True))
        if detail.basis is not None:
            phrase, facts = detail.basis
            column.addWidget(label(self._ctx.words(phrase).format(**facts), "muted", wrap=True))
        if detail.suspended_on:
            text = self.tr(
                "Since {day} the use of this customer's data is suspended at their request: masked for "
                "everybody, nothing is changed or printed."
            )
            column.addWidget(WarningBox(text.format(day=day_text(detail.suspended_on))))
        if detail.cautions:
            text = "\n".join(caution_lines(detail.cautions, self._ctx.words))
            box = WarningBox(text)
            box.setAccessibleName(self.tr("Cautions: {text}").format(text=text))
            column.addWidget(box)
        merged = MergedNotes(self._ctx, detail.customer)
        merged.undone.connect(lambda: self.merged.emit(detail.customer))
        column.addWidget(merged)

    def _offer_more(self) -> None:
        """Show the menu with what is seldom done."""
        menu = QMenu(self)
        menu.setAccessibleName(self.tr("More"))
        self._ctx.rooms.offer_customer_papers(menu, self.detail)
        if self._ctx.actor.may(Permission.SEE_BILLING):
            menu.addAction(self.tr("Invoices…"), self.show_invoices)
        if self._ctx.actor.may(Permission.BILL):
            menu.addAction(self.tr("Payment terms…"), self.change_terms)
        if self._ctx.actor.may(Permission.EDIT_CUSTOMERS):
            menu.addAction(self.tr("Merge with another registration…"), self._seek_duplicate)
        menu.setActiveAction(menu.actions()[0])
        menu.aboutToHide.connect(menu.deleteLater)
        anchor = self.more_button
        menu.popup(anchor.mapToGlobal(QPoint(anchor.width() - menu.sizeHint().width(), anchor.height())))

    def open_contact(self, contact: str) -> None:
        """Open the form of a contact, or for a new one where nobody has this record id."""
        if self._contacts is not None:
            self._contacts.content.open_later(contact)
            self.tabs.show_tab(self.tabs.stack.indexOf(self._contacts))

    def open_consent(self, kind: ConsentKind, *, given: bool) -> None:
        """Open the form for a consent or its withdrawal."""
        self.tabs.show_tab(self.tabs.stack.indexOf(self._rights))
        self._rights.content.change_consent(kind, given=given)

    def show_part(self, name: str) -> None:
        """Bring ``papers`` or ``calls`` to the front, if the person may see it."""
        part = {"papers": self._papers, "calls": self._calls}[name]
        if part is not None:
            self.tabs.show_tab(self.tabs.stack.indexOf(part))

    def show_invoices(self) -> None:
        """Show what the customer is asked for."""
        self._ctx.rooms.open_customer_invoices(self.detail.customer, self.detail.name.text)

    def change_terms(self) -> None:
        """Open the form for when the customer is billed and pays."""
        self._ctx.rooms.open_payment_terms(self, self.detail.customer, self.detail.name.text)

    def _seek_duplicate(self) -> None:
        asked = self.tr("Which registration is the same customer?")
        finder = CustomerFinder(self._ctx, asked, duplicate_of=self.detail.customer)
        finder.chosen.connect(lambda row: self.merge_with(row.customer))
        finder.open()

    def merge_with(self, other: str) -> None:
        """Compare with another registration and merge the two."""
        dialog = MergeDialog(self._ctx, self.detail.customer, other)
        dialog.merged.connect(self._tell_merged)
        dialog.open()

    def _tell_merged(self, customer: str) -> None:
        self._ctx.notify(self.tr("Merged. “Undo” at the top of the customer's page takes that back."))
        self.merged.emit(customer)

    def _add_tabs(self) -> None:
        ctx, customer = self._ctx, self.detail.customer
        self._readers: dict[int, Callable[[], object]] = {}
        self._jobs = Deferred(self._jobs_tab)
        self.tabs.add(self.tr("Jobs"), self._jobs)
        self._sites: Deferred[SitesTab] | None = None
        self._contacts: Deferred[ContactsTab] | None = None
        self._papers: Deferred[PapersTab] | None = None
        if ctx.actor.may(Permission.SEE_ALL_JOBS):
            self._sites = sites = Deferred(self._sites_tab)
            self._lazy(self.tr("Sites"), sites, partial(_read, sites))
        if ctx.actor.may(Permission.REGISTER_COPIES):
            self._papers = papers = Deferred(lambda: PapersTab(ctx))
            self._lazy(papers_tab(), papers, lambda: papers.content.show_customer(customer))
        if self.detail.kind is CustomerKind.ORGANISATION:
            self._contacts = contacts = Deferred(self._contacts_tab)
            self._lazy(self.tr("Contacts"), contacts, partial(_read, contacts))
        self._rights = rights = Deferred(self._rights_tab)
        self._lazy(self.tr("Data"), rights, partial(_read, rights))
        self._calls = calls = Deferred(lambda: ctx.rooms.calls_tab(customer))
        self._lazy(self.tr("Calls"), calls, partial(_read, calls))
        accesses = Deferred(lambda: AccessTab(ctx))
        self._lazy(history_tab(), accesses, lambda: accesses.content.show_customer(customer))
        self.tabs.changed.connect(self._read_tab)
        self.contact.call_changed.connect(self._show_call)

    @property
    def jobs(self) -> JobsTab:
        """The customer's jobs."""
        return self._jobs.content

    @property
    def sites(self) -> SitesTab | None:
        """The sites and units; None for a person who may not see them."""
        return None if self._sites is None else self._sites.content

    @property
    def contacts(self) -> ContactsTab | None:
        """The people at an organisation; None for a person."""
        return None if self._contacts is None else self._contacts.content

    def _jobs_tab(self) -> JobsTab:
        made = JobsTab(self._ctx)
        made.opened.connect(self.job_opened)
        return made

    def _sites_tab(self) -> SitesTab:
        made = SitesTab(self._ctx, self.contact.reveal, self.detail.customer)
        made.changed.connect(self.changed)
        return made

    def _contacts_tab(self) -> ContactsTab:
        made = ContactsTab(self._ctx, self.contact.reveal, self.detail.customer)
        made.changed.connect(self.changed)
        return made

    def _rights_tab(self) -> OpennessPart:
        made = self._ctx.rooms.openness_tab(self.detail.customer, self.detail.name.text)
        made.changed.connect(self.changed)
        return made

    def _lazy(self, name: str, content: QWidget, read: Callable[[], object]) -> None:
        self._readers[self.tabs.stack.count()] = read
        self.tabs.add(name, content)

    def _read_tab(self, number: int) -> None:
        self.kept.leave_out(self.tabs.stack.widget(number) is self._rights)  # which says it itself
        read = self._readers.get(number)
        if read is not None:
            read()

    def _add_actions(self) -> None:
        actor = self._ctx.actor
        self.edit_button = button(self.tr("Change"), self.edit_wanted.emit, icon="pencil")
        self.job_button = button(self.tr("Book a job"), self.job_wanted.emit, icon="plus")
        self.print_button = button(self.tr("Work order"), self._print, icon="printer")
        self.print_button.setToolTip(self.tr("Print the work order of an open job"))
        self._buttons = (self.edit_button, self.job_button, self.print_button)
        self.body.addWidget(FlowRow(at_end=self._buttons))
        free = not self.detail.suspended_on
        edits = actor.may(Permission.EDIT_CUSTOMERS) or actor.may(Permission.SEE_PAYMENT)
        self.edit_button.setVisible(edits and free)
        self.job_button.setVisible(actor.may(Permission.EDIT_JOBS) and free)
        self.print_button.hide()

    def read_again(self) -> None:
        """Read again what is not part of the detail; what is shown for a call stays shown."""
        self.read_jobs()
        self._read_tab(self.tabs.current)

    def read_jobs(self) -> None:
        """Read the customer's jobs again."""
        self._jobs_fresh.read()

    def _read_jobs(self) -> None:
        ctx, customer = self._ctx, self.detail.customer
        self._jobs_reader.read(lambda: ctx.office.jobs.of_customer(ctx.actor, customer)).then(self._show_jobs)

    def _show_jobs(self, rows: tuple[JobRow, ...]) -> None:
        self.jobs.show_jobs(rows)
        today = self._ctx.today().isoformat()
        if any(row.on == today and row.state is not JobState.CANCELLED for row in rows):
            self.contact.reveal.reason = RevealReason.TODAYS_JOB
        may_print = self._ctx.actor.may(Permission.ISSUE_WORK_ORDERS)
        free = not self.detail.suspended_on
        self.print_button.setVisible(may_print and free and bool(self.open_jobs()))

    def open_jobs(self) -> list[JobRow]:
        """The open jobs: the one chosen in the list first, then by their days, those without a day last."""
        chosen = self.jobs.table.current()
        waiting = [row for row in self.jobs.rows if row.state in OPEN_STATES]
        return sorted(waiting, key=lambda row: (row is not chosen, row.on or "9999"))

    def _print(self) -> None:
        rows = self.open_jobs()
        if len(rows) == 1:
            self.print_wanted.emit(rows[0])
            return
        dialog = WhichJobDialog(self._ctx, rows)
        dialog.accepted.connect(lambda: self.print_wanted.emit(dialog.chosen()))
        dialog.open()

    def _show_call(self, on: bool) -> None:
        self.call_chip.set(
            self.tr("On a call: values stay shown, ten minutes at most") if on else "", Tone.GOOD
        )


def _read(tab: Deferred[_Tab]) -> None:
    tab.content.read()
