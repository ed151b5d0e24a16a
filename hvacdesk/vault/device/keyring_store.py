"""The operating system's key store: the one module that asks ``keyring``, which it imports at first use.

``keyring`` may silently pick stores that protect nothing (``null`` keeps nothing, ``keyrings.alt`` writes
clear text, the chainer mixes several). Only the stores listed here are used, nothing is counted as stored
before it was read back, and the store in use has a name that the key file remembers.

Every account has a service name of its own, ``hvacdesk/ACCOUNT``. Windows' Credential Manager holds one
account under a service name; for a second one keyring moves the first aside, and of two programs that did so
at once one lost its secret. Changes are made under a lock between this user's programs. Earlier versions kept
all accounts under ``hvacdesk``: what is found there is written under its own name, read back, and only then
removed there, so that one of both names holds it at any moment.
"""

from __future__ import annotations

import base64
import binascii
import configparser
import importlib
import os
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from secrets import token_bytes as random_bytes
from typing import TYPE_CHECKING, Protocol, TypeVar

from hvacdesk.vault import errors, folder, milestones
from hvacdesk.vault.device import desktop_keyrings
from hvacdesk.vault.device.open_questions import OpenQuestions, Unanswered

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SHARED_SERVICE = "hvacdesk"
"""The service name under which earlier versions kept every account."""

LONGEST_ACCOUNT = 128
PROBE_ACCOUNT = "self-check"
_PROBE_BYTES = 512
"""More than any secret that an office keeps."""
MOST_BYTES = 2560
"""CRED_MAX_CREDENTIAL_BLOB_SIZE (wincred.h), for text as UTF-16: the smallest limit of all stores."""

T = TypeVar("T")

_PAUSES = (0.2, 0.5, 1.0, 2.0)
"""Seconds between the tries to reach a store that fell over."""

_NO_REPLY = "org.freedesktop.DBus.Error.NoReply"
_FORBIDDEN = {5, 1312}
"""Windows' ERROR_ACCESS_DENIED and ERROR_NO_SUCH_LOGON_SESSION (winerror.h): where a policy forbids to store
credentials, and for logons without a profile, the functions of wincred.h answer so."""

_NOT_OURS = ""
"""Means an entry that is no text: the program wrote none such, and it opens nothing."""
_MOST_COPIES = 8
_LOCK_NAME = "key-store.lock"
_LOCK_SECONDS = 60.0
"""A change takes some hundredths of a second, and some seconds where the store fell over."""

_SETTING = "PYTHON_KEYRING_BACKEND"
_WINDOWS = "keyring.backends.Windows.WinVaultKeyring"
_FREE_DESKTOPS = (
    "keyring.backends.SecretService.Keyring",
    "keyring.backends.libsecret.Keyring",
    "keyring.backends.kwallet.DBusKeyring",
)
_questions = OpenQuestions()
_ALLOWED = (_WINDOWS, *_FREE_DESKTOPS)
"""Stores that encrypt under the user's login, in order of preference."""


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

    def require_seen(self, account: str) -> None:
        """See that a secret that was not found cannot lie where the store does not look now."""


