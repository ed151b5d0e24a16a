"""Papers that no register keeps: shown first, and noted in the log once a printer took them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from hvacdesk.ui import background
from hvacdesk.ui.background import BusyView
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.printing.noting import note_printed

if TYPE_CHECKING:
    from hvacdesk.ui.printing.preview import PreviewDialog


def show_pages(
    ctx: DeskContext,
    document: str,
    pdf: bytes,
    *,
    note: Callable[[], object] | None = None,
    printed: Callable[[], object] | None = None,
) -> PreviewDialog:
    """A preview from which to print, open. Closed without printing it leaves nothing in the log.

    Args:
        document: names the job in the printer's queue; holds no personal data.
        note: writes into the log that the printer took it, off the window's thread; None where nobody asks.
        printed: called in the window once that is written and said.
    """
    from hvacdesk.ui.printing.preview import PreviewDialog  # loads Qt's PDF and printing modules

    preview = PreviewDialog(pdf, document, ctx.window)
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
    """Draw a paper on a worker thread, then :func:`show_pages`.

    Args:
        owner: the widget that asks; if it is gone meanwhile, nothing is shown.
        busy: what shows meanwhile that it is drawn.
    """
    background.ask(owner, draw).with_busy(busy).then(
        lambda pdf: show_pages(ctx, document, pdf, note=note, printed=printed)
    )
