"""Writing to a customer about overdue invoices: which of them, in which tone, and the letter to print."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from hvacdesk.domain.billing.payment_papers import REMINDER_TONE_NAMES, ReminderTone
from hvacdesk.domain.billing.reminding import (
    OverdueItem,
    PastLetter,
    ReminderOffer,
    ReminderOrder,
    WrittenMeanwhile,
    proposed_tone,
)
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.text.wording import in_a_row
from hvacdesk.services.billing.payment_reminders import WrittenReminder
from hvacdesk.ui import background
from hvacdesk.ui.billing.document_saving import offer_saving
from hvacdesk.ui.billing.lack_lines import lack_lines
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.language import words
from hvacdesk.ui.widgets.choices import choose, code_choice
from hvacdesk.ui.widgets.date_field import DateField
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.form_draft import Typed
from hvacdesk.ui.widgets.numbers import yen
from hvacdesk.ui.widgets.save_question import SaveQuestion
from hvacdesk.ui.widgets.text import label


class ReminderForm(FormDialog):
    """The tone follows from the letters that went out before, until somebody chooses another.

    Signals:
        saved(written): the :class:`WrittenReminder`.
    """

    def __init__(self, ctx: DeskContext, name: str, offer: ReminderOffer) -> None:
        title = QCoreApplication.translate("ReminderForm", "Payment reminder: {name}").format(name=name)
        super().__init__(
            ctx, title if name else QCoreApplication.translate("ReminderForm", "Payment reminder"), width=600
        )
        self._offer = offer
        self._chosen_by_hand = False
        self._known = frozenset(one.paper for one in offer.letters)
        self.boxes = {one.invoice: self._box(one) for one in offer.items}
        if offer.deposits:
            waits = self.tr(
                "%n deposit(s) of a bank file are not seen to yet (“Billing”, “Bank file”). Look first "
                "whether one of them pays for this.",
                "",
                offer.deposits,
            )
            self.form.column.addWidget(label(waits, wrap=True, tone="warn"))
        for line in lack_lines(offer.lacks, ctx.words):
            self.form.column.addWidget(line)
        listed = QWidget()
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        if not self.boxes:
            column.addWidget(label(self.tr("Nothing is overdue."), "muted"))
        for one in offer.items:
            box = self.boxes[one.invoice]
            column.addWidget(box)
            box.toggled.connect(lambda _on: self._propose())
            if one.last is not None:
                column.addWidget(label(self._told_before(one.last), "muted", wrap=True))
        self.sum = label("", wrap=True)
        column.addWidget(self.sum)
        today = ctx.today().isoformat()
        if any(one.last is not None and one.last.written_on == today for one in offer.items):
            again = self.tr(
                "A letter about some of these invoices was made today already. If that one goes out, do not "
                "send another."
            )
            column.addWidget(label(again, wrap=True, tone="warn"))
        self.form.add("invoices", self.tr("Overdue invoices that the letter lists"), listed)
        self.tone = code_choice(ctx.words, REMINDER_TONE_NAMES)
        self.form.add(
            "tone",
            self.tr("Tone"),
            self.tone,
            hint=in_a_row(*self._of_tones()),
        )
        self.pay_by = DateField(ctx.today())
        self.pay_by.set_iso(offer.pay_by)
        self.form.add("pay_by", self.tr("Please pay by"), self.pay_by, required=True)
        self.form.column.addStretch(1)
        if self.primary is not None:
            self.primary.setText(self.tr("Preview and print"))
            self.primary.setEnabled(bool(self.boxes))
        self.tone.activated.connect(lambda _at: self._by_hand())
        self._propose()
        self.watch(beside={f"invoice {one.listed.number}": self.boxes[one.invoice] for one in offer.items})
        self.keep_draft("payment_reminder", offer.customer, "billing", remind=offer.customer)
        self.fit(640, 520)

    def fill(self, typed: Typed) -> None:
        self._chosen_by_hand = True
        super().fill(typed)

    def collect(self) -> Callable[[], object]:
        ctx, customer = self.ctx, self._offer.customer
        chosen = frozenset(one.invoice for one in self._chosen())
        tone, pay_by = ReminderTone(self.tone.currentData()), self.pay_by.iso("pay_by")
        order = ReminderOrder(tone, chosen, pay_by, self._known)
        return lambda: ctx.office.payment_reminders.write(ctx.actor, customer, order, ctx.words)

    def ask_about(self, error: UserFacingError) -> bool:
        """Ask about a letter that was not to be seen when the form was opened."""
        if not isinstance(error, WrittenMeanwhile):
            return False

        def agree() -> None:
            self._known |= error.letters
            self.save_here(self.collect())

        title, back, go_on = (
            self.tr("Write another letter?"),
            self.tr("Back to the form"),
            self.tr("Write it"),
        )
        self.ask_first(SaveQuestion(title, error.in_short(words), back, go_on), agree)
        return True

    def _box(self, one: OverdueItem) -> QCheckBox:
        listed = one.listed
        if listed.due_on:
            told = self.tr("{number}, due {day}, open {yen}, %n day(s) overdue", "", listed.days)
        else:
            told = self.tr("{number}, in cash, issued {day}, open {yen}, %n day(s) overdue", "", listed.days)
        day = day_text(listed.due_on or listed.issued_on)
        box = QCheckBox(told.format(number=listed.number, day=day, yen=yen(listed.open_yen)))
        box.setChecked(True)
        return box

    def _of_tones(self) -> list[str]:
        """Which tone is proposed, as far as there was a letter before, and when the last one may be taken."""
        said = [self.tr("The next one is proposed.")] if any(one.last for one in self._offer.items) else []
        return [*said, self.tr("The last notice only lists invoices about which there was a letter.")]

    def _told_before(self, last: PastLetter) -> str:
        return self.tr("last letter {day}: {tone}").format(
            day=day_text(last.written_on), tone=self.ctx.words(REMINDER_TONE_NAMES[last.tone])
        )

    def _chosen(self) -> list[OverdueItem]:
        return [one for one in self._offer.items if self.boxes[one.invoice].isChecked()]

    def _by_hand(self) -> None:
        self._chosen_by_hand = True

    def _propose(self) -> None:
        chosen = self._chosen()
        asked = sum(one.listed.open_yen for one in chosen)
        self.sum.setText(self.tr("Open in all: {yen}").format(yen=yen(asked)))
        if not self._chosen_by_hand:
            choose(self.tone, proposed_tone(chosen))


def open_reminder(owner: QWidget, ctx: DeskContext, customer: str, name: str) -> None:
    """Read what is overdue of a customer, and open the form."""
    background.ask(owner, lambda: ctx.office.payment_reminders.offer(ctx.actor, customer)).then(
        partial(_open, ctx, name)
    )


def _open(ctx: DeskContext, name: str, offer: ReminderOffer) -> None:
    form = ReminderForm(ctx, name, offer)
    form.saved.connect(partial(show_reminder, ctx))
    form.open()


def show_reminder(ctx: DeskContext, written: object) -> None:
    """Show a letter that was just written, to be printed; the customer's call notes say what became of it."""
    if not isinstance(written, WrittenReminder):
        return
    from hvacdesk.ui.printing.paper_preview import PaperPreview  # loads Qt's PDF and printing modules

    title = QCoreApplication.translate("ReminderForm", "Payment reminder {number}")
    counts = QCoreApplication.translate(
        "ReminderForm",
        "The letter counts as sent once it is printed, or saved as a PDF: then the customer's call notes and "
        "the column “Reminded” say so.",
    )
    not_sent = QCoreApplication.translate("ReminderForm", "The letter does not count as sent.")
    preview = PaperPreview(
        ctx,
        (written.paper,),
        written.pdf,
        title.format(number=written.paper.number),
        note=counts,
        unprinted=not_sent,
    )

    def counted(_nothing: object) -> None:
        preview.unprinted = QCoreApplication.translate(
            "ReminderForm", "It was saved as a PDF, so the letter counts as sent."
        )

    def note(then: Callable[[object], object] = lambda _nothing: None) -> None:
        paper = written.paper.paper
        background.ask(
            ctx.window, lambda: ctx.office.payment_reminders.note_sent(ctx.actor, paper, ctx.words)
        ).then(then)

    make = partial(ctx.office.payment_reminders.save_copy, ctx.actor, written)
    offer_saving(ctx, preview, make, written.paper.number, saved=lambda: note(counted))
    preview.noted.connect(note)
    preview.struck.connect(note)
    preview.open()
