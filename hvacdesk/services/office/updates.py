"""Update files, offline: checked against the publisher's key, then the installer is taken out.

The publisher of the program puts their public key into ``resources/updates/publisher.key`` and signs with
``installers/updates.py``. Nothing is installed from here: the system's own installer asks for the rights.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import os
import platform
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from hvacdesk import __version__, own_files
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.exchange.saved_files import FileThere
from hvacdesk.domain.office.updates import (
    FORMAT,
    LONGEST_LINE,
    UpdateDamaged,
    UpdateFacts,
    UpdateNotRead,
    UpdateNotSaved,
    UpdateNotSigned,
    read_facts,
    require_use,
)
from hvacdesk.resource_files import resource
from hvacdesk.services.office import named_places
from hvacdesk.vault import ciphers

PURPOSE = "update"
"""What the publisher's signature is for, so that no other signature can be used in its place."""

_CHUNK = 1 << 20
_MACHINES = {"AMD64": "x86_64", "x64": "x86_64", "aarch64": "arm64"}

Progress = Callable[[int, int], object]


def this_system() -> str:
    """The kind of computer, as update files name it."""
    machine = platform.machine()
    return f"{sys.platform}-{_MACHINES.get(machine, machine)}"


def publisher() -> bytes:
    """The publisher's public key, 32 bytes."""
    lines = resource("updates", "publisher.key").read_text(encoding="ascii").splitlines()
    return base64.b64decode(next(line for line in lines if line and not line.startswith("#")))


def look(path: Path) -> UpdateFacts:
    """What a genuine update file brings.

    Raises:
        UpdateNotRead: there is no such file, or it cannot be read.
        UpdateDamaged: it is no update file.
        UpdateNotSigned: it is not the publisher's.
        UpdateOlder, UpdateForOther: it is of no use here.
    """
    facts = read(path)
    require_use(facts, __version__, this_system())
    return facts


def read(path: Path) -> UpdateFacts:
    """What a genuine update file says, for whatever computer and of whatever version it is.

    Its installer is not looked at. Raises :class:`UpdateNotRead`, :class:`UpdateDamaged`,
    :class:`UpdateNotSigned`.
    """
    try:
        with own_files.opened(own_files.real(path)) as file:
            return _head(file)
    except OSError:
        raise UpdateNotRead(file=path.name) from None


def take_out(path: Path, folder: Path, progress: Progress = lambda _done, _all: None) -> Path:
    """Write the installer into a folder once it was checked byte by byte; returns its path.

    It gets its name only when it is whole. One that lies there already is checked instead, and left as it is.

    Raises:
        FileThere: another file has the installer's name.
        FileInOffice: the folder is an office's.
        UpdateDamaged, UpdateNotSigned, UpdateOlder, UpdateForOther: as :func:`look`.
        UpdateNotSaved: the folder is full or cannot be written; nothing is left there.
    """
    facts = look(path)
    installer = folder / facts.file
    named_places.require_place(installer)
    if os.path.lexists(installer):
        _require_same(installer, facts)
    else:
        _write_whole(path, installer, progress, whole=False)
    return installer


def _require_same(installer: Path, facts: UpdateFacts) -> None:
    """See that a file is the installer of these facts. Raises :class:`FileThere`."""
    try:
        with own_files.opened(installer) as file:
            same = hashlib.file_digest(file, "sha256").hexdigest() == facts.sha256
    except OSError:
        same = False
    if not same:
        raise FileThere(file=installer.name)


def copy_to(path: Path, copy: Path, progress: Progress = lambda _done, _all: None) -> None:
    """Copy an update file, whatever computer it is for, once it was checked byte by byte.

    Raises:
        UpdateDamaged, UpdateNotSigned, UpdateNotSaved: as :func:`take_out`.
    """
    _write_whole(path, copy, progress, whole=True)


def _write_whole(path: Path, target: Path, progress: Progress, *, whole: bool) -> None:
    """Write the installer of an update file, or the whole of it; what is not genuine leaves nothing."""
    part = own_files.passing_name(target.parent)
    try:
        with path.open("rb") as source, os.fdopen(own_files.created_first(part), "wb") as written:
            facts = _head(source)
            if whole:
                head = source.tell()
                source.seek(0)
                written.write(source.read(head))
            _copy(source, written, facts, progress)
        own_files.patiently(lambda: part.replace(target))
    except OSError:
        _remove(part)
        raise UpdateNotSaved from None
    except UserFacingError:
        _remove(part)
        raise


def _remove(part: Path) -> None:
    with suppress(OSError):
        own_files.remove(part)


def _head(file: BinaryIO) -> UpdateFacts:
    if file.readline(LONGEST_LINE).rstrip(b"\r\n") != FORMAT.encode("ascii"):
        raise UpdateDamaged
    line, signature = (file.readline(LONGEST_LINE).rstrip(b"\n") for _ in range(2))
    if not signature:
        raise UpdateDamaged
    try:
        signed = base64.b64decode(signature, validate=True)
    except binascii.Error:
        raise UpdateDamaged from None
    if not ciphers.signature_fits(publisher(), PURPOSE, line, signed):
        raise UpdateNotSigned
    return read_facts(line)


def _copy(source: BinaryIO, target: BinaryIO, facts: UpdateFacts, progress: Progress) -> None:
    digest, done = hashlib.sha256(), 0
    while chunk := source.read(_CHUNK):
        done += len(chunk)
        if done > facts.size:
            raise UpdateDamaged
        digest.update(chunk)
        target.write(chunk)
        progress(done, facts.size)
    if done != facts.size or digest.hexdigest() != facts.sha256:
        raise UpdateDamaged
