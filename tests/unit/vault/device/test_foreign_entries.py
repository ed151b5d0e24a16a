"""What somebody else put under an account of ours is no note of ours, whatever it is."""

from __future__ import annotations

import pytest

from hvacdesk.vault import errors
from hvacdesk.vault.device import anchor, device_state
from hvacdesk.vault.keyfile import key_file_store
from tests.helpers.vault_offices import MemorySecrets

FOREIGN = [
    b"",
    b"\xff\xfe",
    b"9" * 5000,
    b"[" * 100_000,
    b'{"login": "a", "name": "b", "counted": 1e999, "held_since": 1}',
    b"[]",
]


@pytest.mark.parametrize("entry", FOREIGN, ids=range(len(FOREIGN)))
def test_a_foreign_entry_is_read_as_none_or_as_damaged(entry: bytes) -> None:
    secrets = MemorySecrets()
    for account in (
        device_state.account("office"),
        key_file_store.revision_account("office", 1),
        anchor.keyring_account("office", 1),
    ):
        secrets.write(account, entry)
    assert device_state.read(secrets, "office") is None
    assert key_file_store.remembered_revision(secrets, "office", 1) == 0
    with pytest.raises(errors.HeadDamaged):
        anchor.read_head_keyring(secrets, "office", 1)
