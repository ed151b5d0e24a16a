"""A text of headings, points and paragraphs, drawn with labels: nothing in it can be anything but text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from hvacdesk.domain.text.rule_markup import Block, BlockKind, blocks
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.scroll_column import ScrollColumn
from hvacdesk.ui.widgets.text import label

DrawPicture = Callable[[Block], QWidget]


class TextView(ScrollColumn):
    """Shows one text; arrow and page keys scroll it."""

    def __init__(self, name: str, *, picture: DrawPicture | None = None) -> None:
        """``name`` is what a screen reader says; without ``picture`` a text has no pictures."""
        super().__init__(name=name)
        self._picture = picture
        self._source: str | None = None

    def show_text(self, source: str) -> None:
        """Show another text, from its beginning; the same one stays where it was scrolled to."""
        if source == self._source:
            return
        self._source = source
        self.setAccessibleDescription(source)
        self.setWidget(_drawn(source, self._picture))
        self.verticalScrollBar().setValue(0)


def _drawn(source: str, picture: DrawPicture | None) -> QWidget:
    content = QWidget()
    content.setProperty("role", "clear")
    column = QVBoxLayout(content)
    column.setContentsMargins(theme.px(6), theme.px(4), theme.px(14), theme.px(8))
    column.setSpacing(theme.px(6))
    for number, block in enumerate(blocks(source, pictures=picture is not None)):
        if block.kind is BlockKind.HEADING and number:
            column.addSpacing(theme.px(8))
        if block.kind is BlockKind.POINT:
            column.addLayout(_point(block))
        elif block.kind is BlockKind.PICTURE and picture is not None:
            column.addWidget(picture(block))
        else:
            column.addWidget(_line(block))
    column.addStretch(1)
    return content


def _line(block: Block) -> QWidget:
    role = {BlockKind.HEADING: "heading", BlockKind.SUBHEADING: "strong"}.get(block.kind, "")
    return label(block.text, role, wrap=True)


def _point(block: Block) -> QGridLayout:
    """The mark and, beside it, the text, whose second line begins under its first."""
    row = QGridLayout()
    row.setContentsMargins(theme.px(16) * block.depth, 0, 0, 0)
    row.setHorizontalSpacing(theme.px(4))
    mark = label(block.mark, wrap=True)  # drawn as the text beside it is, so that both are on one line
    mark.setFixedWidth(theme.px(22))
    mark.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    row.addWidget(mark, 0, 0)
    row.addWidget(label(block.text, wrap=True), 0, 1)
    row.setColumnStretch(1, 1)
    return row
