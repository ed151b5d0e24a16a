"""Whatever lies in a file or is typed: readers answer with what is foreseen, never with another exception."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import tracemalloc
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hvacdesk.domain.backups.backups import BackupFacts
from hvacdesk.domain.disposal.disposed_list import DestroyedBatch, DestroyedCustomer, DisposedList
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.papers.copy_codes import make_code, read_code
from hvacdesk.ui.preferences import FILE, Preferences
from hvacdesk.vault import ciphers, folder
from hvacdesk.vault import errors as vault_errors
from hvacdesk.vault.backup import destinations, manifest, quarantine
from hvacdesk.vault.backup.destinations import Place
from hvacdesk.vault.backup.manifest import FileFacts, Manifest
from hvacdesk.vault.device import anchor, enrolment
from hvacdesk.vault.device.anchor import Head
from hvacdesk.vault.erasure import disposed_list
from hvacdesk.vault.keyfile import recovery, signers, slots
from tests.helpers.vault_offices import MemorySecrets
from tests.integration.faults.mutation import bytes_like, dumped, json_like
from tests.integration.faults.telling import Tell

EXAMPLES = int(os.environ.get("HVACDESK_FUZZ_EXAMPLES", "150"))
OFFICE, PLACE = "0123456789abcdef" * 2, "fedcba9876543210" * 2
SIGNING, LATER_SIGNING = bytes(range(32)), bytes(range(1, 33))
SIGNER = ciphers.signing_public(SIGNING)
SUCCESSION = signers.succeed(OFFICE, SIGNING, ciphers.signing_public(LATER_SIGNING), 2)


@dataclass(frozen=True)
class Reader:
    """Something that reads a file.

    Attributes:
        name: the file's name in its folder.
        content: a whole one.
        read: reads the file in a folder.
        foreseen: what it may raise.
        longest: how many bytes of it are read.
        resealed: turns JSON into a file whose checksum fits; None where there is no checksum.
    """

    name: str
    content: bytes
    read: Callable[[Path], object]
    foreseen: tuple[type[Exception], ...]
    longest: int
    resealed: Callable[[bytes], bytes] | None = None


def slots_file() -> bytes:
    header = slots.Header(OFFICE, 3, folder.database_name(3), bytes(16), "keyring.backends.x", slots.FORMAT)
    recovery_slot = slots.RecoverySlot(1, "2026-11-24", bytes(99))
    handovers = (slots.SecretHandover(2, 3, bytes(60)),)
    return slots.serialize(slots.SlotsFile(header, bytes(200), recovery_slot, handovers))


def with_checksum(rest: bytes) -> bytes:
    return b"hvacdesk-keys %d %s\n%s" % (slots.FORMAT, hashlib.sha256(rest).hexdigest().encode(), rest)


def backup_manifest() -> bytes:
    facts = BackupFacts("", OFFICE, "青空空調", 3, "2026-11-24T01:00:00Z", 4096, 10, 20, "0" * 64, 2, "0.1.0")
    files = {name: FileFacts(4096, "0" * 64) for name in (folder.database_name(3), folder.SLOTS_NAME)}
    return Manifest(facts, files).sealed(bytes(32)).dump()


def signed_list() -> bytes:
    listed = DisposedList(
        (DestroyedBatch(**_sample(DestroyedBatch)),), (DestroyedCustomer(**_sample(DestroyedCustomer)),)
    )
    return disposed_list.written(listed, OFFICE, [SUCCESSION], lambda data: signers.sign(LATER_SIGNING, data))


def _sample(kind: Any) -> dict[str, Any]:
    return {
        name: False if "bool" in str(field.type) else "2026-11-24T01:00:00Z"
        for name, field in kind.__dataclass_fields__.items()
    }


def verify(data: bytes, signature: bytes, successions: Any) -> bool:
    return signers.signed_by_office(OFFICE, SIGNER, data, signature, successions)


def verify_signed_by_us(rest: bytes) -> bytes:
    signature = signers.sign(LATER_SIGNING, b"hvacdesk-disposed-list 1\n" + rest).hex()
    return f"hvacdesk-disposed-list 1 {signature}\n".encode() + rest


def read_list(home: Path) -> object:
    return disposed_list.opened(disposed_list.read_bytes(home) or b"", OFFICE, verify)


def places_note() -> bytes:
    place = Place(PLACE, "/media/usb", "2026-11-24T01:00:00Z", "/media/usb/b", "2026-11-24T01:00:00Z", "full")
    return json.dumps({"format": 1, "places": [{**place.__dict__, "held": [[1, 2], [2, 7]]}]}).encode()


def read_marker(home: Path) -> object:
    there = destinations.connected(Place(PLACE, str(home)), OFFICE)
    with suppress(UserFacingError):
        destinations.mark(home, home.parent / "elsewhere", OFFICE)
    return there


def marker() -> bytes:
    return json.dumps({"format": 1, "office": OFFICE, "place": PLACE}).encode()


def read_restore_note(home: Path) -> object:
    there = quarantine.is_begun(home)
    quarantine.finish(home, MemorySecrets())
    return there


def checked_note(raw: bytes) -> bytes:
    """A note whose check fits, whatever its values are."""
    value = json.loads(raw) if raw.count(b"\n") == 0 and raw else None
    if isinstance(value, dict):
        parts = {name: value[name] for name in ("office", "epoch", "folder") if name in value}
        value["check"] = hashlib.sha256(json.dumps(parts).encode("ascii")).hexdigest()
    return dumped(value)


def read_invitation(home: Path) -> object:
    return enrolment._load(home)


def invitation() -> bytes:
    content = {"format": 1, "office": OFFICE, "epoch": 3, "login": PLACE, "made": 1_800_000_000.5}
    rest = {"salt": "0" * 32, "cost": [65_536, 2, 4], "sealed": base64.b64encode(bytes(99)).decode("ascii")}
    return dumped(content | rest)


def read_preferences(home: Path) -> object:
    read = Preferences(home)
    assert read.text_size in {100, 125, 150, 175, 200}
    return read


READERS = {
    "slots file": Reader(
        folder.SLOTS_NAME,
        slots_file(),
        slots.read_copies,
        (UserFacingError,),
        slots.LONGEST_FILE,
        with_checksum,
    ),
    "backup manifest": Reader(
        manifest.NAME, backup_manifest(), manifest.read, (UserFacingError,), manifest.LONGEST, lambda raw: raw
    ),
    "disposed list": Reader(
        disposed_list.NAME, signed_list(), read_list, (disposed_list.ListRefused,), disposed_list.LONGEST
    ),
    "disposed list signed by the office": Reader(
        disposed_list.NAME,
        signed_list(),
        read_list,
        (disposed_list.ListRefused,),
        disposed_list.LONGEST,
        verify_signed_by_us,
    ),
    "note of backup folders": Reader(
        destinations.NOTE_NAME,
        places_note(),
        destinations.read,
        (UserFacingError,),
        destinations.LONGEST,
        lambda raw: raw,
    ),
    "marker of a backup folder": Reader(
        destinations.MARKER_NAME, marker(), read_marker, (), destinations.LONGEST, lambda raw: raw
    ),
    "note of a restore": Reader(
        quarantine.NOTE_NAME,
        quarantine.Begun(OFFICE, 3, "set-aside-20261124T010000Z").note(),
        read_restore_note,
        (),
        1_000_000,
        checked_note,
    ),
    "invitation of a login": Reader(
        folder.ENROLMENT_NAME,
        invitation(),
        read_invitation,
        (UserFacingError,),
        1_000_000,
        lambda raw: raw,
    ),
    "end of the audit log": Reader(
        folder.HEAD_NAME,
        Head(17, "0" * 64).note() + b"\n",
        anchor.read_head_file,
        (UserFacingError,),
        1_000_000,
    ),
    "preferences": Reader(
        FILE,
        b"[General]\nlanguage=ja\nscheme=dark\ntext_size=125\nlast_account=" + OFFICE.encode(),
        read_preferences,
        (),
        1_000_000,
    ),
}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the file."""
    made = tmp_path_factory.mktemp("fuzz") / "home"
    made.mkdir()
    return made


