"""From one epoch of an open office to the next: new keys, a new recovery sheet, who loses what."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.roles import Role
from hvacdesk.vault import errors
from hvacdesk.vault.device.keyring_store import Secrets
from hvacdesk.vault.keyfile import grants, staff
from hvacdesk.vault.keyfile.grants import Kind, OfficeKeys
from hvacdesk.vault.keyfile.key_file_store import OpenKeyFile
from hvacdesk.vault.keyfile.recovery import SheetDraft
from hvacdesk.vault.keyfile.throttle import Clock, Throttle
from hvacdesk.vault.session import RECOVERY_SLOT, Session

if TYPE_CHECKING:
    from hvacdesk.vault.database.rewrite import Beside
    from hvacdesk.vault.keyfile.rotation import PaymentColumn, Plan


class Epochs:
    """The epochs of an open office: begins the next one, and ends those before.

    Attributes:
        kept_because: why the former epoch could not go when that was last tried, such as a locked keyring.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self.kept_because: UserFacingError | None = None

    def prepare_sheet(self, created: date) -> SheetDraft:
        """A new recovery sheet to print and to retype; it counts once it is a rotation's :attr:`Plan.sheet`.

        Raises:
            NotPermitted: this session does not hold the signing key.
            KeyringMissing: there is no key store.
        """
        from hvacdesk.vault.keyfile import rotation

        session = self._session
        session.signing_keys()
        secrets = session.book.secrets
        if secrets is None:
            raise errors.KeyringMissing
        epoch = rotation.free_epoch(session.home, session.office_id, secrets, session.epoch)
        contents = session.read()
        signer = contents.body.roster.signer
        return SheetDraft(contents.file.recovery.number + 1, session.office_id, epoch, created, signer)

    def needs_new_payment_key(self, plan: Plan) -> bool:
        """Whether somebody loses the payment key by this plan, so that it has to reseal the fields."""
        return Kind.PAYMENT in self._keys_lost(plan)

    def needs_new_signing_key(self, plan: Plan) -> bool:
        """Whether somebody loses the signing key by this plan, so that it has to replace it."""
        return Kind.SIGNING in self._keys_lost(plan)

    def rotate(
        self,
        plan: Plan | None = None,
        *,
        secrets: Secrets | None = None,
        clock: Clock = time.time,
        beside: Beside | None = None,
    ) -> None:
        """Bring the office into its next epoch: new database key, new device secret, and what the plan says.

        This session goes on in the new epoch with the keys that its roles still carry; others have to log in
        again. The former epoch stays, and :attr:`former` names it, until
        :meth:`discard_former`.

        Args:
            plan: what else changes; see :class:`hvacdesk.vault.keyfile.rotation.Plan`.
            secrets: the key store for the new secret, where the recovery sheet opened this session without
                one.
            clock: seconds since 1970, for counting login tries in that key store.
            beside: reads the new file while it is compared and checked; see
                :data:`hvacdesk.vault.database.rewrite.Beside`.

        Raises:
            NotPermitted: this session does not hold the signing key.
            KeyringMissing: there is no key store.
            ValueError, UserFacingError: see :func:`hvacdesk.vault.keyfile.rotation.next_epoch`; the former
                epoch is as it was.
        """
        from hvacdesk.vault.keyfile import rotation

        session = self._session
        keys = session.signing_keys()
        store = secrets or session.book.secrets
        if store is None:
            raise errors.KeyringMissing
        plan = plan or rotation.Plan()
        with session.lock:
            rotated = rotation.rotate(session.book, keys, store, plan, clock, beside)
            carried = _carried(rotated.keys, rotated.contents, session.slot_id)
            session.go_on_with(rotated.book, rotated.contents, carried)
        if session.throttle is None:
            session.throttle = Throttle(store, session.office_id, clock, session.home)
        if plan.leaving is not None:
            session.throttle.forget(plan.leaving)
        if plan.sheet is not None:
            plan.sheet.forget()

    def take_over(
        self,
        slot_id: str,
        passphrase: str,
        *,
        secrets: Secrets,
        payment: Sequence[PaymentColumn] | None,
        clock: Clock = time.time,
    ) -> None:
        """After a recovery: give an owner a new passphrase, and this computer a device secret, in one step.

        The step is a rotation, so whatever ends it, either nothing has changed or the owner can log in here
        at once. Everybody else keeps their passphrase. This session goes on as the recovery that it is.

        Args:
            secrets: the key store of this computer.
            payment: the columns to seal under a new payment key; None keeps the payment key.
            clock: seconds since 1970, for counting login tries.

        Raises:
            ValueError: this is no recovery, or the slot is not an owner's.
            SlotGone: there is no such slot.
            PassphraseRefused: the passphrase is not good enough.
            UserFacingError: as for :meth:`rotate`.
        """
        from hvacdesk.vault.keyfile import rotation

        contents = self._session.read()
        if self._session.slot_id != RECOVERY_SLOT or Role.OWNER not in contents.roster.entry(slot_id).roles:
            raise ValueError("a recovery gives an owner a passphrase, and nobody else")
        person = staff.renewed(contents, slot_id, passphrase)
        self.rotate(rotation.Plan(payment=payment, person=person), secrets=secrets, clock=clock)

    @property
    def former(self) -> tuple[int, ...]:
        """Epochs whose files still exist: the last rotation is pending."""
        from hvacdesk.vault.keyfile import rotation

        return rotation.former_epochs(self._session.home, self._session.epoch)

    def discard_former(self) -> None:
        """End a rotation: remove former device secrets and files. Only when the new epoch is backed up.

        Raises:
            KeyringMissing, KeyringLocked, KeyringReadOnly, KeyringKeepsSecret: a secret stays, and its
                file with it.
        """
        from hvacdesk.vault.keyfile import rotation

        session = self._session
        self.kept_because = None
        try:
            if session.book.secrets is None:
                raise errors.KeyringMissing
            rotation.discard_former(session.home, session.office_id, session.epoch, session.book.secrets)
        except UserFacingError as error:
            self.kept_because = error
            raise

    def _keys_lost(self, plan: Plan) -> frozenset[Kind]:
        from hvacdesk.vault.keyfile import rotation_plan as plans

        return plans.keys_lost(self._session.read().roster, plan)


def _carried(keys: OfficeKeys, contents: OpenKeyFile, slot_id: str) -> OfficeKeys | None:
    """The keys that a slot's roles carry after a rotation; none if the slot was left out."""
    if slot_id == RECOVERY_SLOT:
        return keys
    try:
        roles = contents.roster.entry(slot_id).roles
    except errors.SlotGone:
        return None
    return keys.without(frozenset(Kind) - grants.kinds_of(roles))
