"""A calm sentence at the window's foot that goes away by itself, with *Undo* where undoing is safe.

One that waits for an answer stays; what is told meanwhile is shown in its place for a while. What holds for
the whole window, such as that the office PC does not answer, stays in sight beside whatever is told.

It has room of its own there, also while nothing is said. Floating, it would lie over what somebody is about
to press; with room that comes and goes, it would move that away. A long one that needs more pushes up what is
above it: see :mod:`~hvacdesk.ui.widgets.lifted`.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QHBoxLayout, QPushButton, QWidget

from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.layouts import grow_to_text
from hvacdesk.ui.widgets.lifted import Lift
from hvacdesk.ui.widgets.text import label

SHOWN_SECONDS = 10
OFFERED_SECONDS = 20
"""The same with a button, which takes a decision."""
ROOM = 40
"""Height of a line of text or of a button with its frame, in design pixels."""
_ASK_AGAIN_MS = 500


class StandingStrip(QWidget):
    """What holds until it is over. Beside a notice there is room for the most important of it alone."""

    def be_brief(self, *, brief: bool) -> None:
        """Say the most important, or all of it again."""


class NoticePlace(QWidget):
    """Where a window has its notices: a line in its layout, always as high as a notice of one line."""

    def __init__(self, *, edge: int = 0, foot: int = 0, parent: QWidget | None = None) -> None:
        """``edge`` is the distance to the window's sides and ``foot`` that to its foot, in pixels."""
        super().__init__(parent)
        self.setMinimumHeight(theme.px(ROOM) + foot)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(edge, 0, edge, foot)
        self._row.setSpacing(theme.px(8))
        self._lift = Lift(self, lambda: any(one.isVisible() for one in self._notices()))
        self._waiting: Notice | None = None
        self._standing: list[StandingStrip] = []

    def stand(self, told: StandingStrip, *, needed: bool, first: bool = False) -> None:
        """Show what holds until it is over; a notice that waits for an answer comes after it.

        Of several one is shown: ``first`` if it counts most.
        """
        self._lift.begin()
        if told in self._standing:
            self._standing.remove(told)
        elif needed:
            self._row.insertWidget(0, told, 1)
        if needed:
            self._standing.insert(0 if first else len(self._standing), told)
        else:
            self._row.removeWidget(told)
            told.hide()
        self._show_between()

    def _show_between(self) -> None:
        """What is seen while nothing is told, and what of it beside what is told."""
        told = any(one is not self._waiting and not one.isHidden() for one in self._notices())
        for one in self._standing:
            one.be_brief(brief=told)
            one.setVisible(one is self._standing[0])
        if self._waiting is not None:
            self._waiting.setVisible(not told and not self._standing)

    def take(self, notice: Notice) -> None:
        """Show this one in place of the one before, which comes back if it waits for an answer."""
        self._lift.begin()
        for older in self._notices():
            if older is not notice and (older is not self._waiting or notice.stays):
                older.close()
        if self._waiting is not None:
            self._waiting.hide()
        if notice.stays:
            self._waiting = notice
        elif self._standing:
            self._standing[0].be_brief(brief=True)
        self._row.addWidget(notice, 2)

    def remove(self, notice: Notice) -> None:
        """Remove a notice that was closed."""
        self._lift.begin()
        self._row.removeWidget(notice)
        if notice is self._waiting:
            self._waiting = None
        notice.hide()
        self._show_between()

    @property
    def stands(self) -> bool:
        """Whether something holds until it is over."""
        return bool(self._standing)

    def _notices(self) -> list[Notice]:
        return self.findChildren(Notice, options=Qt.FindChildOption.FindDirectChildrenOnly)

    # Qt's overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().height() != event.oldSize().height():
            self._lift.go_on()


def clear_told(window: QWidget) -> None:
    """Take away what was told in a window before something else was saved: it may be true no longer.

    *Undo* goes with it: it would read as undoing what was done last. A button that says itself what it is
    about stays, since that can still be done.
    """
    for notice in window.findChildren(Notice):
        if not notice.says_what:
            notice.close()


class Notice(QFrame):
    """One sentence; only the newest is shown."""

    def __init__(
        self,
        place: NoticePlace,
        text: str,
        undo: Callable[[], object] | None = None,
        *,
        action: str = "",
        seconds: int | None = None,
        stays: bool = False,
    ) -> None:
        """``action`` names the button where it is not *Undo*; ``stays``: until the button is pressed."""
        super().__init__(place)
        self._place = place
        self.stays = stays
        self._button: QPushButton | None = None
        self.says_what = bool(undo and action)
        self.setProperty("role", "notice")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(text)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(18), theme.px(2), theme.px(14), theme.px(2))
        row.setSpacing(theme.px(14))
        row.addWidget(label(text, "nav-text", wrap=True), 1)
        if undo is not None:
            self._button = button(action or self.tr("Undo"), lambda: self._use(undo), kind="notice")
            row.addWidget(self._button)
            if self.window().isModal() and not action:  # the main window's own key is not heard then
                QShortcut(QKeySequence("Ctrl+Z"), self, lambda: self._use(undo))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go)
        if not stays:
            self._timer.start(1000 * (seconds or (OFFERED_SECONDS if undo else SHOWN_SECONDS)))
        place.take(self)
        self.setVisible(not (stays and place.stands))
        if isinstance(self.window(), QDialog):
            grow_to_text(self.window())  # at its foot, which moves nothing
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    @property
    def offers(self) -> bool:
        """Whether it has a button."""
        return self._button is not None

    def _use(self, undo: Callable[[], object]) -> None:
        if self._button is not None:
            self._button.setEnabled(False)  # a second press that was under way already counts no more
        self.close()
        undo()

    def _go(self) -> None:
        """Go away, but not while somebody is about to use it, or presses what would move with that."""
        kept = self.underMouse() or (self._button is not None and self._button.hasFocus())
        if kept or QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._timer.start(_ASK_AGAIN_MS)
        else:
            self.close()

    # Qt's overrides

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self._place.remove(self)
