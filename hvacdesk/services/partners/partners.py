"""The register of partner firms and client contractors, and the yearly checks."""

from __future__ import annotations

from datetime import date

from hvacdesk.documents.partners.partner_checks import draw_partner_check
from hvacdesk.domain.errors import ChangedMeanwhile
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.oversight.duties import Duty, DutyKind
from hvacdesk.domain.oversight.small_firm import Relief
from hvacdesk.domain.partners.firm_names import FirmName
from hvacdesk.domain.partners.partner_checks import CheckRow, FirmCheck, checked
from hvacdesk.domain.partners.partners import FirmFacts, FirmRow, checked_facts
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.wording import Words
from hvacdesk.services.permissions import needs, nothing_without
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.papers import office_images
from hvacdesk.store.partners import partners as store

READERS = (Permission.KEEP_PARTNERS, Permission.REGISTER_COPIES, Permission.READ_LEDGER)
"""Any one of these shows the register and the ledger, which name no customer but by number."""


class Partners:
    """The firms of an open office. The person responsible writes, the desk and an inspector read."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @nothing_without(Permission.KEEP_PARTNERS)
    def may_keep(self, actor: Actor) -> bool:
        """Whether the actor may register, change and check firms."""
        return actor.may(Permission.KEEP_PARTNERS)

    @needs(*READERS)
    def all(self, actor: Actor) -> tuple[FirmRow, ...]:
        """Every firm, those without an entry last."""
        with self._workplace.reading() as session:
            return store.everything(session, self._workplace.today())

    @needs(Permission.EDIT_JOBS)
    def names(self, actor: Actor) -> tuple[FirmName, ...]:
        """The firms for those who book jobs, those that the register has first."""
        with self._workplace.reading() as session:
            return store.written_names(session, self._workplace.today())

    @needs(Permission.KEEP_PARTNERS)
    def register(self, actor: Actor, facts: FirmFacts) -> str:
        """Register a firm; returns its record id. Raises :class:`InvalidInput`, :class:`FirmTaken`."""
        known = checked_facts(facts)
        with self._workplace.transaction() as session:
            row = store.add(session, known, actor.account, self._workplace.today())
            self._workplace.record(session, actor, Action.FIRM_REGISTERED, f"firm:{row.record_id}")
            return row.record_id

    @needs(Permission.KEEP_PARTNERS)
    def change(self, actor: Actor, firm: str, facts: FirmFacts, *, shown: FirmFacts) -> None:
        """Change a firm.

        Args:
            shown: the facts that the change was made from.

        Raises:
            ChangedMeanwhile: others are known by now.
            InvalidInput, FirmTaken, RecordGone: as they say.
        """
        known = checked_facts(facts)
        with self._workplace.transaction() as session:
            row = store.get(session, firm)
            if store.facts_of(row) != shown:
                raise ChangedMeanwhile
            fields = store.change(session, row, known)
            if fields:
                self._workplace.record(
                    session, actor, Action.FIRM_CHANGED, f"firm:{firm}", fields=sorted(fields)
                )

    @needs(Permission.KEEP_PARTNERS)
    def check(self, actor: Actor, firm: str, check: FirmCheck) -> str:
        """Write a check down; returns its record id. Raises :class:`InvalidInput`, :class:`RecordGone`."""
        done = checked(check, self._workplace.today().isoformat())
        with self._workplace.transaction() as session:
            row = store.get(session, firm)
            record = store.add_check(session, row, done, actor.account, self._workplace.now())
            self._workplace.record(
                session, actor, Action.FIRM_CHECKED, f"firm:{firm}", check_result=done.result.value
            )
            return record

    @needs(*READERS)
    def checks(self, actor: Actor, firm: str) -> tuple[CheckRow, ...]:
        """The checks of a firm, the newest first. Raises :class:`RecordGone`."""
        with self._workplace.reading() as session:
            return store.checks(session, store.get(session, firm))

    @needs(*READERS)
    def check_pdf(self, actor: Actor, check: str, words: Words) -> bytes:
        """The record of one check as a PDF. Raises :class:`RecordGone`."""
        with self._workplace.reading() as session:
            return draw_partner_check(
                store.one_check(session, check), words, office_images.letterhead(session)
            )

    @needs(*READERS)
    def relief(self, actor: Actor) -> Relief:
        """What speaks for and against the relief for small firms."""
        with self._workplace.reading() as session:
            since = self._workplace.today() - store.NAMED_SINCE
            return Relief(store.people(session), store.clients(session, since))

    @nothing_without(Permission.KEEP_PARTNERS)
    def duties(self, actor: Actor) -> tuple[Duty, ...]:
        """The next check of each partner firm, for those who keep the register."""
        if not actor.may(Permission.KEEP_PARTNERS):
            return ()
        with self._workplace.reading() as session:
            firms = store.registered(session, self._workplace.today())
        return tuple(
            Duty(DutyKind.PARTNER_CHECK, date.fromisoformat(row.next_check), row.facts.firm, row.record)
            for row in firms
            if row.next_check
        )
