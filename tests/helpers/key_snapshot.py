"""What the private key store of the tests holds, noted and put back with a copied office."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from hvacdesk.vault.device.keyring_store import SERVICE

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
    with _items() as items:
        return {account: item.get_secret() for account, item in items.items()}


def _make_equal(snapshot: dict[str, bytes]) -> None:
    with _items() as items:
        for account in items.keys() - snapshot.keys():
            items[account].delete()
        for account, secret in snapshot.items():
            if account not in items:
                _add(account, secret)
            elif items[account].get_secret() != secret:
                items[account].set_secret(secret)


def _add(account: str, secret: bytes) -> None:
    from keyring.backends.SecretService import Keyring

    Keyring().set_password(SERVICE, account, secret.decode("ascii"))  # type: ignore[no-untyped-call]


def _asked(ask: Callable[[], T]) -> T:
    for _ in range(TRIES):
        try:
            return ask()
        except Exception as error:
            if "secretstorage" not in type(error).__module__ and "keyring" not in type(error).__module__:
                raise
            time.sleep(PAUSE_SECONDS)
    return ask()


@contextmanager
def _items() -> Iterator[dict[str, Any]]:
    import secretstorage

    bus = secretstorage.dbus_init()
    try:
        collection = secretstorage.get_default_collection(bus)
        found = collection.search_items({"service": SERVICE})
        yield {item.get_attributes()["username"]: item for item in found}
    finally:
        bus.close()
