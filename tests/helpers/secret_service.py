"""A private, real Secret Service for tests: its own session bus and gnome-keyring in a folder of its own.

Nothing of the machine's keyring is touched: the daemon gets a private ``XDG_DATA_HOME`` and control folder,
and is reached only through the bus address that this module puts into the environment of the test process.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, TYPE_CHECKING

from tests.helpers.systems import only_on_linux

if TYPE_CHECKING:
    from jeepney.io.blocking import DBusConnection
    from secretstorage.util import DBusAddressWrapper

BUS = "DBUS_SESSION_BUS_ADDRESS"
START_SECONDS = 90
LOG_NAME = "daemon.log"
PROGRAMS = ("dbus-daemon", "gnome-keyring-daemon")
MANY_SECRETS = 20
"""To write all of these again and again takes longer than a start of the daemon."""
MASTER_PASSWORD = "keyring password of the tests"


class SecretServiceUnavailable(RuntimeError):
    """A program that the test needs is not installed, or the daemon did not come up."""


def missing_programs() -> tuple[str, ...]:
    """Names of the programs that must be installed first."""
    return tuple(name for name in PROGRAMS if shutil.which(name) is None)


@dataclass
class SecretService:
    """A session bus and, once started, the keyring daemon on it.

    ``sockets`` is a short path of its own: a socket's address may not be longer than about 100 characters.
    """

    folder: Path
    sockets: Path
    address: str
    bus: subprocess.Popen[str]
    daemon: subprocess.Popen[bytes] | None = None
    changing: threading.RLock = field(default_factory=threading.RLock)

    def environment(self) -> dict[str, str]:
        """The environment in which a program finds this keyring and no other."""
        private = {
            BUS: self.address,
            "XDG_DATA_HOME": str(self.folder / "data"),
            "XDG_CONFIG_HOME": str(self.folder / "config"),
            "XDG_CACHE_HOME": str(self.folder / "cache"),
            "XDG_RUNTIME_DIR": str(self.sockets),
        }
        kept = {
            name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")
        }
        return kept | private

    def is_open(self) -> bool:
        """Whether the daemon runs."""
        return self.daemon is not None and self.daemon.poll() is None

    def start_unlocked(self, password: str = MASTER_PASSWORD) -> None:
        """Start the keyring and open its login collection, which is created at the first start."""
        self._start(["--unlock"], password.encode())

    def revive(self) -> None:
        """Start the keyring again if it ended by itself.

        gnome-keyring 48 aborts ("assertion 'client' failed") when a client is killed amid a request.
        """
        with self.changing:
            if self.daemon is not None and self.daemon.poll() is not None:
                self.start_unlocked()

    def forget_all(self) -> None:
        """Delete every secret. Of many the daemon begins anew: after each it would write all that is left."""
        import secretstorage

        if not self.is_open():
            return
        with logged_in(self), closing(secretstorage.dbus_init()) as bus:
            collection = secretstorage.get_default_collection(bus)
            items = [] if collection.is_locked() else list(collection.get_all_items())
            if len(items) < MANY_SECRETS:
                for item in items:
                    item.delete()
                return
        with self.changing:
            self.stop_daemon()
            shutil.rmtree(self.folder / "data" / "keyrings", ignore_errors=True)
            self.start_unlocked()

    def make_keyring(self, label: str, password: str) -> str:
        """A second keyring (the Secret Service's word: collection), open, as Seahorse makes it; its path.

        By gnome-keyring's own interface: the public one puts a question to the user of a screen.
        """
        with self._asked() as (connection, session):
            daemon = _gnome_keyring(connection)
            properties = {"org.freedesktop.Secret.Collection.Label": ("s", label)}
            made = daemon.call("CreateWithMasterPassword", "a{sv}(oayays)", properties, session(password))
        return str(made[0])

    def unlock_keyring(self, path: str, password: str) -> None:
        """Open a keyring."""
        with self._asked() as (connection, session):
            _gnome_keyring(connection).call("UnlockWithMasterPassword", "o(oayays)", path, session(password))

    def lock_keyring(self, path: str) -> None:
        """Close a keyring, as its user does with a click."""
        import secretstorage

        with self._asked() as (connection, _):
            secretstorage.Collection(connection, path).lock()

    @contextmanager
    def locked_keyring(self, label: str) -> Iterator[str]:
        """A second keyring whose user has not typed its password within the block; gone at its end."""
        path = self.make_keyring(label, MASTER_PASSWORD)
        self.lock_keyring(path)
        try:
            yield path
        finally:
            self.unlock_keyring(path, MASTER_PASSWORD)
            self.remove_keyring(path)

    def remove_keyring(self, path: str) -> None:
        """Remove a keyring that is open, with all that it holds."""
        import secretstorage

        with self._asked() as (connection, _):
            secretstorage.Collection(connection, path).delete()

    def make_default(self, path: str) -> None:
        """Let new entries go into this keyring from now on."""
        from secretstorage.defines import SS_PATH
        from secretstorage.util import SERVICE_IFACE, DBusAddressWrapper

        with self._asked() as (connection, _):
            DBusAddressWrapper(SS_PATH, SERVICE_IFACE, connection).call("SetAlias", "so", "default", path)

    @contextmanager
    def _asked(self) -> Iterator[tuple[DBusConnection, Callable[[str], object]]]:
        """A connection, and what makes a password into the form in which it travels there."""
        import secretstorage
        from secretstorage.util import format_secret, open_session

        with logged_in(self), closing(secretstorage.dbus_init()) as connection:
            session = open_session(connection)
            yield connection, lambda text: format_secret(session, text.encode(), "text/plain")

    def start_locked(self) -> None:
        """Start the keyring with the collection of an earlier :meth:`start_unlocked` closed."""
        self._start([], None)

    def stop_daemon(self) -> None:
        """End the keyring daemon; the bus stays, so that the service is *missing* rather than locked."""
        with self.changing:
            process, self.daemon = self.daemon, None
        if process is None:
            return
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(10)

    @contextmanager
    def kept_alive(self) -> Iterator[None]:
        """Start the keyring again whenever it ends by itself, as a desktop's session does."""
        over = threading.Event()

        def watch() -> None:
            while not over.wait(0.05):
                self.revive()

        watcher = threading.Thread(target=watch, daemon=True)
        watcher.start()
        try:
            yield
        finally:
            over.set()
            watcher.join()

    def stop(self) -> None:
        """End daemon and bus."""
        self.stop_daemon()
        self.bus.terminate()
        self.bus.wait(10)
        assert self.bus.stdout is not None
        self.bus.stdout.close()
        shutil.rmtree(self.sockets, ignore_errors=True)

    def _start(self, options: list[str], password: bytes | None) -> None:
        self.stop_daemon()
        with (self.folder / LOG_NAME).open("ab") as complaints:
            self.daemon = self._spawn(options, password, complaints)
        if password is not None:
            assert self.daemon.stdin is not None
            self.daemon.stdin.write(password)
            self.daemon.stdin.close()
        self._wait_for_service()

    def log(self) -> str:
        """What the daemon complained about, for a test that finds it ended."""
        return (self.folder / LOG_NAME).read_text(encoding="utf-8", errors="replace")

    def _spawn(
        self, options: list[str], password: bytes | None, complaints: IO[bytes]
    ) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [
                "gnome-keyring-daemon",
                "--foreground",
                "--components=secrets",
                f"--control-directory={self.sockets / 'keyring'}",
                *options,
            ],
            env=self.environment(),
            stdin=subprocess.PIPE if password is not None else subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=complaints,
        )

    def _wait_for_service(self) -> None:
        """Return once the daemon owns the service's name on the bus."""
        from jeepney import DBusAddress, new_method_call
        from jeepney.io.blocking import open_dbus_connection

        bus = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
        ask = new_method_call(bus, "NameHasOwner", "s", ("org.freedesktop.secrets",))
        connection = open_dbus_connection(self.address)
        deadline = time.monotonic() + START_SECONDS
        try:
            while time.monotonic() < deadline and self.daemon is not None and self.daemon.poll() is None:
                if connection.send_and_get_reply(ask, timeout=START_SECONDS).body[0]:
                    return
                time.sleep(0.005)
        finally:
            connection.close()
        raise SecretServiceUnavailable("gnome-keyring-daemon did not offer the Secret Service")


