"""The office's keys as a person responsible sees them: epoch, recovery sheets, computer logins."""

from __future__ import annotations

from contextlib import suppress

from hvacdesk.domain.entry.keys import DeviceLogin, KeyStanding
from hvacdesk.domain.errors import Missing
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.input_checks import clean_line
from hvacdesk.domain.text.wording import phrase
from hvacdesk.services.entry.key_changes import KeyChanges
from hvacdesk.services.entry.recovery_sheets import SheetOnPaper
from hvacdesk.services.permissions import needs
from hvacdesk.services.workplace import ChangeNotNoted, Workplace
from hvacdesk.store.engine import Session
from hvacdesk.store.entry import recovery_sheets
from hvacdesk.vault.errors import KeyringLocked, KeyringMissing
from hvacdesk.vault.keyfile.recovery import SheetDraft
from hvacdesk.vault.keyfile.rotation_plan import Plan

LONGEST_LOGIN_NAME = 40


class WordsNotNoted(ChangeNotNoted):
    """A login of this computer is invited with words that nobody was shown."""

    what = phrase("Errors", "The one-time words were made, but this could not be noted: {cause}")
    safe = phrase("Errors", "Nobody has seen them, and they end after one day.")
    todo = phrase("Errors", "Remove the cause, then enrol the login again.")


class Keys:
    """The keys of an open office."""

    def __init__(self, workplace: Workplace, changes: KeyChanges) -> None:
        self._workplace = workplace
        self._changes = changes

    @needs(Permission.MANAGE_ACCOUNTS)
    def standing(self, actor: Actor) -> KeyStanding:
        """The state of the keys."""
        vault = self._workplace.vault
        with self._workplace.reading() as session:
            known = recovery_sheets.sheets(session)
        logins: tuple[DeviceLogin, ...] = ()
        with suppress(KeyringMissing, KeyringLocked):  # then it is not known which of them this one is
            logins = vault.logins.listed()
        return KeyStanding(
            epoch=vault.epoch,
            former_epochs=vault.epochs.former,
            fingerprint=vault.signing_fingerprint,
            sheets=known,
            sheet_due=any(sheet.exposed_on for sheet in known if not sheet.replaced_on),
            logins=logins,
            kept_because=vault.epochs.kept_because,
        )

    @needs(Permission.MANAGE_ACCOUNTS)
    def rotate(self, actor: Actor) -> None:
        """Renew database key and device secret; nobody's passphrase and no paper changes.

        Raises:
            UserFacingError: they could not be renewed, and everything is as it was.
        """
        self._changes.rotate(actor, Plan())

    @needs(Permission.MANAGE_ACCOUNTS)
    def renew_sheet(self, actor: Actor) -> SheetRenewal:
        """Begin a new recovery sheet; the present one counts until the new one is printed and checked."""
        draft = self._workplace.vault.epochs.prepare_sheet(self._workplace.today())
        return SheetRenewal(self._workplace, self._changes, actor, draft)

    @needs(Permission.MANAGE_ACCOUNTS)
    def sheet_shredded(self, actor: Actor, number: int) -> None:
        """Note that the paper of a replaced sheet was shredded.

        Raises:
            RecordGone: there is no such sheet, or it is the one that opens the office.
        """
        with self._workplace.transaction() as session:
            if recovery_sheets.shred(session, number, self._workplace.today()):
                self._workplace.record(session, actor, Action.SHEET_SHREDDED, f"sheet:{number}")

    @needs(Permission.MANAGE_ACCOUNTS)
    def invite_login(self, actor: Actor, name: str) -> str:
        """Let another login of this computer enrol itself within a day; returns the one-time words to type.

        Raises:
            InvalidInput: no name, or one that cannot be used.
            WordsNotNoted: there is an invitation, and nobody knows its words.
            UserFacingError: there is no invitation.
        """
        checked = clean_line("name", name, limit=LONGEST_LOGIN_NAME)
        if not checked:
            raise Missing("name")
        words = self._workplace.vault.logins.invite(checked, self._workplace.now().timestamp())
        with self._workplace.noting(WordsNotNoted) as session:
            self._workplace.record(session, actor, Action.LOGIN_INVITED)
        return words

    @needs(Permission.MANAGE_ACCOUNTS)
    def withdraw_login(self, actor: Actor, login: str) -> None:
        """Shut a login of this computer out, with new keys; the other ones have to be enrolled again.

        Raises:
            LoginGone: it is not on the list.
            UserFacingError: the keys could not be renewed, and everything is as it was.
        """

        def note(session: Session) -> None:
            self._workplace.record(session, actor, Action.LOGIN_WITHDRAWN, f"login:{login}")

        self._changes.rotate(actor, Plan(withdrawing=login), note)


class SheetRenewal(SheetOnPaper):
    """A new recovery sheet between its print and its first day."""

    def __init__(self, workplace: Workplace, changes: KeyChanges, actor: Actor, draft: SheetDraft) -> None:
        super().__init__(draft, workplace.now())
        self._workplace = workplace
        self._changes = changes
        self._actor = actor

    def finish(self) -> None:
        """Let the new sheet take the place of the former one, which is paper to shred from now on.

        Raises:
            RecoveryNotConfirmed: fewer groups than asked for were retyped.
            SheetOutdated: the keys were changed since it was printed.
            UserFacingError: the keys could not be renewed, and the former sheet still counts.
        """

        def note(session: Session) -> None:
            sheet = self._workplace.vault.recovery_sheet
            recovery_sheets.follow_vault(session, sheet.number, sheet.created, self._workplace.today())
            self._workplace.record(session, self._actor, Action.SHEET_RENEWED, f"sheet:{sheet.number}")

        self._changes.rotate(self._actor, Plan(sheet=self._draft), note)
