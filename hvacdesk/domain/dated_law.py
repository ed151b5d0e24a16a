"""Law as dated data: a file says what holds, and what will hold from a later day on.

A law that is decided and not yet in force is written into its file as a ``[[change]]`` with the day from
which it holds. It takes effect by itself on that day; nobody has to install anything then. A change names
what it replaces and with what, and nothing else:

    [[change]]
    in_force_from = 2027-04-01
    source = "…"
    as_of = "2026-12"
    ended = ["code-of-a-rule-that-ends"]
    final = { days = 45 }           # keys of a table that get another value
    [[change.rule]]                 # a rule of the list: another one of that code, or a new one
    code = "…"
"""

from __future__ import annotations

import tomllib
from datetime import date
from typing import Any

_KEYS = frozenset({"in_force_from", "source", "as_of", "ended"})
_NEEDED = _KEYS - {"ended"}


def document_on(text: str, day: date) -> dict[str, Any]:
    """The content of a file of rules as it holds on a day; the changes themselves are no part of it.

    Raises:
        ValueError: it is no TOML, or a change lacks its day, source or date of reading, or names what is
            not there.
    """
    document = tomllib.loads(text)
    for change in _changes(document.pop("change", [])):
        if change["in_force_from"] <= day:
            _apply(document, change)
    return document


def days_of_change(text: str) -> tuple[date, ...]:
    """The days on which something else begins to hold, in order. Raises as :func:`document_on`."""
    changes = _changes(tomllib.loads(text).get("change", []))
    return tuple(sorted({change["in_force_from"] for change in changes}))


def _changes(found: list[Any]) -> list[dict[str, Any]]:
    for change in found:
        if not isinstance(change, dict) or not change.keys() >= _NEEDED:
            raise ValueError("a change needs its day, its source and when it was read")
        if type(change["in_force_from"]) is not date:
            raise ValueError("a change is in force from a day")
    return sorted(found, key=lambda change: change["in_force_from"])


def _apply(document: dict[str, Any], change: dict[str, Any]) -> None:
    ended = set(change.get("ended", ()))
    for name, value in document.items():
        if isinstance(value, list) and ended:
            document[name] = [one for one in value if one.get("code") not in ended]
            ended -= {one.get("code") for one in value}
    if ended:
        raise ValueError("a change ends a rule that is not there")
    for name in change.keys() - _KEYS:
        if name not in document:
            raise ValueError("a change is of something that is not there")
        document[name] = _changed(document[name], change[name])


def _changed(before: Any, after: Any) -> Any:
    """Keys of a table get their new values, rules of a list are replaced by code, a value by the value."""
    if isinstance(before, dict) and isinstance(after, dict):
        return before | after
    if isinstance(before, list) and isinstance(after, list):
        new = {one["code"]: one for one in after}
        kept = [new.pop(one.get("code"), one) for one in before]
        return [*kept, *new.values()]
    if type(before) is not type(after):
        raise ValueError("a change is of another kind than what it changes")
    return after
