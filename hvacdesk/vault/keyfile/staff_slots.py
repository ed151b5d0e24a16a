"""Changes to the people of an office, by an owner or by each person themself."""

from __future__ import annotations

from hvacdesk.domain.roles import Role
from hvacdesk.vault import errors
from hvacdesk.vault.keyfile import grants, staff
from hvacdesk.vault.keyfile.roster import StaffSlot
from hvacdesk.vault.keyfile.throttle import Throttle
from hvacdesk.vault.session import Session


class StaffSlots:
    """The slots of an open office's people: invites, changes and proves them."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, name: str, roles: frozenset[Role], one_time_passphrase: str) -> StaffSlot:
        """Invite a person; they choose a passphrase of their own at the first login.

        Raises:
            NotPermitted: this session does not hold the signing key.
            PassphraseRefused: the one-time passphrase is not good enough.
        """
        keys = self._session.signing_keys()
        invitation = staff.invite(self._session.contents, name, roles, one_time_passphrase, keys)
        self._start_count(invitation.entry.slot_id)
        self._session.change(lambda contents: staff.with_invitation(contents, invitation))
        return StaffSlot(invitation.entry.slot_id, name, roles, invited=True)

    def reset(self, slot_id: str, one_time_passphrase: str) -> StaffSlot:
        """Replace a forgotten passphrase by a one-time one; the person's former key is void.

        Raises:
            NotPermitted, PassphraseRefused: as for :meth:`add`.
            SlotGone: there is no such slot.
        """
        keys = self._session.signing_keys()
        entry = self._session.read().roster.entry(slot_id)
        invitation = staff.invite(
            self._session.contents, entry.name, entry.roles, one_time_passphrase, keys, slot_id=slot_id
        )
        self._start_count(slot_id)
        self._session.change(lambda contents: staff.with_invitation(contents, invitation))
        return StaffSlot(slot_id, entry.name, entry.roles, invited=True)

    def set_roles(self, slot_id: str, roles: frozenset[Role]) -> None:
        """Change a person's roles and grant the keys that they newly carry.

        Raises:
            NotPermitted: this session does not hold the signing key.
            KeyWithdrawal: a key would have to be taken away.
            LastOwner: no owner would be left.
            SlotGone: there is no such slot.
        """
        keys = self._session.signing_keys()
        self._session.change(lambda contents: staff.with_roles(contents, slot_id, roles, keys))

    def rename(self, slot_id: str, name: str) -> None:
        """Change a person's name.

        Raises:
            NotPermitted: this session does not hold the signing key.
            SlotGone: there is no such slot.
        """
        keys = self._session.signing_keys()
        self._session.change(lambda contents: staff.with_name(contents, slot_id, name, keys))

    def rename_office(self, name: str) -> None:
        """Change the name that the login window says.

        Raises:
            NotPermitted: this session does not hold the signing key.
        """
        keys = self._session.signing_keys()
        self._session.change(lambda contents: staff.with_office_name(contents, name, keys))

    def change_passphrase(self, old: str, new: str) -> None:
        """Choose another passphrase; after an invitation or a reset this also makes a new personal key.

        Raises:
            WrongPassphrase, TooManyTries: the old one was not proved.
            PassphraseRefused: the new one is not good enough.
        """
        session, slot_id = self._session, self._session.slot_id
        personal, _ = staff.prove(session.read(), self._proving(), slot_id, old)
        invited = session.read().invited(slot_id)
        chosen = staff.choose(session.read(), slot_id, personal, session.keys, old, new)
        session.change(lambda contents: contents.with_person(slot_id, chosen))
        if invited:  # the key that came with the invitation gave way to another one
            session.exchange = grants.unwrap(session.office_id, slot_id, chosen.wrapped, new).exchange

    def check_credentials(self, slot_id: str, passphrase: str) -> frozenset[Role]:
        """Prove a second person's passphrase, for an approval; nothing is opened for them.

        Raises:
            WrongPassphrase, TooManyTries: it was not proved.
            SlotGone: there is no such slot.
        """
        contents = self._session.read()
        staff.prove(contents, self._proving(), slot_id, passphrase)
        return contents.roster.entry(slot_id).roles

    def _start_count(self, slot_id: str) -> None:
        """Before the slot counts: who has no count of tries has to wait as after many failed ones."""
        if self._session.throttle is not None:
            self._session.throttle.start(slot_id)

    def _proving(self) -> Throttle:
        if self._session.throttle is None:
            raise errors.KeyringMissing
        return self._session.throttle
