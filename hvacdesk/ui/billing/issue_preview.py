"""The last look at an invoice or estimate before it is issued: whose it is, how much, and its page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from hvacdesk.ui.printing.said_beside import SaidBeside
from hvacdesk.ui.widgets.dialog import Dialog


class IssuePreview(Dialog):
    """Accepted: it is to be issued. Enter goes back, since what was issued is no longer changed.

    Args:
        said: whom it asks, what it comes to, and what is odd about it, line by line.
        warned: what its page lacks.
        kept: what becomes of it by that; empty for an invoice.
        back: what leads back; empty for the draft.
    """

    asks_about_parent = True

    def __init__(
        self,
        parent: QWidget,
        pdf: bytes,
        said: Sequence[str],
        warned: Sequence[QWidget] = (),
        *,
        kept: str = "",
        back: str = "",
    ) -> None:
        super().__init__(QCoreApplication.translate("IssuePreview", "Issue it like this?"), parent, width=720)
        beside = SaidBeside(pdf)
        for line in said:
            beside.say(line)
        for lack in warned:
            beside.add(lack)
        numbered = self.tr("It gets its number now, is filed, and is no longer changed.")
        beside.say(kept or numbered, "muted")
        self.pages = beside.pages
        self.body.addWidget(beside, 1)
        self.set_primary(self.tr("Issue"))
        self.add_secondary(back or self.tr("Back to the draft"))
        self.begin_on_way_back()  # else the pages had the keyboard
        self.fit(940, 760)
