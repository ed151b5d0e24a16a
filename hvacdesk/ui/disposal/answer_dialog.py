"""The answer to "did you delete mine?", for the customer whose number is in the ledger."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from hvacdesk.domain.text.input_checks import LINE_LIMIT
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.printing.showing import show_pages
from hvacdesk.ui.widgets.form import FormField
from hvacdesk.ui.widgets.work_dialog import WorkDialog


class AnswerDialog(WorkDialog):
    """Asks for the name to print on the answer; it is kept nowhere and may be left out."""

    def __init__(self, ctx: DeskContext, number: str, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("AnswerDialog", "Answer to the customer {number}")
        super().__init__(title.format(number=number), parent or ctx.window)
        self._ctx = ctx
        self._number = number
        self.addressee = QLineEdit()
        self.addressee.setMaxLength(LINE_LIMIT // 2)
        hint = self.tr(
            "As it shall stand on the letter, with honorific. It is kept nowhere; empty for a line."
        )
        self.body.addWidget(FormField(self.tr("Name on the letter"), self.addressee, hint=hint))
        self.set_primary(self.tr("Show"), self._draw)
        self.add_secondary(self.tr("Cancel"))
        self.addressee.setFocus()

    def _draw(self) -> None:
        ctx, number, name = self._ctx, self._number, self.addressee.text()
        self.start(
            self.tr("Drawing"),
            lambda _progress: ctx.office.disposal.erasures.answer_pdf(ctx.actor, number, ctx.words, name),
            self._show,
        )

    def _show(self, pdf: bytes) -> None:
        ctx, number = self._ctx, self._number
        self.accept()
        show_pages(
            ctx,
            self.windowTitle(),
            pdf,
            note=lambda: ctx.office.disposal.erasures.answer_printed(ctx.actor, number),
        )
