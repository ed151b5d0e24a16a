"""Qt's own dialogs and menus speak the language of the windows, and follow it when it changes."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from hvacdesk.ui.language import language

ENGLISH = re.compile(r"[A-Za-z]{3,}")
KEYS = re.compile(r"\t.*|\(&.\)|Ctrl|Unicode")
"""A key beside its words, and names that stay as they are."""


@pytest.fixture(autouse=True)
def plain_language() -> Iterator[None]:
    yield
    language.use("en")


def texts(qtbot: QtBot) -> list[str]:
    """What the system's dialog and the menus of fields say."""
    dialog = QFileDialog()
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.show()
    said = [one.text() for kind in (QLabel, QAbstractButton) for one in dialog.findChildren(kind)]
    said += [one.toolTip() for one in dialog.findChildren(QAbstractButton)]
    view = dialog.findChild(QTreeView)
    assert view is not None
    files = view.model()
    said += [files.headerData(at, Qt.Orientation.Horizontal) for at in range(files.columnCount())]
    kinds = ("File", "Folder", "Drive", "Unknown")
    said += [QCoreApplication.translate("QAbstractFileIconProvider", kind) for kind in kinds]
    fields: tuple[QWidget, ...] = (QLineEdit("a"), QPlainTextEdit("a"))
    for field in fields:
        qtbot.addWidget(field)
        menu = field.createStandardContextMenu()  # type: ignore[attr-defined]
        assert isinstance(menu, QMenu)
        said += [action.text() for action in menu.actions()]
    buttons = ("OK", "Cancel", "&Yes", "&No", "Save", "Close", "Discard")
    said += [QCoreApplication.translate("QPlatformTheme", one) for one in buttons if one != "OK"]
    said += [QCoreApplication.translate("QAbstractSpinBox", one) for one in ("&Step up", "Step &down")]
    return [text for text in said if text]


def english(said: list[str]) -> list[str]:
    return [text for text in said if ENGLISH.search(KEYS.sub("", text))]


def test_no_english_is_left_in_a_japanese_window(qtbot: QtBot) -> None:
    language.use("ja")
    said = texts(qtbot)
    assert len(said) > 25
    assert english(said) == []


def test_and_back_again(qtbot: QtBot) -> None:
    language.use("ja")
    language.use("en")
    assert "&Look in:" in texts(qtbot)
