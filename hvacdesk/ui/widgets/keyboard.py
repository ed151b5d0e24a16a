"""Where the keyboard goes with the Tab key, and when what it was on cannot be used any more.

Qt hands the keyboard to whatever comes next, so the Enter that starts a backup would, pressed again, do what
is beside it, and somebody who does not see the screen is somewhere else without a word. Here the keyboard
waits: it returns once the control can be used again; where it was re-made, to the new one; and where it is
gone for good, to the nearest that is left.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QInputMethodQueryEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from hvacdesk.ui import under_way
from hvacdesk.ui.program_wide import program_wide
from hvacdesk.ui.widgets.tab_order import focus_stop, is_usable, reading_order

ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TYPED_INTO = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox)
_TURNS = (QEvent.Type.WindowActivate, QEvent.Type.Hide)
_LOOK_MS = 30
_QUIET_LOOKS = 2
"""An answer often begins the next piece of work; nothing more is to come once none was begun for so long."""


class _Place:
    """What had the keyboard: what it is called, and where it was.

    Attributes:
        quiet: how often nothing was under way when it was looked for.
        away: whether another window has had the keyboard since: nobody's hand has moved it in this one.
    """

    def __init__(self, widget: QWidget) -> None:
        self.widget = widget
        self.window = widget.window()
        self.kind = type(widget)
        self.name = _name(widget)
        self.quiet = 0
        self.away = False
        self.middle = widget.mapTo(self.window, widget.rect().center())
        self.holders: list[QWidget] = []
        holder = widget.parentWidget()
        while holder is not None and not holder.isWindow():
            self.holders.append(holder)
            holder = holder.parentWidget()

    def same(self) -> QWidget | None:
        """The control itself once it can be used, or the one that was made in its place."""
        if isValid(self.widget) and is_usable(self.widget):
            return self.widget
        if isValid(self.widget) and self.widget.isVisible():
            return None  # it is resting
        alike = (
            one for one in reading_order(self.window) if type(one) is self.kind and _name(one) == self.name
        )
        return next(alike, None) if self.name else None

    def nearest(self) -> QWidget | None:
        """The nearest stop within the smallest part of the window that is left and has any."""
        for holder in (*self.holders, self.window):
            if isValid(holder) and (holder is self.window or holder.isVisible()):
                stops = [one for one in reading_order(holder) if not isinstance(one, QScrollArea)]
                if stops:
                    return min(stops, key=self._distance)
        return None

    def _distance(self, one: QWidget) -> int:
        place: QPoint = one.mapTo(self.window, one.rect().center()) - self.middle
        return place.manhattanLength()


class LostPlaces(QObject):
    """Follows the keyboard through all windows; one for the program."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._now: QWidget | None = None
        self._entered: QObject | None = None
        self._lost: dict[QWidget, _Place] = {}
        self._left: dict[QWidget, _Place] = {}
        self._looks = QTimer(self)
        self._looks.setInterval(_LOOK_MS)
        self._looks.timeout.connect(self._look)
        app.focusObjectChanged.connect(self._follow)

    def take_entered(self) -> QObject | None:
        """Where Enter was pressed, once after each press; the keyboard may have moved by that."""
        entered, self._entered = self._entered, None
        return entered

    def place_in(self, window: QWidget) -> QWidget | None:
        """Where the Tab key goes on from while the keyboard waits."""
        lost = self._lost.get(window)
        return lost.nearest() if lost is not None else None

    def lose(self, widget: QWidget, *, beneath: bool = False) -> None:
        """Remember what had the keyboard and cannot be used; ``beneath`` another window, which has it now."""
        place = self._lost[widget.window()] = _Place(widget)
        place.away = beneath
        self._looks.start()

    def _follow(self, now: QObject | None) -> None:
        before, self._now = self._now, None
        if before is not None and isValid(before):
            before.removeEventFilter(self)
            self._note_leaving(before, now)
        if isinstance(now, QWidget) and not now.isWindow():
            self._now = now
            now.installEventFilter(self)
            self._note_arrival(now.window())
        elif before is not None and isValid(before) and not is_usable(before) and before.window().isVisible():
            self.lose(before)

    def _note_leaving(self, before: QWidget, now: QObject | None) -> None:
        """Remember where a window had the keyboard: what is there may be made anew beneath a dialog."""
        window = before.window()
        if (isinstance(now, QWidget) and now.window() is window) or not is_usable(before):
            return
        self._left = {one: place for one, place in self._left.items() if isValid(one)}
        if window not in self._left:
            window.installEventFilter(self)
        self._left[window] = _Place(before)

    def _come_back(self, window: QWidget) -> None:
        """A window is in front again: Qt would put the keyboard on its first stop if its place is gone."""
        window.removeEventFilter(self)
        place = self._left.pop(window)
        kept: QWidget | None = window.focusWidget()
        if window in self._lost or (kept is not None and is_usable(kept)):
            return
        place.away = True  # what Qt does with it by itself until then is nobody's wish
        self._lost[window] = place
        self._looks.start()
        if (found := place.same()) is not None:
            found.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def _note_arrival(self, window: QWidget) -> None:
        """Somebody went to a control of this window, or Qt did so because it came to the front again."""
        for place in self._lost.values():
            place.away = place.away or place.window is not window
        here = self._lost.get(window)
        if here is not None and not here.away:
            del self._lost[window]

    def _look(self) -> None:
        for window, place in list(self._lost.items()):
            if not isValid(window) or not window.isVisible():
                del self._lost[window]
            elif window.isActiveWindow() and QApplication.activePopupWidget() is None:
                self._place(place)
        if not self._lost:
            self._looks.stop()

    def _place(self, place: _Place) -> None:
        place.away = False
        place.quiet = place.quiet + 1 if under_way.idle() else 0
        found = place.same()
        if found is None and place.quiet >= _QUIET_LOOKS:
            found = place.nearest()
        if found is not None:
            self._lost.pop(place.window, None)
            focus_stop(found, Qt.FocusReason.OtherFocusReason)

    # Qt's overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TURNS and isinstance(watched, QWidget) and watched in self._left:
            if event.type() is QEvent.Type.WindowActivate:
                self._come_back(watched)
            else:  # it may be closed for good: nothing of it is kept
                watched.removeEventFilter(self)
                del self._left[watched]
            return False
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in ENTERS:
            self._entered = watched
        if isinstance(event, QInputMethodQueryEvent) and _only_chosen_from(watched):
            event.setValue(Qt.InputMethodQuery.ImEnabled, False)
            return True
        return False


