"""The register of all papers: filing and lending them, what comes back, and what is overdue."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from hvacdesk.documents.papers.day_sheet import draw_day_sheet
from hvacdesk.domain.errors import InvalidInput, RecordGone, UserFacingError
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.papers.copy_codes import WrongCopyCode
from hvacdesk.domain.papers.paper_names import NamedPaper
from hvacdesk.domain.papers.register import (
    AWAY,
    NEVER_LOST,
    RETURN_NAMES,
    NewPaper,
    PaperCounts,
    PaperKind,
    PaperRow,
    PaperState,
    RegisterQuery,
)
from hvacdesk.domain.papers.work_orders import CopyState, Profile, comes_out
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.input_checks import check_limit, known_day
from hvacdesk.domain.text.refused_numbers import check_free_text
from hvacdesk.domain.text.wording import Words, phrase
from hvacdesk.services.papers.cabinets import Cabinets
from hvacdesk.services.papers.day_papers import sorted_out
from hvacdesk.services.papers.filing_checks import checked_holder, checked_new
from hvacdesk.services.papers.losses import Losses, note_found, note_loss
from hvacdesk.services.papers.paper_entry import enter_also_printed
from hvacdesk.services.papers.paper_names import UnknownCopy, named, one_named, told
from hvacdesk.services.papers.shown_pages import ShownNow
from hvacdesk.services.papers.work_orders import WorkOrders, check_can_be, is_known
from hvacdesk.services.permissions import body_decides, needs
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.engine import Session
from hvacdesk.store.incidents import incidents
from hvacdesk.store.jobs import jobs as job_store
from hvacdesk.store.papers import office_images
from hvacdesk.store.papers import register as store
from hvacdesk.store.papers import work_orders as copy_store
from hvacdesk.store.staff.staff import account_names

if TYPE_CHECKING:
    from hvacdesk.store.models import Copy, Customer, Job, Paper

_SENT = frozenset({PaperState.PRINTING, PaperState.OUT, PaperState.HANDED_OVER})
MOST_LISTED = 2_000
"""More papers than this are out of an office of fifteen only if nobody ever registers what came back."""
_UNPRINTED = RegisterQuery(states=frozenset({PaperState.PRINTING}), limit=MOST_LISTED)


class NotTheCustomers(UserFacingError):
    """A copy of a work order is the office's own."""

    what = phrase("Errors", "This copy is the office's own and is not returned to a customer.")
    safe = phrase("Errors", "No paper was changed.")
    todo = phrase("Errors", "Choose whether it is kept or shredded, then scan it again.")


class PaperAway(UserFacingError):
    """Only a paper that is here can be lent."""

    what = phrase("Errors", "This paper is not here, so it cannot be lent.")
    safe = phrase("Errors", "No paper was changed.")
    todo = phrase("Errors", "Register first that it is back and kept.")


