"""The destroyed values that wait for their proof: only their batch's key opens them, and they go for good."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hvacdesk.domain.disposal.remnants import Marks
from hvacdesk.vault import ciphers, errors, folder
from hvacdesk.vault.erasure import pending_proof
from hvacdesk.vault.erasure.needles import Needle
from hvacdesk.vault.erasure.pending_proof import KeptValues
from tests.helpers.vault_offices import MadeOffice, MemorySecrets, make_office

BATCH, OTHER = "b" * 32, "c" * 32
GONE = "破棄された 顧客"
KEPT = KeptValues((Needle(GONE.encode()),), (Marks(frozenset({"破棄顧客"}), frozenset({"09055512077"})),))


def place(office: MadeOffice) -> Path:
    return office.home / folder.PENDING_NAME


def test_a_crashed_proof_finds_what_it_looked_for_and_nothing_of_it_in_clear(office: MadeOffice) -> None:
    key = pending_proof.new_key()
    pending_proof.keep(office.vault, BATCH, key, KEPT)
    assert pending_proof.load(office.vault, BATCH, key) == KEPT
    content = place(office).read_bytes()
    assert GONE.encode() not in content
    assert GONE.encode().hex().encode() not in content


def test_a_change_of_keys_between_deletion_and_proof_leaves_them_readable(office: MadeOffice) -> None:
    key = pending_proof.new_key()
    pending_proof.keep(office.vault, BATCH, key, KEPT)
    office.vault.epochs.rotate()
    assert pending_proof.load(office.vault, BATCH, key) == KEPT


def test_another_batch_key_or_office_opens_nothing(office: MadeOffice, tmp_path: Path) -> None:
    key = pending_proof.new_key()
    pending_proof.keep(office.vault, BATCH, key, KEPT)
    assert pending_proof.load(office.vault, OTHER, key) is None
    assert pending_proof.load(office.vault, BATCH, pending_proof.new_key()) is None
    assert pending_proof.load(office.vault, BATCH, "") is None
    other = make_office(tmp_path / "other", MemorySecrets())
    place(other).write_bytes(place(office).read_bytes())
    assert pending_proof.load(other.vault, BATCH, key) is None


@pytest.mark.parametrize(
    "content", [b"", b"x" * 40, None, "folder"], ids=["empty", "noise", "none", "folder"]
)
def test_what_is_not_ours_is_as_good_as_nothing(office: MadeOffice, content: bytes | str | None) -> None:
    """Then the proof says that nothing can be proved; it does not end with an error."""
    if isinstance(content, bytes):
        place(office).write_bytes(content)
    elif content is not None:
        place(office).mkdir()
    assert pending_proof.load(office.vault, BATCH, pending_proof.new_key()) is None


def test_a_longer_file_than_any_batchs_is_not_read(
    office: MadeOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = pending_proof.new_key()
    pending_proof.keep(office.vault, BATCH, key, KEPT)
    monkeypatch.setattr(pending_proof, "_LONGEST", place(office).stat().st_size - 1)
    assert pending_proof.load(office.vault, BATCH, key) is None
    pending_proof.drop(office.vault)
    assert not place(office).exists()


def test_a_disk_that_fails_is_no_proof_that_there_is_nothing(
    office: MadeOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(path: Path, longest: int) -> bytes:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(pending_proof.own_files, "content", fail)
    with pytest.raises(errors.DiskFailed):
        pending_proof.load(office.vault, BATCH, pending_proof.new_key())


def seal_as_of_old(office: MadeOffice, batch: str, listed: object) -> None:
    """As the first release sealed them: under the database's key of then."""
    key, bound_to = pending_proof._of_first_release(office.vault, batch)
    place(office).write_bytes(ciphers.seal(key, json.dumps(listed).encode(), bound_to))


def test_values_of_earlier_releases_are_still_looked_for(office: MadeOffice) -> None:
    value = GONE.encode().hex()
    seal_as_of_old(office, BATCH, [[value, 3]])
    assert pending_proof.load(office.vault, BATCH, "") == KeptValues((Needle(GONE.encode()),), None)
    key = pending_proof.new_key()
    assert pending_proof.load(office.vault, BATCH, key) is not None, "a batch of then got no key of its own"
    sealing_key, bound_to = pending_proof._of_batch(office.vault, BATCH, key)
    for listed, people in (([value], None), ({"needles": [value], "people": None}, None)):
        place(office).write_bytes(ciphers.seal(sealing_key, json.dumps(listed).encode(), bound_to))
        assert pending_proof.load(office.vault, BATCH, key) == KeptValues((Needle(GONE.encode()),), people)


@pytest.mark.linux("a file can lose its name while somebody reads it")
def test_they_are_overwritten_before_they_go(office: MadeOffice) -> None:
    """Somebody who holds the file open reads what its bytes were made of when its name went."""
    pending_proof.keep(office.vault, BATCH, pending_proof.new_key(), KEPT)
    with place(office).open("rb") as held:
        size = len(held.read())
        pending_proof.drop(office.vault)
        held.seek(0)
        assert held.read() == bytes(size)
    assert not place(office).exists()
    pending_proof.drop(office.vault)  # there is nothing any more, and that is no failure


def test_the_next_batchs_take_the_place_of_the_last_ones(office: MadeOffice) -> None:
    first, second = pending_proof.new_key(), pending_proof.new_key()
    pending_proof.keep(office.vault, BATCH, first, KEPT)
    pending_proof.keep(office.vault, OTHER, second, KeptValues((), ()))
    assert pending_proof.load(office.vault, BATCH, first) is None
    assert pending_proof.load(office.vault, OTHER, second) == KeptValues((), ())
