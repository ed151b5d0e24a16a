"""Asking the tests' real key store in few words: most of the suite's time went into how it was asked.

The library opens a connection, agrees on a key and reads half a dozen properties for each question. Here a
process keeps one connection, with the Secret Service's own ``plain`` session, and puts the question itself:
one call to find a secret and one to read it, one to write it, a few to know that there is none; where it lies
is not looked for again by the reading that comes next on the same thread. The store, what it keeps and
what it refuses are as ever: whatever is not answered plainly (a locked store, one that is not there, a secret
in two keyrings) is asked again in the library's way, whose answer counts. Programs that tests start as
processes of their own ask that way always.
"""

from __future__ import annotations

import json
import os
import struct
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast
from unittest.mock import patch

from keyring.backend import SchemeSelectable
from keyring.backends.SecretService import Keyring
from keyring.compat.properties import classproperty

from hvacdesk.vault.device import desktop_keyrings
from tests.helpers.secret_service import BUS

if TYPE_CHECKING:
    from jeepney import Message

SECRETS = "org.freedesktop.secrets"
SERVICE_PATH = "/org/freedesktop/secrets"
DEFAULT = SERVICE_PATH + "/aliases/default"
INTERFACE = "org.freedesktop.Secret."
PROPERTIES = "org.freedesktop.DBus.Properties"
NO_REPLY = "org.freedesktop.DBus.Error.NoReply"
NO_OBJECT = "/"
"""The path of no object: of no prompt, or of no keyring."""
USUAL = "default"
"""The library's word for the names that it gives an entry's attributes."""
PREFERENCE = 5.0
"""What ``keyring`` itself says of this store."""

Answer = Any
"""What the library's own method returns: a secret, nothing, or None for "there is none"."""


class AskRefused(Exception):
    """The store did not simply answer."""


class Line:
    """One open connection to the store, and the session on it."""

    def __init__(self, address: str) -> None:
        from jeepney.io.blocking import open_dbus_connection

        self.connection = open_dbus_connection(address)
        try:
            self.session = self.call(SERVICE_PATH, "Service", "OpenSession", "sv", "plain", ("s", ""))[1]
        except BaseException:
            self.connection.close()
            raise

    def call(self, path: str, interface: str, method: str, signature: str, *values: object) -> Any:
        """Call a method of the store; returns what it answers."""
        from jeepney import DBusAddress, new_method_call

        address = DBusAddress(path, SECRETS, INTERFACE + interface)
        return self._answer(new_method_call(address, method, signature, values))

    def call_again(self, path: str, interface: str, method: str, signature: str, *values: object) -> Any:
        """The same for what is asked over and over in the same words, which are spelled once."""
        return self._answer(_spelled(path, INTERFACE + interface, method, signature, json.dumps(values)))

    def require_open(self, keyring: str) -> None:
        """What an open keyring does not show, it does not hold. Of a locked one: :class:`AskRefused`."""
        asked = json.dumps((INTERFACE + "Collection", "Locked"))
        if self._answer(_spelled(keyring, PROPERTIES, "Get", "ss", asked))[0][1]:
            raise AskRefused

    def _answer(self, message: Message) -> Any:
        from jeepney.wrappers import unwrap_msg

        return unwrap_msg(self.connection.send_and_get_reply(message))

    def is_store_there(self) -> bool:
        """Whether a store is on the bus now; one that the bus would have to start is asked for at length."""
        from jeepney import message_bus

        return bool(self._answer(message_bus.NameHasOwner(SECRETS))[0])

    def items(self, attributes: dict[str, str], keyring: str = DEFAULT) -> list[str]:
        """The paths of the items with these attributes in one keyring."""
        return cast(
            "list[str]", self.call_again(keyring, "Collection", "SearchItems", "a{ss}", attributes)[0]
        )

    def attributes(self, item: str) -> dict[str, str]:
        """The attributes of an item."""
        from jeepney import DBusAddress, Properties
        from jeepney.wrappers import unwrap_msg

        asked = Properties(DBusAddress(item, SECRETS, INTERFACE + "Item")).get("Attributes")
        return cast("dict[str, str]", unwrap_msg(self.connection.send_and_get_reply(asked))[0][1])

    def secret(self, item: str) -> bytes:
        """What an item keeps."""
        return bytes(self.call_again(item, "Item", "GetSecret", "o", self.session)[0][2])

    def delete(self, item: str) -> bool:
        """Delete an item; returns whether nobody has to be asked first."""
        return bool(self.call(item, "Item", "Delete", "")[0] == NO_OBJECT)


