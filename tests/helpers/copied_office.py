"""A copy of an office that was made once for many tests."""

from __future__ import annotations

import shutil
from pathlib import Path

from hvacdesk.vault import anchor, slots
from hvacdesk.vault.keyring_store import DeviceKeyring


def copy_office(template: Path, home: Path) -> None:
    """Copy a closed office, and let the key store's note of its log be as it was when it was closed.

    All copies share that note: each would find the end of another one's log there.
    """
    shutil.copytree(template, home)
    noted = anchor.read_head_file(home)
    assert noted is not None
    header = next(iter(slots.read_copies(home))).header
    then = anchor.Head(noted.sequence, noted.digest, noted.stored, noted.stored)
    anchor.write_head_keyring(DeviceKeyring(), header.office_id, header.epoch, then)