class Papers:
    """The papers of an open office.

    Attributes:
        cabinets: where papers are kept.
        losses: what was reported lost, until a person responsible works on it.
        shown: whether what pages show is still so.
    """

    def __init__(self, workplace: Workplace, work_orders: WorkOrders) -> None:
        self._workplace = workplace
        self._work_orders = work_orders
        self.cabinets = Cabinets(workplace)
        self.losses = Losses(workplace)
        self.shown = ShownNow(workplace)

    # Reading

    @needs(Permission.REGISTER_COPIES)
    def rows(self, actor: Actor, query: RegisterQuery) -> tuple[PaperRow, ...]:
        """The register: papers of all kinds, what is due first on top. Raises :class:`OutOfRange`."""
        check_limit("limit", query.limit)
        today = self._workplace.today()
        with self._workplace.reading() as session:
            called = [paper.record_id for paper in _called(session, query.holder)] if query.holder else []
            about = _by_number(session, query)
            found = store.rows_of(session, called, today)
            if called and about is query:
                return found
            return (*found, *(row for row in store.rows(session, about, today) if row.paper not in called))

    @needs(Permission.REGISTER_COPIES)
    def counts(self, actor: Actor) -> PaperCounts:
        """How many papers of every kind are out, and how many should have come back before today."""
        with self._workplace.reading() as session:
            return store.counts(session, self._workplace.today())

    @needs(Permission.REGISTER_COPIES)
    def overdue(self, actor: Actor, limit: int = MOST_LISTED) -> tuple[PaperRow, ...]:
        """Papers that should have come back before today, then those to give back to a customer."""
        late = self.rows(actor, RegisterQuery(states=AWAY, overdue=True, limit=limit))
        return (*late, *self.to_give_back(actor))[:limit]

    @needs(Permission.REGISTER_COPIES)
    def to_give_back(self, actor: Actor) -> tuple[PaperRow, ...]:
        """Customers' own papers that should have been given back before today."""
        held = frozenset({PaperState.KEPT})
        return self.rows(actor, RegisterQuery(kinds=frozenset({PaperKind.HELD}), states=held, overdue=True))

    @needs(Permission.REGISTER_COPIES)
    def longest_late(self, actor: Actor) -> str:
        """The day, ISO, by which the paper that is late the longest should have been back; empty for none."""
        with self._workplace.reading() as session:
            return store.longest_late(session, self._workplace.today())

    @needs(Permission.REGISTER_COPIES)
    def day_sheet(self, actor: Actor, words: Words) -> bytes:
        """The evening's check sheet as a PDF: what is out, overdue, to be shredded or given back today.

        What was perhaps printed is on it too.
        """
        today = self._workplace.today()
        with self._workplace.reading() as session:
            out = RegisterQuery(states=frozenset({PaperState.OUT}), limit=MOST_LISTED)
            away = store.rows(session, out, today)
            late = store.rows(session, RegisterQuery(overdue=True, limit=MOST_LISTED), today)
            perhaps = store.rows(session, _UNPRINTED, today)
            lost = len(incidents.losses(session, waiting=True))
            head = office_images.letterhead(session)
        return draw_day_sheet(sorted_out(away, late, lost, perhaps, today), words, head)

    @needs(Permission.REGISTER_COPIES)
    def find(self, actor: Actor, code_or_paper: str) -> PaperRow:
        """The paper whose code or number was scanned or typed. Raises as :meth:`register_return`."""
        with self._workplace.reading() as session:
            found = self._found(session, code_or_paper)
            return store.row(session, found.record_id, self._workplace.today())

    @needs(Permission.REGISTER_COPIES, Permission.REPORT_INCIDENT)
    def named(self, actor: Actor, typed: str) -> tuple[NamedPaper, ...]:
        """The papers with a number or code, for those who report something or register papers.

        Raises:
            WrongCopyCode, UnknownCopy: there is no such paper.
        """
        with self._workplace.reading() as session:
            return told(session, named(session, typed), self._workplace.today())

    # What is printed here

    @needs(Permission.REVEAL_ADDRESSEE, Permission.REGISTER_COPIES)
    @body_decides("accounting for papers that they had drawn themselves")
    def printed(self, actor: Actor, papers: Sequence[str], printer: str) -> None:
        """Note that papers left the printer: those without a date to be back are handed over by that."""
        now = self._workplace.now()
        with self._workplace.transaction() as session:
            for paper in self._all(session, actor, papers):
                if comes_out(paper.state):
                    store.change(paper, _printed_into(paper), actor.account, now)
                self._note(session, actor, Action.PAPER_PRINTED, paper, printer=printer)

    @needs(Permission.REVEAL_ADDRESSEE, Permission.REGISTER_COPIES)
    @body_decides("accounting for papers that they had drawn themselves")
    def not_printed(self, actor: Actor, papers: Sequence[str]) -> tuple[PaperRow, ...]:
        """Strike papers that the preview or the printer did not print; printed ones stay as they are.

        Of one that is not there any more, nothing is to be noted. Returns those that the register does not
        call struck now: somebody registered otherwise before.
        """
        with self._workplace.transaction() as session:
            found = _by_printer(actor, store.find_all(session, papers))
            return self._strike(session, actor, found, frozenset({PaperState.PRINTING}))

    @needs(Permission.REVEAL_ADDRESSEE, Permission.REGISTER_COPIES)
    @body_decides("accounting for papers that they had drawn themselves")
    def did_not_come_out(self, actor: Actor, papers: Sequence[str]) -> tuple[PaperRow, ...]:
        """Strike papers that were sent to the printer and never left it.

        What has come back or was lost since did come out, and stays as it is. Returns what is not struck now.
        """
        with self._workplace.transaction() as session:
            return self._strike(session, actor, _by_printer(actor, store.find_all(session, papers)), _SENT)

    @needs(Permission.BILL, Permission.ISSUE_WORK_ORDERS)
    def also_printed(
        self, actor: Actor, kind: PaperKind, customer: str, label: str, printer: str, *, job: str = ""
    ) -> PaperRow:
        """Enter a page that was looked at, goes to nobody, and left the printer all the same.

        Args:
            customer, job: record ids; of a customer who was joined since, the other one has the paper.
        """
        check_free_text("label", label)
        with self._workplace.transaction() as session:
            row = customer_store.current(session, customer)
            about = job_store.job(session, job) if job else None
            return enter_also_printed(
                self._workplace, session, actor, kind, row, about, label=label, printer=printer
            )

    @needs(Permission.REGISTER_COPIES)
    def unprinted(self, actor: Actor) -> tuple[PaperRow, ...]:
        """Papers that were registered to be printed, and of which nobody knows whether they ever were."""
        return self.rows(actor, _UNPRINTED)

    @needs(Permission.REGISTER_COPIES)
    def settle_unprinted(
        self, actor: Actor, papers: Sequence[str], missing: Collection[str]
    ) -> tuple[PaperRow, ...]:
        """Register what became of papers whose printing was cut off: ``missing`` never came out.

        The others count as printed. What was settled meanwhile stays as it is; returns what is otherwise in
        the register than it was said now.
        """
        now = self._workplace.now()
        with self._workplace.transaction() as session:
            self._work_orders.settle_unprinted(session, actor, papers, missing)
            for paper in store.find_all(session, papers):
                if paper.state == PaperState.PRINTING:
                    state = PaperState.STRUCK if paper.record_id in missing else _printed_into(paper)
                    store.change(paper, state, actor.account, now)
                    self._note(session, actor, Action.PAPER_CHANGED, paper)
            rows = store.rows_of(session, papers, self._workplace.today())
        return tuple(row for row in rows if (row.state is PaperState.STRUCK) != (row.paper in missing))

    # Filing, lending, coming back

    @needs(Permission.REGISTER_COPIES)
    def file(self, actor: Actor, new: NewPaper) -> PaperRow:
        """Register a paper that came in or was signed, in its cabinet.

        Raises:
            InvalidInput: names the field.
            RecordGone: customer, job or cabinet do not exist, or the customer has no part in the job.
        """
        new = checked_new(new, self._workplace.today())
        with self._workplace.transaction() as session:
            customer = customer_store.get(session, new.customer)
            facts = store.PaperFacts(
                kind=new.kind,
                customer=customer.id,
                job=_job_of(session, new.job, customer).id if new.job else None,
                cabinet=store.cabinet(session, new.cabinet).id if new.cabinet else None,
                label=new.label.strip(),
                pages=new.pages,
                dated=new.dated,
                return_by=new.return_by,
            )
            today = self._workplace.today()
            paper = store.add(
                session, facts, PaperState.KEPT, actor.account, self._workplace.now(), today.year
            )
            self._note(session, actor, Action.PAPER_REGISTERED, paper)
            return store.row(session, paper.record_id, today)

    @needs(Permission.REGISTER_COPIES)
    def put(self, actor: Actor, paper: str, cabinet: str) -> PaperRow:
        """Put a paper into another cabinet; an empty id means none."""
        # Nothing shown is asked for: who put the paper away last knows where it is.
        with self._workplace.transaction() as session:
            row = store.find(session, paper)
            if row is None:
                raise RecordGone
            store.put_into(session, row, cabinet)
            self._note(session, actor, Action.PAPER_CHANGED, row)
            return store.row(session, paper, self._workplace.today())

    @needs(Permission.REGISTER_COPIES)
    def lend(self, actor: Actor, paper: str, holder: str, return_by: str) -> PaperRow:
        """Register who takes a kept paper out and until when.

        Raises:
            PaperAway: it is not here.
            InvalidInput: nobody is named, or the date is none or past.
        """
        who = checked_holder(holder)
        back = known_day("return_by", return_by, self._workplace.today())
        now = self._workplace.now()
        with self._workplace.transaction() as session:
            found = self._found(session, paper)
            if found.state != PaperState.KEPT:
                raise PaperAway
            if isinstance(found, copy_store.OrderCopy):
                copy_store.change_copy(found, CopyState.OUT, actor.account, now)
            else:
                store.change(found, PaperState.OUT, actor.account, now)
            store.lend(found, who, back.isoformat())
            row = store.row(session, found.record_id, self._workplace.today())
            self._note_change(session, actor, row)
            return row

    @needs(Permission.REGISTER_COPIES)
    def register_return(
        self,
        actor: Actor,
        code_or_paper: str,
        state: PaperState,
        note: str = "",
        *,
        part_of: str = "",
        overrule: PaperState | None = None,
    ) -> PaperRow:
        """Register where a copy or any other paper is: kept, shredded, returned to the customer or lost.

        A lost one begins an incident, which stays on today's page until a person responsible works on it; or
        it is part of an open one.

        Args:
            code_or_paper: what the scanner typed, in whatever state the input method was; whatever is
                printed on the paper (:mod:`hvacdesk.domain.papers.paper_names`); or the record id.
            note: whatever explains it. It may name people, so it is deleted with the customer's data.
            part_of: record id of the open incident to which a lost paper belongs; empty for a new one.
            overrule: the state of a paper that cannot be here, if somebody was asked about it, has looked,
                and says that the register is wrong. About another such state by now they are asked anew.

        Raises:
            WrongCopyCode: the text is no code, or a digit of it is wrong.
            UnknownCopy: no paper has this code.
            SeveralCopies: the number is on several copies.
            CopyShredded: by the register it was shredded, and nobody overruled that.
            NeverPrinted: by the register it never left a printer, and nobody overruled that.
            NotTheCustomers: a copy of the office's own is not returned to a customer.
            InvalidInput: the state is not one that a person registers, or the note holds a refused number.
        """
        check_free_text("note", note)
        if state not in RETURN_NAMES:
            raise InvalidInput("state")
        with self._workplace.transaction() as session:
            found = self._found(session, code_or_paper)
            wanted = _copy_state(found, state) if isinstance(found, copy_store.OrderCopy) else state
            known = is_known(found, wanted, note)
            found_for = self._register_state(session, actor, found, state, note, part_of, overrule=overrule)
            row = store.row(session, found.record_id, self._workplace.today())
            if known:
                by = account_names(session).get(found.changed_by, "")
                row = replace(row, known_at=found.changed_at, known_by=by)
            return replace(row, found_for=found_for)

    def lose(self, session: Session, actor: Actor, paper: str, part_of: str) -> None:
        """Register within a transaction that a paper is lost, if it is one that can be.

        Args:
            paper: record id.
            part_of: record id of the incident at which the caller has named it before.
        """
        found = self._found(session, paper)
        if found.state not in NEVER_LOST:
            self._register_state(session, actor, found, PaperState.LOST, part_of=part_of)

    def _register_state(
        self,
        session: Session,
        actor: Actor,
        found: Copy | Paper,
        state: PaperState,
        note: str = "",
        part_of: str = "",
        *,
        overrule: PaperState | None = None,
    ) -> tuple[str, ...]:
        """Returns the numbers of the incidents at which the paper is now noted as found."""
        if isinstance(found, copy_store.OrderCopy):
            return self._work_orders.register_state(
                session, actor, found, _copy_state(found, state), note, part_of, overrule=overrule
            )
        check_can_be(found.state, state, found.number, overrule)
        return self._register_paper_state(session, actor, found, state, note, part_of)

    def _register_paper_state(
        self, session: Session, actor: Actor, paper: Paper, state: PaperState, note: str, part_of: str
    ) -> tuple[str, ...]:
        before = paper.state
        known = is_known(paper, state, note)
        if not known:
            store.change(paper, state, actor.account, self._workplace.now())
        if note.strip():
            store.note_holder(paper, note.strip())
        row = store.row(session, paper.record_id, self._workplace.today())
        if not known:
            self._note_change(session, actor, row)
        if state is PaperState.LOST and before != PaperState.LOST:
            note_loss(self._workplace, session, actor, row, part_of)
        elif state is not PaperState.LOST:
            return note_found(self._workplace, session, actor, row.paper)
        return ()

    def _found(self, session: Session, code_or_paper: str) -> Copy | Paper:
        return one_named(session, code_or_paper, self._workplace.today())

    def _all(self, session: Session, actor: Actor, papers: Sequence[str]) -> Sequence[Paper]:
        found = _by_printer(actor, store.find_all(session, papers))
        if len(found) != len(set(papers)):
            raise RecordGone
        return found

    def _strike(
        self, session: Session, actor: Actor, found: Sequence[Paper], states: Collection[PaperState]
    ) -> tuple[PaperRow, ...]:
        """Strike what is in these states; returns the others, but for what was struck before."""
        for paper in found:
            if paper.state in states:
                store.change(paper, PaperState.STRUCK, actor.account, self._workplace.now())
                self._note(session, actor, Action.PAPER_CHANGED, paper)
        left = [paper.record_id for paper in found if paper.state != PaperState.STRUCK]
        return store.rows_of(session, left, self._workplace.today())

    def _note_change(self, session: Session, actor: Actor, row: PaperRow) -> None:
        self._workplace.record(
            session,
            actor,
            Action.PAPER_CHANGED,
            f"customer:{row.customer}",
            paper=row.number,
            paper_kind=row.kind.value,
            state=row.state.value,
        )

    def _note(self, session: Session, actor: Actor, action: Action, paper: Paper, printer: str = "") -> None:
        customer = store.customer_of(session, paper)
        self._workplace.record(
            session,
            actor,
            action,
            f"customer:{customer.record_id}",
            paper=paper.number,
            paper_kind=paper.kind,
            state=paper.state,
            printer=printer,
        )


