"""Forms that were saved or thrown away at this PC, and of which the office may still hold a draft.

A form closes at once, whether or not the office PC answers; what is stored of it there must not come back.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from hvacdesk import own_files
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.ui import background
from hvacdesk.ui.file_writing import write_own
from hvacdesk.ui.half_typed import OpenForm

if TYPE_CHECKING:
    from hvacdesk.domain.roles import Actor
    from hvacdesk.services.open_office import Office

FILE_NAME = "given-up"
MOST_KEPT = 200
"""So many are remembered beyond a login; the oldest give way."""
_LONGEST = 16 * 1024
"""Bytes of the file."""


class GivenUp:
    """Which forms these are, by :attr:`Opening.name`: a random word that tells nothing of any customer.

    Thread-safe.

    Args:
        folder: where what could not be thrown away yet is remembered beyond the login; None: nowhere.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._file = None if folder is None else folder / FILE_NAME
        self._lock = Lock()
        self._kept = self._read()
        self._names = set(self._kept)

    def __contains__(self, name: object) -> bool:
        with self._lock:
            return name in self._names

    def add(self, name: str) -> None:
        """Remember it for this login."""
        if name:
            with self._lock:
                self._names.add(name)

    def keep(self, name: str) -> None:
        """Remember it beyond this login, too: the office does not answer."""
        if name in self:
            self._change(lambda: self._kept.extend(set() if name in self._kept else {name}))

    def take_back(self, name: str) -> None:
        """Its author goes on with it."""
        with self._lock:
            self._names.discard(name)
        if name in self._kept:
            self._change(lambda: self._kept.remove(name))

    def _change(self, change: Callable[[], object]) -> None:
        with self._lock:
            change()
            del self._kept[:-MOST_KEPT]
            if self._file is not None:
                with suppress(UserFacingError):  # it is offered once more then
                    write_own(self._file, "\n".join(self._kept).encode())

    def _read(self) -> list[str]:
        try:
            return (
                [] if self._file is None else own_files.content(self._file, _LONGEST).decode("ascii").split()
            )
        except (OSError, UnicodeDecodeError):
            return []


@dataclass(frozen=True)
class Drop:
    """A stored draft that is to be deleted.

    Attributes:
        names: of what may have stored it: another form's draft in that place stays.
        seen_to: see :meth:`Drafts.drop <hvacdesk.services.office.drafts.Drafts.drop>`.
    """

    form: OpenForm
    names: tuple[str, ...]
    seen_to: str = ""


class Drops:
    """Deletes drafts on worker threads, again and again where the office PC does not answer.

    Attributes:
        wait: what could not be deleted yet.
    """

    def __init__(self, office: Office, actor: Actor, given_up: GivenUp) -> None:
        self._office, self._actor, self._given_up = office, actor, given_up
        self.wait: list[Drop] = []

    def soon(self, window: QWidget, one: Drop) -> None:
        """Delete it without anybody waiting for it."""
        background.ask(window, lambda: self._do(one)).begin()

    def again(self) -> None:
        """Try again; on a worker."""
        waiting, self.wait = self.wait, []
        for at, one in enumerate(waiting):
            if not self._do(one):
                self.wait.extend(waiting[at + 1 :])
                return

    def _do(self, one: Drop) -> bool:
        form = one.form
        try:
            self._office.drafts.drop(self._actor, form.form, form.subject, one.seen_to, one.names)
        except UserFacingError:
            for name in one.names:
                self._given_up.keep(name)
            self.wait.append(one)
            return False
        return True
