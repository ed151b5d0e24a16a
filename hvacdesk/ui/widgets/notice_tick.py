"""The tick in a new customer's form: the purposes notice was given, and how."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from hvacdesk.domain.requests.purposes_notice import NOTICE_WAY_NAMES, NoticeWay
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.choices import choice


class NoticeTick(QWidget):
    """Rests until the office has written its notice.

    Attributes:
        tick: whether the notice was given; ``ways``: how.
        version: the number of the wording that was in force when the form was opened; 0: not known yet.
    """

    def __init__(self, ctx: DeskContext) -> None:
        super().__init__()
        self.version = 0
        self._typed: Mapping[str, object] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        self.tick = QCheckBox(self.tr("The purposes notice was given"))
        self.tick.setEnabled(False)
        self.ways = choice(ctx.words, NOTICE_WAY_NAMES)
        self.ways.setAccessibleName(self.tr("How the notice was given"))
        self.ways.setEnabled(False)
        row.addWidget(self.tick)
        row.addWidget(self.ways, 1)
        self.tick.toggled.connect(self.ways.setEnabled)
        background.ask(self, lambda: ctx.office.notices.in_force(ctx.actor)).then(self._show)

    def way(self) -> NoticeWay | None:
        """How it was given; None where it was not."""
        return NoticeWay(self.ways.currentData()) if self.tick.isChecked() else None

    def typed(self) -> dict[str, object]:
        """What is ticked, and of which wording, for a draft; empty while nothing is."""
        way = self.way()
        return {"way": way.value, "version": self.version} if way else {}

    def fill(self, typed: Mapping[str, object]) -> None:
        """Put a draft back, once it is known which wording is in force: another one was not given."""
        self._typed = typed
        if typed and typed["version"] == self.version:
            self.ways.setCurrentIndex(max(0, self.ways.findData(typed["way"])))
            self.tick.setChecked(True)

    def _show(self, version: int) -> None:
        self.version = version
        self.fill(self._typed)
        self.tick.setEnabled(bool(version))
        if not version:
            self.tick.setToolTip(self.tr("The person responsible writes the notice under Safeguards first."))
