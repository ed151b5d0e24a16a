"""A desktop with two keyrings (Secret Service: collections): the login's own, and one that its user made."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass

from hvacdesk.vault.device.desktop_keyrings import SESSION
from tests.helpers.secret_service import SecretService

FIRST = "/org/freedesktop/secrets/collection/login"
NAME, PASSWORD = "二つ目", "another password"

Place = tuple[str, str, str]
"""A keyring, and under which service name and for which account an entry lies in it."""


@dataclass(frozen=True)
class Desktop:
    """Its key store, and the path of the second keyring."""

    service: SecretService
    second: str

    def lock_second(self) -> None:
        """As its user does with a click, and as it is after each login to the computer."""
        self.service.lock_keyring(self.second)

    def unlock_second(self) -> None:
        """As its user does by typing its password."""
        self.service.unlock_keyring(self.second, PASSWORD)

    def call_second(self, name: str) -> None:
        """Give the second keyring, which is open, another name."""
        import secretstorage

        with closing(secretstorage.dbus_init()) as connection:
            secretstorage.Collection(connection, self.second).set_label(name)

    def holders(self, account: str) -> set[str]:
        """The keyrings that hold an account's entry; both are open."""
        return {path for path, _, held in self.entries() if held == account}

    def entries(self) -> dict[Place, bytes]:
        """Every entry of both keyrings, which are open, and of the one that is gone at logoff."""
        import secretstorage

        found: dict[Place, bytes] = {}
        with closing(secretstorage.dbus_init()) as connection:
            for path in (FIRST, self.second, SESSION):
                for item in secretstorage.Collection(connection, path).get_all_items():
                    at = item.get_attributes()
                    found[path, at["service"], at["username"]] = item.get_secret()
        return found

    def put(self, path: str, service: str, account: str, secret: bytes) -> None:
        """An entry as keyring makes it, in a keyring of our choice."""
        import secretstorage

        attributes = {"service": service, "username": account, "application": "Python keyring library"}
        with closing(secretstorage.dbus_init()) as connection:
            keyring = secretstorage.Collection(connection, path)
            keyring.create_item("an entry", attributes, base64.b64encode(secret), replace=True)

    def empty(self) -> None:
        """Remove every entry of both keyrings, which are open."""
        import secretstorage

        with closing(secretstorage.dbus_init()) as connection:
            for path in (FIRST, self.second):
                for item in list(secretstorage.Collection(connection, path).get_all_items()):
                    item.delete()


@contextmanager
def two_keyrings(service: SecretService) -> Iterator[Desktop]:
    """Both of them open; the first one is the default."""
    second = service.make_keyring(NAME, PASSWORD)
    with service.kept_alive():
        yield Desktop(service, second)
