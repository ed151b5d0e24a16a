"""Tells, once the last window was closed, that the program goes on for the other PCs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hvacdesk.domain.errors import UserFacingError
    from hvacdesk.ui.shell.runs_on_dialog import RunsOnDialog


class RunsOn:
    """Tells of it until somebody closes what is said, or a window of the program comes back."""

    def __init__(self) -> None:
        self._dialog: RunsOnDialog | None = None

    def tell(self, at_work: Sequence[str], failure: UserFacingError | None) -> None:
        """Say it.

        Args:
            at_work: the names of who is logged in at other PCs.
            failure: what keeps other PCs away at the moment.
        """
        from hvacdesk.ui.shell.runs_on_dialog import RunsOnDialog

        self._dialog = RunsOnDialog(at_work, failure)
        self._dialog.finished.connect(self._forget)
        self._dialog.open()

    def close(self) -> None:
        """Say it no longer."""
        if self._dialog is not None:
            self._dialog.close()

    def _forget(self) -> None:
        self._dialog = None
