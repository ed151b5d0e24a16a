"""Offices over a real keyring and the real vault; only passphrase work is made cheap."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from hvacdesk.vault.office import DeviceKeyring
from tests.helpers.secret_service import SecretService
from tests.helpers.vault_offices import make_office
from tests.integration.disposal.office import DisposalOffice, disposal_office


@pytest.fixture
def office(tmp_path: Path, secret_service: SecretService) -> Iterator[DisposalOffice]:
    """A filled office in its owner's session."""
    assert secret_service.daemon is not None
    opened = disposal_office(make_office(tmp_path / "office", DeviceKeyring()))
    yield opened
    opened.workplace.store.close()
    opened.vault.close()
