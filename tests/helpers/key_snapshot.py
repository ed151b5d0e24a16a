"""What the private key store of the tests holds, noted and put back with a copied office."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from hvacdesk.vault.device.keyring_store import SHARED_SERVICE
from tests.helpers.secret_service import BUS
from tests.helpers.short_questions import Line

T = TypeVar("T")

TRIES, PAUSE_SECONDS = 40, 0.1
"""gnome-keyring may fall over when a client is killed (see ``SecretService.revive``) and is started again."""


Place = tuple[str, str]
"""Under which service name a secret lies, and for which account."""

_WRITTEN_BY_KEYRING = {"application": "Python keyring library"}


def taken() -> dict[Place, bytes]:
    """Every secret of the program in this process's key store, as stored, by its place."""
    return _asked(_all)


def put_back(snapshot: dict[Place, bytes]) -> None:
    """Give the key store exactly the secrets that it had."""
    _asked(lambda: _make_equal(snapshot))


def _all() -> dict[Place, bytes]:
    with _line() as line:
        return {place: line.secret(item) for place, item in _items(line).items()}


def _make_equal(snapshot: dict[Place, bytes]) -> None:
    with _line() as line:
        items = _items(line)
        for place in items.keys() - snapshot.keys():
            assert line.delete(items[place]), place
        for place, secret in snapshot.items():
            if place not in items or line.secret(items[place]) != secret:
                _write(place, secret)


def _write(place: Place, secret: bytes) -> None:
    from keyring.backends.SecretService import Keyring

    Keyring().set_password(*place, secret.decode("ascii"))  # type: ignore[no-untyped-call]


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


def _items(line: Line) -> dict[Place, str]:
    found = {item: line.attributes(item) for item in line.items(_WRITTEN_BY_KEYRING)}
    return {
        (at["service"], at["username"]): item
        for item, at in found.items()
        if at["service"].partition("/")[0] == SHARED_SERVICE
    }
