"""Whoever or whatever has to have a name has one that is seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from hvacdesk.domain.disposal import media
from hvacdesk.domain.disposal.media import MediumFacts, MediumKind
from hvacdesk.domain.errors import Missing
from hvacdesk.domain.partners import partners
from hvacdesk.domain.partners.partners import Basis, FirmFacts
from tests.helpers.unseen import UNSEEN

NAMED: dict[str, Callable[[str], Any]] = {
    "firm": lambda name: partners.checked_facts(FirmFacts(name)),
    "seat": lambda name: partners.checked_facts(FirmFacts("見本設備", basis=Basis.PROVISION, seat=name)),
    "label": lambda name: media.checked_facts(MediumFacts(MediumKind.USB_STICK, name)),
}
"""What is refused, by the field that is named."""


@pytest.mark.parametrize("name", UNSEEN)
@pytest.mark.parametrize("field", NAMED)
def test_a_name_of_which_nothing_is_seen_is_missing(field: str, name: str) -> None:
    with pytest.raises(Missing) as refusal:
        NAMED[field](name)
    assert refusal.value.field == field
