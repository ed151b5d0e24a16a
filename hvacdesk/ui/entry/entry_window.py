"""The window before the desk: a dark panel with the program's name at the left, one question at the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from hvacdesk.ui.entry.view import EntryView
from hvacdesk.ui.language import LANGUAGES, language
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.text import label


class EntryWindow(QWidget):
    """Frames login, set-up and recovery; what it shows is the entry flow's decision.

    Signals:
        painted(): the window was painted for the first time.
        language_chosen(code): somebody chose another language.
        closed(): the window was closed by its user.
    """

    painted = Signal()
    language_chosen = Signal(str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "window")
        self.setWindowTitle("hvacdesk")
        self._seen = False
        self._content: EntryView | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._panel_place = QVBoxLayout()
        row.addLayout(self._panel_place)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row.addWidget(self._scroll, 1)
        self._panel = self._make_panel("")
        self._panel_place.addWidget(self._panel)
        self.resize(theme.window_size(880, 640, self.screen().availableSize()))

    def show_content(self, content: EntryView, office_name: str = "") -> None:
        """Put a view into the right half, in place of the one before."""
        self._panel_place.removeWidget(self._panel)
        self._panel.hide()
        self._panel.deleteLater()
        self._panel = self._make_panel(office_name)
        self._panel_place.addWidget(self._panel)
        place = QWidget()
        place.setProperty("role", "clear")
        column = QVBoxLayout(place)
        edge = theme.px(40)
        column.setContentsMargins(edge, theme.px(32), edge, theme.px(32))
        column.addStretch(1)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(content, 100)
        middle.addStretch(1)
        column.addLayout(middle)
        column.addStretch(2)
        content.setMaximumWidth(theme.px(content.widest))
        self._content = content
        self._scroll.setWidget(place)
        content.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def content(self) -> EntryView | None:
        """The view that is shown now."""
        return self._content

    def _make_panel(self, office_name: str) -> QFrame:
        panel = QFrame()
        panel.setProperty("role", "nav")
        panel.setFixedWidth(theme.px(240))
        column = QVBoxLayout(panel)
        edge = theme.px(24)
        column.setContentsMargins(edge, theme.px(28), edge, edge)
        column.setSpacing(theme.px(6))
        column.addWidget(label("hvacdesk", "product"))
        column.addWidget(
            label(office_name or self.tr("Front desk for air conditioning"), "nav-muted", wrap=True)
        )
        column.addStretch(1)
        column.addWidget(
            label(
                self.tr("Customer data is encrypted on this computer. Names stay masked."),
                "nav-muted",
                wrap=True,
            )
        )
        column.addSpacing(theme.px(8))
        choice = QComboBox()
        choice.setAccessibleName(self.tr("Language"))
        for code, name in LANGUAGES.items():
            choice.addItem(name, code)
        choice.setCurrentIndex(max(0, choice.findData(language.code)))
        choice.activated.connect(lambda _at: self.language_chosen.emit(choice.currentData()))
        column.addWidget(choice)
        return panel

    # Qt's overrides

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.Paint and not self._seen:
            self._seen = True
            self.painted.emit()
        return done

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()
