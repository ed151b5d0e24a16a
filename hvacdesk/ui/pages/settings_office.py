"""The office's facts and times, for the person responsible."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from hvacdesk.domain.errors import ChangedMeanwhile, UserFacingError
from hvacdesk.domain.meanwhile import joined
from hvacdesk.domain.office.office import OfficeFacts
from hvacdesk.domain.retention.retention_choices import Effect
from hvacdesk.domain.retention.retention_engine import counts_otherwise
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.entry.office_form import OfficeForm
from hvacdesk.ui.pages.printed_pages import PrintedPagesCard
from hvacdesk.ui.retention.effect_dialog import EffectDialog
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.busy import Busy
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.form import FormField
from hvacdesk.ui.widgets.form_draft import FormDraft, Typed
from hvacdesk.ui.widgets.text import label

CURTAIN, LOCK, WAITING_DAYS = "curtain_minutes", "lock_minutes", "disposal_waiting_days"
CHOICES = {CURTAIN: (0, 1, 2, 3, 5, 10), LOCK: (0, 5, 10, 15, 30, 60), WAITING_DAYS: (0, 1, 2, 3, 7)}
"""What is offered of each value of the office, in minutes and days."""


class OfficeTab(QWidget):
    """Facts from which retention periods are counted, and when an unattended desk covers itself."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._values: dict[str, int] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(14))
        facts = Card(self.tr("The office's facts"))
        text = self.tr("They stand on papers, and retention periods are counted from them.")
        facts.body.addWidget(label(text, "muted", wrap=True))
        self.form = OfficeForm()
        self.form.fill(context.office.facts())
        facts.body.addWidget(self.form)
        self.save_button = button(self.tr("Save"), self.save, kind="primary", icon="save", tip="Ctrl+S")
        self._busy = Busy(
            self.tr("Looking at every customer's retention"),
            cancellable=False,
            disable=self.save_button,
            holds=self.form,
        )
        facts.body.addWidget(self._busy)
        facts.body.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignRight)
        column.addWidget(facts)
        column.addWidget(self._times_card())
        column.addWidget(self._waiting_card())
        column.addWidget(PrintedPagesCard())
        self._fields = self.form.typed_fields()
        self.draft = FormDraft(self, context, self._typed, self._put_back)
        self.draft.keep("office", "facts", "settings", {"tab": "office"})

    def _typed(self) -> Typed | None:
        return self._fields.changed()

    def _put_back(self, typed: Typed) -> None:
        self._fields.fill(typed)

    def save(self) -> None:
        """Store the facts as typed."""
        if self.form.complete():
            background.ask(self, self.draft.here_alone(lambda: None)).with_busy(self._busy).then(
                lambda _nothing: self._save()
            ).otherwise(self._refused)

    def _save(self) -> None:
        context, known = self._context, self.form.known
        present = context.office.facts()
        try:
            facts = joined(known, self.form.facts(), present)
        except ChangedMeanwhile as error:
            self._refused(error)
            return
        if counts_otherwise(present, facts):
            self._ask(facts, present)
            return
        change = self.draft.here_alone(
            lambda: context.office.settings.change_facts(context.actor, facts, present)
        )
        background.ask(self, change).with_busy(self._busy).then(
            lambda _nothing: self._saved(facts)
        ).otherwise(self._refused)

    def _ask(self, facts: OfficeFacts, present: OfficeFacts) -> None:
        """Show what the facts change about who is due, and save them if the person goes on."""
        office, actor = self._context.office, self._context.actor
        change = self.draft.here_alone(lambda: office.settings.change_facts(actor, facts, present))

        def confirm(effect: Effect) -> None:
            dialog = EffectDialog(self._context, effect, change, self)
            dialog.saved.connect(lambda: self._saved(facts))
            dialog.open()

        background.ask(self, lambda: office.retention.effect(actor, facts=facts)).with_busy(self._busy).then(
            confirm
        ).otherwise(self._refused)

    def _saved(self, facts: OfficeFacts) -> None:
        """Show what was saved: of an office PC that is away by now a seat remembers what was before."""
        self.form.fill(facts)
        self._fields = self.form.typed_fields()
        self.draft.release()
        self.draft.keep_again()
        self._context.notify(self.tr("The office's facts were saved."))

    def _refused(self, error: UserFacingError) -> None:
        if not self.draft.asks_twice(error, self.save) and not self.form.show_invalid(error):
            self._context.report_error(error)

    def _times_card(self) -> Card:
        card = Card(self.tr("When nobody is at the desk"))
        row = QHBoxLayout()
        row.setSpacing(theme.px(14))
        self.curtain = self._value_box(CURTAIN, self._context.read_idle_times)
        self.lock = self._value_box(LOCK, self._context.read_idle_times)
        row.addWidget(FormField(self.tr("The curtain falls after"), self.curtain), 1)
        row.addWidget(FormField(self.tr("The screen locks after"), self.lock), 1)
        card.body.addLayout(row)
        return card

    def _waiting_card(self) -> Card:
        card = Card(self.tr("Between approval and destruction"))
        text = self.tr(
            "An approved disposal waits, since a wrong approval would end every copy at once. The log notes "
            "each change."
        )
        card.body.addWidget(label(text, "muted", wrap=True))
        self.waiting = self._value_box(
            WAITING_DAYS, lambda: self._context.notify(self.tr("The waiting days were saved."))
        )
        card.body.addWidget(FormField(self.tr("Days to wait"), self.waiting))
        return card

    def _value_box(self, key: str, saved: Callable[[], object]) -> QComboBox:
        """Offers a value of the office; ``saved`` is called once another one is saved."""
        box = QComboBox()
        self._show_value(box, key)
        box.activated.connect(lambda _at: self._adjust(box, key, saved))
        return box

    def _show_value(self, box: QComboBox, key: str) -> None:
        """Show the value that counts now among those that are offered."""
        now = self._values[key] = int(self._context.office.settings.office_value(key))
        box.clear()
        for value in sorted({*CHOICES[key], now}):
            if key == WAITING_DAYS:
                named = self.tr("%n day(s)", None, value) if value else self.tr("no waiting")
            else:
                named = self.tr("{count} min").format(count=value) if value else self.tr("never")
            box.addItem(named, value)
        box.setCurrentIndex(box.findData(now))

    def _adjust(self, box: QComboBox, key: str, saved: Callable[[], object]) -> None:
        context, value, shown = self._context, int(box.currentData()), self._values[key]

        def done(_nothing: None) -> None:
            self._values[key] = value
            saved()

        def refused(error: UserFacingError) -> None:
            self._show_value(box, key)
            if not isinstance(error, ChangedMeanwhile):
                context.report_error(error)
                return
            said = self.tr(
                "It was set to “{value}” meanwhile, by someone else or by you at another PC. Choose again if "
                "it is to be another."
            )
            context.notify(said.format(value=box.currentText()))

        settings = context.office.settings
        background.ask(self, lambda: settings.set_office_value(context.actor, key, value, shown)).then(
            done
        ).otherwise(refused)
