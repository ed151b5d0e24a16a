"""No window is larger than the free part of its screen, nor does it hang over the edge when it opens.

Every top-level window is given to :func:`keep_within_screen` once, when it is made. Free is what panels
leave, less the frame that the window system draws round a window.
"""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, QMargins, QObject, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget

from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.layouts import least_size
from hvacdesk.ui.widgets.scroll_column import WidthFirst

_CHANGES = frozenset(
    {QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.LayoutRequest, QEvent.Type.ScreenChangeInternal}
)
_FRAMELESS = frozenset({Qt.WindowType.Popup, Qt.WindowType.ToolTip})
_EVERYWHERE = QRect(-50_000, -50_000, 100_000, 100_000)
USUAL_FRAME = QMargins(4, 40, 4, 4)
"""Used as the frame until the window system has drawn the first one."""
PLACING_MS, MOST_MOVES = 3_000, 5
"""So long after it was opened a window is brought back onto the screen, and so often: later it is the person
who moves it, and a window manager that has its own ideas wins."""
MOST_FRAME = 80
"""Under X a frame is told to be hundreds of pixels wide, or smaller than what it holds, while the window
manager is still busy with it; Qt may keep such a word for good."""


def is_seen() -> bool:
    """Whether windows appear on a screen; what Qt draws without one believes in a screen of 800 × 800."""
    return QGuiApplication.platformName() != "offscreen"


def free_room(window: QWidget) -> QRect:
    """Where the inside of the window may lie on its screen; anywhere, where windows are drawn without one."""
    if not is_seen():
        return _EVERYWHERE
    return window.screen().availableGeometry().marginsRemoved(_frame(window))


def fitting_size(window: QWidget, width: int, height: int) -> QSize:
    """A size in design pixels at the chosen text size, or as much of it as the window's screen allows."""
    return QSize(theme.px(width), theme.px(height)).boundedTo(free_room(window).size())


def keep_within_screen(window: QWidget, content: QWidget | None = None) -> None:
    """Keep a top-level window within its screen from now on.

    Args:
        content: a part of the window's own layout that scrolls once the window asks for more room than there
            is; None where the window has such an area already.
    """
    _Keeper(window, content)


def grow_to_scrolled(window: QWidget) -> None:
    """Make a window whose content scrolls as much higher as that needs, or as the screen allows.

    Qt takes such an area to want some lines, whatever is in it.
    """
    area = window.findChild(WidthFirst, options=Qt.FindChildOption.FindDirectChildrenOnly)
    content = area.widget() if area is not None else None
    layout = content.layout() if content is not None else None
    if area is None or layout is None:
        return
    width = area.viewport().width()
    wanted = (
        layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
    )
    height = window.height() + max(0, wanted - area.viewport().height())
    window.resize(window.width(), min(height, free_room(window).height()))


def _frame(window: QWidget) -> QMargins:
    """The frame of this window, or of any other as long as this one was never shown."""
    frames = map(_frame_of, (window, *QApplication.topLevelWidgets()))
    return next((frame for frame in frames if not frame.isNull()), USUAL_FRAME)


def _frame_of(window: QWidget) -> QMargins:
    """The frame that the window system has drawn round the window, if it has."""
    handle: QWindow | None = window.windowHandle()
    if handle is None or not window.isVisible() or window.windowType() in _FRAMELESS:
        return QMargins()
    frame = handle.frameMargins()
    sides = (frame.left(), frame.top(), frame.right(), frame.bottom())
    return frame if min(sides) >= 0 and max(sides) <= MOST_FRAME else QMargins()


class _Keeper(QObject):
    """Looks at one window whenever it was shown, sized or moved, or its content changed."""

    def __init__(self, window: QWidget, content: QWidget | None) -> None:
        super().__init__(window)
        self._window = window
        self._content = content
        self._since = QElapsedTimer()
        self._moves = 0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._look)
        for screen in QGuiApplication.screens():
            screen.availableGeometryChanged.connect(self._soon.start)
        window.installEventFilter(self)

    def _look(self) -> None:
        window = self._window
        if window.isMaximized() or window.isFullScreen() or not window.isVisible():
            return
        room = free_room(window)
        if self._content is not None and not fits(least_size(window), room.size()):
            self._let_scroll(self._content)
            self._content = None
        size = window.size().boundedTo(room.size())
        if size != window.size():
            self._place_again()
            window.resize(size)
        way = _way_back(window.geometry(), room)
        if not way.isNull() and self._moves < MOST_MOVES and self._since.elapsed() < PLACING_MS:
            self._moves += 1
            window.move(window.pos() + way)

    def _place_again(self) -> None:
        """It was opened or resized: watch where it is placed until the window manager is done."""
        self._since.start()
        self._moves = 0

    def _let_scroll(self, content: QWidget) -> None:
        layout = self._window.layout()
        if not isinstance(layout, QBoxLayout):
            raise TypeError(f"the content of {type(self._window).__name__} lies in no box layout")
        typing = self._window.focusWidget()
        area = WidthFirst(self._window)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout.replaceWidget(content, area)
        area.setWidget(content)
        bar = area.verticalScrollBar().sizeHint().width()
        margins = layout.contentsMargins()
        sides = margins.left() + margins.right()
        least = min(content.minimumSizeHint().width() + bar + sides, free_room(self._window).width())
        area.setMinimumWidth(least - sides)
        self._window.setMinimumWidth(max(self._window.minimumWidth(), least))
        layout.activate()
        if typing is not None:
            typing.setFocus(Qt.FocusReason.OtherFocusReason)

    # Qt's overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.Show:
            self._place_again()
            self._look()
        elif kind is QEvent.Type.Resize and not event.spontaneous():
            self._place_again()
            self._soon.start()
        elif kind in _CHANGES:
            self._soon.start()
        return False


def fits(size: QSize, room: QSize) -> bool:
    """Whether there is room for it."""
    return size.width() <= room.width() and size.height() <= room.height()


def _way_back(place: QRect, room: QRect) -> QPoint:
    """How far the window has to move to be within the room, which is at least as large."""

    def step(low: int, high: int, room_low: int, room_high: int) -> int:
        return max(room_low - low, min(0, room_high - high))

    return QPoint(
        step(place.left(), place.right(), room.left(), room.right()),
        step(place.top(), place.bottom(), room.top(), room.bottom()),
    )
