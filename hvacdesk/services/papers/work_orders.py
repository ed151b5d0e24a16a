"""Work orders: issuing numbered copies, and the register of where each of them is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, ClassVar

from hvacdesk.documents.papers.work_orders import draw_work_orders
from hvacdesk.domain.clock import moment_of, office_day
from hvacdesk.domain.errors import InvalidInput, RecordGone, UserFacingError
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.papers.work_orders import (
    PRINTED_INTO,
    CopyRow,
    CopyState,
    IssuedDay,
    IssuedOrder,
    Profile,
    comes_out,
)
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.refused_numbers import check_free_text
from hvacdesk.domain.text.wording import Words, phrase
from hvacdesk.services.papers import work_order_issuing as issuing
from hvacdesk.services.papers.losses import note_found, note_loss
from hvacdesk.services.papers.paper_names import UnknownCopy, one_named
from hvacdesk.services.papers.shown_changes import ChangesOfPapers
from hvacdesk.services.permissions import needs
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.engine import Session
from hvacdesk.store.papers import given_back, office_images, register, shown, work_orders

if TYPE_CHECKING:
    from hvacdesk.store.models import Copy, Paper

SETTLED = frozenset({CopyState.KEPT, CopyState.SHREDDED, CopyState.LOST})
"""States that a person may register for a copy; ``HANDED_OVER`` is for the customer's copy alone."""


class NotHere(UserFacingError):
    """By the register this paper is nowhere any more, or never was.

    Attributes:
        number: as printed on it.
        state: what the register says.
    """

    safe = phrase("Errors", "No paper was changed.")
    state: ClassVar[CopyState]

    def __init__(self, number: str) -> None:
        super().__init__(number=number)
        self.number = number


class CopyShredded(NotHere):
    """By the register this paper was shredded."""

    state = CopyState.SHREDDED

    what = phrase("Errors", "By the register, {number} was shredded.")
    todo = phrase(
        "Errors",
        "Look at the number on the paper. If it is this one, scan it in the register of papers and answer "
        "“It was not shredded”.",
    )


class NeverPrinted(NotHere):
    """By the register this is no paper: it never came out of a printer."""

    state = CopyState.STRUCK

    what = phrase("Errors", "By the register, {number} was never printed.")
    todo = phrase(
        "Errors",
        "Look at the number on the paper. If it is this one, scan it in the register of papers and answer "
        "“It is on paper”.",
    )


def check_can_be(now: str, state: str, number: str, overrule: str | None) -> None:
    """Whether a paper can be what is registered of it. Raises :class:`NotHere`.

    Args:
        now, state: what the register says, and what is to be registered; of copies or of other papers.
        overrule: what the register said when somebody looked, and said that it is wrong about that. About
            what it says by now nobody was asked.
    """
    for error in (NeverPrinted, CopyShredded):
        if now == error.state and now not in (state, overrule):
            raise error(number)


def is_known(paper: Copy | Paper, state: str, note: str) -> bool:
    """Whether a person registered just that before, and says no more about it now: nothing is changed then.

    What printing alone has put there, such as the office's own copy, nobody has had in the hand yet.
    """
    printed_at = paper.printed_at if isinstance(paper, work_orders.OrderCopy) else ""
    return paper.state == state and paper.changed_at != printed_at and not note.strip()


