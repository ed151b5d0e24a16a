"""All keyrings of a Linux desktop: an entry may lie in another one than the default.

The Secret Service keeps entries in *collections*, which desktops show as keyrings, each with its own
password. ``keyring`` asks the default one only. Once its user makes another keyring the default, it would no
longer find what lies in the former one, and a secret that is to be gone would survive there.

The desktop says in which keyrings an entry lies, and ``keyring`` is then told which one to ask. GNOME's
service lists what a locked keyring holds; KeePassXC says nothing of a locked one, and asks its user when it
is searched while all of them are locked.

GNOME has one more keyring, *session*, that is kept in memory and gone at logoff. Nothing is written there,
even if it is the default one; what lies there is found, so that it can be brought to a keyring that stays.

``keyring`` lets the environment (``KEYRING_PROPERTY_…``) choose the keyring and the names of the attributes.
That would hide what was written without this setting, so it does not count here; an entry is searched under
all names of attributes that ``keyring`` knows.
"""

from __future__ import annotations

import copy
import re
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from hvacdesk.vault import errors

if TYPE_CHECKING:
    from jeepney.io.blocking import DBusConnection
    from keyring.backend import KeyringBackend
    from secretstorage.util import DBusAddressWrapper


SESSION = "/org/freedesktop/secrets/collection/session"
"""The path of the keyring that is gone at logoff."""
_NOTHING = "/"
"""The path of no object, where an alias names no keyring."""


class KeyringPlace(NamedTuple):
    """Where an entry lies, or is to lie.

    Attributes:
        keyring: its path; None where the desktop has none yet, so that ``keyring`` makes the first one.
        scheme: ``keyring``'s word for the names of an entry's attributes.
    """

    keyring: str | None
    scheme: str = "default"


def over_all(backend: KeyringBackend) -> DesktopKeyrings | None:
    """All keyrings, where ``keyring`` asks the desktop's Secret Service; None for any other store."""
    if sys.platform == "win32":
        return None
    from keyring.backends.SecretService import Keyring

    return DesktopKeyrings(backend) if isinstance(backend, Keyring) else None


class DesktopKeyrings:
    """Asks and changes the keyrings in which an entry lies; a new entry goes into the default one.

    The methods are those of ``keyring``'s backends, and raise as they do. Of several copies those in open
    keyrings are asked first, and of these the one that was changed last.
    """

    def __init__(self, backend: KeyringBackend) -> None:
        self._backend = backend
        self._read_from: dict[tuple[str, str], str | None] = {}

    def get_password(self, service: str, account: str) -> str | None:
        """The entry's text; a locked keyring that alone holds it puts a question to its user."""
        place = places_of(service, account)[0]
        self._read_from[service, account] = place.keyring
        return self._at(place).get_password(service, account)

    def is_lost_at_logoff(self, service: str, account: str) -> bool:
        """Whether the entry, when it was last read, came from the keyring that is gone at logoff."""
        return self._read_from.get((service, account)) == SESSION

    def set_password(self, service: str, account: str, text: str) -> None:
        """Change the entry in every open keyring that holds it, or make it.

        What lies in the keyring that is gone at logoff is removed once another one returns the new text.

        Raises:
            KeyringUntilLogoff: there is no other keyring.
        """
        places = places_of(service, account)
        lasting = [place for place in places if place.keyring != SESSION] or [_lasting_place()]
        for place in lasting:
            self._at(place).set_password(service, account, text)
        for place in set(places).difference(lasting):
            if self._at(lasting[0]).get_password(service, account) == text:
                self._at(place).delete_password(service, account)

    def delete_password(self, service: str, account: str) -> None:
        """Remove one copy of the entry."""
        self._at(places_of(service, account)[0]).delete_password(service, account)

    def is_any_open(self) -> bool:
        """Whether something can be asked without a question to its user."""
        with _desktop() as desktop:
            return not desktop.is_all_locked()

    def locked_holders(self, service: str, account: str) -> tuple[str, ...]:
        """The names of locked keyrings that hold the entry, or do not show what they hold.

        None where the desktop has a single keyring: it needs no name.
        """
        with _desktop() as desktop:
            every = desktop.keyrings()
            locked = [path for path in every if desktop.is_locked(path)]
            if len(every) < 2 or locked == every:
                return ()
            holding = {
                _keyring_of(item)
                for scheme in desktop.schemes()
                for item in desktop.search(service, account, scheme)[1]
            }
            return tuple(desktop.name(path) for path in locked if path in holding or desktop.hides(path))

    def _at(self, place: KeyringPlace) -> KeyringBackend:
        there = copy.copy(self._backend)
        for setting in ("preferred_collection", "appid"):
            vars(there).pop(setting, None)  # from the environment
        there.scheme = place.scheme  # type: ignore[attr-defined]
        if place.keyring is not None:
            there.preferred_collection = place.keyring  # type: ignore[attr-defined]
        return there


