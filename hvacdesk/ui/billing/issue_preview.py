"""The last look at an invoice or estimate before it is issued: whose it is, how much, and its page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from hvacdesk.ui.printing.pages_view import PagesView
from hvacdesk.ui.widgets.dialog import Dialog


class IssuePreview(Dialog):
    """Accepted: it is to be issued. Enter goes back, since what was issued is no longer changed.

    Args:
        said: whom it asks, what it comes to, and what is odd about it, line by line.
        warned: what its page lacks.
        kept: what becomes of it by that; empty for an invoice.
        back: what leads back; empty for the draft.
    """

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
        for line in said:
            self.add_text(line)
        for lack in warned:
            self.body.addWidget(lack)
        numbered = self.tr("It gets its number now, is filed, and is no longer changed.")
        self.add_text(kept or numbered, "muted")
        self.pages = PagesView(pdf)
        self.body.addWidget(self.pages, 1)
        self.set_primary(self.tr("Issue"))
        self.add_secondary(back or self.tr("Back to the draft"))
        self.begin_on_way_back()  # else the pages had the keyboard
        self.fit(940, 760)
