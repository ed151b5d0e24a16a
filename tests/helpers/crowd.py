"""Threads that work beside what a test does, until it is done."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass
class Crowd:
    """Threads that do one thing over and over, and how often each did it."""

    done: dict[str, int] = field(default_factory=dict)
    enough: threading.Event = field(default_factory=threading.Event)

    def go_on(self, name: str, step: Callable[[], None]) -> None:
        while not self.enough.is_set():
            step()
            self.done[name] = self.done.get(name, 0) + 1


@contextmanager
def crowd(steps: dict[str, Callable[[], None]]) -> Iterator[Crowd]:
    """Within the block each step is done over and over in a thread; the first failure is raised."""
    going = Crowd()
    with ThreadPoolExecutor(len(steps)) as pool:
        futures = [pool.submit(going.go_on, name, step) for name, step in steps.items()]
        try:
            yield going
        finally:
            going.enough.set()
        for future in futures:
            future.result()
