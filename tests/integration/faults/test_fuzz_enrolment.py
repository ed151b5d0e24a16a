"""A spoiled invitation of another computer login: it is refused, or enrols it; nobody is shut out."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.vault import ciphers, folder
from hvacdesk.vault.device import enrolment
from hvacdesk.vault.device.enrolment_errors import EnrolmentMissing
from hvacdesk.vault.keyfile import fields
from hvacdesk.vault.office import SealedOffice
from tests.helpers.vault_offices import (
    OWNER_PASSPHRASE,
    Clock,
    MemorySecrets,
    make_office,
)
from tests.integration.faults.mutation import bytes_like, dumped, json_like
from tests.integration.faults.telling import Tell

EXAMPLES = int(os.environ.get("HVACDESK_FUZZ_EXAMPLES", "60"))
NAME = "店の二台目"


@dataclass
class Invited:
    """An office with an invitation that nobody has used yet.

    Attributes:
        home: the office's folder, which is put back from ``pristine``.
        secrets: the first login's key store, put back likewise.
    """

    home: Path
    pristine: Path
    owner: str
    words: str
    clock: Clock
    secrets: MemorySecrets
    kept: dict[str, bytes] = field(default_factory=dict)

    @property
    def content(self) -> bytes:
        """The whole invitation."""
        return (self.pristine / folder.ENROLMENT_NAME).read_bytes()

    def put(self, content: bytes) -> None:
        """An office that is as it was, with another invitation in it."""
        shutil.rmtree(self.home)
        shutil.copytree(self.pristine, self.home)
        self.secrets.kept = dict(self.kept)
        (self.home / folder.ENROLMENT_NAME).write_bytes(content)

    def enrol(self) -> MemorySecrets:
        """Use it in a login that has never seen the office."""
        second = MemorySecrets()
        SealedOffice.enrol(self.home, second, self.words, self.clock())
        return second

    def require_open(self, secrets: MemorySecrets) -> None:
        """The owner comes in by a login of the computer."""
        office = SealedOffice.find(self.home, secrets, clock=self.clock)
        office.unlock(self.owner, OWNER_PASSPHRASE).close()


@pytest.fixture(scope="module")
def invited(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Invited]:
    there = tmp_path_factory.mktemp("invited")
    secrets, clock = MemorySecrets(), Clock()
    made = make_office(there / "office", secrets, clock)
    words = made.vault.logins.invite(NAME, clock())
    owner = made.vault.slot_id
    made.vault.close()
    shutil.copytree(made.home, there / "pristine")
    return Invited(made.home, there / "pristine", owner, words, clock, secrets, dict(secrets.kept))


def require_enrolled_or_told(invited: Invited, content: bytes) -> None:
    invited.put(content)
    try:
        second = invited.enrol()
    except UserFacingError:
        pass
    else:
        invited.require_open(second)
    invited.require_open(invited.secrets)


def fuzz(strategy: Any, invited: Invited, tell: Tell) -> None:
    cases = []

    @settings(max_examples=EXAMPLES)
    @given(strategy)
    def spoiled(content: bytes) -> None:
        cases.append(content)
        require_enrolled_or_told(invited, content)

    spoiled()
    invited.put(invited.content)
    invited.require_open(invited.enrol())
    tell("fuzz cases", len(cases))


def test_the_invitation_as_it_was_written_enrols(invited: Invited) -> None:
    invited.put(invited.content)
    invited.require_open(invited.enrol())
    invited.require_open(invited.secrets)


def test_spoiled_bytes(invited: Invited, tell: Tell) -> None:
    fuzz(bytes_like(invited.content), invited, tell)


def test_a_spoiled_structure(invited: Invited, tell: Tell) -> None:
    fuzz(json_like(json.loads(invited.content)).map(dumped), invited, tell)


def test_spoiled_secrets_under_the_right_words(invited: Invited, tell: Tell) -> None:
    """Whoever has the words can seal something else under them."""
    invited.put(invited.content)
    true = enrolment._load(invited.home)
    key = true.key(invited.words)
    raw = json.loads(invited.content)
    inside = json.loads(ciphers.unseal(key, true.sealed, true.bound()))

    def sealed(value: Any) -> bytes:
        again = ciphers.seal(key, dumped(value), true.bound())
        return dumped({**raw, "sealed": fields.text(again)})

    fuzz(json_like(inside).map(sealed), invited, tell)


FOUND = {
    "a moment beyond all numbers": ("made", 10**400),
    "a salt that is too short": ("salt", "00"),
    "an id that no text can hold": ("login", "\ud800"),
}
"""What once came out as another exception."""


@pytest.mark.parametrize("case", FOUND)
def test_what_was_found_before(invited: Invited, case: str) -> None:
    name, value = FOUND[case]
    invited.put(dumped({**json.loads(invited.content), name: value}))
    with pytest.raises(UserFacingError):
        invited.enrol()
    invited.require_open(invited.secrets)


def test_another_offices_invitation_is_none(invited: Invited, tmp_path: Path) -> None:
    other = make_office(tmp_path / "other", MemorySecrets(), invited.clock)
    invited.put((invited.pristine / folder.ENROLMENT_NAME).read_bytes())
    words = other.vault.logins.invite(NAME, invited.clock())
    shutil.copy(other.home / folder.ENROLMENT_NAME, invited.home)
    with pytest.raises(UserFacingError):
        SealedOffice.enrol(invited.home, MemorySecrets(), words, invited.clock())
    invited.require_open(invited.secrets)


def test_a_folder_in_its_place(invited: Invited) -> None:
    invited.put(invited.content)
    (invited.home / folder.ENROLMENT_NAME).unlink()
    (invited.home / folder.ENROLMENT_NAME).mkdir()
    with pytest.raises(EnrolmentMissing):
        invited.enrol()
    invited.require_open(invited.secrets)
