"""An office that an older version wrote: backed up, then brought up to date or left as it was."""

from __future__ import annotations

from pathlib import Path

from hvacdesk.domain.backups.backups import BackupFacts, BroughtUpToDate
from hvacdesk.domain.clock import Clock, office_day
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.services.entry.older_office_errors import (
    FormerStateLost,
    NoBackupBeforeUpdate,
    NotBroughtUpToDate,
)
from hvacdesk.services.oversight.log_check import SIGNED_SINCE_SCHEMA
from hvacdesk.services.oversight.log_records import tie_rest
from hvacdesk.store import schema
from hvacdesk.store.backups import file_facts
from hvacdesk.store.engine import Session, Store
from hvacdesk.store.jobs.jobs import drop_starts_to_come
from hvacdesk.store.oversight import audit_log
from hvacdesk.vault import milestones
from hvacdesk.vault.backup import before_update
from hvacdesk.vault.backup.backup import Source
from hvacdesk.vault.backup.backup_errors import PlaceFailure
from hvacdesk.vault.errors import SchemaSetBack
from hvacdesk.vault.open_vault import OpenVault


def bring_up_to_date(store: Store, vault: OpenVault, clock: Clock) -> BroughtUpToDate:
    """Take a verified backup, then bring the tables up to date, all or nothing.

    Raises:
        NoBackupBeforeUpdate, NotBroughtUpToDate: the office is as it was.
        SchemaSetBack: it is as it was found, which is no office of an earlier version.
        FormerStateLost: it is not, but its backup is whole.
    """
    source = vault.backup_source(file_facts.read)
    try:
        facts = before_update.take(source, clock())
    except PlaceFailure as failure:
        raise NoBackupBeforeUpdate(failure) from failure
    milestones.reached("update.backed_up")

    def note(session: Session) -> None:
        drop_starts_to_come(session, office_day(clock()))
        details = {"backup": Path(facts.path).name, "schema_before": facts.schema}
        audit_log.append(session, clock(), vault.slot_id, Action.BROUGHT_UP_TO_DATE, "", details)
        if facts.schema < SIGNED_SINCE_SCHEMA and audit_log.last_signed(session) is None:
            tie_rest(session, clock(), vault.slot_id, {})

    try:
        schema.bring_up_to_date(store, note)
    except Exception as error:
        store.close()
        _require_as_before(source, facts, error)
        if isinstance(error, SchemaSetBack):
            raise  # no version of the program opens such a file
        raise NotBroughtUpToDate(error, facts.path) from error
    return BroughtUpToDate(schema_before=facts.schema, backup=facts.path)


def _require_as_before(source: Source, facts: BackupFacts, cause: Exception) -> None:
    """Make sure that the failure left the office as it was: a migration that is at fault may have committed.

    Raises:
        FormerStateLost: it did not, and the backup could not be brought back either.
    """
    try:
        if before_update.still_holds(source, facts):
            return
        before_update.bring_back(source, facts)
        if before_update.still_holds(source, facts):
            return
    except UserFacingError as error:
        raise FormerStateLost(error, facts.path) from cause
    raise FormerStateLost(cause, facts.path) from cause
