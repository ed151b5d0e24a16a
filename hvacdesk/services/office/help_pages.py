"""The help as it is shipped: its chapters, its pages in each language, and their pictures.

It needs no office and no login.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from hvacdesk.domain.office.help_pages import HelpPage, parse_help
from hvacdesk.domain.text.wording import Phrase, phrase
from hvacdesk.resource_files import resource


@dataclass(frozen=True)
class Chapter:
    """Pages that belong together, in the order in which they are read."""

    title: Phrase
    pages: tuple[str, ...]


CHAPTERS = (
    Chapter(
        phrase("Help", "Coming in"),
        ("help", "login", "set_up", "recovery", "restore"),
    ),
    Chapter(
        phrase("Help", "The day's work"),
        (
            "today",
            "customers",
            "customer_form",
            "calls",
            "schedule",
            "job",
            "estimates",
            "billing",
            "closing_day",
            "open_items",
            "payments",
            "books",
            "bank_file",
            "billed_elsewhere",
            "receipts",
            "work_orders",
            "blacked_out",
            "papers",
            "results",
            "logs",
            "import",
            "export",
        ),
    ),
    Chapter(
        phrase("Help", "The month's end"),
        ("disposal", "disposal_decide", "disposal_papers", "disposal_approval", "disposal_destroy"),
    ),
    Chapter(
        phrase("Help", "Safeguards and rules"),
        (
            "safeguards",
            "leaks",
            "report_box",
            "requests",
            "notices",
            "partners",
            "media",
            "access",
            "disposal_ledger",
            "duties",
            "rules",
            "training",
            "retention",
        ),
    ),
    Chapter(
        phrase("Help", "Settings"),
        (
            "settings",
            "accounts",
            "keys",
            "backups",
            "seats",
            "joining",
            "connection",
            "about",
            "installing",
            "parts",
            "reading_aloud",
        ),
    ),
)
NAMES = tuple(name for chapter in CHAPTERS for name in chapter.pages)


@cache
def help_pages(language: str) -> dict[str, HelpPage]:
    """Every page of ``ja`` or ``en`` by its name, in reading order."""
    return {
        name: parse_help(name, resource("help", language, f"{name}.md").read_text(encoding="utf-8"))
        for name in NAMES
    }


def help_picture(language: str, file: str) -> Path:
    """Where a page's picture lies; it need not exist."""
    return resource("help", language, file)