@lru_cache(maxsize=1_000)
def _spelled(path: str, interface: str, method: str, signature: str, values: str) -> Message:
    """A call that keeps its bytes: of two that ask the same, only the number differs (D-Bus, "serial")."""
    from jeepney import DBusAddress, Message, new_method_call

    class Kept(Message):  # type: ignore[misc]  # it has no types
        spelled: bytes = b""

        def serialise(self, serial: int, fds: object = None) -> bytes:
            if not self.spelled:
                self.spelled = super().serialise(serial, fds)
            return self.spelled[:8] + struct.pack("=I", serial) + self.spelled[12:]

    address = DBusAddress(path, SECRETS, interface)
    made = new_method_call(address, method, signature, tuple(json.loads(values)))
    return Kept(made.header, made.body)


class Lines:
    """The open connections of this process, by the address of their bus. Thread-safe; a fork has its own."""

    def __init__(self) -> None:
        self._guard = threading.RLock()
        self._open: dict[tuple[int, str], Line] = {}
        if sys.platform != "win32":
            os.register_at_fork(after_in_child=self._begin)

    def _begin(self) -> None:
        self._guard = threading.RLock()  # a thread of the parent may hold the former one

    def ask(self, question: Callable[[Line], Answer]) -> Answer:
        """Put a question.

        Raises:
            AskRefused: ask in the library's way.
            DBusErrorResponse: the store went away while it owed the answer.
        """
        from jeepney import DBusErrorResponse

        key = (os.getpid(), os.environ.get(BUS, ""))
        with self._guard:
            try:
                if key not in self._open:
                    self._open[key] = Line(key[1])
                return question(self._open[key])
            except AskRefused:
                raise
            except Exception as error:
                if (line := self._open.pop(key, None)) is not None:
                    line.connection.close()
                if isinstance(error, DBusErrorResponse) and error.name == NO_REPLY:
                    raise
                raise AskRefused from error

    def close(self) -> None:
        """Close the connections that this process opened."""
        with self._guard:
            for process, address in list(self._open):
                if process == os.getpid():
                    self._open.pop((process, address)).connection.close()


_lines = Lines()
_told = threading.local()
"""Has ``found`` where this thread has just been told where an entry lies; the next question takes it away."""


@dataclass(frozen=True)
class _Found:
    """What the store has just said of an entry.

    Attributes:
        item: its path; None where there is none in any open keyring.
    """

    service: str
    account: str
    keyring: str
    item: str | None

    def is_of(self, service: str, account: str, keyring: str) -> bool:
        """Whether it was said of this entry in this keyring."""
        return (self.service, self.account, self.keyring) == (service, account, keyring)


def _just_told() -> _Found | None:
    """What this thread was told last, if nothing was asked since."""
    found: _Found | None = vars(_told).pop("found", None)
    return found


def _asked(question: Callable[[Line], Answer], longer: Callable[[], Answer]) -> Answer:
    try:
        return _lines.ask(question)
    except AskRefused:
        return longer()


