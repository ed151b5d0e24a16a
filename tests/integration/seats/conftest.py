from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.office_network import OfficeNetwork, office_network
from tests.helpers.secret_service import SecretService


@pytest.fixture
def network(tmp_path: Path, secret_service: SecretService) -> Iterator[OfficeNetwork]:
    with office_network(tmp_path) as made:
        yield made
