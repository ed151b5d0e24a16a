"""An attacker on the audit log: a technician's keys, raw SQL, and what is written of the formats.

Nothing here uses the program's own hashing, signing or reading of notes: it is all done from the outside.
"""

from __future__ import annotations

import base64
import hashlib
import json
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import keyring
import sqlcipher3
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from tests.helpers.real_office import RealOffice

GENESIS = "0" * 64
COLUMNS = "id, at, actor, action, subject, details, note_hash, previous, hash"
Entry = dict[str, Any]


def service_of(account: str) -> str:
    """Under which name the key store keeps an account."""
    return f"hvacdesk/{account}"


def entry_hash(entry: Entry) -> str:
    """SHA-256 over the entry's fields as JSON, as the log's format says."""
    fields = [
        *(entry["previous"], entry["id"], entry["at"], entry["actor"], entry["action"], entry["subject"]),
        *(entry["details"], entry["note_hash"]),
    ]
    text = json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def stored(details: object) -> str:
    """Details in the very form in which the program stores them."""
    return json.dumps(details, ensure_ascii=False, sort_keys=True)


def chained(entries: list[Entry]) -> list[Entry]:
    """The same entries, numbered and hashed so that each fits the one before it."""
    previous = GENESIS
    for number, entry in enumerate(entries, 1):
        entry["id"], entry["previous"] = number, previous
        entry["hash"] = previous = entry_hash(entry)
    return entries


def joined(*parts: str) -> bytes:
    """Parts as the office's signatures join them: each after its length in four bytes."""
    raw = [part.encode() for part in parts]
    return b"".join(len(part).to_bytes(4, "big") + part for part in raw)


def signed_by_another(entry: Entry, office: str, key: Ed25519PrivateKey) -> Entry:
    """The entry with a signature in the office's form, by a key that is not the office's."""
    details = {key_: value for key_, value in entry["details"].items() if key_ != "signature"}
    text = entry_hash({**entry, "details": {**details, "generation": 1}})
    context = joined(office, "1", text)
    signed = joined("hvacdesk", "log entry") + len(context).to_bytes(4, "big") + context
    return {**entry, "details": {**details, "generation": 1, "signature": key.sign(signed).hex()}}


def unsigned(entry: Entry) -> Entry:
    """The entry as it would be had nobody signed it."""
    left_out = {"signature", "generation", "noted"}
    return {**entry, "details": {key: entry["details"][key] for key in entry["details"].keys() - left_out}}


@dataclass
class Forger:
    """The office under attack, as it was left, and what its attacker can reach.

    Attributes:
        key: of the database, which every session holds, a technician's too.
        older: files and notes of an earlier day, which the attacker kept.
    """

    real: RealOffice
    office_id: str
    key: str
    older: Kept | None = None

    @property
    def file(self) -> Path:
        """The note in the folder."""
        return self.real.home / "audit.head"

    @property
    def database(self) -> Path:
        """The database."""
        return self.real.home / "office-1.db"

    @contextmanager
    def raw(self) -> Iterator[Any]:
        """The database under a technician's key, with no check of the program's between."""
        with closing(sqlcipher3.connect(str(self.database))) as connection:
            connection.execute(f"PRAGMA key = \"x'{self.key}'\"")
            with connection:
                yield connection

    def read(self, connection: Any) -> list[Entry]:
        """Every entry of the log."""
        rows = connection.execute(f"SELECT {COLUMNS} FROM audit_log ORDER BY id").fetchall()
        entries = [dict(zip(COLUMNS.split(", "), row, strict=True)) for row in rows]
        for entry in entries:
            entry["details"] = json.loads(entry["details"])
        return entries

    def write(self, connection: Any, entries: list[Entry]) -> None:
        """Put these entries in place of the log."""
        connection.execute("DELETE FROM audit_log")
        connection.executemany(
            f"INSERT INTO audit_log ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                [stored(value) if name == "details" else value for name, value in entry.items()]
                for entry in entries
            ],
        )

    @property
    def account(self) -> str:
        """The key store's name of the note."""
        return f"{self.office_id}/1/head"

    def key_store_note(self) -> bytes | None:
        """The note in the key store."""
        text = keyring.get_password(service_of(self.account), self.account)
        return None if text is None else base64.b64decode(text)

    def put_into_key_store(self, note: bytes | None) -> None:
        """Exchange the note in the key store, or take it out."""
        if note is None:
            keyring.delete_password(service_of(self.account), self.account)
        else:
            keyring.set_password(service_of(self.account), self.account, base64.b64encode(note).decode())

    def note(
        self, entries: list[Entry], *, file: bool = True, key_store: bool = True, count: int = 0
    ) -> None:
        """Write notes of a forged end, under the count that the notes have, or another one."""
        last, count = entries[-1], count or int(self.file.read_bytes().split(b":")[0])
        note = f"{count}:{count}:{last['id']}:{last['hash']}".encode()
        if file:
            self.file.write_bytes(note + b"\n")
        if key_store:
            self.put_into_key_store(note)


@dataclass(frozen=True)
class Kept:
    """An office's folder and notes, to begin every attack from the same state."""

    folder: Path
    key_store: bytes

    @staticmethod
    def of(forger: Forger, folder: Path) -> Kept:
        """Keep them."""
        shutil.copytree(forger.real.home, folder)
        note = forger.key_store_note()
        assert note is not None
        return Kept(folder, note)

    def bring_back(self, forger: Forger) -> None:
        """Put them back."""
        shutil.rmtree(forger.real.home)
        shutil.copytree(self.folder, forger.real.home)
        forger.put_into_key_store(self.key_store)
