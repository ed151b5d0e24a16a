"""The office does not open: what happened, what is safe, and each way out as a button."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from hvacdesk import __version__
from hvacdesk.domain.backups.backups import FoundBackup
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.services.entry.ways_out import WayOut, ways_out
from hvacdesk.ui.entry.restore.wording import backup_place, backup_time
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.entry_view import EntryView
from hvacdesk.ui.widgets.failure import Failure
from hvacdesk.ui.widgets.text import label

ICONS = {
    WayOut.RETRY: "rotate-cw",
    WayOut.SHEET: "key-round",
    WayOut.ENROL: "user-plus",
    WayOut.PUT_BACK: "undo-2",
    WayOut.RESTORE: "history",
    WayOut.FOLDER: "search",
    WayOut.CLOSE: "log-out",
}
SHOW_VERSION = frozenset({WayOut.CLOSE})
"""Where closing is the only way out, another version of the program is needed."""


class BlockedView(EntryView):
    """Explains one error.

    Attributes:
        ways: the buttons.

    Signals:
        check_wanted(): the self-check, to be read out to the person who helps.
    """

    check_wanted = Signal()
    widest = 560

    def __init__(
        self,
        error: UserFacingError,
        slots: Mapping[WayOut, Callable[[], object]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.error = error
        self.ways: dict[WayOut, QPushButton] = {}
        self._explanations: dict[WayOut, QLabel] = {}
        self.set_heading(self.tr("The office cannot be opened yet"))
        self.body.addWidget(Failure(error))
        offered = ways_out(error)
        if frozenset(offered) == SHOW_VERSION:
            text = self.tr("The version on this computer is {number}.").format(number=__version__)
            self.body.addWidget(label(text, "muted", wrap=True))
        card = Card()
        card.body.setSpacing(theme.px(14))
        for way in offered:
            card.body.addLayout(self._offer(way, slots[way], first=not self.ways))
        self.body.addWidget(card)
        self.check_button = button(self.tr("Check this computer"), self.check_wanted.emit, kind="link")
        self.check_button.setAccessibleDescription(
            self.tr("A table to read out to whoever helps on the phone")
        )
        self.check_button.setToolTip(self.check_button.accessibleDescription())
        self.body.addWidget(self.check_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.ways[offered[0]])

    def name_backup(self, found: FoundBackup) -> None:
        """Name the backup that *restore* would take, once one was found that is whole."""
        text = self.tr("Restore the backup of {time}").format(time=backup_time(found))
        way = self.ways[WayOut.RESTORE]
        way.setText(text.replace("&", "&&"))
        way.setAccessibleName(text)
        explanation = self.tr("It lies in {folder}. What was entered after it is lost.")
        self._explanations[WayOut.RESTORE].setText(explanation.format(folder=backup_place(found)))

    def _offer(self, way: WayOut, slot: Callable[[], object], *, first: bool) -> QVBoxLayout:
        text, explanation = self._words(way)
        made = button(text, slot, kind="primary" if first else "", icon=ICONS[way])
        made.setAccessibleDescription(explanation)
        self.ways[way] = made
        column = QVBoxLayout()
        column.setSpacing(theme.px(4))
        column.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        if explanation:
            self._explanations[way] = label(explanation, "muted", wrap=True)
            column.addWidget(self._explanations[way])
        return column

    def _words(self, way: WayOut) -> tuple[str, str]:
        return {
            WayOut.RETRY: (self.tr("Try again"), ""),
            WayOut.SHEET: (
                self.tr("Use the recovery sheet"),
                self.tr("It opens the office without the key store and makes new keys. Nothing is lost."),
            ),
            WayOut.ENROL: (
                self.tr("Enrol this computer login"),
                self.tr(
                    "If the office is used from another login of this computer: somebody responsible makes "
                    "one-time words there, which you type here."
                ),
            ),
            WayOut.PUT_BACK: (
                self.tr("Put the key file back from a backup"),
                self.tr("Only the key file is taken from the backup. Nothing that was entered is lost."),
            ),
            WayOut.RESTORE: (
                self.tr("Restore a backup"),
                self.tr("What was entered after the backup is lost. The files here are kept aside."),
            ),
            WayOut.FOLDER: (self.tr("Show the folder"), ""),
            WayOut.CLOSE: (self.tr("Close the program"), ""),
        }[way]
