"""The second step of a restore: what the backup is, and what restoring it would mean."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hvacdesk.domain.backups.backups import Examination
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.ui.entry.restore.examiner import Examiner, Result
from hvacdesk.ui.entry.restore.facts import facts_card
from hvacdesk.ui.entry.restore.wording import backup_place, backup_size, backup_time, last_disposal
from hvacdesk.ui.language import listed
from hvacdesk.ui.widgets.busy import Busy
from hvacdesk.ui.widgets.failure import Failure
from hvacdesk.ui.widgets.layouts import clear
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.widgets.warning_box import WarningBox
from hvacdesk.ui.widgets.wizard_step import WizardStep


class CheckStep(WizardStep):
    """Shows the examination of one backup; only a whole one leads on.

    Args:
        key_file_alone: whether no more than the key file is going to be taken from the backup.

    Attributes:
        examination: what came out; None while it is awaited or where the backup is unfit.

    Signals:
        another_wanted(): choose another backup.
    """

    another_wanted = Signal()
    widest = 600

    def __init__(
        self, examiner: Examiner, *, key_file_alone: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._examiner = examiner
        self._key_file_alone = key_file_alone
        self._path = ""
        self.examination: Examination | None = None
        self.set_heading(self.tr("Check the backup"))
        self._result = QVBoxLayout()
        self.body.addLayout(self._result)
        self.busy = Busy(self.tr("Reading the backup through"), cancellable=False)
        self.body.addWidget(self.busy)
        self.add_buttons(self.tr("Put the key file back") if key_file_alone else self.tr("Next"))
        examiner.examined.connect(self._on_examined)

    def show_backup(self, path: str, *, again: bool = False) -> None:
        """Examine this backup, or show what is known of it."""
        self._path = path
        self.examination = None
        clear(self._result)
        self._enable(enabled=False)
        self.busy.begin(lambda: None)
        self._examiner.examine_first(path, again=again)

    def complete(self) -> bool:
        return self.examination is not None

    def _on_examined(self, path: str) -> None:
        if path != self._path:
            return
        self.busy.finish()
        clear(self._result)
        self._show(self._examiner.results[path])

    def refuse(self, error: UserFacingError) -> None:
        """Say why nothing can be done with this backup."""
        clear(self._result)
        self._enable(enabled=False)
        others = [(self.tr("Choose another backup"), self.another_wanted.emit)]
        failure = Failure(error, lambda: self.show_backup(self._path, again=True), others=others)
        self._result.addWidget(failure)
        failure.show()
        failure.retry_button.setFocus()

    def _show(self, result: Result) -> None:
        if isinstance(result, UserFacingError):
            self.refuse(result)
            return
        self.examination = result
        self._result.addWidget(facts_card("", self._facts(result)))
        for warning in self._warnings(result):
            self._result.addWidget(WarningBox(warning))
        for promise in self._promises(result):
            self._result.addWidget(label(promise, "muted", wrap=True))
        self._enable()

    def _enable(self, *, enabled: bool = True) -> None:
        if self.primary is not None:
            self.primary.setEnabled(enabled)
            if enabled:
                self.setFocusProxy(self.primary)
                self.primary.setFocus()

    def _facts(self, examination: Examination) -> tuple[tuple[str, str], ...]:
        found = examination.found
        return (
            (self.tr("Office"), found.office_name),
            (self.tr("Taken"), backup_time(found)),
            (self.tr("Lies in"), backup_place(found)),
            (self.tr("Size"), backup_size(found)),
            (self.tr("State"), self.tr("Whole: every file is as it was when the backup was taken.")),
            (self.tr("Opens with"), self._opener(examination)),
        )

    def _opener(self, examination: Examination) -> str:
        sheet = self.tr("Recovery sheet no. {number}").format(number=examination.sheet_number)
        if not examination.staff:
            return sheet
        names = listed(name for _account, name in examination.staff)
        return self.tr("{sheet}, or the passphrase of {names}").format(sheet=sheet, names=names)

    def _warnings(self, examination: Examination) -> tuple[str, ...]:
        if self._key_file_alone:
            return ()
        time = backup_time(examination.found)
        found = [self.tr("Whatever was entered after {time} is not in this backup.").format(time=time)]
        if examination.lists.begun:
            found.append(
                self.tr(
                    "A disposal was cut off on this computer. If the office still opens, finish it first; "
                    "otherwise whoever it destroyed comes back."
                )
            )
        elif not examination.lists.lists:
            found.append(
                self.tr(
                    "No list of destroyed customers was found. If customers were destroyed after this "
                    "backup was taken, they come back with it: destroy them again."
                )
            )
        elif examination.list_may_be_older:
            found.append(
                self.tr(
                    "The last disposal on the list of destroyed customers: {last}. If there was a later one, "
                    "connect the disk that was there then; otherwise its customers come back."
                ).format(last=last_disposal(examination.lists))
            )
        return tuple(found)

    def _promises(self, examination: Examination) -> tuple[str, ...]:
        if self._key_file_alone:
            return (self.tr("Only the key file is written. The database stays as it is."),)
        found = []
        if examination.replaces:
            found.append(
                self.tr(
                    "The office's present files are kept in a folder of their own; none of them is deleted."
                )
            )
        if examination.lists.lists:
            found.append(
                self.tr(
                    "Customers on a list of destroyed ones are destroyed again before anybody can log in."
                )
            )
        return tuple(found)
