"""What the private key store of the tests holds, noted and put back with a copied office."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from typing import TypeVar

from hvacdesk.vault.device.keyring_store import SHARED_SERVICE
from tests.helpers import credential_manager
from tests.helpers.key_stores import real_backend
from tests.helpers.secret_service import BUS
from tests.helpers.short_questions import Line
from tests.helpers.systems import SYSTEM

T = TypeVar("T")

TRIES, PAUSE_SECONDS = 40, 0.1
"""gnome-keyring may fall over when a client is killed (see ``SecretService.revive``) and is started again."""


Place = tuple[str, str]
"""Under which service name a secret lies, and for which account."""

_WRITTEN_BY_KEYRING = {"application": "Python keyring library"}


def taken(beginning: str = "") -> dict[Place, bytes]:
    """Every secret of the program in this process's key store, as stored, by its place.

    ``beginning``: only of accounts whose names begin so. On Windows all processes of a user have one store.
    """
    return _asked(lambda: _all(beginning))


def put_back(snapshot: dict[Place, bytes], beginning: str = "") -> None:
    """Give the key store exactly the secrets that it had of such accounts."""
    _asked(lambda: _make_equal(snapshot, beginning))


def put_bytes(place: Place, secret: bytes) -> None:
    """Store what need not be text, as no program of ours does."""
    if SYSTEM == "win32":
        credential_manager.put_bytes(*place, secret)
        return
    from secretstorage import dbus_init, get_default_collection

    service, account = place
    attributes = {"service": service, "username": account, **_WRITTEN_BY_KEYRING}
    with closing(dbus_init()) as bus:
        get_default_collection(bus).create_item("bytes", attributes, secret, True)


def _all(beginning: str) -> dict[Place, bytes]:
    if SYSTEM == "win32":
        return credential_manager.secrets(beginning)
    with _line() as line:
        return {place: line.secret(item) for place, item in _items(line, beginning).items()}


def _make_equal(snapshot: dict[Place, bytes], beginning: str) -> None:
    if SYSTEM == "win32":
        credential_manager.remove(beginning)
        for place, secret in snapshot.items():
            _write(place, secret)
        return
    with _line() as line:
        items = _items(line, beginning)
        for place in items.keys() - snapshot.keys():
            assert line.delete(items[place]), place
        for place, secret in snapshot.items():
            if place not in items or line.secret(items[place]) != secret:
                _write(place, secret)


def _write(place: Place, secret: bytes) -> None:
    real_backend().set_password(*place, secret.decode("ascii"))


def _asked(ask: Callable[[], T]) -> T:
    for _ in range(TRIES):
        try:
            return ask()
        except Exception as error:
            asking = type(error).__module__.partition(".")[0] in {"secretstorage", "keyring", "jeepney"}
            if not asking and not isinstance(error, (OSError, EOFError)):
                raise
            time.sleep(PAUSE_SECONDS)
    return ask()


@contextmanager
def _line() -> Iterator[Line]:
    """A connection of its own: the library agrees on a key anew for each secret that it reads."""
    line = Line(os.environ[BUS])
    try:
        yield line
    finally:
        line.connection.close()


def _items(line: Line, beginning: str) -> dict[Place, str]:
    found = {item: line.attributes(item) for item in line.items(_WRITTEN_BY_KEYRING)}
    return {
        (at["service"], at["username"]): item
        for item, at in found.items()
        if at["service"].partition("/")[0] == SHARED_SERVICE and at["username"].startswith(beginning)
    }
