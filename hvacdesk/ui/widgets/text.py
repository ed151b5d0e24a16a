"""Labels in the few styles that the design knows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from hvacdesk.ui.theme import theme


def label(
    text: str, role: str = "", *, tone: str = "", wrap: bool = False, parent: QWidget | None = None
) -> QLabel:
    """A label that never reads its text as HTML.

    Args:
        role: ``title``, ``heading``, ``strong``, ``muted``, ``label``, ``error``, ``number``, ``code``.
        tone: a tone of :class:`~hvacdesk.ui.theme.Tone` or ``primary``, for coloured text.
        wrap: break long text; without it the label is as wide as its text.
    """
    made = QLabel(parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    if role:
        made.setProperty("role", role)
    if tone:
        made.setProperty("tone", tone)
    if wrap:
        made.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        made.setSizePolicy(policy)
    return made


def rule(parent: QWidget | None = None) -> QFrame:
    """A thin horizontal line between two parts of a card."""
    line = QFrame(parent)
    line.setProperty("role", "rule")
    line.setFixedHeight(1)
    return line


def restyle(widget: QWidget) -> None:
    """Make the style sheet look again after a property that it selects on was changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def gap(size: int = 14) -> int:
    """A distance of the design (4, 8, 14, 24) at the chosen text size."""
    return theme.px(size)
