"""What becomes of printed pages inside the computer and the printer, and what the owner can do about it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from hvacdesk.ui.printing import cups
from hvacdesk.ui.printing.spool import spool
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.widgets.warning_box import WarningBox


class PrintedPagesCard(Card):
    """Says what is done here, and how to set up the print system where the program may not do it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("PrintedPagesCard", "Printed pages"), parent)
        if spool.refuses:
            self.body.addWidget(WarningBox(self._about_refusal()))
        else:
            queue = self._about_cups() if cups.available() else self._about_windows()
            self.body.addWidget(label(queue, wrap=True))
        self.body.addWidget(
            label(
                self.tr(
                    "Large office printers keep pages in a memory of their own, which this program cannot "
                    "reach. Have it erased before such a printer is returned or sold."
                ),
                "muted",
                wrap=True,
            )
        )

    def _about_refusal(self) -> str:
        return self.tr(
            "This computer does not let hvacdesk remove printed pages from its print queue: it keeps them "
            "for a day. Ask whoever looks after the computer to write the line “PreserveJobFiles No” into "
            "/etc/cups/cupsd.conf and to restart CUPS."
        )

    def _about_cups(self) -> str:
        return self.tr(
            "As soon as a paper is out, hvacdesk removes its pages from this computer's print queue."
        )

    def _about_windows(self) -> str:
        return self.tr(
            "Windows removes pages from its print queue as soon as they are out, unless the printer is set "
            "up to keep them: in the printer's properties, on the tab Advanced, “Keep printed documents” "
            "must not be ticked."
        )
