"""Renewing the office's keys by hand: what it is good for, what it changes, and what it leaves alone."""

from __future__ import annotations

from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.widgets.work_dialog import WorkDialog


class RenewDialog(WorkDialog):
    """Asks once; afterwards the keys are new and everything else is as it was."""

    def __init__(self, context: DeskContext) -> None:
        super().__init__("", context.window, width=520)
        self.set_title(self.tr("Renew the office's keys"))
        self._context = context
        for text in (
            self.tr(
                "Do this when somebody may have copied the data or the key store: what they have then opens "
                "nothing that is saved from now on."
            ),
            self.tr(
                "The whole file is rewritten under new keys. It takes some seconds, and nobody can save "
                "meanwhile. Passphrases and the recovery sheet stay as they are."
            ),
        ):
            self.add_text(text)
        self.set_primary(self.tr("Renew the keys"), self.renew)
        self.add_secondary(self.tr("Cancel"))

    def renew(self) -> None:
        """Renew them."""
        context = self._context
        self.ask(self.tr("Renewing the keys"), lambda: context.office.keys.rotate(context.actor)).then(
            lambda _nothing: self._renewed()
        )

    def _renewed(self) -> None:
        self.accept()
        self._context.notify(self.tr("The office's keys were renewed."))
