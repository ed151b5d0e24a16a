"""Whom the office reminds of what: a list that is worked through line by line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import cast

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from hvacdesk.domain.calendar.reminders import (
    REMINDER_CONSENT_NAMES,
    REMINDER_KIND_NAMES,
    REMINDER_OUTCOME_NAMES,
    ReminderConsent,
    ReminderKind,
    ReminderList,
    ReminderOutcome,
    ReminderRow,
)
from hvacdesk.domain.calls.call_notes import CallSubject
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.jobs.jobs import WORK_KIND_NAMES
from hvacdesk.domain.papers.register import IssuedPaper
from hvacdesk.domain.periods import months_after
from hvacdesk.domain.requests.consents import ConsentKind
from hvacdesk.domain.roles import Permission
from hvacdesk.domain.rooms import Room
from hvacdesk.domain.text.wording import in_a_row
from hvacdesk.services.calendar.reminders import shipped_after_service
from hvacdesk.services.papers.other_papers import MOST_LABELS
from hvacdesk.ui import background
from hvacdesk.ui.change_notice import Freshness
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import as_of_text, day_text
from hvacdesk.ui.edits import SavingWork
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.flow_row import FlowRow
from hvacdesk.ui.widgets.list_pane import ListPane
from hvacdesk.ui.widgets.named_rows import names_its_customer
from hvacdesk.ui.widgets.text import label

SPANS = (1, 3, 12)
"""How far ahead is looked, in months."""

CONSENT_TONES = {
    ReminderConsent.GIVEN: Tone.GOOD,
    ReminderConsent.NEVER_ASKED: Tone.NEUTRAL,
    ReminderConsent.TAKEN_BACK: Tone.BAD,
}


READ = frozenset({Room.CALENDAR, Room.JOBS, Room.CUSTOMERS, Room.REQUESTS})


class RemindersTab(QWidget):
    """Enter opens the customer. What may be done with a line depends on the customer's consent."""

    def __init__(self, ctx: DeskContext) -> None:
        super().__init__()
        self.ctx = ctx
        self._reader = background.Reader(self)
        self._fresh = Freshness(self, ctx.changes, READ, self._read)
        self._found = ReminderList()
        self._begins = True
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(self._tools())
        self.hint = label("", "muted", wrap=True)
        column.addWidget(self.hint)
        self.table = self._make_table()
        self._pane = ListPane(self.table, self._make_empty)
        column.addWidget(self._pane, 1)
        known = shipped_after_service()
        source = self.tr("Design period: {period}. Reminders: {reminders} (as of {as_of}).").format(
            period=known.design_source, reminders=known.reminder_source, as_of=as_of_text(known.as_of)
        )
        column.addWidget(label(source, "muted", wrap=True))
        self._offer()
        self._arm(None)

    def _make_empty(self) -> EmptyState:
        return EmptyState(
            "rotate-cw",
            self.tr("Nobody has to be reminded"),
            self.tr(
                "Warranties that end, household units past their design period and agreed work that is "
                "due stand here, to be worked through one by one."
            ),
        )

    def _tools(self) -> FlowRow:
        words = self.ctx.words
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("Kind"))
        self.kind.addItem(self.tr("Everything"), "")
        for kind in ReminderKind:
            self.kind.addItem(words(REMINDER_KIND_NAMES[kind]), kind.value)
        self.kind.currentIndexChanged.connect(lambda _number: self._begin(self._show_found))
        self.span = QComboBox()
        self.span.setAccessibleName(self.tr("Due within"))
        names = (self.tr("a month"), self.tr("three months"), self.tr("a year"))
        for name, months in zip(names, SPANS, strict=True):
            self.span.addItem(name, months)
        self.span.setCurrentIndex(1)
        self.span.currentIndexChanged.connect(lambda _number: self._begin(self.read))
        self.which = QComboBox()
        self.which.setAccessibleName(self.tr("Listed"))
        self.which.addItem(self.tr("To be seen to"), False)
        self.which.addItem(self.tr("Seen to"), True)
        self.which.currentIndexChanged.connect(lambda _number: self._turn())
        self.call_button = button(self.tr("Call note…"), self.call, icon="phone")
        self.letter_button = button(self.tr("Letter…"), self.letter, icon="printer")
        self.labels_button = button(self.tr("Labels…"), self.labels)
        self.consent_button = button(self.tr("Consent…"), self.ask_consent)
        self.declined_button = button(self.tr("Wants no reminders…"), self.decline)
        self.back_button = button(self.tr("Back on the list"), self.put_back, icon="undo-2")
        self.called_button = button(self.tr("Called"), lambda: self.seen(ReminderOutcome.CALLED))
        self.done_button = button(self.tr("Not needed"), lambda: self.seen(ReminderOutcome.NOT_NEEDED))
        acts = (
            self.labels_button,
            self.back_button,
            self.declined_button,
            self.consent_button,
            self.done_button,
            self.called_button,
            self.letter_button,
            self.call_button,
        )
        at_start = (label(self.tr("Due within"), "label"), self.span, self.kind, self.which)
        return FlowRow(at_start, at_end=acts)

    def _offer(self) -> None:
        """What may be done with a line depends on the reader, and on whether it was seen to."""
        for made, needed in self._needs():
            waits = made is not self.back_button
            made.setHidden(not self.ctx.actor.may(needed) or waits is self._lists_seen())

    def _needs(self):
        return (
            (self.call_button, Permission.TAKE_CALLS),
            (self.letter_button, Permission.REVEAL_CONTACT),
            (self.labels_button, Permission.REVEAL_CONTACT),
            (self.consent_button, Permission.KEEP_REQUESTS),
            (self.declined_button, Permission.KEEP_REQUESTS),
            (self.back_button, Permission.EDIT_JOBS),
            (self.called_button, Permission.EDIT_JOBS),
            (self.done_button, Permission.EDIT_JOBS),
        )

    def _make_table(self) -> DataTable:
        table = DataTable(self.tr("Reminders"))
        table.set_columns(
            (
                Column("due", self.tr("Due on"), 104, kind="number", value=lambda row: row.key.due),
                Column("kind", self.tr("What"), 150, 1, value=self._what),
                Column("about", self.tr("About"), 150, 2, value=self._about),
                Column("name", self.tr("Customer"), 130, 2, kind="masked"),
                Column("town", self.tr("Town"), 130, 2, kind="masked"),
                Column("consent", self.tr("Reminders"), 130, kind="chip", value=self._consent),
            )
        )
        table.keep_columns(self.ctx.columns, "reminders", names_its_customer)
        table.offer(
            lambda: (
                self.call_button,
                self.letter_button,
                self.called_button,
                self.done_button,
                self.consent_button,
                self.declined_button,
                self.back_button,
            ),
            opening=self.tr("Open the customer"),
        )
        table.activated_row.connect(lambda row: self.ctx.navigate("customers", customer=row.customer))
        table.current_changed.connect(self._arm)
        return table

    def _what(self, row: ReminderRow) -> str:
        return self.ctx.words(REMINDER_KIND_NAMES[row.key.kind])

    def _about(self, row: ReminderRow) -> str:
        facts = row.facts
        if row.key.kind is ReminderKind.DESIGN_PERIOD:
            made = self.tr("made in {year}").format(year=facts.made)
            return "  ".join(filter(None, (made, facts.about)))
        return self.ctx.words(WORK_KIND_NAMES[facts.work]) if facts.work else facts.about

    def _consent(self, row: ReminderRow) -> ChipValue:
        if row.outcome is not None:
            how = f"{self.ctx.words(REMINDER_OUTCOME_NAMES[row.outcome])}  {day_text(row.seen_on)}"
            return ChipValue(how, Tone.NEUTRAL)
        return ChipValue(self.ctx.words(REMINDER_CONSENT_NAMES[row.consent]), CONSENT_TONES[row.consent])

    # Reading

    def refresh(self) -> None:
        """Read again if anything was changed since."""
        self._fresh.keep()

    def read(self) -> None:
        """Read what is due."""
        self._fresh.read()

    def _read(self) -> None:
        ctx = self.ctx
        until: date = months_after(ctx.today(), self.span.currentData())
        listed = ctx.office.reminders.seen_to if self._lists_seen() else ctx.office.reminders.due
        self._reader.read(lambda: listed(ctx.actor, until)).then(self._show).otherwise(self._failed)

    def _turn(self) -> None:
        self._offer()
        self._begin(self.read)

    def _begin(self, show: Callable[[], object]) -> None:
        """Show another list, which begins with its first line chosen.

        A line that was seen to leaves the list with none chosen: a second click is not about the next one.
        """
        self._begins = True
        show()

    def _lists_seen(self) -> bool:
        return bool(self.which.currentData())

    def show_kind(self, kind: str) -> None:
        """Show one kind alone, as far ahead as the calendar of duties looks: old units to the year's end."""
        if kind == ReminderKind.DESIGN_PERIOD.value:
            self.span.setCurrentIndex(SPANS.index(12))
        self.which.setCurrentIndex(0)
        self.kind.setCurrentIndex(max(0, self.kind.findData(kind)))
        self.refresh()

    def _show(self, found: ReminderList) -> None:
        self._found = found
        self._show_found()

    def _show_found(self) -> None:
        kept, kind = self.current(), self.kind.currentData()
        rows = tuple(row for row in self._found.rows if kind in ("", row.key.kind.value))
        self._pane.show_rows(rows, keep=lambda row: kept is not None and row.key == kept.key)
        if rows and self.current() is None and self._begins:
            self.table.select_first()
        self._begins = self._begins and not rows
        self._arm(self.current())

    def _failed(self, error: UserFacingError) -> None:
        self._pane.show_error(error, self.read)

    def current(self) -> ReminderRow | None:
        """The chosen line."""
        return cast("ReminderRow | None", self.table.current())

    def _listed(self) -> tuple[ReminderRow, ...]:
        return cast("tuple[ReminderRow, ...]", self.table.rows())

    def _arm(self, row: ReminderRow | None) -> None:
        there, waits = row is not None, not self._lists_seen()
        self.call_button.setEnabled(row is not None and row.may_call and waits)
        self.letter_button.setEnabled(row is not None and row.may_write and waits)
        agreed = len(self._addressed())
        self.labels_button.setText(self.tr("Labels ({count} agreed)…").format(count=agreed))
        self.labels_button.setEnabled(agreed > 0)
        self.consent_button.setEnabled(row is not None and row.consent is not ReminderConsent.GIVEN)
        self.declined_button.setEnabled(row is not None and row.consent is not ReminderConsent.TAKEN_BACK)
        for made in (self.called_button, self.done_button):
            made.setEnabled(there and waits)
        self.back_button.setEnabled(there and not waits)
        self.hint.setText(self._hint(row))

    def _addressed(self) -> dict[str, str]:
        """Everybody who is listed, waits and agreed, once."""
        waiting = () if self._lists_seen() else self._listed()
        return {row.customer: _named(row) for row in waiting if row.may_write}

    def _hint(self, row: ReminderRow | None) -> str:
        more = len(self._found.rows) < self._found.count
        first = self.tr("The first {shown} of {count} are listed.").format(
            shown=len(self._found.rows), count=self._found.count
        )
        counted = first if more else self.tr("%n reminder(s).", "", len(self._listed()))
        if self._lists_seen():
            return counted
        said = {
            ReminderConsent.GIVEN: self.tr("This customer agreed to reminders: call, or send a letter."),
            ReminderConsent.NEVER_ASKED: self.tr(
                "This customer was never asked about reminders: no letter and no label. At the next call, "
                "ask first and record the answer."
            ),
            ReminderConsent.TAKEN_BACK: self.tr(
                "This customer wants no reminders: do not call and do not write."
            ),
        }
        if row is None:
            return counted
        chosen = self.tr("{customer}: {said}").format(customer=_named(row), said=said[row.consent])
        return f"{counted}\n{chosen}"

    # Acts

    def call(self) -> None:
        """Write a call note about the chosen line, for the person who is to call."""
        row, words = self.current(), self.ctx.words
        if row is None:
            return
        parts = [words(REMINDER_KIND_NAMES[row.key.kind]), day_text(row.key.due), self._about(row)]
        if row.consent is ReminderConsent.NEVER_ASKED:
            parts.append(self.tr("Ask first whether reminders are wanted."))
        text = "  ".join(filter(None, parts))
        caller = (row.customer, _named(row))
        self.ctx.rooms.note_call(caller, text, CallSubject.REMINDER)

    def letter(self) -> None:
        """Show the letter to the chosen line's customer; once it is printed, the line is seen to."""
        ctx, row = self.ctx, self.current()
        if row is not None and row.may_write:
            background.ask(self, lambda: ctx.office.reminders.letter(ctx.actor, row.key, ctx.words)).then(
                lambda issued: self._preview(row, issued)
            )

    def _preview(self, row: ReminderRow, issued: IssuedPaper) -> None:
        from hvacdesk.ui.printing.paper_preview import PaperPreview  # loads Qt's PDF and printing modules

        document = self.tr("Reminder letter {number}").format(number=issued.papers[0].number)
        preview = PaperPreview(self.ctx, issued.papers, issued.pdf, document)
        preview.noted.connect(lambda: self._see(row, ReminderOutcome.LETTER))
        preview.open()

    def labels(self) -> None:
        """Address labels for everybody on the list who agreed to reminders, as many as go at once."""
        only = self.tr(
            "These are labels for reminders: for everybody on the list who agreed to reminders. Labels for "
            "anything else are made on the customer's page."
        )
        everybody = self._addressed()
        if len(everybody) > MOST_LABELS:
            first = self.tr(
                "These are the first {most} of {count}: the others follow once the first have been seen to."
            )
            only = in_a_row(only, first.format(most=MOST_LABELS, count=len(everybody)))
        self.ctx.rooms.print_labels(dict(list(everybody.items())[:MOST_LABELS]), only)

    def ask_consent(self) -> None:
        """Record that the chosen line's customer agrees to reminders."""
        self._record_answer(given=True)

    def decline(self) -> None:
        """Record that the chosen line's customer wants no reminders."""
        self._record_answer(given=False)

    def _record_answer(self, *, given: bool) -> None:
        row = self.current()
        if row is None:
            return
        declined = row.consent is ReminderConsent.NEVER_ASKED
        self.ctx.rooms.record_consent(
            row.customer,
            ConsentKind.REMINDERS,
            given=given,
            named=_named(row),
            declined=declined,
        )

    def put_back(self) -> None:
        """Let the chosen line wait again."""
        ctx, row = self.ctx, self.current()
        if row is None:
            return

        def told(_nothing: object) -> None:
            ctx.notify(self.tr("{customer} stands on the list again.").format(customer=_named(row)))

        background.ask(self, lambda: ctx.office.reminders.put_back(ctx.actor, row.key)).then(told)

    def seen(self, outcome: ReminderOutcome) -> None:
        """Note how the chosen line was seen to."""
        row = self.current()
        if row is not None:
            self._see(row, outcome)

    def _see(self, row: ReminderRow, outcome: ReminderOutcome) -> None:
        ctx = self.ctx
        noting = SavingWork(lambda: ctx.office.reminders.seen(ctx.actor, row.key, outcome))

        def told(_nothing: object) -> None:
            name = ctx.words(REMINDER_OUTCOME_NAMES[outcome])
            said = self.tr("Noted: {outcome}. {customer}").format(outcome=name, customer=_named(row))
            ctx.edits.offer(noting, said)

        background.ask(self, noting).then(told)


def _named(row: ReminderRow) -> str:
    return f"{row.name.text}  {row.customer_number}"
