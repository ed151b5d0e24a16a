"""Two versions of a rule text side by side: what is new, changed and left out, said in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QWidget

from hvacdesk.domain.staff.rule_diff import LINE_CHANGE_NAMES, DiffLine, LineChange, side_by_side
from hvacdesk.domain.staff.rule_texts import RULE_STATE_NAMES, RuleState, RuleVersion
from hvacdesk.ui.language import words
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.chip import Chip
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.form import FormField
from hvacdesk.ui.widgets.scroll_column import ScrollColumn
from hvacdesk.ui.widgets.text import label

_TONES = {LineChange.CHANGED: Tone.INFO, LineChange.ADDED: Tone.GOOD, LineChange.REMOVED: Tone.WARN}


class CompareDialog(Dialog):
    """The chosen version at the right, the one before it at the left; both can be changed.

    Attributes:
        before, after: which versions are shown.
        all_lines: whether lines that are the same are shown, too.
    """

    def __init__(
        self, versions: Sequence[RuleVersion], chosen: RuleVersion, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent, width=520)
        self.set_title(self.tr("Compare versions of “{title}”").format(title=chosen.title))
        self._versions = tuple(versions)
        self.before, self.after = self._choice(), self._choice()
        at = next((n for n, one in enumerate(self._versions) if one.text == chosen.text), 0)
        self.after.setCurrentIndex(at)
        self.before.setCurrentIndex(min(at + 1, len(self._versions) - 1))
        row = QHBoxLayout()
        row.setSpacing(theme.px(14))
        row.addWidget(FormField(self.tr("Former version"), self.before), 1)
        row.addWidget(FormField(self.tr("Later version"), self.after), 1)
        self.body.addLayout(row)
        self.all_lines = QCheckBox(self.tr("Also show lines that are the same"))
        self.body.addWidget(self.all_lines)
        self._summary = label("", "muted", wrap=True)
        self.body.addWidget(self._summary)
        self._lines = ScrollColumn(name=self.tr("Differences"))
        self.body.addWidget(self._lines, 1)
        self.set_primary(self.tr("Close"))
        for choice in (self.before, self.after):
            choice.currentIndexChanged.connect(lambda _at: self._compare())
        self.all_lines.toggled.connect(lambda _on: self._compare())
        self._compare()
        self.fit(820, 620)

    def form_button(self) -> None:
        return None

    def _choice(self) -> QComboBox:
        choice = QComboBox()
        choice.setMinimumContentsLength(8)
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for number, one in enumerate(self._versions):
            choice.addItem(self._name(one))
            day = one.in_force_on or one.made_on
            choice.setItemData(number, day.isoformat() if day else "", Qt.ItemDataRole.ToolTipRole)
        return choice

    def _name(self, version: RuleVersion) -> str:
        if version.state is RuleState.PROPOSED:
            return self.tr("Proposal of the program")
        text = self.tr("Version {version} ({state})")
        return text.format(version=version.version, state=words(RULE_STATE_NAMES[version.state]))

    def _compare(self) -> None:
        before, after = (self._versions[choice.currentIndex()].body for choice in (self.before, self.after))
        lines = side_by_side(before, after)
        differing = [one for one in lines if one.change is not LineChange.SAME]
        self._summary.setText(
            self.tr("%n line(s) differ.", "", len(differing))
            if differing
            else self.tr("Both versions say the same.")
        )
        shown = lines if self.all_lines.isChecked() else differing
        self._lines.setWidget(_grid(shown))
        self._lines.setAccessibleDescription(
            "\n".join(f"{words(LINE_CHANGE_NAMES[one.change])}: {one.before} / {one.after}" for one in shown)
        )


def _grid(lines: Sequence[DiffLine]) -> QWidget:
    content = QWidget()
    content.setProperty("role", "clear")
    grid = QGridLayout(content)
    grid.setContentsMargins(0, 0, theme.px(14), 0)
    grid.setHorizontalSpacing(theme.px(14))
    grid.setVerticalSpacing(theme.px(10))
    for number, line in enumerate(lines):
        same = line.change is LineChange.SAME
        grid.addWidget(
            label(line.before, "muted" if same else "", wrap=True), number, 0, Qt.AlignmentFlag.AlignTop
        )
        if not same:
            chip = Chip(words(LINE_CHANGE_NAMES[line.change]), _TONES[line.change])
            grid.addWidget(chip, number, 1, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        grid.addWidget(
            label(line.after, "muted" if same else "", wrap=True), number, 2, Qt.AlignmentFlag.AlignTop
        )
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(2, 1)
    grid.setRowStretch(len(lines), 1)
    return content
