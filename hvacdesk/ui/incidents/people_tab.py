"""The customers concerned: found, put right by hand, called, written to."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel

from hvacdesk.domain.errors import ChangedMeanwhile, UserFacingError
from hvacdesk.domain.incidents.concerned import (
    EXTENT_NAMES,
    FOUND_NAMES,
    OUTCOME_NAMES,
    Concerned,
    Extent,
    Outcome,
)
from hvacdesk.domain.incidents.incident_texts import IncidentPart
from hvacdesk.domain.incidents.incidents import IncidentDetail
from hvacdesk.domain.incidents.leak_drills import BY_ID
from hvacdesk.domain.papers.shown import DrawnAt, ShownPages
from hvacdesk.services.incidents.printing import NOTICE, DrawnLetters
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.incidents.forms import AddCustomerForm, RemoveCustomerForm, SentForm
from hvacdesk.ui.incidents.letters_form import LettersForm
from hvacdesk.ui.incidents.tab import IncidentTab, paper_title
from hvacdesk.ui.printing.showing import prepare, show_pages
from hvacdesk.ui.printing.still_so import marked
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.choices import code_choice
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.flow_row import FlowRow
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.wording.leaks import fields_text, told_chip, who_text


class PeopleTab(IncidentTab):
    """The second tab."""

    def __init__(self, ctx: DeskContext) -> None:
        super().__init__(ctx)
        self.column.addWidget(self._listing())
        self.table = self._make_table()
        self.pane = self.add_list(self.table, self._make_empty)
        self.column.addWidget(self._telling())

    def _make_empty(self) -> EmptyState:
        return EmptyState(
            "users",
            self.tr("Nobody is on the list yet"),
            self.tr(
                "“Find them” looks through papers, log and disposals by the facts; “Add” takes one customer "
                "by hand. From here they are called and written to."
            ),
        )

    def fill(self, incident: IncidentDetail) -> None:
        self.pane.show_rows(incident.customers)
        self.table.choose_first()
        self.extent.setCurrentIndex(self.extent.findData(incident.extent.value))
        found = sum(bool(one.found_on) for one in incident.concerned)
        count = self.tr("%n person(s)", "", incident.people)
        again = self.tr("%n of them with a paper that was found again", "", found)
        self._count.setText(f"{count}  {again}" if found else count)
        for one in (
            self.extent,
            self.find_button,
            self.add_button,
            self.letters_button,
            self.published_button,
        ):
            one.setEnabled(not incident.closed)
        self._enable(self.table.current())

    # Acts

    def find(self) -> None:
        """Search papers, log and disposals by the facts."""
        ctx, incident = self.ctx, self._id()
        background.ask(self, lambda: ctx.office.incidents.customers.find(ctx.actor, incident)).then(
            lambda new: ctx.notify(self.tr("%n customer(s) added to the list.", "", new))
        )

    def set_extent(self) -> None:
        """Say whom it concerns."""
        ctx, incident = self.ctx, self._id()
        extent = Extent(self.extent.currentData())
        if self.incident is not None and extent is not (shown := self.incident.extent):
            customers = ctx.office.incidents.customers
            background.ask(
                self, lambda: customers.set_extent(ctx.actor, incident, extent, shown=shown)
            ).begin().otherwise(self._extent_refused)

    def _extent_refused(self, error: UserFacingError) -> None:
        """Show what was said before; what somebody else said meanwhile comes as every change does."""
        if self.incident is not None:
            self.extent.setCurrentIndex(self.extent.findData(self.incident.extent.value))
        if isinstance(error, ChangedMeanwhile):
            self.ctx.notify(
                self.tr(
                    "Nothing was changed: somebody else said meanwhile whom it concerns. Look at it again."
                )
            )
        else:
            self.ctx.report_error(error)

    def add(self) -> None:
        """Put a customer onto the list."""
        if self.incident is not None:
            AddCustomerForm(self.ctx, self.incident).open()

    def take_off(self) -> None:
        """Take the chosen customer off the list."""
        one = self.table.current()
        if self.incident is not None and isinstance(one, Concerned):
            RemoveCustomerForm(self.ctx, self.incident, one).open()

    def call(self) -> None:
        """Show name and number of the chosen customer, which is logged, and note what came of the call."""
        one, incident = self.table.current(), self.incident
        if incident is None or not isinstance(one, Concerned):
            return
        if not one.clients:
            self._call(incident, one)
            return
        question = Dialog(self.tr("Does the client contractor agree?"), self)
        question.add_text(
            self.tr(
                "The data of {number} was entrusted by {client}. Call only if the client was told and agrees "
                "that you call its customers."
            ).format(number=one.number, client="・".join(one.clients))
        )
        question.set_primary(self.tr("It agrees: call"), question.accept)
        question.add_secondary(self.tr("Cancel"))
        question.accepted.connect(lambda: self._call(incident, one))
        question.open()

    def _call(self, incident: IncidentDetail, one: Concerned) -> None:
        ctx = self.ctx
        background.ask(
            self, lambda: ctx.office.incidents.customers.to_call(ctx.actor, incident.incident, one.customer)
        ).then(lambda shown: TellForm(ctx, incident, one, shown).open())

    def note(self) -> None:
        """Note how far the chosen customer has been told."""
        one = self.table.current()
        if self.incident is not None and isinstance(one, Concerned):
            TellForm(self.ctx, self.incident, one).open()

    def letters(self) -> None:
        """Word what customers read, then show letters with names and addresses in full; each is logged."""
        self._word(letters=True)

    def notice(self) -> None:
        """Word and show the notice for those who cannot be reached."""
        self._word(letters=False)

    def _word(self, *, letters: bool) -> None:
        ctx, incident = self.ctx, self.incident
        if incident is None:
            return
        if incident.closed:
            self._show_notice(incident)
            return

        def ask(texts: Mapping[IncidentPart, str]) -> None:
            form = LettersForm(ctx, incident, texts, letters=letters)
            form.saved.connect(
                lambda wanted: (
                    self._show_letters(incident, wanted) if letters else self._show_notice(incident)
                )
            )
            form.open()

        papers, record = ctx.office.incidents.papers, incident.incident
        background.ask(self, lambda: papers.letter_texts(ctx.actor, record, ctx.words)).then(ask)

    def _show_letters(self, incident: IncidentDetail, wanted: tuple[str, ...]) -> None:
        ctx, papers, record = self.ctx, self.ctx.office.incidents.papers, incident.incident
        if not wanted:
            ctx.notify(self.tr("Saved. There is no letter, since nobody was chosen to get one."))
            return

        def done(at: DrawnAt, drawn: DrawnLetters) -> None:
            show_pages(
                ctx,
                title,
                drawn.pdf,
                note=lambda: papers.letters_printed(ctx.actor, record, drawn),
                shown=ShownPages(customers=drawn.people, drawn=at),
            )

        title = paper_title(incident.number, self.tr("Letters"))
        draw = marked(ctx, lambda: papers.letters_pdf(ctx.actor, record, ctx.words, wanted))
        prepare(self, title, draw, lambda made: done(*made))

    def _show_notice(self, incident: IncidentDetail) -> None:
        ctx, papers, record = self.ctx, self.ctx.office.incidents.papers, incident.incident
        self.preview(
            lambda: papers.notice_pdf(ctx.actor, record, ctx.words),
            paper_title(incident.number, self.tr("Notice")),
            lambda: papers.printed(ctx.actor, record, NOTICE),
        )

    def published(self) -> None:
        """Note the day of the notice."""
        if self.incident is not None:
            SentForm(self.ctx, self.incident, None).open()

    # Parts

    def _id(self) -> str:
        return self.incident.incident if self.incident else ""

    def _listing(self) -> FlowRow:
        self.extent = code_choice(self.ctx.words, EXTENT_NAMES)
        self.extent.setAccessibleName(self.tr("Whom it concerns"))
        self.extent.activated.connect(lambda _at: self.set_extent())
        self._count: QLabel = label("", "muted")
        self.find_button = button(self.tr("Find them"), self.find, icon="search")
        self.add_button = button(self.tr("Add"), self.add, icon="plus")
        self.remove_button = button(self.tr("Take off"), self.take_off)
        return FlowRow(
            (self.extent, self._count), at_end=(self.find_button, self.add_button, self.remove_button)
        )

    def _telling(self) -> FlowRow:
        self.call_button = button(self.tr("Call"), self.call, icon="phone")
        self.note_button = button(self.tr("Note the outcome"), self.note)
        self.letters_button = button(self.tr("Letters to all"), self.letters, icon="printer")
        self.notice_button = button(self.tr("Notice"), self.notice, icon="printer")
        self.published_button = button(self.tr("It was published"), self.published)
        return FlowRow(
            (self.call_button, self.note_button),
            at_end=(self.letters_button, self.notice_button, self.published_button),
        )

    def _make_table(self) -> DataTable:
        words = self.ctx.words
        table = DataTable(self.tr("Customers concerned"))
        table.set_columns(
            [
                Column("number", self.tr("Customer number"), width=92),
                Column("name", self.tr("Name"), width=120, stretch=2, value=who_text),
                Column(
                    "fields", self.tr("Data"), width=150, stretch=3, value=lambda one: fields_text(one, words)
                ),
                Column(
                    "found",
                    self.tr("Found"),
                    width=90,
                    kind="muted",
                    value=lambda one: words(FOUND_NAMES[one.found]),
                    wide_only=True,
                ),
                Column(
                    "told", self.tr("Told"), width=150, kind="chip", value=lambda one: told_chip(one, words)
                ),
                Column(
                    "client",
                    self.tr("Client contractor"),
                    width=110,
                    stretch=1,
                    kind="muted",
                    value=lambda one: "・".join(one.clients),
                    wide_only=True,
                ),
                Column("tries", self.tr("Calls"), width=60, kind="number", align="right", wide_only=True),
            ]
        )
        table.keep_columns(self.ctx.columns, "concerned", _names)
        table.offer(lambda: (self.call_button, self.note_button, self.remove_button))
        table.current_changed.connect(self._enable)
        table.activated_row.connect(lambda _row: self.call() if self.call_button.isEnabled() else None)
        return table

    def _enable(self, row: object) -> None:
        on_list = self.writable and isinstance(row, Concerned) and not row.removed
        self.remove_button.setEnabled(on_list)
        self.note_button.setEnabled(on_list)
        self.call_button.setEnabled(on_list and isinstance(row, Concerned) and row.has_phone)


def _names(one: Concerned) -> tuple[str, ...]:
    """Of a destroyed customer the number alone is left, and those of a drill are made up."""
    return () if one.customer in BY_ID else (one.living,)


class TellForm(FormDialog):
    """What came of it; ``shown`` is the name and number that were revealed for a call."""

    def __init__(
        self, ctx: DeskContext, incident: IncidentDetail, one: Concerned, shown: tuple[str, str] | None = None
    ) -> None:
        title = QCoreApplication.translate("TellForm", "Tell {number}").format(number=one.number)
        super().__init__(ctx, title, width=460)
        self._incident, self._one = incident, one
        if shown is not None:
            name, phone = shown
            self.form.column.addWidget(label(name, "strong", wrap=True))
            self.form.column.addWidget(label(phone or self.tr("No phone number is known."), "heading"))
            self.form.column.addWidget(
                label(
                    self.tr("Say what happened, which data, what you do about it, and that you are sorry."),
                    "muted",
                    wrap=True,
                )
            )
        self.outcome = self.form.add(
            "outcome", self.tr("What came of it"), code_choice(ctx.words, OUTCOME_NAMES)
        )
        likely = Outcome.REACHED if shown is not None and not one.outcome else one.outcome
        self.outcome.setCurrentIndex(self.outcome.findData(likely.value))
        self.form.column.addStretch(1)
        self.fit(480, 360 if shown else 240)

    def collect(self) -> Callable[[], object]:
        office, actor, incident = self.ctx.office, self.ctx.actor, self._incident.incident
        customer, outcome = self._one.customer, Outcome(self.outcome.currentData())
        return lambda: office.incidents.customers.note_told(actor, incident, [customer], outcome)
