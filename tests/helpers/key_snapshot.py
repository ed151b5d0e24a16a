"""What the private key store of the tests holds, noted and put back with a copied office."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from hvacdesk.vault.device.keyring_store import SERVICE
from tests.helpers.secret_service import BUS
from tests.helpers.short_questions import Line

T = TypeVar("T")

TRIES, PAUSE_SECONDS = 40, 0.1
"""gnome-keyring may fall over when a client is killed (see ``SecretService.revive``) and is started again."""


def taken() -> dict[str, bytes]:
    """Every secret of the program in this process's key store, as stored, by account."""
    return _asked(_all)


def put_back(snapshot: dict[str, bytes]) -> None:
    """Give the key store exactly the secrets that it had."""
    _asked(lambda: _make_equal(snapshot))


def _all() -> dict[str, bytes]:
    with _line() as line:
        return {account: line.secret(item) for account, item in _items(line).items()}


def _make_equal(snapshot: dict[str, bytes]) -> None:
    with _line() as line:
        items = _items(line)
        for account in items.keys() - snapshot.keys():
            assert line.delete(items[account]), account
        for account, secret in snapshot.items():
            if account not in items or line.secret(items[account]) != secret:
                _write(account, secret)


def _write(account: str, secret: bytes) -> None:
    from keyring.backends.SecretService import Keyring

    Keyring().set_password(SERVICE, account, secret.decode("ascii"))  # type: ignore[no-untyped-call]


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


def _items(line: Line) -> dict[str, str]:
    return {line.attributes(item)["username"]: item for item in line.items({"service": SERVICE})}
