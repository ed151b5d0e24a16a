"""The purposes notice: the wording in force and those before it, written by the person responsible."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hvacdesk.domain.requests.purposes_notice import NoticeVersion
from hvacdesk.domain.roles import Permission
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.printing.showing import show_pages
from hvacdesk.ui.requests.notice_form import NoticeForm
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.section import Section
from hvacdesk.ui.widgets.text import label


class NoticeView(Section):
    """Every version, the one in force first; each can be printed as it was given."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._writes = context.actor.may(Permission.MANAGE_OFFICE)
        self._newest: NoticeVersion | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(14))
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        column.addLayout(line)
        note = self.tr("Hand it over before a form is filled in; the customer's page records when and how.")
        line.addWidget(label(note, "muted", wrap=True), 1)
        self.write_button = button(self.tr("Write a new version"), self.write, icon="pencil")
        self.print_button = button(self.tr("Print"), self.print_chosen, icon="printer")
        for one in (self.write_button, self.print_button):
            line.addWidget(one)
        self.write_button.setVisible(self._writes)
        card = Card()
        self.table = self._make_table()
        card.body.addWidget(self.table, 1)
        first = (self.tr("Write the notice"), self.write) if self._writes else None
        self._empty = EmptyState(
            "file-text",
            self.tr("The notice is not written yet"),
            self.tr(
                "It tells customers what their data is used for, how it is kept safe and how they may ask. "
                "The person responsible starts from a draft."
            ),
            first,
        )
        card.body.addWidget(self._empty, 1)
        column.addWidget(card, 1)

    def refresh(self) -> None:
        """Read the versions again."""
        self._read(self._show)

    def open(self, **arguments: object) -> None:
        """``write`` goes on writing a new version."""
        if arguments.get("write") and self._writes:
            self._read(self._show_and_write)

    def write(self) -> None:
        """Write the notice, beginning with the wording in force."""
        form = NoticeForm(self._context, self._newest)
        form.saved.connect(lambda _number: self.refresh())
        form.open()

    def print_chosen(self) -> None:
        """Show the chosen version and print it from there."""
        row, ctx = self.table.current(), self._context
        if isinstance(row, NoticeVersion):
            number = row.number
            title = self.tr("Purposes notice {number}").format(number=number)
            background.run(
                self,
                lambda _progress: ctx.office.notices.pdf(ctx.actor, ctx.words, number),
                partial(show_pages, ctx, title, note=lambda: ctx.office.notices.printed(ctx.actor, number)),
            )

    def _read(self, show: Callable[[tuple[NoticeVersion, ...]], None]) -> None:
        office, actor = self._context.office, self._context.actor
        background.run(self, lambda _progress: office.notices.versions(actor), show)

    def _show_and_write(self, versions: tuple[NoticeVersion, ...]) -> None:
        self._show(versions)
        self.write()

    def _make_table(self) -> DataTable:
        table = DataTable(self.tr("Versions of the purposes notice"), record="number")
        table.set_columns(
            [
                Column("number", self.tr("Version"), width=84, kind="number"),
                Column("made_on", self.tr("Since"), width=110),
                Column("made_by", self.tr("Written by"), width=130),
                Column("purposes", self.tr("Purposes"), width=200, stretch=1, value=_first_line),
                Column("state", self.tr("State"), width=110, kind="chip", value=self._state),
            ]
        )
        table.keep_columns(self._context.columns, "notices")
        table.offer(lambda: (self.print_button,))
        table.activated_row.connect(lambda _row: self.print_chosen())
        return table

    def _state(self, row: NoticeVersion) -> ChipValue:
        if self._newest is not None and row.number == self._newest.number:
            return ChipValue(self.tr("in force"), Tone.GOOD)
        return ChipValue(self.tr("earlier"), Tone.NEUTRAL)

    def _show(self, versions: tuple[NoticeVersion, ...]) -> None:
        self._newest = next(iter(versions), None)
        self.table.set_rows(versions)
        self.table.setVisible(bool(versions))
        self._empty.setVisible(not versions)
        if self.table.current() is None:
            self.table.select_first()
        self.print_button.setEnabled(bool(versions))


def _first_line(row: NoticeVersion) -> str:
    return row.texts.purposes.partition("\n")[0]
