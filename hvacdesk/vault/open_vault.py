"""An opened office: what a session changes of its keys, its recovery sheet and the logins that open it."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from hvacdesk.domain.entry.keys import DeviceLogin
from hvacdesk.domain.roles import Role
from hvacdesk.vault import errors, folder
from hvacdesk.vault.device import device_state
from hvacdesk.vault.device import secret_handover as logins
from hvacdesk.vault.device.keyring_store import Secrets
from hvacdesk.vault.keyfile import grants, staff
from hvacdesk.vault.keyfile.grants import Kind, OfficeKeys
from hvacdesk.vault.keyfile.key_file_store import OpenKeyFile
from hvacdesk.vault.keyfile.recovery import SheetDraft
from hvacdesk.vault.keyfile.sealing import device_account
from hvacdesk.vault.keyfile.throttle import Clock, Throttle
from hvacdesk.vault.session import RECOVERY_SLOT, SheetStanding, VaultClosed
from hvacdesk.vault.staff_session import StaffSession

if TYPE_CHECKING:
    from hvacdesk.vault.database.rewrite import Beside
    from hvacdesk.vault.keyfile.rotation import PaymentColumn, Plan

__all__ = ["RECOVERY_SLOT", "OpenVault", "SheetStanding", "VaultClosed"]


class OpenVault(StaffSession):
    """One person's session in an open office."""

    @property
    def recovery_sheet(self) -> SheetStanding:
        """Which recovery sheet opens the office now."""
        return SheetStanding.of(self._read())

    def prepare_sheet(self, created: date) -> SheetDraft:
        """A new recovery sheet to print and to retype; it counts once it is a rotation's :attr:`Plan.sheet`.

        Raises:
            NotPermitted: this session does not hold the signing key.
            KeyringMissing: there is no key store.
        """
        from hvacdesk.vault.keyfile import rotation

        self._signing_keys()
        signer = self._contents.body.roster.signer
        if self._book.secrets is None:
            raise errors.KeyringMissing
        epoch = rotation.free_epoch(self._book.home, self.office_id, self._book.secrets, self.epoch)
        return SheetDraft(self.recovery_sheet.number + 1, self.office_id, epoch, created, signer)

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
        again. The former epoch stays, and :attr:`former_epochs` names it, until
        :meth:`discard_former_epochs`.

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

        keys = self._signing_keys()
        store = secrets or self._book.secrets
        if store is None:
            raise errors.KeyringMissing
        plan = plan or rotation.Plan()
        with self._lock:
            rotated = rotation.rotate(self._book, keys, store, plan, clock, beside)
            self._book, self._contents = rotated.book, rotated.contents
            self._held = _carried(rotated.keys, self._contents, self.slot_id)
        if self._throttle is None:
            self._throttle = Throttle(store, self.office_id, clock, self._book.home)
        if plan.leaving is not None:
            self._throttle.forget(plan.leaving)
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

        contents = self._read()
        if self.slot_id != RECOVERY_SLOT or Role.OWNER not in contents.roster.entry(slot_id).roles:
            raise ValueError("a recovery gives an owner a passphrase, and nobody else")
        person = staff.renewed(contents, slot_id, passphrase)
        self.rotate(rotation.Plan(payment=payment, person=person), secrets=secrets, clock=clock)

    @property
    def former_epochs(self) -> tuple[int, ...]:
        """Epochs whose files still exist: the last rotation is pending."""
        from hvacdesk.vault.keyfile import rotation

        return rotation.former_epochs(self._book.home, self.epoch)

    def discard_former_epochs(self) -> None:
        """End a rotation: remove former device secrets and files. Only when the new epoch is backed up.

        Raises:
            KeyringMissing, KeyringLocked, KeyringReadOnly, KeyringKeepsSecret: a secret stays, and its
                file with it.
        """
        from hvacdesk.vault.keyfile import rotation

        if self._book.secrets is None:
            raise errors.KeyringMissing
        rotation.discard_former(self._book.home, self.office_id, self.epoch, self._book.secrets)

    @property
    def logins(self) -> tuple[DeviceLogin, ...]:
        """The logins of this computer that may open the office; one without id where there is one only.

        Raises:
            KeyringMissing, KeyringLocked: the key store cannot be asked which one this is.
        """
        contents, keyring = self._read(), self._book.secrets
        this = None if keyring is None else device_state.read(keyring, self.office_id)
        if not contents.body.logins and keyring is not None:
            return (DeviceLogin("", "", self.epoch, here=True),)
        return tuple(
            DeviceLogin(
                login.login,
                login.name,
                login.epoch,
                here=this is not None and this.login == login.login,
                by_itself=logins.goes_forward(login, contents.file),
            )
            for login in contents.body.logins
        )

    def invite_login(self, name: str, now: float) -> str:
        """Let another login of this computer enrol itself: one-time words, for a day.

        Args:
            name: what to call the login on the list.
            now: seconds since 1970.

        Raises:
            NotPermitted: this session does not hold the signing key.
            KeyringMissing: this session came from the recovery sheet; it takes over first.
            DeviceSecretMissing: the key store lost the office's secret meanwhile.
            DiskFull, FolderReadOnly, DatabaseBusy: there is no invitation.
        """
        from hvacdesk.vault.device import enrolment
        from hvacdesk.vault.keyfile.passphrase import generate_passphrase

        self._signing_keys()
        keyring = self._book.secrets
        if keyring is None:
            raise errors.KeyringMissing
        secret = keyring.read(device_account(self.office_id, self.epoch))
        if secret is None:
            raise errors.DeviceSecretMissing
        this = device_state.known(keyring, self._read())
        self._change(lambda contents: device_state.listed(contents, this))
        folder.share_with_group(self._book.home)
        words = generate_passphrase()
        contents = self._read()
        enrolment.write(self._book.home, contents, secret, name, words, staff.present_cost(contents), now)
        return words

    def withdraw_login(self, login: str) -> None:
        """Shut a login of this computer out: a rotation, after which others have to be enrolled again.

        Raises:
            LoginGone: it is not on the list.
            ValueError: it is the login that runs this program.
            UserFacingError: as for :meth:`rotate`.
        """
        from hvacdesk.vault.keyfile import rotation

        self.rotate(rotation.Plan(withdrawing=login))

    def _keys_lost(self, plan: Plan) -> frozenset[Kind]:
        from hvacdesk.vault.keyfile import rotation_plan as plans

        return plans.keys_lost(self._read().roster, plan)


def _carried(keys: OfficeKeys, contents: OpenKeyFile, slot_id: str) -> OfficeKeys | None:
    """The keys that a slot's roles carry after a rotation; none if the slot was left out."""
    if slot_id == RECOVERY_SLOT:
        return keys
    try:
        roles = contents.roster.entry(slot_id).roles
    except errors.SlotGone:
        return None
    return keys.without(frozenset(Kind) - grants.kinds_of(roles))
