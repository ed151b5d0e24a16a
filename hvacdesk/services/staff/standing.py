"""Who has acknowledged what and taken the training, and what of it is due."""

from __future__ import annotations

from hvacdesk.domain.oversight.duties import Duty, DutyKind
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.staff.standing import Asked, AskedKind, StaffStanding, standing
from hvacdesk.services.permissions import anybody_logged_in, body_decides, needs
from hvacdesk.services.staff.standing_gate import standing_of
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.staff import standing as duty_facts

_KINDS = {AskedKind.RULE: DutyKind.RULES, AskedKind.TRAINING: DutyKind.TRAINING}


class Standings:
    """The standing of an open office's people. Everybody sees their own; owners and inspectors all."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @anybody_logged_in
    def own(self, actor: Actor) -> StaffStanding | None:
        """The actor's standing; None for a person without an account, as after a recovery."""
        with self._workplace.reading() as session:
            return standing_of(session, actor.account)

    @needs(Permission.READ_TRAINING)
    def everybody(self, actor: Actor) -> tuple[StaffStanding, ...]:
        """Everybody's standing: those who work here first, then those who left."""
        with self._workplace.reading() as session:
            office = duty_facts.demands(session)
            found = [standing(person, office) for person in duty_facts.everybody(session)]
        return tuple(sorted(found, key=lambda one: not one.active))

    @anybody_logged_in
    def waiting(self, actor: Actor) -> tuple[Asked, ...]:
        """What is asked of the actor today, the earliest due first."""
        found = self.own(actor)
        return () if found is None else found.open(self._workplace.today())

    @body_decides("one's own; what others owe for who manages the rules")
    def duties(self, actor: Actor) -> tuple[Duty, ...]:
        """The actor's own rules and training with their last days; for owners also what others still owe."""
        found = self.own(actor)
        own = (
            ()
            if found is None
            else tuple(Duty(_KINDS[one.kind], one.due, one.about, one.record) for one in found.asked)
        )
        if not actor.may(Permission.MANAGE_RULES):
            return own
        today = self._workplace.today()
        others = [
            Duty(_KINDS[kind], min(one.due for one in asked), person.name)
            for person in self.everybody(actor)
            if person.account != actor.account
            for kind in AskedKind
            if (asked := [one for one in person.open(today) if one.kind is kind])
        ]
        return (*own, *others)

    @needs(Permission.READ_TRAINING)
    def overdue(self, actor: Actor) -> int:
        """How many of the others have let their time pass."""
        today = self._workplace.today()
        people = self.everybody(actor)
        return sum(one.overdue(today) for one in people if one.account != actor.account)
