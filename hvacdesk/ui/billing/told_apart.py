"""What an open invoice is for, in a few words: it tells customers apart whose masked names read alike."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from hvacdesk.domain.billing.open_items import BilledWork
from hvacdesk.domain.jobs.jobs import WORK_KIND_NAMES
from hvacdesk.domain.text.wording import Words
from hvacdesk.ui.dates import day_text


def name_apart(name: str, works: Sequence[BilledWork], words: Words, place: str) -> str:
    """A name that several customers have, with what the invoice is for; without a job with ``place``.

    Args:
        place: number and town of the customer.
    """
    said = QCoreApplication.translate("ToldApart", "{name} ({work})")
    work = _work_text(works, words) or place
    return said.format(name=name, work=work) if work else name


def _work_text(works: Sequence[BilledWork], words: Words) -> str:
    """Number, kind, day and town of the first job, and how many more there are; empty without a job."""
    if not works:
        return ""
    first = works[0]
    day = day_text(first.on) if first.on else ""
    said = " ".join(filter(None, (first.number, words(WORK_KIND_NAMES[first.work_kind]), day, first.town)))
    if len(works) == 1:
        return said
    more = QCoreApplication.translate("ToldApart", "and %n more", "", len(works) - 1)
    return f"{said} {more}"
