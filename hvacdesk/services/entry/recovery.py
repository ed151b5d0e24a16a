"""After the recovery sheet opened the office: a person responsible gets in again, with this computer."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.office.office import StaffMember
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.services.oversight.audit_log import AuditLog
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.engine import Session
from hvacdesk.store.entry import recovery_sheets
from hvacdesk.vault.device.keyring_store import DeviceKeyring


class Recovery:
    """What a session that the recovery sheet opened is for.

    Args:
        key_store: asks for this computer's key store, which gets the office's new secret; it may be missing
            until then.
    """

    def __init__(self, workplace: Workplace, actor: Actor, key_store: Callable[[], DeviceKeyring]) -> None:
        self._workplace = workplace
        self._actor = actor
        self._key_store = key_store

    def owners(self) -> tuple[StaffMember, ...]:
        """Those who may be given a passphrase: everybody else is reset by one of them."""
        return tuple(
            StaffMember(slot.slot_id, slot.name, tuple(sorted(role.value for role in slot.roles)))
            for slot in self._workplace.vault.staff
            if Role.OWNER in slot.roles
        )

    def note_use(self, session: Session) -> None:
        """Log that the sheet was used: its code was typed in, so another one should take its place."""
        recovery_sheets.expose(session, self._workplace.today())
        sheet = self._workplace.vault.recovery_sheet
        self._workplace.record(session, self._actor, Action.RECOVERY_USED, f"sheet:{sheet.number}")

    def take_over(self, account: str, passphrase: str) -> None:
        """Give an owner a passphrase and this computer a secret, in one step that changes the keys.

        Everybody else keeps their passphrase. The sheet should be replaced: its code was typed in.

        Raises:
            PassphraseRefused: the passphrase is not good enough.
            SlotGone: there is no such account.
            KeyringMissing, KeyringRefused and other failures: everything is as it was.
        """
        vault, secrets = self._workplace.vault, self._key_store()

        def note(session: Session) -> None:
            self._workplace.record(
                session, self._actor, Action.ACCOUNT_RESET, f"account:{account}", by="recovery"
            )

        with self._workplace.sole_writer():
            self._workplace.exchange_keys(
                lambda: vault.epochs.take_over(account, passphrase, secrets=secrets, payment=None)
            )
            self._workplace.note_keys(self._actor, note)
        with suppress(UserFacingError):  # the next close notes it, too
            AuditLog(self._workplace).write_anchor()
