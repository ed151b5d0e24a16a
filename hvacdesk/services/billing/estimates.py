"""Estimates: drafted from a job's work, issued, printed, and answered by the customer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from hvacdesk.documents.billing.estimates import draw_estimates
from hvacdesk.domain.billing.estimates import (
    VALID_DAYS,
    VARIANTS,
    AnswerTakenBack,
    EstimateAnswer,
    EstimateDetail,
    EstimateLineRecord,
    EstimateNotOpen,
    EstimateOfCancelledJob,
    EstimateRecord,
    EstimateRow,
    EstimateSettled,
    EstimateState,
    NothingToPay,
    TooManyVariants,
    called_by,
    check_estimate,
    estimate_number,
    later_issue,
    offer_of,
    variant_of,
)
from hvacdesk.domain.billing.open_items import AdvancePart
from hvacdesk.domain.errors import ChangedMeanwhile
from hvacdesk.domain.exchange.outside_lists import ListKind, SavedDocument
from hvacdesk.domain.jobs.jobs import (
    JobState,
)
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.papers.completion_report import IssuedPdf
from hvacdesk.domain.papers.register import PaperKind
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.wording import Words
from hvacdesk.services.allowed_numbers import note_allowed
from hvacdesk.services.billing import estimate_answers
from hvacdesk.services.billing.estimate_pages import as_it_stands, lines_of, page_of, to_give
from hvacdesk.services.billing.invoice_drafting import seen_name
from hvacdesk.services.billing.prices import price_list, shipped_tax
from hvacdesk.services.exchange.outside_lists import note_outside
from hvacdesk.services.jobs.job_events import move_job, require_same_money
from hvacdesk.services.papers.paper_entry import enter_printed
from hvacdesk.services.permissions import body_decides, needs
from hvacdesk.services.requests.purposes_notice import wording
from hvacdesk.services.requests.suspension import require_readable
from hvacdesk.services.workplace import Workplace
from hvacdesk.store import counters
from hvacdesk.store.billing import estimates as store
from hvacdesk.store.billing import terms
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.engine import Session
from hvacdesk.store.jobs import jobs as job_store
from hvacdesk.store.office import office
from hvacdesk.store.papers import office_images
from hvacdesk.store.staff.staff import account_names

if TYPE_CHECKING:
    from hvacdesk.store.models import Estimate, Job


class Estimates:
    """The estimates of an open office. Thread-safe."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @needs(Permission.SEE_ALL_JOBS)
    def of_job(self, actor: Actor, job: str) -> tuple[EstimateRow, ...]:
        """A job's estimates, the newest first."""
        with self._workplace.reading() as session:
            return tuple(store.row_of(row) for row in store.of_job(session, job_store.job(session, job)))

    @needs(Permission.SEE_ALL_JOBS)
    def beginning(self, actor: Actor, job: str, words: Words) -> tuple[EstimateLineRecord, ...]:
        """The lines that a first estimate of the job would begin with, without making it.

        Raises :class:`CustomerSuspended`.
        """
        with self._workplace.reading() as session:
            require_readable(session, f"job:{job}")
            row = job_store.job(session, job)
            return lines_of(session, row, price_list(self._workplace, session), words)

    @needs(Permission.SEE_ALL_JOBS)
    def detail(self, actor: Actor, estimate: str) -> EstimateDetail:
        """One estimate. Raises :class:`RecordGone`, :class:`CustomerSuspended`."""
        with self._workplace.reading() as session:
            require_readable(session, f"estimate:{estimate}")
            row = store.get(session, estimate)
            job = job_store.by_key(session, row.job_id)
            name = seen_name(session, actor, job.customer_id)
            return EstimateDetail(store.row_of(row), store.record_of(row), job.record_id, job.number, name)

    @needs(Permission.EDIT_JOBS)
    def preview(
        self,
        actor: Actor,
        estimate: str,
        version: int,
        record: EstimateRecord,
        words: Words,
        *,
        allow_number: bool = False,
    ) -> bytes:
        """The page of a draft as it would be issued now; it is not saved, and no paper is registered for it.

        Raises:
            UserFacingError: what :meth:`issue` raises where it could not be issued so.
        """
        today = self._workplace.today()
        with self._workplace.transaction() as session:
            require_readable(session, f"estimate:{estimate}")
            row = self._draft(session, estimate, version)
            checked = check_estimate(record, today, allow_number=allow_number)
            shown = replace(
                store.row_of(row),
                issued_on=today.isoformat(),
                valid_until=checked.valid_until or (today + timedelta(days=VALID_DAYS)).isoformat(),
                sums=checked.totals(shipped_tax().on(today).percent, terms.facts(session).rounding),
            )
            if not shown.sums.gross:
                raise NothingToPay("lines")
            job = _going_on(job_store.by_key(session, row.job_id))
            self._log(session, actor, Action.ESTIMATE_SHOWN, row)
            page = page_of(session, row, job, customer_store.by_key(session, job.customer_id), "")
            issued_by = account_names(session).get(actor.account, "")
            letterhead = office_images.letterhead(session)
        page = replace(page, row=shown, record=checked, issued_by=issued_by)
        return draw_estimates([page], words, letterhead)

    @needs(Permission.EDIT_JOBS)
    def draft(self, actor: Actor, job: str, words: Words) -> str:
        """The job's draft: the one that there is, the next issue of its newest estimate, or a first one.

        Returns its record id; of several variants the first one's. What still waits for an answer comes again
        with all its variants, else the accepted one alone. Raises :class:`EstimateOfCancelledJob`.
        """
        with self._workplace.transaction() as session:
            row = _going_on(job_store.job(session, job))
            newest = next(iter(store.of_job(session, row)), None)
            if newest is None:
                made = [self._first(session, row, words)]
            else:
                beside = store.variants(session, newest)
                drafts = [one for one in beside if one.state == EstimateState.DRAFT]
                if drafts:
                    return drafts[0].record_id
                made = self._next(session, row, beside)
            for one in made:
                self._log(session, actor, Action.ESTIMATE_DRAFTED, one)
            return made[0].record_id

    @needs(Permission.EDIT_JOBS)
    def add_variant(self, actor: Actor, estimate: str) -> str:
        """A further variant of a draft, which says the same until it is changed; its record id.

        Raises:
            EstimateSettled: it has been issued.
            TooManyVariants: there are three.
            EstimateOfCancelledJob: the work was called off.
        """
        with self._workplace.transaction() as session:
            row = self._draft(session, estimate)
            job = _going_on(job_store.by_key(session, row.job_id))
            offer = offer_of(row.number)
            if not variant_of(row.number):
                store.renumber(session, row, offer + VARIANTS[0])
            taken = {variant_of(one.number) for one in store.variants(session, row)}
            free = [letter for letter in VARIANTS if letter not in taken]
            if not free:
                raise TooManyVariants
            record = store.record_of(row)
            made = store.add(session, job, offer + free[0], row.issue, row.tax_percent, record)
            self._log(session, actor, Action.ESTIMATE_DRAFTED, made)
            return made.record_id

    @needs(Permission.EDIT_JOBS)
    def drop(self, actor: Actor, estimate: str, version: int) -> None:
        """Delete a draft; the last of its variants that is left has no letter any more.

        Raises:
            EstimateSettled: it has been issued.
            ChangedMeanwhile: somebody saved it since ``version`` was read.
        """
        with self._workplace.transaction() as session:
            row = self._draft(session, estimate, version)
            left = [one for one in store.variants(session, row) if one is not row]
            self._log(session, actor, Action.ESTIMATE_DROPPED, row)
            store.drop(session, row)
            if len(left) == 1 and left[0].state == EstimateState.DRAFT:
                store.renumber(session, left[0], offer_of(left[0].number))

    @needs(Permission.EDIT_JOBS)
    def change(
        self,
        actor: Actor,
        estimate: str,
        version: int,
        record: EstimateRecord,
        *,
        allow_number: bool = False,
    ) -> None:
        """Save a draft.

        Raises:
            EstimateSettled: it has been issued.
            ChangedMeanwhile: somebody saved it since ``version`` was read.
            InvalidInput: a line or date cannot be stored.
        """
        with self._workplace.transaction() as session:
            self._save(session, actor, self._draft(session, estimate, version), record, allow_number)

    @needs(Permission.EDIT_JOBS)
    def issue(
        self,
        actor: Actor,
        estimate: str,
        version: int,
        record: EstimateRecord | None = None,
        *,
        allow_number: bool = False,
    ) -> None:
        """Issue a draft: it is no longer changed, replaces the job's former one, and moves the job on.

        Args:
            record: what the draft is to say, if it is to be saved first, in the same step.

        Raises:
            EstimateSettled, ChangedMeanwhile, InvalidInput: as for :meth:`change`.
            NothingToPay: it comes to zero yen.
            EstimateOfCancelledJob: the work was called off.
        """
        today = self._workplace.today()
        with self._workplace.transaction() as session:
            row = self._draft(session, estimate, version)
            if record is not None:
                self._save(session, actor, row, record, allow_number)
            check_estimate(store.record_of(row), today, allow_number=True)
            if not store.row_of(row).sums.gross:
                raise NothingToPay("lines")
            job = _going_on(job_store.by_key(session, row.job_id))
            last = today + timedelta(days=VALID_DAYS)
            store.issue(session, job, row, today, last, shipped_tax().on(today).percent, actor.account)
            self._log(session, actor, Action.ESTIMATE_ISSUED, row)
            if job.state == JobState.RECEIVED:
                move_job(self._workplace, session, actor, job, JobState.ESTIMATED)

    @needs(Permission.EDIT_JOBS)
    def answer(
        self,
        actor: Actor,
        estimate: str,
        answer: EstimateAnswer,
        *,
        shown: JobState | None = None,
        money: Sequence[AdvancePart] | None = None,
    ) -> None:
        """Record what the customer said of an issued estimate, and what follows from it for the job.

        Args:
            shown: the state of the job from which that was decided; None takes whatever it is.
            money: as for :meth:`hvacdesk.services.jobs.jobs.Jobs.set_state`, where the job is cancelled too.

        Raises:
            ChangedMeanwhile: the job would be cancelled, and somebody else moved it on.
            MoneyMeanwhile: the job would be cancelled, and other money came in than was told.
            EstimateNotOpen: it does not wait for an answer.
            EstimateOfCancelledJob: it is accepted for work that was called off.
            InvalidInput: the contract's day cannot be right.
            NotCollectedOnSite: a sum is to be collected of a customer who pays otherwise.
        """
        with self._workplace.transaction() as session:
            row = self._issued(session, estimate)
            job = job_store.by_key(session, row.job_id)
            if estimate_answers.cancels(job, answer):
                if shown not in {None, job.state}:
                    raise ChangedMeanwhile
                require_same_money(session, actor, job, money)
            estimate_answers.answer(self._workplace, session, actor, row, answer)

    @needs(Permission.EDIT_JOBS)
    def answer_taken_back(self, actor: Actor, estimate: str) -> AnswerTakenBack:
        """What :meth:`take_back_answer` would change by now; nothing is written. Raises as that does."""
        with self._workplace.reading() as session:
            return estimate_answers.what_follows(session, store.get(session, estimate))

    @needs(Permission.EDIT_JOBS)
    def take_back_answer(self, actor: Actor, estimate: str, version: int) -> None:
        """Take back an answer that was noted by mistake: the estimate waits for one again.

        What the answer changed and nobody has changed since is as it was before: the estimates that it
        closed, the contract's event, the sum to collect, and the job's state.

        Raises:
            ChangedMeanwhile: the estimate is not as it was read.
            NotAnswered: the customer did not answer this very one, or a later one was accepted in its place.
            AcceptedAndBilled, AcceptedAndDrafted, AcceptedAndBilledElsewhere, AcceptedOnPaper: something was
                built on it.
        """
        with self._workplace.transaction() as session:
            row = store.get(session, estimate)
            if row.version != version:
                raise ChangedMeanwhile
            estimate_answers.take_back(self._workplace, session, actor, row)

    @needs(Permission.ISSUE_WORK_ORDERS)
    @body_decides("the notice beside it for who keeps notices")
    def print_out(
        self,
        actor: Actor,
        estimate: str,
        words: Words,
        *,
        with_notice: bool = False,
        all_variants: bool = False,
    ) -> IssuedPdf:
        """Register an issued estimate as a paper for the customer and draw it.

        Args:
            all_variants: with the others that wait for the same answer, as one document.
            with_notice: add the purposes notice in force on pages of its own. That it was given is
                noted once the pages are printed.

        Raises:
            EstimateNotOpen: it is a draft, or was replaced.
            NoNoticeYet: there is no notice to go with it.
        """
        if with_notice:
            actor.require(Permission.KEEP_REQUESTS)
        with self._workplace.transaction() as session:
            printed, job, customer = to_give(session, estimate, all_variants=all_variants)
            paper = enter_printed(
                self._workplace,
                session,
                actor,
                PaperKind.ESTIMATE,
                customer,
                job,
                label=called_by([one.number for one in printed]),
            )
            pages = [page_of(session, one, job, customer, paper.code) for one in printed]
            notice = wording(session) if with_notice else None
            drawn = draw_estimates(pages, words, office_images.letterhead(session), notice)
            pdf = as_it_stands(drawn, printed, words)
            return IssuedPdf(paper, pdf, notice.number if notice else 0)

    @needs(Permission.ISSUE_WORK_ORDERS)
    @body_decides("the notice beside it for who keeps notices")
    def save_copy(
        self,
        actor: Actor,
        estimate: str,
        words: Words,
        *,
        with_notice: bool = False,
        all_variants: bool = False,
    ) -> SavedDocument:
        """Draw an issued estimate to be written into a file; logged, and registered as outside.

        It names the customer, so it stays in the register of files outside until it was handed over or
        destroyed. It is no paper, so it has no number of the register of papers.

        Args:
            with_notice, all_variants: as for :meth:`print_out`, so that the file says what its preview shows.
                That the notice was given is not noted: nobody knows yet whether the file was handed over.

        Raises:
            EstimateNotOpen: it is a draft, or was replaced.
            NoNoticeYet: there is no notice to go with it.
            DutiesOverdue, CustomerSuspended: as the log raises them.
        """
        if with_notice:
            actor.require(Permission.KEEP_REQUESTS)
        with self._workplace.transaction() as session:
            saved, job, customer = to_give(session, estimate, all_variants=all_variants)
            pages = [page_of(session, one, job, customer, "") for one in saved]
            notice = wording(session) if with_notice else None
            drawn = draw_estimates(pages, words, office_images.letterhead(session), notice)
            pdf = as_it_stands(drawn, saved, words)
            number = saved[0].number
            outside = note_outside(self._workplace, session, actor, ListKind.ESTIMATE, 1, document=number)
            for one in saved:
                estimate_answers.log(self._workplace, session, actor, Action.ESTIMATE_SAVED, one)
            return SavedDocument(pdf, number, outside)

    @needs(Permission.ISSUE_WORK_ORDERS)
    def show_replaced(self, actor: Actor, estimate: str, words: Words) -> bytes:
        """The page of an estimate that another one took the place of, marked as such on every page; logged.

        It goes to nobody any more: only what is printed of it is registered, once the printer took it.

        Raises:
            EstimateNotOpen: it was not issued, or was not replaced.
            RecordGone, CustomerSuspended: as they say.
        """
        with self._workplace.transaction() as session:
            require_readable(session, f"estimate:{estimate}")
            row = store.get(session, estimate)
            if row.state is not EstimateState.REPLACED or not row.issued_on:
                raise EstimateNotOpen
            self._log(session, actor, Action.ESTIMATE_SHOWN, row)
            job = job_store.by_key(session, row.job_id)
            page = page_of(session, row, job, customer_store.by_key(session, job.customer_id), "")
            drawn = draw_estimates([page], words, office_images.letterhead(session))
            return as_it_stands(drawn, [row], words)

    # Parts

    def _first(self, session: Session, job: Job, words: Words) -> Estimate:
        today = self._workplace.today()
        prices = price_list(self._workplace, session)
        lines = lines_of(session, job, prices, words)
        number = estimate_number(today.year, counters.take(session, f"estimate {today.year}"))
        record = EstimateRecord(
            lines, with_tax=prices.with_tax, costs_apart=office.facts(session).construction_licence
        )
        return store.add(session, job, number, 1, prices.percent, record)

    def _next(self, session: Session, job: Job, former: Sequence[Estimate]) -> list[Estimate]:
        """The next issue of what waits for an answer, else of the accepted one, else of the last."""
        waiting = [one for one in former if one.state is EstimateState.ISSUED]
        accepted = [one for one in former if one.state is EstimateState.ACCEPTED]
        percent = shipped_tax().on(self._workplace.today()).percent
        again = waiting or accepted or former[-1:]
        made = []
        for one in again:
            issue = store.next_issue(session, one)
            number = later_issue(one.number, one.issue, issue) + (variant_of(one.number) if again[1:] else "")
            fresh = replace(store.record_of(one), valid_until="")
            made.append(store.add(session, job, number, issue, percent, fresh))
        return made

    def _save(
        self, session: Session, actor: Actor, row: Estimate, record: EstimateRecord, allow_number: bool
    ) -> None:
        today = self._workplace.today()
        store.save(row, check_estimate(record, today, allow_number=allow_number))
        self._log(session, actor, Action.ESTIMATE_CHANGED, row)
        if allow_number:
            subject = f"estimate:{row.record_id}"
            note_allowed(self._workplace, session, actor, subject, lambda: check_estimate(record, today))

    def _draft(self, session: Session, estimate: str, version: int | None = None) -> Estimate:
        row = store.get(session, estimate)
        if row.state != EstimateState.DRAFT:
            raise EstimateSettled
        if version is not None and row.version != version:
            raise ChangedMeanwhile
        return row

    def _issued(self, session: Session, estimate: str) -> Estimate:
        row = store.get(session, estimate)
        if row.state != EstimateState.ISSUED:
            raise EstimateNotOpen
        return row

    def _log(self, session: Session, actor: Actor, action: Action, row: Estimate) -> None:
        estimate_answers.log(self._workplace, session, actor, action, row)


def _going_on(job: Job) -> Job:
    if job.state is JobState.CANCELLED:
        raise EstimateOfCancelledJob(number=job.number)
    return job
