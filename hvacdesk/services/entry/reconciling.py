"""Putting the tables right by the key file at a login: a crash between the two leaves them apart.

The key file is written first and decides who may log in, with which keys and which recovery sheet; the
tables keep names, history and the log beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.engine import Session
from hvacdesk.store.entry import recovery_sheets
from hvacdesk.store.office import office as store
from hvacdesk.store.oversight import audit_log
from hvacdesk.vault.keyfile.body import Login
from hvacdesk.vault.keyfile.roster import StaffSlot
from hvacdesk.vault.open_vault import SheetStanding

ROSTER = "roster"
"""The log's code for what was found in the key file instead of being noted when it was done."""


def follow_slots_file(workplace: Workplace, session: Session, actor: Actor) -> None:
    """Note what the key file says and the tables do not, each with an entry in the log."""
    known = workplace.vault.last_read
    _follow_accounts(workplace, session, actor, known.staff)
    _follow_sheet(workplace, session, actor, known.sheet)
    _follow_logins(workplace, session, actor, known.logins)
    epoch = workplace.vault.epoch
    if epoch > store.noted_epoch(session):
        workplace.record(session, actor, Action.KEYS_ROTATED, epoch=epoch, by=ROSTER)
        store.note_epoch(session, epoch)


def _follow_accounts(
    workplace: Workplace, session: Session, actor: Actor, staff: Sequence[StaffSlot]
) -> None:
    changes = store.follow_roster(session, staff, workplace.now())
    noted = (
        (Action.ACCOUNT_CHANGED, changes.amended),
        (Action.ACCOUNT_REMOVED, changes.gone),
        (Action.ACCOUNT_RESET, _resets_not_noted(session, staff)),
    )
    for action, accounts in noted:
        for account in accounts:
            workplace.record(session, actor, action, f"account:{account}", by=ROSTER)
    if changes.owner_less:
        recovery_sheets.expose(session, workplace.today())


def _resets_not_noted(session: Session, staff: Iterable[StaffSlot]) -> tuple[str, ...]:
    """Accounts that have to choose a passphrase although they logged in since their last invitation."""
    invited = (slot.slot_id for slot in staff if slot.invited)
    return tuple(account for account in invited if _logged_in_since_invitation(session, account))


def _logged_in_since_invitation(session: Session, account: str) -> bool:
    last_login = audit_log.last_sequence(session, (Action.LOGGED_IN,), actor=account)
    invitations = (Action.ACCOUNT_ADDED, Action.ACCOUNT_RESET)
    return last_login > audit_log.last_sequence(session, invitations, subject=f"account:{account}")


def _follow_sheet(workplace: Workplace, session: Session, actor: Actor, sheet: SheetStanding) -> None:
    first = not recovery_sheets.sheets(session)
    amended = recovery_sheets.follow_vault(session, sheet.number, sheet.created, workplace.today())
    if amended and not first:
        workplace.record(session, actor, Action.SHEET_RENEWED, f"sheet:{sheet.number}", by=ROSTER)


def _follow_logins(workplace: Workplace, session: Session, actor: Actor, logins: Iterable[Login]) -> None:
    """Computer logins enrol themselves, with nobody logged in who could note it."""
    listed = {f"login:{login.login}" for login in logins if login.name}
    enrolled = audit_log.subjects(session, Action.LOGIN_ENROLLED)
    withdrawn = audit_log.subjects(session, Action.LOGIN_WITHDRAWN)
    for subject in sorted(listed - enrolled):
        workplace.record(session, actor, Action.LOGIN_ENROLLED, subject, by=ROSTER)
    for subject in sorted(enrolled - withdrawn - listed):
        workplace.record(session, actor, Action.LOGIN_WITHDRAWN, subject, by=ROSTER)
