"""What still stops the erasure that a customer asked for: what it is, until when, and the way to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from hvacdesk.domain.disposal.disposal import BLOCKER_NAMES, BLOCKER_STEPS, Blocker
from hvacdesk.domain.jobs.job_events import EVENT_NAMES
from hvacdesk.domain.requests.erasure_requests import ErasureAnswer, KeptByLaw
from hvacdesk.domain.retention.retention import legal_ground
from hvacdesk.domain.roles import Permission
from hvacdesk.services.partners.partners import READERS
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.widgets.line_list import Line, LineAction, LineList


class _Way(NamedTuple):
    """Where something is dealt with.

    Attributes:
        needs: any one of these permissions leads there; empty leads everybody.
        of_customer: whether the customer is named too.
    """

    page: str
    arguments: Mapping[str, str] = {}
    of_customer: bool = False
    needs: frozenset[Permission] = frozenset()


_CUSTOMER = _Way("customers", of_customer=True)
_PAPERS = _Way("customers", {"papers": "yes"}, True, frozenset({Permission.REGISTER_COPIES}))
_HOLD = _Way("disposal", {"review": "yes"}, needs=frozenset({Permission.PROPOSE_DISPOSAL}))
_WAYS: dict[Blocker, _Way] = {
    Blocker.OPEN_JOB: _CUSTOMER,
    Blocker.UNPAID_INVOICE: _CUSTOMER,
    Blocker.DRAFT_INVOICE: _CUSTOMER,
    Blocker.CREDIT_LEFT: _CUSTOMER,
    Blocker.DEPOSIT_HELD: _Way("billing", {"tab": "open_items"}, needs=frozenset({Permission.BILL})),
    Blocker.CASH_OUT: _Way("billing", {"tab": "payments", "cash": "yes"}, needs=frozenset({Permission.BILL})),
    Blocker.COPY_OUT: _PAPERS,
    Blocker.PAPER_OUT: _PAPERS,
    Blocker.PAPER_HELD: _PAPERS,
    Blocker.CALL_BACK_OPEN: _Way("customers", {"calls": "yes"}, True),
    Blocker.PLAN_ACTIVE: _Way("schedule", {"plans": "yes"}, needs=frozenset({Permission.EDIT_JOBS})),
    Blocker.INCIDENT_OPEN: _Way(
        "safeguards", {"section": "leaks"}, needs=frozenset({Permission.HANDLE_INCIDENTS})
    ),
    Blocker.REQUEST_OPEN: _Way("safeguards", {"section": "requests"}),
    Blocker.HANDED_OUT: _Way("safeguards", {"section": "partners"}, needs=frozenset(READERS)),
}


class InTheWay(LineList):
    """A line for everything that stops the erasure: first what the office can see to, then the laws."""

    def __init__(
        self,
        ctx: DeskContext,
        answer: ErasureAnswer,
        leave: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        """``leave`` closes the window with the list before another place is opened."""
        super().__init__("", parent)
        self.setAccessibleName(self.tr("What stands in the way"))
        self._ctx = ctx
        self._customer = answer.customer
        self._leave = leave
        self.set_lines([*self._open(answer), *map(self._kept, answer.kept)])

    def _open(self, answer: ErasureAnswer) -> Iterator[Line]:
        words = self._ctx.words
        for blocker in answer.blockers:
            name = words(BLOCKER_NAMES[blocker])
            yield Line(name, (words(BLOCKER_STEPS[blocker]),), actions=self._actions(_WAYS[blocker], name))
        if answer.on_hold:
            name = self.tr("The disposal is on hold.")
            if answer.hold_until:
                name = self.tr("The disposal is on hold until {day}.").format(day=answer.hold_until)
            step = self.tr("Wait until then, or end the hold in the month's review.")
            yield Line(name, (step,), actions=self._actions(_HOLD, name))

    def _actions(self, way: _Way, what: str) -> tuple[LineAction, ...]:
        if way.needs and not any(self._ctx.actor.may(one) for one in way.needs):
            return ()
        about = self.tr("Open: {what}").format(what=what)
        return (LineAction(self.tr("Open"), lambda: self._go(way), about),)

    def _go(self, way: _Way) -> None:
        self._leave()
        customer = {"customer": self._customer} if way.of_customer else {}
        self._ctx.navigate(way.page, **way.arguments, **customer)

    def _kept(self, one: KeptByLaw) -> Line:
        words = self._ctx.words
        title, law = words(one.title), legal_ground(one.law, words)
        return Line(self.tr("{title} ({law})").format(title=title, law=law), (self._until(one),))

    def _until(self, one: KeptByLaw) -> str:
        if one.until:
            return self.tr("Kept until {day}; it can be erased from the next day on.").format(day=one.until)
        if one.missing is None:
            return self.tr("It cannot be told until when it is kept.")
        text = self.tr("It cannot be told until when it is kept: “{event}” is not recorded in the job yet.")
        return text.format(event=self._ctx.words(EVENT_NAMES[one.missing]))
