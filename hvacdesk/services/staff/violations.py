"""The record of violations and what followed 違反・処分の記録, which owners alone see."""

from __future__ import annotations

from hvacdesk.documents.staff.violations import draw_violations
from hvacdesk.domain.errors import InvalidInput
from hvacdesk.domain.office.office import StaffMember
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.papers.printed_lists import DrawnRegister
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.staff.violations import (
    Consequence,
    ViolationRecord,
    ViolationRow,
    checked_violation,
)
from hvacdesk.domain.text.input_checks import check_limit
from hvacdesk.domain.text.wording import Words, phrase
from hvacdesk.services.allowed_numbers import note_allowed
from hvacdesk.services.permissions import needs
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.engine import Session
from hvacdesk.store.office import office
from hvacdesk.store.papers import office_images
from hvacdesk.store.staff import violations as store


class NothingFollowed(InvalidInput):
    """A record cannot be closed before it says what followed."""

    what = phrase("Errors", "It is not written down yet what followed.")
    todo = phrase("Errors", "Choose what followed, or “No penalty”, save, and close the record then.")


class Violations:
    """The violations of an open office."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @needs(Permission.RECORD_VIOLATIONS)
    def all(self, actor: Actor) -> tuple[ViolationRow, ...]:
        """Every record, the open ones first."""
        with self._workplace.reading() as session:
            return store.everything(session)

    @needs(Permission.RECORD_VIOLATIONS)
    def staff(self, actor: Actor) -> tuple[StaffMember, ...]:
        """Whom a record can be about: everybody who works or worked here."""
        with self._workplace.reading() as session:
            return tuple(
                StaffMember(row.record_id, row.name, tuple(row.roles.split(",")), active=row.active)
                for row in office.accounts(session)
            )

    @needs(Permission.RECORD_VIOLATIONS)
    def record(self, actor: Actor, record: ViolationRecord, *, allow_number: bool = False) -> str:
        """Write a violation down; returns the record id. Raises :class:`InvalidInput`."""
        checked = checked_violation(record, self._workplace.today(), allow_number=allow_number)
        with self._workplace.transaction() as session:
            self._require_staff(session, checked.account)
            row = store.add(session, checked, actor.account, self._workplace.today())
            subject = f"violation:{row.record_id}"
            self._workplace.record(
                session,
                actor,
                Action.VIOLATION_RECORDED,
                subject,
                violation_kind=row.kind,
                consequence=row.consequence,
            )
            if allow_number:
                self._note_allowed(session, actor, subject, record)
            return row.record_id

    @needs(Permission.RECORD_VIOLATIONS)
    def change(
        self,
        actor: Actor,
        violation: str,
        version: int,
        record: ViolationRecord,
        *,
        allow_number: bool = False,
    ) -> None:
        """Change an open record.

        Raises:
            InvalidInput: a value cannot be stored.
            ChangedMeanwhile: someone saved it since ``version``.
            RecordGone: it is closed.
        """
        checked = checked_violation(record, self._workplace.today(), allow_number=allow_number)
        with self._workplace.transaction() as session:
            self._require_staff(session, checked.account)
            fields = store.change(session, violation, version, checked)
            subject = f"violation:{violation}"
            self._workplace.record(session, actor, Action.VIOLATION_CHANGED, subject, fields=sorted(fields))
            if allow_number:
                self._note_allowed(session, actor, subject, record)

    @needs(Permission.RECORD_VIOLATIONS)
    def close(self, actor: Actor, violation: str, version: int) -> None:
        """Close a record, which cannot be changed afterwards.

        Raises:
            NothingFollowed: what followed is not decided yet.
            ChangedMeanwhile, RecordGone: as for :meth:`change`.
        """
        with self._workplace.transaction() as session:
            followed = store.close(session, violation, version, actor.account, self._workplace.today())
            if followed is Consequence.UNDECIDED:
                raise NothingFollowed("consequence")
            self._workplace.record(
                session,
                actor,
                Action.VIOLATION_CLOSED,
                f"violation:{violation}",
                consequence=followed.value,
            )

    @needs(Permission.RECORD_VIOLATIONS)
    def record_pdf(self, actor: Actor, words: Words) -> DrawnRegister:
        """The whole record as a PDF."""
        with self._workplace.reading() as session:
            rows = store.everything(session)
            letterhead = office_images.letterhead(session)
        pdf = draw_violations(rows, words, letterhead, self._workplace.today().isoformat())
        return DrawnRegister(pdf, len(rows))

    @needs(Permission.RECORD_VIOLATIONS)
    def printed(self, actor: Actor, records: int) -> None:
        """Note that the printer took so many records: those on the paper, whatever was recorded since."""
        check_limit("records", records)
        with self._workplace.transaction() as session:
            self._workplace.record(session, actor, Action.VIOLATIONS_PRINTED, records=records)

    def _require_staff(self, session: Session, account: str) -> None:
        if all(row.record_id != account for row in office.accounts(session)):
            raise InvalidInput("account")

    def _note_allowed(self, session: Session, actor: Actor, subject: str, record: ViolationRecord) -> None:
        note_allowed(
            self._workplace,
            session,
            actor,
            subject,
            lambda: checked_violation(record, self._workplace.today()),
        )
