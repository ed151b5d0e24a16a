"""The register of requests: what waits for an answer first, with the day by which it is due."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hvacdesk.domain.requests.requests import REQUEST_KIND_NAMES, RequestRow
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.requests.forms import RequestForm
from hvacdesk.ui.requests.request_dialog import open_request
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.section import Section
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.wording.places import chosen_text
from hvacdesk.ui.wording.requests import state_chip


class RequestsView(Section):
    """Disclosure, correction, suspension, erasure and notification of purpose, each until it is answered."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(14))
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        note = self.tr("Each is answered within two weeks of its arrival, after the identity was checked.")
        line.addWidget(label(note, "muted", wrap=True), 1)
        self.add_button = button(self.tr("Enter a request"), self.add, icon="plus")
        self.open_button = button(self.tr("Open"), self.open_chosen)
        for one in (self.add_button, self.open_button):
            line.addWidget(one)
        column.addLayout(line)
        card = Card()
        self.table = self._make_table()
        card.body.addWidget(self.table, 1)
        self._empty = EmptyState(
            "file-check",
            self.tr("Nobody has asked yet"),
            self.tr(
                "Customers may ask what you hold, and have it corrected, suspended or erased. Enter each "
                "request on the day it comes, also on the phone."
            ),
            (self.tr("Enter a request"), self.add),
        )
        card.body.addWidget(self._empty, 1)
        column.addWidget(card, 1)

    def refresh(self) -> None:
        """Read the register again."""
        office, actor = self._context.office, self._context.actor
        background.run(self, lambda _progress: office.requests.all(actor), self._show)

    def open(self, **arguments: object) -> None:
        """``request=ID`` opens that request, with ``answer`` its answer, with ``correct`` its
        correction; ``enter`` enters another one.

        ``customer=ID`` says whose request is entered.
        """
        if request := arguments.get("request"):
            wishes = {"answers": bool(arguments.get("answer")), "corrects": bool(arguments.get("correct"))}
            open_request(self._context, str(request), self.refresh, **wishes)
        elif arguments.get("enter"):
            self._enter_for(str(arguments.get("customer", "")))

    def add(self) -> None:
        """Enter another request."""
        self._enter(RequestForm(self._context))

    def _enter_for(self, customer: str) -> None:
        """Enter a request of a customer whose record id is all that is known, or of nobody known."""
        ctx = self._context
        if not customer:
            self.add()
            return
        background.run(
            self,
            lambda _progress: ctx.office.customers.detail(ctx.actor, customer),
            lambda one: self._enter(RequestForm(ctx, one.customer, chosen_text(one))),
        )

    def _enter(self, form: RequestForm) -> None:
        form.saved.connect(lambda request: self.open(request=request))
        form.saved.connect(lambda _request: self.refresh())
        form.open()

    def open_chosen(self) -> None:
        """Open the chosen request."""
        row = self.table.current()
        if isinstance(row, RequestRow):
            self.open(request=row.request)

    def _make_table(self) -> DataTable:
        words = self._context.words
        table = DataTable(self.tr("Requests"))
        table.set_columns(
            [
                Column("number", self.tr("Number"), width=84),
                Column(
                    "kind",
                    self.tr("Request"),
                    width=130,
                    stretch=2,
                    value=lambda row: words(REQUEST_KIND_NAMES[row.kind]),
                ),
                Column("name", self.tr("Customer"), width=130, stretch=2, kind="masked"),
                Column("customer_number", self.tr("Customer no."), width=96, kind="muted", optional=True),
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
        )
        table.keep_columns(self._context.columns, "requests")
        table.offer(lambda: (self.open_button,))
        table.current_changed.connect(lambda row: self.open_button.setEnabled(row is not None))
        table.activated_row.connect(lambda _row: self.open_chosen())
        return table

    def _show(self, rows: tuple[RequestRow, ...]) -> None:
        chosen = self.table.current()
        request = chosen.request if isinstance(chosen, RequestRow) else ""
        self.table.set_rows(rows, keep=lambda row: row.request == request)
        self.table.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        if self.table.current() is None:
            self.table.select_first()
        self.open_button.setEnabled(self.table.current() is not None)


def _due(row: RequestRow) -> str:
    return row.due_on if row.open else ""
