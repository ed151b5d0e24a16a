"""The notes of the audit log's end."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from hvacdesk.vault import folder
from hvacdesk.vault.device import anchor
from hvacdesk.vault.device.anchor import Head, HeadNotes, Unread
from hvacdesk.vault.errors import HeadDamaged
from tests.helpers.vault_offices import MemorySecrets

HEAD = Head(41, "0f" * 32, count=7, stored=5)


def test_the_head_is_kept_in_file_and_key_store(tmp_path: Path) -> None:
    secrets = MemorySecrets()
    assert anchor.read_head_file(tmp_path) is None
    assert anchor.read_head_keyring(secrets, "office", 1) is None
    anchor.write_head_file(tmp_path, HEAD)
    anchor.write_head_keyring(secrets, "office", 1, HEAD)
    assert anchor.read_head_file(tmp_path) == HEAD == anchor.read_head_keyring(secrets, "office", 1)


def test_a_note_of_an_earlier_version_has_no_count(tmp_path: Path) -> None:
    (tmp_path / folder.HEAD_NAME).write_bytes(b"41:" + b"0f" * 32 + b"\n")
    assert anchor.read_head_file(tmp_path) == Head(41, "0f" * 32, count=0, stored=0)


def test_every_note_counts_on_and_no_note_says_more_than_there_is(tmp_path: Path) -> None:
    secrets, notes = MemorySecrets(), HeadNotes(tmp_path)
    assert notes.read(secrets, "office", 1) == {"file": Unread.MISSING, "keyring": Unread.MISSING}
    notes.write(1, "0f" * 32, None, "office", 1)
    assert anchor.read_head_file(tmp_path) == Head(1, "0f" * 32, count=1, stored=0)
    notes.write(2, "0f" * 32, secrets, "office", 1)
    assert anchor.read_head_file(tmp_path) == Head(2, "0f" * 32, count=2, stored=2)
    later = HeadNotes(tmp_path)
    later.read(secrets, "office", 1)
    later.write(3, "0f" * 32, None, "office", 1)
    assert anchor.read_head_file(tmp_path) == Head(3, "0f" * 32, count=3, stored=2)


def test_a_rotation_that_ended_early_has_left_its_note_with_the_former_epoch(tmp_path: Path) -> None:
    secrets, notes = MemorySecrets(), HeadNotes(tmp_path)
    anchor.write_head_keyring(secrets, "office", 1, HEAD)
    assert notes.read(secrets, "office", 2)["keyring"] is Unread.MISSING
    (tmp_path / folder.database_name(1)).touch()
    assert notes.read(secrets, "office", 2)["keyring"] == HEAD


class Asked(MemorySecrets):
    """A key store in which a note is read while another thread writes one."""

    meanwhile: Callable[[], None] | None = None
    writing: threading.Thread

    def read(self, account: str) -> bytes | None:
        if self.meanwhile is not None:
            self.writing, self.meanwhile = threading.Thread(target=self.meanwhile), None
            self.writing.start()
            self.writing.join(0.2)
        return super().read(account)


def test_notes_are_not_read_between_the_writes_of_one(tmp_path: Path) -> None:
    secrets, notes = Asked(), HeadNotes(tmp_path)
    notes.write(1, "0f" * 32, secrets, "office", 1)
    secrets.meanwhile = lambda: notes.write(2, "0f" * 32, secrets, "office", 1)
    read = notes.read(secrets, "office", 1)
    secrets.writing.join()
    assert [getattr(head, "sequence", None) for head in read.values()] == [1, 1]


def test_a_head_that_others_passed_is_not_noted(tmp_path: Path) -> None:
    secrets, notes = MemorySecrets(), HeadNotes(tmp_path)
    notes.follow(2, "2f" * 32)
    notes.write(1, "1f" * 32, secrets, "office", 1)
    noted = notes.read(secrets, "office", 1).values()
    assert {(head.sequence, head.digest) for head in noted if isinstance(head, Head)} == {(2, "2f" * 32)}


def test_who_comes_after_the_last_login_left_notes_nothing(tmp_path: Path) -> None:
    """The next one may have opened the office anew, and counts on from what it read."""
    secrets, former, new = MemorySecrets(), HeadNotes(tmp_path), HeadNotes(tmp_path)
    former.write(1, "1f" * 32, secrets, "office", 1)
    former.end()
    new.read(secrets, "office", 1)
    new.write(3, "3f" * 32, secrets, "office", 1)
    former.write(2, "2f" * 32, secrets, "office", 1)
    former.follow(2, "2f" * 32)
    assert set(new.read(secrets, "office", 1).values()) == {Head(3, "3f" * 32, count=2, stored=2)}


@pytest.mark.parametrize("count", [10**11, 10**12])
def test_a_forged_count_leaves_room_to_count_on(tmp_path: Path, count: int) -> None:
    anchor.write_head_file(tmp_path, Head(1, "0f" * 32, count=count, stored=count))
    secrets, notes = MemorySecrets(), HeadNotes(tmp_path)
    for sequence in range(2, 5):
        notes.read(secrets, "office", 1)
        notes.write(sequence, "0f" * 32, secrets, "office", 1)
    written = HeadNotes(tmp_path).read(secrets, "office", 1)["file"]
    assert isinstance(written, Head)
    assert written.sequence == 4


def test_a_login_that_goes_forward_takes_its_note_along() -> None:
    secrets = MemorySecrets()
    anchor.write_head_keyring(secrets, "office", 2, HEAD)
    anchor.take_along(secrets, "office", 4)
    assert anchor.read_head_keyring(secrets, "office", 4) == HEAD


@pytest.mark.parametrize(
    "content",
    [
        *(b"", b"41:", b"41:0F" + b"0f" * 31, b"-1:" + b"0f" * 32, b"\xff\xfe", b"7:41:" + b"0f" * 32),
        b"9999999999999:0:41:" + b"0f" * 32,
    ],
)
def test_a_damaged_note_is_reported_not_taken_for_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / folder.HEAD_NAME).write_bytes(content)
    with pytest.raises(HeadDamaged):
        anchor.read_head_file(tmp_path)


def test_only_a_real_digest_is_noted(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="audit chain"):
        anchor.write_head_file(tmp_path, Head(1, "田中"))
