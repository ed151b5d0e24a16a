"""What the private key store of the tests holds, noted and put back with a copied office."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from hvacdesk.vault.keyring_store import SERVICE


def taken() -> dict[str, bytes]:
    """Every secret of the program in this process's key store, as stored, by account."""
    with _items() as items:
        return {account: item.get_secret() for account, item in items.items()}


def put_back(snapshot: dict[str, bytes]) -> None:
    """Give the key store exactly the secrets that it had."""
    from keyring.backends.SecretService import Keyring

    with _items() as items:
        now = {account: item.get_secret() for account, item in items.items()}
        for account in now.keys() - snapshot.keys():
            items[account].delete()
    store = Keyring()  # type: ignore[no-untyped-call]
    for account, secret in snapshot.items():
        if now.get(account) != secret:
            store.set_password(SERVICE, account, secret.decode("ascii"))  # type: ignore[no-untyped-call]


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
