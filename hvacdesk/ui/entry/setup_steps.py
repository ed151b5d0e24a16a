"""What the set-up asks for before there is a recovery sheet, one view each."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from hvacdesk.domain.backups.backups import FoundBackup
from hvacdesk.domain.backups.folder_kinds import FolderStanding
from hvacdesk.ui.entry.choose_passphrase import ChoosePassphrase
from hvacdesk.ui.entry.folder_warning import FolderWarning, folder_warning
from hvacdesk.ui.entry.office_form import OfficeForm
from hvacdesk.ui.entry.restore.wording import backup_time
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.form import Form
from hvacdesk.ui.widgets.text import label, rule
from hvacdesk.ui.widgets.wizard_step import WizardStep


class WelcomeStep(WizardStep):
    """What the set-up will ask for, and where the office will lie if that is no good place.

    Attributes:
        warning: speaks against the folder; None if nothing does.
        restore: the way to an office that exists already.
        join: the way to an office that is on another PC.
        known: speaks of a backup that this computer knows.

    Signals:
        restore_wanted(): there is an office already, in a backup.
        join_wanted(): there is an office already, on another PC.
    """

    restore_wanted = Signal()
    join_wanted = Signal()

    def __init__(self, standing: FolderStanding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_heading(
            self.tr("Set up your office"),
            self.tr("It takes about five minutes. Nothing is written before the last step."),
        )
        card = Card()
        points = (
            self.tr("The office's name and the facts from which retention periods are counted"),
            self.tr("Your name and a passphrase: you become the person responsible"),
            self.tr(
                "A recovery sheet on paper, for the day on which this computer or the passphrase is lost"
            ),
        )
        for number, text in enumerate(points, 1):
            card.body.addWidget(label(f"{number}   {text}", wrap=True))
        self.body.addWidget(card)
        self.warning = folder_warning(standing)
        self.body.addWidget(self._existing_office())
        self.add_buttons(self.tr("Set up a new office"), first=True)
        if self.primary is not None:
            self.setFocusProxy(self.primary)
        if self.warning is not None:
            self._warn(self.warning)

    def name_backup(self, found: FoundBackup) -> None:
        """There was an office here: speak of its backup, so that nobody begins a second one."""
        text = self.tr("This computer knows a backup of {office}, taken {time}.")
        self.known.setText(text.format(office=found.office_name, time=backup_time(found)))
        self.known.show()
        self.restore.setFocus()

    def _existing_office(self) -> Card:
        card = Card()
        card.body.addWidget(label(self.tr("There is an office already"), "strong", wrap=True))
        text = self.tr(
            "After a new computer or a broken disk, or to move: with a backup and the recovery sheet the "
            "office comes to this computer. Do not set up a second one beside it."
        )
        card.body.addWidget(label(text, "muted", wrap=True))
        self.known = label("", "strong", wrap=True)
        self.known.hide()
        card.body.addWidget(self.known)
        self.restore = button(
            self.tr("Restore or move an office to this computer"), self.restore_wanted.emit, icon="history"
        )
        card.body.addWidget(self.restore, 0, Qt.AlignmentFlag.AlignLeft)
        card.body.addWidget(rule())
        card.body.addWidget(label(self.tr("A second PC beside the office PC"), "strong", wrap=True))
        text = self.tr(
            "The office stays on the PC where it is, and this one joins it: people work in it at both."
        )
        card.body.addWidget(label(text, "muted", wrap=True))
        self.join = button(self.tr("Join an office that is on another PC"), self.join_wanted.emit)
        card.body.addWidget(self.join, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _warn(self, warning: FolderWarning) -> None:
        """The way on opens only once the warning was acknowledged."""
        self.body.addWidget(warning)
        self.setFocusProxy(warning.accepted)
        if self.primary is not None:
            self.primary.setEnabled(False)
            warning.accepted.toggled.connect(self.primary.setEnabled)


class OfficeStep(WizardStep):
    """The office's facts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_heading(
            self.tr("Your office"),
            self.tr("Legal form, fiscal year and licences decide how long records must be kept."),
        )
        self.form = OfficeForm()
        self.body.addWidget(self.form)
        self.add_buttons(self.tr("Next"))
        self.setFocusProxy(self.form.name)

    def complete(self) -> bool:
        return self.form.complete()


class OwnerStep(WizardStep):
    """The first person responsible."""

    def __init__(
        self, suggest: Callable[[], str], check: Callable[[str], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.set_heading(
            self.tr("You"),
            self.tr("You become the person responsible. You can invite the others afterwards."),
        )
        self.form = Form()
        self.name = self.form.add("name", self.tr("Your name"), QLineEdit(), required=True)
        self.body.addWidget(self.form)
        self.choice = ChoosePassphrase(suggest, check)
        self.body.addWidget(self.choice)
        self.add_buttons(self.tr("Next"))
        self.setFocusProxy(self.name)

    def complete(self) -> bool:
        self.form.clear_errors()
        if not self.name.text().strip():
            self.form.set_error("name", self.tr("Type your name as colleagues shall see it."))
            return False
        return self.choice.ready()
