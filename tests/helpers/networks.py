"""PCs in network namespaces of their own: two at a cable that can be pulled, or many at a switch.

A thread that enters a namespace keeps it, and so does what it starts and connects: one process is both PCs.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import TypeVar

from tests.helpers.slow_cables import SlowCable, Worse, open_end

T = TypeVar("T")

_NETWORK = "10.231.47."
OFFICE_ADDRESS, SEAT_ADDRESS, OTHER_ADDRESS = "10.231.47.1", "10.231.47.2", "10.231.48.1"
"""The third is the office PC's, too, in another network."""
_ADDRESSES = {"office": (OFFICE_ADDRESS, OTHER_ADDRESS), "seat": (SEAT_ADDRESS, "10.231.48.2")}
_CLONE_NEWNET = 0x40000000
_FOLDER = Path("/run/netns")


class NoNetworks(RuntimeError):
    """This machine lets the tests make no networks."""


class Namespaces:
    """Namespaces, each of which is a PC."""

    def __init__(self, prefix: str, pcs: Sequence[str]) -> None:
        self._names = {name: f"{prefix}{name}" for name in pcs}

    def build(self) -> None:
        """Make them."""
        for name in self._names.values():
            _ip("netns", "add", name)
            _ip("-n", name, "link", "set", "lo", "up")

    def remove(self) -> None:
        """Take all away, and their cables with them."""
        for name in self._names.values():
            subprocess.run(["ip", "netns", "delete", name], check=False, capture_output=True)

    def name(self, pc: str) -> str:
        """What the system calls the namespace of a PC."""
        return self._names[pc]

    def at(self, pc: str, act: Callable[[], T]) -> T:
        """Do something at one of the PCs."""
        done: list[T] = []
        failed: list[BaseException] = []

        def inside() -> None:
            try:
                enter(self._names[pc])
                done.append(act())
            except BaseException as error:  # noqa: BLE001 - raised again where it was asked for
                failed.append(error)

        thread = Thread(target=inside)
        thread.start()
        thread.join()
        if failed:
            raise failed[0]
        return done[0]


N = TypeVar("N", bound=Namespaces)


class TwoPcs(Namespaces):
    """The namespaces ``office`` and ``seat``."""

    def __init__(self, prefix: str) -> None:
        super().__init__(prefix, ("office", "seat"))

    def build(self) -> None:
        """Make both, with a cable between them."""
        super().build()
        office, seat = self._names["office"], self._names["seat"]
        _ip("-n", office, "link", "add", "cable", "type", "veth", "peer", "name", "cable", "netns", seat)
        for name in (office, seat):
            _ip("-n", name, "link", "set", "cable", "up")
        self._address("cable")

    def pull(self) -> None:
        """Pull the cable out."""
        _ip("-n", self._names["seat"], "link", "set", "cable", "down")

    def plug(self) -> None:
        """Plug it in again."""
        _ip("-n", self._names["seat"], "link", "set", "cable", "up")

    @contextmanager
    def worse(self, how: Worse) -> Iterator[SlowCable]:
        """Carry everything over a worse cable for a while; connections that are open stay so.

        Raises:
            NoNetworks: this machine lets the tests make none.
        """
        try:
            ends = self.at("office", lambda: open_end("slow")), self.at("seat", lambda: open_end("slow"))
        except OSError as error:
            raise NoNetworks(f"no network devices of programs here: {error}") from error
        for name in self._names.values():
            _ip("-n", name, "link", "set", "slow", "up")
        slow = SlowCable(ends, how)
        try:
            self._move("cable", "slow")
            yield slow
            self._move("slow", "cable")
        finally:
            slow.end()

    def _move(self, former: str, to: str) -> None:
        """Have the addresses of both at another device."""
        for name in self._names.values():
            _ip("-n", name, "address", "flush", "dev", former)
        self._address(to)

    def _address(self, device: str) -> None:
        for pc, addresses in _ADDRESSES.items():
            for address in addresses:
                _ip("-n", self._names[pc], "address", "add", f"{address}/24", "dev", device)


class ManyPcs(Namespaces):
    """The namespace ``office``, with the switch in it, and one for each seat: ``seat1``, ``seat2``, …"""

    def __init__(self, prefix: str, seats: int) -> None:
        self.seats = tuple(f"seat{number + 1}" for number in range(seats))
        super().__init__(prefix, ("office", *self.seats))

    def build(self) -> None:
        """Make all, each seat with a cable to the switch."""
        super().build()
        office = self._names["office"]
        _ip("-n", office, "link", "add", "switch", "type", "bridge")
        _ip("-n", office, "address", "add", f"{OFFICE_ADDRESS}/24", "dev", "switch")
        _ip("-n", office, "link", "set", "switch", "up")
        for number, pc in enumerate(self.seats):
            seat, port = self._names[pc], f"port{number + 1}"
            _ip("-n", office, "link", "add", port, "type", "veth", "peer", "name", "cable", "netns", seat)
            _ip("-n", office, "link", "set", port, "master", "switch", "up")
            _ip("-n", seat, "address", "add", f"{_NETWORK}{number + 2}/24", "dev", "cable")
            _ip("-n", seat, "link", "set", "cable", "up")


def enter(name: str) -> None:
    """Let this thread, and what it starts, be in a namespace from now on."""
    descriptor = os.open(_FOLDER / name, os.O_RDONLY)
    try:
        if ctypes.CDLL(None, use_errno=True).setns(descriptor, _CLONE_NEWNET) != 0:
            raise OSError(ctypes.get_errno(), "setns")
    finally:
        os.close(descriptor)


@contextmanager
def two_pcs() -> Iterator[TwoPcs]:
    """Two PCs for a test. Raises :class:`NoNetworks`."""
    with _built(TwoPcs(f"hvd{os.getpid()}")) as pcs:
        yield pcs


@contextmanager
def many_pcs(seats: int) -> Iterator[ManyPcs]:
    """An office PC and so many others for a test. Raises :class:`NoNetworks`."""
    with _built(ManyPcs(f"hvd{os.getpid()}", seats)) as pcs:
        yield pcs


@contextmanager
def _built(pcs: N) -> Iterator[N]:
    if shutil.which("ip") is None:
        raise NoNetworks("ip (iproute2) is not installed")
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
