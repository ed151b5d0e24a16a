"""Papers that no register keeps: shown first, and noted in the log once a printer took them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.papers.shown import ShownPages
from hvacdesk.ui import background
from hvacdesk.ui.background import BusyView
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.printing.noting import note_printed
from hvacdesk.ui.printing.still_so import StillSo
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.errors import show_error
from hvacdesk.ui.widgets.waiting_line import AFTER_MS

if TYPE_CHECKING:
    from hvacdesk.ui.printing.preview import PreviewDialog

T = TypeVar("T")


def show_pages(
    ctx: DeskContext,
    document: str,
    pdf: bytes,
    *,
    note: Callable[[], object] | None = None,
    printed: Callable[[], object] | None = None,
    shown: ShownPages | None = None,
) -> PreviewDialog:
    """A preview from which to print, open. Closed without printing it leaves nothing in the log.

    Args:
        document: names the job in the printer's queue; holds no personal data.
        note: writes into the log that the printer took it, off the window's thread; None where nobody asks.
        printed: called in the window once that is written and said.
        shown: what the pages are about; None where that cannot change meanwhile, as when they name nobody.
    """
    from hvacdesk.ui.printing.preview import PreviewDialog  # loads Qt's PDF and printing modules

    preview = PreviewDialog(pdf, document, ctx.window)
    if shown is not None:
        preview.still_so = StillSo(ctx, shown)
    took: list[str] = []

    def finished(_result: int) -> None:
        """Runs only now: a message must not disappear with the preview, which closes after it has printed."""
        if took and note is not None:
            note_printed(ctx, document, note, told)
        elif took:
            told(None)

    def told(_nothing: object) -> None:
        say_sent(ctx)
        if printed is not None:
            printed()

    preview.printed.connect(took.append)
    preview.stopped.connect(lambda printer, _pages: took.append(printer))
    preview.finished.connect(finished)
    dropped = QCoreApplication.translate("ShowPages", "The printer gave up on “{document}”. Print it again.")
    preview.when_failed = lambda: ctx.notify(dropped.format(document=document))
    preview.open()
    return preview


def say_sent(ctx: DeskContext) -> None:
    """Say that the printer took it: whether it came out, only who is there can see."""
    ctx.notify(QCoreApplication.translate("ShowPages", "Sent to the printer. See that it comes out."))


class Preparing(QObject):
    """Stands where the pages will, as soon as drawing them takes a moment, and can be closed.

    Attributes:
        closed: whether somebody did; then nothing comes after it.

    Args:
        owner: who asks for them: without it they are not shown, nor is this.
    """

    def __init__(self, owner: QWidget, document: str) -> None:
        super().__init__(owner)
        self._owner, self._document = owner, document
        self._dialog: Dialog | None = None
        self._timer = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._timer.timeout.connect(self._open)
        self.closed = False

    def begin(self, cancel: Callable[[], None]) -> None:
        self._cancel = cancel
        self._timer.start()

    def advance(self, _done: int, _total: int, _text: str) -> None: ...

    def finish(self) -> None:
        self._timer.stop()
        if self._dialog is not None:
            dialog, self._dialog = self._dialog, None
            dialog.accept()
        self.deleteLater()

    def _open(self) -> None:
        self._dialog = dialog = Dialog(self._document, self._owner)
        dialog.add_text(
            QCoreApplication.translate(
                "ShowPages", "The pages are being prepared. If you close this, they are not shown."
            )
        )
        dialog.add_secondary(QCoreApplication.translate("ShowPages", "Close"))
        dialog.rejected.connect(self._close)
        dialog.open()

    def _close(self) -> None:
        self.closed, self._dialog = True, None
        self._cancel()


def prepare(
    owner: QWidget,
    document: str,
    work: Callable[[], T],
    show: Callable[[T], object],
    busy: BusyView | None = None,
) -> None:
    """Draw or read something to be shown on a worker thread, and say so where it takes a moment.

    Args:
        owner: the widget that asks; if it is gone meanwhile, nothing is shown.
        document: as of :func:`show_pages`.
        work: changes nothing: it can be given up at any time.
        show: is given what it made.
        busy: what shows meanwhile that it is drawn; without it a window of its own does.
    """
    view = busy or Preparing(owner, document)

    def given_up() -> bool:
        return isinstance(view, Preparing) and view.closed

    background.ask(owner, work).with_busy(view).then(
        lambda made: None if given_up() else show(made)
    ).otherwise(lambda error: None if given_up() else show_error(owner, error))


def draw_pages(
    owner: QWidget,
    ctx: DeskContext,
    draw: Callable[[], bytes],
    document: str,
    *,
    note: Callable[[], object] | None = None,
    printed: Callable[[], object] | None = None,
    busy: BusyView | None = None,
) -> None:
    """Draw a paper that no register keeps as :func:`prepare` says, then :func:`show_pages`."""
    prepare(
        owner,
        document,
        draw,
        lambda pdf: show_pages(ctx, document, pdf, note=note, printed=printed),
        busy,
    )
