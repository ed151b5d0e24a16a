"""What was merged into a customer, and the way back."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hvacdesk.domain.customers.merging import (
    CHANGED_SINCE,
    MERGE_FIELD_NAMES,
    NOTED_SINCE,
    MergedRow,
    UndoneMerge,
    Unsettled,
)
from hvacdesk.domain.roles import Permission
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.language import listed
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.text import label

_NAMED = 12
"""So many payments, invoices or requests are named one by one; who has more to see to looks at their list."""


class MergedNotes(QWidget):
    """A line for each duplicate that lives on in the customer, with *Undo*; nothing where there is none.

    Signals:
        undone(): a duplicate is a customer of its own again.
    """

    undone = Signal()

    def __init__(self, ctx: DeskContext, customer: str) -> None:
        super().__init__()
        self._ctx = ctx
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(2))
        self.hide()
        background.ask(self, lambda: ctx.office.merging.merged(ctx.actor, customer)).then(self._show)

    def _show(self, rows: tuple[MergedRow, ...]) -> None:
        for row in rows:
            self._column.addWidget(self._line(row))
        self.setVisible(bool(rows))

    def _line(self, merged: MergedRow) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        text = self.tr("{number} was merged into this on {day}")
        row.addWidget(
            label(text.format(number=merged.number, day=day_text(merged.merged_on)), "muted", wrap=True), 1
        )
        if self._ctx.actor.may(Permission.EDIT_CUSTOMERS):
            about = self.tr("Undo the merge with {number}").format(number=merged.number)
            undo = partial(self._undo, merged)
            row.addWidget(button(self.tr("Undo"), undo, kind="link", icon="undo-2", name=about))
        return made

    def _undo(self, merged: MergedRow) -> None:
        ctx = self._ctx
        background.ask(self, lambda: ctx.office.merging.undo(ctx.actor, merged.merge)).then(
            lambda undone: self._tell(merged, undone)
        )

    def _tell(self, merged: MergedRow, undone: UndoneMerge) -> None:
        """Say that they are apart, and what did not go back: that stands until somebody has read it."""
        self._ctx.notify(
            self.tr("The merge was undone: {number} is a registration of its own again.").format(
                number=merged.number
            )
        )
        if undone.stayed or undone.undecided or undone.unsettled:
            told = Dialog(self.tr("Undone, but not everything went back"), self._ctx.window)
            if changed := self._changed(undone):
                text = self.tr(
                    "{fields}: changed since the merge, so it stays at this customer as it is now. "
                    "Compare it with {number}, to which it may belong."
                )
                told.add_text(text.format(fields=listed(changed), number=merged.number))
            if undone.undecided:
                text = self.tr(
                    "{numbers}: entered while the two were one, and nothing says for which of them. It stays "
                    "at this customer. See whether it belongs to {number}; then take it back here, or make "
                    "it void, and enter it there."
                )
                told.add_text(text.format(numbers=self._named(undone.undecided), number=merged.number))
            for text in self._unsettled(undone):
                told.add_text(text.format(number=merged.number))
            told.set_primary(self.tr("Close"))
            told.open()
        self.undone.emit()

    def _named(self, numbers: tuple[str, ...]) -> str:
        """The first of them one by one."""
        more = len(numbers) - _NAMED
        return listed(numbers[:_NAMED]) + (self.tr(" and %n more", "", more) if more > 0 else "")

    def _changed(self, undone: UndoneMerge) -> list[str]:
        """What was changed since the merge, and so stays."""
        names = [MERGE_FIELD_NAMES[field] for field in undone.stayed]
        names += [name for what, name in CHANGED_SINCE.items() if what in undone.unsettled]
        return [self._ctx.words(name) for name in names]

    def _unsettled(self, undone: UndoneMerge) -> Iterator[str]:
        """What else somebody has to look at."""
        if noted := [name for what, name in NOTED_SINCE.items() if what in undone.unsettled]:
            text = self.tr(
                "{what}: noted while the two were one, and nothing says for which of them. It stays at this "
                "customer. See whether it belongs to {number}."
            )
            yield text.replace("{what}", listed(self._ctx.words(name) for name in noted))
        if undone.requests:
            text = self.tr(
                "The requests are {requests}. If one is from {number}, enter it there with the day on which "
                "it was received, and press “It was taken back” in the one that stays here."
            )
            yield text.replace("{requests}", self._named(undone.requests))
        if Unsettled.CONSENTS in undone.unsettled:
            yield self.tr("What was refused or withdrawn counts for {number}, too.")
        if Unsettled.HOLDS in undone.unsettled:
            yield self.tr(
                "The disposal of {number} was put off as well, as it was for this customer since the merge. "
                "Lift the hold where it does not belong."
            )
        if Unsettled.SITES in undone.unsettled:
            yield self.tr(
                "The address of a site of {number} was changed since the merge. See whether it is right."
            )