def places_of(service: str, account: str) -> tuple[desktop_keyrings.KeyringPlace, ...]:
    """The keyring that alone holds an entry, or the open default one where none does.

    Whatever is less plain is asked in the program's way.
    """

    def question(line: Line) -> tuple[desktop_keyrings.KeyringPlace, ...]:
        for names in SchemeSelectable.schemes.values():
            asked = {names["service"]: service, names["username"]: account}
            found, locked = line.call_again(SERVICE_PATH, "Service", "SearchItems", "a{ss}", asked)
            if found or locked:
                if len(found) == 1 and not locked and names == SchemeSelectable.schemes[USUAL]:
                    return tell(str(found[0].rpartition("/")[0]), str(found[0]))
                raise AskRefused
        line.require_open(DEFAULT)
        default = str(line.call_again(SERVICE_PATH, "Service", "ReadAlias", "s", "default")[0])
        if default in (desktop_keyrings.SESSION, NO_OBJECT):
            raise AskRefused
        return tell(default, None)

    def tell(keyring: str, item: str | None) -> tuple[desktop_keyrings.KeyringPlace, ...]:
        _told.found = _Found(service, account, keyring, item)
        return (desktop_keyrings.KeyringPlace(keyring),)

    _just_told()
    return cast(
        "tuple[desktop_keyrings.KeyringPlace, ...]",
        _asked(question, lambda: _LONGER_PLACES(service, account)),
    )


class ShortKeyring(Keyring):
    """The library's key store, asked in few words."""

    @classproperty
    @classmethod
    def priority(cls) -> float:
        """How much the library prefers this store where it is there, which it opens a connection to see."""

        def question(line: Line) -> float:
            if not line.is_store_there():
                raise AskRefused
            return PREFERENCE

        return cast("float", _asked(question, lambda: _LONGER["priority"].__get__(None, Keyring)))

    def get_password(self, service: str, username: str) -> Answer:
        """The secret, or None."""
        told = _just_told()

        def question(line: Line) -> Answer:
            if told is not None and told.is_of(service, username, _keyring(self)) and self.scheme == USUAL:
                return None if told.item is None else line.secret(told.item).decode("utf-8")
            for item in line.items(self._query(service, username), _keyring(self)):
                return line.secret(item).decode("utf-8")
            line.require_open(_keyring(self))  # a locked store shows none: the library unlocks it first
            return None

        return _asked(question, lambda: _LONGER["get_password"](self, service, username))

    def set_password(self, service: str, username: str, password: str) -> Answer:
        """Store a secret."""
        _just_told()
        properties = {
            INTERFACE + "Item.Label": ("s", f"Password for '{username}' on '{service}'"),
            INTERFACE + "Item.Attributes": ("a{ss}", self._query(service, username, application=self.appid)),
        }

        def question(line: Line) -> None:
            secret = (line.session, b"", password.encode(), "text/plain")
            values = (properties, secret, True)
            _, prompt = line.call(_keyring(self), "Collection", "CreateItem", "a{sv}(oayays)b", *values)
            if prompt != NO_OBJECT:
                raise AskRefused

        return _asked(question, lambda: _LONGER["set_password"](self, service, username, password))

    def delete_password(self, service: str, username: str) -> Answer:
        """Delete the first one."""
        _just_told()

        def question(line: Line) -> None:
            items = line.items(self._query(service, username), _keyring(self))
            if not items or not line.delete(items[0]):
                raise AskRefused

        return _asked(question, lambda: _LONGER["delete_password"](self, service, username))


def _keyring(asked: Keyring) -> str:
    """The path of the keyring that is meant: by the program, or else the default one."""
    return str(getattr(asked, "preferred_collection", DEFAULT))


_LONGER_PLACES = desktop_keyrings.places_of
_LONGER = {
    name: vars(Keyring)[name] for name in ("priority", "get_password", "set_password", "delete_password")
}


@contextmanager
def short_questions() -> Iterator[None]:
    """Let this process ask that way within the block. Nothing in the program can reach this."""
    with (
        patch.multiple(Keyring, **{name: vars(ShortKeyring)[name] for name in _LONGER}),
        patch.object(desktop_keyrings, "places_of", places_of),
    ):
        try:
            yield
        finally:
            _lines.close()
