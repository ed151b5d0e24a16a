"""Update files: which version one brings, for which system, and why one is refused.

An update file is one line that names the format, one line of JSON that describes the installer, one line with
the publisher's signature over the two, and the installer itself.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.text.wording import phrase

FORMAT = "hvacdesk update 1"
SUFFIX = ".hvacdesk-update"
LONGEST_LINE = 4096
"""Of the lines before the installer, bytes."""

_VERSION = re.compile(r"(\d{1,6})\.(\d{1,6})\.(\d{1,6})")
_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+-]{0,99}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_KEYS = {"version", "system", "file", "size", "sha256"}


class UpdateDamaged(UserFacingError):
    """The file is no update file, or not a whole one."""

    what = phrase("Errors", "This is not a whole update file of hvacdesk.")
    safe = phrase("Errors", "Nothing was installed; the program and the office are as they were.")
    todo = phrase("Errors", "Get the update file again from whoever supplies hvacdesk to you.")


class UpdateNotRead(UserFacingError):
    """There is no such file, it is none, or the system does not give it out; ``file`` is its name."""

    what = phrase("Errors", "There is no update file “{file}”, or it cannot be read.")
    safe = phrase("Errors", "Nothing was installed; the program and the office are as they were.")
    todo = phrase("Errors", "Check the file's name and folder, and whether its drive is connected.")


class UpdateNotSigned(UserFacingError):
    """The signature is not the publisher's."""

    what = phrase("Errors", "This update file was not signed by the publisher of hvacdesk, or was changed.")
    safe = phrase("Errors", "Nothing was installed; the program and the office are as they were.")
    todo = phrase("Errors", "Do not install it. Ask whoever supplies hvacdesk to you where it came from.")


class UpdateOlder(UserFacingError):
    """It brings no newer version."""

    what = phrase("Errors", "This update file brings version {version}; version {installed} is installed.")
    safe = phrase("Errors", "Nothing was installed; the program and the office are as they were.")
    todo = phrase("Errors", "Nothing needs to be done. An older program could not open the office.")


class UpdateForOther(UserFacingError):
    """It is for another kind of computer."""

    about_the_computer = True
    what = phrase("Errors", "This update file is for {system}; this computer is {here}.")
    safe = phrase("Errors", "Nothing was installed; the program and the office are as they were.")
    todo = phrase("Errors", "Get the update file that is made for this kind of computer.")


class UpdateNotSaved(UserFacingError):
    """The installer could not be written."""

    what = phrase(
        "Errors", "The installer could not be saved there: the folder is full or cannot be written."
    )
    safe = phrase("Errors", "Nothing was installed; the program and the office are as they were.")
    todo = phrase("Errors", "Choose another folder, or make room, and check the update file again.")


@dataclass(frozen=True)
class UpdateFacts:
    """What an update file says of its installer.

    Attributes:
        system: for which it is, such as ``linux-x86_64``.
        file: the installer's name, without any folder.
        size: of the installer, bytes.
        sha256: of the installer, hexadecimal.
    """

    version: str
    system: str
    file: str
    size: int
    sha256: str

    def line(self) -> bytes:
        """The line of JSON that the file holds."""
        return json.dumps(self.__dict__, sort_keys=True).encode("ascii")


def version_numbers(version: str) -> tuple[int, int, int]:
    """A version to compare. Raises :class:`UpdateDamaged` where it is none."""
    found = _VERSION.fullmatch(version)
    if found is None:
        raise UpdateDamaged
    return int(found[1]), int(found[2]), int(found[3])


def read_facts(line: bytes) -> UpdateFacts:
    """The facts of a line whose signature was found good. Raises :class:`UpdateDamaged`."""
    try:
        found: Any = json.loads(line)
    except ValueError:
        raise UpdateDamaged from None
    if not isinstance(found, dict) or set(found) != _KEYS:
        raise UpdateDamaged
    texts = (found["version"], found["system"], found["file"], found["sha256"])
    size = found["size"]
    if not all(isinstance(text, str) for text in texts) or type(size) is not int or size <= 0:
        raise UpdateDamaged
    facts = UpdateFacts(**found)
    version_numbers(facts.version)
    if not _FILE_NAME.fullmatch(facts.file) or not _SHA256.fullmatch(facts.sha256):
        raise UpdateDamaged
    return facts


def require_use(facts: UpdateFacts, installed: str, here: str) -> None:
    """Raise :class:`UpdateOlder` or :class:`UpdateForOther` where the update is of no use here."""
    if facts.system != here:
        raise UpdateForOther(system=facts.system, here=here)
    if version_numbers(facts.version) <= version_numbers(installed):
        raise UpdateOlder(version=facts.version, installed=installed)
