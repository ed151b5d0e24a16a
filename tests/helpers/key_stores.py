"""Key stores of every permitted kind, as far as the door sees them: by class, and by how each one fails.

The real ones are tested where they run; these replace what a test machine does not have.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from keyring.backend import KeyringBackend
from keyring.errors import InitError, KeyringLocked, PasswordSetError

from tests.helpers.systems import SYSTEM

WINDOWS = "keyring.backends.Windows.WinVaultKeyring"
SECRET_SERVICE = "keyring.backends.SecretService.Keyring"
LIBSECRET = "keyring.backends.libsecret.Keyring"
KWALLET = "keyring.backends.kwallet.DBusKeyring"
KINDS = (WINDOWS, SECRET_SERVICE, LIBSECRET, KWALLET)
REAL = WINDOWS if SYSTEM == "win32" else SECRET_SERVICE
"""What tests have that ask for a real one."""
REAL_NAME = "Windows Credential Manager" if SYSTEM == "win32" else "the desktop's keyring (Secret Service)"
"""What the program calls it."""


def real_backend() -> Any:
    """keyring's own way to it, past the program's door."""
    module, _, name = REAL.rpartition(".")
    return getattr(importlib.import_module(module), name)()


def _foreign(module: str, name: str, **attributes: object) -> type[Exception]:
    """An exception of a store's own library, which need not be installed."""
    return type(name, (Exception,), {"__module__": module, **attributes})


WINDOWS_ERROR = _foreign("win32ctypes.pywin32.pywintypes", "error", funcname="CredWrite")
DBUS_ERROR = _foreign("dbus.exceptions", "DBusException")
GLIB_ERROR = _foreign("gi._error", "GError")
JEEPNEY_ERROR = _foreign("jeepney.wrappers", "DBusErrorResponse")
PROMPT_DISMISSED = _foreign("secretstorage.exceptions", "PromptDismissedException")

NO_SERVER, NO_RESOURCES = 1722, 1450
"""RPC_S_SERVER_UNAVAILABLE and ERROR_NO_SYSTEM_RESOURCES: the service is stopped, or can hold no more."""

NO_LOGON_SESSION = 1312
"""ERROR_NO_SUCH_LOGON_SESSION: what CredRead and CredWrite say where Windows keeps no credentials."""


Failure = Callable[[], Exception]


@dataclass(frozen=True)
class Failures:
    """How a kind of store says that it is locked, gone, or read-only (from the backends of keyring 25.7).

    Attributes:
        refused, kept: how a store that can only be read answers to a new secret and to a removal.
    """

    locked: Failure
    gone: Failure
    refused: Failure
    kept: Failure


FAILURES: dict[str, Failures] = {
    WINDOWS: Failures(
        locked=lambda: KeyringLocked("locked"),  # Windows has no such state: its store is open with the logon
        gone=lambda: WINDOWS_ERROR(NO_SERVER),
        refused=lambda: WINDOWS_ERROR(NO_RESOURCES),
        kept=lambda: WINDOWS_ERROR(NO_RESOURCES),
    ),
    SECRET_SERVICE: Failures(
        locked=lambda: KeyringLocked("Failed to unlock the collection!"),
        gone=lambda: InitError("Failed to create the collection"),
        refused=lambda: JEEPNEY_ERROR("Couldn't create item: An error occurred on the device"),
        kept=lambda: JEEPNEY_ERROR("Couldn't delete collection: An error occurred on the device"),
    ),
    LIBSECRET: Failures(
        locked=lambda: KeyringLocked("Failed to unlock the item!"),
        gone=lambda: GLIB_ERROR("g-dbus-error-quark: the name is not activatable"),
        refused=lambda: PasswordSetError("Failed to store password!"),
        kept=lambda: GLIB_ERROR("g-dbus-error-quark: refused"),
    ),
    KWALLET: Failures(
        locked=lambda: KeyringLocked("Failed to unlock the keyring!"),
        gone=lambda: InitError("Failed to open keyring"),
        refused=lambda: DBUS_ERROR("refused"),
        kept=lambda: DBUS_ERROR("refused"),
    ),
}


class Store(KeyringBackend):
    """One store with its secrets in memory; ``state`` says how it behaves."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}
        self.state = "fine"
        self.asked = 0

    @property
    def failures(self) -> Failures:
        """How this kind fails."""
        return FAILURES[f"{type(self).__module__}.{type(self).__qualname__}"]

    def _answer(self) -> None:
        self.asked += 1
        if self.state == "locked":
            raise self.failures.locked()
        if self.state == "missing":
            raise self.failures.gone()

    def get_password(self, service: str, username: str) -> str | None:
        """As the backend."""
        self._answer()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """As the backend."""
        if self.state == "locked" and isinstance(self, _Kwallet):
            raise PasswordSetError("Cancelled by user")
        self._answer()
        if self.state == "read-only":
            raise self.failures.refused()
        if self.state != "lying":
            self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        """As the backend."""
        self._answer()
        if self.state == "read-only":
            raise self.failures.kept()
        if self.state != "lying":
            del self.kept[service, username]


class _Kwallet(Store):
    """KWallet says of a cancelled question only at reading that it is locked."""


def store_of(kind: str) -> Any:
    """A store that the door takes for one of that kind."""
    module, _, name = kind.rpartition(".")
    base = _Kwallet if kind == KWALLET else Store
    made = type(name, (base,), {"__module__": module, "__qualname__": name, "priority": 1})
    return made()


@dataclass
class WindowsVault:
    """The part of Windows' credential store that keyring's backend uses, with its limits."""

    credentials: dict[str, dict[str, Any]] = field(default_factory=dict)
    refusal: int = 0

    CRED_TYPE_GENERIC = 1
    CRED_PERSIST_LOCAL_MACHINE = 2
    CRED_PERSIST_ENTERPRISE = 3

    def CredRead(self, **asked: Any) -> dict[str, Any]:
        """One credential; 1168 where there is none."""
        if asked["TargetName"] not in self.credentials:
            raise self.error(1168, "CredRead")
        return self.credentials[asked["TargetName"]]

    def CredWrite(self, credential: dict[str, Any], flags: int) -> None:
        """Store one; 1783 for a blob that is too long, as Windows says."""
        if self.refusal:
            raise self.error(self.refusal, "CredWrite")
        blob = credential["CredentialBlob"].encode("utf-16-le")
        if len(blob) > 2560:
            raise self.error(1783, "CredWrite")
        self.credentials[credential["TargetName"]] = credential | {"CredentialBlob": blob}

    def CredDelete(self, **asked: Any) -> None:
        """Remove one."""
        if self.refusal:
            raise self.error(self.refusal, "CredDelete")
        if asked["TargetName"] not in self.credentials:
            raise self.error(1168, "CredDelete")
        del self.credentials[asked["TargetName"]]

    @staticmethod
    def error(number: int, function: str) -> Exception:
        """As pywin32-ctypes raises it, which keyring passes on unwrapped."""
        raised = WINDOWS_ERROR(number, function, "")
        raised.winerror, raised.funcname = number, function  # type: ignore[attr-defined]
        return raised
