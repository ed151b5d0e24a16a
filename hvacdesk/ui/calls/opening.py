"""Getting to a call note from anywhere, the ways on from it, and what came of the call."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QWidget

from hvacdesk.domain.calls.call_notes import CallNoteRow, CallSubject, CallWay, likely_work
from hvacdesk.domain.customers.customers import CustomerDetail
from hvacdesk.domain.customers.typed_customer import TypedCustomer
from hvacdesk.domain.oversight.saves import SavedKind
from hvacdesk.ui import background
from hvacdesk.ui.calls.caller_fields import NOBODY, Chosen
from hvacdesk.ui.calls.form import CallNoteForm, read_open
from hvacdesk.ui.calls.note_dialog import CallNoteDialog
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.finder.finder import CustomerFinder
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.form_draft import Typed
from hvacdesk.ui.widgets.in_front import in_front
from hvacdesk.ui.widgets.others_save import Present
from hvacdesk.ui.widgets.part_edit import PartText
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.wording.calls import name_text

translate = QCoreApplication.translate


def take_call(ctx: DeskContext, customer: Chosen = NOBODY) -> None:
    """Open the form for a new note, over a dialog too; the form that is open already stays the only one."""
    if in_front(CallNoteForm, lambda _one: True):
        return
    over = QApplication.activeModalWidget() or ctx.window
    form = CallNoteForm(ctx, customer=customer, parent=over)
    form.saved.connect(lambda _note: _told(ctx, translate("Calls", "The call is noted.")))
    form.open()


def note_own_call(ctx: DeskContext, customer: Chosen, invoice: Chosen) -> None:
    """Open the form for a call that somebody of the office made about an invoice of a customer."""
    form = CallNoteForm(
        ctx, customer=customer, subject=CallSubject.INVOICE, way=CallWay.MADE, invoice=invoice
    )
    form.saved.connect(lambda _note: _told(ctx, translate("Calls", "The call is noted.")))
    form.open()


def take_call_of(ctx: DeskContext, customer: str) -> None:
    """As :func:`take_call`, by the customer's record id; empty for nobody."""
    if not customer:
        take_call(ctx)
        return

    def found(detail: CustomerDetail) -> None:
        take_call(ctx, (customer, f"{detail.name.text}  {detail.number}"))

    background.ask(ctx.window, lambda: ctx.office.customers.detail(ctx.actor, customer)).then(found)


def open_note(ctx: DeskContext, note: str) -> None:
    """Show one note."""
    _read(ctx, note, lambda row: NoteDesk(ctx, row).show())


def change_note(ctx: DeskContext, note: str) -> None:
    """Open the form of an open note."""
    _read(ctx, note, lambda row: NoteDesk(ctx, row).change())


def finish_note(ctx: DeskContext, note: str) -> None:
    """Ask what came of a call."""
    _read(ctx, note, lambda row: NoteDesk(ctx, row).finish())


def _read(ctx: DeskContext, note: str, then: Callable[[CallNoteRow], object]) -> None:
    background.ask(ctx.window, lambda: ctx.office.call_notes.detail(ctx.actor, note)).then(then)