def require_foreseen(reader: Reader, home: Path, content: bytes) -> None:
    (home / reader.name).write_bytes(content)
    with suppress(*reader.foreseen):
        reader.read(home)


@pytest.mark.parametrize("kind", READERS)
def test_a_whole_file_is_read(kind: str, tmp_path: Path) -> None:
    reader = READERS[kind]
    (tmp_path / reader.name).write_bytes(reader.content)
    assert reader.read(tmp_path)


@pytest.mark.parametrize("kind", READERS)
def test_spoiled_bytes(kind: str, home: Path, tell: Tell) -> None:
    reader, cases = READERS[kind], []

    @settings(max_examples=EXAMPLES)
    @given(bytes_like(reader.content))
    def read(content: bytes) -> None:
        cases.append(len(content))
        require_foreseen(reader, home, content)

    read()
    tell("fuzz cases", len(cases))


def structured(reader: Reader) -> list[Any]:
    """The JSON lines of a file, its first line apart if that carries a checksum or signature."""
    lines = reader.content.splitlines() if b"\n{" in reader.content else [reader.content]
    return [json.loads(line) for line in lines if not line.startswith(b"hvacdesk-")]


@pytest.mark.parametrize("kind", [kind for kind, reader in READERS.items() if reader.resealed])
def test_spoiled_structure_under_a_fitting_checksum(kind: str, home: Path, tell: Tell) -> None:
    reader, cases = READERS[kind], []
    assert reader.resealed is not None

    @settings(max_examples=2 * EXAMPLES)
    @given(json_like(structured(reader)))
    def read(lines: Any) -> None:
        cases.append(kind)
        rest = b"\n".join(map(dumped, lines)) if isinstance(lines, list) else dumped(lines)
        assert reader.resealed is not None
        require_foreseen(reader, home, reader.resealed(rest))

    read()
    tell("fuzz cases", len(cases))


