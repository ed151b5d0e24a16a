"""Offices over a real keyring and the real vault; only passphrase work is made cheap."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.secret_service import SecretService
from tests.integration.disposal.office import DisposalOffice, copied_office


@pytest.fixture
def office(tmp_path: Path, secret_service: SecretService) -> Iterator[DisposalOffice]:
    """A filled office in its owner's session."""
    with copied_office(tmp_path / "office", secret_service) as opened:
        yield opened
