"""The roster: who has a slot, with which key and roles, signed by the office.

Nothing is ever sealed to a key that is not on a validly signed roster. What is signed is the exact text that
is stored, so there is no question of how to write it again.

A person who was invited chooses a passphrase, and with it a new key, at the first login, and usually does
not hold the office's signing key. The invitation therefore carries an *endorsement* key, itself on the
signed roster: it signs the one *succession* to the person's own key. The next change by an owner takes the
successor into the roster.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace

from hvacdesk.domain.roles import Role
from hvacdesk.vault import ciphers, errors
from hvacdesk.vault.keyfile import signers
from hvacdesk.vault.keyfile.signers import SignerSuccession

_PURPOSE = "roster"
_SUCCESSION = "succession"


@dataclass(frozen=True)
class StaffSlot:
    """A person's slot as the login window shows it.

    Attributes:
        slot_id: 32 hexadecimal digits, which are also the account's record id.
        invited: the person still has to choose a passphrase of their own, at the first login.
        since: the roster's counter when the person was invited or reset.
    """

    slot_id: str
    name: str
    roles: frozenset[Role]
    invited: bool
    since: int = 0


@dataclass(frozen=True)
class Entry:
    """One slot on the roster.

    Keys are raw public keys of 32 bytes; ``endorsement_key`` is empty unless the person was invited.

    Attributes:
        since: the roster's counter when the person was invited or reset: other logins of the computer start
            counting the person's login tries then.
    """

    slot_id: str
    name: str
    roles: frozenset[Role]
    public_key: bytes
    endorsement_key: bytes = b""
    since: int = 0


@dataclass(frozen=True)
class Succession:
    """The key that an invited person chose, signed by the invitation's endorsement key."""

    public_key: bytes
    signature: bytes


@dataclass(frozen=True)
class Commitments:
    """What the office's database and payment keys are, told without telling the keys.

    The one who opens a grant compares: a key that somebody planted is not one that the office signed.
    """

    database: bytes
    payment: bytes


@dataclass(frozen=True)
class LogMark:
    """An entry of the audit log that the office signed: from then on there is no log without it.

    It lies on the signed roster, outside the database, so that a log that was stripped of its signatures,
    or taken back behind the entry, does not pass for one that was never signed.

    Attributes:
        epoch: in which the mark was made; in each new one it moves to the latest signed entry.
        digest: the entry's hash, 64 hexadecimal digits.
    """

    epoch: int
    sequence: int
    digest: str


@dataclass(frozen=True)
class Roster:
    """Everything that names a key, at one count of changes; the office's name is for the login window.

    Attributes:
        successions: every change of the office's signing key, the earliest first.
        commitments: to the present keys; None on a roster that format 1 of the key file brought along.
        log_mark: None as long as no session that can sign has looked at the log since versions sign it.
    """

    office_id: str
    office_name: str
    epoch: int
    counter: int
    payment_generation: int
    signing_generation: int
    recovery_number: int
    recovery_key: bytes
    entries: tuple[Entry, ...]
    successions: tuple[SignerSuccession, ...] = ()
    commitments: Commitments | None = None
    log_mark: LogMark | None = None

    def entry(self, slot_id: str) -> Entry:
        """The slot's entry.

        Raises:
            SlotGone: it is not on the roster.
        """
        for entry in self.entries:
            if entry.slot_id == slot_id:
                return entry
        raise errors.SlotGone

    def owners(self) -> int:
        """How many slots have the owner's role."""
        return sum(Role.OWNER in entry.roles for entry in self.entries)

    def changed(self, entries: Iterable[Entry]) -> Roster:
        """The next roster, with other entries.

        Raises:
            LastOwner: no owner would be left.
        """
        following = replace(self, counter=self.counter + 1, entries=tuple(entries))
        if not following.owners():
            raise errors.LastOwner
        return following


