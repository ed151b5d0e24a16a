"""The day's jobs with a check mark for each copy that is to be printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from hvacdesk.domain.jobs import JobRow, JobState
from hvacdesk.domain.work_orders import PROFILE_NAMES, Profile
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.jobs.wording import kind_text, time_text, who_text
from hvacdesk.ui.papers.issue import usual_profiles
from hvacdesk.ui.theme import Tone, theme
from hvacdesk.ui.widgets.chip import Chip
from hvacdesk.ui.widgets.text import label, rule

_FIRST_BOX = 3
_LAST = _FIRST_BOX + len(Profile)


class DayList(QScrollArea):
    """One line a job. Copies that exist already start unchecked.

    Signals:
        changed(): another set of copies is checked.
    """

    changed = Signal()

    def __init__(self, ctx: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._printed: Mapping[str, frozenset[Profile]] = {}
        self.boxes: dict[str, dict[Profile, QCheckBox]] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_day(self, rows: Sequence[JobRow], printed: Mapping[str, frozenset[Profile]]) -> None:
        """Show a day's jobs; ``printed`` names the profiles that each job has copies of."""
        self._printed = printed
        self.boxes = {}
        content = QWidget()
        content.setProperty("role", "clear")
        outer = QVBoxLayout(content)
        outer.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(14))
        grid.setVerticalSpacing(theme.px(8))
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 2)
        outer.addLayout(grid)
        outer.addStretch(1)
        self._add_head(grid)
        for number, row in enumerate(row for row in rows if row.state is not JobState.CANCELLED):
            grid.addWidget(rule(), 2 * number + 1, 0, 1, _LAST + 1)
            self._add_row(grid, 2 * number + 2, row)
        self.setWidget(content)
        self.changed.emit()

    def _add_head(self, grid: QGridLayout) -> None:
        for column, name in enumerate((self.tr("Time"), self.tr("Customer"), self.tr("Work and staff"))):
            grid.addWidget(label(name, "label"), 0, column)
        for column, profile in enumerate(Profile, _FIRST_BOX):
            head = label(self._ctx.words(PROFILE_NAMES[profile]), "label", wrap=True)
            head.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)
            head.setMinimumWidth(theme.px(86))
            grid.addWidget(head, 0, column)

    def _add_row(self, grid: QGridLayout, line: int, row: JobRow) -> None:
        words = self._ctx.words
        grid.addWidget(label(time_text(row) or self.tr("all day"), "strong"), line, 0)
        grid.addWidget(label(f"{row.name.text}\n{row.town.text}", wrap=True), line, 1)
        grid.addWidget(label(f"{kind_text(row, words)}\n{who_text(row)}", wrap=True), line, 2)
        have = self._printed.get(row.job, frozenset())
        usual = usual_profiles(row)
        self.boxes[row.job] = {}
        for column, profile in enumerate(Profile, _FIRST_BOX):
            box = QCheckBox()
            box.setChecked(profile in usual and profile not in have)
            box.setEnabled(profile is not Profile.PARTNER or bool(row.partner_firm))
            name = f"{row.name.text}, {words(PROFILE_NAMES[profile])}"
            box.setAccessibleName(
                self.tr("{copy} (already printed)").format(copy=name) if profile in have else name
            )
            box.toggled.connect(lambda _on: self.changed.emit())
            self.boxes[row.job][profile] = box
            grid.addWidget(box, line, column, Qt.AlignmentFlag.AlignCenter)
        missing = [profile for profile in usual if profile not in have]
        done = not missing
        text = self.tr("printed") if done else self.tr("partly printed") if have else self.tr("not printed")
        tone = Tone.GOOD if done else Tone.INFO if have else Tone.WARN
        grid.addWidget(Chip(text, tone), line, _LAST, Qt.AlignmentFlag.AlignVCenter)

    def chosen(self) -> dict[str, tuple[Profile, ...]]:
        """The checked copies by job."""
        found = {
            job: tuple(profile for profile, box in boxes.items() if box.isChecked() and box.isEnabled())
            for job, boxes in self.boxes.items()
        }
        return {job: profiles for job, profiles in found.items() if profiles}

    def again(self) -> int:
        """How many jobs have one of the checked copies already."""
        return sum(
            not self._printed.get(job, frozenset()).isdisjoint(profiles)
            for job, profiles in self.chosen().items()
        )

    def check_all(self, profile: Profile, *, on: bool) -> None:
        """Check or clear one profile for every job."""
        for boxes in self.boxes.values():
            if boxes[profile].isEnabled():
                boxes[profile].setChecked(on)
