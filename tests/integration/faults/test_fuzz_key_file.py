"""A spoiled key file at the door: an office opens rightly, or says what is wrong; nothing else happens."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given, settings

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.services.entry.entry import OfficeEntry
from hvacdesk.services.open_office import Office
from hvacdesk.vault import ciphers, folder
from hvacdesk.vault.device.keyring_store import DeviceKeyring
from hvacdesk.vault.keyfile import slots
from hvacdesk.vault.keyfile.sealing import device_account
from tests.helpers.ground import MovableClock
from tests.helpers.real_office import FACTS, NAMES, passphrase_of
from tests.helpers.typed_codes import printed_groups
from tests.helpers.vault_offices import MemorySecrets
from tests.integration.faults.mutation import bytes_like, dumped, json_like
from tests.integration.faults.telling import Tell

EXAMPLES = int(os.environ.get("HVACDESK_FUZZ_EXAMPLES", "100"))
NAME = NAMES[Role.OWNER]
COPIES = (folder.SLOTS_NAME, folder.SLOTS_COPY_NAME)


@dataclass
class Door:
    """An office, kept as it was made, and what opens it."""

    home: Path
    pristine: Path
    secrets: MemorySecrets
    kept: dict[str, bytes]
    account: str
    code: str
    invited: str

    @property
    def content(self) -> bytes:
        """The whole key file."""
        return (self.pristine / folder.SLOTS_NAME).read_bytes()

    @property
    def clear(self) -> Any:
        """Its second line."""
        return json.loads(self.content.partition(b"\n")[2])

    @property
    def key(self) -> bytes:
        """The key of its body."""
        file = slots.parse(self.content)
        return slots.slots_key(
            self.kept[device_account(file.header.office_id, file.header.epoch)], file.header.epoch
        )

    def put(self, content: bytes) -> None:
        """Spoil both copies of an office that is as it was made otherwise."""
        shutil.rmtree(self.home)
        shutil.copytree(self.pristine, self.home)
        self.secrets.kept = dict(self.kept)
        for name in COPIES:
            (self.home / name).write_bytes(content)

    def entry(self) -> OfficeEntry:
        """The door."""
        return OfficeEntry(self.home, MovableClock(), cast(DeviceKeyring, self.secrets))

    def logged_in(self) -> tuple[Office, Actor]:
        """Come in with the passphrase."""
        entry = self.entry()
        entry.open_sealed()
        return entry.login(self.account, passphrase_of(NAME))

    def recovered(self) -> tuple[Office, Actor]:
        """Come in with the sheet."""
        return self.entry().recover(self.code)


@pytest.fixture(scope="module")
def door(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Door]:
    folder_ = tmp_path_factory.mktemp("door")
    secrets = MemorySecrets()
    entry = OfficeEntry(folder_ / "office", MovableClock(), cast(DeviceKeyring, secrets))
    draft = entry.prepare()
    for position in draft.group_positions_to_retype():
        draft.confirm(position, draft.printed_group(position))
    code = "-".join(printed_groups(draft))
    office, owner = draft.create(FACTS, NAME, passphrase_of(NAME))
    invited, _ = office.accounts.invite(owner, "新人", {Role.ACCOUNTING})
    office.leave(owner)
    shutil.copytree(folder_ / "office", folder_ / "pristine")
    return Door(
        folder_ / "office",
        folder_ / "pristine",
        secrets,
        dict(secrets.kept),
        owner.account,
        code,
        invited,
    )


def require_right_or_told(door: Door, content: bytes) -> None:
    """Come in by every way, work with the keys, and meet nothing but what is foreseen."""
    door.put(content)
    for come_in in (door.logged_in, door.recovered):
        try:
            office, owner = come_in()
        except UserFacingError:
            continue
        try:
            require_right(door, office, owner)
        finally:
            office.close()


def require_right(door: Door, office: Office, owner: Actor) -> None:
    assert owner.roles == {Role.OWNER}
    assert office.facts() == FACTS
    assert {slot.slot_id for slot in office._workplace.vault.staff} == {door.account, door.invited}
    assert office.audit.verify(owner).broken_at is None
    assert [sheet.number for sheet in office.keys.standing(owner).sheets] == [1]
    if owner.account == door.account:
        office.keys.rotate(owner)
        assert office.facts() == FACTS


def with_checksum(line: bytes, format_: int = slots.FORMAT) -> bytes:
    return b"hvacdesk-keys %d %s\n%s" % (format_, hashlib.sha256(line).hexdigest().encode(), line)


def test_the_key_file_as_it_was_written_opens(door: Door) -> None:
    door.put(door.content)
    office, owner = door.logged_in()
    require_right(door, office, owner)
    office.close()
    door.put(door.content)
    office, owner = door.recovered()
    require_right(door, office, owner)
    office.close()


def fuzz(strategy: Any, content_of: Callable[[Any], bytes], door: Door, tell: Tell) -> None:
    cases = []

    @settings(max_examples=EXAMPLES)
    @given(strategy)
    def spoiled(value: Any) -> None:
        cases.append(value)
        require_right_or_told(door, content_of(value))

    spoiled()
    tell("fuzz cases", len(cases))


def test_spoiled_bytes_with_a_fitting_checksum(door: Door, tell: Tell) -> None:
    fuzz(bytes_like(door.content.partition(b"\n")[2]), with_checksum, door, tell)


def test_a_spoiled_clear_part(door: Door, tell: Tell) -> None:
    fuzz(json_like(door.clear), lambda value: with_checksum(dumped(value)), door, tell)


def test_a_spoiled_body_sealed_with_the_right_key(door: Door, tell: Tell) -> None:
    """Whoever has the device secret can seal a body, and still opens nothing with it."""
    file = slots.parse(door.content)
    body = json.loads(ciphers.unseal(door.key, file.sealed, file.header.bound()))

    def sealed(value: Any) -> bytes:
        again = ciphers.seal(door.key, dumped(value), file.header.bound())
        return with_checksum(dumped({**door.clear, "body": base64.b64encode(again).decode()}))

    fuzz(json_like(body), sealed, door, tell)
