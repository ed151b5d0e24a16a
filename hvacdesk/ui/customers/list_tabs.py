"""The customer's jobs, papers and accesses, as short lists in the panel."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hvacdesk.domain.clock import moment_of, office_time
from hvacdesk.domain.customers.customers import CustomerField
from hvacdesk.domain.customers.field_names import FIELD_NAMES
from hvacdesk.domain.jobs.jobs import JobRow
from hvacdesk.domain.oversight.action_names import ACTION_NAMES
from hvacdesk.domain.oversight.audit_log import REVEAL_REASON_NAMES, REVEALS, AuditEntry, RevealReason
from hvacdesk.domain.papers.register import PaperRow, RegisterQuery
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.list_pane import ListPane
from hvacdesk.ui.widgets.named_rows import Names, names_its_customer, names_nobody
from hvacdesk.ui.wording.jobs import kind_text, state_chip, time_text
from hvacdesk.ui.wording.papers import paper_chip, what_it_is, whereabouts


class _ListTab(QWidget):
    """A table, or what it is for while it is empty. Reads its rows when it is first shown."""

    def __init__(
        self,
        ctx: DeskContext,
        key: str,
        name: str,
        columns: Sequence[Column],
        empty: Callable[[], EmptyState],
        names: Names,
        record: str = "",
    ) -> None:
        super().__init__()
        self._reader = background.Reader(self)
        self.table = DataTable(name, record=record)
        self.table.set_columns(columns)
        self.table.keep_columns(ctx.columns, key, names)
        self._pane = ListPane(self.table, empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pane)

    def set_rows(self, rows: Sequence[object]) -> None:
        """Show the rows."""
        self._pane.show_rows(rows)


class JobsTab(_ListTab):
    """The jobs in which the customer plays a part.

    Signals:
        opened(row): a job is to be opened.
    """

    opened = Signal(object)

    def __init__(self, ctx: DeskContext) -> None:
        words = ctx.words
        super().__init__(
            ctx,
            "customer_jobs",
            self.tr("Jobs of this customer"),
            (
                Column("on", self.tr("Day"), width=100, kind="number"),
                Column("kind", self.tr("Work"), width=64, stretch=1, value=lambda row: kind_text(row, words)),
                Column("time", self.tr("Time"), width=104, kind="muted", wide_only=True, value=time_text),
                Column(
                    "state",
                    self.tr("State"),
                    width=72,
                    kind="chip",
                    value=lambda row: state_chip(row.state, words),
                ),
            ),
            lambda: EmptyState(
                "wrench", self.tr("No jobs yet"), self.tr("Book the first one with “Book a job”.")
            ),
            names_its_customer,
            record="job",
        )
        self.rows: tuple[JobRow, ...] = ()
        self.table.activated_row.connect(self.opened)
        self.table.offer(tuple, opening=self.tr("Open"))

    def show_jobs(self, rows: tuple[JobRow, ...]) -> None:
        """Show the jobs."""
        self.rows = rows
        self.set_rows(rows)


class PapersTab(_ListTab):
    """Every paper about the customer: copies, contracts, what was printed and what is held for them."""

    def __init__(self, ctx: DeskContext) -> None:
        words = ctx.words
        super().__init__(
            ctx,
            "customer_papers",
            self.tr("Papers of this customer"),
            (
                Column("number", self.tr("Paper number"), width=140),
                Column(
                    "kind", self.tr("Kind"), width=90, stretch=1, value=lambda row: what_it_is(row, words)
                ),
                Column("holder", self.tr("Where"), width=80, stretch=1, wide_only=True, value=whereabouts),
                Column(
                    "state",
                    self.tr("State"),
                    width=72,
                    kind="chip",
                    value=lambda row: paper_chip(row, words),
                ),
            ),
            lambda: EmptyState(
                "file-text",
                self.tr("No papers yet"),
                self.tr("Printed work orders, contracts and papers held for the customer are listed here."),
            ),
            names_its_customer,
            record="paper",
        )
        self._ctx = ctx

    def show_customer(self, customer: str) -> None:
        """Read the register."""
        ctx, query = self._ctx, RegisterQuery(customer=customer)
        self._reader.read(lambda: ctx.office.papers.rows(ctx.actor, query)).then(self._show)

    def _show(self, rows: tuple[PaperRow, ...]) -> None:
        self.set_rows(rows)


class AccessTab(_ListTab):
    """Who did what with the customer's data, and why."""

    def __init__(self, ctx: DeskContext) -> None:
        words = ctx.words
        super().__init__(
            ctx,
            "customer_accesses",
            self.tr("Access history"),
            (
                Column("at", self.tr("When"), width=108, kind="number", value=_when, sort=lambda one: one.at),
                Column("actor_name", self.tr("Who"), width=76),
                Column("what", self.tr("What"), width=140, stretch=1, value=self._what),
            ),
            lambda: EmptyState(
                "history", self.tr("Nobody looked yet"), self.tr("Every look and change is listed here.")
            ),
            names_nobody,
        )
        self._words = words
        self._ctx = ctx

    def show_customer(self, customer: str) -> None:
        """Read the entries."""
        ctx = self._ctx
        self._reader.read(lambda: ctx.office.customers.accesses(ctx.actor, customer)).then(self.set_rows)

    def _what(self, entry: AuditEntry) -> str:
        parts = [self._words(ACTION_NAMES[entry.action])]
        fields = entry.details.get("fields")
        if entry.action in REVEALS and isinstance(fields, list):
            parts = ["・".join(self._words(FIELD_NAMES[CustomerField(one)]) for one in fields)]
        reason = str(entry.details.get("reason", ""))
        if reason in set(RevealReason):  # other acts have reasons of their own
            parts.append(self._words(REVEAL_REASON_NAMES[RevealReason(reason)]))
        return "  ".join(parts)


def _when(entry: AuditEntry) -> str:
    return f"{office_time(moment_of(entry.at)):%m-%d %H:%M}"
