"""The first week of a new office: which steps are left for whom, by the facts."""

from __future__ import annotations

from hvacdesk.domain.office.first_week import FirstWeekFacts, StepState, first_week
from hvacdesk.domain.roles import Actor
from hvacdesk.services.backups.backups import Backups
from hvacdesk.services.office.settings import Settings
from hvacdesk.services.permissions import anybody_logged_in
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.office import first_week as store
from hvacdesk.store.office import office as office_store
from hvacdesk.vault.backup.backup_errors import PlacesUnreadable

HIDDEN = "first_week_hidden"


class FirstWeek:
    """The list of an open office."""

    def __init__(self, workplace: Workplace, settings: Settings, backups: Backups) -> None:
        self._workplace = workplace
        self._settings = settings
        self._backups = backups

    @anybody_logged_in
    def steps(self, actor: Actor) -> tuple[StepState, ...]:
        """The steps that the actor can do; nothing once they are done, hidden, or no longer needed."""
        if self._settings.personal(actor, HIDDEN):
            return ()
        with self._workplace.reading() as session:
            office, jobs = office_store.facts(session), store.jobs(session)
            work_orders, staff = store.copies(session), store.staff(session)
        facts = FirstWeekFacts(
            letterhead=bool(office.postal_code and office.address and office.phone),
            backup=self._has_place(actor),
            staff=staff,
            customers=self._workplace.finding.total(),
            jobs=jobs,
            work_orders=work_orders,
        )
        return first_week(actor, facts)

    def _has_place(self, actor: Actor) -> bool:
        """Whether backups have a folder; if that cannot be read, their own card says so."""
        try:
            return bool(self._backups.places(actor))
        except PlacesUnreadable:
            return True

    @anybody_logged_in
    def hide(self, actor: Actor) -> None:
        """The person wants to see the list no longer."""
        self._settings.set_personal(actor, HIDDEN, True)
