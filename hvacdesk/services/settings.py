"""Remembered choices: the office's facts and each person's own settings."""

from __future__ import annotations

from typing import Any

from hvacdesk.domain.audit import Action
from hvacdesk.domain.errors import InvalidInput
from hvacdesk.domain.office import LegalForm, OfficeFacts
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.services.workplace import Workplace
from hvacdesk.store import office as store

DEFAULTS: dict[str, Any] = {"curtain_minutes": 3, "lock_minutes": 15, "disposal_waiting_days": 1}
"""The office's adjustable values as they are before anyone adjusts them."""

SOLE_PROPRIETOR_YEAR_END = 12
"""A sole proprietor's tax year is the calendar year (所得税法)."""


def check_facts(facts: OfficeFacts) -> OfficeFacts:
    """Return the facts as they may be stored, or raise :class:`InvalidInput` naming the field."""
    if not facts.name.strip():
        raise InvalidInput("name")
    if not 1 <= facts.fiscal_year_end_month <= 12:
        raise InvalidInput("fiscal_year_end_month")
    if facts.legal_form is not LegalForm.COMPANY and facts.fiscal_year_end_month != SOLE_PROPRIETOR_YEAR_END:
        raise InvalidInput("fiscal_year_end_month")
    return facts


class Settings:
    """Settings of an open office."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def facts(self) -> OfficeFacts:
        """The office's facts, as printed on its papers."""
        with self._workplace.reading() as session:
            return store.facts(session)

    def change_facts(self, actor: Actor, facts: OfficeFacts) -> None:
        """Change the office's facts; retention is judged by the new ones from now on."""
        actor.require(Permission.MANAGE_OFFICE)
        check_facts(facts)
        with self._workplace.transaction() as session:
            changed = store.save_facts(session, facts)
            self._workplace.record(session, actor, Action.OFFICE_CHANGED, fields=list(changed))
        if "name" in changed:
            self._workplace.vault.rename_office(facts.name)

    def office_value(self, key: str) -> Any:
        """An adjustable value of the office, or its default."""
        with self._workplace.reading() as session:
            value = store.setting(session, store.OFFICE, key)
        return DEFAULTS[key] if value is None else value

    def set_office_value(self, actor: Actor, key: str, value: int) -> None:
        """Adjust a value of the office; the log keeps the old and the new one."""
        actor.require(Permission.MANAGE_OFFICE)
        if key not in DEFAULTS or not 0 <= value <= 24 * 60:
            raise InvalidInput(key)
        before = self.office_value(key)
        with self._workplace.transaction() as session:
            store.save_setting(session, store.OFFICE, key, value)
            self._workplace.record(
                session, actor, Action.OFFICE_CHANGED, fields=[key], before=before, after=value
            )

    def personal(self, actor: Actor, key: str, default: Any = None) -> Any:
        """One person's own choice, such as theme or column widths."""
        with self._workplace.reading() as session:
            value = store.setting(session, actor.account, key)
        return default if value is None else value

    def set_personal(self, actor: Actor, key: str, value: Any) -> None:
        """Remember a choice of the person. No entry in the log: it concerns nobody else."""
        with self._workplace.transaction() as session:
            store.save_setting(session, actor.account, key, value)
