"""The office's staff: invitations, roles, passphrases and the PIN that re-opens the screen lock."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress

from hvacdesk.documents.staff.invitation_slip import SlipFacts, draw_invitation_slip
from hvacdesk.domain.entry.keys import Departure
from hvacdesk.domain.errors import ChangedMeanwhile, InvalidInput, Missing, UserFacingError
from hvacdesk.domain.office.office import StaffMember
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor, Permission, Role, holds_payment_key
from hvacdesk.domain.text.input_checks import clean_line
from hvacdesk.domain.text.wording import Words, phrase
from hvacdesk.services.entry.key_changes import KeyChanges
from hvacdesk.services.oversight.audit_log import AuditLog
from hvacdesk.services.permissions import anybody_logged_in, needs
from hvacdesk.services.workplace import ChangeNotNoted, Workplace
from hvacdesk.store.engine import Session
from hvacdesk.store.entry import recovery_sheets
from hvacdesk.store.office import office as store
from hvacdesk.store.staff.staff import account_names
from hvacdesk.vault import errors, milestones
from hvacdesk.vault.keyfile.passphrase import check_passphrase, generate_passphrase
from hvacdesk.vault.keyfile.pin import SessionPin
from hvacdesk.vault.keyfile.roster import StaffSlot
from hvacdesk.vault.keyfile.rotation_plan import Plan

LONGEST_NAME = 80


class OwnAccount(UserFacingError):
    """Something that only another person responsible may do to this account."""

    what = phrase("Errors", "This is your own account.")
    todo = phrase("Errors", "Ask another person responsible to do this.")


class OneTimeNotNoted(ChangeNotNoted):
    """Somebody can log in with a one-time passphrase alone, and it was shown to nobody."""

    what = phrase("Errors", "A one-time passphrase was made, but this could not be noted: {cause}")
    safe = phrase(
        "Errors",
        "Nobody has seen the one-time passphrase. A former passphrase of this account no longer works.",
    )
    todo = phrase(
        "Errors",
        "Remove the cause and log in again: it is noted then. Then reset the passphrase of this account, for "
        "a one-time passphrase to hand over.",
    )


class PassphraseNotNoted(ChangeNotNoted):
    """Somebody's passphrase is another one, and the log will never say so."""

    what = phrase("Errors", "Your passphrase was changed, but the audit log could not note it: {cause}")
    safe = phrase("Errors", "From now on the new passphrase counts; the former one no longer works.")
    todo = phrase(
        "Errors",
        "Remove the cause. Tell the person responsible that the audit log does not show this change.",
    )


