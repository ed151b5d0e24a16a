"""A register of what a file of another program says, laid beside what the office knows."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any, ClassVar

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.exchange.given_files import GivenFile
from hvacdesk.domain.exchange.taken_imports import ImportKind
from hvacdesk.domain.office.half_typed import FILE
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.file_reading import given_file
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.form_draft import FormDraft, Typed
from hvacdesk.ui.widgets.register_view import RegisterView


class FileView(RegisterView):
    """The file is read again whenever something of the office changes; nothing of it is kept meanwhile.

    While something in it waits, which file it is stays kept as half-typed forms are: somebody who comes
    back, the next day as well, finds its list again.

    Attributes:
        tab: of the page of billing, and what the file is kept as: see
            :class:`~hvacdesk.domain.billing.open_items.BillingFile`.
        kind: as what its imports are taken back.
        away_button: puts the file away; a subclass says where it is placed.
        earlier_button: lists what was taken over of this and other files, to be taken back as a whole.
    """

    tab: ClassVar[str]
    kind: ClassVar[ImportKind]

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context)
        self._path: Path | None = None
        self._found: Any = None
        self._digest = ""
        self._waited = False
        self.away_button = button(self.tr("Put this file away"), self.put_away)
        self.away_button.hide()
        self.earlier_button = button(
            self.tr("Earlier imports…"), lambda: context.rooms.show_imports(self.kind)
        )
        self.draft = FormDraft(self, context, self._in_hand, self._take_up)
        self.draft.keep(f"{self.tab}_file", "file", "billing", {"tab": self.tab})

    def waiting(self) -> int:
        """How much of the file is still to be seen to."""
        raise AssertionError(f"{type(self).__name__} reads no file")

    def leaving(self, waiting: int) -> str:
        """What is said, before another file is chosen, of so much that waits in this one."""
        raise AssertionError(f"{type(self).__name__} reads no file")

    def ask_file(self) -> None:
        """Ask which file is read."""
        raise AssertionError(f"{type(self).__name__} reads no file")

    def show_file(self, found: Any) -> None:
        """Show what was read, or that there is no file."""
        raise AssertionError(f"{type(self).__name__} reads no file")

    def choose(self) -> None:
        """Ask for the file; where something of another one still waits, say first that it leaves the list."""
        self._leave(self.ask_file, self.tr("Choose another file"))

    def put_away(self) -> None:
        """Be done with the file; where something in it still waits, ask first."""
        self._leave(self._put_away, self.tr("Put it away"))

    def _leave(self, then: Callable[[], object], choice: str) -> None:
        if not self.waiting():
            then()
            return
        question = Dialog(self.tr("Leave what waits here?"), self)
        question.add_text(self.leaving(self.waiting()))
        question.set_primary(self.tr("Stay with this file"), question.reject)
        question.add_secondary(choice, question.accept)
        question.accepted.connect(then)
        question.open()

    def _put_away(self) -> None:
        self._path = None
        self.refresh()

    def propose(self, file: GivenFile) -> Any:
        """What the file says and what is proposed for it; called on a worker thread."""
        raise AssertionError(f"{type(self).__name__} reads no file")

    def read_file(self, path: str) -> None:
        """Read a file and show what is proposed for it."""
        self._path = Path(path)
        self.refresh()

    def reading(self) -> Callable[[], Any]:
        path = self._path
        if path is None:
            return lambda: None

        def read() -> tuple[Any, str]:
            file = given_file(path)
            return self.propose(file), sha256(file.content).hexdigest()

        return read

    def show_read(self, read: tuple[Any, str] | None) -> None:
        found, self._digest = read or (None, "")
        self._found = found
        self.show_file(found)
        self.away_button.setVisible(found is not None)
        self._keep()

    def _keep(self) -> None:
        """Which file it is is forgotten once nothing in it waits any more."""
        waits = bool(self.waiting())
        if self._waited and not waits:
            self.draft.release(self._digest)
            self.draft.keep_again()
        self._waited = waits

    def _in_hand(self) -> Typed | None:
        waits = self.waiting()
        if self._path is None or not waits:
            return None
        return {"path": str(self._path), "waits": waits, FILE: self._digest}

    def _take_up(self, kept: Typed) -> None:
        """Go on with a file that was left; of one in which nothing waits any more nothing stays kept."""
        if path := kept.get("path"):
            self._waited = True
            self.read_file(str(path))

    def _failed(self, error: UserFacingError) -> None:
        """What the file said is no longer offered: it cannot be read, or somebody deleted it as was asked."""
        self.show_read(None)
        super()._failed(error)
        self.enable()
