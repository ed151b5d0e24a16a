"""Merging two registrations of one customer: side by side, field by field, and back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hvacdesk.domain.customers.customers import PAYMENT_METHOD_NAMES, CustomerField, PaymentMethod
from hvacdesk.domain.customers.merging import (
    APART,
    MERGE_FIELD_NAMES,
    REVEALS,
    MergeField,
    MergeLine,
    MergeSide,
    MergeView,
    PaymentFate,
    Take,
)
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.masked import Masked
from hvacdesk.domain.oversight.audit_log import RevealReason
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.finder.reveal import Revealer
from hvacdesk.ui.language import listed
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.busy import Busy
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.failure import FailureLine
from hvacdesk.ui.widgets.layouts import clear
from hvacdesk.ui.widgets.masked_value import MaskedValue
from hvacdesk.ui.widgets.text import label, rule
from hvacdesk.ui.widgets.warning_box import WarningBox
from hvacdesk.ui.widgets.work_dialog import ShownWork
from hvacdesk.ui.wording.pay_terms import terms_text


class MergeDialog(Dialog):
    """Which of the two stays, and whose value where they differ.

    Signals:
        merged(customer): the record id of the kept customer.
    """

    merged = Signal(str)

    def __init__(self, ctx: DeskContext, customer: str, other: str) -> None:
        super().__init__("", ctx.window, width=640)
        self.set_title(self.tr("Merge two registrations"))
        self._ctx = ctx
        self._reader = background.Reader(self)
        self._pair = (customer, other)
        self._view: MergeView | None = None
        self._reveal = Revealer(ctx, self, RevealReason.CORRECTION)
        self.takes: dict[MergeField, dict[Take, QRadioButton]] = {}
        self.add_text(
            self.tr(
                "Jobs, sites, units, phones, contacts, call notes, papers and holds of both are kept. "
                "You can undo this on the customer's page."
            ),
            "muted",
        )
        self._content = QWidget()
        self._content.setProperty("role", "clear")
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(theme.px(4), 0, theme.px(14), 0)
        self._column.setSpacing(theme.px(8))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._content)
        self.body.addWidget(scroll, 1)
        failures = QVBoxLayout()
        self.body.addLayout(failures)
        self._failures = FailureLine(failures)
        busy = Busy(self.tr("Merging"), cancellable=False)
        self._merging = ShownWork(self, busy, self.tr("Merging"))
        self.body.addWidget(busy)
        # Not before both are read and shown: until then nothing could be chosen.
        self.set_primary(self.tr("Merge"), self._merge).setEnabled(False)
        self.add_secondary(self.tr("Cancel"))
        self.fit(760, 680)
        self._read()

    def _read(self) -> None:
        ctx, (kept, merged) = self._ctx, self._pair
        self._reader.read(lambda: ctx.office.merging.compare(ctx.actor, kept, merged)).then(
            self._show
        ).otherwise(self._failed)

    def swap(self) -> None:
        """Let the other one stay."""
        self._pair = (self._pair[1], self._pair[0])
        self._read()

    def _show(self, view: MergeView) -> None:
        opening, self._view = self._view is None, view
        self._failures.clear()
        clear(self._column)
        self.takes = {}
        stays = self._side(self.tr("Stays: {number}"), view.kept)
        goes = self._side(self.tr("Is merged into it: {number}"), view.merged)
        pair = QWidget()
        grid = QGridLayout(pair)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(14))
        grid.addWidget(stays, 0, 0)
        grid.addWidget(goes, 0, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self._column.addWidget(pair)
        if view.apart:
            text = self.tr(
                "{what}: not the same in the two, and nothing else says that they are one customer. "
                "Look again before they are merged."
            )
            self._column.addWidget(WarningBox(text.format(what=self._apart(view))))
        self.swap_button = button(
            self.tr("Let the other one stay"), self.swap, kind="link", icon="refresh-cw"
        )
        self._column.addWidget(self.swap_button, 0, Qt.AlignmentFlag.AlignLeft)
        for line in view.lines:
            self._column.addWidget(rule())
            self._column.addWidget(self._choice(view, line))
        if not view.lines:
            self._column.addWidget(label(self.tr("The two differ in nothing that must be chosen."), "muted"))
        self._warn(view)
        self._column.addStretch(1)
        assert self.primary is not None
        self.primary.setEnabled(True)
        if opening:
            QTimer.singleShot(0, self, self.go_to_first)

    def _side(self, title: str, side: MergeSide) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        column.addWidget(label(title.format(number=side.number), "label", wrap=True))
        column.addWidget(label(side.name.text, "strong", wrap=True))
        facts = [side.address.text, *(phone.text for phone in side.phones)]
        facts.append(
            self.tr("Jobs: {jobs}. Last contact: {day}").format(
                jobs=side.jobs, day=day_text(side.last_contact_on)
            )
        )
        for fact in filter(None, facts):
            column.addWidget(label(fact, "muted", wrap=True))
        return made

    def _choice(self, view: MergeView, line: MergeLine) -> QWidget:
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        name = self._ctx.words(MERGE_FIELD_NAMES[line.field])
        grid.addWidget(label(name, "label"), 0, 0, 1, 2)
        group = QButtonGroup(made)
        self.takes[line.field] = {}
        for row, (take, side, masked, terms) in enumerate(
            (
                (Take.KEPT, view.kept, line.kept, view.terms[0]),
                (Take.MERGED, view.merged, line.merged, view.terms[1]),
            ),
            1,
        ):
            radio = self._radio(group, line, take, side.number, name)
            grid.addWidget(radio, row, 0)
            told = Masked.shown(terms_text(terms)) if line.field is MergeField.PAY_TERMS else masked
            grid.addWidget(self._value(side.customer, line.field, name, told), row, 1)
        if hints := self._hints(view, line):
            grid.addWidget(label("\n".join(hints), "muted", wrap=True), 4, 0, 1, 2)
        if line.field is MergeField.NOTE:
            radio = self._radio(group, line, Take.BOTH, self.tr("Both, one below the other"), name)
            grid.addWidget(radio, 3, 0, 1, 2)
        return made

    def _hints(self, view: MergeView, line: MergeLine) -> list[str]:
        """What helps to choose where the masks do not."""
        hints = []
        if line.hides_the_difference and line.only_one:
            hints.append(
                self.tr("One of the two has none, so the other's is proposed. “Show” tells what it is.")
            )
        elif line.hides_the_difference:
            hints.append(
                self.tr(
                    "What is shown does not tell the two apart: they differ in what is hidden. Look at both "
                    "with “Show”, or leave the choice as it is."
                )
            )
        if line.field is MergeField.KANA and any(one.field is MergeField.NAME for one in view.lines):
            hints.append(self.tr("It is the reading of the name: take both from the same registration."))
        return hints

    def _radio(self, group: QButtonGroup, line: MergeLine, take: Take, text: str, name: str) -> QRadioButton:
        radio = QRadioButton(text)
        radio.setAccessibleName(f"{name}: {text}")
        radio.setChecked(take is line.proposed)
        group.addButton(radio)
        self.takes[line.field][take] = radio
        return radio

    def _value(self, customer: str, field: MergeField, name: str, masked: Masked) -> MaskedValue:
        if field is MergeField.PAYMENT_METHOD:
            method = PAYMENT_METHOD_NAMES[PaymentMethod(masked.text)]
            return MaskedValue(name, Masked.shown(self._ctx.words(method)), labelled=False)
        if field is MergeField.PAY_TERMS:
            return MaskedValue(name, masked, labelled=False)
        shown = masked if masked.text else Masked(self.tr("nothing"))
        value = MaskedValue(
            name, shown, lambda show: self._reveal_of(value, customer, REVEALS[field], show), labelled=False
        )
        return value

    def _reveal_of(
        self, value: MaskedValue, customer: str, field: CustomerField, show: Callable[[str], None]
    ) -> None:
        ctx = self._ctx
        fetch = partial(ctx.office.customers.reveal, ctx.actor, customer, field)
        self._reveal.ask(value, fetch, show)

    def _warn(self, view: MergeView) -> None:
        text = {
            PaymentFate.KEPT_STAYS: self.tr("Both have payment details: those of {kept} stay."),
            PaymentFate.NOT_READABLE: self.tr(
                "{merged} has payment details that your role cannot take over. Accounting enters them again."
            ),
        }.get(view.payment)
        if text:
            text = text.format(kept=view.kept.number, merged=view.merged.number)
            self._column.addWidget(WarningBox(text))

    def choices(self) -> dict[MergeField, Take]:
        """What is chosen, for the fields that differ."""
        return {
            field: next(take for take, radio in radios.items() if radio.isChecked())
            for field, radios in self.takes.items()
        }

    def _apart(self, view: MergeView) -> str:
        return listed(self._ctx.words(APART[what]) for what in view.apart)

    def _merge(self) -> None:
        if self._view is None or self.primary is None:
            return
        if self._view.apart:
            self._ask(self._view)
        else:
            self._carry_out(self._view)

    def _ask(self, view: MergeView) -> None:
        """Once more, with both numbers, where nothing says that the two are one customer."""
        kept, merged = view.kept.number, view.merged.number
        question = Dialog(
            self.tr("Are {kept} and {merged} one customer?").format(kept=kept, merged=merged), self
        )
        text = self.tr("{what}: not the same in the two. After the merge only {kept} is found.")
        question.add_text(text.format(what=self._apart(view), kept=kept))

        def go_on() -> None:
            question.accept()
            self._carry_out(view)

        question.set_primary(self.tr("Leave them apart"), question.reject)
        question.add_secondary(self.tr("Merge all the same"), go_on)
        question.open()

    def _carry_out(self, view: MergeView) -> None:
        kept, merged, choices, ctx = view.kept, view.merged, self.choices(), self._ctx
        background.ask(
            self,
            lambda: ctx.office.merging.merge(
                ctx.actor, kept.customer, merged.customer, (kept.version, merged.version), choices
            ),
        ).with_busy(self._merging).then(lambda _merge: self._done(kept.customer)).otherwise(self._failed)

    def _done(self, customer: str) -> None:
        self.accept()
        self.merged.emit(customer)

    def _failed(self, error: UserFacingError) -> None:
        if self.primary is not None:
            self.primary.setEnabled(self._view is not None)
        self._failures.show_error(error, self._read)
