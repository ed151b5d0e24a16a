"""What the program sees of a Windows by itself, for the report of the first run there."""

from __future__ import annotations

import getpass
import locale
import platform
import sys
from contextlib import suppress
from pathlib import Path

from hvacdesk import __version__
from hvacdesk.domain.backups.folder_kinds import FolderKind
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.office.first_run import Fact
from hvacdesk.domain.text.wording import Phrase, Words, phrase
from hvacdesk.resource_files import resource
from hvacdesk.services.backups import folder_kinds
from hvacdesk.services.office.self_check import FONT_FILES

_KINDS: dict[FolderKind, Phrase] = {
    FolderKind.LOCAL: phrase("FirstRun", "this computer's own disk"),
    FolderKind.NETWORK: phrase("FirstRun", "network drive"),
    FolderKind.SYNCED: phrase("FirstRun", "synchronised folder"),
    FolderKind.MEMORY: phrase("FirstRun", "memory that is lost when the computer is switched off"),
    FolderKind.PROFILE_DISCARDED: phrase("FirstRun", "a login whose files are discarded at logoff"),
    FolderKind.PROFILE_ROAMING: phrase("FirstRun", "a login with a roaming profile"),
}

WHERE_IT_IS = phrase(
    "FirstRun",
    "Only a person can see some of it: Settings, About, First run on this Windows says what to try.",
)


def offered() -> bool:
    """Whether this computer runs what the page is about."""
    return sys.platform == "win32"


def facts(home: Path, printers: int, words: Words) -> tuple[Fact, ...]:
    """Version, code page, key store, printers, disk and fonts; no name, no path, no address.

    Args:
        printers: how many the system knows.
    """
    there = sum(resource("fonts", name).is_file() for name in FONT_FILES)
    return (
        Fact(phrase("FirstRun", "Program"), f"hvacdesk {__version__}"),
        Fact(phrase("FirstRun", "System"), f"{platform.system()} {platform.version()} {platform.machine()}"),
        Fact(phrase("FirstRun", "Code page"), locale.getencoding()),
        Fact(phrase("FirstRun", "Key store"), _key_store(words)),
        Fact(phrase("FirstRun", "Number of printers"), str(printers)),
        Fact(
            phrase("FirstRun", "The office lies on"), words(_KINDS[folder_kinds.office_standing(home).kind])
        ),
        Fact(phrase("FirstRun", "Own fonts"), f"{there} / {len(FONT_FILES)}"),
    )


def private_names() -> frozenset[str]:
    """What must not be in the report: the names of this login, of its folder and of the computer."""
    found = {Path.home().name, platform.node()}
    with suppress(OSError, KeyError):
        found.add(getpass.getuser())
    return frozenset(name for name in found if name)


def _key_store(words: Words) -> str:
    from hvacdesk.vault.device.keyring_store import DeviceKeyring
    from hvacdesk.vault.errors import store_name

    try:
        return store_name(DeviceKeyring().backend_name, words)
    except UserFacingError as error:
        return error.sentences(words)[0]
