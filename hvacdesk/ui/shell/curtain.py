"""The curtain: nothing but a calm ground while a customer is at the desk."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from hvacdesk.ui.icons import pixmap
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.spoken import speak_as
from hvacdesk.ui.widgets.text import label


class Curtain(QFrame):
    """Is shown in place of the desk, which is hidden, not overlaid. F9, Esc or the button lifts it.

    Signals:
        lifted(): back to the desk.
    """

    lifted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "nav")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        speak_as(self, QAccessible.Role.AlertMessage)
        self.setAccessibleName(self.tr("The curtain is drawn"))
        column = QVBoxLayout(self)
        column.setSpacing(theme.px(8))
        column.addStretch(3)
        picture = QLabel()
        picture.setPixmap(pixmap("blinds", theme.px(40), "nav_muted", self.devicePixelRatioF()))
        column.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(theme.px(4))
        column.addWidget(label("hvacdesk", "product"), 0, Qt.AlignmentFlag.AlignHCenter)
        text = self.tr("The curtain is drawn. Work goes on where it was.")
        column.addWidget(label(text, "nav-muted"), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(theme.px(12))
        lift = button(self.tr("Lift the curtain (F9)"), self.lifted.emit, kind="notice")
        lift.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.addWidget(lift, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(4)

    # Qt's overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_F9, Qt.Key.Key_Escape):
            self.lifted.emit()
            return
        super().keyPressEvent(event)
