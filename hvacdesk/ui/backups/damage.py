"""The box over every page once damage was found, and the questions before something is done about it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from hvacdesk.domain.office.integrity import Damage
from hvacdesk.domain.text.wording import Words, in_a_row
from hvacdesk.ui.moments import moment_text
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.flow_row import FlowRow
from hvacdesk.ui.widgets.warning_box import WarningBox


class DamageBox(WarningBox):
    """What was found, what is safe and the ways on; nobody is ever told to delete anything.

    Args:
        acts: whether the person may do something about it, or only tell who may.
        at_seat: whether the office's files are on another PC, where it is restored.

    Signals:
        restore_wanted(path): of the newest verified backup; empty where it has to be looked for.
        checked(): an owner has looked at the log and answers for its present end.
    """

    restore_wanted = Signal(str)
    checked = Signal()

    def __init__(
        self, damage: Damage, words: Words, today: date, *, acts: bool, at_seat: bool = False
    ) -> None:
        translate = QCoreApplication.translate
        newest = damage.newest
        parts = [words(damage.what), translate("Damage", "Do not delete any file of the office.")]
        action = None
        if not acts:
            parts.append(translate("Damage", "Tell the person responsible now."))
        elif at_seat:
            parts.append(translate("Damage", "A backup is restored at the office PC: log in there."))
        elif newest is None:
            parts.append(translate("Damage", "Connect the disk with the backups."))
            action = translate("Damage", "Restore from a backup…"), lambda: self.restore_wanted.emit("")
        else:
            text = translate("Damage", "Restore from the verified backup of {when}")
            when = moment_text(newest.taken_at, today)
            action = text.format(when=when), lambda: self.restore_wanted.emit(newest.path)
        super().__init__(in_a_row(*parts), tone=Tone.BAD)
        ways: list[QPushButton] = []
        if action is not None:
            self.button = button(*action)
            ways.append(self.button)
        if acts and damage.of_log:
            text = translate("Damage", "I have checked it: note the log's end again")
            self.checked_button = button(text, self.checked.emit, kind="link")
            ways.append(self.checked_button)
        if ways:  # below the text: beside it, large letters would make the box very tall
            self.body.addWidget(FlowRow(ways))


class AnchorQuestion(Dialog):
    """The last word before the log's present end is taken for the right one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent, width=480)
        self.set_title(self.tr("Note the audit log's end again?"))
        self.add_text(
            self.tr(
                "Do this when you know why: for example, the file was put back from a copy, or a note was "
                "lost with the computer's key store. What is gone from the log does not come back. That you "
                "answered for it is signed and stays in the log."
            )
        )
        self.set_primary(self.tr("Note it again"))
        self.add_secondary(self.tr("Cancel"))


class RestoreQuestion(Dialog):
    """The last word before the office is closed; accepted means close it and open the wizard."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent, width=480)
        self.set_title(self.tr("Close the office and restore a backup?"))
        self.add_text(
            self.tr(
                "The office is closed and the restore begins. It shows the backup first; nothing is changed "
                "before you confirm it there. Half-typed forms are kept if the file still takes them."
            )
        )
        self.set_primary(self.tr("Close the office"))
        self.add_secondary(self.tr("Stay here"))
