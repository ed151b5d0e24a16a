"""The duties that the office has had all along: reviews, certificates, lists, papers, the recovery sheet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hvacdesk.domain.exchange.outside_lists import REMINDED
from hvacdesk.domain.office.today import SHEET_YEAR, review_due
from hvacdesk.domain.oversight.duties import GRACE, Duty, DutyKind
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.services.disposal.permission import PART
from hvacdesk.services.exchange.outside_lists import OutsideLists
from hvacdesk.services.papers.register import Papers
from hvacdesk.services.permissions import nothing_without
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.entry import recovery_sheets
from hvacdesk.store.jobs.manifests import awaited_slips
from hvacdesk.store.office import today as store


class StandingDuties:
    """Reads them from where they are kept; nothing is entered twice."""

    def __init__(self, workplace: Workplace, papers: Papers, lists: OutsideLists) -> None:
        self._workplace = workplace
        self._papers = papers
        self._lists = lists

    @nothing_without(*PART)
    def disposal(self, actor: Actor) -> tuple[Duty, ...]:
        """The month's disposal review, and certificates that nobody printed and signed."""
        return tuple(self._disposal(actor))

    @nothing_without(Permission.MANAGE_OFFICE)
    def recovery_sheet(self, actor: Actor) -> tuple[Duty, ...]:
        """The day on which the sheet in force has served its year, or was exposed."""
        if not actor.may(Permission.MANAGE_OFFICE):
            return ()
        with self._workplace.reading() as session:
            known = recovery_sheets.sheets(session)
        return tuple(
            Duty(
                DutyKind.RECOVERY_SHEET,
                date.fromisoformat(sheet.exposed_on)
                if sheet.exposed_on
                else date.fromisoformat(sheet.created_on) + SHEET_YEAR,
                f"{sheet.number}",
            )
            for sheet in known
            if not sheet.replaced_on
        )

    @nothing_without(*REMINDED)
    def lists(self, actor: Actor) -> tuple[Duty, ...]:
        """Customer lists outside the program of which nobody said that they are destroyed."""
        if not any(map(actor.may, REMINDED)):
            return ()
        grace = GRACE[DutyKind.OUTSIDE_LIST]
        return tuple(
            Duty(DutyKind.OUTSIDE_LIST, date.fromisoformat(one.made_on) + grace, one.made_on, one.list)
            for one in self._lists.out(actor)
        )

    @nothing_without(Permission.REGISTER_COPIES)
    def papers(self, actor: Actor) -> tuple[Duty, ...]:
        """One duty for all papers that should be back, from the day of the oldest."""
        if not actor.may(Permission.REGISTER_COPIES):
            return ()
        oldest = self._papers.longest_late(actor)
        return (Duty(DutyKind.PAPERS, date.fromisoformat(oldest)),) if oldest else ()

    @nothing_without(Permission.EDIT_JOBS)
    def manifests(self, actor: Actor) -> tuple[Duty, ...]:
        """The next slip of each job's waste manifest that is to come back, up to the last."""
        if not actor.may(Permission.EDIT_JOBS):
            return ()
        with self._workplace.reading() as session:
            slips = awaited_slips(session)
        return tuple(Duty(DutyKind.MANIFEST_SLIP, slip.due, slip.job_number, slip.job) for slip in slips)

    def _disposal(self, actor: Actor) -> Iterator[Duty]:
        proposes = actor.may(Permission.PROPOSE_DISPOSAL)
        if not proposes and not actor.may(Permission.APPROVE_DISPOSAL):
            return
        with self._workplace.reading() as session:
            reviewed, since = store.month_reviewed(session), store.first_day(session)[:7]
            unsigned = store.certificates_to_sign(session)
        if proposes:
            month, due = review_due(self._workplace.today(), reviewed, since)
            yield Duty(DutyKind.DISPOSAL, due, month)
        for number, batch, issued_on in unsigned:
            due = date.fromisoformat(issued_on) + GRACE[DutyKind.CERTIFICATE]
            yield Duty(DutyKind.CERTIFICATE, due, number, batch)
