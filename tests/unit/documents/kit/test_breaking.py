"""Where a printed line may end."""

from __future__ import annotations

import pytest

from hvacdesk.documents.kit.page import Sheet
from hvacdesk.domain.text.wording import english


@pytest.mark.parametrize("count", range(20, 40))
def test_the_honorific_of_an_organisation_stays_in_one_piece(count: int) -> None:
    """An invoice's window had 御 at the end of one line and 中 on the next."""
    setter = Sheet(english, "Sample", "2026-11-24").set
    name = "株" * count + "　御中"
    lines = [line.text for line in setter.fit(name, 100, (10, 9), bold=True)]
    assert len(lines) > 1
    assert "".join(lines).replace("　", "") == name.replace("　", "")
    assert any("御中" in line for line in lines), lines