@dataclass(frozen=True)
class SignedRoster:
    """A roster's text, its signature and the office's public signing key."""

    text: bytes
    signature: bytes
    signer: bytes

    def opened(self, office_id: str, epoch: int) -> Roster:
        """The roster, after checking that it is signed and belongs to this office and epoch.

        Raises:
            RosterRefused: it is not.
        """
        if not ciphers.signature_fits(self.signer, _PURPOSE, self.text, self.signature):
            raise errors.RosterRefused
        roster = _parsed(self.text)
        if (roster.office_id, roster.epoch) != (office_id, epoch):
            raise errors.RosterRefused
        if not signers.are_whole(office_id, self.signer, roster.signing_generation, roster.successions):
            raise errors.RosterRefused
        return roster


def signed(roster: Roster, signing_key: bytes) -> SignedRoster:
    """A roster with the office's signature."""
    # Signed and stored as this very text, so that nobody has to write the same text again to check it.
    text = json.dumps(
        {
            "office": roster.office_id,
            "name": roster.office_name,
            "epoch": roster.epoch,
            "counter": roster.counter,
            "payment_generation": roster.payment_generation,
            "signing_generation": roster.signing_generation,
            "recovery_number": roster.recovery_number,
            "recovery_key": roster.recovery_key.hex(),
            "entries": [
                {
                    "slot": entry.slot_id,
                    "name": entry.name,
                    "roles": sorted(entry.roles),
                    "key": entry.public_key.hex(),
                    "endorsement": entry.endorsement_key.hex(),
                    "since": entry.since,
                }
                for entry in roster.entries
            ],
            "successions": signers.listed(roster.successions),
            "commitments": None
            if roster.commitments is None
            else [roster.commitments.database.hex(), roster.commitments.payment.hex()],
            "log_mark": None
            if roster.log_mark is None
            else [roster.log_mark.epoch, roster.log_mark.sequence, roster.log_mark.digest],
        },
        ensure_ascii=False,
    ).encode("utf-8")
    return SignedRoster(text, ciphers.sign(signing_key, _PURPOSE, text), ciphers.signing_public(signing_key))


def _parsed(text: bytes) -> Roster:
    """A roster whose signature has been checked.

    Text that the office signed but that is no roster is a bug.
    """
    raw = json.loads(text)
    entries = tuple(
        Entry(
            item["slot"],
            item["name"],
            frozenset(map(Role, item["roles"])),
            bytes.fromhex(item["key"]),
            bytes.fromhex(item["endorsement"]),
            item.get("since", 0),
        )
        for item in raw["entries"]
    )
    return Roster(
        raw["office"],
        raw["name"],
        raw["epoch"],
        raw["counter"],
        raw["payment_generation"],
        raw["signing_generation"],
        raw["recovery_number"],
        bytes.fromhex(raw["recovery_key"]),
        entries,
        signers.parsed(raw.get("successions", [])),
        _parsed_commitments(raw.get("commitments")),
        None if (mark := raw.get("log_mark")) is None else LogMark(*mark),
    )


def _parsed_commitments(raw: list[str] | None) -> Commitments | None:
    return None if raw is None else Commitments(*map(bytes.fromhex, raw))


def endorsed(office_id: str, entry: Entry, endorsement_private: bytes, public_key: bytes) -> Succession:
    """An invited person's own key, signed with the key that came with the invitation."""
    text = _succession_text(office_id, entry, public_key)
    return Succession(public_key, ciphers.sign(endorsement_private, _SUCCESSION, text))


def present_key(office_id: str, entry: Entry, succession: Succession | None) -> bytes:
    """The public key that grants for this slot are sealed to.

    Raises:
        RosterRefused: there is a successor that the invitation did not endorse.
    """
    if succession is None:
        return entry.public_key
    text = _succession_text(office_id, entry, succession.public_key)
    if not entry.endorsement_key or not ciphers.signature_fits(
        entry.endorsement_key, _SUCCESSION, text, succession.signature
    ):
        raise errors.RosterRefused
    return succession.public_key


def _succession_text(office_id: str, entry: Entry, public_key: bytes) -> bytes:
    return ciphers.context(office_id, entry.slot_id, entry.public_key, public_key)
