"""The keys of a screen at the end of its help page, taken from the one list of them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from hvacdesk.ui.help.shortcut_overview import key_text
from hvacdesk.ui.language import words
from hvacdesk.ui.shortcuts import EVERYWHERE, FORMS, HELP, LISTS, OF_PAGES, PREVIEW, KeyGroup

_PAGES_KEYS = {group.page: group for group in OF_PAGES}

KEYS: dict[str, tuple[KeyGroup, ...]] = {
    "help": (HELP, EVERYWHERE),
    "today": (_PAGES_KEYS["today"],),
    "customers": (_PAGES_KEYS["customers"],),
    "customer_form": (FORMS,),
    "calls": (FORMS,),
    "schedule": (_PAGES_KEYS["schedule"],),
    "job": (FORMS,),
    "billing": (FORMS,),
    "closing_day": (FORMS,),
    "open_items": (FORMS,),
    "payments": (FORMS,),
    "books": (FORMS,),
    "bank_file": (FORMS,),
    "billed_elsewhere": (FORMS,),
    "receipts": (FORMS,),
    "estimates": (FORMS, _PAGES_KEYS["settings"]),
    "work_orders": (_PAGES_KEYS["work_orders"], PREVIEW),
    "papers": (PREVIEW,),
    "results": (FORMS,),
    "logs": (FORMS,),
    "disposal": (_PAGES_KEYS["disposal"],),
    "disposal_decide": (_PAGES_KEYS["disposal"],),
    "safeguards": (_PAGES_KEYS["safeguards"],),
    "leaks": (FORMS,),
    "requests": (FORMS,),
    "partners": (FORMS,),
    "rules": (FORMS,),
    "parts": (LISTS, FORMS),
}
"""The groups by the name of the help page; screens without keys of their own have none."""


def keys_text(name: str) -> str:
    """The keys of one page's screen as text of a help page; empty where it has none."""
    groups = KEYS.get(name, ())
    if not groups:
        return ""
    title = QCoreApplication.translate("Help", "Keys")
    lines = [f"- {key_text(key)}　{words(key.does)}" for group in groups for key in group.keys]
    return "\n".join((f"## {title}", *lines))
