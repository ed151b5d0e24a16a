"""Whoever is killed between two keyrings: before a message to the desktop's key store, wherever it is.

The default keyring was switched since the secrets were written, so every act goes from one to the other.
"""

from __future__ import annotations

import base64
import os
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import pytest

from hvacdesk.vault.device.keyring_store import SHARED_SERVICE, DeviceKeyring, service_of
from hvacdesk.vault.office import SealedOffice
from tests.conftest import TALLY
from tests.helpers.two_keyrings import FIRST, Desktop
from tests.helpers.vault_offices import OWNER_PASSPHRASE, make_office
from tests.integration.faults import choosing

ACCOUNT, SECRET, CHANGED = "office/1", b"a device secret of thirty-two b.", b"a changed one"
OWN = service_of(ACCOUNT)
KILLED, NEVER, SOME = 9, 1_000_000, 12
TRIES = 1_200
T = TypeVar("T")

PROGRAM = f"""
import os, sys
from pathlib import Path
from jeepney.io.blocking import DBusConnection
from tests.helpers.vault_offices import OWNER_PASSPHRASE, cheap_passphrases
from hvacdesk.vault.office import DeviceKeyring, SealedOffice

act, last, home = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
sent = 0
send = DBusConnection.send_and_get_reply

def counted(*given, **named):
    global sent
    if sent == last:
        os._exit({KILLED})
    sent += 1
    return send(*given, **named)

DBusConnection.send_and_get_reply = counted
store = DeviceKeyring()
if act == "read":
    store.read({ACCOUNT!r})
elif act == "write":
    store.write({ACCOUNT!r}, {CHANGED!r})
elif act == "delete":
    store.delete({ACCOUNT!r})
else:
    with cheap_passphrases():
        found = SealedOffice.find(home, store)
        vault = found.unlock(found.staff[0].slot_id, OWNER_PASSPHRASE)
        vault.epochs.rotate()
        vault.epochs.discard_former()
        vault.close()
print(sent)
"""


def carried_out(act: str, last: int, home: Path) -> int | None:
    """Do it in a process of its own; returns how many messages it took, or None if it was killed."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, act, str(last), str(home)],
        cwd=Path(__file__).parents[3],
        env=os.environ | {"PYTHONPATH": "."},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode in (0, KILLED), done.stderr
    return None if done.returncode == KILLED else int(done.stdout)


def chosen(messages: int) -> range:
    """Before which messages to kill: of them all some in every run, and all of them before a release."""
    return range(0, messages, 1 if choosing.RUN.every_point else -(-messages // SOME))


def settled(desktop: Desktop) -> None:
    """Both keyrings are open again, where the store fell over with a client and was started again."""
    for _ in range(TRIES):
        with suppress(Exception):
            return desktop.unlock_second()
        time.sleep(0.05)
    return desktop.unlock_second()


def steadily(desktop: Desktop, look: Callable[[], T]) -> T:
    """What is found with a store that does not fall over meanwhile: it may do so well after the kill.

    Args:
        look: does the same once more, whatever it did before.
    """
    while True:
        settled(desktop)
        running = desktop.service.daemon
        try:
            found = look()
        except Exception:
            if desktop.service.daemon is running and desktop.service.is_open():
                raise
        else:
            return found


def prepared(desktop: Desktop, act: str) -> None:
    """What earlier versions and a switched default leave behind."""
    desktop.empty()
    desktop.service.make_default(desktop.second)
    desktop.put(FIRST, SHARED_SERVICE, ACCOUNT, SECRET)
    if act != "read":
        desktop.put(desktop.second, OWN, ACCOUNT, SECRET)
    if act == "delete":
        desktop.put(FIRST, OWN, ACCOUNT, SECRET)
        desktop.put(desktop.second, SHARED_SERVICE, ACCOUNT, SECRET)


def whole_or_gone(desktop: Desktop, act: str) -> None:
    held = {base64.b64decode(text) for text in desktop.entries().values()}
    found = DeviceKeyring().read(ACCOUNT)
    if act == "read":
        assert held == {SECRET}
        assert found == SECRET
        assert {service for _, service, _ in desktop.entries()} == {OWN}
    else:
        assert held <= {SECRET, CHANGED}
        assert found in ((SECRET, CHANGED) if act == "write" else (SECRET, None))


def write_anew() -> None:
    DeviceKeyring().write(ACCOUNT, b"the last one")
    assert DeviceKeyring().read(ACCOUNT) == b"the last one"


def delete_all(desktop: Desktop) -> None:
    DeviceKeyring().delete(ACCOUNT)
    assert desktop.entries() == {}


@pytest.mark.parametrize("act", ["read", "write", "delete"])
def test_whoever_is_killed_leaves_the_secret_whole_or_gone(
    desktop: Desktop, act: str, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    steadily(desktop, lambda: prepared(desktop, act))
    messages = carried_out(act, NEVER, tmp_path)
    assert messages is not None
    assert messages > SOME
    for last in chosen(messages):
        steadily(desktop, lambda: prepared(desktop, act))
        assert carried_out(act, last, tmp_path) is None
        steadily(desktop, lambda: whole_or_gone(desktop, act))
        if act == "write":
            steadily(desktop, write_anew)
        steadily(desktop, lambda: delete_all(desktop))
    record_property(f"{TALLY}kills between two keyrings", len(chosen(messages)))


def rotated(home: Path) -> int:
    """The epoch after another change of keys."""
    found = SealedOffice.find(home, DeviceKeyring())
    vault = found.unlock(found.staff[0].slot_id, OWNER_PASSPHRASE)
    try:
        vault.epochs.rotate()
        vault.epochs.discard_former()
        return vault.epoch
    finally:
        vault.close()


def test_an_office_opens_after_each_kill_and_its_next_change_of_keys_leaves_no_former_secret(
    desktop: Desktop, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    made = make_office(tmp_path / "office", DeviceKeyring())
    made.vault.close()
    office = made.vault.office_id
    desktop.service.make_default(desktop.second)
    messages = carried_out("rotate", NEVER, made.home)
    assert messages is not None
    for number, last in enumerate(chosen(messages)):
        desktop.service.make_default((FIRST, desktop.second)[number % 2])
        assert carried_out("rotate", last, made.home) is None, last
        epoch = steadily(desktop, lambda: rotated(made.home))
        numbered = {f"{office}/{any_epoch}" for any_epoch in range(1, epoch + 2)}
        entries = steadily(desktop, desktop.entries)
        assert [account for _, _, account in entries if account in numbered] == [f"{office}/{epoch}"], last
    record_property(f"{TALLY}kills between two keyrings", len(chosen(messages)))
