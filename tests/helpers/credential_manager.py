"""Windows' own key store for tests: the user's Credential Manager, which loses only what tests stored.

It has no state "locked" and cannot be stopped: it is open as long as its user is logged in.
"""

from __future__ import annotations

import ctypes
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from typing import Any

from tests.helpers.systems import only_on_linux, under_wine

OURS = "hvacdesk"
"""Every credential that the program stores has this in its target."""
NONE_FOUND = 1168
GENERIC, LOCAL_MACHINE = 1, 2
"""``CRED_TYPE_GENERIC`` and ``CRED_PERSIST_LOCAL_MACHINE``."""
WINES_STORE = r"Software\Wine\Credential Manager"
NEVER_CLOSED = "locks or stops the key store; Windows' is open while its user is logged in"


class CredentialManager:
    """The store of the user whose tests run; what it held before stays."""

    def __init__(self, *, alone: bool) -> None:
        """``alone``: no other test process stores secrets, apart from those that tests of this one start."""
        self._alone = alone
        self._before = frozenset(_targets())
        self._offices: set[str] = set()
        self._note_offices()

    def _note_offices(self) -> None:
        """The offices that this process gives secrets: what it starts works in them, other workers do not."""
        store: Any = import_module("keyring.backends.Windows").WinVaultKeyring
        real = store.set_password

        def noting(backend: object, service: str, username: str, password: str) -> None:
            if "/" in username:
                self._offices.add(_office(username))
            real(backend, service, username, password)

        store.set_password = noting

    def is_open(self) -> bool:
        """It always is."""
        return True

    def environment(self) -> dict[str, str]:
        """The environment of a program that uses it: everybody's."""
        return dict(os.environ)

    def revive(self) -> None:
        """It does not end by itself."""

    @contextmanager
    def kept_alive(self) -> Iterator[None]:
        """It does not end by itself."""
        yield

    def start_unlocked(self) -> None:
        """It is open already."""

    def start_locked(self) -> None:
        """It has no such state."""
        only_on_linux(NEVER_CLOSED)

    def locked_keyring(self, _label: str) -> None:
        """It has one alone."""
        only_on_linux(NEVER_CLOSED)

    def stop_daemon(self) -> None:
        """It does not stop."""
        only_on_linux(NEVER_CLOSED)

    def forget_all(self) -> None:
        """Delete every secret that was stored since this object was made, but for other workers' offices."""
        for target, account in _ours():
            if target not in self._before and (self._alone or _office(account) in self._offices):
                _delete(target)


def _office(account: str) -> str:
    return account.partition("/")[0]


def secrets(beginning: str) -> dict[tuple[str, str], bytes]:
    """The secrets of accounts whose names begin so, as stored, by service name and account.

    A target is the service name, or where keyring moved a secret aside ``ACCOUNT@`` and the service name.
    """
    from win32ctypes.pywin32 import win32cred  # type: ignore[import-not-found,unused-ignore]

    found = {}
    for target, account in _ours():
        if account.startswith(beginning):
            blob = win32cred.CredRead(target, win32cred.CRED_TYPE_GENERIC)["CredentialBlob"]
            place = target.removeprefix(f"{account}@"), account
            found[place] = blob.decode("utf-16-le").encode("ascii")
    return found


def remove(beginning: str) -> None:
    """Delete the secrets of accounts whose names begin so."""
    for target, account in _ours():
        if account.startswith(beginning):
            _delete(target)


class _Credential(ctypes.Structure):
    """``CREDENTIALW`` (wincred.h)."""

    _fields_ = (
        ("flags", ctypes.c_uint32),
        ("type", ctypes.c_uint32),
        ("target", ctypes.c_wchar_p),
        ("comment", ctypes.c_wchar_p),
        ("written", ctypes.c_uint64),
        ("size", ctypes.c_uint32),
        ("blob", ctypes.c_char_p),
        ("persist", ctypes.c_uint32),
        ("attributes", ctypes.c_uint32),
        ("attribute", ctypes.c_void_p),
        ("alias", ctypes.c_wchar_p),
        ("account", ctypes.c_wchar_p),
    )


def put_bytes(target: str, account: str, secret: bytes) -> None:
    """Store a secret that need be no text: the library that keyring uses takes text alone."""
    library: Any = ctypes.WinDLL("advapi32")  # type: ignore[attr-defined,unused-ignore]
    credential = _Credential(
        type=GENERIC, target=target, size=len(secret), blob=secret, persist=LOCAL_MACHINE, account=account
    )
    assert library.CredWriteW(ctypes.byref(credential), 0)


def _delete(target: str) -> None:
    from win32ctypes.pywin32 import win32cred  # type: ignore[import-not-found,unused-ignore]

    win32cred.CredDelete(TargetName=target, Type=win32cred.CRED_TYPE_GENERIC)


def _targets() -> list[str]:
    return [target for target, _ in _ours()]


def _ours() -> list[tuple[str, str]]:
    """Target and account of each."""
    found = _kept_by_wine() if under_wine() else _enumerated()
    return [(target, account) for target, account in found if OURS in target]


def _enumerated() -> list[tuple[str, str]]:
    from win32ctypes.pywin32 import pywintypes, win32cred  # type: ignore[import-not-found,unused-ignore]

    try:
        found = win32cred.CredEnumerate()
    except pywintypes.error as refusal:
        if refusal.winerror == NONE_FOUND:
            return []
        raise
    return [(each["TargetName"], each["UserName"]) for each in found]


def _kept_by_wine() -> list[tuple[str, str]]:
    """Wine's CredEnumerate ends the process where another one stores a secret meanwhile: it counts first."""
    found = []
    winreg: Any = import_module("winreg")
    with winreg.CreateKey(winreg.HKEY_CURRENT_USER, WINES_STORE) as store:
        for name in _names(store):  # an entry may be deleted meanwhile
            with suppress(OSError), winreg.OpenKey(store, name) as entry:
                target, account = (winreg.QueryValueEx(entry, value)[0] for value in ("", "UserName"))
                found.append((str(target), str(account)))
    return found


def _names(store: object) -> list[str]:
    """The entries, looked for until they are the same twice: others may come and go."""
    winreg: Any = import_module("winreg")
    seen: list[str] | None = None
    while True:
        number = winreg.QueryInfoKey(store)[0]
        try:
            names = [winreg.EnumKey(store, at) for at in range(number)]
        except OSError:
            continue
        if names == seen:
            return names
        seen = names
