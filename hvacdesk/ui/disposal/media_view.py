"""The register of storage media: what is in use, what left and how, and the printed record of each."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeGuard

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.disposal.media import MEDIUM_KIND_NAMES, SANITIZATION_SHORT, MediumRow
from hvacdesk.domain.rooms import Room
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.disposal.media_forms import MediumForm, SanitizeForm
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.printing.showing import draw_pages
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.named_rows import names_nobody
from hvacdesk.ui.widgets.register_view import RegisterView


class MediaView(RegisterView):
    """USB sticks, disks and computers with customers' data: none leaves the office without a record."""

    rooms = frozenset({Room.DISPOSAL, Room.STAFF})

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._keeps = context.office.media.may_keep(context.actor)
        self.add_button = self.act(button(self.tr("Register a medium"), self.add, icon="plus"))
        self.change_button = self.act(button(self.tr("Correct"), self.change, icon="pencil"), _in_use)
        self.sanitize_button = self.act(button(self.tr("It was sanitized…"), self.sanitize), _in_use)
        self.print_button = self.act(
            button(self.tr("Print the record"), self.print_record, icon="printer"), _sanitized
        )
        if not self._keeps:
            for one in (self.add_button, self.change_button, self.sanitize_button):
                one.hide()
        self.add_note(self.tr("Sanitized in the terms of NIST SP 800-88: Clear, Purge or Destroy."))

    def make_table(self) -> DataTable:
        words = self.context.words
        columns = [
            Column("number", self.tr("Medium number"), width=84),
            Column("kind", self.tr("Kind"), width=120, stretch=2, value=lambda row: words(_kind(row))),
            Column("label", self.tr("Written on it"), width=140, stretch=3, value=_label),
            Column("serial", self.tr("Serial number"), width=120, stretch=2, value=_serial, wide_only=True),
            Column("used_by", self.tr("Used by"), width=120, stretch=2, value=_used_by, wide_only=True),
            Column("registered_on", self.tr("Since"), width=100, kind="muted", wide_only=True),
            Column("state", self.tr("State"), width=150, kind="chip", value=self._state),
            Column("on", self.tr("Day"), width=100, value=_day),
        ]
        table = self.new_table(
            self.tr("Storage media"), columns, kept_as="media", names=names_nobody, record="medium"
        )
        table.offer(lambda: (self.change_button, self.sanitize_button, self.print_button))
        table.activated_row.connect(self._open)
        return table

    def make_empty(self) -> EmptyState:
        return EmptyState(
            "save",
            self.tr("No medium is registered"),
            self.tr(
                "Register the computers, disks and USB sticks that hold customers' data. Before one is sold, "
                "returned or thrown away, write down here how it was sanitized."
            ),
        )

    def reading(self) -> Callable[[], tuple[MediumRow, ...]]:
        office, actor = self.context.office, self.context.actor
        return lambda: office.media.all(actor)

    def _state(self, row: MediumRow) -> ChipValue:
        if row.done is None:
            return ChipValue(self.tr("in use"), Tone.INFO)
        return ChipValue(self.context.words(SANITIZATION_SHORT[row.done.sanitization]), Tone.GOOD)

    # Acts

    def open(self, **arguments: object) -> None:
        """``medium=ID`` or ``sanitize=ID`` open that form as soon as the register is read."""
        for form, medium in arguments.items():
            self.once_read(partial(self._open_wanted, form, str(medium)))

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
        self.open_form(MediumForm(self.context))

    def change(self) -> None:
        """Correct the chosen medium."""
        row = self.table.current()
        if _in_use(row):
            self.open_form(MediumForm(self.context, row))

    def sanitize(self) -> None:
        """Write down what was done with the chosen medium."""
        row = self.table.current()
        if _in_use(row):
            self.open_form(SanitizeForm(self.context, row))

    def print_record(self) -> None:
        """Show the record of the chosen medium, and print it from there."""
        row, context = self.table.current(), self.context
        if _sanitized(row):
            document = QCoreApplication.translate("MediaView", "Record of medium {number}")
            draw_pages(
                self,
                context,
                lambda: context.office.media.record_pdf(context.actor, row.medium, context.words),
                document.format(number=row.number),
            )

    def _open(self, row: object) -> None:
        if not isinstance(row, MediumRow):
            return
        if row.done is not None:
            self.print_record()
        elif self._keeps:
            self.sanitize()


def _in_use(row: object) -> TypeGuard[MediumRow]:
    return isinstance(row, MediumRow) and row.done is None


def _sanitized(row: object) -> TypeGuard[MediumRow]:
    return isinstance(row, MediumRow) and row.done is not None


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
