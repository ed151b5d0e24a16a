"""The frame of every dialog: a title, content, one primary and perhaps other buttons; Esc closes.

Enter presses the button that has the keyboard and leads from field to field; Ctrl+S ends a form from anywhere
in it. The keyboard begins at the first field; where there is none, on the answer that changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from hvacdesk.ui import background
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.closed_dialogs import linger
from hvacdesk.ui.widgets.enter_key import first_place, has_fields, take_enter
from hvacdesk.ui.widgets.held_fields import STAYS_FREE, hold, let_go
from hvacdesk.ui.widgets.help_button import help_button
from hvacdesk.ui.widgets.help_places import ANYWHERE, page_of
from hvacdesk.ui.widgets.keyboard import follow_keyboard, go_on
from hvacdesk.ui.widgets.layouts import grow_to_text
from hvacdesk.ui.widgets.notice import Notice, NoticePlace
from hvacdesk.ui.widgets.standing_note import StandingNote
from hvacdesk.ui.widgets.tab_order import LEADS_ON, WAY_BACK
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.widgets.waiting_line import WaitingLine, waits_in_dialog
from hvacdesk.ui.widgets.wheel import keep_wheel_for_pages
from hvacdesk.ui.widgets.within_screen import fitting_size, grow_to_scrolled, keep_within_screen

SAVE_KEY = "Ctrl+S"
_TOLD_SECONDS = 3_600
"""What is told as long as something is under way goes with that, and not by itself."""


class Dialog(QDialog):
    """Base class of the dialogs.

    Attributes:
        body: the layout for the content.
        notices: where a notice is shown while the dialog is in front.
        waiting_line: says there that an answer is awaited.
        primary: the button of :meth:`set_primary`.
        way_back: the button that closes the dialog and changes nothing, if there is one beside that.
        help_way: what opens the help, where there is a page for the dialog; None before it is shown.
        working: whether something is under way that cannot be taken back, such as saving.
    """

    tells_standing = False
    """Whether what is so for the whole window is said above the buttons: where somebody types or works."""
    asks_about_parent = False
    """Whether it is about what is in the dialog beneath, as every question made of this very class is."""

    def __init__(self, title: str, parent: QWidget | None = None, *, width: int = 440) -> None:
        super().__init__(parent)
        follow_keyboard()
        keep_wheel_for_pages()
        self.setModal(True)
        self.setMinimumWidth(fitting_size(self, width, 0).width())
        outer = QVBoxLayout(self)
        edge = theme.px(24)
        outer.setContentsMargins(edge, theme.px(20), edge, theme.px(4))
        outer.setSpacing(theme.px(14))
        self._title = label("", "heading", wrap=True)
        outer.addWidget(self._title)
        content = QWidget(self)
        content.setProperty("role", "clear")
        self.body = QVBoxLayout(content)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(theme.px(10))
        outer.addWidget(content, 1)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(theme.px(8))
        self.buttons.addStretch(1)
        foot = QVBoxLayout()
        foot.setSpacing(theme.px(4))
        if self.tells_standing:
            foot.addWidget(StandingNote(self))
        foot.addLayout(self.buttons)
        # Their room is there from the start, so that a notice moves no button when it appears.
        self.notices = NoticePlace()
        self.waiting_line = WaitingLine(self.notices, self._waits_for, waits_in_dialog)
        foot.addWidget(self.notices)
        outer.addLayout(foot)
        self.primary: QPushButton | None = None
        self.way_back: QPushButton | None = None
        self.help_way: QPushButton | None = None
        self._was_shown = False
        self.working = False
        self._resting: list[QPushButton] = []
        self._told_to_wait: Notice | None = None
        self._save_key = QShortcut(QKeySequence(SAVE_KEY), self, self._save_by_key)
        self.finished.connect(self._linger)
        self.finished.connect(self._end_questions)
        self.set_title(title)
        keep_within_screen(self, content)

    def set_title(self, title: str) -> None:
        """Name the dialog, for those that cannot translate before they are built."""
        self._title.setText(title)
        self.setWindowTitle(title)
        self.setAccessibleName(title)

    def add_text(self, text: str, role: str = "") -> None:
        """A paragraph."""
        self.body.addWidget(label(text, role, wrap=True))

    def set_primary(
        self, text: str, slot: Callable[[], object] | None = None, *, kind: str = "primary"
    ) -> QPushButton:
        """The button for what the dialog is about; without a slot it accepts the dialog."""
        self.primary = button(text, slot or self.accept, kind=kind)
        self.primary.setProperty(LEADS_ON, True)
        self.buttons.addWidget(self.primary)
        return self.primary

    def add_secondary(self, text: str, slot: Callable[[], object] | None = None) -> QPushButton:
        """A button left of the primary one; without a slot it closes the dialog."""
        made = button(text, slot or self.reject)
        if slot is None or slot == self.reject:
            self.way_back = made
        place = self.buttons.indexOf(self.primary) if self.primary is not None else self.buttons.count()
        self.buttons.insertWidget(place, made)
        return made

    def fit(self, width: int, height: int) -> None:
        """Open at this size in design pixels, or as large as the screen allows."""
        self.resize(fitting_size(self, width, height))

    def rest(self, *, working: bool) -> None:
        """Let nothing be typed, changed or pressed while something is under way, nor the dialog be left."""
        if working:
            pressable = [one for one in self.own_buttons() if one.isEnabled()]
            for one in pressable:
                one.setEnabled(False)
            self._resting += pressable
            hold(self, self._say_held)
        else:
            let_go(self)
            for one in filter(isValid, self._resting):
                one.setEnabled(True)
            self._resting = []
            self._say_to_wait("")
        self.working = working

    def has_to_stay(self) -> bool:
        """Whether it may not be closed yet, which it says then: what is under way may be done already."""
        if self.working:
            self._say_to_wait(
                QCoreApplication.translate(
                    "Dialog",
                    "This is under way and may be saved already. Nothing can be changed here, nor the window "
                    "be closed, until it is known what came of it.",
                )
            )
        return self.working

    def _say_held(self) -> None:
        """Once, however much is typed."""
        if self._told_to_wait is None or not isValid(self._told_to_wait):
            self.has_to_stay()

    def _say_to_wait(self, text: str) -> None:
        told, self._told_to_wait = self._told_to_wait, None
        if told is not None and isValid(told):
            told.close()
        if text:
            self._told_to_wait = Notice(self.notices, text, seconds=_TOLD_SECONDS)

    def _waits_for(self, operation: background.Operation) -> bool:
        return not operation.is_shown and not operation.keeps_open and operation.is_of(self)

    def own_buttons(self) -> list[QPushButton]:
        """Those at the foot, but for the way to the help."""
        items = (self.buttons.itemAt(at) for at in range(self.buttons.count()))
        parts = (item.widget() for item in items if item is not None)
        return [one for one in parts if isinstance(one, QPushButton) and one is not self.help_way]

    def form_button(self) -> QPushButton | None:
        """What Ctrl+S presses: the button that ends the form; None where nothing is filled in."""
        if self.primary is None or self.primary.property("kind") != "primary":
            return None
        return self.primary if has_fields(self) else None

    def go_to_first(self) -> None:
        """Put the keyboard on the first field, or on the answer that changes nothing where there is none."""
        first = first_place(self)
        if first is not None:
            first.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
        else:
            self.begin_on_way_back()

    def begin_on_way_back(self) -> None:
        """Put the keyboard on the answer that changes nothing: one Tab leads on to the other answer.

        What Enter is pressed for elsewhere in the dialog leads there as well, and so does nothing by itself.
        """
        first = self._harmless()
        if first is None:
            return
        if first is self.way_back:
            first.setProperty(WAY_BACK, True)
        first.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def _harmless(self) -> QPushButton | None:
        back = self.way_back
        return back if back is not None and back.isVisibleTo(self) and back.isEnabled() else self.primary

    def _linger(self) -> None:
        linger(self)

    def _end_questions(self) -> None:
        """What is asked about this dialog cannot be answered once it is closed, however that came."""
        for one in self.findChildren(Dialog, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if one.isVisible() and (type(one) is Dialog or one.asks_about_parent):
                QDialog.reject(one)

    def _on_first_show(self) -> None:
        """Put the keyboard where it begins, unless somebody knows better, and tell of Ctrl+S in a form."""
        self._was_shown = True
        self._tell_of_save_key()
        if self.focusWidget() is None:
            self.go_to_first()

    def begin_anew(self) -> None:
        """Put the keyboard where it begins when the dialog asks something else, and tell of Ctrl+S."""
        self._tell_of_save_key()
        self.go_to_first()

    def _tell_of_save_key(self) -> None:
        ending = self.form_button()
        if ending is not None and not ending.toolTip():
            ending.setToolTip(SAVE_KEY)

    def _save_by_key(self) -> None:
        ending = self.form_button()
        if ending is not None:
            ending.click()

    # Qt's overrides

    def reject(self) -> None:
        if not self.has_to_stay():
            super().reject()

    def adjustSize(self) -> None:
        super().adjustSize()
        grow_to_text(self)
        grow_to_scrolled(self)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return go_on(self, forward=forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not take_enter(self, event):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        if self.help_way is None and page_of(type(self)) not in ("", ANYWHERE):
            self.help_way = help_button(self)  # made last, so that no dialog opens with the keyboard on it
            self.help_way.setProperty(STAYS_FREE, True)
            self.buttons.insertWidget(0, self.help_way)
        super().showEvent(event)
        grow_to_text(self)
        if not self._was_shown:
            self._on_first_show()
