"""The purposes notice and consents of an open office."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from hvacdesk.documents.requests.purposes_notice import draw_purposes_notice
from hvacdesk.domain.clock import stamp
from hvacdesk.domain.errors import ChangedMeanwhile, UserFacingError
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.requests.consents import ConsentEvent, checked_note
from hvacdesk.domain.requests.purposes_notice import (
    NoticeGiven,
    NoticeTexts,
    NoticeVersion,
    NoticeWay,
    checked_texts,
)
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.input_checks import EARLIEST_WORK, clean_date
from hvacdesk.domain.text.wording import Words, phrase
from hvacdesk.services.named_edits import CONSENT, customers_edit
from hvacdesk.services.permissions import needs
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.engine import Session
from hvacdesk.store.jobs import jobs as job_store
from hvacdesk.store.papers import office_images
from hvacdesk.store.requests import consents as store

if TYPE_CHECKING:
    from hvacdesk.store.models import Customer


class NoNoticeYet(UserFacingError):
    """The office has not written its notice."""

    what = phrase("Errors", "The office has not written its purposes notice yet.")
    todo = phrase("Errors", "The person responsible writes it under Safeguards, Purposes notice.")


class Notices:
    """Notices given and consents recorded. Thread-safe."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @needs(Permission.KEEP_REQUESTS)
    def versions(self, actor: Actor) -> tuple[NoticeVersion, ...]:
        """Every wording of the notice, the newest first."""
        with self._workplace.reading() as session:
            return store.versions(session)

    @needs(Permission.MANAGE_OFFICE)
    def write(self, actor: Actor, texts: NoticeTexts, *, shown: int) -> int:
        """Store a new wording, which is given from now on; returns its number.

        Args:
            shown: the number of the wording that it was made from; 0 for the first one.

        Raises:
            ChangedMeanwhile: there is a newer wording by now.
            InvalidInput: an empty part, or one that is too long.
        """
        checked = checked_texts(texts)
        with self._workplace.transaction() as session:
            if next((one.number for one in store.versions(session)), 0) != shown:
                raise ChangedMeanwhile
            number = store.add_version(session, checked, actor.account, self._workplace.today())
            self._workplace.record(session, actor, Action.NOTICE_WRITTEN, version=number)
            return number

    @needs(Permission.KEEP_REQUESTS)
    def pdf(self, actor: Actor, words: Words, number: int = 0) -> bytes:
        """A wording as a PDF; without a number the one in force. Raises :class:`NoNoticeYet`."""
        with self._workplace.reading() as session:
            found = wording(session, number)
            return draw_purposes_notice(found, words, office_images.letterhead(session))

    @needs(Permission.KEEP_REQUESTS)
    def printed(self, actor: Actor, number: int) -> None:
        """Note that the printer took the wording of a number."""
        with self._workplace.transaction() as session:
            found = wording(session, number)
            self._workplace.record(session, actor, Action.NOTICE_PRINTED, version=found.number)

    @needs(Permission.KEEP_REQUESTS)
    def give(self, actor: Actor, customer: str, way: NoticeWay, number: int = 0) -> None:
        """Note, once, that a customer was given the notice today: the wording of a number, or that in force.

        Raises:
            NoNoticeYet: there is none.
        """
        with self._workplace.transaction() as session:
            row = customer_store.get(session, customer)
            note_notice(self._workplace, session, actor, row, way, number)

    @needs(Permission.KEEP_REQUESTS)
    def not_given(self, actor: Actor, customer: str, way: NoticeWay, number: int) -> None:
        """Undo that a customer was given the notice today: the paper never came out of the printer."""
        with self._workplace.transaction() as session:
            row = customer_store.get(session, customer)
            if store.drop_given(session, row, number, way, self._workplace.today()):
                _log(self._workplace, session, actor, Action.NOTICE_NOT_GIVEN, row, number, way)

    @needs(Permission.FIND_CUSTOMERS)
    def given_for_job(self, actor: Actor, job: str) -> bool | None:
        """Whether a job's customer was given the wording in force; None while there is no wording."""
        with self._workplace.reading() as session:
            newest = next((one.number for one in store.versions(session)), 0)
            owner = customer_store.by_key(session, job_store.job(session, job).customer_id)
            known = store.given(session, customer_store.current(session, owner.record_id))
        return any(one.version == newest for one in known) if newest else None

    @needs(Permission.FIND_CUSTOMERS)
    def given(self, actor: Actor, customer: str) -> tuple[NoticeGiven, ...]:
        """When a customer was given the notice, the latest first."""
        with self._workplace.reading() as session:
            return store.given(session, customer_store.current(session, customer))

    @needs(Permission.FIND_CUSTOMERS)
    def in_force(self, actor: Actor) -> int:
        """The number of the wording that is given now; 0 while there is none."""
        with self._workplace.reading() as session:
            return next((one.number for one in store.versions(session)), 0)

    @needs(Permission.KEEP_REQUESTS)
    def record_consent(self, actor: Actor, customer: str, event: ConsentEvent) -> None:
        """Note that a customer agreed to something, declined it or withdrew it; a no holds at once.

        It can be undone.

        Raises:
            InvalidInput: a day to come, or a number that is never kept in the note.
        """
        today = self._workplace.today()
        on = clean_date("on", event.on, EARLIEST_WORK, today) or today.isoformat()
        checked = replace(event, on=on, note=checked_note(event.note))
        with self._workplace.transaction() as session:
            row = customer_store.get(session, customer)
            action = _consent_action(event, store.consent_events(session, row))
            noted = store.note_consent(session, row, checked, actor.account, stamp(self._workplace.now()))
            self._workplace.record(
                session,
                actor,
                action,
                f"customer:{customer}",
                consent=event.kind.value,
                consent_way=event.way.value,
            )
            self._keep_consent(session, actor, customer, noted)

    def _keep_consent(self, session: Session, actor: Actor, customer: str, noted: int) -> None:
        def read(later: Session) -> tuple[ConsentEvent, ...]:
            return store.consent_events(later, customer_store.get(later, customer))

        def restore(later: Session) -> tuple[str, ...]:
            store.drop_consent(later, noted)
            return ("consent",)

        named = customers_edit(session, CONSENT, customer)
        self._workplace.edits.keep(session, actor, f"customer:{customer}", read, restore, named=named)

    @needs(Permission.FIND_CUSTOMERS)
    def consent_events(self, actor: Actor, customer: str) -> tuple[ConsentEvent, ...]:
        """Everything a customer agreed to or withdrew, the latest first."""
        with self._workplace.reading() as session:
            row = customer_store.current(session, customer)
            found = store.consent_events(session, row)
        if actor.may(Permission.REVEAL_CONTACT) and not row.suspended_on:
            return found
        return tuple(replace(event, note="") for event in found)


