"""Backup drills of an open office: which were held, and when the next is due."""

from __future__ import annotations

from datetime import date

from hvacdesk.domain.backups.drills import Drill, DrillRow, checked, next_drill
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.oversight.duties import Duty, DutyKind
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.services.permissions import needs, nothing_without
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.backups import drills as store
from hvacdesk.store.office import today as todays_store


class Drills:
    """The record of drills, written by those who manage the office."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @needs(Permission.READ_AUDIT, Permission.MANAGE_OFFICE)
    def all(self, actor: Actor) -> tuple[DrillRow, ...]:
        """Every drill, the newest first."""
        with self._workplace.reading() as session:
            return store.everything(session)

    @needs(Permission.MANAGE_OFFICE)
    def note(self, actor: Actor, drill: Drill) -> str:
        """Write a drill down; returns its record id. Raises :class:`InvalidInput`."""
        done = checked(drill, self._workplace.today().isoformat())
        with self._workplace.transaction() as session:
            record = store.add(session, done, actor.account, self._workplace.now())
            self._workplace.record(
                session,
                actor,
                Action.DRILL_NOTED,
                f"drill:{record}",
                way=done.way.value,
                outcome=done.outcome.value,
            )
            return record

    @nothing_without(Permission.MANAGE_OFFICE)
    def duties(self, actor: Actor) -> tuple[Duty, ...]:
        """The next drill, for those who manage the office."""
        if not actor.may(Permission.MANAGE_OFFICE):
            return ()
        with self._workplace.reading() as session:
            last, began = store.newest(session), todays_store.first_day(session)
        since = date.fromisoformat(began) if began else self._workplace.today()
        return (Duty(DutyKind.BACKUP_DRILL, next_drill(last, since)),)