class WorkOrders:
    """Work orders of an open office. A PDF lives in memory only; nothing is written to a file on the way."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace
        self._not_in_backups = workplace.shared.not_in_backups

    @needs(Permission.ISSUE_WORK_ORDERS)
    def issue(
        self,
        actor: Actor,
        job: str,
        profiles: Sequence[Profile],
        words: Words,
        *,
        reason: str | None = None,
        order: str = "",
        unheard: Sequence[str] = (),
    ) -> IssuedOrder:
        """Register numbered copies of a job's work order and draw them.

        Args:
            reason: a :class:`ReprintReason` code, needed where the job already has such a copy.
            order: a new record id for what is registered, so that whoever hears no answer can name it.
            unheard: what earlier tries of the same person named so; their copies were shown to nobody, and
                end, as :meth:`not_printed` does with those, as far as they still wait to be printed.

        Raises:
            RecordGone, JobCancelled, NoPartnerFirm, ReprintNeedsReason: as they say.
            InvalidInput: no profile, one twice, a reason that is not a code, or no new record id.
        """
        with self._giving_back() as session:
            found = work_orders.materials(session, [job])
            if not found:
                raise RecordGone
            unseen = work_orders.waiting_copies(session, unheard, actor.account)
            self._end_unsent(session, actor, unseen, self._workplace.now())
            wanted = {found[0]: tuple(profiles)}
            issue = issuing.issue(self._workplace, session, actor, wanted, reason, order)[0]
            pdf = draw_work_orders(issue.views, words, office_images.letterhead(session))
            rows = self.rows_of(session, issue.copies)
        return IssuedOrder(job=job, number=issue.material.number, copies=rows, pdf=pdf)

    @needs(Permission.ISSUE_WORK_ORDERS)
    def issue_day(
        self,
        actor: Actor,
        day: date,
        profiles_by_job: Mapping[str, Sequence[Profile]] | None,
        words: Words,
        *,
        reason: str | None = None,
    ) -> IssuedDay:
        """Issue a day's work orders in one PDF, in the order of the day.

        Without ``profiles_by_job`` each job gets every copy that it needs and does not have yet.

        Raises:
            InvalidInput: nothing is left to print.
            RecordGone, NoPartnerFirm, ReprintNeedsReason: see :meth:`issue`; nothing at all is issued.
        """
        with self._workplace.transaction() as session:
            of_day = issuing.printable(session, work_orders.materials_of_day(session, day), profiles_by_job)
            wanted = (
                issuing.still_needed(session, of_day)
                if profiles_by_job is None
                else issuing.chosen(of_day, profiles_by_job)
            )
            if not wanted:
                raise InvalidInput("day")
            issues = issuing.issue(self._workplace, session, actor, wanted, reason)
            views = [view for issue in issues for view in issue.views]
            pdf = draw_work_orders(views, words, office_images.letterhead(session))
            orders = tuple(
                IssuedOrder(
                    issue.material.job, issue.material.number, self.rows_of(session, issue.copies), b""
                )
                for issue in issues
            )
        return IssuedDay(orders, pdf)

    @needs(Permission.ISSUE_WORK_ORDERS)
    def printed(self, actor: Actor, copies: Sequence[str], printer: str) -> None:
        """Note that copies left the printer.

        The customer's is handed over by that, the office's own stays here, the others are out.
        """
        now = self._workplace.now()
        with self._workplace.transaction() as session:
            self._note_printed(session, actor, self._found(session, copies), now, printer)

    def settle_unprinted(
        self, session: Session, actor: Actor, papers: Sequence[str], missing: Collection[str]
    ) -> None:
        """Register within a transaction what became of copies whose printing was cut off.

        Args:
            papers: record ids, also of other papers, which are left out.
            missing: what never came out of the printer; the other copies count as printed.
        """
        now = self._workplace.now()
        waiting = [
            (copy, job)
            for copy, job in work_orders.find_copies(session, papers)
            if copy.state == CopyState.PRINTING
        ]
        came = [(copy, job) for copy, job in waiting if copy.record_id not in missing]
        self._strike(session, actor, [one for one in waiting if one not in came], now)
        self._note_printed(session, actor, came, now, "")

    def _note_printed(
        self, session: Session, actor: Actor, copies: Sequence[tuple[Copy, str]], now: datetime, printer: str
    ) -> None:
        for job, found in _by_job(copies).items():
            for copy in found:
                work_orders.note_printed(copy, now)
                if comes_out(copy.state):
                    into = PRINTED_INTO.get(copy.profile, CopyState.OUT)
                    work_orders.change_copy(copy, into, actor.account, now)
            self._workplace.record(
                session, actor, Action.WORK_ORDER_PRINTED, f"job:{job}", printer=printer, **_facts(found)
            )

    @needs(Permission.ISSUE_WORK_ORDERS)
    def not_printed(self, actor: Actor, copies: Sequence[str], *, sent: bool = True) -> tuple[CopyRow, ...]:
        """Strike copies that the preview or the printer did not print; printed ones stay as they are.

        Of one that is not there any more, nothing is to be noted. Returns those that the register does not
        call struck now: somebody registered otherwise before.

        Args:
            sent: whether their pages were ever sent to a printer. Of those that were only looked at no sheet
                can lie anywhere: the actor's own leave the register, and the job's next copies get their
                numbers.
        """
        now = self._workplace.now()
        with self._giving_back() as session:
            found = work_orders.find_copies(session, copies)
            waiting = [one for one in found if one[0].state == CopyState.PRINTING]
            end = self._strike if sent else self._end_unsent
            end(session, actor, waiting, now)
            return self._not_struck(session, copies)

    @needs(Permission.ISSUE_WORK_ORDERS)
    def did_not_come_out(self, actor: Actor, copies: Sequence[str]) -> tuple[CopyRow, ...]:
        """Strike copies that were sent to the printer and never left it: it jammed, or the job was dropped.

        That is seen on the day of the print: a copy of an earlier day that is missing counts as lost. Copies
        that have come back or were lost since did come out, and stay as they are. Returns what is not struck.
        """
        now = self._workplace.now()
        with self._workplace.transaction() as session:
            sent = [
                (copy, job)
                for copy, job in self._found(session, copies)
                if _is_as_printed(copy) and _sent_on(copy, office_day(now))
            ]
            self._strike(session, actor, sent, now)
            return self._not_struck(session, copies)

    def _not_struck(self, session: Session, copies: Sequence[str]) -> tuple[CopyRow, ...]:
        return tuple(row for row in self.rows_of(session, copies) if row.state is not CopyState.STRUCK)

    def _strike(
        self, session: Session, actor: Actor, copies: Sequence[tuple[Copy, str]], now: datetime
    ) -> None:
        for job, found in _by_job(copies).items():
            self._strike_of_job(session, actor, job, found, now)

    @contextmanager
    def _giving_back(self) -> Iterator[Session]:
        """A change that may give numbers back: no backup begins before it is committed."""
        with ExitStack() as held, self._workplace.transaction() as session:
            held.enter_context(self._not_in_backups.kept())
            yield session

    def _end_unsent(
        self, session: Session, actor: Actor, copies: Sequence[tuple[Copy, str]], now: datetime
    ) -> None:
        """Strike copies that no printer was given, and give back those numbers that are their job's last.

        The line “Not printed” stays where a later number was given out, to say why one is missing; where
        somebody else has the copy before them, who may still print it; and where a backup may know it, since
        restored it would take another sheet with that number for this copy; see :meth:`_giving_back`.
        """
        for job, found in _by_job(copies).items():
            own = [copy for copy in found if copy.work_order.issued_by == actor.account]
            unknown = [copy for copy in own if copy.work_order.record_id in self._not_in_backups]
            back = work_orders.last_of_job(session, unknown)
            stay = [copy for copy in found if copy not in back]
            if stay:
                self._strike_of_job(session, actor, job, stay, now)
            if back:
                facts = {given_back.NUMBERS_FREE: True, given_back.TAKEN_OUT: [c.record_id for c in back]}
                self._strike_of_job(session, actor, job, back, now, **facts)
                work_orders.take_out(session, back)

    def _strike_of_job(
        self, session: Session, actor: Actor, job: str, copies: Sequence[Copy], now: datetime, **facts: Any
    ) -> None:
        for copy in copies:
            work_orders.change_copy(copy, CopyState.STRUCK, actor.account, now)
        told: dict[str, Any] = {"state": CopyState.STRUCK.value, **_facts(copies), **facts}
        self._workplace.record(session, actor, Action.COPY_CHANGED, f"job:{job}", **told)

    @needs(Permission.REGISTER_COPIES)
    def copies(
        self, actor: Actor, *, only_out: bool = False, job: str | None = None, customer: str | None = None
    ) -> tuple[CopyRow, ...]:
        """The register, newest first."""
        with self._workplace.reading() as session:
            jobs = None if job is None else [job]
            return work_orders.copy_rows(
                session, self._workplace.today(), only_out=only_out, jobs=jobs, customer=customer
            )

    @needs(Permission.REGISTER_COPIES)
    def copies_of(self, actor: Actor, jobs: Sequence[str]) -> dict[str, list[CopyRow]]:
        """The register of many jobs at once, by their record ids; nothing for one without a work order."""
        found: dict[str, list[CopyRow]] = {}
        with self._workplace.reading() as session:
            for copy in work_orders.copy_rows(session, self._workplace.today(), jobs=jobs):
                found.setdefault(copy.job, []).append(copy)
        return found

    @needs(Permission.REGISTER_COPIES)
    def changed_since(self, actor: Actor, copies: Sequence[str]) -> tuple[str, ...]:
        """Those copies that show something that was changed since they were registered, by record ids."""
        with self._workplace.reading() as session:
            found = shown.registered(session, copies)
            changes = ChangesOfPapers(session, found)
            return tuple(one.record for one in found if next(changes.of(one), None) is not None)

    @needs(Permission.REGISTER_COPIES)
    def overdue(self, actor: Actor) -> tuple[CopyRow, ...]:
        """Copies that should have come back before today."""
        with self._workplace.reading() as session:
            return work_orders.copy_rows(session, self._workplace.today(), overdue=True)

    @needs(Permission.REGISTER_COPIES)
    def register_return(
        self,
        actor: Actor,
        code_or_copy: str,
        state: CopyState,
        note: str = "",
        *,
        overrule: CopyState | None = None,
    ) -> CopyRow:
        """Register where a copy is: kept, shredded or lost.

        Args:
            code_or_copy: what the scanner typed, in whatever state the input method was; or the record id.
            note: whatever explains it. It may name people, so it is deleted with the customer's data.
            overrule: the state of a paper that cannot be here, if somebody was asked about it, has looked,
                and says that the register is wrong.

        Raises:
            WrongCopyCode: the text is no code, or a digit of it is wrong.
            UnknownCopy: no copy has this code.
            CopyShredded: by the register it was shredded, and nobody overruled that.
            NeverPrinted: by the register it never left a printer, and nobody overruled that.
            InvalidInput: the state is not one that a person registers, or the note holds a refused number.
        """
        check_free_text("note", note)
        with self._workplace.transaction() as session:
            copy = self._found(session, [self._copy_id(session, code_or_copy)])[0][0]
            self.register_state(session, actor, copy, state, note, overrule=overrule)
            return self.rows_of(session, [copy.record_id])[0]

    def register_state(
        self,
        session: Session,
        actor: Actor,
        copy: Copy,
        state: CopyState,
        note: str = "",
        part_of: str = "",
        *,
        overrule: str | None = None,
    ) -> tuple[str, ...]:
        """Register within a transaction where a copy is; a lost one begins an incident or is part of one.

        Returns the numbers of the incidents at which it is now noted as found.

        Raises:
            CopyShredded, NeverPrinted, InvalidInput: as :meth:`register_return`, which checks the note.
        """
        allowed = SETTLED | ({CopyState.HANDED_OVER} if copy.profile == Profile.CUSTOMER else frozenset())
        if state not in allowed:
            raise InvalidInput("state")
        number = register.row(session, copy.record_id, self._workplace.today()).number
        check_can_be(copy.state, state, number, overrule)
        before = copy.state
        known = is_known(copy, state, note)
        if not known:
            now, said = self._workplace.now(), note.strip() or None
            work_orders.change_copy(copy, state, actor.account, now, note=said)
        row = register.row(session, copy.record_id, self._workplace.today())
        if not known:
            self._workplace.record(
                session, actor, Action.COPY_CHANGED, f"job:{row.job}", state=state.value, **_facts([copy])
            )
        if state is CopyState.LOST and before != CopyState.LOST:
            note_loss(self._workplace, session, actor, row, part_of)
        elif state is not CopyState.LOST:
            return note_found(self._workplace, session, actor, copy.record_id)
        return ()

    def rows_of(self, session: Session, copies: Sequence[str]) -> tuple[CopyRow, ...]:
        """Lines of the register by record id, within a transaction."""
        session.flush()
        return work_orders.copy_rows(session, self._workplace.today(), copies=copies)

    def _found(self, session: Session, copies: Sequence[str]) -> tuple[tuple[Copy, str], ...]:
        found = work_orders.find_copies(session, copies)
        if len(found) != len(set(copies)):
            raise UnknownCopy
        return found

    def _copy_id(self, session: Session, code_or_copy: str) -> str:
        return one_named(session, code_or_copy, self._workplace.today()).record_id


def _is_as_printed(copy: Copy) -> bool:
    """Whether nothing became of a copy since it was sent to the printer."""
    if copy.profile == Profile.OFFICE and copy.state == CopyState.KEPT:
        return copy.changed_at == copy.printed_at
    return copy.state in (CopyState.PRINTING, CopyState.OUT, CopyState.HANDED_OVER)


def _sent_on(copy: Copy, day: date) -> bool:
    return not copy.printed_at or office_day(moment_of(copy.printed_at)) == day


def _by_job(found: Iterable[tuple[Copy, str]]) -> dict[str, list[Copy]]:
    by_job: dict[str, list[Copy]] = defaultdict(list)
    for copy, job in found:
        by_job[job].append(copy)
    return by_job


def _facts(copies: Sequence[Copy]) -> dict[str, Any]:
    """What the log keeps of copies: their numbers and profiles."""
    return {
        "copies": [copy.copy_number for copy in copies],
        "profiles": [copy.profile for copy in copies],
    }
