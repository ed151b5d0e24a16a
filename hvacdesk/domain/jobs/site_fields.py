"""A site's fields, each described once; see :mod:`hvacdesk.domain.fields`.

One more text of a site (a second note, say) is a member of :class:`SiteField`, an attribute of
``SiteRecord``, its column with its migration, and one line in :data:`SITE_FIELDS`. Tests take every field
through every use.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from hvacdesk.domain import masking
from hvacdesk.domain.customers.customer_fields import CUSTOMER_FIELDS
from hvacdesk.domain.customers.customers import CustomerField
from hvacdesk.domain.fields import DescribedField, FieldSet, TextKind, Use, filled
from hvacdesk.domain.jobs.jobs import JobReader, SiteField, SiteRecord
from hvacdesk.domain.masked import Masked
from hvacdesk.domain.papers.work_orders import PrintField
from hvacdesk.domain.text.traces import Trace, trace_of_somebody
from hvacdesk.domain.text.wording import Phrase, phrase
from hvacdesk.domain.text.written_places import place_forms


@dataclass(frozen=True)
class SiteDescription(DescribedField[SiteField, SiteRecord]):
    """One field of a site.

    Attributes:
        whole_for: who reads it in full.
    """

    whole_for: JobReader = JobReader.NOBODY


_STAYS_APART = {Use.MERGED: "A merged customer has the sites of both, each as it was."}
_NOT_SEARCHED = {Use.FOUND: "Customers are found by their own values, not by what is written of a place."}
_IN_TITLE = {Use.SHOWN: "It is the title of the site's block, above its lines."}
_NOT_A_PERSONS = {
    Use.BLACKED_OUT: "It names a place, and no paper hides it.",
    Use.BARRED: "It names a place and nobody there.",
}


def _text(key: SiteField, label: Phrase, kind: TextKind, **more: Any) -> SiteDescription:
    text = attrgetter(key.value)
    facts: dict[str, Any] = {
        "columns": (key.value,),
        "full": lambda record: filled(text(record)),
        "masked": lambda record, may: (masking.withheld(text(record), revealable=may),),
        "told_as": None,
        "printed": None,
        "trace": lambda _record: Trace(),
        **more,
    }
    facts["otherwise"] = _STAYS_APART | _NOT_SEARCHED | more.get("otherwise", {})
    return SiteDescription(key, label, kind=kind, **facts)


ACCESS_NAME = phrase("Sites", "Parking and carry-in")
"""What a site's ``access`` is called on screens, on papers and to whoever asks what is held."""

_FIELDS = (
    _text(
        SiteField.LABEL,
        phrase("Sites", "Name of the site"),
        TextKind.LINE,
        masked=lambda _record, _may: (Masked(""),),
        disclosed=phrase("Disclosure", "Designation"),
        whole_for=JobReader.JOBS,
        otherwise=_NOT_A_PERSONS | _IN_TITLE,
    ),
    SiteDescription(
        SiteField.ADDRESS,
        CUSTOMER_FIELDS[CustomerField.ADDRESS].label,
        columns=CUSTOMER_FIELDS[CustomerField.ADDRESS].columns,
        full=lambda record: filled(record.address.full()),
        masked=lambda record, may: (masking.address(record.address, revealable=may),),
        told_as=CustomerField.ADDRESS,
        printed=PrintField.ADDRESS,
        trace=lambda record: Trace(places=place_forms(record.address)),
        addressee=True,
        whole_for=JobReader.GOING,
        otherwise={**CUSTOMER_FIELDS[CustomerField.ADDRESS].otherwise, **_STAYS_APART, **_NOT_SEARCHED},
    ),
    _text(
        SiteField.FLOOR,
        phrase("Sites", "Floor"),
        TextKind.LINE,
        whole_for=JobReader.ANYBODY,
        otherwise={
            **_NOT_A_PERSONS,
            Use.SHOWN: "The form and the papers say it; the block is for finding the place.",
        },
    ),
    _text(
        SiteField.ATTENDS,
        phrase("Sites", "Who attends"),
        TextKind.LINE,
        card=phrase("Sites", "Attends"),
        disclosed=phrase("Disclosure", "Who is there"),
        # A copy for those who go there prints it, as the office wrote it; the others do not.
        printed=PrintField.ADDRESS,
        trace=lambda record: trace_of_somebody(record.attends),
        whole_for=JobReader.VISIT,
    ),
    _text(
        SiteField.ACCESS,
        ACCESS_NAME,
        TextKind.PROSE,
        disclosed=ACCESS_NAME,
        printed=PrintField.ACCESS,
        whole_for=JobReader.VISIT,
        otherwise=dict.fromkeys(
            (Use.BLACKED_OUT, Use.BARRED), "It is prose, which nobody writes a second time word for word."
        ),
    ),
    _text(
        SiteField.LOCK_CODES,
        phrase("Sites", "Keys, lock codes, absences"),
        TextKind.PROSE,
        card=phrase("Sites", "Keys, codes"),
        disclosed=phrase("Disclosure", "Keys and lock codes"),
        told_as=CustomerField.LOCK_CODE,
        printed=PrintField.LOCK_CODES,
        trace=lambda record: Trace(codes=filled(record.lock_codes)),
        otherwise={
            Use.BARRED: "Its few digits are also those of days, amounts and numbers of papers.",
            Use.EXPORTED: "A list in full is for reaching customers, which opens no doors.",
        },
    ),
)

SITE_FIELDS = FieldSet(*_FIELDS)
"""Every field, in the order of :class:`SiteField`."""


def values_seen(
    record: SiteRecord, readers: Collection[JobReader], *, contact: bool, addressee: bool
) -> dict[SiteField, Masked]:
    """What somebody gets of each field.

    Args:
        readers: what kind of reader it is.
        contact, addressee: whether they may ask for what is hidden, or for what is written on an envelope.
    """
    return {
        one.key: Masked.shown("".join(one.full(record)))
        if one.whole_for in readers
        else one.masked(record, one.revealed and (addressee if one.addressee else contact))[0]
        for one in _FIELDS
    }
