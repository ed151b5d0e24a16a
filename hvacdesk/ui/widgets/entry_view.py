"""What the views of the entry window share: a heading, a sentence, content, buttons at the foot."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.busy import Busy
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.enter_key import take_enter
from hvacdesk.ui.widgets.tab_order import LEADS_ON
from hvacdesk.ui.widgets.text import label

_STOPPED = "stopped"
_TYPING = "typing"


class EntryView(QWidget):
    """Base class of the views.

    Attributes:
        steady: whether its top stays where it is while its steps change, instead of being centred.
        widest: how wide the view may become, in design pixels.
        makes_office: whether it sets a new office up.
        at_seat: whether the office that it leads to is on another PC.
        body: the layout for the content, between the heading and the buttons.
        primary: the button of :meth:`set_primary`.
        back_button: the button of :meth:`add_back`, which Esc presses.

    Signals:
        blocked(error): something prevents opening the office, no matter what is typed here.
        working(under_way): work began that must not lose its view, or ended.
    """

    blocked = Signal(object)
    working = Signal(bool)
    steady = False
    widest = 460
    at_seat = False
    makes_office = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.primary: QPushButton | None = None
        self.back_button: QPushButton | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(theme.gap(14))
        self._title = label("", "title", wrap=True)
        self._text = label("", "muted", wrap=True)
        self._text.hide()
        outer.addWidget(self._title)
        outer.addWidget(self._text)
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.gap(12))
        outer.addLayout(self.body)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(theme.px(8))
        self.foot.addStretch(1)
        outer.addLayout(self.foot)
        self.below = QVBoxLayout()
        self.below.setSpacing(theme.gap(14))
        outer.addLayout(self.below)

    def set_heading(self, title: str, text: str = "") -> None:
        """Say what the view asks for, with a sentence of explanation."""
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)

    def set_primary(self, text: str, slot: Callable[[], object]) -> QPushButton:
        """The way on, at the right end of the foot."""
        self.primary = button(text, slot, kind="primary")
        self.primary.setProperty(LEADS_ON, True)
        self.foot.addWidget(self.primary)
        return self.primary

    def add_back(self, text: str, slot: Callable[[], object]) -> QPushButton:
        """The way back, left of the primary button; Esc presses it too."""
        self.back_button = made = button(text, slot)
        place = self.foot.indexOf(self.primary) if self.primary is not None else self.foot.count()
        self.foot.insertWidget(place, made)
        return made

    def add_link(self, text: str, slot: Callable[[], object]) -> QPushButton:
        """A quiet way out, at the left end of the foot."""
        made = button(text, slot, kind="link")
        self.foot.insertWidget(0, made)
        return made

    def add_below(self, text: str, slot: Callable[[], object]) -> QPushButton:
        """A quiet way elsewhere, on a line of its own below the buttons."""
        made = button(text, slot, kind="link")
        self.below.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        return made

    def add_note(self, text: str) -> None:
        """Say something quietly, below the buttons."""
        self.below.addWidget(label(text, "muted", wrap=True))

    def asks_before_closing(self) -> bool:
        """Whether the window stays open for now: closing it would lose something, and the view asks first."""
        return False

    # Qt's overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        back = self.back_button
        if event.key() == Qt.Key.Key_Escape and back is not None and back.isVisible() and back.isEnabled():
            back.click()
        elif not take_enter(self, event):
            super().keyPressEvent(event)


class WorkingView(EntryView):
    """A view with work on a worker thread: give the view itself to ``with_busy``.

    While the work runs nothing but its *Cancel* can be used, and its view stays shown. What is stopped
    is marked by a property instead of being held: parts of the view may be gone when the work ends.

    Attributes:
        busy: the progress, placed by :meth:`add_busy`.
    """

    busy: Busy

    def add_busy(self, text: str, *, cancellable: bool = False) -> None:
        """Place the progress below the content so far; ``text`` says what is going on."""
        self.busy = Busy(text, cancellable=cancellable)
        self.body.addWidget(self.busy)

    def begin(self, cancel: Callable[[], None]) -> None:
        """The work began."""
        typing = self.focusWidget()
        if typing is not None:
            typing.setProperty(_TYPING, True)
        for part in self._parts():
            if part.isEnabled() and part is not self.busy:
                part.setProperty(_STOPPED, True)
                part.setEnabled(False)
        self.busy.begin(cancel)
        self.working.emit(True)

    def advance(self, done: int, total: int, text: str) -> None:
        """The work made progress."""
        self.busy.advance(done, total, text)

    def finish(self) -> None:
        """The work ended, one way or another."""
        self.busy.finish()
        for part in self._parts():
            if part.property(_STOPPED):
                part.setProperty(_STOPPED, None)
                part.setEnabled(True)
        for part in self.findChildren(QWidget):
            if part.property(_TYPING):
                part.setProperty(_TYPING, None)
                part.setFocus(Qt.FocusReason.OtherFocusReason)
        self.working.emit(False)

    def _parts(self) -> list[QWidget]:
        return self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
