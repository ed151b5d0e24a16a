"""Cautions as a person reads them."""

from __future__ import annotations

from collections.abc import Sequence

from hvacdesk.domain.customers.cautions import CAUTION_NAMES, Caution, CautionKind
from hvacdesk.domain.text.wording import Words


def caution_lines(cautions: Sequence[Caution], words: Words) -> list[str]:
    """One line each: the kind's name, and what is written beside it."""
    return [_line(caution, words) for caution in cautions]


def _line(caution: Caution, words: Words) -> str:
    if caution.kind is CautionKind.OTHER:
        return caution.detail
    return "  ".join(filter(None, (words(CAUTION_NAMES[caution.kind]), caution.detail)))
