"""The record of violations: what happened, what followed, closed or not. For owners alone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hvacdesk.domain.office.office import StaffMember
from hvacdesk.domain.staff.violations import CONSEQUENCE_NAMES, VIOLATION_NAMES, ViolationRow
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.printing.showing import show_pages
from hvacdesk.ui.staff.violation_form import ViolationForm
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.flow_row import FlowRow
from hvacdesk.ui.widgets.text import label


class ViolationsTab(QWidget):
    """The register, the open records first."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._edit_wanted = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self._actions())
        note = self.tr("Only persons responsible see this. Write nothing about customers.")
        column.addWidget(label(note, "muted", wrap=True))
        card = Card()
        self.table = self._make_table()
        card.body.addWidget(self.table, 1)
        self._empty = EmptyState(
            "hand",
            self.tr("No violation is on record"),
            self.tr(
                "When somebody broke a rule, write down what happened and what followed, as the rules state."
            ),
        )
        card.body.addWidget(self._empty, 1)
        column.addWidget(card, 1)

    def refresh(self) -> None:
        """Read the register again."""
        office, actor = self._context.office, self._context.actor
        background.run(self, lambda _progress: office.violations.all(actor), self._show)

    def edit_violation(self, violation: str) -> None:
        """Open one record, or the form for a new one (``new``), once the register is read."""
        self._edit_wanted = violation

    def _actions(self) -> FlowRow:
        self.add_button = button(self.tr("Record a violation…"), self.add, icon="plus")
        self.change_button = button(self.tr("Change…"), self.change, icon="pencil")
        self.close_button = button(self.tr("Close the record…"), self.close_record, icon="check")
        self.print_button = button(self.tr("Print"), self.print_record, icon="printer")
        return FlowRow(at_end=(self.add_button, self.change_button, self.close_button, self.print_button))

    def _make_table(self) -> DataTable:
        words = self._context.words
        table = DataTable(self.tr("Violations"))
        table.set_columns(
            [
                Column("number", self.tr("Number"), width=84),
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
        )
        table.keep_columns(self._context.columns, "violations")
        table.offer(lambda: (self.change_button, self.close_button))
        table.current_changed.connect(self._enable)
        table.activated_row.connect(lambda _row: self.change())
        return table

    def _show(self, rows: tuple[ViolationRow, ...]) -> None:
        chosen = self.table.current()
        violation = chosen.violation if isinstance(chosen, ViolationRow) else ""
        self.table.set_rows(rows, keep=lambda row: row.violation == violation)
        self.table.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        if self.table.current() is None:
            self.table.select_first()
        self._enable(self.table.current())
        self.print_button.setEnabled(bool(rows))
        if self._edit_wanted:
            wanted, self._edit_wanted = self._edit_wanted, ""
            found = [row for row in rows if row.violation == wanted]
            self._open_form(found[0] if found else None)

    def _enable(self, row: object) -> None:
        is_open = isinstance(row, ViolationRow) and not row.closed_on
        self.change_button.setEnabled(is_open)
        self.close_button.setEnabled(is_open)

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
        if isinstance(row, ViolationRow) and not row.closed_on:
            self._open_form(row)

    def close_record(self) -> None:
        """Close the chosen record, after a question."""
        row, context = self.table.current(), self._context
        if not isinstance(row, ViolationRow) or row.closed_on:
            return
        question = Dialog(self.tr("Close record {number}?").format(number=row.number), context.window)
        question.add_text(self.tr("It then stands as it is and cannot be changed."))
        question.set_primary(self.tr("Close the record"))
        question.add_secondary(self.tr("Cancel"))
        question.accepted.connect(
            lambda: self._do(
                lambda: context.office.violations.close(context.actor, row.violation, row.version)
            )
        )
        question.open()

    def print_record(self) -> None:
        """Show the whole record as it is printed."""
        context = self._context
        background.run(
            self,
            lambda _progress: context.office.violations.record_pdf(context.actor, context.words),
            self._preview,
        )

    def _open_form(self, row: ViolationRow | None) -> None:
        office, actor = self._context.office, self._context.actor

        def show(staff: tuple[StaffMember, ...]) -> None:
            form = ViolationForm(self._context, staff, row)
            form.saved.connect(lambda _answer: self.refresh())
            form.open()

        background.run(self, lambda _progress: office.violations.staff(actor), show)

    def _do(self, act: Callable[[], object]) -> None:
        background.run(self, lambda _progress: act(), lambda _nothing: self.refresh())

    def _preview(self, pdf: bytes) -> None:
        name = QCoreApplication.translate("ViolationsTab", "Record of violations")
        ctx = self._context
        show_pages(ctx, name, pdf, note=lambda: ctx.office.violations.printed(ctx.actor))
