"""Collective invoices 合計請求書: a customer's work up to a closing day, seen first and then issued."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from hvacdesk.documents.billing.invoices import draw_invoice, draw_invoices
from hvacdesk.domain.billing.agreed_sums import is_adjustment
from hvacdesk.domain.billing.invoice_rules import check_invoice, check_issue_day, percents_of
from hvacdesk.domain.billing.invoices import MOST_LINES, InvoiceKind, InvoiceRecord
from hvacdesk.domain.billing.open_items import ApartJob, ApartReason, ClosingPreview, read_alike
from hvacdesk.domain.billing.pay_terms import END_OF_MONTH, NotAClosingDay, PayTerms
from hvacdesk.domain.errors import ChangedMeanwhile, RecordGone, UserFacingError
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.input_checks import known_day
from hvacdesk.domain.text.wording import Words
from hvacdesk.services.billing import invoice_issuing as issuing
from hvacdesk.services.billing.estimate_answers import not_estimated
from hvacdesk.services.billing.invoice_drafting import seen_name, summed, whole_of
from hvacdesk.services.billing.invoice_issuing import IssuedInvoice
from hvacdesk.services.billing.invoice_pages import as_issued_by, drawn_on, lacks_of_invoices, shown_fields
from hvacdesk.services.billing.prices import shipped_tax
from hvacdesk.services.billing.told_apart import additions, is_same_name, with_addition
from hvacdesk.services.permissions import needs
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.billing import balances, open_items, terms
from hvacdesk.store.billing import invoices as store
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.engine import Session
from hvacdesk.store.jobs import jobs as job_store
from hvacdesk.store.papers import office_images

if TYPE_CHECKING:
    from hvacdesk.domain.billing.invoices import InvoicePaper
    from hvacdesk.domain.papers.letterhead import Letterhead
    from hvacdesk.store.models import Customer, Invoice, Job

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class ClosingResult:
    """What became of one customer's closing: an issued invoice, or why there is none."""

    preview: ClosingPreview
    issued: IssuedInvoice | None = None
    refused: UserFacingError | None = None


@dataclass(frozen=True)
class _Closing:
    """What a customer's collective invoice would say, of which jobs, and which jobs are left out.

    ``alone`` says that it is for what is carried over alone.
    """

    customer: Customer
    jobs: tuple[Job, ...]
    left_out: tuple[ApartJob, ...]
    record: InvoiceRecord
    drafts: int
    alone: bool = False


