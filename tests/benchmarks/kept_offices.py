"""Full offices that outlast a run, where the environment names a folder for them: filling one takes a minute.

``HVACDESK_BENCH_OFFICES=FOLDER python -m tests.benchmarks screens pauses`` fills the office once and works on
a copy of it in each run. The folder holds invented customers with their keys beside them. Remove it after the
tables have changed.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from hvacdesk.vault.office import SealedOffice
from tests.benchmarks.full_office import FullOffice, opened
from tests.helpers.vault_offices import OWNER_PASSPHRASE, Clock, MemorySecrets, cheap_passphrases

PLACE = "HVACDESK_BENCH_OFFICES"

_OFFICE, _SECRETS = "office", "key-store.json"

Maker = Callable[[Path], AbstractContextManager[FullOffice]]


@contextmanager
def kept_office(home: Path, name: str, make: Maker) -> Iterator[FullOffice]:
    """The office that ``make`` fills at ``home``, copied from the last run if offices are kept."""
    place = os.environ.get(PLACE)
    if not place:
        with make(home) as full:
            yield full
        return
    kept = Path(place) / name
    if not kept.exists():
        _keep(kept, make)
    shutil.copytree(kept / _OFFICE, home)
    with cheap_passphrases(), _reopened(home, kept / _SECRETS) as full:
        yield full


def _keep(kept: Path, make: Maker) -> None:
    """Fill the office beside its place first, so that a run that is stopped leaves none that is half full."""
    filling = kept.with_name(f"{kept.name}.filling")
    shutil.rmtree(filling, ignore_errors=True)
    filling.mkdir(parents=True)
    with make(filling / _OFFICE) as full:
        full.at_rest()
        secrets = {account: secret.hex() for account, secret in full.secrets.kept.items()}
    (filling / _SECRETS).write_text(json.dumps(secrets), encoding="utf-8")
    filling.rename(kept)


@contextmanager
def _reopened(home: Path, key_store: Path) -> Iterator[FullOffice]:
    kept = json.loads(key_store.read_text(encoding="utf-8"))
    secrets = MemorySecrets(kept={account: bytes.fromhex(secret) for account, secret in kept.items()})
    sealed = SealedOffice.find(home, secrets, clock=Clock())
    with opened(sealed.unlock(sealed.staff[0].slot_id, OWNER_PASSPHRASE), secrets) as full:
        yield full
