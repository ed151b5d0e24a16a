"""A masked value with its link to show it, and the bar that runs out while it is shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from hvacdesk.domain.masked import Masked
from hvacdesk.ui.clipboard import CopyGuard
from hvacdesk.ui.icons import pixmap
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.text import label, restyle

SHOWN_SECONDS = 30
HELD_SECONDS = 600
LINE = 30
"""Height in design pixels: a customer's lines leave room for what is below them on a small screen."""
Reveal = Callable[[Callable[[str], None]], None]
"""Asks for the value (reason, permission, audit) and calls back with it; need not answer at once."""


class MaskedValue(QFrame):
    """One line: label, masked text, and *Show* with an eye, or a lock where the role may not.

    A shown value is on a tinted ground and hides itself after 30 seconds, when the widget is hidden (page
    change, curtain, lock), or on *Hide*. The value is then dropped, not covered.

    Signals:
        hidden_again(): the value went away.
    """

    hidden_again = Signal()

    def __init__(
        self,
        name: str,
        masked: Masked,
        reveal: Reveal | None = None,
        parent: QWidget | None = None,
        *,
        labelled: bool = True,
        before: str = "",
    ) -> None:
        """Without ``labelled`` the name is for screen readers alone: something beside it says it already.

        Args:
            before: what everybody sees in front of the value, such as an address's postal code.
        """
        super().__init__(parent)
        self._name = name
        self._masked = masked
        self._reveal = reveal
        self._before = before
        self._seconds = SHOWN_SECONDS
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(100)
        self._timer.timeout.connect(self._tick)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(8), 0, theme.px(4), 0)
        row.setSpacing(theme.px(8))
        self._label = label(name, "label")
        self._label.setMinimumWidth(theme.px(72))
        self._text: QLabel = label("", wrap=True)
        self._guard: CopyGuard | None = None
        self._link = button(self.tr("Show"), self._toggle, kind="link", icon="eye")
        self._lock = QLabel()
        self._lock.setPixmap(pixmap("lock", theme.px(16), "muted", self.devicePixelRatioF()))
        self._lock.setToolTip(self.tr("Your role may not see this."))
        self._lock.setAccessibleName(self.tr("Your role may not see this."))
        row.addWidget(self._label)
        self._label.setVisible(labelled)
        row.addWidget(self._text, 1)
        row.addWidget(self._link)
        row.addWidget(self._lock)
        self.setMinimumHeight(theme.px(LINE))
        self._show_mask()

    @property
    def shown(self) -> bool:
        """Whether the value is on the screen now."""
        return self._timer.isActive()

    def show_value(self, text: str, seconds: int = SHOWN_SECONDS) -> None:
        """Show the revealed text for that long."""
        self._seconds = seconds
        if self._guard is None:  # a mask cannot be copied
            self._guard = CopyGuard(self._text)
        self._say(text)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self._text.setProperty("role", "strong")
        restyle(self._text)
        self.setProperty("role", "shown")
        restyle(self)
        self._link.setText(self.tr("Hide"))
        self._link.setAccessibleName(self.tr("Hide: %1").replace("%1", self._name))
        self._clock.start()
        self._timer.start()

    def hold_open(self, seconds: int = HELD_SECONDS) -> None:
        """Leave a shown value on the screen for the length of a call, ten minutes at most."""
        if self.shown:
            self._seconds = min(seconds, HELD_SECONDS)
            self._clock.restart()

    def hide_value(self) -> None:
        """Mask again, at once."""
        if self.shown:
            self._timer.stop()
            self._show_mask()
            self.hidden_again.emit()

    def _show_mask(self) -> None:
        self._timer.stop()
        self._say(self._masked.text)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._text.setProperty("role", "muted-value" if self._masked.hidden else "")
        restyle(self._text)
        self.setProperty("role", "clear")
        restyle(self)
        may = self._masked.hidden and self._masked.revealable and self._reveal is not None
        self._link.setVisible(may)
        self._link.setText(self.tr("Show"))
        self._link.setAccessibleName(self.tr("Show: %1").replace("%1", self._name))
        self._lock.setVisible(self._masked.hidden and not self._masked.revealable)

    def _say(self, value: str) -> None:
        text = f"{self._before} {value}".strip()
        self._text.setText(text)
        self._text.setAccessibleName(f"{self._name}: {text}")

    def _toggle(self) -> None:
        if self.shown:
            self.hide_value()
        elif self._reveal is not None:
            self._reveal(self.show_value)

    def _tick(self) -> None:
        if self._clock.elapsed() >= self._seconds * 1000:
            self.hide_value()
        self.update()

    # Qt's overrides

    def hideEvent(self, event: QHideEvent) -> None:
        self.hide_value()
        super().hideEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.shown:
            return
        left = max(0.0, 1 - self._clock.elapsed() / max(1, self._seconds * 1000))
        painter = QPainter(self)
        painter.fillRect(QRectF(0, self.height() - 3, self.width() * left, 3), QColor(theme.colours.warn))
        painter.end()
