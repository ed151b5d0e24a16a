"""Remembered choices: the office's facts and each person's own settings."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from functools import partial
from typing import Any

from hvacdesk.domain.errors import ChangedMeanwhile, InvalidInput, Missing, Unfinished, UserFacingError
from hvacdesk.domain.meanwhile import joined
from hvacdesk.domain.office.invoice_numbers import clean_invoice_number
from hvacdesk.domain.office.office import LONGEST_EXTENSION, SOLE_PROPRIETOR_YEAR_END, LegalForm, OfficeFacts
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.input_checks import clean_email, clean_line, clean_postal_code, is_seen
from hvacdesk.domain.text.wording import phrase
from hvacdesk.services.office.kept_values import check_name, kept_text, require_room
from hvacdesk.services.permissions import anybody_logged_in, needs
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.engine import Session
from hvacdesk.store.office import office as store

DEFAULTS: dict[str, Any] = {"curtain_minutes": 3, "lock_minutes": 15, "disposal_waiting_days": 1}
"""The office's adjustable values as they are before anyone adjusts them."""

IDLE_TIMES = ("curtain_minutes", "lock_minutes")
"""Those after which a desk that nobody uses is covered, and locked."""

LONGEST_CHOICE, MOST_CHOICES, MOST_CHARACTERS = 200_000, 200, 1_000_000
"""Characters of one choice of a person, how many there are, and the characters of all. The longest is that of
the columns of every table; it has some 20,000."""

_CLEANED: dict[str, Callable[[str, str], str]] = {
    "name": partial(clean_line, limit=120),
    "phone": partial(clean_line, limit=40),
    "address": clean_line,
    "privacy_manager": partial(clean_line, limit=80),
    "postal_code": clean_postal_code,
    "invoice_registration": clean_invoice_number,
    "fax": partial(clean_line, limit=40),
    "email": partial(clean_email, limit=120),
    "representative": partial(clean_line, limit=80),
}
"""How papers print what they print of the office."""

EARLIEST_YEAR, LATEST_YEAR = 1980, 2100
"""Years in which a fiscal year with a loss may have ended."""


def save_facts(
    workplace: Workplace, session: Session, actor: Actor, facts: OfficeFacts, read: OfficeFacts | None
) -> Collection[str]:
    """Save checked facts as a step of a change; returns the names of those that are others now.

    Args:
        read: as for :meth:`Settings.change_facts`, and it raises as that.
    """
    changed = store.save_facts(session, _merged(facts, read, store.facts(session)))
    workplace.record(session, actor, Action.OFFICE_CHANGED, fields=list(changed))
    return changed


def check_facts(facts: OfficeFacts, read: OfficeFacts | None = None) -> OfficeFacts:
    """Return the facts as they may be stored, or raise :class:`InvalidInput` naming the field.

    Args:
        read: facts that are stored: what is still as it was there keeps nobody from changing another one.
    """
    if not 1 <= facts.fiscal_year_end_month <= 12:
        raise InvalidInput("fiscal_year_end_month")
    if any(not EARLIEST_YEAR <= year <= LATEST_YEAR for year in facts.loss_years):
        raise InvalidInput("loss_years")
    company = facts.legal_form is LegalForm.COMPANY
    if not 0 <= facts.return_extension <= (LONGEST_EXTENSION if company else 0):
        raise InvalidInput("return_extension")
    if not company and facts.fiscal_year_end_month != SOLE_PROPRIETOR_YEAR_END:
        raise InvalidInput("fiscal_year_end_month")
    changed = (name for name in _CLEANED if read is None or getattr(facts, name) != getattr(read, name))
    cleaned: dict[str, Any] = {name: _CLEANED[name](name, getattr(facts, name)) for name in changed}
    facts = replace(facts, **cleaned)
    if not is_seen(facts.name):
        raise Missing("name")
    return facts


def _merged(facts: OfficeFacts, read: OfficeFacts | None, now: OfficeFacts) -> OfficeFacts:
    """The facts with what others have stored since they were read.

    Raises :class:`ChangedMeanwhile` where both changed the same, or what cannot be stored together.
    """
    if read is None:
        return facts
    try:
        return check_facts(joined(read, facts, now), now)
    except InvalidInput as error:
        raise ChangedMeanwhile from error


