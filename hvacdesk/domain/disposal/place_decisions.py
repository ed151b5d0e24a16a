"""What is decided, before a disposal is approved, about other places that hold something of its customers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from hvacdesk.domain.disposal.remnants import LEFT_IN_RECORDS, PLACE_NAMES, RemnantPlace, ValueKind
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.text.wording import Phrase, Words, phrase


class PlaceDecision(StrEnum):
    """``CLEAN``: the values are blacked out in the text. ``TAKE``: the row is destroyed with the batch."""

    KEEP = "keep"
    CLEAN = "clean"
    TAKE = "take"


PLACE_DECISION_NAMES: dict[PlaceDecision, Phrase] = {
    PlaceDecision.KEEP: phrase("Remnants", "Keep"),
    PlaceDecision.CLEAN: phrase("Remnants", "Black out"),
    PlaceDecision.TAKE: phrase("Remnants", "Destroy as well"),
}


class KeepReason(StrEnum):
    """Why a place is kept as it is. Codes only: free text would itself name somebody."""

    SOMEBODY_ELSE = "somebody_else"
    LIVING_ORDER = "living_order"
    LAW = "law"
    DISPUTE = "dispute"
    UNCHANGEABLE = "unchangeable"


KEEP_REASON_NAMES: dict[KeepReason, Phrase] = {
    KeepReason.SOMEBODY_ELSE: phrase("Remnants", "Somebody else is meant"),
    KeepReason.LIVING_ORDER: phrase("Remnants", "Needed for another customer's order"),
    KeepReason.LAW: phrase("Remnants", "A law asks for it"),
    KeepReason.DISPUTE: phrase("Remnants", "Needed for a complaint or a dispute"),
    KeepReason.UNCHANGEABLE: phrase("Remnants", "Cannot be changed in the program"),
}


class PlaceRef(NamedTuple):
    """Which row a place is. In a table that is not the program's, ``table`` is empty and ``key`` 0."""

    table: str
    key: int


@dataclass(frozen=True)
class PlaceToDecide:
    """A row that stays, but holds something of the customers to be destroyed where it does not belong.

    Attributes:
        kinds: which kinds of values, in the order of :class:`ValueKind`.
        customer: number of the customer in whose record it is; empty where it is nobody's, or several's.
        combined: whether a name is there beside a way to reach the same person.
        rows: how many rows it is; more than one only in tables that are not the program's.
        may: what the person who asks can decide here.
        readable: whether the text can be shown to the person who asks.
        content: a salted hash of the row, by which it is known again.
    """

    ref: PlaceRef
    place: RemnantPlace
    kinds: tuple[ValueKind, ...]
    customer: str
    combined: bool
    rows: int
    may: frozenset[PlaceDecision]
    readable: bool = True
    content: str = field(default="", repr=False)
    decision: PlaceDecision | None = None
    reason: KeepReason | None = None


class PlaceTexts(NamedTuple):
    """The texts of a place, and what would be left there; ``blacked_out`` is empty where that is no way."""

    now: tuple[str, ...]
    blacked_out: tuple[str, ...] = ()


@dataclass(frozen=True)
class KeptPlaces:
    """What a certificate says of places that were kept on purpose: where, why, and how many."""

    place: str
    reason: str
    count: int


class PlacesUndecided(UserFacingError):
    """Nobody decided yet what becomes of a place."""

    what = phrase("Errors", "Places about which nothing was decided yet: {count}.")
    todo = phrase("Errors", "Open the list of other places and decide about each, or about all at once.")

    def __init__(self, count: int) -> None:
        super().__init__(count=f"{count:,}")


class PlaceChanged(UserFacingError):
    """The place no longer holds what was looked at, or cannot be decided like that."""

    what = phrase("Errors", "What stands in this place has changed since the list was made.")
    todo = phrase("Errors", "Look at the list again and decide again.")


class DecisionsChanged(UserFacingError):
    """The decisions about other places are not those that the approver was shown."""

    what = phrase("Errors", "The decisions about other places have changed since they were shown here.")
    safe = phrase("Errors", "Nothing was approved.")
    todo = phrase("Errors", "Look at the list of other places again, then approve.")


def as_shown(
    places: Iterable[PlaceToDecide],
) -> dict[PlaceRef, tuple[PlaceDecision | None, KeepReason | None]]:
    """The decision about each place of a list, to compare it with what is stored with the batch."""
    return {one.ref: (one.decision, one.reason) for one in places}


_COUNTED = phrase("Remnants", "{place}: {count}")
_KEPT = phrase("Remnants", "{place}: {count}, kept on purpose ({reason})")


def exceptions_said(
    exceptions: Iterable[Phrase],
    remnants: Iterable[tuple[str, int]],
    kept: Sequence[KeptPlaces],
    words: Words,
) -> list[tuple[str, list[str]]]:
    """Every exception of a certificate, and under the one about remnants how many there are of each place.

    What was kept on purpose is said with its reason.
    """
    places = [line for place, count in remnants for line in _said_of_place(place, count, kept, words)]
    return [(words(one), places if one == LEFT_IN_RECORDS else []) for one in exceptions]


def _said_of_place(place: str, count: int, kept: Sequence[KeptPlaces], words: Words) -> Iterator[str]:
    name, on_purpose = words(PLACE_NAMES[RemnantPlace(place)]), [one for one in kept if one.place == place]
    for one in on_purpose:
        reason = words(KEEP_REASON_NAMES[KeepReason(one.reason)])
        yield words(_KEPT).format(place=name, count=f"{one.count:,}", reason=reason)
    if others := count - sum(one.count for one in on_purpose):
        yield words(_COUNTED).format(place=name, count=f"{others:,}")
