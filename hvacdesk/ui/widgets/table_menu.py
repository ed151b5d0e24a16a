"""What a right click on a row or the menu key offers: the page's acts for it, a copy, the list on paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QMenu

from hvacdesk.domain.papers.printed_lists import PrintedList
from hvacdesk.ui.clipboard import clipboard
from hvacdesk.ui.icons import icon
from hvacdesk.ui.widgets.column_menu import ColumnsShown, fill_column_menu
from hvacdesk.ui.widgets.folding_row import FOLDED
from hvacdesk.ui.widgets.named_rows import Names

MENU_KEYS = (QKeySequence("Menu"), QKeySequence("Shift+F10"))
"""Not every system turns both of them into the event of a menu, and some send that event besides the key."""


def asks_for_menu(event: QKeyEvent) -> bool:
    """Whether a key asks for the menu of what is chosen."""
    return QKeySequence(event.keyCombination()) in MENU_KEYS


@dataclass(frozen=True)
class RowAct:
    """Something to do with the chosen row that has no button on the page.

    Attributes:
        may: asked when the menu opens: whether it can be done now.
    """

    text: str
    act: Callable[[], object]
    icon: str = ""
    may: Callable[[], bool] = lambda: True


Act = QAbstractButton | RowAct
"""Of a button the menu shows the text; to choose it there presses the button on the page."""


class RowsShown(ColumnsShown, Protocol):
    """A table as far as something is done with a row of it, or with all of them."""

    acts: Callable[[], Sequence[Act]]
    prints: bool
    kept_as: str
    names: Names

    def accessibleName(self) -> str: ...
    def widths(self) -> Sequence[int]: ...

    def current(self) -> object: ...
    def rows(self) -> Sequence[object]: ...
    def titles(self) -> Sequence[str]: ...
    def texts_of(self, row: object) -> Sequence[str]: ...
    def print_list(self) -> object: ...


def fill_row_menu(table: RowsShown, menu: QMenu) -> None:
    """What concerns the chosen row, and the list; without a row only the list."""
    translate = QCoreApplication.translate
    menu.setAccessibleName(translate("TableMenu", "Row and list"))
    if table.current() is not None:
        for act in table.acts():
            _add(menu, act)
        menu.addSeparator()
        copy = menu.addAction(translate("TableMenu", "Copy the row"), partial(copy_row, table))
        copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        copy.setShortcutVisibleInContextMenu(True)
        menu.addAction(
            translate("TableMenu", "Copy the row with titles"), partial(copy_row, table, titles=True)
        )
        menu.addSeparator()
    if table.prints:
        printing = menu.addAction(translate("TableMenu", "Print this list…"), table.print_list)
        printing.setIcon(icon("printer"))
        printing.setEnabled(bool(table.rows()))
    fill_column_menu(table, menu.addMenu(translate("TableMenu", "Columns")))


def _add(menu: QMenu, act: Act) -> None:
    if isinstance(act, RowAct):
        action = menu.addAction(act.text, act.act)
        action.setEnabled(act.may())
        if act.icon:
            action.setIcon(icon(act.icon))
    elif not act.isHidden() or act.property(FOLDED):
        action = menu.addAction(act.icon(), act.text() or act.accessibleName(), act.click)
        action.setEnabled(act.isEnabled())


def copy_row(table: RowsShown, *, titles: bool = False) -> None:
    """Put the chosen row onto the clipboard as it is shown, hidden parts hidden; cells apart by tabs."""
    row = table.current()
    if row is None:
        return
    lines = [table.titles(), table.texts_of(row)] if titles else [table.texts_of(row)]
    clipboard.copy("\n".join("\t".join(" ".join(text.split()) for text in line) for line in lines))


def shown_list(table: RowsShown) -> PrintedList:
    """The list as it is shown, to be printed."""
    rows = table.rows()
    return PrintedList(
        table.kept_as,
        table.accessibleName(),
        table.titles(),
        tuple(map(float, table.widths())),
        tuple(map(table.texts_of, rows)),
        tuple(dict.fromkeys(filter(None, chain.from_iterable(map(table.names, rows))))),
    )