def _gnome_keyring(connection: DBusConnection) -> DBusAddressWrapper:
    """gnome-keyring's interface for its own programs."""
    from secretstorage.defines import SS_PATH
    from secretstorage.util import DBusAddressWrapper

    return DBusAddressWrapper(
        SS_PATH, "org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface", connection
    )


def start_bus(folder: Path) -> SecretService:
    """A private session bus with no keyring on it yet; ``folder`` receives the keyring's files.

    Raises:
        SecretServiceUnavailable: a program is missing.
    """
    if missing := missing_programs():
        raise SecretServiceUnavailable(f"not installed: {', '.join(missing)}")
    sockets = Path(tempfile.mkdtemp(prefix="hvk-"))
    for name in ("data", "config", "cache"):
        (folder / name).mkdir(parents=True, exist_ok=True, mode=0o700)
    configuration = folder / "bus.conf"
    configuration.write_text(_BUS_CONFIGURATION.format(folder=sockets), encoding="utf-8")
    bus = subprocess.Popen(
        ["dbus-daemon", f"--config-file={configuration}", "--nofork", "--nopidfile", "--print-address=1"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    )
    assert bus.stdout is not None
    address = bus.stdout.readline().strip()
    if not address:
        bus.wait(10)
        raise SecretServiceUnavailable("dbus-daemon did not start")
    return SecretService(folder, sockets, address, bus)


_BUS_CONFIGURATION = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir={folder}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""
"""No service folders: nothing on this bus can be started by itself, so a missing keyring stays missing."""


@contextmanager
def private_bus(folder: Path) -> Iterator[SecretService]:
    """A bus whose address this process uses until the block ends; no keyring runs on it yet."""
    only_on_linux("a key store of the test's own, on a D-Bus of its own")
    service = start_bus(folder)
    before = os.environ.get(BUS)
    os.environ[BUS] = service.address
    try:
        yield service
    finally:
        if before is None:
            os.environ.pop(BUS, None)
        else:
            os.environ[BUS] = before
        service.stop()


@contextmanager
def logged_in(service: SecretService) -> Iterator[None]:
    """Within the block this process is another login of the computer, whose key store this is."""
    before = os.environ[BUS]
    os.environ[BUS] = service.address
    try:
        yield
    finally:
        os.environ[BUS] = before


@contextmanager
def second_login(folder: Path) -> Iterator[SecretService]:
    """The unlocked key store of another login; :func:`logged_in` switches to it."""
    only_on_linux("a second login's key store, on a D-Bus of its own")
    service = start_bus(folder)
    service.start_unlocked()
    try:
        with service.kept_alive():
            yield service
    finally:
        service.stop()


@contextmanager
def unlocked_secret_service(folder: Path) -> Iterator[SecretService]:
    """A running, unlocked keyring on a private bus: what most tests want."""
    with private_bus(folder) as service:
        service.start_unlocked()
        yield service
