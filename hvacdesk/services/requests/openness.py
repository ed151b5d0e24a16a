"""What a customer may know of their own data, as their page shows it: kinds and counts, no values."""

from __future__ import annotations

from datetime import date

from hvacdesk.domain.periods import ONE_DAY
from hvacdesk.domain.requests.consents import ConsentEvent
from hvacdesk.domain.requests.openness import HeldKind, KeptUntil, Openness
from hvacdesk.domain.requests.purposes_notice import NoticeGiven
from hvacdesk.domain.requests.requests import RequestRow
from hvacdesk.domain.retention.record_fields import RecordField
from hvacdesk.domain.retention.retention import RetentionVerdict, Standing
from hvacdesk.domain.retention.retention_words import verdict_sentence
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.services.permissions import needs
from hvacdesk.services.requests.purposes_notice import Notices
from hvacdesk.services.requests.requests import Requests
from hvacdesk.services.retention.retention import judged
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.customers import customers, merging
from hvacdesk.store.disposal import erasure
from hvacdesk.store.incidents import affected
from hvacdesk.store.partners import client_data
from hvacdesk.store.requests import consents, openness


class OpennessPages:
    """The customers' own pages of an open office."""

    def __init__(self, workplace: Workplace, notices: Notices, requests: Requests) -> None:
        self._workplace = workplace
        self._notices = notices
        self._requests = requests

    @needs(Permission.FIND_CUSTOMERS)
    def page(self, actor: Actor, customer: str) -> Openness:
        """What is held, why and until when, who saw it, and what the customer was told and agreed to."""
        given: tuple[NoticeGiven, ...] = self._notices.given(actor, customer)
        events: tuple[ConsentEvent, ...] = self._notices.consent_events(actor, customer)
        requests: tuple[RequestRow, ...] = self._requests.of_customer(actor, customer)
        with self._workplace.reading() as session:
            row = customers.current(session, customer)
            keys = [one.id for one in consents.registrations(session, row)]
            counts = openness.counts(session, erasure.belongings(session, keys))
            verdict = next(iter(judged(self._workplace, session, [row.id]))).verdict
            whole = merging.registrations(session, row.record_id)
            subjects = affected.subjects_of_customers(session, whole)
            looks, latest = openness.looks(session, subjects, affected.seen_then(session, whole))
            papers = openness.papers(session, keys)
            suspended_on = row.suspended_on
            theirs = client_data.of_customers(session, whole)
            clients = tuple(job for job in theirs if job.ending is None)
        return Openness(
            customer=row.record_id,
            suspended_on=suspended_on,
            kept=verdict_sentence(verdict),
            reasons=verdict.reasons,
            disposable_from=_disposable_from(verdict),
            given_back=clients,
            held=tuple(HeldKind(field, counts[field]) for field in RecordField if counts[field]),
            looks=looks,
            last_look=latest,
            papers=papers,
            notices=given,
            consents=events,
            requests=requests,
        )

    @needs(Permission.FIND_CUSTOMERS)
    def kept_until(self, actor: Actor, customer: str) -> KeptUntil:
        """Until when the data is kept, by which rules, and from when on it may be disposed of."""
        with self._workplace.reading() as session:
            row = customers.current(session, customer)
            verdict = next(iter(judged(self._workplace, session, [row.id]))).verdict
        return KeptUntil(verdict_sentence(verdict), verdict.reasons, _disposable_from(verdict))


def _disposable_from(verdict: RetentionVerdict) -> date | None:
    ends = None if verdict.standing is Standing.ON_HOLD else verdict.keep_until
    return ends + ONE_DAY if ends else None
