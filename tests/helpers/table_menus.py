"""What the menu of a table's row offers, opened by its key."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget

from hvacdesk.ui.oversight.list_names import LIST_NAMES
from hvacdesk.ui.widgets.data_table import DataTable

PLAIN = Qt.KeyboardModifier.NoModifier
TO_READ = frozenset(
    {
        *("Access history", "Audit log", "Backups and media", "By customer", "By person", "Timeline"),
        *("Customers whose answer changes", "Papers of this customer", "Rows of the list", "Unusual"),
        *("The office's choices so far", "Training pages", "Who may do what", "Works"),
    }
)
"""Lists that are there to be read: nothing is done with a row."""


def by_key(table: QWidget, key: Qt.Key = Qt.Key.Key_Menu, modifier: Qt.KeyboardModifier = PLAIN) -> QMenu:
    table.setFocus()
    QTest.keyClick(table, key, modifier)
    return open_menu()


def open_menu() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def entries(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def missing(table: DataTable) -> Iterator[str]:
    """What a table's menu should offer and does not."""
    table.selectRow(0)
    menu = by_key(table)
    for wanted in ("Copy the row", "Columns"):
        if wanted not in entries(menu):
            yield f"no “{wanted}”"
    if table.kept_as and table.prints is ("Print this list…" not in entries(menu)):
        yield "it cannot be printed"
    if table.kept_as and table.kept_as not in LIST_NAMES:
        yield "the log has no name for it"
    for act in table.acts():
        text = act.text() or act.accessibleName() if isinstance(act, QAbstractButton) else act.text
        if not text:
            yield "an act without a name"
        if isinstance(act, QAbstractButton) and act.isHidden() is (text in entries(menu)):
            yield f"“{text}” is not as on the page"
    if not table.acts() and table.accessibleName() not in TO_READ:
        yield "nothing can be done with a row"
    menu.close()
