"""The register of requests: what waits for an answer first, with the day by which it is due."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from hvacdesk.domain.requests.requests import REQUEST_KIND_NAMES, RequestRow
from hvacdesk.domain.rooms import Room
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.requests.forms import RequestForm
from hvacdesk.ui.requests.request_dialog import open_request
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.named_rows import names_its_customer
from hvacdesk.ui.widgets.register_view import RegisterView, any_record
from hvacdesk.ui.wording.places import chosen_text
from hvacdesk.ui.wording.requests import state_chip


class RequestsView(RegisterView):
    """Disclosure, correction, suspension, erasure and notification of purpose, each until it is answered."""

    rooms = frozenset({Room.REQUESTS, Room.CUSTOMERS, Room.STAFF})

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.add_button = self.act(button(self.tr("Enter a request"), self.add, icon="plus"))
        self.open_button = self.act(button(self.tr("Open"), self.open_chosen), any_record)
        self.add_note(
            self.tr("Each is answered within two weeks of its arrival, after the identity was checked.")
        )

    def make_empty(self) -> EmptyState:
        return EmptyState(
            "file-check",
            self.tr("Nobody has asked yet"),
            self.tr(
                "Customers may ask what you hold, and have it corrected, suspended or erased. Enter each "
                "request on the day it comes, also on the phone."
            ),
            (self.tr("Enter a request"), self.add),
        )

    def reading(self) -> Callable[[], tuple[RequestRow, ...]]:
        office, actor = self.context.office, self.context.actor
        return lambda: office.requests.all(actor)

    def open(self, **arguments: object) -> None:
        """``request=ID`` opens that request, with ``answer`` its answer, with ``correct`` its
        correction; ``enter`` enters another one.

        ``customer=ID`` says whose request is entered.
        """
        if request := arguments.get("request"):
            wishes = {"answers": bool(arguments.get("answer")), "corrects": bool(arguments.get("correct"))}
            open_request(self.context, str(request), self.refresh, **wishes)
            # The buttons over the list are about what was opened, not about another one.
            self.once_read(lambda: self.table.select(lambda row: row.request == request))
        elif arguments.get("enter"):
            self._enter_for(str(arguments.get("customer", "")))

    def add(self) -> None:
        """Enter another request."""
        self._enter(RequestForm(self.context))

    def _enter_for(self, customer: str) -> None:
        """Enter a request of a customer whose record id is all that is known, or of nobody known."""
        ctx = self.context
        if not customer:
            self.add()
            return
        background.ask(self, lambda: ctx.office.customers.detail(ctx.actor, customer)).then(
            lambda one: self._enter(RequestForm(ctx, one.customer, chosen_text(one)))
        )

    def _enter(self, form: RequestForm) -> None:
        form.saved.connect(lambda request: self.open(request=request))
        self.open_form(form)

    def open_chosen(self) -> None:
        """Open the chosen request."""
        row = self.table.current()
        if isinstance(row, RequestRow):
            self.open(request=row.request)

    def make_table(self) -> DataTable:
        words = self.context.words
        columns = [
            Column("number", self.tr("Request number"), width=84),
            Column(
                "kind",
                self.tr("Request"),
                width=130,
                stretch=2,
                value=lambda row: words(REQUEST_KIND_NAMES[row.kind]),
            ),
            Column("name", self.tr("Customer"), width=130, stretch=2, kind="masked"),
            Column("customer_number", self.tr("Customer no."), width=96, kind="muted", wide_only=True),
            Column("received_on", self.tr("Received"), width=100),
            Column("due", self.tr("Answer due"), width=104, value=_due),
            Column(
                "state",
                self.tr("State"),
                width=130,
                kind="chip",
                value=lambda row: state_chip(row, words),
            ),
        ]
        table = self.new_table(
            self.tr("Requests"), columns, kept_as="requests", names=names_its_customer, record="request"
        )
        table.offer(lambda: (self.open_button,))
        table.activated_row.connect(lambda _row: self.open_chosen())
        return table


def _due(row: RequestRow) -> str:
    return row.due_on if row.open else ""
