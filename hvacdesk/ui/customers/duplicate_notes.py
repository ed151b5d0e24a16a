"""Customers who may be the same as the one being registered, quietly below the form."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hvacdesk.domain.customers.duplicates import LikelyDuplicate
from hvacdesk.domain.text.wording import Words
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.layouts import clear
from hvacdesk.ui.widgets.text import label, restyle
from hvacdesk.ui.widgets.warning_box import WarningBox
from hvacdesk.ui.wording.duplicates import resembling

MOST_NAMED = 2
"""More would push the form off a small screen; a candidate who is another person makes room for the next."""


class DuplicateNotes(WarningBox):
    """Each candidate with what it shares, *Open* and *Another person*.

    Signals:
        opened(customer): a candidate is the same customer.
    """

    opened = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._dismissed: set[str] = set()
        self._found: tuple[LikelyDuplicate, ...] = ()
        self.hide()

    def show_found(self, found: Sequence[LikelyDuplicate]) -> None:
        """Show the candidates, except those of whom it was said that they are somebody else."""
        left = tuple(one for one in found if one.row.customer not in self._dismissed)
        if left == self._found:
            return  # the keyboard may be on one of the links
        self._found = left
        clear(self.body)
        self.setVisible(bool(self._found))
        if not self._found:
            return
        title = self.tr("Registered already?")
        self.setAccessibleName(title)
        self.body.addWidget(label(title, "strong", wrap=True))
        for one in self._found[:MOST_NAMED]:
            self.body.addWidget(self._line(one))
        more = len(self._found) - MOST_NAMED
        if more > 0:
            self.body.addWidget(label(self.tr("and {count} more").format(count=more), "muted"))
        restyle(self)

    def _line(self, one: LikelyDuplicate) -> QWidget:
        made = QWidget()
        lines = QVBoxLayout(made)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        who = "  ".join(filter(None, (one.row.number, one.row.name.text, one.row.address.text)))
        lines.addWidget(label(who, wrap=True))
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(label(resembling(one, self._words), "muted", wrap=True), 1)
        open_it = partial(self.opened.emit, one.row.customer)
        for words, about, slot in (
            (self.tr("Open"), self.tr("Open {customer} instead"), open_it),
            (self.tr("Another person"), self.tr("{customer} is another person"), self._dismissing(one)),
        ):
            row.addWidget(button(words, slot, kind="link", name=about.format(customer=who)))
        lines.addLayout(row)
        return made

    def _dismissing(self, one: LikelyDuplicate) -> Callable[[], None]:
        def dismiss() -> None:
            self._dismissed.add(one.row.customer)
            self.show_found(self._found)

        return dismiss