def places_of(service: str, account: str) -> tuple[KeyringPlace, ...]:
    """Where an entry lies, the copy that counts first; where none is found, the place for a new one."""
    with _desktop() as desktop:
        if desktop.is_all_locked():
            return (desktop.place_for_new_entries(),)
        for scheme in desktop.schemes():
            in_open, in_locked = desktop.search(service, account, scheme)
            found = in_open or in_locked
            if len(found) > 1:
                found = desktop.newest_first(found)
            if found:
                return tuple(dict.fromkeys(KeyringPlace(_keyring_of(item), scheme) for item in found))
        return (desktop.place_for_new_entries(),)


def _lasting_place() -> KeyringPlace:
    """The place for an entry that must leave the keyring that is gone at logoff.

    Raises:
        KeyringUntilLogoff: there is no other keyring.
        keyring.errors.KeyringLocked: it is locked; a change cannot wait for its user.
    """
    from keyring.errors import KeyringLocked

    with _desktop() as desktop:
        place = desktop.place_for_new_entries()
        if place.keyring == SESSION:
            raise errors.KeyringUntilLogoff
        if place.keyring is not None and desktop.is_locked(place.keyring):
            raise KeyringLocked
        return place


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
        """Those that stay after logoff."""
        return [path for path in self._service().get_property("Collections") if path != SESSION]

    def schemes(self) -> tuple[str, ...]:
        """``keyring``'s words for the names of an entry's attributes, its usual one first."""
        from keyring.backend import SchemeSelectable

        return tuple(SchemeSelectable.schemes)

    def search(self, service: str, account: str, scheme: str) -> tuple[list[str], list[str]]:
        """The items of an entry in open and in locked keyrings."""
        from keyring.backend import SchemeSelectable

        names = SchemeSelectable.schemes[scheme]
        asked = {names["service"]: service, names["username"]: account}
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

    def name(self, keyring: str) -> str:
        """What its user calls it, in one line; the name of its file, where its user took the name away.

        GNOME writes a file's name into the path with ``_5f`` for ``_``, as addresses have ``%5f``.
        """
        label = " ".join(str(self._keyring(keyring).get_property("Label")).split())
        return label or unquote(re.sub("_(?=[0-9a-f]{2})", "%", keyring.rpartition("/")[2]))

    def hides(self, keyring: str) -> bool:
        """Whether it shows no item: it may be empty, or not say what it holds while it is locked."""
        return not self._keyring(keyring).get_property("Items")

    def place_for_new_entries(self) -> KeyringPlace:
        """The default keyring; where it is gone or does not stay, the login's or another one, if possible an
        open one. The keyring that is gone at logoff where it is the default and there is no other.
        """
        default = self._called("default")
        if default not in (SESSION, _NOTHING):
            return KeyringPlace(default)
        login = self._called("login")
        others = sorted(self.keyrings(), key=lambda path: (self.is_locked(path), path != login))
        if others:
            return KeyringPlace(others[0])
        return KeyringPlace(None if default == _NOTHING else SESSION)

    def newest_first(self, items: list[str]) -> list[str]:
        """Of those changed within the same second, those that stay come first, and the default one's at the
        head of them.
        """
        default = self._called("default")
        kept = {item: _keyring_of(item) for item in items}
        return sorted(
            items,
            key=lambda item: (self.changed_at(item), kept[item] != SESSION, kept[item] == default),
            reverse=True,
        )

    def _called(self, alias: str) -> str:
        """The path of the keyring that the desktop knows by this word."""
        return str(self._service().call("ReadAlias", "s", alias)[0])

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
