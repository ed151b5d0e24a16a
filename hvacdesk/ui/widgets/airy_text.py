"""Room between the lines of fields that take several of them, as much as paragraphs have."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetrics, QTextBlock
from PySide6.QtWidgets import QPlainTextDocumentLayout, QPlainTextEdit

from hvacdesk.ui.widgets.text import line_pitch


def give_air(edit: QPlainTextEdit) -> None:
    """Set the field's lines apart: those of BIZ UDPGothic touch each other."""
    document = edit.document()
    if not isinstance(document.documentLayout(), _AiryLayout):
        document.setDocumentLayout(_AiryLayout(document))


class _AiryLayout(QPlainTextDocumentLayout):
    """Qt's layout of plain text knows no distance of lines, so each is moved down after it was laid out."""

    # Qt's overrides

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        box = super().blockBoundingRect(block)
        lines = block.layout()
        if not block.isValid() or not block.isVisible() or not lines.lineCount():
            return box
        pitch = line_pitch(QFontMetrics(self.document().defaultFont()))
        for number in range(lines.lineCount()):
            line = lines.lineAt(number)
            line.setPosition(QPointF(line.position().x(), number * pitch))
        box.setHeight(pitch * lines.lineCount())
        return box