class NameNotPutBack(Unfinished):
    """The facts were not saved, and the key file has kept the name that was to be among them."""

    what = phrase(
        "Errors",
        "The office's facts were not saved, but the login window says the new name already: {cause}",
    )
    safe = phrase("Errors", "Everything saved before is intact; only the login window says the new name.")
    todo = phrase("Errors", "Remove the cause, then save the office's facts again.")


class Settings:
    """Settings of an open office."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @anybody_logged_in
    def facts(self) -> OfficeFacts:
        """The office's facts, as printed on its papers."""
        with self._workplace.reading() as session:
            return store.facts(session)

    @needs(Permission.MANAGE_OFFICE)
    def change_facts(self, actor: Actor, facts: OfficeFacts, read: OfficeFacts | None = None) -> None:
        """Change the office's facts; retention is judged by the new ones from now on.

        Args:
            read: the facts as the person saw them: of these only what is another now is changed.

        Raises:
            InvalidInput: names the field.
            ChangedMeanwhile: somebody else changed one of these facts since.
            NameNotPutBack: they were not saved, but the login window says the new name.
        """
        facts = check_facts(facts, read)
        with self._workplace.sole_writer():  # of two new names the later one is the one in both places
            # First the key file: a name that it cannot take is not stored either.
            self._name_in_key_file(_merged(facts, read, self.facts()).name)
            try:
                with self._workplace.transaction() as session:
                    save_facts(self._workplace, session, actor, facts, read)
            except UserFacingError as error:
                try:
                    self._name_in_key_file(self.facts().name)
                except UserFacingError:
                    raise NameNotPutBack(error) from error
                raise

    def _name_in_key_file(self, name: str) -> None:
        """Let the login window say this name, whatever it said before."""
        vault = self._workplace.vault
        if vault.office_name != name:
            vault.slots.rename_office(name)

    @anybody_logged_in
    def office_value(self, key: str) -> Any:
        """An adjustable value of the office, or its default. Raises InvalidInput for what is none."""
        if key not in DEFAULTS:
            raise InvalidInput(key)
        with self._workplace.reading() as session:
            value = store.setting(session, store.OFFICE, key)
        return DEFAULTS[key] if value is None else value

    @needs(Permission.MANAGE_OFFICE)
    def set_office_value(self, actor: Actor, key: str, value: int, shown: int) -> None:
        """Adjust a value of the office; the log keeps the old and the new one.

        Args:
            shown: the value that the person saw.

        Raises:
            InvalidInput: it is no such value.
            ChangedMeanwhile: somebody else adjusted it since.
        """
        if key not in DEFAULTS or not 0 <= value <= 24 * 60:
            raise InvalidInput(key)
        with self._workplace.transaction() as session:
            kept = store.setting(session, store.OFFICE, key)
            before = DEFAULTS[key] if kept is None else kept
            if before != shown:
                raise ChangedMeanwhile
            store.save_setting(session, store.OFFICE, key, value)
            self._workplace.record(
                session, actor, Action.OFFICE_CHANGED, fields=[key], before=before, after=value
            )

    @anybody_logged_in
    def personal(self, actor: Actor, key: str, default: Any = None) -> Any:
        """One person's own choice, such as theme or column widths."""
        with self._workplace.reading() as session:
            value = store.setting(session, actor.account, key)
        return default if value is None else value

    @anybody_logged_in
    def set_personal(self, actor: Actor, key: str, value: Any) -> None:
        """Remember a choice of the person. No entry in the log: it concerns nobody else.

        Raises:
            InvalidInput: it is none of JSON's values, or longer than any choice.
            TooMuchKept: so many choices nobody has.
        """
        check_name("key", key)
        text = kept_text("value", value, LONGEST_CHOICE)
        with self._workplace.transaction() as session:
            others, length = store.size_of_settings(session, actor.account, but=key)
            require_room(others, length + len(text), most=MOST_CHOICES, characters=MOST_CHARACTERS)
            store.save_setting(session, actor.account, key, value)
