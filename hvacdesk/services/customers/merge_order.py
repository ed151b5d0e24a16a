"""Merges into one customer that are undone in another order than they were made.

Each merge remembers what the customer was before it. If an earlier merge is undone first, what a later one
remembers is the undone one's: it has to lead back to what was before both.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from hvacdesk.domain.customers.cautions import CautionKind
from hvacdesk.domain.text.text_forms import digits

Before = dict[str, Any]
"""What a merge remembers, as :meth:`.Merging.merge` writes it."""


Cautions = dict[str, str]
"""Texts of cautions by kind."""


def lead_past(undone: Before, later: Sequence[Before]) -> None:
    """Change what later merges remember, the earliest first, to what was before the one that is undone."""
    for name, (old, new) in undone["columns"].items():
        pair = next((one["columns"][name] for one in later if name in one["columns"]), None)
        if pair is not None and pair[0] == new:
            pair[0] = old


def note_left(undone: Before, later: Sequence[Before], now: str) -> str:
    """The customer's note without what the undone merge added to it; later ones remember theirs so.

    One that was changed since, or that a later duplicate's took the place of, is left as it is.
    """
    had, has = undone["columns"].get("note", (now, now))
    for pair in (one["columns"]["note"] for one in later if "note" in one["columns"]):
        if had == has or pair[0] != has:
            return now
        pair[0] = had
        if not has or not pair[1].startswith(f"{has}\n"):
            return now
        added = pair[1].removeprefix(f"{has}\n")
        has, had = pair[1], "\n".join(filter(None, (had, added)))
        pair[1] = had
    return had if now == has else now


def cautions_left(
    undone: Before, later: Sequence[Before], theirs: Sequence[Cautions], now: Cautions
) -> tuple[Cautions, bool]:
    """The customer's cautions without what the undone merge brought; later ones remember theirs so.

    Args:
        theirs: the cautions of the duplicate of each later merge.
        now: what the customer has.

    Returns:
        The cautions, and whether each is so: one that was changed or added since stays as it is.
    """
    found, settled = dict(now), True
    before, after = (dict(undone["cautions"][when]) for when in ("before", "after"))
    for kind, taken in after.items():
        has, had = taken, before.get(kind)
        if had == has:
            told = [dict(one["cautions"]["after"]).get(kind) for one in later] or [has]
            settled &= now.get(kind) in (None, told[-1])
            continue
        for one, brought in zip(later, theirs, strict=True):
            if dict(one["cautions"]["before"]).get(kind) != has:
                break  # changed in between
            _put(one["cautions"], "before", kind, had)
            has = dict(one["cautions"]["after"]).get(kind, "")
            had = both(had, brought.get(kind))
            _put(one["cautions"], "after", kind, had)
        else:
            if now.get(kind) == has:
                _put_text(found, kind, had)
                continue
        settled &= now.get(kind) in (None, had)
    brought_since = {kind for one in later for kind, _text in one["cautions"]["after"]}
    return found, settled and now.keys() <= after.keys() | brought_since


def both(mine: str | None, theirs: str | None) -> str | None:
    """Two texts of one kind of caution as one; None where neither has the caution."""
    if mine is None or theirs is None:
        return theirs if mine is None else mine
    return "、".join(dict.fromkeys(filter(None, (mine, theirs))))


def _put(cautions: dict[str, list[list[str]]], when: str, kind: str, text: str | None) -> None:
    found = dict(cautions[when])
    _put_text(found, kind, text)
    cautions[when] = [[name, found[name]] for name in map(str, CautionKind) if name in found]


def _put_text(cautions: Cautions, kind: str, text: str | None) -> None:
    if text is None:
        cautions.pop(kind, None)
    else:
        cautions[kind] = text


def phones_left(undone: Mapping[str, list[list[str]]], later: Sequence[Before]) -> dict[str, list[list[str]]]:
    """What the undone merge gives back of phones: a number that another duplicate has, too, stays."""
    given = []
    for phone in undone["added"]:
        for one in later:  # it was none of the kept one's own then
            mine = one["phones"].get("mine", ())
            one["phones"]["mine"] = [own for own in mine if not _has([own], phone)]
        whose = next((one["phones"] for one in later if _has(one["phones"]["theirs"], phone)), None)
        if whose is None:
            given.append(phone)
        elif not _has(whose["added"], phone):
            whose["added"].append(phone)
    return {**undone, "added": given}


def _has(phones: Sequence[Sequence[str]], phone: Sequence[str]) -> bool:
    return any(digits(number) == digits(phone[1]) for _kind, number in phones)
