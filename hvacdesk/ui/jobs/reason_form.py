"""Striking what was recorded wrongly: a reason is asked for, and none is chosen beforehand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, TypeVar

from hvacdesk.domain.text.wording import Phrase
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.reason_choice import ReasonChoice
from hvacdesk.ui.widgets.text import label

Why = TypeVar("Why")


class ReasonForm(FormDialog, Generic[Why]):
    """Base class of the forms. What is crossed out stays so: the button waits for a reason.

    Attributes:
        reason: why.
    """

    reason: ReasonChoice[Why]

    def __init__(self, ctx: DeskContext, title: str, text: str) -> None:
        super().__init__(ctx, title, width=460)
        self.form.column.addWidget(label(text, "muted", wrap=True))

    def ask_why(self, names: Mapping[Why, Phrase], button: str) -> None:
        """Place the reasons below what the form has so far; ``button`` says what is done."""
        self.reason = ReasonChoice(self.ctx.words, names)
        self.form.column.addWidget(self.reason)
        self.form.column.addStretch(1)
        if self.primary is not None:
            self.primary.setText(button)
            self.reason.arm(self.primary)

    def chosen(self) -> Why:
        """The reason that the button waited for."""
        reason = self.reason.chosen()
        assert reason is not None
        return reason
