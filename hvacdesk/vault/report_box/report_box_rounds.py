"""A reporter makes no write of their own: a change waits for the box's next regular one and goes with it.

While the login window is open, the box is rewritten every half minute, whether or not anybody uses it.
Somebody who watches the disk, its times or the number of its writes thus sees the same with a report and
without. Only what a round has brought to the disk counts as sent. The seconds are those of a timer and not of
the clock, which anybody can set.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.vault.report_box.report_box_files import Box

_LONGEST = 90.0
"""Seconds after which a change that no regular write took makes one of its own, since a report that is shown
as being sent must not hang on somebody else's timer alone."""

Edit = Callable[[Box], Box]


@dataclass(frozen=True)
class _Waiting:
    edit: Edit
    carried: Future[None] = field(default_factory=Future)


class Rounds:
    """The changes that wait.

    Args:
        write: reads, edits and writes the box; ``fit`` lets it grow or shrink.
    """

    def __init__(self, write: Callable[[Edit, bool], object]) -> None:
        self._write = write
        self._changing = threading.Lock()
        self._waiting: list[_Waiting] = []
        self._stopped = threading.Event()
        self._stopped.set()

    def begin(self) -> None:
        """From now on somebody calls :meth:`turn` regularly."""
        self._stopped.clear()

    def end(self) -> None:
        """Nobody does any more. What waits is carried by one last write, which is made in any case.

        Raises what the write raises.
        """
        self._stopped.set()
        self.turn(fit=True)

    def carry(self, edit: Edit) -> None:
        """Let a change take part in the next write, and return once that is on the disk.

        Raises what the edit or the write raises; the box holds nothing of the edit then.
        """
        one = _Waiting(edit)
        carried = one.carried
        with self._changing:
            self._waiting.append(one)
        try:
            carried.result(0 if self._stopped.is_set() else _LONGEST)
        except TimeoutError:
            with suppress(UserFacingError):  # told by the result, as far as it concerns this change
                self.turn()
            carried.result()

    def turn(self, *, fit: bool = False) -> None:
        """Write the box, with what waits if anything does.

        Raises what the write raises. What waited is told the same, and an edit of its own failure alone.
        """
        with self._changing:
            taken, self._waiting = self._waiting, []
        failed: dict[int, UserFacingError] = {}

        def edit(box: Box) -> Box:
            failed.clear()
            for number, one in enumerate(taken):
                try:
                    box = one.edit(box)
                except UserFacingError as error:
                    failed[number] = error
            return box

        try:
            self._write(edit, fit)
        except BaseException as error:
            for one in taken:
                one.carried.set_exception(error)
            raise
        for number, one in enumerate(taken):
            if number in failed:
                one.carried.set_exception(failed[number])
            else:
                one.carried.set_result(None)
