"""What the tests of this folder share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from hvacdesk.domain.customers.customers import PersonName
from tests.helpers.billed import billed_office
from tests.helpers.ground import new_ground
from tests.helpers.two_merged import Two


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Two]:
    ground = new_ground(tmp_path)
    office = billed_office(ground)
    other = office.someone(name=PersonName("別府", "仁", "ベップ", "ジン"))
    yield Two(office, office.someone(), other)
    ground.close()
