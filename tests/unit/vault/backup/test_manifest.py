from __future__ import annotations

import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hvacdesk.domain.backups.backups import BackupFacts
from hvacdesk.vault.backup import manifest
from hvacdesk.vault.backup.backup_errors import BackupDamaged, BackupIncomplete, BackupNewer
from hvacdesk.vault.backup.manifest import FileFacts, Manifest

KEY = bytes(range(32))
FACTS = BackupFacts(
    path="somewhere",
    office_id="a" * 32,
    office_name="試験空調",
    epoch=3,
    taken_at="2026-11-24T01:00:00Z",
    size=8192,
    rows=10,
    head_sequence=7,
    head_hash="b" * 64,
    schema=1,
    program="0.1.0",
)
FILES = {"office-3.db": FileFacts(8192, "c" * 64), "office.keys": FileFacts(900, "d" * 64)}
SEALED = Manifest(FACTS, FILES).sealed(KEY)


def changed(path: str, value: object) -> bytes:
    """The manifest's bytes with one value replaced; the path's parts are joined by slashes."""
    raw: dict[str, Any] = json.loads(SEALED.dump())
    *parents, last = path.split("/")
    place = raw
    for parent in parents:
        place = place[parent]
    place[last] = value
    return json.dumps(raw).encode()


def test_it_is_read_as_it_was_written_wherever_it_lies() -> None:
    read = manifest.parse(SEALED.dump(), Path("elsewhere"))
    assert read.facts == replace(FACTS, path="elsewhere")
    assert (read.files, read.database_name) == (FILES, "office-3.db")
    assert read.fits(KEY)
    assert not read.fits(bytes(32))


@pytest.mark.parametrize(
    "name", ["有限会社　試験空調", "試験\xa0空調\u2003\u200b", "\ue000田空調", "長" * 1_000, "👪空調"]
)
def test_an_office_may_be_called_with_spaces_and_signs_of_every_kind(name: str) -> None:
    called = Manifest(replace(FACTS, office_name=name), FILES).sealed(KEY)
    read = manifest.parse(called.dump(), Path("somewhere"))
    assert read == called
    assert read.fits(KEY)


@pytest.mark.parametrize("name", ["試験\n空調", "\x1b[2J空調", "空調\u2028", "\ud800空調", "長" * 1_001])
def test_what_no_window_may_show_of_a_name_is_left_out_before_it_is_written(name: str) -> None:
    called = Manifest(replace(FACTS, office_name=manifest.readable(name)), FILES).sealed(KEY)
    assert manifest.parse(called.dump(), Path("somewhere")) == called


@pytest.mark.parametrize("name", sorted(set(asdict(FACTS)) - {"path", "size"}))
def test_no_fact_can_be_changed_without_the_key(name: str) -> None:
    value = getattr(FACTS, name)
    other = {"office_id": "e" * 32, "head_hash": "e" * 64, "taken_at": "2026-11-24T01:00:01Z"}
    content = changed(f"facts/{name}", other.get(name, value + 1 if isinstance(value, int) else value + "x"))
    if name == "epoch":
        content = content.replace(b"office-3.db", b"office-4.db")
    assert not manifest.parse(content, Path("x")).fits(KEY)


def test_no_file_can_be_exchanged_without_the_key() -> None:
    for path, value in (("files/office.keys/sha256", "e" * 64), ("files/office-3.db/size", 4096)):
        assert not manifest.parse(changed(path, value), Path("x")).fits(KEY)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("facts/epoch", True),
        ("facts/epoch", "3"),
        ("facts/epoch", 4),
        ("facts/epoch", -3),
        ("facts/rows", 2**60),
        ("facts/rows", 1.5),
        ("facts/office_id", "../../etc"),
        ("facts/office_name", None),
        ("facts/office_name", "\x1b[2J"),
        ("facts/office_name", "\ud800"),
        ("facts/office_name", "長" * 2000),
        ("facts/taken_at", "yesterday"),
        ("facts/head_hash", "b" * 63),
        ("files", []),
        ("files/office.keys", None),
        ("mac", "short"),
        ("facts", []),
        ("format", "1"),
    ],
)
def test_what_is_no_manifest_is_refused(path: str, value: object) -> None:
    with pytest.raises(BackupDamaged):
        manifest.parse(changed(path, value), Path("x"))


@given(st.binary(max_size=200))
def test_no_bytes_crash_it(content: bytes) -> None:
    with pytest.raises(BackupDamaged):
        manifest.parse(content, Path("x"))


def test_what_is_too_long_or_too_deep_is_refused() -> None:
    for content in (b" " * manifest.LONGEST + SEALED.dump(), b"[" * 60_000):
        with pytest.raises(BackupDamaged):
            manifest.parse(content, Path("x"))


def test_a_newer_format_says_so_even_if_nothing_else_is_understood() -> None:
    with pytest.raises(BackupNewer):
        manifest.parse(b'{"format": 2, "anything": []}', Path("x"))


def test_a_folder_without_one_is_incomplete(tmp_path: Path) -> None:
    with pytest.raises(BackupIncomplete):
        manifest.read(tmp_path)
    (tmp_path / manifest.NAME).mkdir()
    with pytest.raises(BackupDamaged):
        manifest.read(tmp_path)


def test_sizes_are_compared_without_reading(tmp_path: Path) -> None:
    for name, file in FILES.items():
        (tmp_path / name).write_bytes(bytes(file.size))
    assert manifest.sizes_fit(tmp_path, SEALED)
    (tmp_path / "office-3.db").write_bytes(bytes(4096))
    assert not manifest.sizes_fit(tmp_path, SEALED)
    (tmp_path / "office-3.db").unlink()
    assert not manifest.sizes_fit(tmp_path, SEALED)


def test_the_manifest_of_a_file_is_its_size_and_digest(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"abc")
    digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert manifest.file_facts(path) == FileFacts(3, digest)  # FIPS 180-4's example
