"""Customers: find as one types, see masked, show with a reason, change, book."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from hvacdesk.domain.customer_edit import CustomerEdit
from hvacdesk.domain.customers import CustomerDetail, CustomerRow, FoundCustomers
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.jobs import JobRow
from hvacdesk.domain.roles import Permission
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.customers.form import CustomerForm
from hvacdesk.ui.customers.panel import CustomerPanel
from hvacdesk.ui.customers.panes import ListAndDetail
from hvacdesk.ui.customers.place_text import last_digits, place
from hvacdesk.ui.exchange.export_dialog import ExportDialog
from hvacdesk.ui.exchange.import_dialog import ImportDialog
from hvacdesk.ui.jobs.opening import open_booking, open_job
from hvacdesk.ui.papers.issue import IssueDialog
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.failure import FailurePane
from hvacdesk.ui.widgets.page import Page
from hvacdesk.ui.widgets.search_box import SearchBox
from hvacdesk.ui.widgets.text import label


class CustomersPage(Page):
    """The list with its search, and the panel of the chosen customer."""

    def __init__(self, ctx: DeskContext) -> None:
        super().__init__()
        self.set_title(self.tr("Customers"))
        self.ctx = ctx
        self.panel: CustomerPanel | None = None
        self._wanted_text = ""
        self._searching = False
        self._search_again = False
        self._shown_version = -1
        self._wanted = ""
        self._select_first = False
        self._after_panel: str = ""
        if ctx.actor.may(Permission.EDIT_CUSTOMERS):
            new = self.set_primary(self.tr("New customer"), "user-plus", self.new_customer)
            new.setToolTip("Ctrl+N")
            self._shortcut("Ctrl+N", self.new_customer)
            self.add_action(self.tr("Import a list"), "upload", self.import_list)
        if ctx.actor.may(Permission.EXPORT_CUSTOMERS):
            self.add_action(self.tr("Export"), "download", self.export_list)
        self.search = SearchBox(self.tr("Name, kana, address, last four digits or job number"))
        self.search.searched.connect(self._search_typed)
        self.search.left_down.connect(self._enter_list)
        self.search.returnPressed.connect(self._enter_list)
        self.body.addWidget(self.search)
        self.panes = ListAndDetail(self._list_card(), self._detail_stack(), self.tr("Back to the list"))
        self.body.addWidget(self.panes, 1)
        self._shortcut("F6", self._show_contact)
        self._shortcut("Shift+F6", self._toggle_call)
        self._shortcut("Ctrl+E", self.edit_customer)
        self._shortcut("Ctrl+J", self.book_job)

    def _shortcut(self, keys: str, slot: Callable[[], object]) -> None:
        QShortcut(QKeySequence(keys), self, slot)

    def import_list(self) -> None:
        """Bring a customer list in."""
        dialog = ImportDialog(self.ctx)
        dialog.finished.connect(lambda _result: self.refresh())
        dialog.open()

    def export_list(self) -> None:
        """Hand a customer list out."""
        ExportDialog(self.ctx).open()

    # The list

    def _list_card(self) -> QWidget:
        card = Card(padding=1)
        self.table = DataTable(self.tr("Customers found"))
        self.table.set_columns(
            (
                Column("name", self.tr("Name"), width=100, stretch=4, kind="masked"),
                Column("kana", self.tr("Kana"), width=84, stretch=3, kind="masked", optional=True),
                Column("address", self.tr("Address"), width=120, stretch=5, kind="masked", value=place),
                Column("phone", self.tr("Phone"), width=68, kind="number", value=last_digits),
                Column("state", self.tr("State"), width=80, kind="chip", value=self._state),
            )
        )
        self.table.current_changed.connect(self._choose)
        self.table.activated_row.connect(self._open_row)
        self.lists = QStackedWidget()
        self.lists.addWidget(self.table)
        self._nobody = EmptyState(
            "users",
            self.tr("No customers yet"),
            self.tr("Register the first one when the phone rings: the postal code fills in the address."),
            (self.tr("New customer"), self.new_customer)
            if self.ctx.actor.may(Permission.EDIT_CUSTOMERS)
            else None,
        )
        self._no_hit = EmptyState(
            "search",
            self.tr("Nobody found"),
            self.tr(
                "Try the family name, kana, town or the last four digits. "
                "A given name, street or whole number is found only when typed in full."
            ),
        )
        self._trouble = FailurePane()
        for one in (self._nobody, self._no_hit, self._trouble):
            self.lists.addWidget(one)
        card.body.addWidget(self.lists, 1)
        self.count = label("", "muted")
        self.count.setContentsMargins(theme.px(12), theme.px(4), theme.px(12), theme.px(8))
        card.body.addWidget(self.count)
        card.setFocusProxy(self.table)
        return card

    def _state(self, row: object) -> ChipValue | None:
        assert isinstance(row, CustomerRow)
        if row.state is None:
            return None
        return ChipValue(self.ctx.words(row.state).format(**row.state_details), row.tone)

    def refresh(self) -> None:
        if self._shown_version != self.ctx.office.data_version:
            self._search_now()
            self._reload_panel()

    def _search_typed(self, text: str) -> None:
        self._wanted_text = text
        self._select_first = bool(text)
        self._search_now()

    def _search_now(self) -> None:
        """One search at a time; what was typed meanwhile is searched next, and no older answer shown."""
        if self._searching:
            self._search_again = True
            return
        self._searching = True
        ctx, text = self.ctx, self._wanted_text
        self._shown_version = ctx.office.data_version
        background.run(
            self,
            lambda _progress: ctx.office.customers.search(ctx.actor, text),
            lambda found: self._answer(text, found),
            lambda error: self._search_failed(text, error),
        )

    def _next(self, text: str) -> bool:
        self._searching = False
        stale = self._search_again or text != self._wanted_text
        self._search_again = False
        if stale:
            self._search_now()
        return text == self._wanted_text

    def _answer(self, text: str, found: FoundCustomers) -> None:
        if not self._next(text):
            return
        self._show_found(text, found)

    def _show_found(self, text: str, found: FoundCustomers) -> None:
        before = self._wanted or (self.panel.detail.customer if self.panel else "")
        self.table.set_rows(found.rows, keep=lambda row: row.customer == before)
        if not found.rows:
            self.lists.setCurrentWidget(self._no_hit if text.strip() else self._nobody)
            self.panes.show_list()
        else:
            self.lists.setCurrentWidget(self.table)
            if self.table.current() is None and self._select_first:
                self.table.selectRow(0)
        counted = self.tr("{hits} / {total} customers")
        self.count.setText(counted.format(hits=f"{found.hits:,}", total=f"{found.total:,}"))

    def _search_failed(self, text: str, error: UserFacingError) -> None:
        if not self._next(text):
            return
        self._trouble.show_error(error, self._search_now)
        self.lists.setCurrentWidget(self._trouble)
        self.count.setText("")

    def _enter_list(self) -> None:
        if self.table.current() is None:
            self.table.select_first()
        else:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_search(self) -> bool:
        self.panes.close_detail()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()
        return True

    def in_hand(self) -> tuple[str, str]:
        if self.panel is None:
            return super().in_hand()
        return self.panel.detail.customer, f"{self.panel.detail.name.text}  {self.panel.detail.number}"

    # The chosen customer

    def _detail_stack(self) -> QWidget:
        self.details = QStackedWidget()
        nobody = Card()
        keys = self.tr("F6 shows phone and address together, Shift+F6 keeps them shown during a call.")
        nobody.body.addWidget(EmptyState("user", self.tr("Choose a customer"), keys))
        self.details.addWidget(nobody)
        return self.details

    def _choose(self, row: object) -> None:
        if isinstance(row, CustomerRow):
            self.show_customer(row.customer)
        elif self._wanted_text.strip() or not self.table.rows():
            self._drop_panel()

    def _open_row(self, _row: object) -> None:
        self.panes.open_detail()
        if self.panel is not None:
            self.panel.contact.focus_first()

    def show_customer(self, customer: str) -> None:
        """Show one customer in the panel."""
        if self.panel is not None and self.panel.detail.customer == customer:
            return
        self._wanted = customer
        self._read_panel(customer)

    def _reload_panel(self) -> None:
        if self.panel is not None:
            self._read_panel(self.panel.detail.customer)

    def _read_panel(self, customer: str) -> None:
        ctx = self.ctx
        background.run(
            self,
            lambda _progress: ctx.office.customers.detail(ctx.actor, customer),
            self._show_detail,
            self._detail_failed,
        )

    def _show_detail(self, detail: CustomerDetail) -> None:
        if self._wanted and detail.customer != self._wanted:
            return
        self._wanted = ""
        tab = self._tab_of(detail)
        self._drop_panel()
        panel = CustomerPanel(self.ctx, detail)
        panel.edit_wanted.connect(self.edit_customer)
        panel.job_wanted.connect(self.book_job)
        panel.job_opened.connect(self._open_job)
        panel.print_wanted.connect(self._print_job)
        panel.changed.connect(self.refresh)
        self.panel = panel
        self.details.addWidget(panel)
        self.details.setCurrentWidget(panel)
        if tab:
            panel.tabs.show_tab(tab)
        self._run_wish()

    def _tab_of(self, detail: CustomerDetail) -> int:
        """The tab in front, where the same customer was shown before."""
        if self.panel is None or self.panel.detail.customer != detail.customer:
            return 0
        return self.panel.tabs.current

    def _drop_panel(self) -> None:
        if self.panel is not None:
            self.details.removeWidget(self.panel)
            self.panel.deleteLater()
            self.panel = None

    def _detail_failed(self, error: UserFacingError) -> None:
        self._wanted = ""
        self._drop_panel()
        self.ctx.report_error(error)

    def _show_contact(self) -> None:
        if self.panel is not None:
            self.panes.open_detail()
            self.panel.contact.show_contact()

    def _toggle_call(self) -> None:
        if self.panel is None:
            return
        contact = self.panel.contact
        contact.set_on_call(on=not contact.reveal.on_call)
        if contact.reveal.on_call:
            self._show_contact()

    # Forms

    def open(self, **arguments: object) -> None:
        """``customer=ID`` shows one; with ``edit``, ``job``, ``site`` or ``new_site`` the form too."""
        if arguments.get("new"):
            self.new_customer()
            return
        customer = str(arguments.get("customer", ""))
        if not customer:
            return
        self._after_panel = next(
            (wish for wish in ("edit", "book", "new_site", "site") if arguments.get(wish)), ""
        )
        self._site_wanted = str(arguments.get("site", ""))
        if self.panel is not None and self.panel.detail.customer == customer:
            self._run_wish()
        else:
            self._wanted = customer
            self._read_panel(customer)
            self.table.select(lambda row: row.customer == customer)
        self.panes.open_detail()

    def _run_wish(self) -> None:
        wish, self._after_panel = self._after_panel, ""
        if wish == "edit":
            self.edit_customer()
        elif wish == "book":
            self.book_job()
        elif wish and self.panel is not None and self.panel.sites is not None:
            self.panel.tabs.show_tab(1)
            if wish == "new_site":
                self.panel.sites.add_site()
            else:
                self.panel.sites.open_later(self._site_wanted)

    def new_customer(self) -> None:
        """Open the form for a new customer."""
        self._open_form(CustomerForm(self.ctx))

    def edit_customer(self) -> None:
        """Open the form for the chosen customer."""
        if self.panel is None or not self.panel.edit_button.isVisibleTo(self.panel):
            return
        ctx, customer = self.ctx, self.panel.detail.customer
        background.run(
            self,
            lambda _progress: ctx.office.customers.record_for_edit(ctx.actor, customer),
            lambda edit: self._open_form(self._form_for(edit)),
        )

    def _form_for(self, edit: CustomerEdit) -> CustomerForm:
        return CustomerForm(self.ctx, edit)

    def _open_form(self, form: CustomerForm) -> None:
        form.saved.connect(self._saved)
        form.other_chosen.connect(lambda customer: self.open(customer=customer))
        form.open()

    def _saved(self, customer: object) -> None:
        self.ctx.notify(self.tr("Saved."))
        self._wanted = str(customer)
        self._read_panel(self._wanted)
        self._search_now()

    def book_job(self) -> None:
        """Open the booking form for the chosen customer."""
        if self.panel is not None and self.ctx.actor.may(Permission.EDIT_JOBS):
            open_booking(self.ctx, self.panel.detail, self._after_job)

    def _open_job(self, row: JobRow) -> None:
        open_job(self.ctx, row.job, self._after_job)

    def _print_job(self, row: JobRow) -> None:
        IssueDialog(self.ctx, row, self._after_job).open()

    def _after_job(self) -> None:
        self._search_now()
        if self.panel is not None:
            self.panel.read_jobs()
