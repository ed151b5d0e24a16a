"""Files that go out of the program: written, and noted where, for those who have to find and delete one."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from hvacdesk.domain.errors import Unfinished, UserFacingError
from hvacdesk.domain.exchange.saved_files import FileNotSaved, StillCounted
from hvacdesk.domain.roles import Actor
from hvacdesk.domain.text.wording import phrase
from hvacdesk.ui.file_writing import write_private

if TYPE_CHECKING:
    from hvacdesk.services.open_office import Office


class Made(Protocol):
    """What was made to go out: its content, and its record id in the register of files outside."""

    @property
    def content(self) -> bytes: ...

    @property
    def list(self) -> str: ...


AnyMade = TypeVar("AnyMade", bound=Made)


class FileNotMade(Unfinished):
    """Nobody knows whether the office noted a file as made; none was written. ``file`` is its name."""

    what = phrase("Errors", "“{file}” was not written: {cause}")
    safe = phrase("Errors", "There is no file. The office may have noted it as saved all the same.")
    todo = phrase("Errors", "Save it again. If it is noted twice then, the first one was never written.")

    def __init__(self, cause: UserFacingError, file: str) -> None:
        super().__init__(cause)
        self.details["file"] = file


def made_for(path: Path, make: Callable[[], AnyMade]) -> AnyMade:
    """What goes into this file. Raises :class:`FileNotMade` where it may be noted and never got here."""
    try:
        return make()
    except UserFacingError as error:
        if error.may_be_done:
            raise FileNotMade(error, path.name) from error
        raise


def write_outside(
    office: Office,
    actor: Actor,
    path: Path,
    made: Made,
    not_written: Callable[[], object] | None = None,
    *,
    replaced: bool = True,
) -> None:
    """Write what was made; where that cannot be, it does not count as outside.

    Args:
        not_written: takes back what else was done for it; without it, the register alone.
        replaced: as of :func:`write_private`.

    Raises:
        FileNotSaved: nothing was written; :class:`StillCounted` where it may count as outside all the same.
    """
    lists = office.outside_lists
    try:
        write_private(path, made.content, replaced=replaced)
    except FileNotSaved:
        try:
            if not_written is None:
                lists.not_written(actor, made.list)
            else:
                not_written()
        except UserFacingError as error:
            if error.may_be_done or error.passes:  # nobody answers: whether it was noted is not known
                raise StillCounted from error
            raise
        raise
    with suppress(UserFacingError):  # the file is there, and the register has it, though not its place
        lists.note_place(actor, made.list, str(path))


def name_and_folder(place: str) -> tuple[str, str]:
    """Both parts of a place, as whatever PC wrote it."""
    at = max(place.rfind("/"), place.rfind("\\"))
    folder = place[:at]
    return place[at + 1 :], f"{folder}{place[at]}" if at >= 0 and folder[-1:] in ("", ":") else folder
