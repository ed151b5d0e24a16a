"""The slots file: round trips, damage, and whatever else may lie in its place."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hvacdesk.vault import ciphers, errors, folder
from hvacdesk.vault.keyfile import body, grants, kdf, key_file_store, slots
from hvacdesk.vault.keyfile.grants import Grant, Kind
from hvacdesk.vault.keyfile.roster import SignedRoster, Succession
from tests.helpers.vault_offices import MadeOffice

NUMBERS = st.integers(1, 2**31)
BLOBS = st.binary(max_size=80)
SUCCESSIONS = st.none() | st.builds(Succession, BLOBS, BLOBS)
PEOPLE = st.builds(
    body.Person,
    st.builds(
        grants.Wrapped,
        st.binary(min_size=16, max_size=16),
        st.builds(kdf.Cost, NUMBERS, NUMBERS, NUMBERS),
        BLOBS,
    ),
    st.lists(st.builds(Grant, st.sampled_from(Kind), NUMBERS, BLOBS), max_size=3).map(tuple),
    SUCCESSIONS,
)
BODIES = st.builds(
    body.Body,
    NUMBERS,
    st.builds(SignedRoster, BLOBS, BLOBS, BLOBS),
    st.dictionaries(st.text("0123456789abcdef", min_size=32, max_size=32), PEOPLE, max_size=3),
    st.lists(st.builds(body.Login, st.text(), st.text(), NUMBERS), max_size=3).map(tuple),
)
HEADERS = st.integers(1, 10**6).flatmap(
    lambda epoch: st.builds(
        slots.Header,
        st.text("0123456789abcdef", min_size=32, max_size=32),
        st.just(epoch),
        st.just(folder.database_name(epoch)),
        st.binary(min_size=16, max_size=16),
        st.text(max_size=40).filter(lambda text: text.isprintable()),
        st.integers(1, slots.FORMAT),
    )
)
FILES = st.builds(
    slots.SlotsFile,
    HEADERS,
    BLOBS,
    st.builds(slots.RecoverySlot, NUMBERS, st.just("2026-11-24"), BLOBS),
    st.lists(st.builds(slots.SecretHandover, NUMBERS, NUMBERS, BLOBS), max_size=3).map(tuple),
)


@given(FILES)
def test_a_file_is_read_back(file: slots.SlotsFile) -> None:
    assert slots.parse(slots.serialize(file)) == file


@given(BODIES, HEADERS, st.binary(min_size=32, max_size=32))
def test_a_body_is_opened_by_its_key_and_under_its_header_alone(
    kept: body.Body, header: slots.Header, key: bytes
) -> None:
    file = slots.SlotsFile(header, slots.seal_body(kept, key, header), slots.RecoverySlot(1, "", b""))
    assert slots.open_body(file, key) == kept
    others = (
        replace(header, salt=bytes(16), keyring=header.keyring + "x"),
        replace(header, format=slots.FORMAT + 1 - header.format),
    )
    for other in others:
        with pytest.raises(ciphers.NotOpened):
            slots.open_body(slots.SlotsFile(other, file.sealed, file.recovery), key)
    with pytest.raises(ciphers.NotOpened):
        slots.open_body(file, bytes(31) + b"\x01" if key != bytes(31) + b"\x01" else bytes(32))


@given(FILES, st.data())
def test_every_altered_byte_is_noticed(file: slots.SlotsFile, data: st.DataObject) -> None:
    content = bytearray(slots.serialize(file))
    at = data.draw(st.integers(0, len(content) - 1))
    content[at] ^= data.draw(st.integers(1, 255))
    with pytest.raises((slots.UnreadableCopy, errors.SlotsNewer)):
        slots.parse(bytes(content))


@given(st.binary(max_size=300))
def test_any_bytes_are_refused(content: bytes) -> None:
    with pytest.raises(slots.UnreadableCopy):
        slots.parse(content)


@given(
    st.recursive(
        st.none() | st.integers() | st.text(),
        lambda inner: (
            st.lists(inner)
            | st.dictionaries(
                st.sampled_from(["office", "epoch", "database", "salt", "keyring", "body", "recovery"]), inner
            )
        ),
    )
)
def test_well_formed_nonsense_is_refused(value: object) -> None:
    import hashlib
    import json

    rest = json.dumps(value).encode()
    first = f"hvacdesk-keys 2 {hashlib.sha256(rest).hexdigest()}\n".encode()
    with pytest.raises(slots.UnreadableCopy):
        slots.parse(first + rest)


def test_a_newer_format_is_named_before_anything_else_is_read(office: MadeOffice) -> None:
    for name in (folder.SLOTS_NAME, folder.SLOTS_COPY_NAME):
        (office.home / name).write_bytes(b"hvacdesk-keys 3 " + b"0" * 64 + b"\nwhatever comes later")
    with pytest.raises(errors.SlotsNewer):
        slots.read_copies(office.home)


@pytest.mark.parametrize("number", [b"0", b"-1", b"1.5"])
def test_a_format_that_never_was_is_damage(office: MadeOffice, number: bytes) -> None:
    content = (office.home / folder.SLOTS_NAME).read_bytes()
    with pytest.raises(slots.UnreadableCopy):
        slots.parse(content.replace(b"hvacdesk-keys 2", b"hvacdesk-keys " + number, 1))


def test_an_overlong_file_is_not_read(tmp_path: Path) -> None:
    (tmp_path / folder.SLOTS_NAME).write_bytes(b"x" * (slots.LONGEST_FILE + 1))
    with pytest.raises(errors.SlotsDamaged):
        slots.read_copies(tmp_path)


def test_work_factors_from_a_file_are_held_to_floor_and_ceiling(office: MadeOffice) -> None:
    key_book = office.vault._session.book
    person = key_book.read().person(office.vault.slot_id)
    for cost in (kdf.Cost(8, 1, 1), kdf.Cost(2**30, 1, 1), kdf.Cost(64, 25, 1), kdf.Cost(64, 1, 17)):
        wrapped = grants.Wrapped(person.wrapped.salt, cost, person.wrapped.sealed)
        with pytest.raises(errors.SlotsDamaged):
            grants.unwrap(office.vault.office_id, office.vault.slot_id, wrapped, "whatever it is")


def test_the_copy_with_the_higher_revision_counts(office: MadeOffice) -> None:
    key_book = office.vault._session.book
    old = (office.home / folder.SLOTS_NAME).read_bytes()
    office.vault.slots.rename(office.vault.slot_id, "田中 はな")
    (office.home / folder.SLOTS_NAME).write_bytes(old)
    assert isinstance(key_book, key_file_store.KeyFileStore)
    assert key_book.read().staff()[0].name == "田中 はな"
