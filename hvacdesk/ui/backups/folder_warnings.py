"""What speaks against where backups, or the office itself, lie. It asks the disks: for worker threads."""

from __future__ import annotations

from pathlib import Path

from hvacdesk.domain.backups.folder_kinds import BACKUP_WARNINGS, OFFICE_WARNINGS, FolderKind
from hvacdesk.domain.text.wording import Phrase, Words
from hvacdesk.services.backups import folder_kinds


def against_place(folder: str, words: Words) -> str:
    """The sentence against a backup folder, or an empty text."""
    return _against(Path(folder), BACKUP_WARNINGS, words)


def against_office(folder: Path, words: Words) -> str:
    """The sentence against the office's own folder, or an empty text."""
    return _against(folder, OFFICE_WARNINGS, words)


def _against(folder: Path, warnings: dict[FolderKind, Phrase], words: Words) -> str:
    standing = folder_kinds.standing(folder)
    found = warnings.get(standing.kind)
    return "" if found is None else words(found).format(name=standing.name)
