"""The wizard for a new recovery sheet: on paper first, read back, and only then in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.entry.sheet_saving import note_saved
from hvacdesk.ui.entry.sheet_steps import SheetCheckStep, SheetStep
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.step_bar import StepBar
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.widgets.wizard_step import WizardStep
from hvacdesk.ui.widgets.work_dialog import WorkDialog

if TYPE_CHECKING:
    from hvacdesk.services.entry.keys import SheetRenewal


class BeginStep(WizardStep):
    """Why there should be a new sheet, and that the present one stays in force until the end."""

    def __init__(self, present: int) -> None:
        super().__init__()
        self.set_heading(
            self.tr("A new recovery sheet"),
            self.tr(
                "Nothing changes before the last step: until then sheet {number} opens the office."
            ).format(number=present),
        )
        card = Card()
        for text in (
            self.tr("Once a year, after the sheet was used, or when somebody left who may know it."),
            self.tr("You print it, type two groups back from the paper, and the keys are renewed."),
            self.tr("Afterwards sheet {number} opens only what was saved before; shred it.").format(
                number=present
            ),
        ):
            card.body.addWidget(label(text, wrap=True))
        self.body.addWidget(card)
        self.add_buttons(self.tr("Begin"), first=True)
        if self.primary is not None:
            self.setFocusProxy(self.primary)


class NewSheetDialog(WorkDialog):
    """Leads from the present sheet to the next.

    Attributes:
        step: the step that is shown; None once the new sheet is in force.

    Args:
        present: number of the sheet in force.
    """

    def __init__(self, context: DeskContext, present: int) -> None:
        super().__init__("", context.window, width=620)
        self.set_title(self.tr("New recovery sheet"))
        self._context = context
        self._present = present
        self._renewal: SheetRenewal | None = None
        self.bar = StepBar([self.tr("Start"), self.tr("Recovery sheet"), self.tr("Check")])
        self.body.addWidget(self.bar)
        self.begin = BeginStep(present)
        self.paper = SheetStep()
        self.check: SheetCheckStep | None = None
        self.step: WizardStep | None = None
        self.begin.done.connect(self._prepare)
        self.paper.done.connect(self._ask_to_check)
        self.paper.back.connect(lambda: self._show(self.begin, 0))
        for step in (self.begin, self.paper):
            self._place(step)
        self._show(self.begin, 0)

    def _place(self, step: WizardStep) -> None:
        step.hide()
        self.body.addWidget(step)

    def _show(self, step: WizardStep, number: int) -> None:
        if self.step is not None:
            self.step.hide()
        self.step = step
        self.bar.set_current(number)
        step.show()
        step.setFocus()
        QTimer.singleShot(0, self, self.adjustSize)

    def _prepare(self) -> None:
        """Make the code, in memory only; a sheet that was printed already stays the one to check."""
        if self._renewal is not None:
            self._show(self.paper, 1)
            return
        context = self._context
        self.ask(self.tr("Preparing the keys"), lambda: context.office.keys.renew_sheet(context.actor)).then(
            self._on_prepared
        )

    def _on_prepared(self, renewal: SheetRenewal) -> None:
        self._renewal = renewal
        self.paper.show_sheet(renewal, self._context.office.facts())
        self._show(self.paper, 1)

    def _ask_to_check(self) -> None:
        if self._renewal is None:
            return
        if self.check is None:
            renewal = self._renewal
            self.check = SheetCheckStep(
                renewal.group_positions_to_retype(), renewal.confirm, self.tr("Put the new sheet in force")
            )
            self._place(self.check)
            self.check.back.connect(lambda: self._show(self.paper, 1))
            self.check.done.connect(self._finish)
        self.check.begin(self.paper)
        self._show(self.check, 2)

    def _finish(self) -> None:
        renewal, saved = self._renewal, tuple(self.paper.saved)
        if renewal is None:
            return
        number = renewal.number

        def work() -> None:
            renewal.finish()
            note_saved(self._context.office, self._context.actor, number, saved)

        self.ask(self.tr("Renewing the keys"), work).then(lambda _nothing: self._in_force())

    def _in_force(self) -> None:
        self.step = None
        self.turn_to(self.tr("The new recovery sheet is in force"), self.tr("Close"))
        self.add_text(
            self.tr("Keep it in a locked place away from this computer. Now shred sheet {number}.").format(
                number=self._present
            )
        )
        self.add_secondary(self.tr("Sheet {number} is shredded").format(number=self._present), self._shredded)

    def _shredded(self) -> None:
        context, number = self._context, self._present
        background.ask(self, lambda: context.office.keys.sheet_shredded(context.actor, number)).then(
            lambda _nothing: self.accept()
        )

    # Qt's overrides

    def done(self, result: int) -> None:
        super().done(result)
        self._renewal = None  # the code is on paper alone from now on
        self.paper.draw = bytes
        self.check = None

    def reject(self) -> None:
        if self._renewal is None or self.working or self.answered:
            super().reject()
            return
        question = Dialog(self.tr("Stop without a new sheet?"), self)
        question.add_text(
            self.tr(
                "Sheet {number} stays in force. What you printed or saved opens nothing: shred or delete it."
            ).format(number=self._present)
        )
        question.set_primary(self.tr("Go on"))
        question.add_secondary(self.tr("Stop"), lambda: self._stop(question))
        question.open()

    def _stop(self, question: Dialog) -> None:
        question.accept()
        super().reject()
