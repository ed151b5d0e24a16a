"""The hand-over ledger of an open office: entering by hand, confirming what became of it, printing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from hvacdesk.documents.partners.handovers import draw_handover_ledger
from hvacdesk.documents.partners.provisions import ProvisionPaper, draw_provision_record
from hvacdesk.domain.errors import InvalidInput, RecordGone
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.oversight.duties import Duty, DutyKind
from hvacdesk.domain.papers.printed_lists import DrawnRegister
from hvacdesk.domain.papers.work_orders import CopyState
from hvacdesk.domain.partners.handovers import (
    Ending,
    HandoverMedium,
    HandoverPaper,
    HandoverRow,
    HandoverSettled,
    LedgerQuery,
    NewHandover,
    NotOfThisJob,
    check_query,
    checked,
    checked_ending,
)
from hvacdesk.domain.partners.partners import Basis, FirmFacts, firm_key
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.wording import Words
from hvacdesk.services.papers.work_orders import WorkOrders
from hvacdesk.services.partners.handover_entry import enter
from hvacdesk.services.partners.partners import READERS
from hvacdesk.services.permissions import needs, nothing_without
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.engine import Session
from hvacdesk.store.jobs import jobs as job_store
from hvacdesk.store.papers import office_images
from hvacdesk.store.papers import work_orders as papers
from hvacdesk.store.partners import handovers as store
from hvacdesk.store.partners import partners

if TYPE_CHECKING:
    from hvacdesk.store.models import Customer, Handover, Job


class Handovers:
    """The ledger. Those who register papers write it; it outlives the customers that it is about."""

    def __init__(self, workplace: Workplace, work_orders: WorkOrders) -> None:
        self._workplace = workplace
        self._work_orders = work_orders

    @nothing_without(Permission.REGISTER_COPIES)
    def may_keep(self, actor: Actor) -> bool:
        """Whether the actor may enter and confirm hand-overs."""
        return actor.may(Permission.REGISTER_COPIES)

    @needs(*READERS)
    def all(self, actor: Actor, query: LedgerQuery | None = None) -> tuple[HandoverRow, ...]:
        """The lines, what is out first."""
        with self._workplace.reading() as session:
            asked = check_query(query or LedgerQuery())
            return store.rows(session, asked, self._workplace.today())

    @needs(*READERS)
    def one(self, actor: Actor, handover: str) -> HandoverRow:
        """One line. Raises :class:`RecordGone`."""
        with self._workplace.reading() as session:
            return store.one(session, handover, self._workplace.today())

    @needs(Permission.REGISTER_COPIES)
    def enter(self, actor: Actor, new: NewHandover) -> str:
        """Enter by hand what was given to a firm; returns the record id.

        Raises:
            InvalidInput: names the field.
            FirmStopped: by the last check the firm got no data on that day any more.
            ConsentNeeded: it is for the firm's own use, and the customer has not agreed.
        """
        known = checked(new, self._workplace.today().isoformat())
        with self._workplace.transaction() as session:
            job = store.job_called(session, known.job) if known.job else None
            people = _people(session, known, job)
            facts = store.HandoverFacts(
                firm=known.firm,
                basis=known.basis,
                medium=known.medium,
                fields=known.fields,
                on=known.on,
                due=known.due,
                customers=tuple((one.record_id, one.number) for one in people),
                job=job.record_id if job else "",
                job_number=job.number if job else "",
                by_contract=known.by_contract,
            )
            if known.basis is Basis.PROVISION:
                _require_named(session, known.firm)
            return enter(self._workplace, session, actor, facts, people)

    @needs(Permission.REGISTER_COPIES)
    def confirm(self, actor: Actor, handover: str, ending: Ending, ended_on: str) -> None:
        """Write down that it came back or was destroyed; a copy on paper is registered so, too.

        Raises:
            InvalidInput: the day or the ending cannot be.
            HandoverSettled: that is written down already.
            RecordGone: there is no such line.
        """
        with self._workplace.transaction() as session:
            row = store.get(session, handover)
            if row.ending:
                raise HandoverSettled
            day = checked_ending(row.on, ended_on, ending, self._workplace.today().isoformat())
            self._end_copy(session, actor, row, ending)
            store.end(row, ending, day, actor.account)
            self._workplace.record(
                session,
                actor,
                Action.HANDOVER_SETTLED,
                f"handover:{handover}",
                handover=row.number,
                ending=ending.value,
            )

    def _end_copy(self, session: Session, actor: Actor, row: Handover, ending: Ending) -> None:
        """Register the paper copy as returned or shredded, too; that of a FAX is ours and shredded apart."""
        copy = papers.find_copy(session, row.copy) if row.medium == HandoverMedium.PAPER else None
        if copy is not None and copy.state in (CopyState.PRINTING, CopyState.OUT):
            state = CopyState.KEPT if ending is Ending.RETURNED else CopyState.SHREDDED
            self._work_orders.register_state(session, actor, copy, state)

    @needs(*READERS)
    def ledger_pdf(self, actor: Actor, query: LedgerQuery, words: Words) -> HandoverPaper:
        """The lines of a firm and a period as they print, in the order of the days."""
        query, today = check_query(query), self._workplace.today()
        with self._workplace.reading() as session:
            rows = sorted(store.rows(session, query, today), key=lambda row: (row.on, row.number))
            head = office_images.letterhead(session)
        return HandoverPaper(draw_handover_ledger(rows, query, today, words, head), len(rows))

    @needs(*READERS)
    def ledger_printed(self, actor: Actor, lines: int) -> None:
        """Note that the printer took so many lines: those on the paper, whatever was entered since."""
        with self._workplace.transaction() as session:
            self._workplace.record(session, actor, Action.HANDOVERS_PRINTED, lines=lines)

    @needs(Permission.KEEP_PARTNERS)
    def provision_pdf(self, actor: Actor, handover: str, words: Words) -> DrawnRegister:
        """The record of a provision to a third party, which names the person as the law asks; logged.

        Raises:
            RecordGone: there is no such line, or it is entrusted work.
        """
        with self._workplace.transaction() as session:
            row = store.one(session, handover, self._workplace.today())
            if row.basis is not Basis.PROVISION:
                raise RecordGone
            firm = partners.called(session, row.firm)
            facts = partners.facts_of(firm) if firm else FirmFacts(row.firm)
            record = firm.record_id if firm else ""
            people = store.named_customers(session, [record for record, _ in row.customers])
            self._workplace.record(
                session,
                actor,
                Action.PAPER_SHOWN,
                f"handover:{handover}",
                handover=row.number,
                document=Action.PROVISION_PRINTED.value,
            )
            head = office_images.letterhead(session)
        pdf = draw_provision_record(ProvisionPaper(row, facts, people), words, head)
        return DrawnRegister(pdf, 1, tuple(one for one, _number, _name in people), record)

    @needs(Permission.KEEP_PARTNERS)
    def provision_printed(self, actor: Actor, handover: str) -> None:
        """Note that the printer took the record of a provision."""
        with self._workplace.transaction() as session:
            number = store.one(session, handover, self._workplace.today()).number
            subject = f"handover:{handover}"
            self._workplace.record(session, actor, Action.PROVISION_PRINTED, subject, handover=number)

    @nothing_without(Permission.REGISTER_COPIES)
    def duties(self, actor: Actor) -> tuple[Duty, ...]:
        """One for each firm that has something to give back, by the earliest day."""
        if not self.may_keep(actor):
            return ()
        first: dict[str, HandoverRow] = {}
        for row in self.all(actor, LedgerQuery(only_open=True)):
            first.setdefault(firm_key(row.firm), row)
        return tuple(
            Duty(DutyKind.HANDOVER, date.fromisoformat(row.due), row.firm, row.firm_record)
            for row in first.values()
        )


def _people(session: Session, new: NewHandover, job: Job | None) -> Sequence[Customer]:
    """Whose data it is: the customer that was named, else who asked for the job and who lives there."""
    if new.customer:
        named = store.customer_called(session, new.customer)
        if job is not None and named.id not in job_store.party_keys(job):
            raise NotOfThisJob("customer")
        return (named,)
    assert job is not None
    keys = dict.fromkeys(filter(None, (job.resident_id, job.customer_id)))
    return tuple(customer_store.by_key(session, key) for key in keys)


def _require_named(session: Session, firm: str) -> None:
    """A provision's record names the firm's seat and who represents it: both have to be in the register."""
    known = partners.called(session, firm)
    if known is None or not known.seat or not known.representative:
        raise InvalidInput("firm")
