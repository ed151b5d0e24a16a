"""How a backup is named to people."""

from __future__ import annotations

from pathlib import PurePath

from PySide6.QtCore import QLocale

from hvacdesk.domain.backups.backups import FoundBackup
from hvacdesk.domain.clock import moment_of, office_time
from hvacdesk.domain.disposal.disposed_list import ListsAtHand
from hvacdesk.ui.dates import day_text


def backup_time(found: FoundBackup) -> str:
    """When it was taken, on the office's wall clock: ``2026/11/23 18:05``."""
    try:
        return day_text(f"{office_time(moment_of(found.taken_at)):%Y-%m-%d %H:%M}")
    except ValueError:
        return found.taken_at


def last_disposal(lists: ListsAtHand) -> str:
    """The last disposal that the lists know, and its certificate: ``2026/11/23 18:05　DC2026-004``."""
    if not lists.until:
        return "—"
    moment = day_text(f"{office_time(moment_of(lists.until)):%Y-%m-%d %H:%M}")
    return f"{moment}　{lists.certificate}".strip()


def backup_place(found: FoundBackup) -> str:
    """The folder in which it lies, which is what people chose and know."""
    return str(PurePath(found.path).parent)


def backup_size(found: FoundBackup) -> str:
    """``24.1 MiB``."""
    return QLocale().formattedDataSize(found.size, 1)
