"""The self-check in a window: the same table as ``hvacdesk self-check`` prints, and the backup folders."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from hvacdesk.domain.office.self_check import PART_NAMES, VERDICT_NAMES, Finding, Verdict
from hvacdesk.ui import background
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.language import words
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.busy import Busy
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.line_list import Line, LineList
from hvacdesk.ui.widgets.scroll_column import ScrollColumn

WIDTH, HEIGHT = 600, 640
TONES = {
    Verdict.GOOD: Tone.GOOD,
    Verdict.LOOK: Tone.WARN,
    Verdict.BAD: Tone.BAD,
    Verdict.NOT_SEEN: Tone.NEUTRAL,
}


class SelfCheckDialog(Dialog):
    """Each part with a word for its state.

    Args:
        look: the check itself; runs in the background.
        connection: whether it is about the way to the office PC alone.
    """

    def __init__(
        self, look: Callable[[], tuple[Finding, ...]], parent: QWidget, *, connection: bool = False
    ) -> None:
        super().__init__("", parent, width=WIDTH)
        title = self.tr("Check of the connection") if connection else self.tr("Check of this computer")
        self.set_title(title)
        self.lines = LineList(title)
        self.body.addWidget(self._scrolled(title), 1)
        doing = self.tr("Looking for the office PC") if connection else self.tr("Looking at this computer")
        self.busy = Busy(doing, cancellable=False)
        self.body.addWidget(self.busy)
        self.set_primary(self.tr("Close"))
        self.fit(WIDTH, HEIGHT)
        background.ask(self, look).with_busy(self.busy).then(self._show)

    def _scrolled(self, title: str) -> QScrollArea:
        content = QWidget()
        content.setProperty("role", "clear")
        column = QVBoxLayout(content)
        column.setContentsMargins(theme.px(10), theme.px(8), theme.px(14), theme.px(8))
        column.addWidget(self.lines)
        column.addStretch(1)
        return ScrollColumn(content, name=title)

    def _show(self, findings: tuple[Finding, ...]) -> None:
        self.lines.set_lines([self._line(finding) for finding in findings])

    def _line(self, finding: Finding) -> Line:
        chip = ChipValue(words(VERDICT_NAMES[finding.verdict]), TONES[finding.verdict])
        return Line(words(PART_NAMES[finding.part]), (day_text(finding.sentence(words)),), chip=chip)
