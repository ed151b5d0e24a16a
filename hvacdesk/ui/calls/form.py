"""The form for a call note: quick to fill in with the receiver in one hand, and for passing it on later."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from hvacdesk.domain.calls.call_notes import (
    CALL_SUBJECT_NAMES,
    CALL_WAY_NAMES,
    CallDoneAlready,
    CallNoteRecord,
    CallNoteRow,
    CallSubject,
    CallWay,
)
from hvacdesk.domain.office.office import StaffMember
from hvacdesk.domain.oversight.saves import SavedKind
from hvacdesk.ui import background
from hvacdesk.ui.calls.caller_fields import NOBODY, CallerFields, Chosen
from hvacdesk.ui.calls.due_fields import NONE, TODAY, DueFields
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.widgets.choices import choose, code_choice
from hvacdesk.ui.widgets.form import FormField
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.form_draft import Typed
from hvacdesk.ui.widgets.layouts import side_by_side
from hvacdesk.ui.widgets.others_save import Present
from hvacdesk.ui.widgets.part_edit import PartText
from hvacdesk.ui.widgets.save_question import SaveQuestion
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.wording.calls import name_text

TYPED_WAYS = (CallWay.RECEIVED, CallWay.MADE)
"""A letter is noted by what writes it."""


class CallNoteForm(FormDialog):
    """Write a note, or change one that is open. ``saved`` carries the note's record id.

    Args:
        note: the one to change; None for a new one.
        customer: record id and shown name of the customer in front when the phone rang.
        text: what a new note says to begin with.
        subject: what a new note is about to begin with.
        way: whether somebody called or was called, to begin with.
        invoice: record id and number of the customer's invoice that it is about.
    """

    takes_statement = True

    def __init__(
        self,
        ctx: DeskContext,
        note: CallNoteRow | None = None,
        *,
        customer: Chosen = NOBODY,
        text: str = "",
        subject: CallSubject = CallSubject.BREAKDOWN,
        way: CallWay = CallWay.RECEIVED,
        invoice: Chosen = NOBODY,
        parent: QWidget | None = None,
    ) -> None:
        title = (
            QCoreApplication.translate("CallNoteForm", "Call note")
            if note is None
            else QCoreApplication.translate("CallNoteForm", "Pass on or change the call note")
        )
        super().__init__(ctx, title, width=560, parent=parent)
        self._note = note
        self.caller: CallerFields | None = None
        self._invoice, self._owner = invoice, customer[0]
        self._invoice_told = label("", wrap=True)
        if note is None:
            self.way = code_choice(ctx.words, {one: CALL_WAY_NAMES[one] for one in TYPED_WAYS})
            self.form.add("way", self.tr("Incoming or outgoing"), self.way)
            self.caller = CallerFields(ctx, self.form, customer)
            self.caller.taken.connect(lambda: self.subject.setFocus(Qt.FocusReason.OtherFocusReason))
            self.caller.edited.connect(self._show_invoice)
            QShortcut(QKeySequence("Ctrl+F"), self, self.caller.find)
            self.form.column.addWidget(self._invoice_told)
        else:
            self.form.column.addWidget(label(name_text(note), "strong", wrap=True))
        self._add_subject(note.subject if note else subject, urgent=note is not None and note.urgent)
        self.text = self.form.add("text", self.tr("What was said"), PartText())
        self._mark_text()
        self.text.setText(note.text.text if note else text)
        self._add_for(note)
        start = NONE if note else TODAY
        self.due = DueFields(self.form, ctx.today(), note.call_back_by if note else "", start=start)
        if note is None:
            choose(self.way, way)
            self._take_way()
            self.way.currentIndexChanged.connect(lambda _at: self._take_way())
            self._way_before = self.way.currentData()
        self._show_invoice()
        self._before = self._facts()
        self.form.column.addStretch(1)
        self.fit(620, 680 if note is None else 620)
        if note is None:
            known = {"customer": customer[0]} if customer[0] else {}
            self.keep_draft("call", "-".join(("new", *known.values())), "calls", new="yes", **known)
        else:
            self.keep_draft("call", note.note, "calls", note=note.note, edit="yes")
        # A caller who is known needs no name typed.
        first = self.subject if self.caller is None or customer[0] else self.caller.name
        first.setFocus()
        background.ask(self, lambda: ctx.office.call_notes.staff(ctx.actor)).then(self._show_staff)

    def _add_subject(self, about: CallSubject, *, urgent: bool) -> None:
        self.subject = code_choice(self.ctx.words, CALL_SUBJECT_NAMES)
        self.subject.setCurrentIndex(self.subject.findData(about.value))
        self.urgent = QCheckBox(self.tr("Urgent"))
        self.urgent.setChecked(urgent)
        self.subject.currentIndexChanged.connect(lambda _number: self._mark_text())
        field = self.form.field("subject", self.tr("About"), self.subject)
        self.form.column.addLayout(side_by_side((field, 3), (FormField(" ", self.urgent), 1)))
        self.urgent.setAccessibleName(self.tr("Urgent"))

    def _take_way(self) -> None:
        """Nobody waits to be called back after a call of one's own, unless somebody chooses so."""
        assert self.caller is not None
        way = CallWay(self.way.currentData())
        self.caller.set_way(way)
        self.due.begin_with(NONE if way is CallWay.MADE else TODAY)

    def _about_invoice(self) -> str:
        """Record id of the invoice that it is about, as long as the customer is the one who is asked."""
        same = self.caller is not None and bool(self._owner) and self.caller.chosen[0] == self._owner
        return self._invoice[0] if same else ""

    def _show_invoice(self) -> None:
        about = self._about_invoice()
        said = self.tr("About invoice {number}").format(number=self._invoice[1])
        self._invoice_told.setText(said if about else "")
        self._invoice_told.setVisible(bool(about))

    def _mark_text(self) -> None:
        """Require words for a call about something else: without them the note would say nothing."""
        other = self.subject.currentData() == CallSubject.OTHER.value
        self.form.fields["text"].set_name(self.tr("What was said"), required=other)

    def _add_for(self, note: CallNoteRow | None) -> None:
        self._for_wanted = note.for_account if note else ""
        self.for_whom = QComboBox()
        self.for_whom.addItem(self.tr("Anybody at the desk"), "")
        if self._for_wanted and note:
            self.for_whom.addItem(note.for_whom, self._for_wanted)
            self.for_whom.setCurrentIndex(1)
        self.form.add("for_account", self.tr("For"), self.for_whom)

    def _show_staff(self, members: tuple[StaffMember, ...]) -> None:
        for member in members:
            if self.for_whom.findData(member.account) < 0:
                self.for_whom.addItem(member.name, member.account)
        self.for_whom.setCurrentIndex(max(0, self.for_whom.findData(self._for_wanted)))
        self.for_whom.activated.connect(lambda _number: self._keep_wish())

    def _keep_wish(self) -> None:
        self._for_wanted = self.for_whom.currentData()

    # Saving

    def collect(self) -> Callable[[], object]:
        ctx, allow, note = self.ctx, self.number_allowed, self._note
        due = self.due.value()
        if note is not None:
            changes = {name: value for name, value in self._facts().items() if value != self._before[name]}
            changes["subject"] = CallSubject(self.subject.currentData())
            if self.due.changed:
                changes["call_back_by"] = due
            return lambda: self._change(note, changes, allow)
        assert self.caller is not None
        known = self.caller.chosen[0]
        record = CallNoteRecord(
            customer=known,
            caller_name="" if known else self.caller.name.text().strip(),
            phone=self.caller.phone.text().strip(),
            subject=CallSubject(self.subject.currentData()),
            text=self.text.text().strip(),
            for_account=self.for_whom.currentData(),
            call_back_by=due,
            urgent=self.urgent.isChecked(),
            way=CallWay(self.way.currentData()),
            invoice=self._about_invoice(),
        )
        return lambda: ctx.office.call_notes.take(ctx.actor, record, allow_number=allow)

    def present(self) -> Present | None:
        ctx, note, over = self.ctx, self._note, self.parentWidget()
        if note is None:
            return None
        return Present(
            SavedKind.CALL,
            note.note,
            note.version,
            lambda: read_open(ctx, note.note),
            lambda now: CallNoteForm(ctx, now, parent=over),
        )

    def save_question(self) -> SaveQuestion | None:
        """Ask about a new note that holds nothing but who called: the subject is the form's own."""
        if self._note is not None or self._facts() != self._before or self._before["text"]:
            return None
        told = (
            self.tr("Nothing was written of what was said.")
            if self._about_invoice()
            else self.tr(
                "Nothing was written of what was said, and the subject is the one that the form began with."
            )
        )
        return SaveQuestion(
            self.tr("Save the note without words?"),
            told,
            self.tr("Back to the form"),
            self.tr("Save it so"),
            about=self.text,
        )

    def _change(self, note: CallNoteRow, changes: dict[str, object], allow: bool) -> str:
        ctx = self.ctx
        ctx.office.call_notes.change(ctx.actor, note.note, note.version, changes, allow_number=allow)
        return note.note

    def _facts(self) -> dict[str, object]:
        """What the fields hold that both a new note and a change have."""
        return {
            "subject": self.subject.currentData(),
            "text": self.text.text().strip(),
            "for_account": self.for_whom.currentData(),
            "urgent": self.urgent.isChecked(),
        }

    # Drafts

    def typed(self) -> Typed | None:
        found: Typed = {name: value for name, value in self._facts().items() if value != self._before[name]}
        if self.due.changed:
            found["due"] = self.due.typed()
        if self._note is None and self.way.currentData() != self._way_before:
            found["way"] = self.way.currentData()
        if found and self._note is None:
            found["way"] = self.way.currentData()
            if self._about_invoice():
                found["invoice"] = [*self._invoice, self._owner]
            found = {**self._facts(), **found}  # what it began with too: it is opened again without that
        if self.caller is not None:
            texts = (self.caller.name.text(), self.caller.phone.text())
            found |= {key: text for key, text in zip(("name", "phone"), texts, strict=True) if text}
            if found and self.caller.chosen[0]:
                found["customer"] = list(self.caller.chosen)
        return found or None

    def fill(self, typed: Typed) -> None:
        if "way" in typed:
            choose(self.way, typed["way"])
        if "invoice" in typed:
            record, number, self._owner = map(str, list(typed["invoice"]))  # type: ignore[call-overload]
            self._invoice = (record, number)
        if "subject" in typed:
            self.subject.setCurrentIndex(self.subject.findData(typed["subject"]))
        if "text" in typed:
            self.text.setText(str(typed["text"]))
        if "for_account" in typed:
            self._for_wanted = str(typed["for_account"])
            self.for_whom.setCurrentIndex(max(0, self.for_whom.findData(self._for_wanted)))
        self.urgent.setChecked(bool(typed.get("urgent", self.urgent.isChecked())))
        if "due" in typed:
            self.due.fill(typed["due"])  # type: ignore[arg-type]
        if self.caller is not None:
            self.caller.name.setText(str(typed.get("name", "")))
            self.caller.phone.setText(str(typed.get("phone", "")))
            if "customer" in typed:
                kept = list(typed["customer"])  # type: ignore[call-overload]
                self.caller.choose((kept[0], kept[1]))
            self._show_invoice()


def read_open(ctx: DeskContext, note: str) -> CallNoteRow:
    """The note as it is now. Raises :class:`CallDoneAlready`: it can be changed no longer."""
    row = ctx.office.call_notes.detail(ctx.actor, note)
    if not row.open:
        raise CallDoneAlready
    return row
