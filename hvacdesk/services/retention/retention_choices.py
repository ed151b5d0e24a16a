"""The office's own choices about retention, and what they would change before they are saved."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from hvacdesk.domain.errors import ChangedMeanwhile, RecordGone
from hvacdesk.domain.office.office import OfficeFacts
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.retention.retention import RetentionRule
from hvacdesk.domain.retention.retention_choices import (
    OWN,
    Choice,
    Comparison,
    Effect,
    RuleInForce,
    check_choice,
    in_force,
)
from hvacdesk.domain.retention.retention_engine import Judge
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.services.office.settings import check_facts
from hvacdesk.services.permissions import anybody_logged_in, needs
from hvacdesk.services.retention.retention import shipped_rules
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.engine import Session
from hvacdesk.store.office import office
from hvacdesk.store.retention import retention
from hvacdesk.store.retention import retention_choices as store

EVERY = 1_000
"""Customers between two reports of progress."""


class RetentionChoices:
    """Choices of an open office. Everybody may read them, those who manage the office make them."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @anybody_logged_in
    def rules(self, _actor: Actor) -> tuple[RuleInForce, ...]:
        """Every rule as it is applied, beside what the program has shipped."""
        with self._workplace.reading() as session:
            return in_force(shipped_rules(self._workplace.today()), store.everything(session))

    @anybody_logged_in
    def history(self, _actor: Actor) -> tuple[Choice, ...]:
        """Every version of every choice, the newest first."""
        with self._workplace.reading() as session:
            return tuple(reversed(store.everything(session)))

    @anybody_logged_in
    def new_code(self) -> str:
        """A code for another rule of the office's own."""
        return OWN + secrets.token_hex(4)

    @needs(Permission.MANAGE_OFFICE)
    def effect(
        self,
        actor: Actor,
        choice: Choice | None = None,
        facts: OfficeFacts | None = None,
        progress: Callable[[int], None] = lambda _done: None,
    ) -> Effect:
        """What a choice, or other facts about the office, would change today. Nothing is saved.

        Args:
            progress: told how many customers were judged.

        Raises:
            ShorterThanLaw, InvalidInput: the choice or the facts could not be saved.
        """
        with self._workplace.reading() as session:
            choices, now = store.everything(session), office.facts(session)
            today = self._workplace.today()
            wanted = (*choices, _next(choices, choice, today)) if choice else choices
            before = Judge(_applied(choices, today), now)
            after = Judge(_applied(wanted, today), check_facts(facts) if facts else now)
            comparison = Comparison()
            for number, history in enumerate(retention.histories(session), 1):
                comparison.add(
                    history.number, before.judge(history.facts, today), after.judge(history.facts, today)
                )
                if number % EVERY == 0:
                    progress(number)
            return comparison.effect()

    @needs(Permission.MANAGE_OFFICE)
    def save(self, actor: Actor, choice: Choice) -> None:
        """Store a choice as the next version of what was chosen about this rule.

        Raises:
            ShorterThanLaw, InvalidInput: see :func:`check_choice`.
        """
        checked = check_choice(choice, shipped_rules(self._workplace.today()))
        with self._workplace.transaction() as session:
            self._keep(session, actor, checked)

    @needs(Permission.MANAGE_OFFICE)
    def take_back(self, actor: Actor, code: str, *, shown: Choice) -> None:
        """Go back to the program's period, or end a rule of the office's own.

        Args:
            shown: the choice that is taken back.

        Raises:
            ChangedMeanwhile: another one was made by now.
            RecordGone: nothing is chosen, or not any more.
        """
        with self._workplace.transaction() as session:
            found = [choice for choice in store.everything(session) if choice.code == code]
            if not found or not found[-1].active:
                raise RecordGone
            if found[-1] != shown:
                raise ChangedMeanwhile
            self._keep(session, actor, replace(found[-1], active=False))

    def _keep(self, session: Session, actor: Actor, choice: Choice) -> None:
        store.add(session, choice, actor.account, self._workplace.now())
        self._workplace.record(
            session,
            actor,
            Action.RETENTION_CHOSEN,
            f"rule:{choice.code}",
            years=choice.years,
            months=choice.months,
            active=choice.active,
        )


def _next(choices: tuple[Choice, ...], choice: Choice, today: date) -> Choice:
    """The choice as it would count if it were stored now."""
    checked = check_choice(choice, shipped_rules(today))
    versions = [one.version for one in choices if one.code == choice.code]
    return replace(checked, version=max(versions, default=0) + 1)


def _applied(choices: tuple[Choice, ...], today: date) -> tuple[RetentionRule, ...]:
    return tuple(one.rule for one in in_force(shipped_rules(today), choices))
