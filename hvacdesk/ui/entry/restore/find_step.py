"""The first step of a restore: where to look, and the backups that were found there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from hvacdesk.domain.backups.backups import FoundBackup
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.ui import background
from hvacdesk.ui.entry.restore.disks import connected_disks
from hvacdesk.ui.entry.restore.examiner import Examiner
from hvacdesk.ui.entry.restore.wording import backup_size, backup_time
from hvacdesk.ui.language import words
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.busy import Busy
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.file_choice import choose_folder
from hvacdesk.ui.widgets.table_painter import ROW_HEIGHT
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.widgets.wizard_step import WizardStep

if TYPE_CHECKING:
    from hvacdesk.services.backups.restoring import Restoring

KNOWN = ""
"""Means the backup folders that this computer knows; other values are paths of disks and folders."""

ROWS_SHOWN = 4


class FindStep(WizardStep):
    """Looks for backups and lets one be chosen; each that is found is examined in turn.

    Attributes:
        where: the places to look in.
        table: the backups found there, the newest first.

    Signals:
        chosen(path): go on with this backup.
    """

    chosen = Signal(str)
    widest = 680

    def __init__(self, restoring: Restoring, examiner: Examiner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._restoring = restoring
        self._examiner = examiner
        self._reader = background.Reader(self)
        self.set_heading(
            self.tr("Find the backup"),
            self.tr("Connect the disk with the backups. Everything is read only until the last step."),
        )
        self.where = QComboBox()
        self.where.setAccessibleName(self.tr("Where to look"))
        self.where.setMinimumContentsLength(16)
        self.where.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self.where, 1)
        self.again = button(
            "", self.search, kind="icon", icon="refresh-cw", name=self.tr("Look for disks and backups again")
        )
        self.other = button(self.tr("Another folder"), self._choose_folder)
        row.addWidget(self.again)
        row.addWidget(self.other)
        self.body.addLayout(row)
        self.table = self._make_table()
        self.body.addWidget(self.table)
        self.table.hide()
        self.note = label("", "muted", wrap=True)
        self.body.addWidget(self.note)
        self.busy = Busy(self.tr("Looking for backups"))
        self.body.addWidget(self.busy)
        self.add_buttons(self.tr("Next"))
        self._list_places("")
        self.where.activated.connect(lambda _at: self._look())
        self.table.current_changed.connect(self._on_selected)
        self.table.activated_row.connect(lambda _row: self.finish())
        examiner.examined.connect(lambda _path: self.table.repaint_rows())
        self.setFocusProxy(self.table)
        self._on_selected(None)

    def search(self) -> None:
        """Look which disks are there, and for backups in the chosen place."""
        self._list_places(str(self.where.currentData()))
        self._look()

    def look_in(self, folder: str) -> None:
        """Look in a folder that is none of the known places."""
        self._list_places(folder)
        self._look()

    def complete(self) -> bool:
        found = self.table.current()
        if isinstance(found, FoundBackup):
            self.chosen.emit(found.path)
            return True
        return False

    def _list_places(self, chosen: str) -> None:
        self.where.clear()
        self.where.addItem(self.tr("Known backup folders"), KNOWN)
        for disk in connected_disks():
            self.where.addItem(disk.name, disk.folder)
        if chosen and self.where.findData(chosen) < 0:
            self.where.addItem(chosen, chosen)
        self.where.setCurrentIndex(max(0, self.where.findData(chosen)))

    def _choose_folder(self) -> None:
        choose_folder(self, self.tr("Folder with backups"), self.look_in)

    def _look(self) -> None:
        folder = str(self.where.currentData())
        looking: Callable[[], tuple[FoundBackup, ...]] = (
            self._restoring.known if folder == KNOWN else lambda: self._restoring.found(folder)
        )
        self.note.setText("")
        self._reader.read(looking).with_busy(self.busy).then(self._show_found).otherwise(self._show_failure)

    def _show_found(self, found: tuple[FoundBackup, ...]) -> None:
        self.table.set_rows(found)
        self.table.setVisible(bool(found))
        self.table.setFixedHeight(theme.px(ROW_HEIGHT + 2) * (1 + min(len(found), ROWS_SHOWN)))
        if found:
            self.table.select_first()
            self.note.setText(
                self.tr("The newest backup comes first. Take an older one only if the newer ones are unfit.")
            )
        else:
            self.note.setText(self._nothing_found())
            self.other.setFocus(Qt.FocusReason.OtherFocusReason)
        self._examiner.examine(one.path for one in found)

    def _nothing_found(self) -> str:
        if self.where.currentData() == KNOWN:
            return self.tr(
                "This computer knows no backup folder that is connected. Connect the disk and choose it "
                "above, or choose another folder."
            )
        return self.tr(
            "No backup was found there. Backups are folders whose names begin with “hvacdesk-backup-”; they "
            "lie in the folder that was chosen for backups."
        )

    def _show_failure(self, error: UserFacingError) -> None:
        self.table.set_rows(())
        self.table.hide()
        self.note.setText(error.in_full(words))

    def _on_selected(self, row: object) -> None:
        if self.primary is not None:
            self.primary.setEnabled(row is not None)

    def _make_table(self) -> DataTable:
        table = DataTable(self.tr("Backups"), record="path")
        table.set_columns(
            [
                Column(
                    "taken_at", self.tr("Taken"), width=136, value=backup_time, sort=lambda one: one.taken_at
                ),
                Column("office_name", self.tr("Office"), width=140, stretch=1),
                Column(
                    "size",
                    self.tr("Size"),
                    width=84,
                    value=backup_size,
                    align="right",
                    wide_only=True,
                    sort=lambda one: one.size,
                ),
                Column("state", self.tr("State"), width=112, kind="chip", value=self._state),
            ]
        )
        return table

    def _state(self, found: FoundBackup) -> ChipValue:
        result = self._examiner.results.get(found.path)
        if result is None:
            return ChipValue(self.tr("Being checked"), Tone.NEUTRAL)
        if isinstance(result, UserFacingError):
            return ChipValue(self.tr("Unfit"), Tone.BAD)
        return ChipValue(self.tr("Whole"), Tone.GOOD)
