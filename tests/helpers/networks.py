"""Two PCs in network namespaces of their own, with a cable between them that can be pulled.

A thread that enters a namespace keeps it, and so does what it starts and connects: one process is both PCs.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import TypeVar

T = TypeVar("T")

OFFICE_ADDRESS, SEAT_ADDRESS, OTHER_ADDRESS = "10.231.47.1", "10.231.47.2", "10.231.48.1"
"""The third is the office PC's, too, in another network."""
_CLONE_NEWNET = 0x40000000
_FOLDER = Path("/run/netns")


class NoNetworks(RuntimeError):
    """This machine lets the tests make no networks."""


class TwoPcs:
    """The namespaces ``office`` and ``seat``."""

    def __init__(self, prefix: str) -> None:
        self._names = {name: f"{prefix}{name}" for name in ("office", "seat")}

    def build(self) -> None:
        """Make both, with a cable between them."""
        office, seat = self._names["office"], self._names["seat"]
        for name in (office, seat):
            _ip("netns", "add", name)
            _ip("-n", name, "link", "set", "lo", "up")
        _ip("-n", office, "link", "add", "cable", "type", "veth", "peer", "name", "cable", "netns", seat)
        _ip("-n", office, "address", "add", f"{OFFICE_ADDRESS}/24", "dev", "cable")
        _ip("-n", office, "address", "add", f"{OTHER_ADDRESS}/24", "dev", "cable")
        _ip("-n", seat, "address", "add", f"{SEAT_ADDRESS}/24", "dev", "cable")
        _ip("-n", seat, "address", "add", "10.231.48.2/24", "dev", "cable")
        for name in (office, seat):
            _ip("-n", name, "link", "set", "cable", "up")

    def remove(self) -> None:
        """Take both away, and the cable with them."""
        for name in self._names.values():
            subprocess.run(["ip", "netns", "delete", name], check=False, capture_output=True)

    def at(self, pc: str, act: Callable[[], T]) -> T:
        """Do something at one of the PCs."""
        done: list[T] = []
        failed: list[BaseException] = []

        def inside() -> None:
            try:
                self._enter(pc)
                done.append(act())
            except BaseException as error:  # noqa: BLE001 - raised again where it was asked for
                failed.append(error)

        thread = Thread(target=inside)
        thread.start()
        thread.join()
        if failed:
            raise failed[0]
        return done[0]

    def pull(self) -> None:
        """Pull the cable out."""
        _ip("-n", self._names["seat"], "link", "set", "cable", "down")

    def plug(self) -> None:
        """Plug it in again."""
        _ip("-n", self._names["seat"], "link", "set", "cable", "up")

    def worsen(self, *how: str) -> None:
        """Let the cable delay and lose what it carries, in the words of ``tc netem``; none: as before.

        Raises:
            NoNetworks: this machine's kernel cannot do that.
        """
        for name in self._names.values():
            tc = ["tc", "-n", name, "qdisc"]
            subprocess.run([*tc, "del", "dev", "cable", "root"], check=False, capture_output=True)
            if how:
                made = subprocess.run(
                    [*tc, "add", "dev", "cable", "root", "netem", *how], check=False, capture_output=True
                )
                if made.returncode:
                    raise NoNetworks(f"no netem in this kernel: {made.stderr.decode().strip()}")

    def _enter(self, pc: str) -> None:
        descriptor = os.open(_FOLDER / self._names[pc], os.O_RDONLY)
        try:
            if ctypes.CDLL(None, use_errno=True).setns(descriptor, _CLONE_NEWNET) != 0:
                raise OSError(ctypes.get_errno(), "setns")
        finally:
            os.close(descriptor)


@contextmanager
def two_pcs() -> Iterator[TwoPcs]:
    """Two PCs for a test. Raises :class:`NoNetworks`."""
    if shutil.which("ip") is None or shutil.which("tc") is None:
        raise NoNetworks("ip and tc (iproute2) are not installed")
    pcs = TwoPcs(f"hvd{os.getpid()}")
    try:
        try:
            pcs.build()
        except subprocess.CalledProcessError as error:
            raise NoNetworks(f"no network namespaces here: {error.stderr.decode().strip()}") from error
        yield pcs
    finally:
        pcs.remove()


def _ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True, capture_output=True)
