"""Taking turns: the sides of a comparison round by round, so that all of them meet the same machine."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass
class Side:
    """One way of doing something, and what it took.

    Attributes:
        wall: seconds by the clock, one figure for each round.
        cpu: seconds of processor time of all threads.
    """

    name: str
    work: Callable[[], object]
    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    def run(self) -> None:
        """One round, with Python's cycle collector at rest: in the program it waits for a quiet moment."""
        gc.collect()
        gc.disable()
        began, cpu = time.perf_counter(), time.process_time()
        self.work()
        self.cpu.append(time.process_time() - cpu)
        self.wall.append(time.perf_counter() - began)
        gc.enable()

    @property
    def best(self) -> float:
        """The least disturbed round, by the clock."""
        return min(self.wall)

    def line(self) -> str:
        """``name: wall X s, CPU Y s``."""
        return f"  {self.name}: wall {self.best:.3f} s, CPU {min(self.cpu):.3f} s"


def take_turns(rounds: int, *sides: Side) -> None:
    """Run every side once in each round, and print what each took."""
    for _ in range(rounds):
        for side in sides:
            side.run()
    for side in sides:
        print(side.line())
