"""The register of storage media: what is in use, what left and how, and the printed record of each."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hvacdesk.domain.disposal.media import MEDIUM_KIND_NAMES, SANITIZATION_NAMES, MediumRow
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.disposal.media_forms import MediumForm, SanitizeForm
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.printing.showing import show_pages
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.flow_row import FlowRow
from hvacdesk.ui.widgets.section import Section
from hvacdesk.ui.widgets.text import label


class MediaView(Section):
    """USB sticks, disks and computers with customers' data: none leaves the office without a record."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._keeps = context.office.media.may_keep(context.actor)
        self._wanted = ("", "")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(14))
        column.addWidget(self._actions())
        note = self.tr("Sanitized in the terms of NIST SP 800-88: Clear, Purge or Destroy.")
        column.addWidget(label(note, "muted", wrap=True))
        card = Card()
        self.table = self._make_table()
        card.body.addWidget(self.table, 1)
        self._empty = EmptyState(
            "save",
            self.tr("No medium is registered"),
            self.tr(
                "Register the computers, disks and USB sticks that hold customers' data. Before one is sold, "
                "returned or thrown away, write down here how it was sanitized."
            ),
        )
        card.body.addWidget(self._empty, 1)
        column.addWidget(card, 1)

    def refresh(self) -> None:
        """Read the register again."""
        office, actor = self._context.office, self._context.actor
        background.run(self, lambda _progress: office.media.all(actor), self._show)

    def _actions(self) -> FlowRow:
        self.add_button = button(self.tr("Register a medium"), self.add, icon="plus")
        self.change_button = button(self.tr("Correct"), self.change, icon="pencil")
        self.sanitize_button = button(self.tr("It was sanitized…"), self.sanitize)
        self.print_button = button(self.tr("Print the record"), self.print_record, icon="printer")
        if not self._keeps:
            for one in (self.add_button, self.change_button, self.sanitize_button):
                one.hide()
        return FlowRow(at_end=(self.add_button, self.change_button, self.sanitize_button, self.print_button))

    def _make_table(self) -> DataTable:
        words = self._context.words
        table = DataTable(self.tr("Storage media"))
        table.set_columns(
            [
                Column("number", self.tr("Number"), width=84),
                Column("kind", self.tr("Kind"), width=120, stretch=2, value=lambda row: words(_kind(row))),
                Column("label", self.tr("Written on it"), width=140, stretch=3, value=_label),
                Column(
                    "serial", self.tr("Serial number"), width=120, stretch=2, value=_serial, optional=True
                ),
                Column("used_by", self.tr("Used by"), width=120, stretch=2, value=_used_by, optional=True),
                Column("registered_on", self.tr("Since"), width=100, kind="muted", optional=True),
                Column("state", self.tr("State"), width=150, kind="chip", value=self._state),
                Column("on", self.tr("Day"), width=100, value=_day),
            ]
        )
        table.keep_columns(self._context.columns, "media")
        table.offer(lambda: (self.change_button, self.sanitize_button, self.print_button))
        table.current_changed.connect(self._enable)
        table.activated_row.connect(self._open)
        return table

    def _show(self, rows: tuple[MediumRow, ...]) -> None:
        chosen = self.table.current()
        medium = chosen.medium if isinstance(chosen, MediumRow) else ""
        self.table.set_rows(rows, keep=lambda row: row.medium == medium)
        self.table.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        if self.table.current() is None:
            self.table.select_first()
        self._enable(self.table.current())
        wanted, self._wanted = self._wanted, ("", "")
        self._open_wanted(*wanted)

    def _enable(self, row: object) -> None:
        in_use = isinstance(row, MediumRow) and row.done is None
        self.change_button.setEnabled(in_use)
        self.sanitize_button.setEnabled(in_use)
        self.print_button.setEnabled(isinstance(row, MediumRow) and row.done is not None)

    def _state(self, row: MediumRow) -> ChipValue:
        if row.done is None:
            return ChipValue(self.tr("in use"), Tone.INFO)
        return ChipValue(self._context.words(SANITIZATION_NAMES[row.done.sanitization]), Tone.GOOD)

    # Acts

    def open(self, **arguments: object) -> None:
        """``medium=ID`` or ``sanitize=ID`` open that form as soon as the register is read."""
        for form, medium in arguments.items():
            self._wanted = form, str(medium)

    def _open_wanted(self, form: str, medium: str) -> None:
        found = self.table.select(lambda row: row.medium == medium)
        if form == "sanitize":
            self.sanitize()
        elif form and found:
            self.change()
        elif form:
            self.add()

    def add(self) -> None:
        """Register another medium."""
        self._save_with(MediumForm(self._context))

    def change(self) -> None:
        """Correct the chosen medium."""
        row = self.table.current()
        if isinstance(row, MediumRow) and row.done is None:
            self._save_with(MediumForm(self._context, row))

    def sanitize(self) -> None:
        """Write down what was done with the chosen medium."""
        row = self.table.current()
        if isinstance(row, MediumRow) and row.done is None:
            self._save_with(SanitizeForm(self._context, row))

    def print_record(self) -> None:
        """Show the record of the chosen medium, and print it from there."""
        row, context = self.table.current(), self._context
        if isinstance(row, MediumRow) and row.done is not None:
            medium, number = row.medium, row.number
            background.run(
                self,
                lambda _progress: context.office.media.record_pdf(context.actor, medium, context.words),
                lambda pdf: self._preview(pdf, number),
            )

    def _open(self, row: object) -> None:
        if not isinstance(row, MediumRow):
            return
        if row.done is not None:
            self.print_record()
        elif self._keeps:
            self.sanitize()

    def _save_with(self, form: MediumForm | SanitizeForm) -> None:
        form.saved.connect(lambda _answer: self.refresh())
        form.open()

    def _preview(self, pdf: bytes, number: str) -> None:
        document = QCoreApplication.translate("MediaView", "Record of medium {number}").format(number=number)
        show_pages(self._context, document, pdf)


def _kind(row: MediumRow):
    return MEDIUM_KIND_NAMES[row.facts.kind]


def _label(row: MediumRow) -> str:
    return row.facts.label


def _serial(row: MediumRow) -> str:
    return row.facts.serial


def _used_by(row: MediumRow) -> str:
    return row.facts.used_by


def _day(row: MediumRow) -> str:
    return row.done.on if row.done else ""