def has_keyboard(one: QWidget) -> bool:
    """Whether the keyboard is on it now, or will be once its window is in front again.

    What is made anew while a dialog is open would lose it otherwise: nothing below a dialog has Qt's focus.
    """
    return one.window().focusWidget() is one


def somebody_types(window: QWidget) -> bool:
    """Whether the keyboard is in a field of the window that takes what is typed."""
    now: QWidget | None = window.focusWidget()
    if now is None or not is_usable(now):
        return False
    if isinstance(now, QComboBox):
        return now.isEditable()
    return isinstance(now, _TYPED_INTO) and not now.isReadOnly()


def follow_keyboard() -> LostPlaces:
    """Follow it from now on; each kind of window asks for that."""
    return program_wide(LostPlaces)


def go_on(window: QWidget, *, forward: bool) -> bool:
    """Move the keyboard to the next or the previous stop of a window; false when there is none.

    Qt asks for the same when what has the keyboard is disabled or hidden: then it is given up, to return. It
    does so beneath a dialog, too, where another window has the keyboard: then nothing takes its place.
    """
    now = QApplication.focusWidget()
    own: QWidget | None = window.focusWidget()
    if own is not None and own is not window and not is_usable(own):
        if own is not now:
            follow_keyboard().lose(own, beneath=True)
        own.clearFocus()
        return False
    if now is not None and now.window() is not window:
        return False
    if now is None or now is window:
        now = follow_keyboard().place_in(window)
        if now is not None:
            focus_stop(now)
            return True
    stops = list(reading_order(window, now))
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    if now in stops:
        to = stops[(stops.index(now) + (1 if forward else -1)) % len(stops)]
    elif stops:
        to = stops[0 if forward else -1]
    else:
        return False
    focus_stop(to, reason)
    return True


def _only_chosen_from(one: QObject) -> bool:
    """Whether a list takes no text: what is typed on it chooses a row, with Japanese switched on as well."""
    return (
        isinstance(one, QAbstractItemView)
        and one.editTriggers() == QAbstractItemView.EditTrigger.NoEditTriggers
    )


def _name(one: QWidget) -> str:
    return one.accessibleName() or (one.text() if isinstance(one, QAbstractButton) else "")
