"""The register of storage media, and the record of how each was sanitized."""

from __future__ import annotations

from hvacdesk.documents.disposal.media import draw_medium_record
from hvacdesk.domain.disposal.media import (
    MediumFacts,
    MediumRow,
    Sanitized,
    checked_facts,
    checked_sanitized,
)
from hvacdesk.domain.errors import ChangedMeanwhile
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.wording import Words
from hvacdesk.services.permissions import needs, nothing_without
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.disposal import media as store
from hvacdesk.store.office import office
from hvacdesk.store.oversight import tied
from hvacdesk.store.papers import office_images


class Media:
    """The register of an open office. Those who may propose a disposal write it, an inspector reads it."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @nothing_without(Permission.PROPOSE_DISPOSAL)
    def may_keep(self, actor: Actor) -> bool:
        """Whether the actor may add media and say what was done with them."""
        return actor.may(Permission.PROPOSE_DISPOSAL)

    @needs(Permission.READ_LEDGER, Permission.PROPOSE_DISPOSAL)
    def all(self, actor: Actor) -> tuple[MediumRow, ...]:
        """Every medium, those in use first."""
        with self._workplace.reading() as session:
            return store.everything(session)

    @needs(Permission.PROPOSE_DISPOSAL)
    def staff(self, actor: Actor) -> tuple[str, ...]:
        """The names of everybody who works with the program, as users of media and as witnesses."""
        with self._workplace.reading() as session:
            return tuple(row.name for row in office.accounts(session) if row.active)

    @needs(Permission.PROPOSE_DISPOSAL)
    def register(self, actor: Actor, facts: MediumFacts) -> str:
        """Register a medium; returns its record id. Raises :class:`InvalidInput`."""
        checked = checked_facts(facts)
        with self._workplace.transaction() as session:
            row = store.add(session, checked, actor.account, self._workplace.today())
            self._workplace.record(
                session,
                actor,
                Action.MEDIUM_REGISTERED,
                f"medium:{row.record_id}",
                ties=[tied.medium(row.record_id)],
                kind=row.kind,
            )
            return row.record_id

    @needs(Permission.PROPOSE_DISPOSAL)
    def change(self, actor: Actor, medium: str, facts: MediumFacts, *, shown: MediumFacts) -> None:
        """Correct the facts of a medium in use.

        Args:
            shown: the facts that the correction was made from.

        Raises:
            ChangedMeanwhile: others are known by now.
            InvalidInput: names the field.
            RecordGone: there is no such medium, or it was sanitized.
        """
        checked = checked_facts(facts)
        with self._workplace.transaction() as session:
            if store.facts_in_use(session, medium) != shown:
                raise ChangedMeanwhile
            if fields := store.change(session, medium, checked):
                self._workplace.record(
                    session,
                    actor,
                    Action.MEDIUM_CHANGED,
                    f"medium:{medium}",
                    ties=[tied.medium(medium)],
                    fields=sorted(fields),
                )

    @needs(Permission.PROPOSE_DISPOSAL)
    def sanitize(self, actor: Actor, medium: str, done: Sanitized, *, shown: MediumFacts) -> None:
        """Write down what was done with a medium; it is never changed afterwards.

        Args:
            shown: the facts of the medium that was in hand.

        Raises:
            ChangedMeanwhile: others are known by now.
            InvalidInput: something that a record must say is missing.
            RecordGone: it was written down already.
        """
        checked = checked_sanitized(done, shown.kind, self._workplace.today().isoformat())
        with self._workplace.transaction() as session:
            if store.facts_in_use(session, medium) != shown:
                raise ChangedMeanwhile
            store.note_sanitized(session, medium, checked, actor.account)
            self._workplace.record(
                session,
                actor,
                Action.MEDIUM_SANITIZED,
                f"medium:{medium}",
                ties=[tied.medium(medium)],
                sanitization=checked.sanitization.value,
                technique=checked.technique.value,
                verification=checked.verification.value,
                destination=checked.destination.value,
            )

    @needs(Permission.READ_LEDGER, Permission.PROPOSE_DISPOSAL)
    def record_pdf(self, actor: Actor, medium: str, words: Words) -> bytes:
        """The record of one sanitized medium as a PDF. Raises :class:`RecordGone`."""
        with self._workplace.reading() as session:
            letterhead = office_images.letterhead(session)
            return draw_medium_record(store.one(session, medium), words, letterhead)
