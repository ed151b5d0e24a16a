"""What the private key store of the tests holds, noted and put back with a copied office."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from hvacdesk.vault.device.keyring_store import SHARED_SERVICE

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
    with _items() as items:
        return {place: item.get_secret() for place, item in items.items()}


def _make_equal(snapshot: dict[Place, bytes]) -> None:
    with _items() as items:
        for place in items.keys() - snapshot.keys():
            items[place].delete()
        for place, secret in snapshot.items():
            if place not in items:
                _add(place, secret)
            elif items[place].get_secret() != secret:
                items[place].set_secret(secret)


def _add(place: Place, secret: bytes) -> None:
    from keyring.backends.SecretService import Keyring

    Keyring().set_password(*place, secret.decode("ascii"))  # type: ignore[no-untyped-call]


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
def _items() -> Iterator[dict[Place, Any]]:
    import secretstorage

    bus = secretstorage.dbus_init()
    try:
        collection = secretstorage.get_default_collection(bus)
        found = [(item.get_attributes(), item) for item in collection.search_items(_WRITTEN_BY_KEYRING)]
        yield {
            (at["service"], at["username"]): item
            for at, item in found
            if at["service"].partition("/")[0] == SHARED_SERVICE
        }
    finally:
        bus.close()
