"""The search field: looks as one types, and waits while an input method is composing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from hvacdesk.ui.icons import pixmap
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.end_button import EndButtonLine

_COMPOSERS_KEYS = frozenset(
    (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Up)
)


class SearchBox(EndButtonLine):
    """A line with a magnifying glass and a clear button.

    Text that an input method is still composing (かな before 変換) counts too, so hits appear while one
    types, but Enter and Escape belong to the input method until it is done.

    Signals:
        searched(text): the present text once nothing was typed for ``delay_ms``, or with each key where it is
            told ``at_once``; a search that takes long is best left to
            :class:`~hvacdesk.ui.finder.live_search.LiveSearch`.
        left_down(): the arrow key down, which moves on into the list of hits.
    """

    searched = Signal(str)
    left_down = Signal()

    def __init__(
        self,
        placeholder: str,
        into: Callable[[], object],
        parent: QWidget | None = None,
        *,
        delay_ms: int = 0,
        at_once: bool = False,
    ) -> None:
        """The field of one search.

        Args:
            into: moves the keyboard on into the list of hits.
            at_once: whether a key is told before it is painted: for a search that runs beside the window.
        """
        super().__init__(parent)
        self.setProperty("role", "search")
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setTextMargins(theme.px(26), 0, 0, 0)
        self._clear_button = self.add_end_button("x", self.tr("Clear"), self.clear)
        self._clear_button.hide()
        self._composing = ""
        self._last = ""
        self._at_once = at_once
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(delay_ms)
        self._timer.timeout.connect(self._emit)
        self.textChanged.connect(self._on_text)
        self.left_down.connect(into)

    def whole_text(self) -> str:
        """What was typed, with the part still being composed at the cursor."""
        text = self.text()
        at = self.cursorPosition()
        return text[:at] + self._composing + text[at:]

    def _on_text(self, text: str) -> None:
        self._clear_button.setVisible(bool(text))
        self._timer.start()

    def _emit(self) -> None:
        text = self.whole_text()
        if text != self._last:
            self._last = text
            self.searched.emit(text)

    def _emit_at_once(self) -> None:
        if self._at_once and self._timer.isActive():
            self._timer.stop()
            self._emit()

    # Qt's overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = theme.px(17)
        painter = QPainter(self)
        glass = pixmap("search", side, "muted", self.devicePixelRatioF())
        painter.drawPixmap(theme.px(11), (self.height() - side) // 2, glass)
        painter.end()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self._composing = event.preeditString()
        self._timer.start()
        self._emit_at_once()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._composing and event.key() in _COMPOSERS_KEYS:
            event.accept()  # the input method's own, wherever it lets them through
            return
        if self._timer.isActive() and event.key() in _COMPOSERS_KEYS:
            self._timer.stop()
            self._emit()  # a person who goes on at once means the typed text, not the earlier hits
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        if event.key() == Qt.Key.Key_Down:
            self.left_down.emit()
            return
        super().keyPressEvent(event)
        self._emit_at_once()
