"""What is said once a job was moved of which work orders are on paper: they show its former day."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication

from hvacdesk.domain.calendar.slots import Slot
from hvacdesk.domain.papers.work_orders import as_sent
from hvacdesk.domain.roles import Permission
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.wording.dispatch import slot_words

T = TypeVar("T")


class FormerDay:
    """How many printed copies of a job show the day or time that it is moved away from.

    Attributes:
        count: that many, once :meth:`counted` asked.
    """

    def __init__(self, ctx: DeskContext, job: str, before: Slot, after: Slot) -> None:
        self._ctx, self._job, self._after = ctx, job, after
        self._asks = before != after and ctx.actor.may(Permission.REGISTER_COPIES)
        self.count = 0

    def counted(self, work: Callable[[], T]) -> T:
        """Move the job, on a worker thread. Counted first: an error then says of nothing that it is saved."""
        if self._asks:
            copies = self._ctx.office.work_orders.copies(self._ctx.actor, job=self._job)
            self.count = sum(map(as_sent, copies))
        return work()

    def said(self) -> str:
        """Where the job was moved, and what is on paper of where it was."""
        translate = QCoreApplication.translate
        there = slot_words(self._after, self._ctx.today())
        moved = translate("MoveDialog", "Moved to {slot}.").format(slot=there)
        if not self.count:
            return moved
        held = translate(
            "MoveDialog", "%n printed copy(ies) still show(s) the former day or time.", None, self.count
        )
        return translate("MoveDialog", "{moved} {held}").format(moved=moved, held=held)
