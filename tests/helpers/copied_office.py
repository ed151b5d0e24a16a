"""A copy of an office that was made once for many tests."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar
from unittest.mock import patch

from hvacdesk.vault.device import anchor
from hvacdesk.vault.device.keyring_store import DeviceKeyring
from hvacdesk.vault.keyfile import slots

T = TypeVar("T")
_made: dict[Callable[..., Any], Template[Any]] = {}


@dataclass(frozen=True)
class Template(Generic[T]):
    """An office that was made once in this process and is closed; every copy begins as it was then.

    Attributes:
        secrets: what the key store holds for it, by account.
        about: what its maker told of it.
    """

    home: Path
    secrets: dict[str, bytes]
    about: T

    def put(self, home: Path) -> T:
        """Put a copy there, with its secrets.

        Copies share their secrets, so one that changes keys must be the only one.
        """
        shutil.copytree(self.home, home)
        store = DeviceKeyring()
        for account, secret in self.secrets.items():
            store.write(account, secret)
        return self.about


def made_once(make: Callable[[Path], T]) -> Template[T]:
    """The office that ``make`` makes in a folder and closes: made at the first call, kept for the run."""
    if make not in _made:
        secrets: dict[str, bytes] = {}
        write, delete = DeviceKeyring.write, DeviceKeyring.delete

        def noted(store: DeviceKeyring, account: str, secret: bytes) -> None:
            write(store, account, secret)
            secrets[account] = secret

        def forgotten(store: DeviceKeyring, account: str) -> None:
            delete(store, account)
            secrets.pop(account, None)

        home = Path(tempfile.mkdtemp(dir=os.environ["HOME"])) / "office"
        with patch.multiple(DeviceKeyring, write=noted, delete=forgotten):
            about = make(home)
        _made[make] = Template(home, secrets, about)
    return _made[make]


def copy_office(template: Path, home: Path) -> None:
    """Copy a closed office, and put the key store's note of its log back to what it was at the closing.

    All copies share that note: each would find the end of another one's log there.
    """
    shutil.copytree(template, home)
    noted = anchor.read_head_file(home)
    assert noted is not None
    header = next(iter(slots.read_copies(home))).header
    then = anchor.Head(noted.sequence, noted.digest, noted.stored, noted.stored)
    anchor.write_head_keyring(DeviceKeyring(), header.office_id, header.epoch, then)
