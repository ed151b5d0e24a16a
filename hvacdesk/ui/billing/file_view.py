"""A register of what a file of another program says, laid beside what the office knows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.exchange.given_files import GivenFile
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.file_reading import given_file
from hvacdesk.ui.widgets.register_view import RegisterView


class FileView(RegisterView):
    """The file is read again whenever something of the office changes; nothing of it is kept meanwhile."""

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context)
        self._path: Path | None = None

    def propose(self, file: GivenFile) -> Any:
        """What the file says and what is proposed for it; called on a worker thread."""
        raise AssertionError(f"{type(self).__name__} reads no file")

    def read_file(self, path: str) -> None:
        """Read a file and show what is proposed for it."""
        self._path = Path(path)
        self.refresh()

    def reading(self) -> Callable[[], Any]:
        path = self._path
        return lambda: self.propose(given_file(path)) if path is not None else None

    def _failed(self, error: UserFacingError) -> None:
        """What the file said is no longer offered: it cannot be read, or somebody deleted it as was asked."""
        self.show_read(None)
        super()._failed(error)
        self.enable()
