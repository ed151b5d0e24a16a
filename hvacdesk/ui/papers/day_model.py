"""The jobs of a day as lines, with a check mark for each copy that is to be printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QAbstractTableModel, QObject, Qt, Signal

from hvacdesk.domain.jobs.jobs import JobRow, JobState
from hvacdesk.domain.papers.work_orders import PROFILE_NAMES, Profile
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.papers.issue import changed_text, usual_profiles
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.table_model import Index
from hvacdesk.ui.wording.jobs import hours_text, kind_text, suspended_chip, who_text

TIME, CUSTOMER, WORK = range(3)
FIRST_BOX = 3
PROFILES = tuple(Profile)
STATE = FIRST_BOX + len(PROFILES)

Copies = Mapping[str, frozenset[Profile]]
"""Profiles by job."""

Role = Qt.ItemDataRole


class DayModel(QAbstractTableModel):
    """One line a job. Copies that exist already start unchecked, unless they show what was changed since.

    Signals:
        checked(): another set of copies is checked.
    """

    checked = Signal()

    def __init__(self, ctx: DeskContext, parent: QObject) -> None:
        super().__init__(parent)
        self._words = ctx.words
        self._heads = (
            self.tr("Time"),
            self.tr("Customer"),
            self.tr("Work and staff"),
            *(ctx.words(PROFILE_NAMES[profile]) for profile in PROFILES),
            "",
        )
        self.rows: Sequence[JobRow] = ()
        self._printed: Copies = {}
        self._changed: Copies = {}
        self._chosen: set[tuple[str, Profile]] = set()

    def set_day(self, rows: Sequence[JobRow], printed: Copies, changed: Copies) -> None:
        """Show a day's jobs; ``printed`` names the profiles that each job has copies of.

        What somebody checked or cleared stays so, unless that copy was printed, withdrawn or outdated since.

        Args:
            changed: those whose newest copy shows something that was changed since.
        """
        before = {copy: copy[:2] in self._chosen for copy in self._offered()}
        self.beginResetModel()
        self.rows = [row for row in rows if row.state is not JobState.CANCELLED]
        self._printed, self._changed = printed, changed
        self._chosen = {copy[:2] for copy, at_first in self._offered().items() if before.get(copy, at_first)}
        self.endResetModel()
        self.checked.emit()

    def _offered(self) -> dict[tuple[str, Profile, bool], bool]:
        """Every copy that can be checked, with whether there is a right one; and whether it is at first."""
        copies = (
            (row, profile, profile in self.have(row) - self.changed(row))
            for row in self.rows
            for profile in PROFILES
            if self.may_check(row, profile)
        )
        return {
            (row.job, profile, there): profile in usual_profiles(row) and not there
            for row, profile, there in copies
        }

    def have(self, row: JobRow) -> frozenset[Profile]:
        """The profiles of which the job has a copy."""
        return self._printed.get(row.job, frozenset())

    def changed(self, row: JobRow) -> frozenset[Profile]:
        """The profiles that the job needs of which the copy on paper shows what was changed since."""
        return self._changed.get(row.job, frozenset()).intersection(usual_profiles(row))

    def may_check(self, row: JobRow, profile: Profile) -> bool:
        """Whether the job can have such a copy; none while the use of its customer's data is suspended."""
        return not row.suspended and (profile is not Profile.PARTNER or bool(row.partner_firm))

    def is_checked(self, row: JobRow, profile: Profile) -> bool:
        """Whether that copy of the job is checked."""
        return (row.job, profile) in self._chosen

    def chosen(self) -> Iterator[tuple[JobRow, tuple[Profile, ...]]]:
        """Every job with the copies that are checked, of those jobs that have one."""
        for row in self.rows:
            profiles = tuple(profile for profile in PROFILES if self.is_checked(row, profile))
            if profiles:
                yield row, profiles

    def check(self, job: str, profile: Profile, *, on: bool) -> bool:
        """Check or clear one copy; false where the job cannot have it, or is not of this day any more."""
        line = next((line for line, row in enumerate(self.rows) if row.job == job), -1)
        if line < 0 or not self.may_check(self.rows[line], profile):
            return False
        (self._chosen.add if on else self._chosen.discard)((job, profile))
        at = self.index(line, FIRST_BOX + PROFILES.index(profile))
        self.dataChanged.emit(at, at, [Role.CheckStateRole])
        self.checked.emit()
        return True

    def profile_at(self, index: Index) -> Profile | None:
        """The copy that a cell shows; None where it holds words."""
        at = index.column() - FIRST_BOX
        return PROFILES[at] if index.isValid() and 0 <= at < len(PROFILES) else None

    def state(self, row: JobRow) -> ChipValue:
        """How far a job's usual copies are printed."""
        if row.suspended:
            return suspended_chip()
        have = self.have(row)
        if self.changed(row):
            return ChipValue(self.tr("changed since printing"), Tone.WARN)
        if row.copies_waiting:
            return ChipValue(self.tr("waiting to be printed"), Tone.WARN)
        if all(profile in have for profile in usual_profiles(row)):
            return ChipValue(self.tr("printed"), Tone.GOOD)
        if have:
            return ChipValue(self.tr("partly printed"), Tone.INFO)
        return ChipValue(self.tr("not printed"), Tone.WARN)

    def text(self, row: JobRow, column: int) -> str:
        """The words of a cell, in one or two lines."""
        if column == TIME:
            return hours_text(row.starts, row.ends)
        if column == CUSTOMER:
            return _lines(row.name.text, row.town.text)
        if column == WORK:
            return _lines(kind_text(row, self._words), who_text(row))
        return self.state(row).text if column == STATE else ""

    def _spoken(self, row: JobRow, column: int, profile: Profile | None) -> str:
        if profile is None:
            return f"{self._heads[column]}: {self.text(row, column)}".removeprefix(": ").replace("\n", "  ")
        name = f"{row.name.text}, {self._words(PROFILE_NAMES[profile])}"
        if profile in self.changed(row):
            return changed_text(name)
        if profile in self.have(row):
            return self.tr("{copy} (already printed)").format(copy=name)
        return name

    # Qt's overrides

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, profile = self.rows[index.row()], self.profile_at(index)
        if role == Role.CheckStateRole and profile is not None:
            return Qt.CheckState.Checked if self.is_checked(row, profile) else Qt.CheckState.Unchecked
        if role == Role.AccessibleTextRole:
            return self._spoken(row, index.column(), profile)
        if role == Role.DisplayRole:
            return self.text(row, index.column())
        if role == Role.ToolTipRole and profile is None:
            return self.text(row, index.column())
        return None

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        profile = self.profile_at(index)
        if role != Role.CheckStateRole or profile is None:
            return False
        return self.check(self.rows[index.row()].job, profile, on=value == Qt.CheckState.Checked)

    def flags(self, index: Index) -> Qt.ItemFlag:
        profile = self.profile_at(index)
        if profile is None:
            return Qt.ItemFlag.ItemIsEnabled
        if not self.may_check(self.rows[index.row()], profile):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Role.DisplayRole:
            return self._heads[section]
        if role == Role.TextAlignmentRole:
            box = FIRST_BOX <= section < STATE
            side = Qt.AlignmentFlag.AlignHCenter if box else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap)
        return None


def _lines(*texts: str) -> str:
    return "\n".join(filter(None, texts))
