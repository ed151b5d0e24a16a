"""A field for a report's text: it keeps nothing, learns nothing, and says how much still fits."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from hvacdesk.ui.clipboard import clipboard
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.airy_text import give_air
from hvacdesk.ui.widgets.text import label, line_pitch


class SecretEdit(QPlainTextEdit):
    """Plain text alone, whatever is pasted; input methods are asked not to learn from it."""

    def __init__(self, limit: int, rows: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.limit = limit
        self.setTabChangesFocus(True)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhMultiLine
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
        )
        give_air(self)
        self.setFixedHeight(line_pitch(self.fontMetrics()) * rows + theme.px(16))

    def forget(self) -> None:
        """Empty the field, and what *undo* could bring back."""
        self.clear()
        self.document().clearUndoRedoStacks()

    # Qt's overrides

    def createMimeDataFromSelection(self) -> QMimeData:
        return clipboard.marked(self.textCursor().selection().toPlainText())


class SecretText(QWidget):
    """The field with the count of characters under it.

    Attributes:
        edit: the field.
    """

    def __init__(self, limit: int, rows: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        self.edit = SecretEdit(limit, rows)
        self._left = label("", "muted")
        column.addWidget(self.edit)
        column.addWidget(self._left)
        self.setFocusProxy(self.edit)
        self.edit.textChanged.connect(self._count)
        self._count()

    def text(self) -> str:
        """What was typed."""
        return self.edit.toPlainText()

    def forget(self) -> None:
        """Empty the field for good."""
        self.edit.forget()

    def _count(self) -> None:
        text = self.tr("{count} of {limit} characters")
        self._left.setText(text.format(count=len(self.edit.toPlainText()), limit=self.edit.limit))

    # Qt's overrides

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.edit.setAccessibleName(name)

    def setAccessibleDescription(self, description: str) -> None:
        super().setAccessibleDescription(description)
        self.edit.setAccessibleDescription(description)
