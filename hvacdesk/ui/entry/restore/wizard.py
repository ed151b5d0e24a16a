"""Restoring an office from a backup, or moving it to this computer: five steps, the last but one writes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.backups.backups import RestoreReport
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.text.wording import Phrase
from hvacdesk.services.backups.restoring import RestoreUnfinished
from hvacdesk.services.entry.ways_out import about_what_was_typed
from hvacdesk.ui import background
from hvacdesk.ui.background import Progress
from hvacdesk.ui.entry.restore.backup_wizard import CHECK, BackupWizard
from hvacdesk.ui.entry.restore.report_step import ReportStep
from hvacdesk.ui.entry.restore.run_step import RunStep
from hvacdesk.ui.entry.restore.unlock_step import UnlockStep
from hvacdesk.ui.language import words

if TYPE_CHECKING:
    from hvacdesk.domain.roles import Actor
    from hvacdesk.services.entry.entry import OfficeEntry
    from hvacdesk.services.open_office import Office

    Restored = tuple[Office, Actor, RestoreReport]

UNLOCK, RUN, REPORT = range(2, 5)


class RestoreWizard(BackupWizard):
    """Leads through the steps.

    Args:
        path: the backup to begin with; without one the wizard looks for backups.

    Signals:
        restored(office, actor): the restore is done and the office open; the caller that shows the
            wizard closes it; the report is shown.
        take_over_wanted(): the report was read; a new passphrase is wanted.
        enter_wanted(): the report was read; the one whose passphrase opened the backup goes in.
        login_wanted(): the report was read; log in as on every day.
    """

    restored = Signal(object, object)
    take_over_wanted = Signal()
    enter_wanted = Signal()
    login_wanted = Signal()

    def __init__(self, entry: OfficeEntry, path: str = "", parent: QWidget | None = None) -> None:
        super().__init__(entry, parent=parent)
        self._report: tuple[RestoreReport, bool] | None = None
        self._run_again: Callable[[bool], None] = lambda _without_list: None
        self.unlock = UnlockStep(entry.judged_groups)
        self.run = RunStep()
        for step in (self.unlock, self.run):
            self.place(step)
        self.check.done.connect(self._ask)
        self.unlock.back.connect(lambda: self.show_step(self.check, CHECK))
        self.unlock.sheet_given.connect(self._restore_with_sheet)
        self.unlock.passphrase_given.connect(self._restore_with_passphrase)
        self.run.back.connect(lambda: self.show_step(self.unlock, UNLOCK))
        self.run.retry_wanted.connect(lambda: self._run_again(False))
        self.run.without_list_wanted.connect(lambda: self._run_again(True))
        self.run.ended.connect(lambda: QTimer.singleShot(0, self, self._on_ended))
        self.start(path)

    def later_steps(self) -> tuple[str, ...]:
        return self.tr("Open"), self.tr("Restore"), self.tr("Report")

    def resume(self, other: RestoreWizard) -> None:
        """Go on where a wizard of another language was; codes and passphrases stay behind."""
        if other._report is not None:
            self._show_report(*other._report)
        elif other.step is not other.finding:
            self.go_check(other.path)

    def _ask(self) -> None:
        if self.check.examination is not None:
            self.unlock.show_backup(self.check.examination)
            self.show_step(self.unlock, UNLOCK)

    def _restore_with_sheet(self, code: str) -> None:
        path = self.path
        self._run_again = lambda without_list: self._restore(
            lambda report: self.restoring.restore_with_sheet(path, code, report, without_list=without_list),
            by_sheet=True,
        )
        self._run_again(False)

    def _restore_with_passphrase(self, account: str, passphrase: str) -> None:
        path = self.path
        self._run_again = lambda without_list: self._restore(
            lambda report: self.restoring.restore_with_passphrase(
                path, account, passphrase, report, without_list=without_list
            ),
            by_sheet=False,
        )
        self._run_again(False)

    def _restore(
        self, restore: Callable[[Callable[[Phrase, int, int], None]], Restored], *, by_sheet: bool
    ) -> None:
        """Do it; *Cancel* stops it between two steps before anything counts."""
        self.show_step(self.run, RUN)
        self.working.emit(True)

        def work(progress: Progress) -> Restored:
            def report(step: Phrase, done: int, total: int) -> None:
                progress.check()
                progress(done, total, words(step))

            self.entry.acquire()
            return restore(report)

        background.ask_with_progress(self, work).with_busy(self.run).then(
            lambda restored: self._on_restored(*restored, by_sheet=by_sheet)
        ).otherwise(self._on_failed)

    def _on_restored(self, office: Office, actor: Actor, report: RestoreReport, *, by_sheet: bool) -> None:
        self.unlock.forget()
        self._run_again = lambda _without_list: None
        self.restored.emit(office, actor)
        self._show_report(report, by_sheet)

    def _on_failed(self, error: UserFacingError) -> None:
        if about_what_was_typed(error):
            self.show_step(self.unlock, UNLOCK)
            self.unlock.refuse(error)
            return
        self.run.fail(error)
        if isinstance(error, RestoreUnfinished):
            self.blocked.emit(error)

    def _on_ended(self) -> None:
        """Comes after done and failed: if the work is still shown then, it was cancelled."""
        self.working.emit(False)
        if self.step is self.run and not self.run.failed:
            self.show_step(self.unlock, UNLOCK)
            self.unlock.say(self.tr("Stopped. Nothing was changed."))

    def _show_report(self, report: RestoreReport, by_sheet: bool) -> None:
        self._report = (report, by_sheet)
        step = ReportStep(report, by_sheet=by_sheet)
        step.go_on.connect(self.take_over_wanted.emit if by_sheet else self.enter_wanted.emit)
        step.login_wanted.connect(self.login_wanted)
        self.place(step)
        self.show_step(step, REPORT)
