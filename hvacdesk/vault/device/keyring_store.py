"""The operating system's key store: the one module that uses ``keyring``, which it imports at first use.

``keyring`` may silently pick stores that protect nothing (``null`` keeps nothing, ``keyrings.alt`` writes
clear text, the chainer mixes several). Only the stores listed here are used, nothing is counted as stored
before it was read back, and the store in use has a name that the key file remembers.
"""

from __future__ import annotations

import base64
import binascii
import importlib
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol, TypeVar

from hvacdesk.vault import errors
from hvacdesk.vault.device.open_questions import OpenQuestions, Unanswered

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "hvacdesk"
LONGEST_ACCOUNT = 128
MOST_BYTES = 2560
"""CRED_MAX_CREDENTIAL_BLOB_SIZE (wincred.h), for text as UTF-16: the smallest limit of all stores."""

T = TypeVar("T")

_PAUSES = (0.2, 0.5, 1.0, 2.0)
"""Seconds between the tries to reach a store that fell over."""

_NO_REPLY = "org.freedesktop.DBus.Error.NoReply"
_MOST_COPIES = 8

_WINDOWS = "keyring.backends.Windows.WinVaultKeyring"
_MACOS = "keyring.backends.macOS.Keyring"
_FREE_DESKTOPS = (
    "keyring.backends.SecretService.Keyring",
    "keyring.backends.libsecret.Keyring",
    "keyring.backends.kwallet.DBusKeyring",
)
_questions = OpenQuestions()
_ALLOWED = (_WINDOWS, _MACOS, *_FREE_DESKTOPS)
"""Stores that encrypt under the user's login, in order of preference."""

_TRIED = {"win32": (_WINDOWS,), "darwin": (_MACOS,)}
"""By platform; elsewhere the free desktops'. On Linux, macOS's would run compilers to look for a library."""


class Secrets(Protocol):
    """What the vault needs from a key store; :class:`DeviceKeyring` is the real one."""

    @property
    def backend_name(self) -> str:
        """The store's name as the key file records it."""

    def read(self, account: str) -> bytes | None:
        """A secret, or None where the store holds none."""

    def write(self, account: str, secret: bytes) -> None:
        """Store a secret and make sure that it is kept."""

    def delete(self, account: str) -> None:
        """Remove a secret in all its copies; one that is not there is no failure."""


class DeviceKeyring:
    """The key store of this computer's user.

    Raises:
        KeyringMissing: no permitted store answers.
        KeyringRefused: the settings, or the caller, name a store that does not protect secrets.
    """

    def __init__(self, backend: KeyringBackend | None = None) -> None:
        self._backend = backend if backend is not None else _pick()
        if _name(self._backend) not in _ALLOWED:
            raise errors.KeyringRefused(backend=_name(self._backend))
        if _name(self._backend) == _WINDOWS:
            self._backend.persist = "local machine"  # type: ignore[attr-defined]

    @property
    def backend_name(self) -> str:
        """The store's full class name."""
        return _name(self._backend)

    def read(self, account: str) -> bytes | None:
        """A secret, or None where the store holds none.

        Raises:
            KeyringMissing, KeyringLocked: the store cannot be asked; this never reads as "holds none".
                A store that still waits for its user is locked.
        """
        text = _asked(lambda: _questions.ask(lambda: self._backend.get_password(SERVICE, account)))
        return None if text is None else _decoded(text)

    def write(self, account: str, secret: bytes) -> None:
        """Store a secret and read it back.

        The store is read before, too: a change cannot be given up while it waits for the store's user, and
        would come when nobody expects it any more.

        Raises:
            KeyringMissing, KeyringLocked: the store cannot be used.
            KeyringReadOnly: it can be read, but takes no changes.
            KeyringKeepsNothing: it took the secret and does not return it.
        """
        if len(account) > LONGEST_ACCOUNT:
            raise ValueError("account name is too long for a key store")
        text = base64.b64encode(secret).decode("ascii")
        if len(text.encode("utf-16-le")) > MOST_BYTES:
            raise ValueError("secret is too long for a key store")
        self.read(account)
        self._change(account, lambda: self._backend.set_password(SERVICE, account, text))
        if self.read(account) != secret:
            raise errors.KeyringKeepsNothing

    def delete(self, account: str) -> None:
        """Remove a secret. A store may hold several copies and removes the first one only, hence the loop.

        Raises:
            KeyringMissing, KeyringLocked: the store cannot be used.
            KeyringReadOnly: it can be read, but takes no changes.
            KeyringKeepsSecret: the secret is still there afterwards.
        """
        for _ in range(_MOST_COPIES):
            if self.read(account) is None:
                return
            self._change(account, lambda: self._backend.delete_password(SERVICE, account))
        if self.read(account) is not None:
            raise errors.KeyringKeepsSecret

    def _change(self, account: str, call: Callable[[], object]) -> None:
        """Ask for a change; a store that refuses it and can be read all the same is read-only.

        The stores have no common word for that. One that cannot be read either is missing or locked.
        """
        try:
            _asked(call)
        except errors.KeyringMissing as refusal:
            self.read(account)
            raise errors.KeyringReadOnly from refusal


