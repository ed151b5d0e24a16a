"""Client contractors' data: jobs that they entrusted the office with, and that their data went back."""

from __future__ import annotations

from datetime import date

from hvacdesk.domain.errors import ChangedMeanwhile
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.oversight.duties import Duty, DutyKind
from hvacdesk.domain.partners.client_data import ClientEnding, ClientJob, checked_ending
from hvacdesk.domain.partners.handovers import HandoverSettled
from hvacdesk.domain.partners.partners import firm_key
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.services.partners.partners import READERS
from hvacdesk.services.permissions import needs, nothing_without
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.partners import client_data as store


class ClientData:
    """What was entrusted to an open office."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @needs(*READERS)
    def all(self, actor: Actor) -> tuple[ClientJob, ...]:
        """Every job for a client contractor: what is to go back first, by day, then the newest."""
        with self._workplace.reading() as session:
            found = store.jobs(session)
        to_do = sorted((job for job in found if job.open), key=lambda job: job.due)
        return (*to_do, *sorted((job for job in found if not job.open), key=_number, reverse=True))

    @needs(Permission.REGISTER_COPIES)
    def confirm(self, actor: Actor, job: str, ending: ClientEnding, ended_on: str, *, shown: str) -> None:
        """Write down that the data of a job was returned or destroyed.

        Args:
            shown: the client contractor whose data it was when that was said.

        Raises:
            ChangedMeanwhile: the job is for another one by now.
            InvalidInput: the work was not done by that day, or it is a day to come.
            HandoverSettled: that is written down already.
            RecordGone: the job is for no client contractor.
        """
        with self._workplace.transaction() as session:
            found = store.one(session, job)
            if found.ending is not None:
                raise HandoverSettled
            if found.client != shown:
                raise ChangedMeanwhile
            day = checked_ending(found.done_on, ended_on, self._workplace.today().isoformat())
            store.note_back(session, found, ending, day, actor.account, self._workplace.now())
            self._workplace.record(session, actor, Action.CLIENT_DATA_BACK, f"job:{job}", ending=ending.value)

    @nothing_without(Permission.REGISTER_COPIES)
    def duties(self, actor: Actor) -> tuple[Duty, ...]:
        """One for each client whose data is to go back, by the earliest day."""
        if not actor.may(Permission.REGISTER_COPIES):
            return ()
        with self._workplace.reading() as session:
            found = sorted(store.jobs(session, to_do=True), key=lambda job: job.due)
        first: dict[str, ClientJob] = {}
        for job in found:
            if job.open:
                first.setdefault(firm_key(job.client), job)
        return tuple(
            Duty(DutyKind.CLIENT_DATA, date.fromisoformat(job.due), job.client, job.firm_record)
            for job in first.values()
        )


def _number(job: ClientJob) -> str:
    return job.job_number
