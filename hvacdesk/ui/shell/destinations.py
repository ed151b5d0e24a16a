"""The destinations in the program that the search finds by name: pages, tabs, sections, and what can be done.

Tabs are named here a second time, since no page is built to be searched; ``test_quick_search.py`` holds them
against the pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from hvacdesk.domain.office.help_pages import find_pages
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.languages import LANGUAGES
from hvacdesk.domain.text.text_forms import fold
from hvacdesk.domain.text.wording import Phrase, phrase
from hvacdesk.services.language import words_for
from hvacdesk.services.office.help_pages import help_pages
from hvacdesk.ui.pages.safeguard_sections import SECTIONS
from hvacdesk.ui.shell.page_registry import PAGES
from hvacdesk.ui.visible_to import VisibleTo

_IN_TEXT = 3
_ANYBODY: frozenset[Permission] = frozenset()
_SETTINGS = phrase("Navigation", "Settings")
_RULES = phrase("Navigation", "Rules")
_SAFEGUARDS = phrase("Navigation", "Safeguards")


@dataclass(frozen=True)
class DeskDestination(VisibleTo):
    """Something to go to, or to do.

    Attributes:
        within: what it belongs to; nothing for a page of the navigation.
        page: what ``navigate`` calls the page, with its arguments; empty for what the window does itself.
        act: what the window does, by the name that it knows.
        needs: any one of these permissions shows it; empty shows it to everybody.
        help: the name of its help page, whose title and words find it too.
        also: other words for it.
    """

    title: Phrase
    within: Phrase | None = None
    page: str = ""
    arguments: Mapping[str, object] = field(default_factory=dict)
    act: str = ""
    needs: frozenset[Permission] = _ANYBODY
    help: str = ""
    also: Phrase | None = None


def _tab(
    page: str, within: Phrase, name: str, title: Phrase, needs: Iterable[Permission], about: str
) -> DeskDestination:
    return DeskDestination(title, within, page, {"tab": name}, needs=frozenset(needs), help=about)


def _do(
    title: Phrase,
    page: str,
    arguments: Mapping[str, object],
    needs: Permission,
    about: str = "",
    also: Phrase | None = None,
) -> DeskDestination:
    within = next(entry.title for entry in PAGES if entry.name == page)
    return DeskDestination(title, within, page, arguments, needs=frozenset({needs}), help=about, also=also)


_OFFICE = (Permission.MANAGE_OFFICE,)

SETTINGS_TABS = (
    ("personal", phrase("SettingsPage", "You"), (), "settings"),
    ("office", phrase("SettingsPage", "Office"), _OFFICE, "settings"),
    ("prices", phrase("SettingsPage", "Prices"), _OFFICE, "estimates"),
    ("layout_of_papers", phrase("SettingsPage", "Papers"), _OFFICE, "settings"),
    ("accounts", phrase("SettingsPage", "Accounts"), (Permission.MANAGE_ACCOUNTS,), "accounts"),
    ("keys", phrase("SettingsPage", "Keys"), _OFFICE, "keys"),
    ("backups", phrase("SettingsPage", "Backups"), _OFFICE, "backups"),
    ("about", phrase("SettingsPage", "About"), (), "about"),
)
"""Name, title, needs and help page of each, as the settings page places them."""

RULES_TABS = (
    ("rules", phrase("RulesPage", "Office rules"), (), "rules"),
    ("training", phrase("RulesPage", "Training"), (), "training"),
    ("standing", phrase("RulesPage", "Staff standing"), (Permission.READ_TRAINING,), "training"),
    ("violations", phrase("RulesPage", "Violations"), (Permission.RECORD_VIOLATIONS,), "training"),
    ("retention", phrase("RulesPage", "Retention rules"), (), "retention"),
    ("access", phrase("RulesPage", "Who may do what"), (), "rules"),
)

_SECTION_HELP = {"notice": "notices", "reports": "report_box", "audit": "access", "ledger": "disposal_ledger"}
"""Where a section's help page is not called as the section is."""

