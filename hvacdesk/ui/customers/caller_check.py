"""Is the caller who they say: name and last four digits are compared, and nothing hidden is shown."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QWidget

from hvacdesk.domain.calls.caller_check import FIGURES, CallerCheck
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.text.wording import in_a_row
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.language import words
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.form import Form
from hvacdesk.ui.widgets.line_list import Line, LineAction, LineList
from hvacdesk.ui.widgets.text import label, restyle
from hvacdesk.ui.wording.places import place


class CallerCheckDialog(Dialog):
    """Two fields, a verdict, and the masked lines of those who fit.

    Args:
        chosen: the record id of the customer in front, whom the verdict names too; empty for none.
    """

    def __init__(self, ctx: DeskContext, chosen: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", parent or ctx.window, width=480)
        self._ctx = ctx
        self._chosen = chosen
        self.set_title(self.tr("Caller check"))
        self.add_text(
            self.tr("Ask the caller for both. They are compared and not shown; each check is counted."),
            "muted",
        )
        self.form = Form()
        self.body.addWidget(self.form)
        self.name = self.form.add(
            "name",
            self.tr("Name in kana, as the caller says it"),
            QLineEdit(),
            required=True,
            hint=self.tr("The family name will do; with the given name the check is closer."),
        )
        self.last_four = self.form.add(
            "last_four", self.tr("Last four digits of the phone number"), QLineEdit(), required=True
        )
        self.verdict = label("", "strong", wrap=True)
        self.body.addWidget(self.verdict)
        self.fitting = LineList(self.tr("Customers who fit"))
        self.body.addWidget(self.fitting)
        self.body.addStretch(1)
        self.check_button = self.set_primary(self.tr("Check"), self.check)
        self.add_secondary(self.tr("Close"))
        self.last_four.textChanged.connect(self._check_when_full)
        self.name.textChanged.connect(lambda _text: self._show_verdict("", None))
        self.name.setFocus()

    def _check_when_full(self, text: str) -> None:
        self._show_verdict("", None)
        if len(text.strip()) == FIGURES and self.name.text().strip():
            QTimer.singleShot(0, self, self.check)

    def check(self) -> None:
        """Compare what is typed."""
        ctx, name, last_four = self._ctx, self.name.text(), self.last_four.text()
        self.form.clear_errors()
        self.check_button.setEnabled(False)
        background.ask(self, lambda: ctx.office.customers.check_caller(ctx.actor, name, last_four)).then(
            self._show
        ).otherwise(self._refuse)

    def _show(self, found: CallerCheck) -> None:
        self.check_button.setEnabled(True)
        if not found.hits:
            self._show_verdict(
                self.tr("No match: nobody has this name and these last four digits."), Tone.BAD
            )
            return
        if found.hits == 1:
            text = self.tr("Match: one customer.")
        else:
            text = self.tr("Match: {count} customers. Ask for the town to tell them apart.")
        parts = [text.format(count=found.hits)]
        # Said either way: the match may be another customer of that name.
        if self._chosen:
            among = any(row.customer == self._chosen for row in found.rows)
            parts.append(
                self.tr("The customer in front is among them.")
                if among
                else self.tr("The customer in front is not among them.")
            )
        self._show_verdict(in_a_row(*parts), Tone.GOOD)
        self.fitting.set_lines(
            [
                Line(
                    f"{row.name.text}  {row.number}",
                    (place(row).text,),
                    actions=(
                        LineAction(
                            self.tr("Open"),
                            partial(self._open, row.customer),
                            self.tr("Open {customer}").format(customer=f"{row.name.text} {row.number}"),
                        ),
                    ),
                )
                for row in found.rows
            ]
        )

    def _show_verdict(self, text: str, tone: Tone | None) -> None:
        self.verdict.setText(text)
        self.verdict.setProperty("tone", tone.value if tone is not None else "")
        restyle(self.verdict)
        self.fitting.set_lines(())

    def _refuse(self, error: UserFacingError) -> None:
        self.check_button.setEnabled(True)
        if not self.form.show_invalid(error):
            self._show_verdict(error.in_short(words), Tone.WARN)

    def _open(self, customer: str) -> None:
        self.accept()
        self._ctx.navigate("customers", customer=customer, work="yes")