def _printed_into(paper: Paper) -> PaperState:
    return PaperState.OUT if paper.return_by else PaperState.HANDED_OVER


def _by_printer(actor: Actor, papers: Sequence[Paper]) -> Sequence[Paper]:
    """Papers whose printing the actor may note: any, or those alone that they drew or printed themselves.

    Accounting prints the one document at hand; what others print is none of its business.
    """
    if any(actor.account not in (paper.registered_by, paper.changed_by) for paper in papers):
        actor.require(Permission.REGISTER_COPIES)
    return papers


def _called(session: Session, text: str) -> tuple[Copy | Paper, ...]:
    """The papers that are called so; none where the text is somebody's name."""
    try:
        return named(session, text)
    except (WrongCopyCode, UnknownCopy):
        return ()


def _by_number(session: Session, query: RegisterQuery) -> RegisterQuery:
    """A job's number or a customer's asks for all of their papers, in any state, those not printed too."""
    text = query.holder.strip()
    everything = replace(query, kinds=frozenset(), states=frozenset(), holder="")
    if text and (customer := customer_store.record_id_of(session, text)):
        return replace(everything, customer=customer)
    jobs = job_store.numbered(session, text, None) if text and not text.startswith("-") else ()
    return replace(everything, job=jobs[0].record_id) if jobs else query


def _copy_state(copy: Copy, state: PaperState) -> CopyState:
    if state is not PaperState.RETURNED:
        return CopyState(state.value)
    if copy.profile != Profile.CUSTOMER:
        raise NotTheCustomers
    return CopyState.HANDED_OVER


def _job_of(session: Session, job: str, customer: Customer) -> Job:
    row = job_store.job(session, job)
    parts = (row.customer_id, row.resident_id, row.building_manager_id, row.payer_id, row.site.customer_id)
    if customer.id not in parts:
        raise RecordGone
    return row