def note_notice(
    workplace: Workplace,
    session: Session,
    actor: Actor,
    customer: Customer,
    way: NoticeWay,
    number: int = 0,
) -> None:
    """Note within a transaction that a customer was given the notice today, as :meth:`Notices.give`.

    Raises:
        NoNoticeYet: there is none.
    """
    given = wording(session, number).number
    if store.note_given(session, customer, given, way, actor.account, workplace.today()):
        _log(workplace, session, actor, Action.NOTICE_GIVEN, customer, given, way)


def _log(
    workplace: Workplace,
    session: Session,
    actor: Actor,
    action: Action,
    customer: Customer,
    version: int,
    way: NoticeWay,
) -> None:
    subject = f"customer:{customer.record_id}"
    workplace.record(session, actor, action, subject, version=version, notice_way=way.value)


def wording(session: Session, number: int = 0) -> NoticeVersion:
    """A wording; number 0 means the one in force. Raises :class:`NoNoticeYet`."""
    found = next((one for one in store.versions(session) if number in (0, one.number)), None)
    if found is None:
        raise NoNoticeYet
    return found


def _consent_action(event: ConsentEvent, before: Sequence[ConsentEvent]) -> Action:
    """What the log calls it; a no of one who never agreed withdraws nothing."""
    if event.given:
        return Action.CONSENT_GIVEN
    agreed = any(one.given for one in before if one.kind is event.kind)
    return Action.CONSENT_WITHDRAWN if agreed else Action.CONSENT_DECLINED
