"""Offices over a real keyring and the real vault; only passphrase work is made cheap."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.secret_service import SecretService
from tests.integration.disposal.office import DisposalOffice, copied_office


@pytest.fixture
def office(
    request: pytest.FixtureRequest, tmp_path: Path, secret_service: SecretService
) -> Iterator[DisposalOffice]:
    """A filled office in its owner's session; whoever is due is approved already where the mark says so."""
    approved = request.node.get_closest_marker("approved") is not None
    with copied_office(tmp_path / "office", secret_service, approved=approved) as opened:
        yield opened
