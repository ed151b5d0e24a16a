"""A cable that delays and loses what it carries, made of two network devices and this process.

The kernel's own means (``tc netem``) is missing from the kernels of many virtual machines.
"""

from __future__ import annotations

import fcntl
import os
import struct
import time
from collections.abc import Callable
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from random import Random
from select import select
from threading import Event, Thread

_TUN = "/dev/net/tun"
_TUNSETIFF = 0x400454CA
_TAP_WITHOUT_HEADER = 0x0002 | 0x1000
_LONGEST_FRAME = 65_536
_LOOK_SECONDS = 0.1


@dataclass(frozen=True)
class Worse:
    """How bad a cable is.

    Attributes:
        delay: seconds that each frame takes.
        jitter: so many seconds more or less, so that frames overtake each other.
        loss: the part of the frames that is lost.
    """

    delay: float
    jitter: float
    loss: float


class SlowCable:
    """Carries frames between two devices until it is ended.

    Attributes:
        carried: frames that came through.
        lost: frames that did not.
    """

    def __init__(self, ends: tuple[int, int], how: Worse) -> None:
        self.carried = self.lost = 0
        self._ends, self._how, self._over = ends, how, Event()
        ways = ((ends[0], ends[1]), (ends[1], ends[0]))
        self._threads = [Thread(target=act) for way in ways for act in self._both(*way)]
        for thread in self._threads:
            thread.start()

    def end(self) -> None:
        """Carry nothing more; the devices are gone with that."""
        self._over.set()
        for thread in self._threads:
            thread.join()
        for end in self._ends:
            os.close(end)

    def _both(self, source: int, target: int) -> tuple[Callable[[], None], Callable[[], None]]:
        """What reads at one end, and what writes at the other when it is time."""
        under_way: SimpleQueue[tuple[float, bytes]] = SimpleQueue()
        chance = Random(source)

        def read() -> None:
            while not self._over.is_set():
                if not select([source], [], [], _LOOK_SECONDS)[0]:
                    continue
                frame = os.read(source, _LONGEST_FRAME)
                if chance.random() < self._how.loss:
                    self.lost += 1
                    continue
                late = self._how.delay + chance.uniform(-1, 1) * self._how.jitter
                under_way.put((time.monotonic() + late, frame))

        def write() -> None:
            waiting: list[tuple[float, bytes]] = []
            while not self._over.is_set():
                first = min((due for due, _frame in waiting), default=time.monotonic() + _LOOK_SECONDS)
                try:
                    waiting.append(under_way.get(timeout=max(0.0, first - time.monotonic())))
                except Empty:
                    for one in sorted(one for one in waiting if one[0] <= time.monotonic()):
                        waiting.remove(one)
                        os.write(target, one[1])
                        self.carried += 1

        return read, write


def open_end(name: str) -> int:
    """A device of the network in which this thread is, as a file of frames.

    Raises:
        OSError: this machine lets the tests make none.
    """
    end = os.open(_TUN, os.O_RDWR)
    try:
        fcntl.ioctl(end, _TUNSETIFF, struct.pack("16sH", name.encode(), _TAP_WITHOUT_HEADER))
    except OSError:
        os.close(end)
        raise
    return end
