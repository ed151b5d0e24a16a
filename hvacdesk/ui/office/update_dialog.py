"""An update file: what it brings, and where its installer was put."""

from __future__ import annotations

from pathlib import Path

from hvacdesk import __version__
from hvacdesk.domain.office.updates import UpdateFacts
from hvacdesk.domain.roles import Permission
from hvacdesk.services.office import updates
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.widgets.file_choice import choose_folder
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.widgets.work_dialog import WorkDialog


class UpdateDialog(WorkDialog):
    """Checks the file when it opens; saves the installer where the person wants it."""

    def __init__(self, context: DeskContext, path: str) -> None:
        super().__init__("", context.window, width=520)
        self.set_title(self.tr("Update file"))
        self._path = Path(path)
        self._context = context
        self.answer = label("", wrap=True)
        self.body.addWidget(self.answer)
        self.next_steps = label("", "muted", wrap=True)
        self.body.addWidget(self.next_steps)
        self.save_button = self.set_primary(self.tr("Save the installer…"), self.ask_folder)
        self.save_button.setEnabled(False)
        self.add_secondary(self.tr("Close"))
        self.ask(self.tr("Checking the signature"), lambda: updates.look(self._path)).then(self._show)

    def ask_folder(self) -> None:
        """Let the person choose where the installer is put."""
        choose_folder(self, self.tr("Where to save the installer"), self.save_to)

    def save_to(self, folder: str) -> None:
        """Save the update file's installer into a folder."""

        def work(progress: background.Progress) -> Path:
            installer = updates.take_out(self._path, Path(folder), progress)
            self._keep_for_seats()
            return installer

        self.ask_with_progress(self.tr("Checking every byte"), work).then(self._saved)

    def _keep_for_seats(self) -> None:
        """The other PCs of the office need the same version soon."""
        seats, actor = self._context.seats, self._context.actor
        if seats is not None and actor.may(Permission.MANAGE_ACCOUNTS) and seats.were_set_up:
            seats.keep_installer(actor, self._path)

    def _show(self, facts: UpdateFacts) -> None:
        text = self.tr("Version {version} is signed by the publisher. Version {installed} is installed.")
        self.answer.setText(text.format(version=facts.version, installed=__version__))
        self.next_steps.setText(
            self.tr(
                "Saving installs nothing. When the new version opens the office for the first time, it takes"
                " a checked backup before it changes anything."
            )
        )
        self.save_button.setEnabled(True)
        self.go_to_first()

    def _saved(self, installer: Path) -> None:
        self.answered = True
        self.answer.setText(self.tr("Saved and checked: {path}").format(path=installer))
        self.next_steps.setText(self.tr("Close hvacdesk, open the installer, then start hvacdesk again."))
        self.save_button.setEnabled(False)
