"""What screen readers are told where Qt's own answer misleads: roles, the order of reading, labels of lists.

Qt asks :func:`begin`'s factory for each widget once a screen reader (or a test) wants to know about it, so
nothing of this costs anybody else. Three things are told differently:

- what :func:`speak_as` was called for has the role given there, since Qt takes a tab or a page of the
  navigation for a check box, and whatever is drawn by hand for nothing at all;
- the parts of a window are read as they are shown, line by line, not in the order in which they were made;
- a drop-down list has a label where only its accessible name says what it is for: under Linux its name is
  what is chosen in it, and only a label is said beside that.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAccessibleWidget,
    QApplication,
    QComboBox,
    QLabel,
    QWidget,
)

from hvacdesk.ui.widgets.tab_order import as_read

Role = QAccessible.Role
_AS = "spoken-as"
_PLAIN = {"QWidget": Role.Client, "QFrame": Role.Border, "QDialog": Role.Dialog, "QSplitter": Role.Splitter}
"""Kinds of widgets that hold others, by their class in Qt, and the role that Qt gives them."""

_PRESSED = (Role.Button, Role.PageTab, Role.ListItem)


def begin() -> None:
    """Answer screen readers from now on; once per process is enough."""
    if not _begun:
        QAccessible.installFactory(_face)
        _begun.append(True)


_begun: list[bool] = []


def speak_as(widget: QWidget, role: QAccessible.Role) -> None:
    """Give the widget this role for screen readers."""
    widget.setProperty(_AS, role.value)
    if QAccessible.isActive():  # then Qt has given an answer of its own as soon as the widget had a name
        QAccessible.deleteAccessibleInterface(
            QAccessible.uniqueId(QAccessible.queryAccessibleInterface(widget))
        )


def _face(kind: str, thing: QObject) -> QAccessibleInterface | None:
    """Qt's question about one thing, for each of its classes from the last to ``QObject``."""
    if not isinstance(thing, QWidget):
        return None
    told = thing.property(_AS)
    if told is not None:
        return Face(thing, Role(told))
    if kind == "QComboBox" and isinstance(thing, QComboBox):
        _Labeller(thing)
    return Face(thing, _PLAIN[kind]) if kind in _PLAIN else None


class _Labeller(QObject):
    """Gives a list a label that nobody sees, unless there is one that somebody does."""

    def __init__(self, choice: QComboBox) -> None:
        super().__init__(choice)
        self._choice = choice
        choice.installEventFilter(self)
        if choice.isVisible():
            self._give()

    def _give(self) -> None:
        choice, parent = self._choice, self._choice.parentWidget()
        if parent is None:
            return
        beside = parent.findChildren(QLabel, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if choice.accessibleName() and not any(one.buddy() is choice for one in beside):
            made = QLabel(choice.accessibleName(), parent)
            made.hide()
            made.setBuddy(choice)

    # Qt's overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show:
            self._give()
        return False


class Face(QAccessibleWidget):
    """One widget as a screen reader sees it."""

    def _parts(self) -> list[QAccessibleInterface]:
        """The parts as they are read: those that are seen from the top, then those that are not."""
        count = super().childCount() if self.role() not in _PRESSED else 0  # its name says all of it
        faces = [super(Face, self).child(at) for at in range(count)]
        read = as_read(self.widget())
        faces = [face for face in faces if not _is_ornament(face.object())]
        return sorted(faces, key=lambda face: read.index(seen) if (seen := face.object()) in read else count)

    # Qt's overrides

    def role(self) -> QAccessible.Role:
        told = super().role()
        return Role.Window if told is Role.Client and self.widget().isWindow() else told

    def childCount(self) -> int:
        return len(self._parts())

    def child(self, index: int) -> QAccessibleInterface | None:
        parts = self._parts()
        return parts[index] if 0 <= index < len(parts) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        objects = [face.object() for face in self._parts()]
        return objects.index(child.object()) if child.object() in objects else -1

    def text(self, which: QAccessible.Text) -> str:
        said = super().text(which)
        widget = self.widget()
        if which is QAccessible.Text.Name and not said and isinstance(widget, QAbstractButton):
            return widget.text().replace("&&", "&")
        return said

    def state(self) -> QAccessible.State:
        state, widget = super().state(), self.widget()
        if isinstance(widget, QAbstractButton) and self.role() is Role.PageTab:
            state.selectable = 1
            state.selected = int(widget.isChecked())
        return state

    def actionNames(self) -> list[str]:
        acts = [self.pressAction()] if self.role() in _PRESSED and self.widget().isEnabled() else []
        return [*acts, *super().actionNames()]

    def doAction(self, action: str) -> None:
        widget = self.widget()
        if action != self.pressAction():
            super().doAction(action)
        elif isinstance(widget, QAbstractButton):
            widget.click()
        else:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = QKeyEvent(kind, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier)
                QApplication.postEvent(widget, key)


def _is_ornament(thing: QObject | None) -> bool:
    """A picture beside words that say the same."""
    return isinstance(thing, QLabel) and not thing.pixmap().isNull() and not thing.accessibleName()
