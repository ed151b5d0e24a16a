"""All keyrings of a Linux desktop: an entry may lie in another one than the default.

The Secret Service keeps entries in *collections*, which desktops show as keyrings, each with its own
password. ``keyring`` asks the default one only. Once its user makes another keyring the default, it would no
longer find what lies in the former one, and a secret that is to be gone would survive there.

The desktop says in which keyrings an entry lies, and ``keyring`` is then told which one to ask. GNOME's
service lists what a locked keyring holds; KeePassXC says nothing of a locked one, and asks its user when it
is searched while all of them are locked.
"""

from __future__ import annotations

import copy
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jeepney.io.blocking import DBusConnection
    from keyring.backend import KeyringBackend
    from secretstorage import Collection, Item

_DEFAULT = "default"


def over_all(backend: KeyringBackend) -> DesktopKeyrings | None:
    """All keyrings, where ``keyring`` asks the desktop's Secret Service; None for any other store."""
    if sys.platform == "win32":
        return None
    from keyring.backends.SecretService import Keyring

    return DesktopKeyrings(backend) if isinstance(backend, Keyring) else None


class DesktopKeyrings:
    """Asks and changes the keyring in which an entry lies; a new entry goes into the default one.

    The methods are those of ``keyring``'s backends, and raise as they do. Of several copies those in open
    keyrings are asked first, and of these the one that was changed last.
    """

    def __init__(self, backend: KeyringBackend) -> None:
        self._backend = backend

    def get_password(self, service: str, account: str) -> str | None:
        """The entry's text; a locked keyring that alone holds it puts a question to its user."""
        return self._where_it_lies(service, account).get_password(service, account)

    def set_password(self, service: str, account: str, text: str) -> None:
        """Change the entry where it lies, or make it."""
        self._where_it_lies(service, account).set_password(service, account, text)

    def delete_password(self, service: str, account: str) -> None:
        """Remove one copy of the entry."""
        self._where_it_lies(service, account).delete_password(service, account)

    def locked_holders(self, service: str, account: str) -> tuple[str, ...]:
        """The names of locked keyrings that hold the entry, or do not show what they hold.

        None where the desktop has a single keyring: it needs no name.
        """
        with _connected() as connection:
            every = _keyrings(connection)
            if len(every) < 2 or all(one.is_locked() for one in every):
                return ()
            holding = {_keyring_of(item) for item in _found(connection, service, account)}
            return tuple(
                one.get_label()
                for one in every
                if one.is_locked() and (one.collection_path in holding or _shows_nothing(one))
            )

    def _where_it_lies(self, service: str, account: str) -> KeyringBackend:
        place = _place(service, account)
        if place is None:
            return self._backend
        there = copy.copy(self._backend)
        there.preferred_collection = place  # type: ignore[attr-defined]
        return there


def _place(service: str, account: str) -> str | None:
    """The path of the keyring that is to be asked; None for the default one."""
    with _connected() as connection:
        if all(one.is_locked() for one in _keyrings(connection)):
            return None
        found = _found(connection, service, account)
        choice = [item for item in found if not item.is_locked()] or found
        if len(choice) < 2:
            return _keyring_of(choice[0]) if choice else None
        default = _default_path(connection)
        newest = max(choice, key=lambda item: (item.get_modified(), _keyring_of(item) == default))
        return _keyring_of(newest)


@contextmanager
def _connected() -> Iterator[DBusConnection]:
    import secretstorage

    with closing(secretstorage.dbus_init()) as connection:
        yield connection


def _keyrings(connection: DBusConnection) -> list[Collection]:
    """Those that outlive the session: GNOME has one more, without a name, that does not."""
    import secretstorage
    from secretstorage.collection import SESSION_COLLECTION

    every = secretstorage.get_all_collections(connection)
    return [one for one in every if one.collection_path != SESSION_COLLECTION]


def _found(connection: DBusConnection, service: str, account: str) -> list[Item]:
    import secretstorage

    return list(secretstorage.search_items(connection, {"service": service, "username": account}))


def _keyring_of(item: Item) -> str:
    """An item's path begins with its collection's (Secret Service API, object paths)."""
    path: str = item.item_path
    return path.rpartition("/")[0]


def _default_path(connection: DBusConnection) -> str:
    import secretstorage

    try:
        path: str = secretstorage.get_collection_by_alias(connection, _DEFAULT).collection_path
    except secretstorage.ItemNotFoundException:
        return ""
    return path


def _shows_nothing(keyring: Collection) -> bool:
    return next(keyring.get_all_items(), None) is None
