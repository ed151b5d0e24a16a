"""Call notes: what is still open, what is for oneself, and what was done."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedWidget, QWidget

from hvacdesk.domain.calls.call_notes import CallFilter, CallNoteRow
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.roles import Permission
from hvacdesk.domain.rooms import Room
from hvacdesk.ui import background
from hvacdesk.ui.calls.opening import change_note, finish_note, open_note, take_call, take_call_of
from hvacdesk.ui.calls.table import CallsTable
from hvacdesk.ui.change_notice import Freshness
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.failure import FailurePane
from hvacdesk.ui.widgets.page import Page
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.wording.calls import note_hint


class CallsPage(Page):
    """The list with its three filters; the page that is read again whenever something changed."""

    def __init__(self, ctx: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Call notes"))
        self.ctx = ctx
        self.which = CallFilter.OPEN
        self._reader = background.Reader(self)
        self._fresh = Freshness(
            self, ctx.changes, frozenset({Room.CALLS, Room.CUSTOMERS, Room.STAFF}), self._read
        )
        if ctx.actor.may(Permission.TAKE_CALLS):
            self.set_primary(self.tr("Note a call"), "phone", self.take).setToolTip("F2")
        self.body.addLayout(self._filters())
        card = Card(padding=1)
        self.table = CallsTable(ctx, self.tr("Call notes"))
        self.table.activated_row.connect(self._open_row)
        self.table.offer(tuple, opening=self.tr("Open"))
        self.lists = QStackedWidget()
        self.lists.addWidget(self.table)
        self._empty = {
            CallFilter.OPEN: EmptyState("phone", self.tr("Nobody waits for a call"), note_hint(ctx.actor)),
            CallFilter.MINE: EmptyState("phone", self.tr("Nothing is open for you"), note_hint(ctx.actor)),
            CallFilter.DONE: EmptyState(
                "history", self.tr("Nothing done yet"), self.tr("Notes that were closed are listed here.")
            ),
        }
        for one in self._empty.values():
            self.lists.addWidget(one)
        self._trouble = FailurePane()
        self.lists.addWidget(self._trouble)
        card.body.addWidget(self.lists, 1)
        foot = label(self.tr("Enter opens the note"), "muted")
        foot.setContentsMargins(theme.px(12), theme.px(4), theme.px(12), theme.px(8))
        card.body.addWidget(foot)
        self.body.addWidget(card, 1)

    def _filters(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(2))
        self.filters: dict[CallFilter, QPushButton] = {}
        group = QButtonGroup(self)
        names = {
            CallFilter.OPEN: self.tr("Open"),
            CallFilter.MINE: self.tr("Mine"),
            CallFilter.DONE: self.tr("Done"),
        }
        for which, text in names.items():
            made = button(text, partial(self.show_filter, which), kind="tab")
            made.setCheckable(True)
            made.setAutoExclusive(True)
            group.addButton(made)
            row.addWidget(made)
            self.filters[which] = made
        self.filters[self.which].setChecked(True)
        row.addStretch(1)
        return row

    def show_filter(self, which: CallFilter) -> None:
        """Show another of the lists."""
        self.which = which
        self.filters[which].setChecked(True)
        self._fresh.read()

    def refresh(self) -> None:
        self._fresh.keep()

    def _read(self) -> None:
        ctx, which = self.ctx, self.which
        self._reader.read(lambda: ctx.office.call_notes.listed(ctx.actor, which)).then(self._show).otherwise(
            self._failed
        )

    def _show(self, rows: tuple[CallNoteRow, ...]) -> None:
        chosen = self.table.current()
        note = chosen.note if isinstance(chosen, CallNoteRow) else ""
        self.table.set_rows(rows, keep=lambda row: row.note == note)
        self.lists.setCurrentWidget(self.table if rows else self._empty[self.which])

    def _failed(self, error: UserFacingError) -> None:
        self._trouble.show_error(error, self._fresh.read)
        self.lists.setCurrentWidget(self._trouble)

    def take(self) -> None:
        """Note a call."""
        take_call(self.ctx)

    def _open_row(self, row: object) -> None:
        if isinstance(row, CallNoteRow):
            open_note(self.ctx, row.note)

    def open(self, **arguments: object) -> None:
        """``note=ID`` shows one; with ``edit`` or ``finish`` a form of it; ``new``, perhaps with the
        ``customer`` who calls; ``show``.
        """
        note = str(arguments.get("note", ""))
        if arguments.get("new"):
            take_call_of(self.ctx, str(arguments.get("customer", "")))
        elif note and arguments.get("edit"):
            change_note(self.ctx, note)
        elif note and arguments.get("finish"):
            finish_note(self.ctx, note)
        elif note:
            open_note(self.ctx, note)
        elif arguments.get("show"):
            self.show_filter(CallFilter(str(arguments["show"])))