class DeviceKeyring:
    """The key store of this computer's user.

    Raises:
        KeyringMissing: no permitted store answers.
        KeyringRefused: the settings, or the caller, name a store that does not protect secrets.
        KeyringConfigurationWrong: the file of the settings cannot be read.
    """

    def __init__(self, backend: KeyringBackend | None = None) -> None:
        self._backend = backend if backend is not None else _pick()
        if _name(self._backend) not in _ALLOWED:
            raise errors.KeyringRefused(backend=_name(self._backend))
        if self.backend_name == _WINDOWS:
            self._backend.persist = "local machine"  # type: ignore[attr-defined]
        self._keyrings = desktop_keyrings.over_all(self._backend)
        self._store = self._keyrings or self._backend
        self._moved: set[str] = set()
        """Accounts that are no longer asked for under the shared name; nobody writes there any more."""

    @property
    def backend_name(self) -> str:
        """The store's full class name."""
        return _name(self._backend)

    def read(self, account: str) -> bytes | None:
        """A secret, or None where the store holds none; one of an earlier version gets its own name.

        One that would be gone at logoff is brought to a keyring that stays, if there is an open one.

        Raises:
            KeyringMissing, KeyringLocked: the store cannot be asked; this never reads as "holds none".
                A store that still waits for its user is locked.
        """
        if account in self._moved:
            return self._held(account)
        try:
            former = self._text(SHARED_SERVICE, account)  # first: it loses what the own name has by then
        except errors.KeyringLocked:
            if not self._is_any_open():
                raise
            held = self._held(account)
            if held is None:
                raise
            self._moved.add(account)  # the own name's counts, so its user is not asked again
            return held
        if former is None:
            self._moved.add(account)
            return self._held(account)
        with suppress(errors.KeyringBusy, errors.KeyringPartLocked, *_TAKES_NO_CHANGE), _alone():
            self._move_over(account)
        held = self._held(account)
        return held if held is not None or account in self._moved else _decoded(former)

    def write(self, account: str, secret: bytes) -> None:
        """Store a secret and read it back.

        The store is read before, too: a change cannot be given up while it waits for the store's user, and
        would come when nobody expects it any more.

        Raises:
            KeyringMissing, KeyringLocked: the store cannot be used.
            KeyringBusy: another program of this user is changing it.
            KeyringReadOnly: it can be read, but takes no changes.
            LockUnusable: something is in the way of the lock between this user's programs.
            KeyringForbidden: Windows keeps no secrets for this login.
            KeyringKeepsNothing: it took the secret and does not return it.
            KeyringUntilLogoff: it would forget the secret at logoff.
        """
        if len(account) > LONGEST_ACCOUNT:
            raise ValueError("account name is too long for a key store")
        text = base64.b64encode(secret).decode("ascii")
        if len(text.encode("utf-16-le")) > MOST_BYTES:
            raise ValueError("secret is too long for a key store")
        self.read(account)
        with _alone():
            if account not in self._moved:
                with suppress(errors.KeyringPartLocked):  # a later read goes on; what follows counts
                    self._move_over(account)
            self._put(account, text)

    def delete(self, account: str) -> None:
        """Remove a secret under both names, in every keyring of the desktop.

        Raises:
            KeyringMissing, KeyringLocked: the store cannot be used.
            KeyringPartLocked: a locked keyring holds it or may do so; in the others it is gone.
            KeyringBusy: another program of this user is changing it.
            KeyringReadOnly, LockUnusable: as for :meth:`write`.
            KeyringKeepsSecret: the secret is still there afterwards.
        """
        locked: errors.KeyringPartLocked | None = None
        for service in (SHARED_SERVICE, service_of(account)):
            try:
                if self._text(service, account) is not None:
                    with _alone():
                        self._remove(service, account)
                self._require_none_locked(service, account)
            except errors.KeyringPartLocked as error:
                locked = error  # what the other name holds goes all the same
        if locked is not None:
            raise locked

    def require_seen(self, account: str) -> None:
        """See that no locked keyring can hold a secret that was not found.

        Raises:
            KeyringPartLocked: one holds it or may do so.
            KeyringMissing, KeyringLocked: the store cannot be asked.
        """
        for service in (SHARED_SERVICE, service_of(account)):
            self._require_none_locked(service, account)

    def _move_over(self, account: str) -> None:
        """Give what the shared name holds its own name. Called under the lock.

        Where both hold a secret, a move was interrupted after it was read back, or it was changed since: the
        own name's counts, unless it is none that the program wrote.
        """
        former = self._text(SHARED_SERVICE, account)
        if former is not None:
            own = self._text(service_of(account), account)
            if own is None or not _decoded(own):
                self._put(account, former)
            milestones.reached("key_store.written")
            self._remove(SHARED_SERVICE, account)
        self._moved.add(account)

    def _put(self, account: str, text: str) -> None:
        """Write under the own name, and read back."""
        service = service_of(account)
        windows = self.backend_name == _WINDOWS
        if windows and self._text(service, account) == _NOT_OURS:
            self._remove(service, account)  # keyring would read it as text, to move it aside, and fail
        self._change(service, account, lambda: self._store.set_password(service, account, text))
        if windows:  # keyring moves the former secret aside even for the same account
            self._remove(f"{account}@{service}", account)
        if self._text(service, account) != text:
            raise errors.KeyringKeepsNothing

    def _remove(self, service: str, account: str) -> None:
        """Remove a secret. A store may hold several copies and removes one of them only, hence the loop."""
        for _ in range(_MOST_COPIES):
            if self._text(service, account) is None:
                return
            self._change(service, account, lambda: self._store.delete_password(service, account))
        if self._text(service, account) is not None:
            raise errors.KeyringKeepsSecret

    def _held(self, account: str) -> bytes | None:
        service = service_of(account)
        text = self._text(service, account)
        if text is None:
            return None
        if self._keyrings is not None and self._keyrings.is_lost_at_logoff(service, account):
            with suppress(errors.KeyringBusy, errors.KeyringLocked, *_TAKES_NO_CHANGE), _alone():
                if now := self._text(service, account):  # another program may have removed it
                    self._put(account, now)
        return _decoded(text)

    def _text(self, service: str, account: str) -> str | None:
        try:
            return _asked(lambda: _questions.ask(lambda: self._store.get_password(service, account)))
        except UnicodeDecodeError:
            return _NOT_OURS
        except errors.KeyringLocked:
            self._require_none_locked(service, account)  # which one, where the desktop has several keyrings
            raise

    def _is_any_open(self) -> bool:
        """Whether of a desktop's keyrings one is open, so that it can be asked while another is locked."""
        keyrings = self._keyrings
        return keyrings is not None and _asked(lambda: _questions.ask(keyrings.is_any_open))

    def _require_none_locked(self, service: str, account: str) -> None:
        """Raises :class:`KeyringPartLocked` where a locked keyring of several holds it, or may do so."""
        keyrings = self._keyrings
        if keyrings is None:
            return
        names = _asked(lambda: _questions.ask(lambda: keyrings.locked_holders(service, account)))
        if names:
            raise errors.KeyringPartLocked(keyrings=" / ".join(names))

    def _change(self, service: str, account: str, call: Callable[[], object]) -> None:
        """Ask for a change; a store that refuses it and can be read all the same is read-only.

        The stores have no common word for that. One that cannot be read either is missing or locked.
        """
        try:
            _asked(call)
        except errors.KeyringMissing as refusal:
            self._text(service, account)
            raise errors.KeyringReadOnly from refusal


