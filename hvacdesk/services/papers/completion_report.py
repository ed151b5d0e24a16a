"""Issuing a job's completion report: registered before it is drawn, cut as the customer's copy is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hvacdesk.documents.papers.completion_report import draw_completion_report
from hvacdesk.domain.errors import RecordGone, UserFacingError
from hvacdesk.domain.jobs.results import JobResults
from hvacdesk.domain.papers.completion_report import CompletionReport, IssuedPdf, ReportUnit
from hvacdesk.domain.papers.register import PaperKind, PaperRow
from hvacdesk.domain.papers.work_orders import PROFILE_RULES, Profile
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.traces import Blackout
from hvacdesk.domain.text.wording import Words, phrase
from hvacdesk.services.papers.paper_entry import enter_printed
from hvacdesk.services.papers.work_order_view import (
    CopyFacts,
    cleaned_survey,
    cleaned_unit,
    cleaner,
    work_order_view,
)
from hvacdesk.services.permissions import needs
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.engine import Session
from hvacdesk.store.jobs import jobs as job_store
from hvacdesk.store.jobs import refrigerant as log_store
from hvacdesk.store.jobs import results as results_store
from hvacdesk.store.papers import office_images
from hvacdesk.store.papers import work_orders as paper_store

if TYPE_CHECKING:
    from hvacdesk.store.models import Job


class NoResultsYet(UserFacingError):
    """A report says what was done and measured."""

    what = phrase("Errors", "No results are recorded for job {number}, so there is nothing to report.")
    todo = phrase("Errors", "Type in the results first.")


class Completion:
    """The completion reports of an open office. Thread-safe."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @needs(Permission.ISSUE_WORK_ORDERS)
    def issue(self, actor: Actor, job: str, words: Words) -> IssuedPdf:
        """Register a report for the customer and draw it; another one is another paper.

        Raises:
            RecordGone: there is no such job.
            NoResultsYet: nothing is typed in.
        """
        with self._workplace.transaction() as session:
            row = job_store.job(session, job)
            version, results = results_store.read(session, row)
            if not version:
                raise NoResultsYet(number=row.number)
            customer = customer_store.by_key(session, row.customer_id)
            paper = enter_printed(self._workplace, session, actor, PaperKind.REPORT, customer, row)
            report = self._report(session, actor, row, results, paper)
            head = office_images.letterhead(session)
            return IssuedPdf(paper, draw_completion_report(report, words, head))

    def _report(
        self, session: Session, actor: Actor, row: Job, results: JobResults, paper: PaperRow
    ) -> CompletionReport:
        found = paper_store.materials(session, [row.record_id])
        if not found:
            raise RecordGone
        facts = CopyFacts(
            profile=Profile.CUSTOMER,
            copy_number=1,
            copies=1,
            issued_on=self._workplace.today().isoformat(),
            issued_by=actor.name,
            return_by="",
            code=paper.code,
        )
        clean = cleaner(found[0], PROFILE_RULES[Profile.CUSTOMER])
        return CompletionReport(
            view=work_order_view(found[0], facts),
            number=paper.number,
            code=paper.code,
            worked_on=results.worked_on,
            started=results.started,
            ended=results.ended,
            checks=results.checks,
            warranty_until=results.warranty_until,
            survey=cleaned_survey(results.survey, clean),
            text=clean(results.text),
            units=_units(session, row, results, clean),
        )


def _units(session: Session, row: Job, results: JobResults, clean: Blackout) -> tuple[ReportUnit, ...]:
    made: list[ReportUnit] = []
    for number, (part, unit) in enumerate(job_store.units_of(session, row), 1):
        one = results.of(unit.record_id)
        made.append(
            ReportUnit(
                number=number,
                part=part,
                record=cleaned_unit(job_store.unit_record(unit), clean),
                measured=one.measured,
                checks=one.checks,
                net_kg=log_store.log(session, unit).net_kg,
                text=clean(one.text),
            )
        )
    return tuple(made)
