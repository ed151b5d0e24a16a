"""The slip with a one-time passphrase: shown, printed, and noted as printed without its content."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.printing.noting import note_printed
from hvacdesk.ui.printing.showing import say_sent


def slip_printing(context: DeskContext, account: str, parent: QWidget) -> Callable[[str], None]:
    """What prints a passphrase on a slip for this account, over ``parent``."""

    def draw(one_time: str) -> None:
        background.ask(
            parent,
            lambda: context.office.accounts.invitation_slip(context.actor, account, one_time, context.words),
        ).then(partial(_preview, context, account, parent))

    return draw


def _preview(context: DeskContext, account: str, parent: QWidget, pdf: bytes) -> None:
    from hvacdesk.ui.printing.preview import PreviewDialog  # loads Qt's PDF and printing modules

    note = QCoreApplication.translate(
        "InvitationSlip",
        "Take it from the printer yourself and hand it over at once. Whoever reads it can log in as that "
        "person.",
    )
    preview = PreviewDialog(pdf, _name(), parent, note=note)
    preview.printed.connect(partial(_note, context, account))
    preview.stopped.connect(lambda printer, _pages: _note(context, account, printer))
    preview.open()


def _note(context: DeskContext, account: str, printer: str) -> None:
    note_printed(
        context,
        _name(),
        lambda: context.office.accounts.slip_printed(context.actor, account, printer),
        lambda _nothing: say_sent(context),
    )


def _name() -> str:
    return QCoreApplication.translate("InvitationSlip", "Slip for the first login")
