"""Customers who may be the same as the one being registered, quietly below the form."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hvacdesk.domain.customers.duplicates import PLAIN, LikelyDuplicate
from hvacdesk.domain.text.wording import Words
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.dialog import Dialog
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

    def unanswered(self, found: Sequence[LikelyDuplicate]) -> tuple[LikelyDuplicate, ...]:
        """Those who are plainly the same, and of whom nobody said that they are another person."""
        return tuple(
            one for one in found if one.row.customer not in self._dismissed and PLAIN.intersection(one.shared)
        )

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
        who = _who(one)
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


class DuplicateQuestion(Dialog):
    """Asks once, before somebody new is saved who is plainly registered already.

    Signals:
        opened(customer): that one is it.
        agreed(): it is somebody else, and is saved.
    """

    opened = Signal(str)
    agreed = Signal()

    def __init__(self, found: Sequence[LikelyDuplicate], words: Words, parent: QWidget) -> None:
        super().__init__("", parent, width=520)
        self.set_title(self.tr("Is this customer registered already?"))
        self.add_text(
            self.tr(
                "Two registrations of one customer divide their jobs, calls and invoices. If it is the same, "
                "open the one that is there: what you typed here is not saved."
            )
        )
        for one in found[:MOST_NAMED]:
            who = _who(one)
            self.add_text(who, "strong")
            self.add_text(resembling(one, words), "muted")
            open_it = partial(self._open, one.row.customer)
            about = self.tr("Open this one: {customer}").format(customer=who)
            link = button(self.tr("Open this one"), open_it, kind="link", name=about)
            self.body.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        self.set_primary(self.tr("Back to the form"), self.reject)
        self.add_secondary(self.tr("Another customer: save"), self._agree)

    def _open(self, customer: str) -> None:
        self.reject()
        self.opened.emit(customer)

    def _agree(self) -> None:
        self.accept()
        self.agreed.emit()


def _who(one: LikelyDuplicate) -> str:
    return "  ".join(filter(None, (one.row.number, one.row.name.text, one.row.address.text)))
