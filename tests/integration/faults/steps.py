"""What happens in a child process, step by step, and what to do at one of the steps.

A step is a milestone of the program, an SQL statement or commit of its store, or a change of a file below the
folders that are watched. A milestone comes after what it names; the others come right before it.
"""

from __future__ import annotations

import os
import re
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Engine, event

from hvacdesk.vault import milestones

_CHANGES = {
    "os.rename": "rename",
    "os.remove": "remove",
    "os.mkdir": "mkdir",
    "os.rmdir": "rmdir",
    "os.truncate": "truncate",
}
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC


@dataclass
class Steps:
    """The steps of this process, of which each has a name of its own: the kind and how often it came before.

    Attributes:
        watched: folders whose files count.
        at: the step at which ``act`` is called; empty: at none.
        seen: every step so far, in order.
    """

    watched: tuple[str, ...]
    at: str = ""
    act: Callable[[], None] = lambda: None
    seen: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    counting: bool = False

    def install(self) -> None:
        """Listen in this process until it ends: neither hook can be taken off again."""
        milestones.reached = lambda name: self.reached(f"milestone {name}")
        event.listen(Engine, "before_cursor_execute", self._statement)
        event.listen(Engine, "commit", lambda _connection: self.reached("sql COMMIT"))
        sys.addaudithook(self._changed)

    def begin(self) -> None:
        """Count from here on: the first step is ``start``."""
        self.counting = True
        self.reached("start")

    def reached(self, name: str) -> None:
        """A step."""
        if not self.counting:
            return
        self.counts[name] += 1
        step = f"{name} #{self.counts[name]}"
        self.seen.append(step)
        if step == self.at:
            self.counting = False  # what is done now is no step of the program
            self.act()

    def _statement(self, _connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        words = statement.split()
        if words[0] != "SELECT":
            self.reached(" ".join(["sql", *words[:3]]))

    def _changed(self, name: str, arguments: tuple[Any, ...]) -> None:
        if not self.counting:
            return
        if name == "open":
            path, _, flags = arguments
            if isinstance(flags, int) and flags & _WRITING:
                self._file("write", path)
        elif name in _CHANGES:
            self._file(_CHANGES[name], arguments[1] if name == "os.rename" else arguments[0])

    def _file(self, change: str, path: object) -> None:
        if isinstance(path, (str, os.PathLike)) and os.fspath(path).startswith(self.watched):
            # Numbers apart: an epoch's or a moment's would give the same step another name each time.
            name = re.sub("[0-9]+", "N", os.path.basename(os.fspath(path)))
            self.reached(f"file {change} {name}")
