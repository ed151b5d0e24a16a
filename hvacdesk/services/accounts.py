"""The office's staff: invitations, roles, passphrases and the PIN that re-opens the screen lock."""

from __future__ import annotations

from collections.abc import Iterable

from hvacdesk.domain.audit import Action
from hvacdesk.domain.errors import InvalidInput
from hvacdesk.domain.office import StaffMember
from hvacdesk.domain.roles import Actor, Permission, Role
from hvacdesk.services.workplace import Workplace
from hvacdesk.store import office as store
from hvacdesk.vault.passphrase import check_passphrase, generate_passphrase
from hvacdesk.vault.pin import SessionPin


class Accounts:
    """Accounts of an open office. Who may log in is the vault's roster; this keeps the table beside it."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace
        self._pins: dict[str, SessionPin] = {}

    def list(self, actor: Actor) -> tuple[StaffMember, ...]:
        """Everyone who works or worked here."""
        actor.require(Permission.MANAGE_ACCOUNTS)
        invited = {slot.slot_id for slot in self._workplace.vault.staff if slot.invited}
        with self._workplace.reading() as session:
            return tuple(
                StaffMember(
                    account=row.record_id,
                    name=row.name,
                    roles=tuple(row.roles.split(",")),
                    active=row.active,
                    invited=row.record_id in invited,
                )
                for row in store.accounts(session)
            )

    def invite(self, actor: Actor, name: str, roles: Iterable[Role]) -> tuple[str, str]:
        """Give a new person a key slot; returns the account and the one-time passphrase to hand over.

        The person chooses a passphrase of their own at the first login.
        """
        actor.require(Permission.MANAGE_ACCOUNTS)
        granted = frozenset(roles)
        if not name.strip():
            raise InvalidInput("name")
        if not granted:
            raise InvalidInput("roles")
        one_time = generate_passphrase()
        slot = self._workplace.vault.add_slot(name.strip(), granted, one_time)
        with self._workplace.transaction() as session:
            store.add_account(session, slot.slot_id, slot.name, granted, self._workplace.now())
            self._workplace.record(
                session, actor, Action.ACCOUNT_ADDED, f"account:{slot.slot_id}", roles=_codes(granted)
            )
        return slot.slot_id, one_time

    def change_roles(self, actor: Actor, account: str, roles: Iterable[Role]) -> None:
        """Give further roles. Taking a key away needs a rotation, which the vault refuses to skip."""
        actor.require(Permission.MANAGE_ACCOUNTS)
        granted = frozenset(roles)
        self._workplace.vault.set_roles(account, granted)
        with self._workplace.transaction() as session:
            store.set_roles(session, account, granted)
            self._workplace.record(
                session, actor, Action.ACCOUNT_CHANGED, f"account:{account}", roles=_codes(granted)
            )

    def change_own_passphrase(self, actor: Actor, old: str, new: str) -> None:
        """Replace the actor's passphrase; raises the vault's errors for a wrong or refused one."""
        self._workplace.vault.change_passphrase(old, new)
        self._log(actor, Action.PASSPHRASE_CHANGED)

    def suggest_passphrase(self) -> str:
        """A random passphrase of words that can be read aloud."""
        return generate_passphrase()

    def check_passphrase(self, text: str) -> None:
        """Raise the vault's refusal if the passphrase is too short, too long or too common."""
        check_passphrase(text)

    def set_pin(self, actor: Actor, pin: str) -> None:
        """Set the six digits that re-open the screen lock until the program closes; kept in memory only."""
        self._pins[actor.account] = SessionPin(pin)

    def has_pin(self, actor: Actor) -> bool:
        """Whether a PIN with tries left is set."""
        pin = self._pins.get(actor.account)
        return pin is not None and pin.tries_left > 0

    def tries_left(self, actor: Actor) -> int:
        """How often a PIN may still be tried before the passphrase is asked for."""
        pin = self._pins.get(actor.account)
        return pin.tries_left if pin else 0

    def lock(self, actor: Actor) -> None:
        """Note that the screen was locked."""
        self._log(actor, Action.LOCKED)

    def unlock(self, actor: Actor, pin: str) -> bool:
        """Whether the PIN re-opens the screen; the fifth wrong one is the last."""
        known = self._pins.get(actor.account)
        if known is None or known.tries_left <= 0 or not known.matches(pin):
            return False
        self._log(actor, Action.UNLOCKED, by="pin")
        return True

    def unlock_with_passphrase(self, actor: Actor, passphrase: str) -> None:
        """Re-open the screen; raises the vault's errors for a wrong passphrase. A spent PIN is forgotten."""
        self._workplace.vault.check_credentials(actor.account, passphrase)
        if not self.has_pin(actor):
            self._pins.pop(actor.account, None)
        self._log(actor, Action.UNLOCKED, by="passphrase")

    def _log(self, actor: Actor, action: Action, *, by: str = "") -> None:
        with self._workplace.transaction() as session:
            self._workplace.record(session, actor, action, f"account:{actor.account}", by=by)


def _codes(roles: Iterable[Role]) -> list[str]:
    return sorted(role.value for role in roles)
