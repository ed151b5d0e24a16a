"""Watches for input: after some minutes without any the curtain falls, later the screen locks."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    }
)
LOOK_EVERY_MS = 1000


class IdleWatch(QObject):
    """Filters the native windows only, where input arrives once, not the thousands of events of each widget.

    Args:
        curtain_seconds: idle time until ``curtain_due``; 0 never.
        lock_seconds: idle time until ``lock_due``; 0 never.

    Signals:
        curtain_due(), lock_due(): once each per idle time.
    """

    curtain_due = Signal()
    lock_due = Signal()

    def __init__(self, curtain_seconds: float, lock_seconds: float, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watched: set[QWindow] = set()
        self._idle = QElapsedTimer()
        self._told: set[str] = set()
        self.set_times(curtain_seconds, lock_seconds)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._watch)
        self._watch(QGuiApplication.focusWindow())
        self._timer.start()
        self._idle.start()

    @property
    def seconds(self) -> float:
        """How long there was no input."""
        return self._idle.elapsed() / 1000

    def set_times(self, curtain_seconds: float, lock_seconds: float) -> None:
        """Change the two times."""
        self._curtain = curtain_seconds
        self._lock = lock_seconds

    def note_input(self) -> None:
        """Input arrived: count the idle time from now."""
        self._idle.restart()
        self._told.clear()

    def stop(self) -> None:
        """Stop watching."""
        self._timer.stop()
        self.set_times(0, 0)

    def look(self) -> None:
        """Compare the idle time with the limits."""
        self.judge(self.seconds)

    def judge(self, idle_seconds: float) -> None:
        """Emit what is due after so long without input."""
        for name, limit, signal in (
            ("curtain", self._curtain, self.curtain_due),
            ("lock", self._lock, self.lock_due),
        ):
            if limit and idle_seconds >= limit and name not in self._told:
                self._told.add(name)
                signal.emit()

    def _watch(self, window: QWindow | None) -> None:
        if window is not None and window not in self._watched:
            self._watched.add(window)
            window.installEventFilter(self)
            window.destroyed.connect(lambda: self._watched.discard(window))

    # Qt's overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT:
            self.note_input()
        return False