class Accounts:
    """Accounts of an open office. Who may log in is the vault's roster; this keeps the table beside it.

    The roster is changed first. If the program ends before the table follows, the next login makes it follow;
    one that comes between the two waits, since nobody else writes meanwhile.
    """

    def __init__(self, workplace: Workplace, changes: KeyChanges) -> None:
        self._workplace = workplace
        self._changes = changes
        self._audit = AuditLog(workplace)
        self._pins: dict[str, SessionPin] = {}

    @needs(Permission.MANAGE_ACCOUNTS)
    def list(self, actor: Actor) -> tuple[StaffMember, ...]:
        """Everyone who works or worked here."""
        slots = {slot.slot_id: slot for slot in self._workplace.vault.staff}
        with self._workplace.reading() as session:
            return tuple(
                StaffMember(
                    account=row.record_id,
                    name=row.name,
                    roles=tuple(row.roles.split(",")),
                    active=row.active,
                    invited=row.record_id in slots and slots[row.record_id].invited,
                    since=slots[row.record_id].since if row.record_id in slots else 0,
                )
                for row in store.accounts(session)
            )

    @needs(Permission.MANAGE_ACCOUNTS)
    def invite(self, actor: Actor, name: str, roles: Iterable[Role]) -> tuple[str, str]:
        """Give a new person a key slot; returns the account and the one-time passphrase to hand over.

        The person chooses a passphrase of their own at the first login.

        Raises:
            OneTimeNotNoted: they have a slot, and nobody knows its one-time passphrase.
        """
        granted = frozenset(roles)
        checked = _checked_name(name)
        if not granted:
            raise InvalidInput("roles")
        one_time = generate_passphrase()
        with self._workplace.sole_writer():
            slot = self._workplace.vault.slots.add(checked, granted, one_time)
            milestones.reached("accounts.invited")
            with self._workplace.noting(OneTimeNotNoted) as session:
                store.add_account(session, slot.slot_id, slot.name, granted, self._workplace.now())
                self._workplace.record(
                    session, actor, Action.ACCOUNT_ADDED, f"account:{slot.slot_id}", roles=_codes(granted)
                )
        return slot.slot_id, one_time

    @needs(Permission.MANAGE_ACCOUNTS)
    def reset(self, actor: Actor, account: str, *, shown: int) -> str:
        """Replace a forgotten passphrase; returns the one-time passphrase to hand over.

        The former passphrase is void at once; the person chooses another one at the next login.

        Args:
            shown: since when their passphrase is the one that is replaced, see :class:`StaffMember`.

        Raises:
            ChangedMeanwhile: somebody else made them a one-time passphrase, and may have handed it over.
            OneTimeNotNoted: the former passphrase is void, and nobody knows the one-time one.
            OwnAccount: a person changes their own passphrase instead.
            SlotGone: there is no such account.
        """
        _refuse_own(actor, account)
        one_time = generate_passphrase()
        with self._workplace.sole_writer():
            if self._slot(account).since != shown:
                raise ChangedMeanwhile
            self._workplace.vault.slots.reset(account, one_time)
            milestones.reached("accounts.reset")
            with self._workplace.noting(OneTimeNotNoted) as session:
                self._workplace.record(session, actor, Action.ACCOUNT_RESET, f"account:{account}")
        return one_time

    @needs(Permission.MANAGE_ACCOUNTS)
    def invitation_slip(self, actor: Actor, account: str, one_time: str, words: Words) -> bytes:
        """The slip with which somebody logs in for the first time, as a PDF; nothing of it is kept."""
        with self._workplace.reading() as session:
            row = store.account(session, account)
            facts = SlipFacts(
                office=store.facts(session).name,
                name=row.name,
                roles=[role for role in Role if role.value in row.roles.split(",")],
                made_on=self._workplace.today().isoformat(),
                one_time=one_time,
            )
        return draw_invitation_slip(facts, words)

    @needs(Permission.MANAGE_ACCOUNTS)
    def slip_printed(self, actor: Actor, account: str, printer: str) -> None:
        """Note that a slip went to a printer: whose it is, and nothing of what is printed on it."""
        with self._workplace.transaction() as session:
            self._workplace.record(
                session, actor, Action.INVITATION_PRINTED, f"account:{account}", printer=printer
            )

    @needs(Permission.MANAGE_ACCOUNTS)
    def rename(self, actor: Actor, account: str, name: str, *, shown: str) -> None:
        """Change the name that the login window, lists and papers show from now on.

        Args:
            shown: the name that is changed.

        Raises:
            ChangedMeanwhile: they are called otherwise by now.
            ChangeNotNoted: they are called so from now on, but not in the tables yet.
            InvalidInput: no name, one that is too long, or one that cannot be printed.
            SlotGone: there is no such account.
        """
        checked = _checked_name(name)
        with self._workplace.sole_writer():
            with self._workplace.reading() as session:
                if account_names(session).get(account, shown) != shown:
                    raise ChangedMeanwhile
            self._workplace.vault.slots.rename(account, checked)
            milestones.reached("accounts.renamed")
            with self._workplace.noting() as session:
                store.rename_account(session, account, checked)
                self._workplace.record(
                    session, actor, Action.ACCOUNT_CHANGED, f"account:{account}", fields=["name"]
                )

    @needs(Permission.MANAGE_ACCOUNTS)
    def withdraws_keys(self, actor: Actor, account: str, roles: Iterable[Role]) -> bool:
        """Whether these roles would take a key away from the account, so that the keys have to be renewed."""
        return self._withdraws(Plan(roles={account: frozenset(roles)}))

    @needs(Permission.MANAGE_ACCOUNTS)
    def change_roles(
        self, actor: Actor, account: str, roles: Iterable[Role], *, shown: Iterable[Role]
    ) -> bool:
        """Give other roles; returns whether the office's keys were renewed, since one was taken away.

        Args:
            shown: the roles that the change was made from.

        Raises:
            ChangedMeanwhile: somebody else gave them other roles since.
            OwnAccount: nobody takes the responsible role from themselves.
            InvalidInput: no role.
            SlotGone: there is no such account.
            ChangeNotNoted: they have these roles, and the tables do not say so yet.
            UserFacingError: the keys could not be renewed, and the roles are as they were.
        """
        granted = frozenset(roles)
        if not granted:
            raise InvalidInput("roles")
        if account == actor.account and Role.OWNER not in granted:
            raise OwnAccount
        before = self._slot(account).roles
        if before != frozenset(shown):
            raise ChangedMeanwhile

        def note(session: Session) -> None:
            store.set_roles(session, account, granted)
            if Role.OWNER in before - granted:
                recovery_sheets.expose(session, self._workplace.today())
            self._workplace.record(
                session, actor, Action.ACCOUNT_CHANGED, f"account:{account}", roles=_codes(granted)
            )

        plan = Plan(roles={account: granted})
        renewed = self._withdraws(plan)
        if renewed:
            self._changes.rotate(actor, plan, note)
        else:
            with self._workplace.sole_writer():
                self._workplace.vault.slots.set_roles(account, granted)
                milestones.reached("accounts.roles")
                with self._workplace.noting() as session:
                    note(session)
        return renewed

    @needs(Permission.MANAGE_ACCOUNTS)
    def remove(self, actor: Actor, account: str) -> Departure:
        """Shut a leaver out in one step: remove their key slot, replace every key that they could have kept.

        The account stays as an inactive one, for the papers and the log; half-typed forms go with the slot.

        Raises:
            OwnAccount: nobody removes themselves.
            LastOwner: no person responsible would be left.
            SlotGone: there is no such account.
            UserFacingError: the keys could not be renewed, and the account is as it was.
        """
        _refuse_own(actor, account)
        leaver = self._slot(account)
        was_owner = Role.OWNER in leaver.roles

        def note(session: Session) -> None:
            store.deactivate(session, account)
            store.drop_drafts(session, account)
            if was_owner:
                recovery_sheets.expose(session, self._workplace.today())
            self._workplace.record(session, actor, Action.ACCOUNT_REMOVED, f"account:{account}")

        self._changes.rotate(actor, Plan(leaving=account), note)
        return Departure(
            account=account,
            payment_renewed=holds_payment_key(leaver.roles),
            sheet_due=was_owner,
            logins_to_enrol=self._logins_shut_out(),
            pending=bool(self._workplace.vault.epochs.former),
        )

    @anybody_logged_in
    def change_own_passphrase(self, actor: Actor, old: str, new: str) -> None:
        """Replace the actor's passphrase; raises the vault's errors for a wrong or refused one.

        Raises:
            PassphraseNotNoted: it was replaced.
        """
        with self._workplace.sole_writer():  # a seat that is stopped between both changes nothing, or logs it
            self._workplace.vault.slots.change_passphrase(old, new)
            with self._workplace.noting(PassphraseNotNoted) as session:
                self._note(session, actor, Action.PASSPHRASE_CHANGED)

    @anybody_logged_in
    def suggest_passphrase(self) -> str:
        """A random passphrase of words that can be read aloud."""
        return generate_passphrase()

    @anybody_logged_in
    def check_passphrase(self, text: str) -> None:
        """Raise the vault's refusal if the passphrase is too short, too long or too common."""
        check_passphrase(text)

    @anybody_logged_in
    def set_pin(self, actor: Actor, pin: str) -> None:
        """Set the six digits that re-open the screen lock until this login ends; kept in memory only."""
        self._pins[actor.account] = SessionPin(pin)

    @anybody_logged_in
    def change_own_pin(self, actor: Actor, passphrase: str, pin: str) -> None:
        """As :meth:`set_pin`, for a window that has long been open: who sits there now has to prove it.

        Raises the vault's errors for a wrong passphrase.
        """
        self._workplace.vault.slots.check_credentials(actor.account, passphrase)
        self.set_pin(actor, pin)

    @anybody_logged_in
    def has_pin(self, actor: Actor) -> bool:
        """Whether a PIN with tries left is set."""
        pin = self._pins.get(actor.account)
        return pin is not None and pin.tries_left > 0

    @anybody_logged_in
    def tries_left(self, actor: Actor) -> int:
        """How often a PIN may still be tried before the passphrase is asked for."""
        pin = self._pins.get(actor.account)
        return pin.tries_left if pin else 0

    @anybody_logged_in
    def lock(self, actor: Actor) -> None:
        """Log that the screen was locked, and note the log's end outside the database.

        The report box is rewritten too, as at every start and login, so that a write says nothing.
        """
        self._log(actor, Action.LOCKED)
        with suppress(UserFacingError):  # the next round and the close note it, too
            self._audit.write_anchor()
        with suppress(UserFacingError):  # the reader who opens the box is told what prevents it
            self._workplace.vault.stir_report_box()

    @anybody_logged_in
    def unlock(self, actor: Actor, pin: str) -> bool:
        """Whether the PIN re-opens the screen; the fifth wrong one is the last."""
        known = self._pins.get(actor.account)
        if known is None or known.tries_left <= 0 or not known.matches(pin):
            return False
        self._log(actor, Action.UNLOCKED, by="pin")
        return True

    @anybody_logged_in
    def unlock_with_passphrase(self, actor: Actor, passphrase: str) -> None:
        """Re-open the screen; raises the vault's errors for a wrong passphrase. A used-up PIN is dropped."""
        self._workplace.vault.slots.check_credentials(actor.account, passphrase)
        if not self.has_pin(actor):
            self._pins.pop(actor.account, None)
        self._log(actor, Action.UNLOCKED, by="passphrase")

    def _slot(self, account: str) -> StaffSlot:
        for slot in self._workplace.vault.staff:
            if slot.slot_id == account:
                return slot
        raise errors.SlotGone

    def _withdraws(self, plan: Plan) -> bool:
        vault = self._workplace.vault
        return vault.epochs.needs_new_payment_key(plan) or vault.epochs.needs_new_signing_key(plan)

    def _logins_shut_out(self) -> tuple[str, ...]:
        """Names of this computer's other logins, none of which a leaver's change of keys takes along."""
        with suppress(errors.KeyringMissing, errors.KeyringLocked):
            return tuple(
                login.name
                for login in self._workplace.vault.logins.listed()
                if not (login.here or login.by_itself)
            )
        return ()

    def _log(self, actor: Actor, action: Action, *, by: str = "") -> None:
        with self._workplace.transaction() as session:
            self._note(session, actor, action, by=by)

    def _note(self, session: Session, actor: Actor, action: Action, *, by: str = "") -> None:
        self._workplace.record(session, actor, action, f"account:{actor.account}", by=by)


def _checked_name(name: str) -> str:
    checked = clean_line("name", name, limit=LONGEST_NAME)
    if not checked:
        raise Missing("name")
    return checked


def _codes(roles: Iterable[Role]) -> list[str]:
    return sorted(role.value for role in roles)


def _refuse_own(actor: Actor, account: str) -> None:
    if account == actor.account:
        raise OwnAccount
