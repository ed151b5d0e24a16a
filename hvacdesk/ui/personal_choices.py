"""A person's own language, colours and text size: remembered in the database, applied at their login."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hvacdesk.domain.roles import Actor
from hvacdesk.domain.text.languages import LANGUAGES
from hvacdesk.ui.preferences import TEXT_SIZES, Preferences
from hvacdesk.ui.theme import Scheme

if TYPE_CHECKING:
    from hvacdesk.services.open_office import Office

KEY = "look"


def read_choices(office: Office, actor: Actor, preferences: Preferences) -> bool:
    """Put the person's choices into the preferences; false when nothing changed by that."""
    stored = office.settings.personal(actor, KEY)
    if not isinstance(stored, dict):
        return False
    before = (preferences.code, preferences.scheme, preferences.text_size)
    if stored.get("language") in LANGUAGES:
        preferences.code = str(stored["language"])
    if stored.get("scheme") in set(Scheme):
        preferences.scheme = Scheme(stored["scheme"])
    if stored.get("text_size") in TEXT_SIZES:
        preferences.text_size = int(stored["text_size"])
    preferences.save()
    return before != (preferences.code, preferences.scheme, preferences.text_size)


def keep_choices(office: Office, actor: Actor, preferences: Preferences) -> None:
    """Remember the preferences in force for this person and for the next login window."""
    look = {
        "language": preferences.code,
        "scheme": preferences.scheme.value,
        "text_size": preferences.text_size,
    }
    office.settings.set_personal(actor, KEY, look)
    preferences.save()
