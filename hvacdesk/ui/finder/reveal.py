"""Showing hidden values: the reason is filled in from the context, or chosen from a short menu."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from hvacdesk.domain.masked import Masked
from hvacdesk.domain.oversight.audit_log import REVEAL_REASON_NAMES, RevealReason
from hvacdesk.domain.roles import Permission
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.widgets.masked_value import MaskedValue

Fetch = Callable[[RevealReason], str]
Show = Callable[[str], None]


class Revealer:
    """Asks for a reason and fetches the value.

    Attributes:
        reason: what the context makes likely; first in the menu.
        on_call: while a call lasts the person is not asked again: the call is the reason.
    """

    def __init__(self, ctx: DeskContext, owner: QWidget, reason: RevealReason = RevealReason.CALL) -> None:
        self._ctx = ctx
        self._owner = owner
        self.reason = reason
        self.on_call = False

    def reasons(self) -> tuple[RevealReason, ...]:
        """The reasons that the actor may give, the likeliest first."""
        if not self._ctx.actor.may(Permission.REVEAL_CONTACT):
            return (RevealReason.DOCUMENT,)
        return (self.reason, *(other for other in RevealReason if other is not self.reason))

    def ask(self, anchor: QWidget, fetch: Fetch, show: Show) -> None:
        """Show one value: at once during a call, otherwise after a reason was chosen below ``anchor``."""
        if self.on_call:
            self.run(RevealReason.CALL, fetch, show)
            return
        menu = QMenu(anchor)
        menu.setAccessibleName(QCoreApplication.translate("Revealer", "Reason for showing"))
        for reason in self.reasons():
            action = menu.addAction(self._ctx.words(REVEAL_REASON_NAMES[reason]))
            action.triggered.connect(lambda _checked=False, chosen=reason: self.run(chosen, fetch, show))
        menu.setActiveAction(menu.actions()[0])
        menu.aboutToHide.connect(menu.deleteLater)
        right = anchor.width() - menu.sizeHint().width()
        menu.popup(anchor.mapToGlobal(QPoint(max(0, right), anchor.height())))

    def masked(self, name: str, masked: Masked, fetch: Fetch) -> MaskedValue:
        """A masked value whose *Show* asks here."""

        def ask(show: Show) -> None:
            self.ask(value, fetch, show)

        value = MaskedValue(name, masked, ask)
        return value

    def run(self, reason: RevealReason, fetch: Fetch, show: Show) -> None:
        """Show one value for a reason that is already known."""
        background.ask(self._owner, lambda: fetch(reason)).then(show)
