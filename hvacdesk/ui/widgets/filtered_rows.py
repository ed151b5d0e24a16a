"""Rows of a form or page, of which there may be hundreds: a few are shown, and a filter finds the others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from hvacdesk.domain.text.text_forms import fold
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.layouts import clear
from hvacdesk.ui.widgets.text import label

ROWS_SHOWN = 12
"""So many rows are read at a glance, and made in no time."""

T = TypeVar("T")


class FilteredRows(QWidget, Generic[T]):
    """Up to :data:`ROWS_SHOWN` of the items as rows; a filter above them where there are more.

    Attributes:
        filter: the field to type a part of an item's text into, with any number of words.
    """

    def __init__(
        self,
        name: str,
        items: Sequence[T],
        text_of: Callable[[T], str],
        make_row: Callable[[T], QWidget],
        *,
        none: str,
        pinned: Callable[[T], bool] = lambda _item: False,
    ) -> None:
        """``name`` is what the filter asks for; ``pinned`` items come first whatever is typed.

        ``none`` is said where there are no items.
        """
        super().__init__()
        self._none = none
        self._items = [(item, fold(text_of(item))) for item in items]
        self._make_row = make_row
        self._pinned = pinned
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(name)
        self.filter.setAccessibleName(name)
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self.show_rows)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.px(4))
        self._more = label("", "muted", wrap=True)
        column.addWidget(self.filter)
        column.addLayout(self._rows)
        column.addWidget(self._more)
        self.filter.setVisible(len(items) > ROWS_SHOWN)
        self.show_rows()

    def show_rows(self) -> None:
        """Make the rows that fit what is typed."""
        clear(self._rows)
        found = self.found()
        for item in found[:ROWS_SHOWN]:
            self._rows.addWidget(self._make_row(item))
        self._more.setText(said := self._said_of(len(found)))
        self._more.setVisible(bool(said))

    def _said_of(self, found: int) -> str:
        """What is said below the rows: why there are none, or how many are not shown; else empty."""
        if not self._items:
            return self._none
        if not found:
            unfit = QCoreApplication.translate(
                "FilteredRows", "None of {count} fits what is typed: clear it to see them again"
            )
            return unfit.format(count=len(self._items))
        more = found - ROWS_SHOWN
        text = QCoreApplication.translate("FilteredRows", "and {count} more: type a part to find them")
        return text.format(count=more) if more > 0 else ""

    def found(self) -> list[T]:
        """The pinned items, then those in which every typed word occurs."""
        words = [fold(word) for word in self.filter.text().split()]
        pinned = [item for item, _text in self._items if self._pinned(item)]
        others = (
            item
            for item, text in self._items
            if not self._pinned(item) and all(word in text for word in words)
        )
        return [*pinned, *others]
