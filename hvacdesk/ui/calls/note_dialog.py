"""One call note: who, what, by when, and everything that can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton

from hvacdesk.domain.calls.call_notes import CallField, CallNoteRow, CallWay
from hvacdesk.domain.masked import Masked
from hvacdesk.domain.oversight.audit_log import RevealReason
from hvacdesk.domain.roles import Permission
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.finder.reveal import Revealer
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.chip import Chip
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.fact_lines import FactLines
from hvacdesk.ui.widgets.masked_value import MaskedValue
from hvacdesk.ui.widgets.text import label, rule
from hvacdesk.ui.wording.calls import (
    due_text,
    for_text,
    moment,
    name_text,
    state_chip,
    subject_text,
    way_text,
)

COLUMNS = 2


class CallNoteDialog(Dialog):
    """Shows a note. What is wanted of it is said by a signal; the dialog closes itself then.

    Attributes:
        values: the masked name and number.
        acts: the ways on that this note and the person's role allow, by the signal's name.

    Signals:
        finish_wanted(), change_wanted(), book_wanted(), link_wanted(), register_wanted(), customer_wanted(),
        reopen_wanted().
    """

    finish_wanted = Signal()
    change_wanted = Signal()
    book_wanted = Signal()
    link_wanted = Signal()
    register_wanted = Signal()
    customer_wanted = Signal()
    reopen_wanted = Signal()

    def __init__(self, ctx: DeskContext, note: CallNoteRow) -> None:
        super().__init__(name_text(note), ctx.window, width=560)
        self._ctx = ctx
        self.note = note
        self.reveal = Revealer(ctx, self, RevealReason.CALL)
        self.values: dict[CallField, MaskedValue] = {}
        self.acts: dict[str, QPushButton] = {}
        self._add_standing()
        self.body.addWidget(label(note.text.text or self.tr("Nothing was written down."), wrap=True))
        self._add_values()
        self._add_facts()
        self._add_acts()
        if note.open and note.changeable:
            self.set_primary(self.tr("Called back"), lambda: self._want(self.finish_wanted))
        else:
            self.set_primary(self.tr("Close"))
        if note.open and note.changeable:
            self.add_secondary(self.tr("Close"))

    def _add_standing(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        state = state_chip(self.note)
        row.addWidget(Chip(state.text, state.tone))
        if self.note.urgent and self.note.overdue:
            row.addWidget(Chip(self.tr("Urgent"), Tone.WARN))
        row.addWidget(label(subject_text(self.note, self._ctx.words), "heading"))
        row.addStretch(1)
        self.body.addLayout(row)

    def _add_values(self) -> None:
        self.body.addWidget(rule())
        for field, name, masked in (
            (CallField.NAME, self.tr("Name"), self.note.name),
            (CallField.PHONE, self.tr("Phone"), self.note.phone),
        ):
            if masked.text and (masked.hidden or field is CallField.PHONE):
                self.values[field] = self._value(field, name, masked)
                self.body.addWidget(self.values[field])

    def _value(self, field: CallField, name: str, masked: Masked) -> MaskedValue:
        ctx, note = self._ctx, self.note.note

        def ask(show: Callable[[str], None]) -> None:
            self.reveal.ask(
                made, lambda reason: ctx.office.call_notes.reveal(ctx.actor, note, field, reason), show
            )

        made = MaskedValue(name, masked, ask)
        return made

    def _add_facts(self) -> None:
        note, today = self.note, self._ctx.today()
        by = {
            CallWay.RECEIVED: self.tr("{moment}, taken by {who}"),
            CallWay.MADE: self.tr("{moment}, called by {who}"),
            CallWay.WRITTEN: self.tr("{moment}, written by {who}"),
        }
        taken = by[note.way].format(moment=moment(note.taken_at), who=note.taken_by)
        lines = [(way_text(note, self._ctx.words), taken)]
        if note.invoice:
            lines.append((self.tr("About invoice"), note.invoice))
        if whom := for_text(note):
            lines.append((self.tr("For"), whom))
        if due := due_text(note.call_back_by, today):
            lines.append((self.tr("Call back by"), due))
        if note.done_at:
            done = self.tr("{moment} by {who}").format(moment=moment(note.done_at), who=note.done_by)
            lines.append((self.tr("Done"), done))
        if note.outcome.text:
            lines.append((self.tr("What came of it"), note.outcome.text))
        facts = FactLines(lines)
        facts.setContentsMargins(theme.px(8), 0, 0, 0)
        self.body.addLayout(facts)
        self.body.addWidget(rule())

    def _add_acts(self) -> None:
        note, may = self.note, self._ctx.actor.may
        edits = may(Permission.EDIT_CUSTOMERS)
        wanted = (
            ("change", self.tr("Pass on or change"), "arrow-right", note.open and note.changeable),
            ("book", self.tr("Book a job"), "plus", bool(note.customer) and may(Permission.EDIT_JOBS)),
            ("customer", self.tr("Show customer"), "user", bool(note.customer)),
            ("link", self.tr("Link to a customer"), "search", edits and not note.customer),
            (
                "register",
                self.tr("Register as a new customer"),
                "user-plus",
                edits and may(Permission.REVEAL_CONTACT) and not note.customer,
            ),
            ("reopen", self.tr("Open again"), "undo-2", not note.open and note.changeable),
        )
        grid = QGridLayout()
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        # A button whose arrow follows its text is laid out from right to left: AlignLeft alone is its right.
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
        for key, text, icon, shown in wanted:
            if shown:
                signal = getattr(self, f"{key}_wanted")
                made = button(text, partial(self._want, signal), kind="link", icon=icon)
                place = len(self.acts)
                self.acts[key] = made
                grid.addWidget(made, place // COLUMNS, place % COLUMNS, left)
        self.body.addLayout(grid)
        self.body.addStretch(1)

    def _want(self, signal) -> None:
        self.accept()
        signal.emit()
