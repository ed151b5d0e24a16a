"""Cautions 注意事項: what a visitor should know, in words that the customer may read at any time.

They tell of the place and the visit, never of the customer's worth: there is no rank and no black list.
Source: the design's "structured cautions that can be disclosed" (2026-11).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hvacdesk.domain.errors import Missing
from hvacdesk.domain.text.input_checks import clean_text
from hvacdesk.domain.text.refused_numbers import check_free_text
from hvacdesk.domain.text.wording import Phrase, phrase

DETAIL_LIMIT = 500
FIELD = "cautions"


class CautionKind(StrEnum):
    """What there is to mind, in the order in which a visit meets it."""

    CALL_AHEAD = "call_ahead"
    VISIT_TIMES = "visit_times"
    NO_PARKING = "no_parking"
    NARROW_PARKING = "narrow_parking"
    RING_TWICE = "ring_twice"
    NO_DOORBELL = "no_doorbell"
    STAIRS = "stairs"
    SHOE_COVERS = "shoe_covers"
    PET = "pet"
    QUIET_HOURS = "quiet_hours"
    LANGUAGE = "language"
    LADDER = "ladder"
    NEIGHBOURS = "neighbours"
    NO_PHOTOS = "no_photos"
    OTHER = "other"


CAUTION_NAMES: dict[CautionKind, Phrase] = {
    CautionKind.CALL_AHEAD: phrase("Cautions", "Phone before the visit"),
    CautionKind.VISIT_TIMES: phrase("Cautions", "Visit at these times only"),
    CautionKind.NO_PARKING: phrase("Cautions", "No parking at the site"),
    CautionKind.NARROW_PARKING: phrase("Cautions", "Narrow road or parking"),
    CautionKind.RING_TWICE: phrase("Cautions", "Ring twice and wait"),
    CautionKind.NO_DOORBELL: phrase("Cautions", "The doorbell does not work"),
    CautionKind.STAIRS: phrase("Cautions", "Stairs only, no lift"),
    CautionKind.SHOE_COVERS: phrase("Cautions", "Shoe covers and floor sheets"),
    CautionKind.PET: phrase("Cautions", "Dog or other pet in the house"),
    CautionKind.QUIET_HOURS: phrase("Cautions", "Quiet hours: somebody sleeps"),
    CautionKind.LANGUAGE: phrase("Cautions", "Language to speak"),
    CautionKind.LADDER: phrase("Cautions", "Long ladder needed"),
    CautionKind.NEIGHBOURS: phrase("Cautions", "Tell the neighbours before work"),
    CautionKind.NO_PHOTOS: phrase("Cautions", "No photos"),
    CautionKind.OTHER: phrase("Cautions", "Other"),
}


@dataclass(frozen=True)
class Caution:
    """One caution; ``detail`` is a short text that belongs to it, such as the times of a visit."""

    kind: CautionKind
    detail: str = ""


def check_cautions(cautions: tuple[Caution, ...], *, allow_number: bool = False) -> tuple[Caution, ...]:
    """The cautions as they are stored: in the order of the kinds, each kind once, texts tidied.

    Raises:
        InvalidInput: a text cannot be stored, whose ``part`` is the kind; one without its text is
            :class:`Missing` where the kind says nothing by itself.
    """
    if not cautions:
        return ()
    found = {one.kind: _checked(one, allow_number) for one in cautions}
    return tuple(found[kind] for kind in CautionKind if kind in found)


def _checked(caution: Caution, allow_number: bool) -> Caution:
    part = caution.kind.value
    detail = clean_text(FIELD, caution.detail, limit=DETAIL_LIMIT, part=part)
    if caution.kind is CautionKind.OTHER and not detail:
        raise Missing(FIELD, part=part)
    check_free_text(FIELD, detail, part=part, allow_number=allow_number)
    return Caution(caution.kind, detail)
