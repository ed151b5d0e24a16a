"""Examines backups one after the other on a worker, the wanted one first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.backups.backups import Examination
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.ui import background

if TYPE_CHECKING:
    from hvacdesk.services.backups.restoring import Restoring

Result = Examination | UserFacingError


class Examiner(QObject):
    """Knows of each backup what came out.

    Attributes:
        results: by path: the examination, or why the backup is unfit.

    Signals:
        examined(path): there is a result for it.
    """

    examined = Signal(str)

    def __init__(self, restoring: Restoring, owner: QWidget) -> None:
        super().__init__(owner)
        self._restoring = restoring
        self._owner = owner
        self._waiting: list[str] = []
        self._at_work = ""
        self.results: dict[str, Result] = {}

    def examine(self, paths: Iterable[str]) -> None:
        """Examine these; whatever else was waiting is not examined any more."""
        self._waiting = [path for path in paths if path not in self.results]
        self._go_on()

    def examine_first(self, path: str, *, again: bool = False) -> None:
        """Examine this one before those that wait; ``again`` examines it even if the result is known."""
        if again:
            self.results.pop(path, None)
        if path in self.results:
            self.examined.emit(path)
            return
        self._waiting = [path, *(other for other in self._waiting if other != path)]
        self._go_on()

    def _go_on(self) -> None:
        waiting = [path for path in self._waiting if path != self._at_work]
        self._waiting = waiting
        if self._at_work or not waiting:
            return
        self._at_work = path = self._waiting.pop(0)
        background.ask(self._owner, lambda: self._restoring.examine(path)).then(
            lambda examination: self._keep(path, examination)
        ).otherwise(lambda error: self._keep(path, error))

    def _keep(self, path: str, result: Result) -> None:
        self._at_work = ""
        self.results[path] = result
        self.examined.emit(path)
        self._go_on()
