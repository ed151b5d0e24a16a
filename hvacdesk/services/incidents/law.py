"""The law on leaks, which is data shipped with the program."""

from __future__ import annotations

from datetime import date
from functools import cache

from hvacdesk.domain.incidents.leak_rules import LeakLaw, parse_leak_law
from hvacdesk.resource_files import resource


@cache
def leak_law(on: date) -> LeakLaw:
    """The law as shipped for a day. Raises the parser's errors: without it the program judges nothing."""
    return parse_leak_law(resource("legal", "leaks.toml").read_text(encoding="utf-8"), on)
