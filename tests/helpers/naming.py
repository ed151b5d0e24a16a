"""What a screen reader is told of each control, as Qt hands it to the desktop."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QScrollArea,
    QTextEdit,
    QWidget,
)

from hvacdesk.ui.widgets.data_table import DataTable
from hvacdesk.ui.widgets.passphrase_edit import PassphraseEdit
from tests.helpers.fitting import name_of
from tests.helpers.visible import visible

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QTextEdit,
)


def nameless(window: QWidget) -> list[str]:
    """The visible controls that a screen reader cannot name."""
    return [name_of(one) for one in controls(window) if not spoken(one)]


def controls(window: QWidget) -> list[QWidget]:
    """Everything visible that somebody can use or the keyboard can be on, inner parts apart."""
    return [one for one in visible(window, QWidget) if _is_control(one)]


def _is_control(one: QWidget) -> bool:
    parent = one.parentWidget()
    inner = isinstance(parent, (QAbstractSpinBox, QComboBox)) or isinstance(one, QHeaderView)
    inner = inner or one.objectName().startswith("qt_")
    focusable = one.focusPolicy() & Qt.FocusPolicy.TabFocus and not isinstance(one, QScrollArea)
    return not inner and (isinstance(one, CONTROLS) or bool(focusable))


def spoken(one: QWidget) -> str:
    """The control's name for a screen reader."""
    return QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name).strip()


def unreachable(window: QWidget) -> list[str]:
    """The visible buttons that no Tab leads to, no arrow key within a group, and no key in their words."""
    return [
        f"{name_of(one)} is for the mouse alone"
        for one in visible(window, QAbstractButton)
        if one.isEnabled() and not _has_a_key(one)
    ]


def _has_a_key(one: QAbstractButton) -> bool:
    inner = isinstance(one.parentWidget(), QLineEdit) or one.objectName().startswith("qt_")
    grouped = one.group() is not None or one.autoExclusive()
    return inner or grouped or "F9" in one.text() or bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus)


def forgetful(window: QWidget) -> list[str]:
    """The tables of the desk that do not remember the person's columns."""
    return [
        f"{name_of(table)} lacks keep_columns(...)"
        for table in visible(window, DataTable)
        if not table.kept_as
    ]


def unguarded(window: QWidget) -> list[str]:
    """Hidden fields that are no :class:`PassphraseEdit`: no warning of Caps Lock, an input method at work."""
    return [
        f"{name_of(one)} is no PassphraseEdit"
        for one in window.findChildren(QLineEdit)
        if one.echoMode() is not QLineEdit.EchoMode.Normal
        and not isinstance(one.parentWidget(), PassphraseEdit)
    ]