class NoteDesk:
    """Carries out what is wanted of one note."""

    def __init__(self, ctx: DeskContext, note: CallNoteRow) -> None:
        self._ctx = ctx
        self._note = note

    def show(self) -> None:
        """Open the note's dialog, unless it is in front already."""
        if in_front(CallNoteDialog, lambda one: one.note.note == self._note.note):
            return
        dialog = CallNoteDialog(self._ctx, self._note)
        for signal, act in (
            (dialog.finish_wanted, self.finish),
            (dialog.change_wanted, self.change),
            (dialog.book_wanted, self.book),
            (dialog.link_wanted, self.link),
            (dialog.register_wanted, self.register),
            (dialog.customer_wanted, self._show_customer),
            (dialog.reopen_wanted, self.reopen),
        ):
            signal.connect(lambda act=act: act())  # keeps this object, which nobody else holds, alive
        dialog.open()

    def finish(self, outcome: str = "") -> FinishForm:
        """Ask what came of it, and close the note."""
        form = FinishForm(self._ctx, self._note, outcome)
        form.open()
        return form

    def change(self) -> None:
        """Pass it on, or change it."""
        form = CallNoteForm(self._ctx, self._note)
        form.saved.connect(lambda _note: _told(self._ctx, translate("Calls", "The call note was changed.")))
        form.open()

    def book(self) -> None:
        """Book a job for the customer who called; then the note can be closed."""
        ctx, customer = self._ctx, self._note.customer
        background.ask(ctx.window, lambda: ctx.office.customers.detail(ctx.actor, customer)).then(
            self._open_booking
        )

    def _open_booking(self, customer: CustomerDetail) -> None:
        """With what was said on the phone, as far as its reader may see it: the desk goes over it there."""
        said = self._note.text
        self._ctx.rooms.book_job(
            customer, self._booked, "" if said.hidden else said.text, likely_work(self._note.subject)
        )

    def _booked(self) -> None:
        """Ask to close the note, as long as the booking stands: the bar beside it offers to undo that."""
        if self._note.open:
            form = self.finish(translate("Calls", "Booked a job."))
            self._ctx.edits.undone.connect(form.reject)

    def link(self) -> None:
        """Find the customer who called."""
        finder = CustomerFinder(self._ctx, translate("Calls", "Which customer was it?"))
        finder.chosen.connect(lambda row: self._link(row.customer))
        finder.open()

    def _link(self, customer: str) -> None:
        ctx, note = self._ctx, self._note
        background.ask(
            ctx.window, lambda: ctx.office.call_notes.link(ctx.actor, note.note, note.version, customer)
        ).then(lambda _nothing: self._linked())

    def _linked(self) -> None:
        _told(self._ctx, translate("Calls", "The call note belongs to the customer now."))
        open_note(self._ctx, self._note.note)

    def register(self) -> None:
        """Open the form for a new customer with what is known of the caller."""
        ctx, note = self._ctx, self._note.note
        background.ask(ctx.window, lambda: ctx.office.call_notes.caller(ctx.actor, note)).then(
            self._open_form
        )

    def _open_form(self, caller: TypedCustomer) -> None:
        self._ctx.rooms.register_caller(caller, self._link)

    def reopen(self) -> None:
        """Let a closed note wait again."""
        ctx, note = self._ctx, self._note
        background.ask(
            ctx.window, lambda: ctx.office.call_notes.reopen(ctx.actor, note.note, note.version)
        ).then(lambda _nothing: _told(ctx, translate("Calls", "The call note is open again.")))

    def _show_customer(self) -> None:
        self._ctx.navigate("customers", customer=self._note.customer)


def _told(ctx: DeskContext, text: str) -> None:
    ctx.notify(text)


class FinishForm(FormDialog):
    """*Called back*, with the outcome in a few words; they may be left out.

    Args:
        outcome: what is already known to have come of it.
    """

    takes_statement = True

    def __init__(
        self, ctx: DeskContext, note: CallNoteRow, outcome: str = "", parent: QWidget | None = None
    ) -> None:
        title = QCoreApplication.translate("FinishForm", "Called back")
        super().__init__(ctx, title, width=460, parent=parent)
        self._note = note
        self._start = outcome
        self.form.column.addWidget(label(name_text(note), "strong", wrap=True))
        self.outcome = self.form.add("outcome", self.tr("What came of it"), PartText())
        self.outcome.setText(outcome)
        self.form.column.addStretch(1)
        if self.primary is not None:
            self.primary.setText(self.tr("Done"))
            self.primary.setAccessibleName(self.tr("Done"))
        self.keep_draft("call-outcome", note.note, "calls", note=note.note, finish="yes")
        self.fit(520, 320)
        self.outcome.setFocus()

    def collect(self) -> Callable[[], object]:
        ctx, note, allow, text = self.ctx, self._note, self.number_allowed, self.outcome.text()

        def finish() -> str:
            ctx.office.call_notes.finish(ctx.actor, note.note, note.version, text, allow_number=allow)
            return note.note

        return finish

    def present(self) -> Present | None:
        ctx, note, over = self.ctx, self._note, self.parentWidget()
        return Present(
            SavedKind.CALL,
            note.note,
            note.version,
            lambda: read_open(ctx, note.note),
            lambda now: FinishForm(ctx, now, parent=over),
        )

    def typed(self) -> Typed | None:
        text = self.outcome.text()
        return {"outcome": text} if text.strip() and text != self._start else None

    def fill(self, typed: Typed) -> None:
        self.outcome.setText(str(typed["outcome"]))
