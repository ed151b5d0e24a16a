"""The place over every page for what stays until it is dealt with: damage that was found."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hvacdesk.domain.roles import Permission
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.theme import theme
from hvacdesk.ui.upkeep.damage import AnchorQuestion, DamageBox, RestoreQuestion
from hvacdesk.ui.widgets.layouts import clear


class Alarm(QWidget):
    """Takes no room while nothing is wrong.

    Signals:
        restore_wanted(path): the office shall be closed and a backup restored; an empty path means that it
            still has to be chosen.
    """

    restore_wanted = Signal(str)

    def __init__(self, context: DeskContext) -> None:
        super().__init__()
        self._context = context
        self._column = QVBoxLayout(self)
        self.refresh()

    def refresh(self) -> None:
        """Say what is known to be damaged by now."""
        office = self._context.office
        damage = office.integrity.damage
        clear(self._column)
        side, top = theme.px(24), theme.px(20) if damage is not None else 0
        self._column.setContentsMargins(side, top, side, 0)
        if damage is not None:
            acts = self._context.actor.may(Permission.MANAGE_OFFICE)
            box = DamageBox(damage, self._context.words, office.today(), acts=acts)
            box.restore_wanted.connect(self.ask_to_restore)
            box.checked.connect(self._ask_to_anchor)
            self._column.addWidget(box)

    def ask_to_restore(self, path: str) -> None:
        """Ask whether to close the office and restore that backup, or one that is still to be chosen."""
        question = RestoreQuestion(self._context.window)
        question.accepted.connect(lambda: self.restore_wanted.emit(path))
        question.open()

    def _ask_to_anchor(self) -> None:
        question = AnchorQuestion(self._context.window)
        question.accepted.connect(
            lambda: background.run(
                self,
                lambda _progress: self._context.office.audit.anchor_anew(self._context.actor),
                lambda _nothing: self.refresh(),
            )
        )
        question.open()
