"""The record of violations: what happened, what followed, closed or not. For owners alone."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeGuard, cast

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.rooms import Room
from hvacdesk.domain.staff.violations import CONSEQUENCE_NAMES, VIOLATION_NAMES, ViolationRow
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.printing.showing import show_pages
from hvacdesk.ui.staff.violation_form import ViolationForm
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.named_rows import names_nobody
from hvacdesk.ui.widgets.register_view import RegisterView, any_record


class ViolationsTab(RegisterView):
    """The register, the open records first."""

    rooms = frozenset({Room.STAFF})

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.add_button = self.act(button(self.tr("Record a violation…"), self.add, icon="plus"))
        self.change_button = self.act(button(self.tr("Change…"), self.change, icon="pencil"), _is_open)
        self.close_button = self.act(
            button(self.tr("Close the record…"), self.close_record, icon="check"), _is_open
        )
        self.print_button = self.act(button(self.tr("Print"), self.print_record, icon="printer"), any_record)
        self.add_note(self.tr("Only persons responsible see this. Write nothing about customers."))

    def make_empty(self) -> EmptyState:
        return EmptyState(
            "hand",
            self.tr("No violation is on record"),
            self.tr(
                "When somebody broke a rule, write down what happened and what followed, as the rules state."
            ),
        )

    def reading(self) -> Callable[[], tuple[ViolationRow, ...]]:
        office, actor = self.context.office, self.context.actor
        return lambda: office.violations.all(actor)

    def edit_violation(self, violation: str) -> None:
        """Open one record, or the form for a new one (``new``), once the register is read."""
        self.once_read(partial(self._edit, violation))

    def _edit(self, violation: str) -> None:
        found = self.table.select(lambda row: row.violation == violation)
        self._open_form(cast("ViolationRow", self.table.current()) if found else None)

    def make_table(self) -> DataTable:
        words = self.context.words
        columns = [
            Column("number", self.tr("Record number"), width=84),
            Column("on", self.tr("Day"), width=100, value=lambda row: row.record.on),
            Column("name", self.tr("Staff member"), width=110, stretch=2),
            Column(
                "kind",
                self.tr("What happened"),
                width=150,
                stretch=3,
                value=lambda row: words(VIOLATION_NAMES[row.record.kind]),
            ),
            Column(
                "consequence",
                self.tr("What followed"),
                width=130,
                stretch=2,
                value=lambda row: words(CONSEQUENCE_NAMES[row.record.consequence]),
            ),
            Column("state", self.tr("State"), width=84, kind="chip", value=self._state),
        ]
        table = self.new_table(
            self.tr("Violations"), columns, kept_as="violations", names=names_nobody, record="violation"
        )
        table.offer(lambda: (self.change_button, self.close_button))
        table.activated_row.connect(lambda _row: self.change())
        return table

    def _state(self, row: ViolationRow) -> ChipValue:
        return (
            ChipValue(self.tr("closed"), Tone.NEUTRAL)
            if row.closed_on
            else ChipValue(self.tr("open"), Tone.WARN)
        )

    # Acts

    def add(self) -> None:
        """Write another violation down."""
        self._open_form(None)

    def change(self) -> None:
        """Change the chosen record while it is open."""
        row = self.table.current()
        if _is_open(row):
            self._open_form(row)

    def close_record(self) -> None:
        """Close the chosen record, after a question."""
        row, context = self.table.current(), self.context
        if not _is_open(row):
            return
        question = Dialog(self.tr("Close record {number}?").format(number=row.number), context.window)
        question.add_text(self.tr("It then stands as it is and cannot be changed."))
        question.set_primary(self.tr("Close the record"))
        question.add_secondary(self.tr("Cancel"))
        question.accepted.connect(
            lambda: self.do(
                lambda: context.office.violations.close(context.actor, row.violation, row.version)
            )
        )
        question.open()

    def print_record(self) -> None:
        """Show the whole record as it is printed."""
        context = self.context
        violations = context.office.violations
        document = QCoreApplication.translate("ViolationsTab", "Record of violations")
        background.ask(self, lambda: violations.record_pdf(context.actor, context.words)).then(
            lambda paper: show_pages(
                context,
                document,
                paper.pdf,
                note=lambda: violations.printed(context.actor, paper.lines),
            )
        )

    def _open_form(self, row: ViolationRow | None) -> None:
        office, actor = self.context.office, self.context.actor
        background.ask(self, lambda: office.violations.staff(actor)).then(
            lambda staff: self.open_form(ViolationForm(self.context, staff, row))
        )


def _is_open(row: object) -> TypeGuard[ViolationRow]:
    return isinstance(row, ViolationRow) and not row.closed_on