_TAKES_NO_CHANGE = (
    errors.KeyringReadOnly,
    errors.KeyringForbidden,
    errors.KeyringKeepsNothing,
    errors.KeyringKeepsSecret,
    errors.KeyringUntilLogoff,
    errors.LockUnusable,
)


def service_of(account: str) -> str:
    """The name under which the key store's own window shows an account."""
    return f"{SHARED_SERVICE}/{account}"


@contextmanager
def _alone() -> Iterator[None]:
    """Hold this user's lock against other threads and programs that change the key store.

    Raises:
        KeyringBusy: another one held it for too long.
        LockUnusable: its file cannot be made, or something else is in its place.
        KeyringReadOnly: its disk is full; a store would not take a change there, either.
    """
    path = _lock_folder() / _LOCK_NAME
    with ExitStack() as held:
        try:
            folder.make_private_folder(path.parent)
            held.enter_context(folder.locked(path, _LOCK_SECONDS))
        except errors.DatabaseBusy as error:
            raise errors.KeyringBusy from error
        except (errors.DiskFull, errors.FileHeld) as error:
            raise errors.KeyringReadOnly from error
        except (errors.FolderReadOnly, OSError) as error:
            raise errors.LockUnusable(file=str(path)) from error
        yield


def _lock_folder() -> Path:
    """A folder that belongs to this user alone, the same for all programs that reach the user's key store."""
    import platformdirs

    session = os.environ.get("XDG_RUNTIME_DIR", "")
    if sys.platform == "win32":
        return platformdirs.user_runtime_path("hvacdesk", appauthor=False)
    return Path(session, "hvacdesk") if session else platformdirs.user_cache_path("hvacdesk", appauthor=False)


def prove(store: Secrets) -> None:
    """Write a long secret, read it back and remove it, so that a store that keeps nothing is found out.

    Raises as :meth:`DeviceKeyring.write` and :meth:`DeviceKeyring.delete`.
    """
    store.write(PROBE_ACCOUNT, random_bytes(_PROBE_BYTES))
    with suppress(errors.KeyringPartLocked):  # an earlier probe that is left there opens nothing
        store.delete(PROBE_ACCOUNT)


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
    for name in (_WINDOWS,) if sys.platform == "win32" else _FREE_DESKTOPS:
        module, _, class_name = name.rpartition(".")
        backend = getattr(importlib.import_module(module), class_name)
        if backend.viable and (best is None or backend.priority > best[0]):
            best = (backend.priority, backend())
    if best is None:
        raise errors.KeyringMissing
    return best[1]


def _configured() -> KeyringBackend | None:
    """The store named by keyring's own environment variable or configuration file, if any.

    ``keyring`` would load whatever is named there; a name that is not permitted is refused before.
    """
    from keyring import core

    name = os.environ.get(_SETTING, "") or _named_in_file()
    if not name:
        return None
    if name not in _ALLOWED:
        raise errors.KeyringRefused(backend=name)
    try:
        return core.load_keyring(name)
    except (RuntimeError, ImportError, AttributeError) as error:
        raise errors.KeyringMissing from error


def _named_in_file() -> str:
    """The store that keyring's configuration file names, or nothing."""
    from keyring.util import platform_

    file = platform_.config_root() / "keyringrc.cfg"
    configuration = configparser.RawConfigParser()
    try:
        configuration.read(file, encoding="utf-8")  # nothing, where there is none
    except (configparser.Error, UnicodeDecodeError) as error:
        raise errors.KeyringConfigurationWrong(file=str(file)) from error
    return configuration.get("backend", "default-keyring", fallback="").strip()


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
        if getattr(error, "winerror", None) in _FORBIDDEN:
            raise errors.KeyringForbidden from error
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
