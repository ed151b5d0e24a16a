"""Merges into one customer that are undone in another order than they were made.

Each merge remembers what the customer was before it. If an earlier merge is undone first, what a later one
remembers is the undone one's: it has to lead back to what was before both.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from hvacdesk.domain.text.text_forms import digits

Before = dict[str, Any]
"""What a merge remembers, as :meth:`.Merging.merge` writes it."""


def lead_past(undone: Before, later: Sequence[Before]) -> None:
    """Change what later merges remember, the earliest first, to what was before the one that is undone."""
    for name, (old, new) in undone["columns"].items():
        pair = next((one["columns"][name] for one in later if name in one["columns"]), None)
        if pair is not None and pair[0] == new:
            pair[0] = old
    before, after = (dict(undone["cautions"][when]) for when in ("before", "after"))
    for kind, detail in after.items():
        _lead_caution_past(kind, detail, before.get(kind), later)


def _lead_caution_past(kind: str, taken: str, former: str | None, later: Sequence[Before]) -> None:
    if taken == former:
        return
    for one in later:
        known = one["cautions"]
        unchanged = dict(known["after"]).get(kind) == taken
        for when in ("before", "after") if unchanged else ("before",):
            known[when] = [
                [name, former if (name, text) == (kind, taken) else text]
                for name, text in known[when]
                if (name, text) != (kind, taken) or former is not None
            ]
        if not unchanged:
            return


def phones_left(undone: Mapping[str, list[list[str]]], later: Sequence[Before]) -> dict[str, list[list[str]]]:
    """What the undone merge gives back of phones: a number that another duplicate has, too, stays."""
    given = []
    for phone in undone["added"]:
        whose = next((one["phones"] for one in later if _has(one["phones"]["theirs"], phone)), None)
        if whose is None:
            given.append(phone)
        elif not _has(whose["added"], phone):
            whose["added"].append(phone)
    return {**undone, "added": given}


def _has(phones: Sequence[Sequence[str]], phone: Sequence[str]) -> bool:
    return any(digits(number) == digits(phone[1]) for _kind, number in phones)
