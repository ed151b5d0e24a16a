"""After the last window was closed: the program goes on for the other PCs, and how it is ended."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.ui.language import listed, words
from hvacdesk.ui.widgets.dialog import Dialog


class RunsOnDialog(Dialog):
    """Tells that the program runs on without a window; it asks nothing and holds nothing up.

    Args:
        at_work: the names of who is logged in at other PCs.
        failure: what keeps other PCs away at the moment, where something does.
    """

    def __init__(
        self,
        at_work: Sequence[str],
        failure: UserFacingError | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", parent, width=480)
        self.set_title(self.tr("hvacdesk goes on for the other PCs"))
        if failure is None:
            self.add_text(
                self.tr("The window is closed; people at other PCs can work on as long as this PC stays on.")
            )
        else:
            self.add_text(self.tr("The window is closed, but nobody can work at other PCs at the moment."))
            self.add_text(failure.in_short(words), "strong")
        if at_work:
            self.add_text(self.tr("Logged in there now: {names}").format(names=listed(at_work)), "strong")
        self.add_text(
            self.tr(
                "Start hvacdesk again to log in here. To end it for everybody, log in and press “Switch off” "
                "under Settings, Other PCs."
            ),
            "muted",
        )
        self.set_primary(self.tr("Close")).setFocus()
