"""What is copied out of the windows: marked as sensitive, and gone after a minute, at a lock and at the end.

Nearly everything on this program's screen is somebody's personal data. So every copy counts as sensitive,
whatever widget it came from. The marks ask clipboard managers to keep no history of it and to send it
nowhere:

* Linux: ``x-kde-passwordManagerHint`` (KDE's Klipper, followed by others);
* Windows: three formats (Microsoft's "Clipboard Formats", section on the cloud clipboard and the history).
"""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QClipboard, QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu

KEPT_SECONDS = 60
OURS = "application/x-hvacdesk-copy"
"""Holds a random value of this run of the program, by which it knows its own copies again."""

Mode = QClipboard.Mode


def marks(platform: str) -> dict[str, bytes]:
    """The formats that ask clipboard managers to look away."""
    if platform == "win32":
        return {
            f'application/x-qt-windows-mime;value="{name}"': bytes(4)  # a DWORD of 0: no
            for name in (
                "ExcludeClipboardContentFromMonitorProcessing",
                "CanIncludeInClipboardHistory",
                "CanUploadToCloudClipboard",
            )
        }
    return {"x-kde-passwordManagerHint": b"secret"}


def _modes() -> tuple[Mode, ...]:
    selection = QGuiApplication.clipboard().supportsSelection()
    return (Mode.Clipboard, Mode.Selection) if selection else (Mode.Clipboard,)


class SensitiveClipboard(QObject):
    """The program's one way to the clipboard, and to the selection that X11 pastes with the middle button.

    Attributes:
        timer: runs while something of ours may lie there.
    """

    def __init__(self) -> None:
        super().__init__()
        self._token = os.urandom(16)  # secrets would load OpenSSL before the first window
        self._watching = False
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(KEPT_SECONDS * 1000)
        self.timer.timeout.connect(self.forget)

    def watch(self, app: QGuiApplication) -> None:
        """From now on mark what any widget copies, too, and clear up when the program ends."""
        if not self._watching:
            self._watching = True
            app.clipboard().changed.connect(self._on_changed)
            app.aboutToQuit.connect(self.forget)

    def copy(self, text: str, mode: Mode = Mode.Clipboard) -> None:
        """Put a text on the clipboard for a minute; nothing for an empty one."""
        if text:
            QGuiApplication.clipboard().setMimeData(self.marked(text), mode)
            self.timer.start()

    def marked(self, text: str) -> QMimeData:
        """A text with the marks, for a widget that copies by itself."""
        data = QMimeData()
        data.setText(text)
        data.setData(OURS, self._token)
        for name, value in marks(sys.platform).items():
            data.setData(name, value)
        return data

    def forget(self) -> None:
        """Clear what is still ours; what another program put there since stays."""
        self.timer.stop()
        for mode in _modes():
            if self._is_ours(mode):
                QGuiApplication.clipboard().clear(mode)

    def _is_ours(self, mode: Mode) -> bool:
        data = QGuiApplication.clipboard().mimeData(mode)
        if data is None:  # the stubs do not know of an empty clipboard
            return False
        return bool(data.data(OURS).data() == self._token)

    def _on_changed(self, mode: Mode) -> None:
        """Mark what a widget of ours copied by itself. On X11 nobody has read it yet: we give it out."""
        if mode not in _modes():
            return
        board = QGuiApplication.clipboard()
        owned = board.ownsSelection() if mode is Mode.Selection else board.ownsClipboard()
        if self._is_ours(mode):
            self.timer.start()
        elif owned and board.text(mode):
            self.copy(board.text(mode), mode)


clipboard = SensitiveClipboard()


class CopyGuard(QObject):
    """Copies for a widget, by keys and by menu, so that what it shows never lies on the clipboard unmarked.

    Where a system tells only afterwards that something was copied (Windows), marking again may come too late.
    """

    def __init__(self, widget: QLineEdit | QLabel) -> None:
        super().__init__(widget)
        self._widget = widget
        widget.installEventFilter(self)

    # Qt's overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._by_key(event)
        if event.type() == QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
            return self._by_menu(event)
        return super().eventFilter(watched, event)

    def _by_key(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
            return True
        if event.matches(QKeySequence.StandardKey.Cut):
            self._cut()
            return True
        return False

    def _copy(self) -> None:
        clipboard.copy(self._widget.selectedText())

    def _cut(self) -> None:
        self._copy()
        if isinstance(self._widget, QLineEdit) and not self._widget.isReadOnly():
            self._widget.del_()

    def _by_menu(self, event: QContextMenuEvent) -> bool:
        menu = self._edit_menu(self._widget) if isinstance(self._widget, QLineEdit) else self._label_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())
        return True

    def _edit_menu(self, edit: QLineEdit) -> QMenu:
        menu = edit.createStandardContextMenu()
        for name, slot in (("edit-copy", self._copy), ("edit-cut", self._cut)):
            action = menu.findChild(QAction, name)
            if action is not None:
                action.triggered.disconnect()
                action.triggered.connect(slot)
        return menu

    def _label_menu(self) -> QMenu:
        menu = QMenu(self._widget)
        action = menu.addAction(QApplication.translate("CopyGuard", "Copy"), self._copy)
        action.setEnabled(bool(self._widget.selectedText()))
        return menu
