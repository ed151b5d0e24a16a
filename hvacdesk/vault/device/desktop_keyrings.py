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
from contextlib import closing, contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jeepney.io.blocking import DBusConnection
    from keyring.backend import KeyringBackend
    from secretstorage.util import DBusAddressWrapper


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
        with _desktop() as desktop:
            every = desktop.keyrings()
            locked = [path for path in every if desktop.is_locked(path)]
            if len(every) < 2 or locked == every:
                return ()
            _, in_locked = desktop.search(service, account)
            holding = {_keyring_of(item) for item in in_locked}
            return tuple(desktop.label(path) for path in locked if path in holding or desktop.hides(path))

    def _where_it_lies(self, service: str, account: str) -> KeyringBackend:
        place = place_of(service, account)
        if place is None:
            return self._backend
        there = copy.copy(self._backend)
        there.preferred_collection = place  # type: ignore[attr-defined]
        return there


def place_of(service: str, account: str) -> str | None:
    """The path of the keyring that is to be asked for an entry; None for the default one."""
    with _desktop() as desktop:
        if desktop.is_all_locked():
            return None
        in_open, in_locked = desktop.search(service, account)
        found = in_open or in_locked
        if len(found) < 2:
            return _keyring_of(found[0]) if found else None
        default = desktop.default()
        newest = max(found, key=lambda item: (desktop.changed_at(item), _keyring_of(item) == default))
        return _keyring_of(newest)


@contextmanager
def _desktop() -> Iterator[_Desktop]:
    import secretstorage

    with closing(secretstorage.dbus_init()) as connection:
        yield _Desktop(connection)


class _Desktop:
    """The questions of the Secret Service API that are put here, one message each."""

    def __init__(self, connection: DBusConnection) -> None:
        self._connection = connection

    def keyrings(self) -> list[str]:
        """Those that outlive the session: GNOME has one more, without a name, that does not."""
        from secretstorage.collection import SESSION_COLLECTION

        return [path for path in self._service().get_property("Collections") if path != SESSION_COLLECTION]

    def search(self, service: str, account: str) -> tuple[list[str], list[str]]:
        """The items of an entry in open and in locked keyrings."""
        asked = {"service": service, "username": account}
        in_open, in_locked = self._service().call("SearchItems", "a{ss}", asked)
        return in_open, in_locked

    def is_all_locked(self) -> bool:
        """Whether no keyring is open, or there is none."""
        from secretstorage import ItemNotFoundException
        from secretstorage.collection import DEFAULT_COLLECTION

        with suppress(ItemNotFoundException):
            if not self.is_locked(DEFAULT_COLLECTION):
                return False
        return all(self.is_locked(path) for path in self.keyrings())

    def is_locked(self, keyring: str) -> bool:
        return bool(self._keyring(keyring).get_property("Locked"))

    def label(self, keyring: str) -> str:
        """What its user calls it."""
        return str(self._keyring(keyring).get_property("Label"))

    def hides(self, keyring: str) -> bool:
        """Whether it shows no item: it may be empty, or not say what it holds while it is locked."""
        return not self._keyring(keyring).get_property("Items")

    def default(self) -> str:
        """The path of the keyring for new entries."""
        return str(self._service().call("ReadAlias", "s", "default")[0])

    def changed_at(self, item: str) -> int:
        """Seconds since 1970; 0 while it is locked."""
        from secretstorage.item import ITEM_IFACE

        return int(self._at(item, ITEM_IFACE).get_property("Modified"))

    def _service(self) -> DBusAddressWrapper:
        from secretstorage.collection import SERVICE_IFACE
        from secretstorage.defines import SS_PATH

        return self._at(SS_PATH, SERVICE_IFACE)

    def _keyring(self, path: str) -> DBusAddressWrapper:
        from secretstorage.collection import COLLECTION_IFACE

        return self._at(path, COLLECTION_IFACE)

    def _at(self, path: str, interface: str) -> DBusAddressWrapper:
        from secretstorage.util import DBusAddressWrapper

        return DBusAddressWrapper(path, interface, self._connection)


def _keyring_of(item: str) -> str:
    """An item's path begins with its collection's (Secret Service API, object paths)."""
    return item.rpartition("/")[0]
