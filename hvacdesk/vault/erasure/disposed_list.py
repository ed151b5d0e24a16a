"""The file ``disposed.list``: the disposed list, signed by the office, in its folder and beside its backups.

Three kinds of lines: the first carries the format and the signature over everything after it; the second is a
JSON object with the office, how many lines follow, and the signing key's successions; the others are one JSON
object for each batch and each customer. A shortened, altered, foreign or unsigned file counts as none.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from hvacdesk import own_files
from hvacdesk.domain.disposal.disposed_list import DestroyedBatch, DestroyedCustomer, DisposedList
from hvacdesk.vault import folder
from hvacdesk.vault.keyfile import signers
from hvacdesk.vault.keyfile.signers import SignerSuccession

NAME = "disposed.list"
FORMAT = 3
"""The first had no reductions, the second did not tell what a customer had asked for; both are still read."""
LONGEST = 256_000_000
_FIRST_LINE = re.compile(rb"hvacdesk-disposed-list ([0-9]{1,9}) ([0-9a-f]{128})")
_FLAGS = frozenset({"alone", "on_request"})
_PURPOSE = b"hvacdesk-disposed-list 1\n"

Line = TypeVar("Line", DestroyedBatch, DestroyedCustomer)
Sign = Callable[[bytes], bytes]
Verify = Callable[[bytes, bytes, Sequence[SignerSuccession]], bool]
"""Whether the office signed these bytes: data, signature, and the successions that came with them."""


class ListRefused(Exception):
    """The file is not a disposed list that this office signed."""


def written(
    listed: DisposedList, office_id: str, successions: Iterable[SignerSuccession], sign: Sign
) -> bytes:
    """A list as stored; the same list gives the same bytes."""
    head = {
        "office": office_id,
        "batches": len(listed.batches),
        "customers": len(listed.customers),
        "successions": signers.listed(successions),
    }
    lines = [head, *map(vars, listed.batches), *map(vars, listed.customers)]
    content = "".join(json.dumps(line) + "\n" for line in lines).encode("ascii")
    signature = sign(_PURPOSE + content).hex()
    return f"hvacdesk-disposed-list {FORMAT} {signature}\n".encode("ascii") + content


def opened(content: bytes, office_id: str, verify: Verify) -> DisposedList:
    """The list in a file.

    Raises:
        ListRefused: this office did not sign it, or it is not whole.
    """
    first, _, rest = content.partition(b"\n")
    match = _FIRST_LINE.fullmatch(first)
    if match is None or not 1 <= int(match[1]) <= FORMAT:
        raise ListRefused
    try:
        head, *lines = [json.loads(line) for line in rest.splitlines()]
        if not verify(_PURPOSE + rest, bytes.fromhex(match[2].decode()), signers.parsed(head["successions"])):
            raise ListRefused
        batches, customers = lines[: head["batches"]], lines[head["batches"] :]
        if head["office"] != office_id or len(customers) != head["customers"]:
            raise ListRefused
        return DisposedList(
            tuple(_line(DestroyedBatch, line) for line in batches),
            tuple(_line(DestroyedCustomer, line) for line in customers),
        )
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise ListRefused from error


def read(holder: Path, office_id: str, verify: Verify) -> DisposedList | None:
    """The list in a folder; None where there is none that this office signed."""
    content = read_bytes(holder)
    if content is None:
        return None
    try:
        return opened(content, office_id, verify)
    except ListRefused:
        return None


def read_unproved(holder: Path, office_id: str) -> DisposedList | None:
    """The same, but unchecked, for use before anything is open that tells the office's signature."""
    return read(holder, office_id, lambda _data, _signature, _successions: True)


def lies_in(holder: Path) -> bool:
    """Whether there is anything under the list's name, whole or not."""
    return os.path.lexists(holder / NAME)


def read_bytes(holder: Path) -> bytes | None:
    """The file in a folder, whatever it holds; None where there is none that can be read."""
    try:
        content = own_files.content(holder / NAME, LONGEST)
    except OSError:
        return None
    return content if len(content) <= LONGEST else None


def write(holder: Path, content: bytes) -> None:
    """Put the file into a folder, unless it is there already.

    Raises:
        DiskFull, FolderReadOnly, OSError: the former file is still there.
    """
    if read_bytes(holder) != content:
        folder.replace_file(holder / NAME, content)


def _line(kind: type[Line], raw: dict[str, Any]) -> Line:
    line = kind(**raw)
    for name, value in vars(line).items():
        if not isinstance(value, bool if name in _FLAGS else str):
            raise TypeError("not a line of the list")
    return line
