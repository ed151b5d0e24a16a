"""The window before the desk: a dark panel with the program's name at the left, one question at the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hvacdesk.domain.text.languages import LANGUAGES
from hvacdesk.ui.icons import icon
from hvacdesk.ui.language import language
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.enter_key import take_enter
from hvacdesk.ui.widgets.entry_view import EntryView
from hvacdesk.ui.widgets.help_button import help_calls
from hvacdesk.ui.widgets.keyboard import follow_keyboard, go_on
from hvacdesk.ui.widgets.scroll_column import WidthFirst
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.widgets.wheel import keep_wheel_for_pages
from hvacdesk.ui.widgets.within_screen import fitting_size, keep_within_screen
from hvacdesk.ui.wording.window_titles import NAMELESS, window_title

NARROW = 720
"""Below this width, in design pixels, there is no room for a column beside the question."""


class EntryWindow(QWidget):
    """Frames login, set-up and recovery; what it shows is the entry flow's decision.

    Attributes:
        pc: what the office calls this PC; empty at the office PC, and while that is not known.
        at_seat: whether every view leads to an office on another PC; else each view says so of itself.

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
        follow_keyboard()
        keep_wheel_for_pages()
        self.setProperty("role", "window")
        self.setWindowTitle(NAMELESS)
        self.pc = ""
        self._seen = False
        self._content: EntryView | None = None
        self._office_name = ""
        self.at_seat = False
        keep_within_screen(self)
        self.resize(fitting_size(self, 880, 640))
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._scroll = WidthFirst()
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._panel: QFrame | None = None
        self._narrow = False
        self._layout.addWidget(self._scroll, 1)
        QShortcut(QKeySequence("F1"), self).activated.connect(self._show_help)
        help_calls.wanted.connect(self._answer)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusObjectChanged.connect(self._follow)

    def show_content(self, content: EntryView, office_name: str = "") -> None:
        """Put a view into the right half, in place of the one before."""
        self._office_name = office_name
        self.setWindowTitle(window_title(office_name, self.pc))
        self._content = content
        self._replace_panel()
        place = QWidget()
        place.setProperty("role", "clear")
        column = QVBoxLayout(place)
        edge = min(theme.px(40), self.width() // 22)
        column.setContentsMargins(edge, theme.gap(24), edge, theme.gap(24))
        column.addStretch(0 if content.steady else 1)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(content, 100)
        middle.addStretch(1)
        column.addLayout(middle)
        column.addStretch(2)
        content.setMaximumWidth(theme.px(content.widest))
        content.working.connect(self._hold)
        self._hold(under_way=False)
        self._scroll.setWidget(place)
        content.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def content(self) -> EntryView | None:
        """The view that is shown now."""
        return self._content

    def _follow(self, now: QObject | None) -> None:
        """Bring into view what takes the keyboard, also where no Tab key led to it.

        Not what the mouse is just pressed on: it would slip away from under the pointer, and a button of
        which only half is in sight would not be pressed.
        Not heard by ``focusChanged``, which also hands over the widget before: it may be half deleted.
        """
        pressing = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if not pressing and isinstance(now, QWidget) and self._scroll.isAncestorOf(now):
            self._scroll.ensureWidgetVisible(now, theme.px(24), theme.px(24))

    def _hold(self, under_way: bool) -> None:
        """While work is under way its view stays: another language would build another one."""
        self._languages.setEnabled(not under_way)

    def _show_help(self) -> None:
        from hvacdesk.ui.help.opening import help_before_login  # not before the window is painted

        help_before_login(self)

    def _answer(self, window: QWidget) -> None:
        """Help for a dialog of this window."""
        from hvacdesk.ui.help.opening import help_before_login

        owner = window.parentWidget()
        if owner is not None and owner.window() is self:
            help_before_login(window)

    def _replace_panel(self) -> None:
        """A column at the left, or a bar on top where large text leaves no room beside it."""
        self._narrow = self.width() < theme.px(NARROW)
        if self._panel is not None:
            self._layout.removeWidget(self._panel)
            self._panel.hide()
            self._panel.deleteLater()
        directions = QBoxLayout.Direction
        self._layout.setDirection(directions.TopToBottom if self._narrow else directions.LeftToRight)
        self._panel = self._make_bar() if self._narrow else self._make_column()
        self._panel.setProperty("role", "nav")
        self._layout.insertWidget(0, self._panel)

    def _make_column(self) -> QFrame:
        panel = QFrame()
        panel.setFixedWidth(theme.px(240))
        column = QVBoxLayout(panel)
        edge = theme.px(24)
        column.setContentsMargins(edge, theme.px(28), edge, edge)
        column.setSpacing(theme.px(6))
        column.addWidget(label("hvacdesk", "product"))
        about = self._office_name or self.tr("Front desk for air conditioning")
        column.addWidget(label(about, "nav-muted", wrap=True))
        column.addStretch(1)
        if self.at_seat or (self._content is not None and self._content.at_seat):
            promise = self.tr(
                "Customer data stays on the office PC. Names are masked, except in the day's jobs."
            )
        else:
            promise = self.tr(
                "Customer data is encrypted on this computer. Names are masked, except in the day's jobs."
            )
        column.addWidget(label(promise, "nav-muted", wrap=True))
        column.addSpacing(theme.px(8))
        column.addWidget(self._make_help_button())
        column.addWidget(self._make_language_choice())
        return panel

    def _make_bar(self) -> QFrame:
        panel = QFrame()
        row = QHBoxLayout(panel)
        row.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8))
        row.setSpacing(theme.px(14))
        row.addWidget(label("hvacdesk", "product"))
        row.addWidget(label(self._office_name, "nav-muted", wrap=True), 1)
        row.addWidget(self._make_help_button())
        row.addWidget(self._make_language_choice())
        return panel

    def _make_help_button(self) -> QPushButton:
        made = button(
            self.tr("Help"), self._show_help, kind="nav-small", icon="circle-question-mark", tip="F1"
        )
        made.setIcon(icon("circle-question-mark", "nav_muted"))
        return made

    def _make_language_choice(self) -> QComboBox:
        choice = QComboBox()
        choice.setAccessibleName(self.tr("Language"))
        for code, spoken in LANGUAGES.items():
            choice.addItem(spoken.name, code)
        choice.setCurrentIndex(max(0, choice.findData(language.code)))
        choice.activated.connect(lambda _at: self.language_chosen.emit(choice.currentData()))
        self._languages = choice
        return choice

    # Qt's overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter also presses the buttons beside the views, such as the one that opens the help."""
        if not take_enter(self, event, form=False):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return go_on(self, forward=forward)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._panel is not None and self._narrow != (self.width() < theme.px(NARROW)):
            self._replace_panel()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.Paint and not self._seen:
            self._seen = True
            self.painted.emit()
        return done

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._content is not None and self._content.asks_before_closing():
            event.ignore()
            return
        super().closeEvent(event)
        self.closed.emit()
