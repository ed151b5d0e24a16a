"""A second real Secret Service: KeePassXC, started without a screen on a bus of its own.

Its database is made by its own command-line tool from XML that exposes one group to the service. It is opened
through KeePassXC's D-Bus interface: given at the start, with the password on standard input, version 2.7.10
ends with a segmentation fault.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.helpers.secret_service import SecretService, private_bus

PROGRAMS = ("keepassxc", "keepassxc-cli")
MASTER_PASSWORD = "master password of the tests"
PATIENCE_SECONDS = 30
_SERVICE = "org.freedesktop.secrets"
_WINDOW = "org.keepassxc.KeePassXC.MainWindow"


class KeePassXCUnavailable(RuntimeError):
    """It is not installed, or was built without the Secret Service."""


@dataclass
class KeePassXC:
    """The program on the private bus; ``folder`` holds its settings and its database."""

    bus: SecretService
    folder: Path
    process: subprocess.Popen[bytes] | None = None

    @property
    def database(self) -> Path:
        """The database's file."""
        return self.folder / "tests.kdbx"

    def start(self) -> None:
        """Start the program; its database stays locked."""
        settings = [f"--config={self.folder / 'roaming.ini'}", f"--localconfig={self.folder / 'local.ini'}"]
        self.process = subprocess.Popen(
            ["keepassxc", *settings],
            env=_environment(self.bus),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._wait(
            lambda: self._owned(_WINDOW) and self._owned(_SERVICE), "it did not offer the Secret Service"
        )

    def unlock(self) -> None:
        """Open the database."""
        self._ask_window("openDatabase", "ss", (str(self.database), MASTER_PASSWORD))
        self._wait(self._exposed, "it opened no database")

    def lock(self) -> None:
        """Save and lock the database, as its user does with a click."""
        self._ask_window("lockAllDatabases")
        self._wait(lambda: not self._exposed(), "it did not lock")

    def dismiss(self) -> None:
        """Answer its question for the database's password as somebody who presses *cancel*.

        The question itself stays on its screen: nothing else can be done before the program is started again.
        """
        prompts = "/org/freedesktop/secrets/prompt"
        self._wait(lambda: self._children(prompts), "it asked nothing")
        for name in self._children(prompts):
            self._call(f"{prompts}/{name}", _SERVICE, "org.freedesktop.Secret.Prompt", "Dismiss", "", ())

    def stop(self) -> None:
        """End the program at once; it saves a quarter of a second after a change, and at a lock."""
        if self.process is not None:
            self.process.kill()
            self.process.wait(PATIENCE_SECONDS)
            self.process = None

    def _wait(self, condition: Any, complaint: str) -> None:
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not condition():
            if time.monotonic() > deadline or self.process is None or self.process.poll() is not None:
                raise KeePassXCUnavailable(complaint)
            time.sleep(0.02)

    def _ask_window(self, method: str, signature: str = "", body: tuple[object, ...] = ()) -> None:
        self._call("/keepassxc", _WINDOW, _WINDOW, method, signature, body)

    def _children(self, path: str) -> list[str]:
        """The names of the objects below one of the service."""
        interface = "org.freedesktop.DBus.Introspectable"
        described = self._call(path, _SERVICE, interface, "Introspect", "", ())[0]
        return re.findall(r'<node name="(\w+)"', described)

    def _offered(self) -> bool:
        return self._owned(_WINDOW) and self._owned(_SERVICE)

    def _owned(self, name: str) -> bool:
        bus = "org.freedesktop.DBus"
        return bool(self._call("/org/freedesktop/DBus", bus, bus, "NameHasOwner", "s", (name,))[0])

    def _exposed(self) -> bool:
        """Whether there is an open default collection."""
        import secretstorage

        connection = secretstorage.dbus_init()
        try:
            return any(not one.is_locked() for one in secretstorage.get_all_collections(connection))
        finally:
            connection.close()

    def _call(
        self, path: str, name: str, interface: str, method: str, signature: str, body: tuple[object, ...]
    ) -> Any:
        from jeepney import DBusAddress, new_method_call
        from jeepney.io.blocking import open_dbus_connection

        address = DBusAddress(path, name, interface)
        connection = open_dbus_connection(self.bus.address)
        try:
            message = new_method_call(address, method, signature or None, body)
            return connection.send_and_get_reply(message, timeout=PATIENCE_SECONDS).body
        finally:
            connection.close()


@contextmanager
def running_keepassxc(folder: Path) -> Iterator[KeePassXC]:
    """KeePassXC with an open database, the only Secret Service that this process sees until the block ends.

    Raises:
        KeePassXCUnavailable: see there.
    """
    if missing := [name for name in PROGRAMS if shutil.which(name) is None]:
        raise KeePassXCUnavailable(f"not installed: {', '.join(missing)}")
    with private_bus(folder / "bus") as bus:
        program = KeePassXC(bus, folder)
        (folder / "roaming.ini").write_text(_SETTINGS, encoding="utf-8")
        _make_database(program.database, bus)
        program.start()
        try:
            program.unlock()
            yield program
        finally:
            program.stop()


def _environment(bus: SecretService) -> dict[str, str]:
    """Its lock and socket lie in the temporary folder: one of its own, apart from a person's KeePassXC."""
    return bus.environment() | {"QT_QPA_PLATFORM": "offscreen", "TMPDIR": str(bus.sockets)}


def _make_database(path: Path, bus: SecretService) -> None:
    source = path.with_suffix(".xml")
    source.write_text(_DATABASE, encoding="utf-8")
    subprocess.run(
        ["keepassxc-cli", "import", "--quiet", "--set-password", str(source), str(path)],
        input=f"{MASTER_PASSWORD}\n{MASTER_PASSWORD}\n",
        env=_environment(bus),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )


_SETTINGS = """[General]
ConfigVersion=2
UpdateCheckMessageShown=true
AutoSaveAfterEveryChange=true

[GUI]
CheckForUpdates=false

[FdoSecrets]
Enabled=true
ShowNotification=false
ConfirmAccessItem=false
ConfirmDeleteItem=false
"""

_DATABASE = """<?xml version="1.0" encoding="UTF-8"?>
<KeePassFile>
  <Meta>
    <DatabaseName>tests</DatabaseName>
    <CustomData>
      <Item>
        <Key>FDO_SECRETS_EXPOSED_GROUP</Key>
        <Value>{00000000-0000-0000-0000-000000000001}</Value>
      </Item>
    </CustomData>
  </Meta>
  <Root>
    <Group>
      <UUID>AAAAAAAAAAAAAAAAAAAAAQ==</UUID>
      <Name>tests</Name>
    </Group>
  </Root>
</KeePassFile>
"""