def answered() -> bool:
    """Whether the store has been unlocked since it was told to be locked, as far as it was asked to."""
    return _questions.answered()


def _name(backend: KeyringBackend) -> str:
    return f"{type(backend).__module__}.{type(backend).__qualname__}"


def _decoded(text: str) -> bytes:
    """A secret's bytes; text that we did not write gives bytes that open nothing."""
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return b""


def _pick() -> KeyringBackend:
    """The store that the user configured, or the best one that answers now.

    Never cached: a store may come up.
    """
    configured = _configured()
    if configured is not None:
        return configured
    best: tuple[float, KeyringBackend] | None = None
    for name in _TRIED.get(sys.platform, _FREE_DESKTOPS):
        module, _, class_name = name.rpartition(".")
        backend = getattr(importlib.import_module(module), class_name)
        if backend.viable and (best is None or backend.priority > best[0]):
            best = (backend.priority, backend())
    if best is None:
        raise errors.KeyringMissing
    return best[1]


def _configured() -> KeyringBackend | None:
    """The store named by keyring's own environment variable or configuration file, if any."""
    from keyring import core

    try:
        return core.load_env() or core.load_config()
    except (RuntimeError, ImportError, AttributeError) as error:
        raise errors.KeyringMissing from error


def _asked(call: Callable[[], T]) -> T:
    """Ask the store, and again after a pause if it fell over in the middle of a request.

    gnome-keyring 48 may abort when a client leaves right after a write (seen in tests: "assertion 'client'
    failed"); the session starts it again. A store that was not there to begin with is not waited for.
    """
    fell_over = False
    for pause in (*_PAUSES, None):
        try:
            with _translated():
                return call()
        except errors.KeyringMissing as error:
            fell_over = fell_over or _left_unanswered(error)
            if pause is None or not fell_over:
                raise
            threading.Event().wait(pause)  # nothing tells when a store is back; callers are worker threads
    raise AssertionError("the last pause raises")


def _left_unanswered(error: BaseException | None) -> bool:
    """Whether the store went away while it owed an answer."""
    while error is not None:
        if getattr(error, "name", None) == _NO_REPLY:
            return True
        error = error.__cause__ or error.__context__
    return False


@contextmanager
def _translated() -> Iterator[None]:
    """Turn a store's failures into the errors that a user can act on."""
    import keyring.errors

    try:
        yield
    except Exception as error:
        _close_connections(error)
        if isinstance(error, (keyring.errors.KeyringLocked, Unanswered)) or _dismissed(error):
            raise errors.KeyringLocked from error
        if isinstance(error, (keyring.errors.KeyringError, OSError)) or _is_store_failure(error):
            raise errors.KeyringMissing from error
        raise


def _dismissed(error: BaseException | None) -> bool:
    """Whether somebody closed the store's own question for its password; a new store asks for a first one."""
    while error is not None:
        if type(error).__name__ == "PromptDismissedException":
            return True
        error = error.__cause__
    return False


def _close_connections(error: Exception) -> None:
    """Close what keyring's Secret Service backend leaves open when it raises: a retry would leak a socket."""
    for frame, _ in traceback.walk_tb(error.__traceback__):
        connection = frame.f_locals.get("bus")
        if connection is not None and type(connection).__name__ == "DBusConnection":
            connection.close()


def _is_store_failure(error: Exception) -> bool:
    """Whether an exception comes from the store's own library, which keyring passes through unwrapped."""
    return type(error).__module__.partition(".")[0] in {
        "secretstorage",
        "jeepney",
        "pywintypes",
        "win32ctypes",
        "dbus",
        "gi",
    }