class Collective:
    """The closings of an open office. Thread-safe."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace
        self._pages: dict[str, InvoicePaper] = {}
        workplace.held.append(self._pages.clear)

    @needs(Permission.BILL)
    def preview(self, actor: Actor, closed_on: date, words: Words) -> tuple[ClosingPreview, ...]:
        """What would be billed to each customer of whom this is a closing day; nothing is written.

        A job with deposit or part invoices or with a draft of its own is left out and named, and so is one
        whose prices hold the tax where the others' do not, that had another rate, or that lacks a price: it
        is billed by itself. So are drafts for no job, which are counted. Where nothing at all is to bill but
        an agreed former balance is owed, the page is for that alone.
        """
        with self._workplace.reading() as session:
            found = (
                self._closing(session, one, closed_on, words) for one in self._closed(session, closed_on)
            )
            shown = [self._shown(session, actor, one, closed_on, words) for one in found if one]
            alike = read_alike((one.customer, one.name.text) for one in shown)
            added = additions(session, [one.customer for one in shown if one.name.text in alike])
            return tuple(
                replace(one, name=with_addition(one.name, added.get(one.customer, ""))) for one in shown
            )

    @needs(Permission.BILL)
    def look(self, actor: Actor, shown: ClosingPreview, words: Words, *, issue_on: str = "") -> bytes:
        """The page of one customer as it would be issued, marked as a draft; nothing of it is kept.

        Args:
            shown: as :meth:`preview` showed it.
            issue_on: as for :meth:`issue`.

        Raises:
            ChangedMeanwhile, NotAClosingDay: as :meth:`issue` tells of them.
            UserFacingError: what :meth:`issue` raises where it could not be issued so.
        """
        issue_on = self._issue_day(issue_on, {shown.closed_on})
        drawn: list[tuple[InvoicePaper, Letterhead]] = []
        with suppress(issuing.OnlySeen), self._workplace.transaction() as session:
            row = self._made(session, actor, shown, words, issue_on)
            record = check_invoice(store.record_of(session, row), self._workplace.today(), allow_number=True)
            page = issuing.as_it_would_be(self._workplace, session, row, record, words)
            page = as_issued_by(session, page, actor.account)
            drawn.append((page, office_images.letterhead(session)))
            raise issuing.OnlySeen  # the draft that the page is made from goes with all that it wrote
        with self._workplace.transaction() as session:
            fields = list(shown_fields())
            subject = f"customer:{shown.customer}"
            self._workplace.record(session, actor, Action.INVOICE_SHOWN, subject, fields=fields)
        ((page, letterhead),) = drawn
        return draw_invoice(drawn_on(page, self._workplace.today()), words, letterhead)

    @needs(Permission.BILL)
    def check_day(self, actor: Actor, closed_on: date, issue_on: str) -> None:
        """Refuse a day of issue on which nothing of a closing day can be dated, before anything is asked.

        Args:
            issue_on: as for :meth:`issue`, which refuses it as well, with the same errors.
        """
        self._issue_day(issue_on, {closed_on.isoformat()})

    @needs(Permission.BILL)
    def next_day(self, actor: Actor) -> date:
        """The closing day to see to next: the first one with work that is done and not billed.

        Where nothing is to bill it is the last one that is over and has a balance to send a page for, else
        the next one that any customer has, else the end of this month.
        """
        today = self._workplace.today()
        with self._workplace.reading() as session:
            waiting = [
                PayTerms(row.closing_day).closing(date.fromisoformat(row.done_on))
                for row in open_items.done_jobs(session, closing=True)
                if row.done_on
            ]
            customers = terms.closing(session)
            if not waiting:
                over = ((one, _last_over(one, today)) for one in customers if one.carries_balance)
                waiting = [day for one, day in over if balances.stands_alone(session, one, _period(one, day))]
            days = {customer.closing_day for customer in customers} or {END_OF_MONTH}
        return min(waiting or [PayTerms(day).closing(today) for day in days])

    @needs(Permission.BILL)
    def issue(
        self,
        actor: Actor,
        shown: Collection[ClosingPreview],
        words: Words,
        progress: Progress | None = None,
        *,
        issue_on: str = "",
    ) -> tuple[ClosingResult, ...]:
        """Issue the collective invoices that :meth:`preview` showed.

        Args:
            issue_on: ISO day that they are dated; empty for today.

        Each customer's is a step of its own: if the batch breaks off, those that were issued are in the file
        and the others are to bill as before, so it can simply be done again. A customer who cannot be billed,
        or of whom something else would be billed by now (:class:`ChangedMeanwhile`), is told of in the
        results and keeps nobody else back; so is one whom this day does not close (:class:`NotAClosingDay`).

        Raises:
            IssueDayAhead, IssueDayTooEarly, IssueDayBefore, IssueDayBeforeClosing: none of them can be
                dated so; none is issued.
        """
        asked = [one for one in shown if one.is_billed]
        issue_on = self._issue_day(issue_on, {one.closed_on for one in asked})
        self._pages.clear()
        results: list[ClosingResult] = []
        for at, preview in enumerate(asked, 1):
            try:
                issued = self._issue_one(actor, preview, words, issue_on)
            except UserFacingError as refused:
                results.append(ClosingResult(preview, refused=refused))
            else:
                results.append(ClosingResult(preview, issued))
                self._pages[issued.document] = issued.page
            if progress is not None:
                progress(at, len(asked))
        return tuple(results)

    @needs(Permission.BILL)
    def drawn(self, actor: Actor, documents: Sequence[str], words: Words) -> bytes:
        """The pages of invoices that :meth:`issue` just issued as one file, to be printed at once.

        Args:
            documents: which of them. What is on their pages this login remembers by itself.

        Raises:
            RecordGone: one of them was not issued just now, or something was destroyed since.
        """
        with self._workplace.reading() as session:
            letterhead = office_images.letterhead(session)
        pages = [self._pages.get(one) for one in documents]
        known = [page for page in pages if page is not None]
        if not known or len(known) < len(pages):
            raise RecordGone
        return draw_invoices(known, words, letterhead)

    def _issue_day(self, issue_on: str, closed: Collection[str]) -> str:
        today = self._workplace.today()
        issue_on = check_issue_day(issue_on, today)
        day = date.fromisoformat(issue_on) if issue_on else today
        for closed_on in closed:
            issuing.require_closed(closed_on, day, today)
        with self._workplace.reading() as session:
            issuing.require_day(session, InvoiceKind.COLLECTIVE, day)
        return issue_on

    def _issue_one(self, actor: Actor, shown: ClosingPreview, words: Words, issue_on: str) -> IssuedInvoice:
        with self._workplace.transaction() as session:
            made = self._made(session, actor, shown, words, issue_on)
            self._workplace.record(
                session,
                actor,
                Action.INVOICE_DRAFTED,
                f"invoice:{made.record_id}",
                invoice_kind=made.kind,
                invoice_state=made.state,
            )
            return issuing.issue(self._workplace, session, actor, made, words)

    def _made(
        self, session: Session, actor: Actor, shown: ClosingPreview, words: Words, issue_on: str
    ) -> Invoice:
        """The draft of what was shown, if it is so by now.

        Raises :class:`NotAClosingDay`, :class:`ChangedMeanwhile`.
        """
        closed_on = known_day("closed_on", shown.closed_on)
        row = customer_store.current(session, shown.customer)
        if not PayTerms(row.closing_day).closes(closed_on, self._workplace.today()):
            raise NotAClosingDay(day=shown.closed_on)
        closing = self._closing(session, row, closed_on, words)
        if closing is None:
            raise ChangedMeanwhile
        now = self._shown(session, actor, closing, closed_on, words)
        if not is_same_name(shown.name, now.name) or replace(shown, name=now.name) != now:
            raise ChangedMeanwhile
        record = replace(closing.record, issue_on=issue_on)
        return store.add(session, row, closing.jobs, record, closed_on=shown.closed_on)

    def _closing(
        self, session: Session, customer: Customer, closed_on: date, words: Words
    ) -> _Closing | None:
        taken: list[Job] = []
        left_out: list[ApartJob] = []
        records: list[InvoiceRecord] = []
        for one in open_items.done_jobs(session, customer=customer.id, until=closed_on.isoformat()):
            job = job_store.job(session, one.job)
            record, lacks_price = whole_of(self._workplace, session, job, words)
            first = records[0] if records else record
            room = sum(len(each.lines) for each in records) + len(record.lines) <= MOST_LINES
            apart = {
                ApartReason.DRAFTED: one.drafted,
                ApartReason.IN_ADVANCE: bool(store.in_advance(session, job)),
                ApartReason.NO_PRICE: lacks_price,
                ApartReason.OTHER_TAX: record.with_tax != first.with_tax,
                ApartReason.OTHER_RATE: not self._same_rates(record, first),
                ApartReason.NO_ROOM: not room,
            }
            if reason := next((reason for reason, holds in apart.items() if holds), None):
                left_out.append(ApartJob(job.record_id, job.number, reason))
                continue
            taken.append(job)
            lines = tuple(replace(line, on=record.delivered_to) for line in record.lines)
            records.append(replace(record, lines=lines))
        drafts = len(store.free_drafts(session, customer, closed_on.isoformat()))
        alone = False
        if not taken and not left_out and not drafts:
            alone = balances.stands_alone(session, customer, _period(customer, closed_on))
            if not alone:
                return None
        return _Closing(customer, tuple(taken), tuple(left_out), _joined(records), drafts, alone)

    def _closed(self, session: Session, closed_on: date) -> tuple[Customer, ...]:
        """The customers of whom a day is a closing day."""
        today = self._workplace.today()
        return tuple(
            customer
            for customer in terms.closing(session)
            if PayTerms(customer.closing_day).closes(closed_on, today)
        )

    def _same_rates(self, one: InvoiceRecord, other: InvoiceRecord) -> bool:
        """Whether two jobs can be on one invoice as far as the rates of their days go."""
        rates, today = shipped_tax(), self._workplace.today()
        return percents_of(one, rates, today) == percents_of(other, rates, today)

    def _shown(
        self, session: Session, actor: Actor, closing: _Closing, closed_on: date, words: Words
    ) -> ClosingPreview:
        sums = summed(self._workplace, session, closing.record, ())
        agreed = not_estimated(session, closing.jobs)
        balance = balances.to_carry(session, closing.customer, closed_on.isoformat())
        later = balances.later_page(session, closing.customer, closed_on.isoformat())
        due_on = terms.of_customer(session, closing.customer).due(closed_on).isoformat()
        return ClosingPreview(
            customer=closing.customer.record_id,
            name=seen_name(session, actor, closing.customer.id),
            closed_on=closed_on.isoformat(),
            due_on="" if closing.alone else due_on,
            jobs=tuple(job.record_id for job in closing.jobs),
            numbers=tuple(job.number for job in closing.jobs),
            left_out=closing.left_out,
            lines=len(closing.record.lines),
            gross=sums.gross,
            drafts=closing.drafts,
            lacks=lacks_of_invoices(session),
            adjusted=tuple(
                (line.label, line.amount)
                for line in closing.record.lines
                if is_adjustment(line, agreed, words)
            ),
            balance=balance,
            alone=closing.alone,
            carried_on=later if closing.customer.carries_balance else "",
        )


def _period(customer: Customer, closed_on: date) -> tuple[date, date]:
    """The first and the last day of what a closing day of a customer closes."""
    return PayTerms(customer.closing_day).period(closed_on)


def _last_over(customer: Customer, today: date) -> date:
    """A customer's last closing day that is over."""
    first, _last = _period(customer, PayTerms(customer.closing_day).closing(today))
    return first - timedelta(days=1)


def _joined(records: Sequence[InvoiceRecord]) -> InvoiceRecord:
    lines = tuple(line for record in records for line in record.lines)
    days = sorted({line.on for line in lines if line.on})
    return InvoiceRecord(
        InvoiceKind.COLLECTIVE,
        lines,
        delivered_from=days[0] if days else "",
        delivered_to=days[-1] if days else "",
        with_tax=bool(records) and records[0].with_tax,
    )
