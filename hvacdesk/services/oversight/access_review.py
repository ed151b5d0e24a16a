"""The monthly access review: the sheet, who may sign it, and the duty to do so."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from functools import cache

from hvacdesk.documents.oversight.access_review import draw_access_sheet
from hvacdesk.domain.clock import day_begins, day_ends, stamp
from hvacdesk.domain.oversight import access_review as rules
from hvacdesk.domain.oversight.access_review import (
    AlreadySigned,
    CustomerSum,
    Limits,
    MonthNotOver,
    MonthSheet,
    OwnAccess,
    PersonSum,
    ReviewFinding,
    Signature,
    Tally,
)
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.oversight.duties import Duty, DutyKind
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.input_checks import clean_text, known_month
from hvacdesk.domain.text.refused_numbers import check_free_text
from hvacdesk.domain.text.wording import Words
from hvacdesk.resource_files import resource
from hvacdesk.services.calendar.holidays import holiday_name
from hvacdesk.services.oversight.log_witness import checkpoint_note
from hvacdesk.services.permissions import anybody_logged_in, needs, nothing_without
from hvacdesk.services.staff.holders import holders
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.engine import Session
from hvacdesk.store.office import office
from hvacdesk.store.office import today as todays_store
from hvacdesk.store.oversight import access_review as store
from hvacdesk.store.oversight import audit_log
from hvacdesk.store.papers import office_images
from hvacdesk.store.staff.staff import account_names

REMARK_LIMIT = 1_000
_SATURDAY, _SUNDAY = 5, 6


@cache
def shipped_limits() -> Limits:
    """The limits as shipped."""
    return rules.parse_limits(resource("legal", "access_review.toml").read_text(encoding="utf-8"))


class AccessReview:
    """The access review of an open office. An inspector reads and prints, a person responsible signs."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @anybody_logged_in
    def limits(self) -> Limits:
        """What counts as unusual."""
        return shipped_limits()

    @nothing_without(Permission.REVIEW_ACCESS)
    def may_sign(self, actor: Actor) -> bool:
        """Whether the actor signs sheets."""
        return actor.may(Permission.REVIEW_ACCESS)

    @needs(Permission.READ_AUDIT)
    def months(self, actor: Actor) -> tuple[tuple[str, bool], ...]:
        """Every month since the office began with whether its sheet is signed, the newest first."""
        with self._workplace.reading() as session:
            signed, first = store.signed_months(session), todays_store.first_day(session)[:7]
        month, found = self._workplace.today().replace(day=1), []
        while first and f"{month:%Y-%m}" >= first:
            found.append((f"{month:%Y-%m}", f"{month:%Y-%m}" in signed))
            month = (month - timedelta(days=1)).replace(day=1)
        return tuple(found)

    @needs(Permission.READ_AUDIT)
    def sheet(self, actor: Actor, month: str) -> MonthSheet:
        """The sheet of a month ``YYYY-MM``. Raises BadDate."""
        with self._workplace.reading() as session:
            return self._sheet(session, month)

    @needs(Permission.REVIEW_ACCESS)
    def sign(self, actor: Actor, month: str, remark: str = "") -> None:
        """Sign a month's sheet: the person responsible has read it and asked about what is unusual.

        Raises:
            MonthNotOver, AlreadySigned: as they say.
            OwnAccess: it lists the actor's own acts, and another person responsible could sign it.
            InvalidInput: ``remark``.
        """
        said = clean_text("remark", remark, limit=REMARK_LIMIT)
        check_free_text("remark", said)
        with self._workplace.transaction() as session:
            sheet = self._sheet(session, month)
            if not sheet.over:
                raise MonthNotOver
            if sheet.signature is not None:
                raise AlreadySigned
            own = any(person.account == actor.account for person in sheet.people)
            signers = {member.account for member in holders(self._workplace, Permission.REVIEW_ACCESS)}
            if own and signers - {actor.account}:
                raise OwnAccess
            head = sheet.head_sequence, sheet.head_hash
            signed = Signature(actor.name, stamp(self._workplace.now()), *head, own, said)
            store.sign(session, month, actor.account, signed, sheet.findings)
            office.drop_drafts_about(session, month)
            self._workplace.record(
                session,
                actor,
                Action.ACCESS_REVIEWED,
                month=month,
                findings=len(sheet.findings),
                alone=own,
            )

    @needs(Permission.READ_AUDIT)
    def sheet_pdf(self, actor: Actor, month: str, words: Words) -> bytes:
        """The sheet as a paper 閲覧点検表, with the end of the log's chain."""
        with self._workplace.reading() as session:
            letterhead = office_images.letterhead(session)
            sheet = self._sheet(session, month)
            signed = sheet.signature
            end = sheet.head_sequence if signed is None else signed.head_sequence
            checkpoint = checkpoint_note(self._workplace, session, end)
        today = self._workplace.today().isoformat()
        return draw_access_sheet(sheet, shipped_limits(), words, letterhead, today, checkpoint)

    @needs(Permission.READ_AUDIT)
    def sheet_printed(self, actor: Actor, month: str) -> None:
        """Note that the printer took the sheet."""
        known_month("month", month)
        with self._workplace.transaction() as session:
            self._workplace.record(session, actor, Action.ACCESS_REVIEW_PRINTED, month=month)

    @nothing_without(Permission.REVIEW_ACCESS)
    def waiting(self, actor: Actor) -> int:
        """How many months wait for a signature; 0 for a person who does not sign."""
        return len(self._unsigned()) if self.may_sign(actor) else 0

    @nothing_without(Permission.REVIEW_ACCESS)
    def duties(self, actor: Actor) -> tuple[Duty, ...]:
        """The months to sign, each with its day."""
        if not self.may_sign(actor):
            return ()
        return tuple(
            Duty(DutyKind.ACCESS_REVIEW, rules.due_on(month, shipped_limits()), month, month)
            for month in self._unsigned()
        )

    def _unsigned(self) -> tuple[str, ...]:
        with self._workplace.reading() as session:
            signed, since = store.signed_months(session), todays_store.first_day(session)
        return rules.months_to_sign(self._workplace.today(), since, signed)

    def _sheet(self, session: Session, month: str) -> MonthSheet:
        first = date.fromisoformat(f"{known_month('month', month)}-01")
        last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        looks = store.looks(session, stamp(day_begins(first)), stamp(day_ends(last)))
        people, customers = rules.tallies(looks)
        names, numbers = account_names(session), store.numbers(session, customers.keys())
        jobless = store.jobless(session, customers.keys())
        sequence, digest = audit_log.head(session)
        # A customer who exists no more has no number: the beginning of the record id takes its place.
        return MonthSheet(
            month=month,
            people=tuple(
                _person(account, names.get(account, ""), tally) for account, tally in people.items()
            ),
            customers=tuple(
                sorted(
                    (
                        _customer(numbers.get(customer, customer[:8]), names, tally)
                        for customer, tally in customers.items()
                    ),
                    key=lambda one: (-one.reveals - one.prints, one.number),
                )
            ),
            findings=tuple(
                ReviewFinding(
                    pattern,
                    account,
                    names.get(account, ""),
                    when,
                    count,
                    tuple(numbers.get(one, one[:8]) for one in few),
                )
                for pattern, account, when, count, few in rules.unusual(
                    looks, shipped_limits(), _rests_on, jobless
                )
            ),
            head_sequence=sequence,
            head_hash=digest,
            signature=store.signature(session, month, names),
            over=last < self._workplace.today(),
        )


def _rests_on(day: date) -> bool:
    weekday = day.weekday()
    saturday = weekday == _SATURDAY and shipped_limits().rest_on_saturdays
    return weekday == _SUNDAY or saturday or bool(holiday_name(day))


def _person(account: str, name: str, tally: Tally) -> PersonSum:
    return PersonSum(
        account, name, tally.reveals, tally.prints, tally.exports, tally.searches, _reasons(tally.reasons)
    )


def _customer(number: str, names: dict[str, str], tally: Tally) -> CustomerSum:
    people = tuple(sorted(names.get(account, "") for account in tally.accounts))
    return CustomerSum(number, tally.reveals, tally.prints, people, _reasons(tally.reasons))


def _reasons(counted: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(counted.most_common())
