"""Approving a disposal: another person does, or, where there is no other, the same one on a later day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from hvacdesk.domain.clock import moment_of, office_day, stamp
from hvacdesk.domain.disposal.disposal import BatchState
from hvacdesk.domain.disposal.place_decisions import PlaceToDecide
from hvacdesk.domain.errors import NotPermitted
from hvacdesk.domain.office.office import StaffMember
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.services.disposal.clock_check import require_sound_clock
from hvacdesk.services.disposal.errors import AnotherMayApprove, ConfirmLater, SameProposer, WrongState
from hvacdesk.services.disposal.permission import PART
from hvacdesk.services.disposal.place_decisions import Places, not_shown
from hvacdesk.services.office.settings import DEFAULTS
from hvacdesk.services.permissions import anybody_logged_in, body_decides, needs
from hvacdesk.services.staff.holders import holders
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.disposal import disposal as store
from hvacdesk.store.disposal import place_decisions
from hvacdesk.store.engine import Session
from hvacdesk.store.office import office
from hvacdesk.store.oversight import tied

if TYPE_CHECKING:
    from hvacdesk.store.models import DisposalBatch

WAITING_DAYS = "disposal_waiting_days"


class Approvals:
    """Approvals of an open office."""

    def __init__(self, workplace: Workplace, places: Places) -> None:
        self._workplace = workplace
        self._places = places

    @needs(*PART)
    def approvers(self, actor: Actor, batch: str) -> tuple[StaffMember, ...]:
        """Those who may approve the batch: everyone eligible but its proposer."""
        with self._workplace.reading() as session:
            proposer = store.get_batch(session, batch).proposed_by
        return tuple(member for member in eligible(self._workplace) if member.account != proposer)

    @anybody_logged_in
    def only_one_eligible(self, actor: Actor) -> bool:
        """Whether nobody but the actor may approve disposals."""
        return {member.account for member in eligible(self._workplace)} == {actor.account}

    @needs(*PART)
    @body_decides("the approver named proves it by their passphrase, and may approve")
    def approve_beside(
        self,
        actor: Actor,
        batch: str,
        approver_account: str,
        approver_passphrase: str,
        seen: Sequence[PlaceToDecide] = (),
    ) -> None:
        """Let another person approve in the actor's session, by typing their passphrase into the wizard.

        Args:
            seen: the other places as they are shown, with the decisions that are approved.

        Raises:
            SameProposer: they proposed it; no passphrase was tried.
            DecisionsChanged: of a place something else is decided than was shown.
            PlacesUndecided: there is a place about which nothing was decided.
            WrongPassphrase, TooManyTries, SlotGone: the vault's; the try is counted.
            NotPermitted: they may not approve.
        """
        self._require_another_proposer(batch, approver_account)
        vault = self._workplace.vault
        roles = vault.slots.check_credentials(approver_account, approver_passphrase)
        names = {slot.slot_id: slot.name for slot in vault.staff}
        approver = Actor(approver_account, names[approver_account], roles)
        self._approve(approver, batch, seen, sat_at=actor.account)

    @needs(Permission.APPROVE_DISPOSAL)
    @body_decides("neither who proposed it, nor anybody before their first login")
    def approve(self, actor: Actor, batch: str, seen: Sequence[PlaceToDecide] = ()) -> None:
        """Approve from the approver's own session, with the places ``seen`` there.

        Raises:
            SameProposer, NotPermitted: they may not approve it.
            PlacesUndecided, DecisionsChanged: there is a place about which nothing, or something else, was
                decided.
        """
        self._require_another_proposer(batch, actor.account)
        self._approve(actor, batch, seen, sat_at=actor.account)

    @needs(Permission.APPROVE_DISPOSAL)
    @body_decides("where nobody else may approve, and on a later day than it was proposed")
    def confirm_alone(self, actor: Actor, batch: str, seen: Sequence[PlaceToDecide] = ()) -> None:
        """Confirm one's own proposal on a later day, where nobody else may approve; the certificate says so.

        Raises:
            AnotherMayApprove: somebody else may.
            WrongState: it is not proposed, or somebody else proposed it: then it is approved as any other.
            ConfirmLater: it is still the day of the proposal.
            PlacesUndecided, DecisionsChanged: there is a place about which nothing, or something else, was
                decided.
        """
        self._require_eligible(actor)
        if not self.only_one_eligible(actor):
            raise AnotherMayApprove
        self._places.require_decided(batch, seen)
        with self._workplace.transaction() as session:
            row = _proposed(session, batch)
            if row.proposed_by != actor.account:
                raise WrongState
            if self._workplace.today() <= office_day(moment_of(row.proposed_at)):
                raise ConfirmLater
            store.note_alone(row)
            self._note_approval(session, row, actor, seen, sat_at=actor.account)

    @needs(*PART)
    def reject(self, actor: Actor, batch: str) -> None:
        """Send a batch back, even an approved one; the month's next review starts from its decisions."""
        with self._workplace.transaction() as session:
            row = store.get_batch(session, batch)
            if row.state not in {BatchState.PROPOSED, BatchState.APPROVED}:
                raise WrongState
            store.reject(row)
            self._workplace.record(session, actor, Action.DISPOSAL_REJECTED, f"batch:{row.record_id}")

    def _approve(self, approver: Actor, batch: str, seen: Sequence[PlaceToDecide], *, sat_at: str) -> None:
        self._require_eligible(approver)
        self._places.require_decided(batch, seen)  # reads all of the file: nobody who writes waits
        with self._workplace.transaction() as session:
            row = _proposed_by_another(session, batch, approver.account)
            self._note_approval(session, row, approver, seen, sat_at=sat_at)

    def _note_approval(
        self,
        session: Session,
        row: DisposalBatch,
        approver: Actor,
        seen: Sequence[PlaceToDecide],
        *,
        sat_at: str,
    ) -> None:
        """``sat_at`` is the account in whose session the approver sat."""
        require_sound_clock(self._workplace, session)
        place_decisions.drop(session, not_shown(session, row, seen))
        store.approve(row, approver.account, stamp(self._workplace.now()))
        self._workplace.record(
            session,
            approver,
            Action.DISPOSAL_APPROVED,
            f"batch:{row.record_id}",
            ties=tied.decided_of(row.record_id),
            customers=len(store.chosen(session, row)),
            sat_at=sat_at,
            alone=row.alone,
        )

    def _require_another_proposer(self, batch: str, approver: str) -> None:
        """Before a passphrase is tried, and before all of the file is read."""
        with self._workplace.reading() as session:
            _proposed_by_another(session, batch, approver)

    def _require_eligible(self, actor: Actor) -> None:
        actor.require(Permission.APPROVE_DISPOSAL)
        if actor.account not in {member.account for member in eligible(self._workplace)}:
            raise NotPermitted(permission=Permission.APPROVE_DISPOSAL.value)


def eligible(workplace: Workplace) -> tuple[StaffMember, ...]:
    """Everyone who may approve disposals and has logged in at least once, by the signed roster."""
    return holders(workplace, Permission.APPROVE_DISPOSAL)


def first_day(session: Session, batch: DisposalBatch) -> date:
    """The first day on which an approved batch may be carried out."""
    return office_day(moment_of(batch.approved_at)) + timedelta(days=waiting_days(session))


def waiting_days(session: Session) -> int:
    """How many days lie between approval and destruction: the office's setting."""
    value = office.setting(session, office.OFFICE, WAITING_DAYS)
    return int(DEFAULTS[WAITING_DAYS] if value is None else value)


def _proposed(session: Session, batch: str) -> DisposalBatch:
    row = store.get_batch(session, batch)
    if row.state != BatchState.PROPOSED:
        raise WrongState
    return row


def _proposed_by_another(session: Session, batch: str, approver: str) -> DisposalBatch:
    row = _proposed(session, batch)
    if row.proposed_by == approver:
        raise SameProposer
    return row
