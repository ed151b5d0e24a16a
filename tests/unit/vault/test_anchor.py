"""The notes of the audit log's end."""

from __future__ import annotations

from pathlib import Path

import pytest

from hvacdesk.vault import anchor, folder
from hvacdesk.vault.anchor import Head
from hvacdesk.vault.errors import HeadDamaged
from tests.helpers.vault_offices import MemorySecrets

HEAD = Head(41, "0f" * 32)


def test_the_head_is_kept_in_file_and_key_store(tmp_path: Path) -> None:
    secrets = MemorySecrets()
    assert anchor.read_head_file(tmp_path) is None
    assert anchor.read_head_keyring(secrets, "office", 1) is None
    anchor.write_head_file(tmp_path, HEAD)
    anchor.write_head_keyring(secrets, "office", 1, HEAD)
    assert anchor.read_head_file(tmp_path) == HEAD == anchor.read_head_keyring(secrets, "office", 1)


@pytest.mark.parametrize("content", [b"", b"41:", b"41:0F" + b"0f" * 31, b"-1:" + b"0f" * 32, b"\xff\xfe"])
def test_a_damaged_note_is_reported_not_taken_for_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / folder.HEAD_NAME).write_bytes(content)
    with pytest.raises(HeadDamaged):
        anchor.read_head_file(tmp_path)


def test_only_a_real_digest_is_noted(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="audit chain"):
        anchor.write_head_file(tmp_path, Head(1, "田中"))
