"""The field for the recovery code: typed from paper or by a scanner, each group judged as it is complete."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from hvacdesk.ui.icons import pixmap
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.keys_line import KeysLine
from hvacdesk.ui.widgets.text import label, restyle

GROUPS = 8
"""As many as the recovery sheet prints."""


class GroupMark(QWidget):
    """A group's number and, once it is complete, whether it is right."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = number
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(3))
        self.name = label(str(number), "muted")
        self._picture = QLabel()
        self._picture.setFixedSize(theme.px(16), theme.px(16))
        row.addWidget(self.name)
        row.addWidget(self._picture)
        self.right: bool | None = None
        self.judge(None)

    def judge(self, right: bool | None) -> None:
        """Show a group as right, wrong, or (None) not complete."""
        self.right = right
        tone, icon, spoken = {
            None: ("", "", self.tr("Group {number} is not complete")),
            True: ("good", "check", self.tr("Group {number} is right")),
            False: ("bad", "x", self.tr("Group {number} has a typing error")),
        }[right]
        self.name.setProperty("tone", tone)
        restyle(self.name)
        if icon:
            self._picture.setPixmap(pixmap(icon, theme.px(16), tone, self.devicePixelRatioF()))
        else:
            self._picture.clear()
        self.setAccessibleName(spoken.format(number=self._number))


class CodeField(QWidget):
    """One line for the whole code. A scanner that types the QR code's text and Enter fills it in one go.

    Args:
        judge: says of each complete group whether it is right.

    Attributes:
        edit: the line.
        marks: what is shown of each group.

    Signals:
        submitted(): Enter was pressed, or a scanner pressed it.
    """

    def __init__(self, judge: Callable[[str], tuple[bool, ...]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._judge = judge
        self.edit = KeysLine()
        self.edit.setMaxLength(200)
        self.edit.textChanged.connect(self._on_typed)
        self.submitted: SignalInstance = self.edit.returnPressed
        self.setFocusProxy(self.edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(self.edit)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        self.marks = tuple(GroupMark(number) for number in range(1, GROUPS + 1))
        for mark in self.marks:
            row.addWidget(mark)
        row.addStretch(1)
        column.addLayout(row)

    def text(self) -> str:
        """What was typed or scanned."""
        return self.edit.text()

    def clear(self) -> None:
        """Empty the line."""
        self.edit.clear()

    def _on_typed(self, text: str) -> None:
        judged = self._judge(text)
        for at, mark in enumerate(self.marks):
            mark.judge(judged[at] if at < len(judged) else None)

    # Qt's overrides

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.edit.setAccessibleName(name)

    def setAccessibleDescription(self, text: str) -> None:
        super().setAccessibleDescription(text)
        self.edit.setAccessibleDescription(text)
