"""Set-up of a new office: five steps, and nothing written before the end of the last one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hvacdesk.domain.backups.backups import FoundBackup
from hvacdesk.domain.clock import office_time
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.office.office import OfficeFacts
from hvacdesk.domain.roles import Actor
from hvacdesk.services.entry.entry_errors import SetUpUnfinished
from hvacdesk.ui import background
from hvacdesk.ui.entry.setup_steps import OfficeStep, OwnerStep, WelcomeStep
from hvacdesk.ui.entry.sheet_saving import note_saved
from hvacdesk.ui.entry.sheet_steps import SheetCheckStep, SheetStep
from hvacdesk.ui.widgets.busy import Busy
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.entry_view import EntryView
from hvacdesk.ui.widgets.errors import show_error
from hvacdesk.ui.widgets.failure import FailureLine
from hvacdesk.ui.widgets.step_bar import StepBar
from hvacdesk.ui.widgets.wizard_step import WizardStep

if TYPE_CHECKING:
    from hvacdesk.services.entry.entry import OfficeEntry
    from hvacdesk.services.entry.new_office import NewOfficeDraft
    from hvacdesk.services.open_office import Office


class SetupWizard(EntryView):
    """Leads through the steps.

    Attributes:
        step: the step that is shown.

    Signals:
        opened(office, actor): the office exists and its owner is logged in.
        restore_wanted(): there is an office already, in a backup.
        join_wanted(): there is an office already, on another PC.
    """

    opened = Signal(object, object)
    restore_wanted = Signal()
    join_wanted = Signal()
    steady = True
    makes_office = True
    widest = 600

    def __init__(self, entry: OfficeEntry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry = entry
        self._draft: NewOfficeDraft | None = None
        self._over = False
        self._question: Dialog | None = None
        self._title.hide()
        self.bar = StepBar(
            [
                self.tr("Start"),
                self.tr("Office"),
                self.tr("You"),
                self.tr("Recovery sheet"),
                self.tr("Check"),
            ]
        )
        self.body.addWidget(self.bar)
        self._steps = QVBoxLayout()
        self.body.addLayout(self._steps)
        self.welcome = WelcomeStep(entry.folder_standing())
        self.office = OfficeStep()
        self.owner = OwnerStep(entry.suggest_passphrase, entry.check_passphrase)
        self.paper = SheetStep()
        self.check: SheetCheckStep | None = None
        self.step: WizardStep = self.welcome
        self._failure = FailureLine(self.body)
        for step, after in (
            (self.welcome, lambda: self._show(self.office)),
            (self.office, lambda: self._show(self.owner)),
            (self.owner, self._prepare),
            (self.paper, self._ask_to_check),
        ):
            step.done.connect(after)
            self._place(step)
        self.welcome.restore_wanted.connect(lambda: self._leave_for(self.restore_wanted.emit))
        self.welcome.join_wanted.connect(lambda: self._leave_for(self.join_wanted.emit))
        self.office.back.connect(lambda: self._show(self.welcome))
        self.owner.back.connect(lambda: self._show(self.office))
        self.paper.back.connect(lambda: self._show(self.owner))
        self.busy = Busy(self.tr("Preparing the keys"), cancellable=False)
        self.body.addWidget(self.busy)
        self._show(self.welcome)
        # Only to mention a backup that is there: where looking fails, the set-up goes on without it.
        background.ask(self, lambda: entry.restoring().known()).then(self._on_known).otherwise(
            lambda _error: None
        )

    def take_over(self, other: SetupWizard) -> None:
        """Go on with what was typed in a wizard of another language; passphrases stay behind."""
        self.office.form.fill(other.office.form.facts())
        self.owner.name.setText(other.owner.name.text())
        self._draft = other._draft
        self.paper.go_on_from(other.paper)
        if other.step is not other.welcome:
            self._show(self.office)

    def asks_before_closing(self) -> bool:
        """Whether a sheet is outside the program that would open nothing."""
        if self.check is not None and not self.check.isEnabled() and not self._over:
            return True  # the office is just being written, which takes a second or two
        return not self._over and self._asks_to_stop(self.window().close)

    def _leave_for(self, go: Callable[[], object]) -> None:
        if not self._asks_to_stop(go):
            go()

    def _asks_to_stop(self, go: Callable[[], object]) -> bool:
        """Ask, once, whether to stop though a sheet was given out; ``go`` is called if somebody agrees."""
        draft = self._draft
        if draft is None or not self.paper.given_out:
            return False
        if self._question is None:
            self._question = question = Dialog(self.tr("Stop setting up the office?"), self)
            question.add_text(
                self.tr(
                    "There is no office yet, and what was typed here is gone. The recovery sheet of "
                    "{time} with the fingerprint {fingerprint} opens nothing then, and will open nothing "
                    "later. Shred the paper, also a copy by hand, so that nobody takes it for the right one."
                ).format(time=f"{office_time(draft.made):%H:%M}", fingerprint=draft.fingerprint)
            )
            for path in self.paper.saved:
                text = self.tr("Delete the file “{name}” in {folder}.")
                question.add_text(text.format(name=path.name, folder=path.parent))
            question.set_primary(self.tr("Go on with the set-up"))
            question.add_secondary(self.tr("Stop"), lambda: self._stop(question, go))
            question.finished.connect(self._drop_question)
            question.open()
        return True

    def _stop(self, question: Dialog, go: Callable[[], object]) -> None:
        question.accept()
        self._over = True
        go()

    def _drop_question(self) -> None:
        self._question = None

    def _on_known(self, found: tuple[FoundBackup, ...]) -> None:
        if found:
            self.welcome.name_backup(found[0])

    def _place(self, step: WizardStep) -> None:
        step.hide()
        self._steps.addWidget(step)

    def _show(self, step: WizardStep) -> None:
        self.step.hide()
        self.step = step
        order = (WelcomeStep, OfficeStep, OwnerStep, SheetStep, SheetCheckStep)
        self.bar.set_current(order.index(type(step)))
        step.show()
        self.setFocusProxy(step)
        step.setFocus()

    def _prepare(self) -> None:
        """Make the keys, in memory only."""
        if self._draft is not None:
            self._show_sheet(self._draft)
            return
        self.owner.setEnabled(False)
        self.busy.begin(lambda: None)
        background.ask(self, self._entry.prepare).then(self._on_prepared).otherwise(self._on_not_prepared)

    def _on_prepared(self, draft: NewOfficeDraft) -> None:
        self.busy.finish()
        self.owner.setEnabled(True)
        self._draft = draft
        self._show_sheet(draft)

    def _show_sheet(self, draft: NewOfficeDraft) -> None:
        self.paper.show_sheet(draft, self.office.form.facts())
        self._show(self.paper)

    def _on_not_prepared(self, error: UserFacingError) -> None:
        self.busy.finish()
        self.owner.setEnabled(True)
        self._fail(error, self._prepare)

    def _fail(self, error: UserFacingError, retry: object) -> None:
        self._failure.clear()

        def again() -> None:
            self._failure.clear()
            retry()  # type: ignore[operator]

        self._failure.show_error(error, again)

    def _ask_to_check(self) -> None:
        if self._draft is None:
            return
        if self.check is None:
            self.check = SheetCheckStep(
                self._draft.group_positions_to_retype(), self._draft.confirm, self.tr("Create the office")
            )
            self._place(self.check)
            self.check.back.connect(lambda: self._show(self.paper))
            self.check.done.connect(self._create)
            self.check.go_on_at_enter()
        self.check.begin(self.paper)
        self._show(self.check)

    def _create(self) -> None:
        draft, facts = self._draft, self.office.form.facts()
        name, passphrase = self.owner.name.text().strip(), self.owner.choice.text()
        if draft is None or self.check is None:
            return
        self.check.setEnabled(False)
        self.busy.text.setText(self.tr("Creating the office"))
        self.busy.begin(lambda: None)
        background.ask(self, lambda: self._write(draft, facts, name, passphrase)).then(
            self._on_created
        ).otherwise(self._on_not_created)

    def _write(
        self, draft: NewOfficeDraft, facts: OfficeFacts, name: str, passphrase: str
    ) -> tuple[Office, Actor]:
        """The first step that touches the folder: take its lock, then create."""
        self._entry.acquire()
        office, actor = draft.create(facts, name, passphrase)
        note_saved(office, actor, draft.number, tuple(self.paper.saved))
        return office, actor

    def _on_created(self, opened: tuple[Office, Actor]) -> None:
        self.busy.finish()
        self._over = True
        self.owner.choice.forget()
        self.bar.set_current(5)
        self.opened.emit(*opened)

    def _on_not_created(self, error: UserFacingError) -> None:
        self.busy.finish()
        if isinstance(error, SetUpUnfinished):
            self._over = True
            self.blocked.emit(error)
            return
        if self.check is not None:
            self.check.setEnabled(True)
        if self.office.form.show_invalid(error):
            self._show(self.office)
            return
        show_error(self, error)
