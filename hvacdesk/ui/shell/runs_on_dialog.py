"""After the last window was closed: the program goes on for the other PCs, and how it is ended."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from hvacdesk.ui.widgets.dialog import Dialog


class RunsOnDialog(Dialog):
    """Tells that the program runs on without a window; it asks nothing and holds nothing up."""

    def __init__(self, at_work: Sequence[str], parent: QWidget | None = None) -> None:
        """``at_work``: the names of who is logged in at other PCs."""
        super().__init__("", parent, width=480)
        self.set_title(self.tr("hvacdesk goes on for the other PCs"))
        self.add_text(
            self.tr("The window is closed; people at other PCs can work on as long as this PC stays on.")
        )
        if at_work:
            self.add_text(self.tr("Logged in there now: {names}").format(names="、".join(at_work)), "strong")
        self.add_text(
            self.tr(
                "Start hvacdesk again to log in here. To end it for everybody, log in and press “Switch off” "
                "under Settings, Other PCs."
            ),
            "muted",
        )
        self.set_primary(self.tr("Close")).setFocus()