_ACTS = (
    _do(phrase("QuickSearch", "New customer"), "customers", {"new": "yes"}, Permission.EDIT_CUSTOMERS),
    _do(
        phrase("QuickSearch", "Bring in a customer list"),
        "customers",
        {"bring_in": "yes"},
        Permission.EDIT_CUSTOMERS,
        "import",
        phrase("QuickSearch", "import CSV Excel file"),
    ),
    _do(
        phrase("QuickSearch", "Hand out a customer list"),
        "customers",
        {"hand_out": "yes"},
        Permission.EXPORT_CUSTOMERS,
        "export",
        phrase("QuickSearch", "export CSV Excel file"),
    ),
    _do(phrase("QuickSearch", "Recurring work"), "schedule", {"plans": "yes"}, Permission.EDIT_JOBS),
    _do(phrase("QuickSearch", "Days off"), "schedule", {"days_off": "yes"}, Permission.EDIT_JOBS),
    _do(
        phrase("QuickSearch", "Register of papers"),
        "work_orders",
        {"copies": "yes"},
        Permission.REGISTER_COPIES,
        "work_orders",
        phrase("QuickSearch", "copies scan return"),
    ),
    _do(
        phrase("QuickSearch", "Register a paper that came in"),
        "work_orders",
        {"file": "yes"},
        Permission.REGISTER_COPIES,
        "papers",
    ),
    _do(
        phrase("QuickSearch", "This month's disposal review"),
        "disposal",
        {"review": "yes"},
        Permission.PROPOSE_DISPOSAL,
        "disposal",
        phrase("QuickSearch", "destroy erase delete"),
    ),
    DeskDestination(
        phrase("QuickSearch", "Note a call"),
        act="call",
        needs=frozenset({Permission.TAKE_CALLS}),
        help="calls",
    ),
    DeskDestination(
        phrase("QuickSearch", "Check who is calling"),
        act="caller",
        needs=frozenset({Permission.FIND_CUSTOMERS}),
    ),
    DeskDestination(phrase("QuickSearch", "Report that something happened"), act="report", help="leaks"),
    DeskDestination(phrase("QuickSearch", "Draw the curtain"), act="curtain"),
    DeskDestination(
        phrase("QuickSearch", "Lock the screen"), act="lock", also=phrase("QuickSearch", "log out leave")
    ),
    DeskDestination(
        phrase("QuickSearch", "Switch user"), act="switch", also=phrase("QuickSearch", "log out log in")
    ),
    DeskDestination(
        phrase("QuickSearch", "All keys"), act="keys", also=phrase("QuickSearch", "keyboard shortcuts")
    ),
    DeskDestination(phrase("QuickSearch", "Help"), act="help", help="help"),
)

DESTINATIONS: tuple[DeskDestination, ...] = (
    *(DeskDestination(one.title, page=one.name, needs=one.needs, help=one.name) for one in PAGES),
    *(
        DeskDestination(
            one.title,
            _SAFEGUARDS,
            "safeguards",
            {"section": one.name},
            needs=one.needs,
            help=_SECTION_HELP.get(one.name, one.name),
            also=one.about,
        )
        for one in SECTIONS
    ),
    *(_tab("settings", _SETTINGS, *tab) for tab in SETTINGS_TABS),
    *(_tab("rules", _RULES, *tab) for tab in RULES_TABS),
    *_ACTS,
)


class FoundDestinations(NamedTuple):
    """``named`` are those that the text names; ``further`` those that their help speaks of in its text."""

    named: tuple[DeskDestination, ...] = ()
    further: tuple[DeskDestination, ...] = ()


def find_destinations(actor: Actor, typed: str, limit: int) -> FoundDestinations:
    """The destinations that the text names in either language, those named so themselves first.

    After the names come other words for a place, and then the title of its help page.
    """
    sought = [fold(word) for word in typed.split()]
    if not sought:
        return FoundDestinations()
    spoken_of = _help_ranks(typed)
    ranked = [
        (rank, place)
        for place in DESTINATIONS
        if place.visible_to(actor) and (rank := _rank(place, sought, spoken_of)) is not None
    ]
    ranked.sort(key=lambda one: one[0])
    named = tuple(place for rank, place in ranked if rank < _IN_TEXT)
    further = tuple(place for rank, place in ranked if rank == _IN_TEXT)
    return FoundDestinations(named[:limit], further[: limit // 2])


def _rank(place: DeskDestination, sought: list[str], spoken_of: Mapping[str, int]) -> int | None:
    title, within, also = (_in_each_language(one) for one in (place.title, place.within, place.also))
    if all(word in title for word in sought):
        return 0
    if all(word in f"{title}\n{within}\n{also}" for word in sought):
        return 1
    return spoken_of.get(place.help)


def _help_ranks(typed: str) -> dict[str, int]:
    """The help pages that speak of it, by their names: 2 where the title does, :data:`_IN_TEXT` otherwise."""
    found: dict[str, int] = {}
    for language in LANGUAGES:
        for hit in find_pages(help_pages(language).values(), typed):
            rank = _IN_TEXT if hit.excerpt else 2
            found[hit.page.name] = min(rank, found.get(hit.page.name, rank))
    return found


@cache
def _in_each_language(text: Phrase | None) -> str:
    return "" if text is None else "\n".join(fold(words_for(language)(text)) for language in LANGUAGES)
