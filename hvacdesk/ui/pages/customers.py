"""Customers: find as one types, see masked, show with a reason, change, book."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from hvacdesk.domain.customers.customer_edit import CustomerEdit
from hvacdesk.domain.customers.customers import CustomerDetail, CustomerRow
from hvacdesk.domain.customers.typed_customer import TypedCustomer
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.jobs.jobs import JobRow
from hvacdesk.domain.requests.consents import ConsentKind
from hvacdesk.domain.roles import Permission
from hvacdesk.domain.rooms import Room
from hvacdesk.ui import background
from hvacdesk.ui.change_notice import Freshness
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.customers.form import CustomerForm
from hvacdesk.ui.customers.panel import CustomerPanel
from hvacdesk.ui.customers.panes import ListAndDetail
from hvacdesk.ui.customers.results import CustomerResults
from hvacdesk.ui.exchange.export_dialog import ExportDialog
from hvacdesk.ui.exchange.import_dialog import ImportDialog
from hvacdesk.ui.jobs.opening import open_booking, open_job
from hvacdesk.ui.jobs.refrigerant_dialog import RefrigerantDialog
from hvacdesk.ui.papers.issue import IssueDialog
from hvacdesk.ui.requests.notice_forms import AGREES, TAKES_BACK
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.others_save import say_saved_since
from hvacdesk.ui.widgets.page import Page
from hvacdesk.ui.widgets.search_box import SearchBox
from hvacdesk.ui.widgets.table_menu import RowAct

PARTS = ("site", "new_site", "unit", "new_unit")
CONTACTS = ("contact", "new_contact")
"""Arguments of :meth:`CustomersPage.open` that open a form of the chosen customer; each names whose."""
CONSENTS = (AGREES, TAKES_BACK)
"""These name the kind of consent of which the chosen customer says so."""
TABS = ("papers", "calls")
"""These bring a tab of the chosen customer to the front."""


LISTED = frozenset({Room.CUSTOMERS, Room.JOBS})
"""What a line of the list shows."""
OF_ONE = LISTED | {Room.REQUESTS}
"""What the panel says of its customer, but for its tabs."""


class CustomersPage(Page):
    """The list with its search, and the panel of the chosen customer."""

    def __init__(self, ctx: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Customers"))
        self.ctx = ctx
        self._panel_reader, self._follower = background.Reader(self), background.Reader(self)
        self.panel: CustomerPanel | None = None
        self._fresh = Freshness(self, ctx.changes, frozenset(Room), self._read, at_once=False)
        self._list_fresh = Freshness(self, ctx.changes, LISTED, self._search_again)
        Freshness(self, ctx.changes, OF_ONE, self._follow, ages=False)
        self._wanted = ""
        """Whom the panel is to show, whether it does already or is still being read; empty for nobody."""
        self._after_panel: str = ""
        self._opened_apart = False
        """Whether the customer whose panel is read was opened another way than by the list."""
        if ctx.actor.may(Permission.EDIT_CUSTOMERS):
            new = self.set_primary(self.tr("New customer"), "user-plus", self.new_customer)
            new.setToolTip("Ctrl+N")
            self._shortcut("Ctrl+N", self.new_customer)
            self.add_action(self.tr("Import a list"), "upload", self.import_list)
        if ctx.actor.may(Permission.EXPORT_CUSTOMERS):
            self.add_action(self.tr("Export"), "download", self.export_list)
        prompt = self.tr("Name, kana, address, last four digits or job number")
        self.results = CustomerResults(ctx)
        self.search = SearchBox(prompt, self.results.enter, at_once=True)
        self.results.chosen.connect(self._choose)
        self.results.opened.connect(self._open_row)
        self.results.register_wanted.connect(self.new_customer)
        self.table, self.count = self.results.table, self.results.count
        self.table.offer(self._row_acts, opening=self.tr("Open"))
        self.search.searched.connect(self.results.search)
        self.search.returnPressed.connect(self.results.open_best)
        self.body.addWidget(self.search)
        self.panes = ListAndDetail(self.results, self._detail_stack(), self.tr("Back to the list"))
        self.panes.covered.connect(self._give_room)
        self.body.addWidget(self.panes, 1)
        self._shortcut("F6", lambda: self._with_chosen("show", self._show_contact))
        self._shortcut("Shift+F6", lambda: self._with_chosen("call", self._toggle_call))
        self._shortcut("Ctrl+E", lambda: self._with_chosen("edit", self.edit_customer))
        self._shortcut("Ctrl+J", lambda: self._with_chosen("book", self.book_job))

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

    def _give_room(self, covered: bool) -> None:
        """Where a small window shows one customer alone, hide the page's header and the search."""
        self.show_header(shown=not covered)
        self.search.setVisible(not covered)

    # The list

    def refresh(self) -> None:
        self._fresh.keep()

    def _read(self) -> None:
        self._search_now()
        self._reload_panel()

    def _search_again(self) -> None:
        self.results.live.again()

    def _search_now(self) -> None:
        self._fresh.note()
        self._list_fresh.read()

    def go_to_top(self) -> None:
        """The list."""
        self.panes.close_detail()

    def begin_typing(self) -> None:
        if self.search.isVisible():  # a small window may show the chosen customer alone
            self._go_to_search()

    def focus_search(self) -> bool:
        self.panes.close_detail()
        self._go_to_search()
        return True

    def _go_to_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def in_hand(self) -> tuple[str, str]:
        row = self._not_shown_yet()
        if row is not None:
            return row.customer, f"{row.name.text}  {row.number}"
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
        elif not self._wanted or self._is_shown(self._wanted):
            self._wanted = ""
            self._drop_panel()

    def _with_chosen(self, wish: str, act: Callable[[], object]) -> None:
        """Act on who is highlighted, also while the panel still shows who was chosen before."""
        row = self._not_shown_yet()
        if row is None:
            act()
        else:
            self.open(customer=row.customer, **{wish: "yes"})

    def _row_acts(self) -> tuple[RowAct, ...]:
        """What the keys do with the highlighted customer, for a person who uses the mouse."""
        may = self.ctx.actor.may
        changes = may(Permission.EDIT_CUSTOMERS) or may(Permission.SEE_PAYMENT)
        acts = (
            (
                may(Permission.REVEAL_CONTACT),
                self.tr("Show phone and address"),
                "eye",
                "show",
                self._show_contact,
            ),
            (
                may(Permission.REVEAL_CONTACT),
                self.tr("Begin or end a call"),
                "phone",
                "call",
                self._toggle_call,
            ),
            (changes, self.tr("Change"), "pencil", "edit", self.edit_customer),
            (may(Permission.EDIT_JOBS), self.tr("Book a job"), "plus", "book", self.book_job),
        )
        return tuple(
            RowAct(text, partial(self._with_chosen, wish, act), picture)
            for allowed, text, picture, wish, act in acts
            if allowed
        )

    def _not_shown_yet(self) -> CustomerRow | None:
        """Who is highlighted while the panel still shows another: the pause in the typing is not over."""
        row = self.table.current()
        return row if isinstance(row, CustomerRow) and not self._is_shown(row.customer) else None

    def _open_row(self, row: CustomerRow) -> None:
        self.open(customer=row.customer, work="yes")

    def show_customer(self, customer: str) -> None:
        """Show one customer in the panel."""
        if customer == self._wanted:
            return
        self._wanted, self._after_panel = customer, ""
        if not self._is_shown(customer):
            self._read_panel(customer)

    def _reload_panel(self) -> None:
        if self.panel is not None:
            self._read_panel(self.panel.detail.customer)

    def _follow(self) -> None:
        """Somebody changed something: an address that is no longer the customer's must not stay in the panel.

        The panel stays where it says the same, with what is shown in it for a call.
        """
        if self.panel is None or not self._is_shown(self._wanted):
            return
        ctx, customer = self.ctx, self._wanted
        if self._panel_reader.reading:  # it may be as it was before the change
            self._read_panel(customer)
            return
        self._follower.read(lambda: ctx.office.customers.detail(ctx.actor, customer)).then(
            lambda detail: self._followed(customer, detail)
        ).otherwise(lambda _error: None)  # the list, which is read as well, says why

    def _followed(self, customer: str, detail: CustomerDetail) -> None:
        if self.panel is not None and customer == self._wanted and self.panel.detail != detail:
            self._show_detail(customer, detail)

    def _read_panel(self, customer: str) -> None:
        ctx = self.ctx
        self._follower.drop()
        self._panel_reader.read(lambda: ctx.office.customers.detail(ctx.actor, customer)).then(
            lambda detail: self._show_detail(customer, detail)
        ).otherwise(lambda error: self._detail_failed(customer, error))

    def _show_detail(self, asked: str, detail: CustomerDetail) -> None:
        """Show what was read, unless another was asked for since. A merged one is shown as the kept one."""
        if asked != self._wanted:
            return
        if self.panel is not None and self.panel.detail == detail:
            self._let_list_follow(detail)
            self.panel.read_again()
            self._run_wish()
        else:
            background.in_turns(self.details, self._make_panel(asked, detail))

    def _make_panel(self, asked: str, detail: CustomerDetail) -> Iterator[None]:
        """Make a panel behind the one in front, and change them once it is whole."""
        panel = CustomerPanel(self.ctx, detail, self.details)
        panel.edit_wanted.connect(self.edit_customer)
        panel.job_wanted.connect(self.book_job)
        panel.job_opened.connect(self._open_job)
        panel.print_wanted.connect(self._print_job)
        panel.changed.connect(self.refresh)
        panel.merged.connect(self._merged)
        try:
            yield from panel.build()
        except GeneratorExit:
            panel.deleteLater()
            raise
        if asked != self._wanted:
            panel.deleteLater()
            return
        if detail.customer != asked:
            self._wanted = detail.customer
            self.results.mark(detail.customer)
        self._bring_forward(panel)
        self._let_list_follow(detail)
        self._run_wish()

    def _let_list_follow(self, detail: CustomerDetail) -> None:
        """The typed search finds somebody else: search for the customer whom the panel shows instead."""
        listed = any(
            isinstance(row, CustomerRow) and row.customer == detail.customer for row in self.table.rows()
        )
        if self._opened_apart and self.search.text().strip() and not listed:
            self.search.setText(detail.number)
        self._opened_apart = False

    def _bring_forward(self, panel: CustomerPanel) -> None:
        """Put a panel in the place of the former one; of the same customer, with its tab and its call."""
        former = self.panel
        before = former if self._is_shown(panel.detail.customer) else None
        tab = before.tabs.current if before is not None else 0
        call = before.contact.call_seconds if before is not None else 0
        on_tab = before is not None and before.tabs.has_keyboard
        self.panel = panel
        if not self.search.hasFocus():  # a hit that typing brings beside the list is not opened yet
            self.ctx.recent.note(panel.detail.customer)
        self.details.addWidget(panel)
        self.details.setCurrentWidget(panel)
        self.panes.wish(panel.good_width)
        if former is not None:  # not before: what is beneath would be laid out for nothing
            self._drop(former)
        if tab:
            panel.tabs.show_tab(tab)
        if on_tab:
            panel.tabs.take_keyboard()
        if call:
            panel.contact.set_on_call(on=True, seconds=call)
            panel.contact.show_contact()

    def _is_shown(self, customer: str) -> bool:
        return self.panel is not None and self.panel.detail.customer == customer

    def _drop_panel(self) -> None:
        if self.panel is not None:
            self._drop(self.panel)
            self.panel = None

    def _drop(self, panel: CustomerPanel) -> None:
        self.details.removeWidget(panel)
        panel.deleteLater()

    def _detail_failed(self, asked: str, error: UserFacingError) -> None:
        if asked != self._wanted:
            return
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
        if contact.reveal.on_call:
            contact.set_on_call(on=False)
        else:
            self._begin_call()

    def _begin_call(self) -> None:
        if self.panel is not None:
            self.panel.contact.set_on_call(on=True)
            self._show_contact()

    # Forms

    def open(self, **arguments: object) -> None:
        """``customer=ID`` shows one, with ``edit``, ``book``, :data:`PARTS`, :data:`CONTACTS` or
        :data:`CONSENTS` a form too.

        One of :data:`TABS` brings that to the front, ``call`` begins a call with the customer, ``show`` shows
        phone and address together, and ``work`` puts the keyboard into the panel.
        ``refrigerant=ID`` opens the form for a unit's refrigerant log, with ``gas`` that for an entry's gas,
        ``new`` that of a new customer,
        ``bring_in`` and ``hand_out`` the import and the export of a list.
        """
        if arguments.get("refrigerant"):
            gas_of = str(arguments.get("gas", ""))
            RefrigerantDialog(self.ctx, str(arguments["refrigerant"]), adds=not gas_of, gas_of=gas_of).open()
            return
        forms = {"new": self.new_customer, "bring_in": self.import_list, "hand_out": self.export_list}
        for name in forms.keys() & arguments.keys():
            forms[name]()
            return
        customer = str(arguments.get("customer", ""))
        if not customer:
            return
        self.ctx.recent.note(customer)
        wishes = ("edit", "book", *PARTS, *CONTACTS, *CONSENTS, *TABS, "call", "show", "work")
        self._after_panel = next((wish for wish in wishes if arguments.get(wish)), "")
        self._part_wanted = str(arguments.get(self._after_panel, ""))
        self.results.mark(customer)
        self._wanted, self._opened_apart = customer, True
        if self.panel is not None and self._is_shown(customer):
            self._let_list_follow(self.panel.detail)
            self._run_wish()
        else:
            self._read_panel(customer)
        self.panes.open_detail()

    def _run_wish(self) -> None:
        """Do what was asked for together with the customer who is shown now."""
        wish, self._after_panel = self._after_panel, ""
        by_key = {
            "edit": self.edit_customer,
            "book": self.book_job,
            "call": self._begin_call,
            "show": self._show_contact,
        }
        if wish in by_key:
            by_key[wish]()
        elif wish and self.panel is not None:
            self._open_part(self.panel, wish)

    def _open_part(self, panel: CustomerPanel, wish: str) -> None:
        if wish == "work":
            panel.tabs.take_keyboard()  # never a button that shows something: Enter may come twice
        elif wish in TABS:
            panel.show_part(wish)
        elif wish in CONTACTS:
            panel.open_contact(self._part_wanted)
        elif wish in CONSENTS:
            panel.open_consent(ConsentKind(self._part_wanted), given=wish == AGREES)
        elif panel.sites is not None:
            panel.tabs.show_tab(1)
            if wish == "new_site":
                panel.sites.add_site()
            else:
                panel.sites.open_later(wish, self._part_wanted)

    def new_customer(self, typed: TypedCustomer | None = None) -> None:
        """Open the form for a new customer, begun with what was typed."""
        form = CustomerForm(self.ctx)
        if isinstance(typed, TypedCustomer):
            form.begin_with(typed)
        self._open_form(form)

    def edit_customer(self) -> None:
        """Open the form for the chosen customer."""
        if self.panel is None or not self.panel.edit_button.isVisibleTo(self.panel):
            return
        ctx, seen = self.ctx, self.panel.detail

        def opened(edit: CustomerEdit) -> None:
            form = self._form_for(edit)
            self._open_form(form)
            say_saved_since(form, seen.version)

        background.ask(self, lambda: ctx.office.customers.record_for_edit(ctx.actor, seen.customer)).then(
            opened
        )

    def _form_for(self, edit: CustomerEdit) -> CustomerForm:
        return CustomerForm(self.ctx, edit)

    def _open_form(self, form: CustomerForm) -> None:
        form.saved.connect(self._saved)
        form.other_chosen.connect(lambda customer: self.open(customer=customer))
        form.open()

    def _saved(self, customer: object) -> None:
        self.ctx.notify(self.tr("Saved."))
        self._read_again(str(customer))

    def _merged(self, customer: str) -> None:
        self._read_again(customer)

    def _read_again(self, customer: str) -> None:
        self._wanted = customer
        self.results.mark(customer)
        self._read_panel(customer)
        self._search_now()

    def book_job(self) -> None:
        """Open the booking form for the chosen customer."""
        if self.panel is not None and self.ctx.actor.may(Permission.EDIT_JOBS):
            open_booking(self.ctx, self.panel.detail)

    def _open_job(self, row: JobRow) -> None:
        open_job(self.ctx, row.job)

    def _print_job(self, row: JobRow) -> None:
        IssueDialog(self.ctx, row).open()

    # Qt's overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes one step back: from the customer to the list, from the list to the search."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.panel is not None and self.panel.isAncestorOf(QApplication.focusWidget() or self):
            self.panes.close_detail()
        elif not self.search.hasFocus():
            self.focus_search()
