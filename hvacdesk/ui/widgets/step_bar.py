"""The steps of a wizard across its top: done ones green with a tick, the current one in the main colour.

Nothing in it moves from step to step: every name keeps the room that it takes in bold.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from hvacdesk.ui.icons import pixmap
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.text import label, restyle


class StepBar(QWidget):
    """Shows where in a wizard one is. It informs; moving is the wizard's own buttons' work."""

    def __init__(self, steps: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps = tuple(steps)
        self._marks: list[QLabel] = []
        self._names: list[QLabel] = []
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        for name in self._steps:
            mark, text = label(""), label(name)
            row.addWidget(mark)
            row.addWidget(text)
            row.addSpacing(theme.px(12))
            self._marks.append(mark)
            self._names.append(text)
            mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._here = label("", "strong", tone="primary")
        self._here.hide()
        row.addWidget(self._here)
        row.addStretch(1)
        self.current = 0
        theme.changed.connect(self._show)
        self.set_current(0)

    def set_current(self, number: int) -> None:
        """Move to a step, counted from 0; ``len(steps)`` means that all are done."""
        self.current = number
        self._show()

    def _show(self) -> None:
        self._keep_room()
        for at, (mark, text) in enumerate(zip(self._marks, self._names, strict=True)):
            done, here = at < self.current, at == self.current
            tone = "good" if done else "primary" if here else "neutral"
            if done:
                mark.setPixmap(pixmap("check", theme.px(16), "good", self.devicePixelRatioF()))
            else:
                mark.setText(str(at + 1))
            for part in (mark, text):
                part.setProperty("tone", tone)
                part.setProperty("role", "strong" if here else "")
                restyle(part)
        self._here.setText(self._steps[self.current] if self.current < len(self._steps) else "")
        self.setAccessibleName(self._sentence())
        self._fit()

    def _keep_room(self) -> None:
        """Give each mark and name the room for any of its looks."""
        for mark in self._marks:
            mark.setFixedWidth(theme.px(18))
        for name in self._names:
            name.setProperty("role", "strong")
            restyle(name)
            name.setFixedWidth(name.sizeHint().width())
        self.setFixedHeight(max(theme.px(18), *(name.sizeHint().height() for name in self._names)))
        gaps = len(self._steps) * (3 * self._row.spacing() + theme.px(12))
        self._wanted = sum(part.minimumWidth() for part in (*self._marks, *self._names)) + gaps

    def _fit(self) -> None:
        """Where there is no room for every name, only the current step's is shown, after the numbers."""
        room = self.width() >= self._wanted
        for name in self._names:
            name.setVisible(room)
        self._here.setVisible(not room)

    def _sentence(self) -> str:
        if self.current >= len(self._steps):
            return self.tr("All steps are done")
        text = self.tr("Step {number} of {count}: {name}")
        return text.format(number=self.current + 1, count=len(self._steps), name=self._steps[self.current])

    # Qt's overrides

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(160), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