FOUND = {
    "digits beyond number": ("preferences", b"[General]\ntext_size=" + b"9" * 5_000),
    "a digit that is no number": ("preferences", "[General]\ntext_size=²".encode()),
    "a text for a list of places": ("note of backup folders", b'{"format": 1, "places": " "}'),
    "infinitely many backups": ("note of backup folders", places_note().replace(b"[2, 7]", b"[2, 1e999]")),
    "infinitely many successors": (
        "disposed list signed by the office",
        verify_signed_by_us(signed_list().partition(b"\n")[2].replace(b"[[2, ", b"[[1e999, ")),
    ),
}
"""What once came out as another exception."""


@pytest.mark.parametrize("case", FOUND)
def test_what_was_found_before(case: str, tmp_path: Path) -> None:
    kind, content = FOUND[case]
    assert content != READERS[kind].content
    require_foreseen(READERS[kind], tmp_path, content)


@pytest.mark.parametrize("kind", READERS)
def test_a_folder_in_place_of_the_file(kind: str, tmp_path: Path) -> None:
    (tmp_path / READERS[kind].name).mkdir()
    with suppress(*READERS[kind].foreseen):
        READERS[kind].read(tmp_path)


@pytest.mark.parametrize("kind", [kind for kind in READERS if kind != "preferences"])
def test_a_file_without_end_is_not_taken_into_memory(kind: str, tmp_path: Path) -> None:
    """Preferences are left out: Qt reads them, and what it takes is not counted here."""
    reader = READERS[kind]
    with (tmp_path / reader.name).open("wb") as file:
        file.truncate(1 << 40)
    tracemalloc.start()
    try:
        with suppress(*reader.foreseen):
            reader.read(tmp_path)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 2.5 * reader.longest + 1_000_000


TYPED = {
    "recovery code": (
        "-".join(recovery.encode(bytes(range(20)))),
        recovery.decode,
        (vault_errors.RecoveryCodeMistyped, vault_errors.RecoveryCodeIncomplete),
    ),
    "recovery code's groups": ("-".join(recovery.encode(bytes(range(20)))), recovery.judged, ()),
    "text of the recovery sheet's square": (
        f"HVACDESK-RECOVERY:1:{OFFICE}:3:1:" + "-".join(recovery.encode(bytes(range(20)))),
        recovery.decode,
        (vault_errors.RecoveryCodeMistyped, vault_errors.RecoveryCodeIncomplete),
    ),
    "code of a paper copy": (make_code(12, 1), read_code, (UserFacingError,)),
}


def text_like(original: str) -> st.SearchStrategy[str]:
    """Variants of a text: characters lost, doubled, exchanged, in other widths, or something else."""
    letters = st.sampled_from(
        [*original, *"０１ＯoIl-ー－−‐：:é\u200b\u202e\x00\ud800わぬふ①Ⅳ㌔ﬃ", "9" * 5_000]
    )
    place = st.integers(0, len(original))
    changed = st.builds(
        lambda at, length, put: original[:at] + put + original[at + length :],
        place,
        st.integers(0, 6),
        st.one_of(letters, st.text(max_size=5)),
    )
    return st.one_of(changed, changed, st.text(max_size=80), st.lists(letters, max_size=60).map("".join))


@pytest.mark.parametrize("kind", TYPED)
def test_whatever_is_typed(kind: str, tell: Tell) -> None:
    original, read, foreseen = TYPED[kind]
    cases = []

    @settings(max_examples=2 * EXAMPLES)
    @given(text_like(original))
    def typed(text: str) -> None:
        cases.append(len(text))
        with suppress(*foreseen):
            read(text)

    read(original)
    typed()
    tell("fuzz cases", len(cases))
