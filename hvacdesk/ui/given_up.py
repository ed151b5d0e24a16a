"""Forms that were saved or thrown away at this PC, and of which the office may still hold a draft.

A form closes at once, whether or not the office PC answers; what is stored of it there must not come back.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from hvacdesk import own_files
from hvacdesk.domain.errors import UserFacingError
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
        folder: where what is not thrown away yet is remembered beyond the login; None: nowhere.
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
        """Remember it beyond this login, too, until :meth:`let_go`."""
        self._note(name, kept=True)

    def let_go(self, name: str) -> None:
        """The office holds nothing of it any more."""
        self._note(name, kept=False)

    def take_back(self, name: str) -> None:
        """Its author goes on with it."""
        with self._lock:
            self._names.discard(name)
        self.let_go(name)

    def _note(self, name: str, *, kept: bool) -> None:
        with self._lock:
            if (name in self._kept) is kept or (kept and name not in self._names):
                return
            if kept:
                self._kept.append(name)
            else:
                self._kept.remove(name)
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


def delete(office: Office, actor: Actor, given_up: GivenUp, one: Drop) -> None:
    """Delete a draft; where the office PC does not answer, it is remembered that it is to go."""
    form = one.form
    for name in one.names:  # first: whatever happens from now on, it is not offered here again
        given_up.keep(name)
    office.drafts.drop(actor, form.form, form.subject, one.seen_to, one.names)
    for name in one.names:
        given_up.let_go(name)
