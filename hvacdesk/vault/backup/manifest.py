"""A backup's manifest ``backup.json``: what the backup is, and how it can be told whether it is whole.

Anybody can read it, so it holds nothing personal. Sizes and SHA-256 show without any key whether a backup was
copied completely. A MAC under a key derived from the database key shows a person who has that key that nobody
exchanged the facts. Format 1: one JSON object with ``format``, ``facts``, ``files`` and ``mac``.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from hvacdesk import own_files
from hvacdesk.domain.backups.backups import BackupFacts
from hvacdesk.domain.clock import moment_of
from hvacdesk.vault import ciphers, folder
from hvacdesk.vault.backup.backup_errors import BackupDamaged, BackupIncomplete, BackupNewer

FORMAT = 1
NAME = "backup.json"
LONGEST = 65_536
LONGEST_TEXT = 1_000

_HEX_32 = re.compile(r"[0-9a-f]{32}")
_HEX_64 = re.compile(r"[0-9a-f]{64}")
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""What does something in a window or a terminal instead of being shown."""


@dataclass(frozen=True)
class FileFacts:
    """One file of a backup: its size in bytes and its SHA-256 in hexadecimal digits."""

    size: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """What a backup says of itself; only :meth:`fits` tells whether the office wrote it.

    Attributes:
        facts: their ``path`` is where the backup lies and is not part of what is stored.
        files: by name: the database and the key file.
    """

    facts: BackupFacts
    files: Mapping[str, FileFacts]
    mac: str = ""

    @property
    def database_name(self) -> str:
        """The name of the database file in the backup's folder."""
        return folder.database_name(self.facts.epoch)

    def sealed(self, database_key: bytes) -> Manifest:
        """The manifest with its MAC; ``database_key`` is the epoch's, of 32 bytes."""
        return replace(self, mac=self._mac(database_key))

    def fits(self, database_key: bytes) -> bool:
        """Whether the office wrote this manifest."""
        return hmac.compare_digest(self.mac, self._mac(database_key))

    def dump(self) -> bytes:
        """The manifest as stored."""
        content = {"format": FORMAT, **self._content(), "mac": self.mac}
        return json.dumps(content, ensure_ascii=False, indent=1).encode("utf-8")

    def _content(self) -> dict[str, object]:
        facts = asdict(self.facts)
        del facts["path"]
        return {"facts": facts, "files": {name: asdict(file) for name, file in self.files.items()}}

    def _mac(self, database_key: bytes) -> str:
        key = ciphers.derive(database_key, "backup manifest", self.facts.office_id, self.facts.epoch)
        text = json.dumps(self._content(), sort_keys=True, separators=(",", ":"))
        return hmac.digest(key, ciphers.context(FORMAT, text), hashlib.sha256).hex()


def read(path: Path) -> Manifest:
    """The manifest of the backup in a folder.

    Raises:
        BackupIncomplete: there is none.
        BackupNewer, BackupDamaged: see :func:`parse`.
    """
    try:
        content = own_files.content(path / NAME, LONGEST)
    except FileNotFoundError as error:
        raise BackupIncomplete from error
    except OSError as error:
        raise BackupDamaged from error
    return parse(content, path)


def sizes_fit(path: Path, manifest: Manifest) -> bool:
    """Whether the backup's files are there and as long as they should be."""
    try:
        return all((path / name).stat().st_size == file.size for name, file in manifest.files.items())
    except OSError:
        return False


def file_facts(path: Path) -> FileFacts:
    """A file's size and SHA-256, read from beginning to end."""
    with own_files.opened(path) as file:
        digest = hashlib.file_digest(file, "sha256")
        return FileFacts(file.tell(), digest.hexdigest())


def facts_of(content: bytes) -> FileFacts:
    """The same of what is to be written into a file."""
    return FileFacts(len(content), hashlib.sha256(content).hexdigest())


def readable(office_name: str) -> str:
    """An office's name as a manifest may say it, with spaces and signs of every kind: 有限会社　唐山空調."""
    return _CONTROLS.sub("", office_name)[:LONGEST_TEXT]


def parse(content: bytes, path: Path) -> Manifest:
    """The manifest of the backup in the folder ``path``, from the bytes of its file.

    Raises:
        BackupNewer: a later version of the program wrote it.
        BackupDamaged: it is no manifest.
    """
    try:
        raw = _object(content)
        if _count(raw["format"]) > FORMAT:
            raise BackupNewer
        return _parsed(raw, path)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise BackupDamaged from error


def _parsed(raw: dict[str, Any], path: Path) -> Manifest:
    facts = raw["facts"]
    epoch = _count(facts["epoch"])
    moment_of(facts["taken_at"])
    files = {
        name: FileFacts(_count(raw["files"][name]["size"]), _fitting(_HEX_64, raw["files"][name]["sha256"]))
        for name in (folder.database_name(epoch), folder.SLOTS_NAME)
    }
    return Manifest(
        BackupFacts(
            path=str(path),
            office_id=_fitting(_HEX_32, facts["office_id"]),
            office_name=_name(facts["office_name"]),
            epoch=epoch,
            taken_at=_text(facts["taken_at"]),
            size=files[folder.database_name(epoch)].size,
            rows=_count(facts["rows"]),
            head_sequence=_count(facts["head_sequence"]),
            head_hash=_fitting(_HEX_64, facts["head_hash"]),
            schema=_count(facts["schema"]),
            program=_text(facts["program"]),
        ),
        files,
        _fitting(_HEX_64, raw["mac"]),
    )


def _object(content: bytes) -> dict[str, Any]:
    raw = json.loads(content) if len(content) <= LONGEST else None
    if not isinstance(raw, dict):
        raise TypeError("object expected")
    return raw


def _count(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 2**53:
        raise TypeError("number expected")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > LONGEST_TEXT or not value.isprintable():
        raise TypeError("short text on one line expected")
    return value


def _name(value: object) -> str:
    if not isinstance(value, str) or readable(value) != value:
        raise TypeError("name expected")
    return value


def _fitting(pattern: re.Pattern[str], value: object) -> str:
    if not pattern.fullmatch(_text(value)):
        raise ValueError("another form expected")
    return str(value)
